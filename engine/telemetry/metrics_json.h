#pragma once

#include "telemetry/metrics.h"
#include "telemetry/text_buffer.h"

namespace sparkler::detail {

/// Enough for the tree and more than a hundred drives.
inline constexpr std::size_t kMetricsLineBytes = 256 * 1024;

/// A device's metrics in the list of all devices of its kind, sorted by id in byte order. Nodes are never freed or
/// moved, so the list can be walked without a lock, also in a signal handler.
template <typename Leaves>
struct DeviceMetricsNode {
    std::string_view id;
    Leaves leaves;
    std::atomic<DeviceMetricsNode *> next{nullptr};
};
/// Leaves: BlockMetrics or NetMetrics.
template <typename Leaves>
DeviceMetricsNode<Leaves> *firstDeviceMetrics() noexcept;

/// What incremental leaves print.
enum class MetricsValues {
    SinceFlush, ///< the increase since the flush before; starts the next interval
    SinceStart, ///< the total; changes nothing
};

/// Appends the whole tree as one line of compact JSON, newline included. Async-signal-safe.
void appendMetricsLine(TextBuffer &out, std::uint64_t utcTimestampMs, MetricsValues values) noexcept;

} // namespace sparkler::detail
