#pragma once

// Virtio devices as a snapshot keeps them: plain values, apart from behaviour. Whatever restores from them checks them
// as strictly as what a driver writes into live registers.

#include "ratelimit/state.h"
#include "virtio/queue.h"

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace sparkler::virtio {

/// A queue's registers and where the device stands in it. Nothing is in flight in a saved queue.
struct QueueState {
    QueueConfig config;
    QueuePosition position;
    bool operator==(const QueueState &) const = default;
};

/// The registers of an MMIO transport.
struct TransportState {
    std::uint32_t status = 0;
    std::uint32_t interruptStatus = 0;
    std::uint32_t configGeneration = 0;
    std::uint32_t deviceFeaturesPage = 0;
    std::uint32_t driverFeaturesPage = 0;
    std::uint32_t queueSelect = 0;
    std::uint64_t driverFeatures = 0;
    bool active = false; ///< the device runs: the first queues, as many as the features use, are valid
    std::vector<QueueState> queues;
    bool operator==(const TransportState &) const = default;
};

struct BlockState {
    LimiterState limiter;
    bool operator==(const BlockState &) const = default;
};

struct NetState {
    LimiterState rxLimiter;
    LimiterState txLimiter;
    bool operator==(const NetState &) const = default;
};

struct VsockState {
    bool operator==(const VsockState &) const = default;
};

struct BalloonState {
    std::uint32_t targetPages = 0;
    std::uint32_t actualPages = 0;
    std::optional<std::uint16_t> statisticsHead; ///< the chain that is held; in flight in the statistics queue
    std::uint32_t lastHintingRun = 1;            ///< its command id
    std::uint32_t hintingHostCommand = 0;
    std::optional<std::uint32_t> hintingGuestCommand;
    bool hintingAcknowledgeOnStop = true;
    /// By the statistics' tags of virtio 1.2, 5.5.6.3 and those that Linux added.
    std::array<std::optional<std::uint64_t>, 16> statistics{};
    bool operator==(const BalloonState &) const = default;
};

struct EntropyState {
    LimiterState limiter;
    bool operator==(const EntropyState &) const = default;
};

/// What is particular to a type of device.
using DeviceState = std::variant<BlockState, NetState, VsockState, BalloonState, EntropyState>;

} // namespace sparkler::virtio
