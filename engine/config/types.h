#pragma once

// Resource configurations as values. Names follow the REST API's fields; how they are realised is not known here.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sparkler {

/// One token bucket. `size` or `refillTimeMs` 0: the bucket is off.
struct TokenBucketConfig {
    std::uint64_t size = 0;                    ///< tokens (bytes or operations)
    std::optional<std::uint64_t> oneTimeBurst; ///< extra tokens, not refilled
    std::uint64_t refillTimeMs = 0;            ///< from empty to full
    bool operator==(const TokenBucketConfig &) const = default;
};

/// In a PATCH an absent bucket stays as it is.
struct RateLimiterConfig {
    std::optional<TokenBucketConfig> bandwidth;
    std::optional<TokenBucketConfig> ops;
    bool operator==(const RateLimiterConfig &) const = default;
};

enum class CpuTemplate { None, C3, T2, T2S, T2CL, T2A };
enum class HugePages { None, TwoMiB, Transparent };

struct MachineConfig {
    std::uint32_t vcpuCount = 1; ///< 1..32
    std::uint64_t memSizeMib = 128;
    bool smt = false;
    CpuTemplate cpuTemplate = CpuTemplate::None;
    bool trackDirtyPages = false;
    HugePages hugePages = HugePages::None;
    bool operator==(const MachineConfig &) const = default;
};

/// PATCH /machine-config: only what is present changes.
struct MachineConfigUpdate {
    std::optional<std::uint32_t> vcpuCount;
    std::optional<std::uint64_t> memSizeMib;
    std::optional<bool> smt;
    std::optional<CpuTemplate> cpuTemplate;
    std::optional<bool> trackDirtyPages;
    std::optional<HugePages> hugePages;
};

struct BootSourceConfig {
    std::string kernelImagePath;
    std::optional<std::string> initrdPath;
    std::optional<std::string> bootArgs; ///< absent: the built-in default
};

enum class CacheType { Unsafe, Writeback };
enum class IoEngine { Sync, Async };

struct DriveConfig {
    std::string driveId;
    std::string pathOnHost;
    bool isRootDevice = false;
    std::optional<std::string> partuuid;
    bool isReadOnly = false;
    CacheType cacheType = CacheType::Unsafe;
    std::optional<RateLimiterConfig> rateLimiter;
    IoEngine ioEngine = IoEngine::Sync;
};

struct DriveUpdate {
    std::string driveId;
    std::optional<std::string> pathOnHost;
    std::optional<RateLimiterConfig> rateLimiter;
};

enum class LogLevel { Off, Error, Warn, Info, Debug, Trace };

/// Absent parts stay as they are, but for `level`, which returns to Info.
struct LoggerConfig {
    std::optional<std::string> logPath;
    std::optional<LogLevel> level;
    std::optional<bool> showLevel;
    std::optional<bool> showLogOrigin;
    std::optional<std::string> module;
};

struct MetricsConfig {
    std::string metricsPath;
    bool emitId = false;
    std::map<std::string, std::string> properties{}; ///< copied into each line
};

struct SerialConfig {
    std::optional<std::string> serialOutPath;     ///< file or FIFO; absent: standard output
    std::optional<TokenBucketConfig> rateLimiter; ///< on output bytes
};

/// The content of a --config-file.
struct VmConfigFile {
    BootSourceConfig bootSource;
    std::vector<DriveConfig> drives;
    std::optional<MachineConfig> machine;
    std::optional<LoggerConfig> logger;
    std::optional<MetricsConfig> metrics;
};

/// What GET /vm/config shows.
struct FullVmConfig {
    std::vector<DriveConfig> drives; ///< the root drive first
    BootSourceConfig bootSource;
    MachineConfig machine;
};

} // namespace sparkler
