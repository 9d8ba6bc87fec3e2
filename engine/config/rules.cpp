#include "config/rules.h"

#include <algorithm>

namespace sparkler {
namespace {

constexpr std::uint32_t kMaxVcpus = 32;
constexpr std::size_t kMaxBootArgs = 2048; ///< bytes, with the terminating NUL

// The host (and "any") have the other numbers: linux/vm_sockets.h.
constexpr std::uint32_t kFirstGuestCid = 3;
constexpr std::uint32_t kLastGuestCid = 0xffff'fffe;

constexpr std::string_view kFaultVcpuCount =
    "The number of vCPUs must be greater than 0, less than 32 and must be 1 or "
    "an even number if SMT is enabled.";
constexpr std::string_view kFaultMemorySize = "The memory size (MiB) is invalid.";
constexpr std::string_view kFaultMemoryPages = "The memory size (MiB) is either 0, or not a multiple of the configured "
                                               "page size.";

struct CategoryWords {
    std::string_view api;
    std::string_view file;
};

CategoryWords words(Category category)
{
    switch (category) {
    case Category::Balloon:
        return {"Balloon config error: ", "Balloon device error: "};
    case Category::BootSource:
        return {"Boot source error: ", "Boot source error: "};
    case Category::Drive:
        return {"Drive config error: ", "Block device error: "};
    case Category::Entropy:
        return {"Entropy config error: ", "Entropy device error: "};
    case Category::Logger:
        return {"Logger error: ", "Logger error: "};
    case Category::Machine:
        return {"Machine config error: ", "VM config error: "};
    case Category::Metrics:
        return {"Metrics error: ", "Metrics error: "};
    case Category::MmdsConfig:
        return {"MMMDS config error: ", "MMDS config error: "}; // three M on the wire, as is
    case Category::Network:
        return {"Network config error: ", "Network device error: "};
    case Category::Vsock:
        return {"Vsock config error: ", "Vsock device error: "};
    }
    return {};
}

} // namespace

std::string inCategory(Category category, Origin origin, std::string_view text)
{
    const CategoryWords found = words(category);
    std::string fault(origin == Origin::Api ? found.api : found.file);
    fault += text;
    return fault;
}

Result<> checkMachineConfig(const MachineConfig &config, Origin origin)
{
    const auto refuse = [&](std::string_view text) {
        return fail(ErrorKind::InvalidInput, inCategory(Category::Machine, origin, text));
    };
    const bool oddWithSmt = config.smt && config.vcpuCount > 1 && config.vcpuCount % 2 != 0;
    if (config.vcpuCount == 0 || config.vcpuCount > kMaxVcpus || oddWithSmt)
        return refuse(kFaultVcpuCount);
    if (config.memSizeMib == 0)
        return refuse(kFaultMemorySize);
    if (config.hugePages != HugePages::None && config.memSizeMib % 2 != 0)
        return refuse(kFaultMemoryPages);
    return {};
}

MachineConfig withUpdate(const MachineConfig &current, const MachineConfigUpdate &update)
{
    return {
        .vcpuCount = update.vcpuCount.value_or(current.vcpuCount),
        .memSizeMib = update.memSizeMib.value_or(current.memSizeMib),
        .smt = update.smt.value_or(current.smt),
        .cpuTemplate = update.cpuTemplate.value_or(current.cpuTemplate),
        .trackDirtyPages = update.trackDirtyPages.value_or(current.trackDirtyPages),
        .hugePages = update.hugePages.value_or(current.hugePages),
    };
}

Result<MachineConfig> mergeMachineConfig(const MachineConfig &current, const MachineConfigUpdate &update, Origin origin)
{
    const MachineConfig merged = withUpdate(current, update);
    TRY(checkMachineConfig(merged, origin));
    return merged;
}

Result<> checkBootArgs(std::string_view bootArgs, Origin origin)
{
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorKind::InvalidInput, inCategory(Category::BootSource, origin,
                                                        "The kernel command line is invalid: " + std::string(why)));
    };
    if (!std::ranges::all_of(bootArgs, [](char c) { return c >= ' ' && c <= '~'; }))
        return refuse("String contains a non-printable ASCII character.");
    if (bootArgs.size() >= kMaxBootArgs)
        return refuse("Inserting string would make command line too long.");
    return {};
}

Result<> checkDrive(std::span<const DriveConfig> drives, const DriveConfig &drive, Origin origin)
{
    const bool otherRoot = std::ranges::any_of(
        drives, [&](const DriveConfig &other) { return other.isRootDevice && other.driveId != drive.driveId; });
    if (drive.isRootDevice && otherRoot)
        return fail(ErrorKind::InvalidInput,
                    inCategory(Category::Drive, origin, "A root block device already exists!"));
    return {};
}

Result<> checkDriveUpdate(const DriveUpdate &update)
{
    if (!update.pathOnHost && !update.rateLimiter)
        return fail(ErrorKind::InvalidInput,
                    "Please specify at least one property to patch: path_on_host, rate_limiter.");
    return {};
}

Result<> checkNetwork(std::span<const NetworkConfig> interfaces, const NetworkConfig &config, Origin origin)
{
    const bool taken = config.guestMac && std::ranges::any_of(interfaces, [&](const NetworkConfig &other) {
                           return other.ifaceId != config.ifaceId && other.guestMac == config.guestMac;
                       });
    if (taken)
        return fail(
            ErrorKind::InvalidInput,
            inCategory(Category::Network, origin, "The MAC address is already in use: " + toString(*config.guestMac)));
    return {};
}

Result<> checkMmdsConfig(std::span<const NetworkConfig> interfaces, const MmdsConfig &config, Origin origin)
{
    const auto refuse = [&](std::string_view text) {
        return fail(ErrorKind::InvalidInput, inCategory(Category::MmdsConfig, origin, text));
    };
    if (!isLinkLocal(config.ipv4Address))
        return refuse("The MMDS IPv4 address is not link local.");
    if (config.networkInterfaces.empty())
        return refuse("The list of network interface IDs that allow forwarding MMDS requests is empty.");
    const bool allExist = std::ranges::all_of(config.networkInterfaces, [&](const std::string &id) {
        return std::ranges::find(interfaces, id, &NetworkConfig::ifaceId) != interfaces.end();
    });
    if (!allExist)
        return refuse("The list of network interface IDs provided contains at least one ID that does not correspond "
                      "to any existing network interface.");
    return {};
}

Result<> checkVhostVsock(const VhostVsockConfig &config, Origin origin)
{
    if (config.guestCid < kFirstGuestCid || config.guestCid > kLastGuestCid)
        return fail(ErrorKind::InvalidInput,
                    inCategory(Category::Vsock, origin, "A guest's CID is from 3 to 4294967294."));
    return {};
}

Result<> checkBalloon(const BalloonConfig &balloon, const MachineConfig &machine, Origin origin)
{
    if (balloon.amountMib > machine.memSizeMib)
        return fail(ErrorKind::InvalidInput,
                    inCategory(Category::Balloon, origin, "Amount of pages requested is too large."));
    return {};
}

Result<> checkMemoryHoldsBalloon(const MachineConfig &machine, const BalloonConfig &balloon)
{
    if (machine.memSizeMib < balloon.amountMib)
        return fail(ErrorKind::InvalidInput,
                    inCategory(Category::Machine, Origin::Api,
                               "The memory size (MiB) is smaller than the previously set balloon device target size."));
    return {};
}

bool isOff(const TokenBucketConfig &bucket)
{
    return bucket.size == 0 || bucket.refillTimeMs == 0;
}

std::optional<RateLimiterConfig> effectiveRateLimiter(const std::optional<RateLimiterConfig> &limiter)
{
    if (!limiter)
        return std::nullopt;
    RateLimiterConfig result = *limiter;
    for (auto *bucket : {&result.bandwidth, &result.ops}) {
        if (*bucket && isOff(**bucket))
            bucket->reset();
    }
    if (!result.bandwidth && !result.ops)
        return std::nullopt;
    return result;
}

std::optional<RateLimiterConfig> mergeRateLimiter(const std::optional<RateLimiterConfig> &current,
                                                  const RateLimiterConfig &update)
{
    RateLimiterConfig merged = current.value_or(RateLimiterConfig{});
    if (update.bandwidth)
        merged.bandwidth = update.bandwidth;
    if (update.ops)
        merged.ops = update.ops;
    return effectiveRateLimiter(merged);
}

} // namespace sparkler
