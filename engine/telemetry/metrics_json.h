#pragma once

#include "telemetry/text_buffer.h"

namespace sparkler::detail {

/// Enough for the tree and more than a hundred drives.
inline constexpr std::size_t kMetricsLineBytes = 256 * 1024;

/// What incremental leaves print.
enum class MetricsValues {
    SinceFlush, ///< the increase since the flush before; starts the next interval
    SinceStart, ///< the total; changes nothing
};

/// Appends the whole tree as one line of compact JSON, newline included. `labels` are members that follow the
/// timestamp, each with a comma before it. Async-signal-safe.
void appendMetricsLine(TextBuffer &out, std::uint64_t utcTimestampMs, MetricsValues values,
                       std::string_view labels = {}) noexcept;

} // namespace sparkler::detail
