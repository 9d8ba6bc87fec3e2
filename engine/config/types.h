#pragma once

// Resource configurations as values. Names follow the REST API's fields; how they are realised is not known here.

#include "base/ipv4_address.h"
#include "base/log_level.h"
#include "base/mac_address.h"
#include "base/result.h"
#include "config/cpu_template.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
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
    std::optional<bool> htEnabled = {}; ///< `smt` was given by its name from before API level 1.0; the same value
    std::optional<CpuTemplate> cpuTemplate;
    std::optional<bool> trackDirtyPages;
    std::optional<HugePages> hugePages;
};

struct BootSourceConfig {
    std::string kernelImagePath;
    std::optional<std::string> initrdPath;
    std::optional<std::string> bootArgs; ///< absent: the built-in default
    bool operator==(const BootSourceConfig &) const = default;
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
    bool operator==(const DriveConfig &) const = default;
};

struct DriveUpdate {
    std::string driveId;
    std::optional<std::string> pathOnHost;
    std::optional<RateLimiterConfig> rateLimiter;
};

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

struct NetworkConfig {
    std::string ifaceId;
    std::string hostDevName;                 ///< tap; empty with a socketPath
    std::optional<std::string> socketPath{}; ///< of a process that plays the network, in place of the tap
    std::optional<MacAddress> guestMac;
    std::optional<std::uint16_t> mtu;
    std::optional<RateLimiterConfig> rxRateLimiter;
    std::optional<RateLimiterConfig> txRateLimiter;
    bool allowMmdsRequests = false; ///< the way to MMDS before API level 1.0
    bool operator==(const NetworkConfig &) const = default;
};

struct NetworkUpdate {
    std::string ifaceId;
    std::optional<RateLimiterConfig> rxRateLimiter;
    std::optional<RateLimiterConfig> txRateLimiter;
};

enum class MmdsVersion { V1, V2 };

struct MmdsConfig {
    MmdsVersion version = MmdsVersion::V1;
    std::vector<std::string> networkInterfaces;
    Ipv4Address ipv4Address{{169, 254, 169, 254}};
    bool imdsCompat = false;
    bool operator==(const MmdsConfig &) const = default;
};

struct VsockConfig {
    std::optional<std::string> vsockId; ///< deprecated, without meaning
    std::uint32_t guestCid = 0;
    std::string udsPath;
    bool operator==(const VsockConfig &) const = default;
};

/// A vsock device whose host side is the kernel's (vhost-vsock), as drivers from before API level 0.18 ask for.
struct VhostVsockConfig {
    std::string id;
    std::uint32_t guestCid = 0; ///< one of the whole host
    bool operator==(const VhostVsockConfig &) const = default;
};

struct BalloonConfig {
    std::uint32_t amountMib = 0; ///< the target
    bool deflateOnOom = false;
    std::uint16_t statsPollingIntervalS = 0; ///< 0: no statistics
    bool freePageHinting = false;
    bool freePageReporting = false;
    bool operator==(const BalloonConfig &) const = default;
};

struct EntropyConfig {
    std::optional<RateLimiterConfig> rateLimiter;
    bool operator==(const EntropyConfig &) const = default;
};

/// The content of a --config-file. What breaks a rule is found when it is applied, so that the logger is there by then.
struct VmConfigFile {
    BootSourceConfig bootSource;
    std::vector<Result<DriveConfig>> drives;    ///< an error: no allowed form
    std::optional<MachineConfigUpdate> machine; ///< vCPU count and memory size are present
    /// A custom CPU template, or the path of a file with one.
    std::optional<std::variant<std::string, CustomCpuTemplate>> cpuConfig;
    std::optional<LoggerConfig> logger;
    std::optional<MetricsConfig> metrics;
    std::vector<NetworkConfig> networkInterfaces;
    std::optional<VsockConfig> vsock;
    std::optional<BalloonConfig> balloon;
    std::optional<MmdsConfig> mmds;
    std::optional<EntropyConfig> entropy;
    Result<> absentDevices{}; ///< an error: a section of a device that this version does not have
};

/// What GET /vm/config shows.
struct FullVmConfig {
    std::vector<DriveConfig> drives; ///< the root drive first
    BootSourceConfig bootSource;
    MachineConfig machine;
    std::optional<BalloonConfig> balloon;
    std::optional<MmdsConfig> mmds; ///< only while an interface is associated
    std::vector<NetworkConfig> networkInterfaces;
    std::optional<VsockConfig> vsock;
    std::optional<VhostVsockConfig> vhostVsock; ///< never both
    std::optional<EntropyConfig> entropy;
};

} // namespace sparkler
