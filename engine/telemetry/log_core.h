#pragma once

// Between logger.cpp (state and line format) and spdlog_backend.cpp. Not for other rooms.

#include "telemetry/log.h"
#include "telemetry/output_target.h"
#include "telemetry/text_buffer.h"

#include <ctime>

namespace sparkler::detail {

inline constexpr std::size_t kMaxPrefixBytes = 512;

struct RecordOrigin {
    LogSeverity severity = LogSeverity::Info;
    std::string_view file; ///< as the compiler knows it; may be empty
    unsigned line = 0;
};

/// "2018-09-09T12:52:00.123456789 [MYID:fc_api:WARN:engine/api/x.cpp:52] ". Async-signal-safe.
void appendRecordPrefix(TextBuffer &out, const RecordOrigin &origin, const timespec &wallClock) noexcept;

OutputTarget &logTarget() noexcept;

/// Hands a record that is to be written to spdlog. Never throws; a record that cannot be written is counted.
void writeThroughSpdlog(const RecordOrigin &origin, std::string_view message) noexcept;

} // namespace sparkler::detail
