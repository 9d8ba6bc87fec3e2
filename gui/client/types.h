#pragma once

// The documents of the REST API as values. Names follow the API's fields; client/json is the only place that knows its
// JSON keys.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sparkler::gui {

/// One token bucket. `size` or `refillTimeMs` 0: the bucket is off.
struct TokenBucket {
    quint64 size = 0;                      ///< tokens: bytes or operations
    std::optional<quint64> oneTimeBurst{}; ///< extra tokens at the beginning, never refilled
    quint64 refillTimeMs = 0;              ///< from empty to full
    bool operator==(const TokenBucket &) const = default;
};

struct RateLimiter {
    std::optional<TokenBucket> bandwidth{};
    std::optional<TokenBucket> ops{};
    bool operator==(const RateLimiter &) const = default;
};

enum class HugePages { None, TwoMiB, Transparent };
enum class CacheType { Unsafe, Writeback };
enum class IoEngine { Sync, Async };
enum class InstanceState { NotStarted, Running, Paused };
enum class LogLevel { Off, Error, Warn, Info, Debug, Trace };

struct MachineConfig {
    int vcpuCount = 1; ///< 1..32
    quint64 memSizeMib = 128;
    bool smt = false;
    bool trackDirtyPages = false;
    HugePages hugePages = HugePages::None;
    QString cpuTemplate{}; ///< empty: none
    bool operator==(const MachineConfig &) const = default;
};

struct BootSource {
    QString kernelImagePath{};
    QString initrdPath{};              ///< empty: none
    std::optional<QString> bootArgs{}; ///< absent: the engine's default
    bool operator==(const BootSource &) const = default;
};

struct Drive {
    QString driveId{};
    QString pathOnHost{};
    bool isRootDevice = false;
    QString partuuid{}; ///< empty: none
    bool isReadOnly = false;
    CacheType cacheType = CacheType::Unsafe;
    IoEngine ioEngine = IoEngine::Sync;
    std::optional<RateLimiter> rateLimiter{};
    bool operator==(const Drive &) const = default;
};

/// PATCH /drives/{id}: what is absent stays. An absent bucket of a present limiter stays, too; a bucket of size 0 is
/// switched off.
struct DriveUpdate {
    QString driveId{};
    std::optional<QString> pathOnHost{};
    std::optional<RateLimiter> rateLimiter{};
};

/// A whole machine as in a Firecracker configuration file and in GET /vm/config.
struct VmConfig {
    BootSource bootSource{};
    MachineConfig machine{};
    QList<Drive> drives{};
    /// Sections that this version gives no form to (network interfaces, vsock …), kept word for word.
    QJsonObject otherSections{};
    bool operator==(const VmConfig &) const = default;
};

struct InstanceInfo {
    QString id{};
    InstanceState state = InstanceState::NotStarted;
    QString vmmVersion{};
    QString appName{};
};

struct VersionInfo {
    QString firecrackerVersion{}; ///< the API level
    QString sparklerVersion{};    ///< empty: not one of ours
};

/// PUT /logger.
struct LoggerConfig {
    QString logPath{};
    LogLevel level = LogLevel::Info;
    bool showLevel = true;
    bool showLogOrigin = false;
};

} // namespace sparkler::gui
