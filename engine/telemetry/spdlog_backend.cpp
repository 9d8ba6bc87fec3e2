// The only file that sees spdlog. spdlog carries records from callers to the sink; format and target are ours, because
// clients parse the one and rely on the other never blocking.

#include "telemetry/log_core.h"
#include "telemetry/metrics.h"

#ifndef SPDLOG_FMT_EXTERNAL
#define SPDLOG_FMT_EXTERNAL
#endif
#ifndef SPDLOG_NO_THREAD_ID
#define SPDLOG_NO_THREAD_ID // a system call per record for a number that no record shows
#endif
#include <spdlog/logger.h>

#include <array>
#include <memory>
#include <mutex>

namespace sparkler::detail {
namespace {

constexpr std::array kSpdlogLevels{spdlog::level::err, spdlog::level::warn, spdlog::level::info, spdlog::level::debug,
                                   spdlog::level::trace};

spdlog::level::level_enum toSpdlog(LogSeverity severity)
{
    return kSpdlogLevels[static_cast<std::size_t>(severity)];
}

LogSeverity fromSpdlog(spdlog::level::level_enum level)
{
    switch (level) {
    case spdlog::level::trace:
        return LogSeverity::Trace;
    case spdlog::level::debug:
        return LogSeverity::Debug;
    case spdlog::level::info:
        return LogSeverity::Info;
    case spdlog::level::warn:
        return LogSeverity::Warn;
    default:
        return LogSeverity::Error;
    }
}

/// Whole lines in the format of the reference, newline included.
class LineFormatter final : public spdlog::formatter {
public:
    void format(const spdlog::details::log_msg &message, spdlog::memory_buf_t &out) override
    {
        const auto sinceEpoch = std::chrono::duration_cast<std::chrono::nanoseconds>(message.time.time_since_epoch());
        const timespec wallClock{static_cast<time_t>(sinceEpoch.count() / 1'000'000'000),
                                 static_cast<long>(sinceEpoch.count() % 1'000'000'000)};
        RecordOrigin origin;
        origin.severity = fromSpdlog(message.level);
        if (message.source.filename)
            origin.file = message.source.filename;
        origin.line = static_cast<unsigned>(message.source.line);

        std::array<char, kMaxPrefixBytes> storage;
        TextBuffer prefix(storage);
        appendRecordPrefix(prefix, origin, wallClock);
        const std::string_view text = prefix.text();
        out.append(text.data(), text.data() + text.size());
        out.append(message.payload.data(), message.payload.data() + message.payload.size());
        out.push_back('\n');
    }
    std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<LineFormatter>(); }
};

/// One write(2) per record. Derived from spdlog's plainest sink: its base_sink would build a pattern formatter first.
class TargetSink final : public spdlog::sinks::sink {
public:
    void log(const spdlog::details::log_msg &message) override
    {
        spdlog::memory_buf_t line;
        m_formatter.format(message, line);
        const std::lock_guard guard(m_lock);
        if (logTarget().write({line.data(), line.size()}) != 0)
            metrics().logger.missedLogCount.add();
    }
    void flush() override {} // every record has been written already
    void set_pattern(const std::string &) override {}
    void set_formatter(std::unique_ptr<spdlog::formatter>) override {}

private:
    LineFormatter m_formatter;
    std::mutex m_lock; ///< keeps lines apart that need more than one write
};

spdlog::logger &backend()
{
    // Never destroyed: threads and exit handlers may log to the very end.
    static spdlog::logger *const logger = [] {
        auto *made = new spdlog::logger("engine", std::make_shared<TargetSink>());
        made->set_level(spdlog::level::trace); // which records are kept has been decided before
        made->set_error_handler([](const std::string &) { metrics().logger.missedLogCount.add(); });
        return made;
    }();
    return *logger;
}

} // namespace

void writeThroughSpdlog(const RecordOrigin &origin, std::string_view message) noexcept
{
    try {
        // SAFETY: origin.file comes from std::source_location, whose names are zero-terminated.
        const spdlog::source_loc source{origin.file.data(), static_cast<int>(origin.line), ""};
        backend().log(source, toSpdlog(origin.severity), spdlog::string_view_t(message.data(), message.size()));
    } catch (...) { // out of memory: the record is lost, its caller goes on
        metrics().logger.missedLogCount.add();
    }
}

} // namespace sparkler::detail
