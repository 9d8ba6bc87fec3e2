#pragma once

#include "base/format.h"

#include <cstdint>
#include <source_location>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sparkler {

/// Severity of a record, most severe first.
enum class LogSeverity : std::uint8_t { Error, Warn, Info, Debug, Trace };

namespace detail {

/// A compile-time checked format string that remembers where it was written.
template <typename... Args>
struct LogFormat {
    template <typename Text>
    consteval LogFormat(const Text &text, std::source_location location = std::source_location::current())
        : format(text), where(location)
    {
    }
    fmt::format_string<Args...> format;
    std::source_location where;
};

bool logEnabled(LogSeverity severity);
/// Takes a token of the call site's bucket (10 records, one more every 500 ms); false when the record is suppressed.
bool logAdmitted(const std::source_location &where);
void logWrite(LogSeverity severity, const std::source_location &where, std::string_view message);

template <typename... Args>
void logRecord(LogSeverity severity, bool limited, const LogFormat<std::type_identity_t<Args>...> &format,
               Args &&...args)
{
    if (!logEnabled(severity) || (limited && !logAdmitted(format.where)))
        return;
    logWrite(severity, format.where, fmt::format(format.format, std::forward<Args>(args)...));
}

} // namespace detail

/// Log records; thread-safe, never blocking, lost (and counted) when the target cannot take them. Limited per call
/// site, so that a guest cannot flood the log; the *Always forms are for start-up, exit and API lines, which must never
/// be lost.
template <typename... Args>
void logError(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Error, true, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logWarn(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Warn, true, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logInfo(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Info, true, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logDebug(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Debug, false, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logErrorAlways(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Error, false, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logWarnAlways(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Warn, false, format, std::forward<Args>(args)...);
}
template <typename... Args>
void logInfoAlways(detail::LogFormat<std::type_identity_t<Args>...> format, Args &&...args)
{
    detail::logRecord<Args...>(LogSeverity::Info, false, format, std::forward<Args>(args)...);
}

} // namespace sparkler
