#pragma once

// Virtio devices as a snapshot keeps them: plain values, apart from behaviour. Whatever restores from them checks them
// as strictly as what a driver writes into live registers.

#include "ratelimit/state.h"
#include "virtio/queue.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace sparkler::virtio {

/// A queue's registers and where the device stands in it. What is in flight nevertheless is in the device's own state.
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
    bool active = false;            ///< the device runs: the first queues, as many as the features use, are valid
    std::vector<QueueState> queues; ///< as many as the device has
    bool operator==(const TransportState &) const = default;
};

struct BlockState {
    LimiterState limiter;
    bool operator==(const BlockState &) const = default;
};

/// A frame that was taken from the tap and waits for the limiter or for buffers of the driver: it comes first.
struct PendingFrame {
    std::vector<std::byte> bytes;   ///< with header; kNetMaxFrameBytes at most
    bool paid = false;              ///< the limiter was charged for it
    std::uint16_t buffersTried = 0; ///< that were too small for it
    bool operator==(const PendingFrame &) const = default;
};

struct NetState {
    LimiterState rxLimiter;
    LimiterState txLimiter;
    std::optional<PendingFrame> pendingFrame; ///< only while the device is active
    bool operator==(const NetState &) const = default;
};

/// Connections are not kept: the restored guest is told that they are gone.
struct VsockState {
    std::uint32_t lastLocalPort = (1u << 30) - 1; ///< given to the last connection from the host
    /// Buffers in the event queue with which the driver has dealt with all TRANSPORT_RESET events that it was told.
    std::optional<std::uint16_t> eventsAnsweredAt;
    bool operator==(const VsockState &) const = default;
};

struct BalloonState {
    std::uint32_t targetPages = 0;
    std::uint32_t actualPages = 0;
    std::optional<std::uint16_t> statisticsHead; ///< the chain that is held; in flight in the statistics queue
    std::uint32_t lastHintingRun = 1;            ///< its command id; 1: there was none
    std::uint32_t hintingHostCommand = 0;        ///< 0, 1 (done) or the last run's
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
