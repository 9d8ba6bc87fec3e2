#pragma once

// The documents of the REST API as values. Names follow the API's fields; client/json is the only place that knows its
// JSON keys.

#include <QJsonObject>
#include <QLatin1StringView>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

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

/// A port of the host that leads to one of the guest's, with user-mode networking.
struct PortForward {
    enum class Protocol { Tcp, Udp };
    Protocol protocol = Protocol::Tcp;
    QString address = QStringLiteral("127.0.0.1"); ///< of the host's, where it listens
    quint16 hostPort = 0;
    quint16 guestPort = 0;
    bool operator==(const PortForward &) const = default;
};

/// One of `hostDevName` and `socketPath` is empty.
struct NetworkInterface {
    QString ifaceId{};
    QString hostDevName{};                      ///< a TAP device of the host, at most 15 bytes
    QString socketPath{};                       ///< of a user-mode network (passt)
    QList<PortForward> forwards{};              ///< ours: no engine is told. User-mode only
    QString guestMac{};                         ///< "06:00:00:00:00:01"; empty: the guest chooses
    std::optional<quint64> mtu{};               ///< 68..65535; absent: the guest's default
    std::optional<RateLimiter> rxRateLimiter{}; ///< towards the guest
    std::optional<RateLimiter> txRateLimiter{}; ///< from the guest
    bool userMode() const { return !socketPath.isEmpty(); }
    bool operator==(const NetworkInterface &) const = default;
};

/// PATCH /network-interfaces/{id}; see DriveUpdate.
struct NetworkInterfaceUpdate {
    QString ifaceId{};
    std::optional<RateLimiter> rxRateLimiter{};
    std::optional<RateLimiter> txRateLimiter{};
};

enum class MmdsVersion { V1, V2 };

/// Which interfaces the metadata service answers on, and how.
struct MmdsConfig {
    MmdsVersion version = MmdsVersion::V1;
    QStringList networkInterfaces{}; ///< ids
    QString ipv4Address{};           ///< empty: kDefaultMmdsAddress
    bool imdsCompat = false;         ///< plain text whatever the guest accepts
    bool operator==(const MmdsConfig &) const = default;
};
inline constexpr QLatin1StringView kDefaultMmdsAddress("169.254.169.254");

struct Vsock {
    quint64 guestCid = 3;
    QString udsPath{};
    bool operator==(const Vsock &) const = default;
};

struct Balloon {
    quint64 amountMib = 0; ///< the target: what the guest gives back
    bool deflateOnOom = false;
    quint64 statsPollingIntervalS = 0; ///< 0: no statistics; up to 65535
    bool freePageHinting = false;
    bool freePageReporting = false;
    bool operator==(const Balloon &) const = default;
};

struct BalloonStatistics {
    quint64 targetMib = 0;
    quint64 actualMib = 0;
    QMap<QString, quint64> reported{}; ///< what the guest told, by the API's keys ("free_memory")
};

struct Entropy {
    std::optional<RateLimiter> rateLimiter{};
    bool operator==(const Entropy &) const = default;
};

struct Serial {
    QString serialOutPath{}; ///< a file or named pipe; empty: the engine's standard output
    std::optional<TokenBucket> rateLimiter{};
    bool operator==(const Serial &) const = default;
};

/// A whole machine as in a Firecracker configuration file and in GET /vm/config.
struct VmConfig {
    BootSource bootSource{};
    MachineConfig machine{};
    QList<Drive> drives{};
    QList<NetworkInterface> networkInterfaces{};
    std::optional<MmdsConfig> mmdsConfig{};
    /// What the metadata service begins with. Ours: "mmds" in the document, which engines leave out of consideration.
    std::optional<QJsonObject> mmds{};
    std::optional<Vsock> vsock{};
    std::optional<Balloon> balloon{};
    std::optional<Entropy> entropy{};
    std::optional<Serial> serial{}; ///< ours in the document, like `mmds`
    /// A CPU template of one's own (PUT /cpu-config); wins over `machine.cpuTemplate`.
    std::optional<QJsonObject> cpuConfig{};
    /// Sections that this version gives no form to (pmem …), kept word for word.
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
    bool operator==(const VersionInfo &) const = default;
};

/// PUT /logger.
struct LoggerConfig {
    QString logPath{};
    LogLevel level = LogLevel::Info;
    bool showLevel = true;
    bool showLogOrigin = false;
};

} // namespace sparkler::gui
