#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sparkler {

/// The least severe records that a log keeps.
enum class LogLevel : std::uint8_t { Off, Error, Warn, Info, Debug, Trace };

/// "Error", "Warning", "Warn", "Info", "Debug", "Trace" or "Off" in any letter case; nothing for other words.
std::optional<LogLevel> parseLogLevel(std::string_view word);

} // namespace sparkler
