#include "telemetry/logger.h"

#include "base/clock.h"
#include "telemetry/call_site_limiter.h"
#include "telemetry/log_core.h"
#include "telemetry/metrics.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <memory>
#include <mutex>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

namespace sparkler {
namespace {

constexpr std::size_t kMaxIdBytes = 64;
constexpr std::size_t kMaxModuleBytes = 256; ///< longer than any source path

/// Everything a record's prefix depends on. Atomics, because signal handlers read it.
struct LoggerState {
    std::atomic<LogLevel> threshold{LogLevel::Info};
    std::atomic<bool> showLevel{false};
    std::atomic<bool> showLogOrigin{false};
    std::atomic<const std::string *> module{nullptr}; ///< null: all records are kept
    std::array<char, kMaxIdBytes> id{};
    std::atomic<std::size_t> idBytes{0}; ///< 0: not set yet
    std::atomic<long> utcOffsetSeconds{0};
    std::atomic<std::int64_t> utcOffsetValidUntil{0}; ///< seconds since the epoch; 0: never looked up
};

constinit LoggerState state;
constinit detail::OutputTarget target{STDOUT_FILENO};
constinit detail::CallSiteLimiter limiter;
constinit std::mutex configureLock;

struct ThreadName {
    std::array<char, 16> text;
    std::uint8_t bytes; ///< 0: not looked up yet
};
constinit thread_local ThreadName threadName{};

constexpr std::array<std::string_view, 5> kSeverityNames{"ERROR", "WARN", "INFO", "DEBUG", "TRACE"};

/// main for the first thread, its name for one that was given a name of its own, else "-". Looked up once per thread,
/// so a thread is named before it logs. Async-signal-safe.
std::string_view currentThreadName() noexcept
{
    if (threadName.bytes == 0) {
        std::string_view name;
        char comm[16] = {};
        if (::gettid() == ::getpid())
            name = "main";
        else if (::prctl(PR_GET_NAME, comm) == 0)
            name = comm;
        // A thread without a name of its own has inherited the program's.
        const std::string_view program = std::string_view(::program_invocation_short_name).substr(0, sizeof comm - 1);
        if (name.empty() || name == program)
            name = "-";
        std::ranges::copy(name, threadName.text.begin());
        threadName.bytes = static_cast<std::uint8_t>(name.size());
    }
    return {threadName.text.data(), threadName.bytes};
}

/// localtime_r() takes a lock and reads a file, so it is asked only when the offset may have changed: zones change
/// theirs at quarters of an hour.
void refreshUtcOffset()
{
    static constexpr std::int64_t kQuarterHour = 900;
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    if (now.tv_sec < state.utcOffsetValidUntil.load(std::memory_order_relaxed))
        return;
    tm local{};
    if (::localtime_r(&now.tv_sec, &local))
        state.utcOffsetSeconds.store(local.tm_gmtoff, std::memory_order_relaxed);
    state.utcOffsetValidUntil.store((now.tv_sec / kQuarterHour + 1) * kQuarterHour, std::memory_order_relaxed);
}

/// Local time with nine fractional digits. The calendar is computed here (days since 0000-03-01 in eras of 400 years),
/// since no library function for it is async-signal-safe.
void appendTimestamp(detail::TextBuffer &out, const timespec &wallClock) noexcept
{
    const std::int64_t local = wallClock.tv_sec + state.utcOffsetSeconds.load(std::memory_order_relaxed);
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(local, 0)); // clocks before 1970 show 1970
    const std::uint64_t days = seconds / 86400 + 719468;
    const std::uint64_t secondOfDay = seconds % 86400;
    const std::uint64_t era = days / 146097;
    const std::uint64_t dayOfEra = days % 146097;
    const std::uint64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::uint64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100); // from March 1
    const std::uint64_t shiftedMonth = (5 * dayOfYear + 2) / 153;
    const std::uint64_t month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;

    out.appendDecimal(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4);
    out.append('-');
    out.appendDecimal(month, 2);
    out.append('-');
    out.appendDecimal(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2);
    out.append('T');
    out.appendDecimal(secondOfDay / 3600, 2);
    out.append(':');
    out.appendDecimal(secondOfDay / 60 % 60, 2);
    out.append(':');
    out.appendDecimal(secondOfDay % 60, 2);
    out.append('.');
    out.appendDecimal(static_cast<std::uint64_t>(wallClock.tv_nsec), 9);
}

/// A source path as records show it: as it is when relative to the source tree, else its last two components. Always
/// with a '/', as clients' patterns want it; "?" when unknown.
void appendSourceFile(detail::TextBuffer &out, std::string_view file) noexcept
{
    if (file.empty()) {
        out.append('?');
        return;
    }
    const std::size_t last = file.rfind('/');
    if (last == std::string_view::npos) {
        out.append("./");
    } else if (file.front() == '/' && last > 0) {
        const std::size_t previous = file.rfind('/', last - 1);
        file.remove_prefix(previous == std::string_view::npos ? 0 : previous + 1);
    }
    out.append(file.substr(0, 200));
}

bool keptByModule(std::string_view file) noexcept
{
    const std::string *module = state.module.load(std::memory_order_acquire);
    if (!module)
        return true;
    static constexpr std::string_view kRoot = "engine/";
    const std::size_t at = file.rfind(kRoot);
    if (at != std::string_view::npos)
        file.remove_prefix(at + kRoot.size());
    return !file.empty() && file.starts_with(*module);
}

std::string_view fileOf(const std::source_location &where) noexcept
{
    return where.file_name() ? std::string_view(where.file_name()) : std::string_view();
}

void setModule(std::string_view module)
{
    // Filters are kept for good: another thread or a handler may be reading an old one.
    static auto &filters = *new std::vector<std::unique_ptr<const std::string>>();
    const std::string_view shown = module.substr(0, kMaxModuleBytes);
    const std::string *current = state.module.load(std::memory_order_relaxed);
    if (shown.empty()) {
        state.module.store(nullptr, std::memory_order_release);
    } else if (!current || *current != shown) {
        filters.push_back(std::make_unique<const std::string>(shown));
        state.module.store(filters.back().get(), std::memory_order_release);
    }
}

} // namespace

Result<> configureLogger(const LoggerSettings &settings)
{
    const std::lock_guard guard(configureLock);
    if (settings.path) {
        if (auto opened = target.open(*settings.path); !opened) {
            Error error = std::move(opened).error();
            return fail(error.kind, "Failed to open target file: " + error.text, error.hostErrno);
        }
    }
    state.threshold.store(settings.level.value_or(LogLevel::Info), std::memory_order_relaxed);
    if (settings.showLevel)
        state.showLevel.store(*settings.showLevel, std::memory_order_relaxed);
    if (settings.showLogOrigin)
        state.showLogOrigin.store(*settings.showLogOrigin, std::memory_order_relaxed);
    if (settings.module)
        setModule(*settings.module);
    refreshUtcOffset();
    return {};
}

void setLogInstanceId(std::string_view id)
{
    const std::string_view shown = id.substr(0, kMaxIdBytes);
    std::ranges::copy(shown, state.id.begin());
    state.idBytes.store(shown.size(), std::memory_order_release);
}

std::string_view logInstanceId() noexcept
{
    const std::size_t bytes = state.idBytes.load(std::memory_order_acquire);
    return bytes == 0 ? std::string_view("anonymous-instance") : std::string_view(state.id.data(), bytes);
}

void prepareLogFromSignal()
{
    refreshUtcOffset();
}

void logFromSignal(std::string_view text, const std::source_location &where) noexcept
{
    if (!detail::logEnabled(LogSeverity::Error) || !keptByModule(fileOf(where)))
        return;
    static constexpr std::size_t kMaxTextBytes = 1024;
    std::array<char, detail::kMaxPrefixBytes + kMaxTextBytes + 1> storage;
    detail::TextBuffer line(storage);
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    detail::appendRecordPrefix(line, {LogSeverity::Error, fileOf(where), where.line()}, now);
    line.append(text.substr(0, kMaxTextBytes));
    line.append('\n');
    if (target.write(line.text()) != 0)
        metrics().logger.missedLogCount.add();
}

namespace detail {

void appendRecordPrefix(TextBuffer &out, const RecordOrigin &origin, const timespec &wallClock) noexcept
{
    appendTimestamp(out, wallClock);
    out.append(" [");
    out.append(logInstanceId());
    out.append(':');
    out.append(currentThreadName());
    if (state.showLevel.load(std::memory_order_relaxed)) {
        out.append(':');
        out.append(kSeverityNames[static_cast<std::size_t>(origin.severity)]);
    }
    if (state.showLogOrigin.load(std::memory_order_relaxed)) {
        out.append(':');
        appendSourceFile(out, origin.file);
        out.append(':');
        out.appendDecimal(origin.line);
    }
    out.append("] ");
}

OutputTarget &logTarget() noexcept
{
    return target;
}

bool logEnabled(LogSeverity severity)
{
    // Off is 0, and each threshold is one above the severity that it still lets through.
    return static_cast<unsigned>(severity) < static_cast<unsigned>(state.threshold.load(std::memory_order_relaxed));
}

bool logAdmitted(const std::source_location &where)
{
    if (!keptByModule(fileOf(where)))
        return false; // would not be written, so it costs no token
    const CallSiteLimiter::Verdict verdict = limiter.take(where, monotonicMicros());
    if (!verdict.admitted) {
        metrics().logger.rateLimitedLogCount.add();
        return false;
    }
    if (verdict.suppressed != 0 && logEnabled(LogSeverity::Warn))
        logWrite(LogSeverity::Warn, where,
                 fmt::format("{} messages were suppressed due to rate limiting", verdict.suppressed));
    return true;
}

void logWrite(LogSeverity severity, const std::source_location &where, std::string_view message)
{
    if (!keptByModule(fileOf(where)))
        return;
    refreshUtcOffset();
    writeThroughSpdlog({severity, fileOf(where), where.line()}, message);
}

} // namespace detail
} // namespace sparkler
