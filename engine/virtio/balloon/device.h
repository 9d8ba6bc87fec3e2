#pragma once

#include "virtio/device.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace sparkler::virtio {

/// What the balloon is made from.
struct BalloonSettings {
    std::uint32_t amountMib = 0;
    bool deflateOnOom = false;
    std::uint16_t statsPollingIntervalSeconds = 0; ///< 0: no statistics
    bool freePageHinting = false;
    bool freePageReporting = false;
};

/// What the guest told last; each only if it told it. Bytes where Linux says bytes, else counts.
struct BalloonStatistics {
    std::uint32_t targetPages = 0; ///< of 4 KiB
    std::uint32_t actualPages = 0;
    std::uint32_t targetMib = 0;
    std::uint32_t actualMib = 0;
    std::optional<std::uint64_t> swapIn, swapOut, majorFaults, minorFaults, freeMemory, totalMemory, availableMemory,
        diskCaches, hugetlbAllocations, hugetlbFailures, oomKill, allocStall, asyncScan, directScan, asyncReclaim,
        directReclaim;
};

// Feature bits of virtio 1.2, 5.5.3.
constexpr std::uint64_t kBalloonFeatureStatistics = std::uint64_t{1} << 1;
constexpr std::uint64_t kBalloonFeatureDeflateOnOom = std::uint64_t{1} << 2;
constexpr std::uint64_t kBalloonFeatureHinting = std::uint64_t{1} << 3;
constexpr std::uint64_t kBalloonFeatureReporting = std::uint64_t{1} << 5;

/// The state of free page hinting: command ids, 0 stop, 1 done, from 2 on runs.
struct BalloonHinting {
    std::uint32_t hostCommand = 0;
    std::optional<std::uint32_t> guestCommand;
    bool operator==(const BalloonHinting &) const = default;
};

/// A virtio memory balloon (virtio 1.2, 5.5). Calls that change something need the transport's lock.
class BalloonDevice : public VirtioDevice {
public:
    /// Errors: Host; InvalidInput as from setAmount().
    static Result<std::unique_ptr<BalloonDevice>> create(const BalloonSettings &settings);

    /// The settings as they are now: a PATCH shows.
    virtual BalloonSettings settings() const = 0;
    /// A new target. The caller has compared it with the guest's memory. Errors: WrongPhase "Device not activated
    /// yet.", InvalidInput when the pages do not fit into 32 bits ("Requested memory should be less than {n}MiB").
    virtual Result<> setAmount(std::uint32_t amountMib) = 0;
    /// Error: InvalidInput "Statistics cannot be enabled/disabled after activation." The value in force is always fine.
    virtual Result<> setStatsPollingInterval(std::uint16_t seconds) = 0;
    /// Error: InvalidInput "Received stats query when stats are disabled."
    virtual Result<BalloonStatistics> statistics() const = 0;
    /// The next run, whose id the driver is told. `acknowledgeOnStop`: the run is done as soon as the guest says so.
    /// Errors: InvalidInput "Attempting to use hinting when not enabled" (also when the driver did not take the
    /// feature), WrongPhase "Device not activated yet."
    virtual Result<> startHinting(bool acknowledgeOnStop) = 0;
    /// The run is done: nothing that the guest hinted is released from now on. Errors: as startHinting().
    virtual Result<> stopHinting() = 0;
    /// Error: InvalidInput "Attempting to use hinting when not enabled".
    virtual Result<BalloonHinting> hinting() const = 0;
};

} // namespace sparkler::virtio
