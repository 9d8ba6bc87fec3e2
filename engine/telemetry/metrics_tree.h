#pragma once

// The tree of metrics as data: what every printer of them walks. Groups and leaves stand in the order in which they are
// printed (reference: one group per device kind, per-device groups before their sum).

#include "telemetry/metrics.h"

#include <span>
#include <string>

namespace sparkler::detail {

enum class LeafKind : std::uint8_t { Counter, Gauge, Aggregate };

/// One leaf of a group. `find` takes the group's set of values and gives the leaf's, of the type that `kind` says.
struct MetricsLeaf {
    const char *name;
    const char *help; ///< one line, without a backslash
    LeafKind kind;
    void *(*find)(void *set) noexcept;

    Counter &counter(void *set) const noexcept { return *static_cast<Counter *>(find(set)); }
    Gauge &gauge(void *set) const noexcept { return *static_cast<Gauge *>(find(set)); }
    LatencyAggregate &aggregate(void *set) const noexcept { return *static_cast<LatencyAggregate *>(find(set)); }
};

/// A device's set in the list of all devices of its kind, sorted by id in byte order. Nodes are never freed or moved,
/// so the list can be walked without a lock, also in a signal handler.
struct DeviceMetricsNode {
    std::string id;
    void *set = nullptr;
    std::atomic<DeviceMetricsNode *> next{nullptr};
};
/// Leaves: BlockMetrics or NetMetrics.
template <typename Leaves>
DeviceMetricsNode *firstDeviceMetrics() noexcept;

/// A group has one set for the process, or one for each device of a kind.
struct MetricsGroup {
    const char *name;
    std::span<const MetricsLeaf> leaves;
    void *(*set)() noexcept;                                ///< null: one for each device
    DeviceMetricsNode *(*firstDevice)() noexcept = nullptr; ///< null: one for the process
    const char *deviceLabel = nullptr;                      ///< what a device of this kind is called ("drive")
};

/// At least the number of leaves of any group of devices.
inline constexpr std::size_t kMostDeviceLeaves = 32;

/// Async-signal-safe, as all that it refers to.
std::span<const MetricsGroup> metricsTree() noexcept;

} // namespace sparkler::detail
