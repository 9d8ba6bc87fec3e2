#include "telemetry/metrics_sink.h"

#include "base/clock.h"
#include "base/os_error.h"
#include "telemetry/log.h"
#include "telemetry/metrics_json.h"

#include <array>
#include <cerrno>

namespace sparkler {
namespace {

constinit MetricsSink sink;

// Zero-filled memory costs nothing until it is written. Two buffers: a handler may interrupt a flush.
constinit std::array<char, detail::kMetricsLineBytes> flushBuffer{};
constinit std::array<char, detail::kMetricsLineBytes> signalBuffer{};

int writeLine(detail::OutputTarget &target, std::array<char, detail::kMetricsLineBytes> &buffer) noexcept
{
    detail::TextBuffer line(buffer);
    detail::appendMetricsLine(line, wallClockMillis(), detail::MetricsValues::SinceFlush);
    return line.truncated() ? EMSGSIZE : target.write(line.text());
}

} // namespace

Result<> MetricsSink::configure(const std::string &path)
{
    const std::lock_guard guard(m_lock);
    if (m_target.isOpen())
        return fail(ErrorKind::InvalidInput, "Reinitialization of metrics not allowed.");
    return m_target.open(path);
}

Result<> MetricsSink::flush()
{
    const std::lock_guard guard(m_lock);
    if (!m_target.isOpen())
        return {};
    if (const int error = writeLine(m_target, flushBuffer); error != 0)
        return hostError(error);
    return {};
}

Result<std::string> MetricsSink::totals()
{
    const std::lock_guard guard(m_lock); // also the buffer's
    detail::TextBuffer line(flushBuffer);
    detail::appendMetricsLine(line, wallClockMillis(), detail::MetricsValues::SinceStart);
    if (line.truncated())
        return hostError(EMSGSIZE);
    std::string text(line.text());
    text.pop_back();
    return text;
}

int MetricsSink::flushFromSignal() noexcept
{
    return m_target.isOpen() ? writeLine(m_target, signalBuffer) : 0;
}

MetricsSink &metricsSink() noexcept
{
    return sink;
}

void flushMetricsPeriodically()
{
    if (const auto flushed = metricsSink().flush(); !flushed) {
        metrics().logger.missedMetricsCount.add();
        logError("Failed to write metrics: {}", flushed.error().text);
    }
}

} // namespace sparkler
