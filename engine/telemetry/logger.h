#pragma once

// Set-up of the logger and what only special callers need. Code that just logs includes telemetry/log.h.

#include "base/log_level.h"
#include "base/result.h"

#include <optional>
#include <source_location>
#include <string>
#include <string_view>

namespace sparkler {

/// What configureLogger() changes. Absent parts stay as they are, except the level, which returns to Info.
struct LoggerSettings {
    std::optional<std::string> path = std::nullopt; ///< file or FIFO, created when missing
    std::optional<LogLevel> level = std::nullopt;
    std::optional<bool> showLevel = std::nullopt;
    std::optional<bool> showLogOrigin = std::nullopt;
    /// Keeps only records of source files whose path below engine/ starts with this text, for example "api" or
    /// "virtio/block"; an empty text keeps all.
    std::optional<std::string> module = std::nullopt;
};

/// Applies all of `settings`, or nothing on an error. Any thread, any number of times; before the first call records go
/// to standard output from Info on, without level and origin. Error text: "Failed to open target file: {io}".
Result<> configureLogger(const LoggerSettings &settings);

/// The id in each record's prefix (at most 64 bytes are shown; "anonymous-instance" at first). Start-up, before there
/// are other threads.
void setLogInstanceId(std::string_view id);
/// The id as set, at most 64 bytes of it, or "anonymous-instance". Any thread.
std::string_view logInstanceId() noexcept;

/// Looks up what logFromSignal() needs and a signal handler may not look up (the time zone). Call before handlers are
/// installed.
void prepareLogFromSignal();

/// An Error record from a signal handler: async-signal-safe, takes no lock, cuts texts off at about 1 KiB.
void logFromSignal(std::string_view text, const std::source_location &where = std::source_location::current()) noexcept;

} // namespace sparkler
