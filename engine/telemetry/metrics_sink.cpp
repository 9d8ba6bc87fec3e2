#include "telemetry/metrics_sink.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/json_text.h"
#include "base/os_error.h"
#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_json.h"

#include <array>
#include <cerrno>
#include <utility>

namespace sparkler {
namespace {

constinit MetricsSink sink;

// Zero-filled memory costs nothing until it is written. Two buffers: a handler may interrupt a flush.
constinit std::array<char, detail::kMetricsLineBytes> flushBuffer{};
constinit std::array<char, detail::kMetricsLineBytes> signalBuffer{};

/// Every line holds the properties: they must leave room for the metrics.
constexpr std::size_t kMostLabelBytes = detail::kMetricsLineBytes / 4;

int writeLine(detail::OutputTarget &target, std::array<char, detail::kMetricsLineBytes> &buffer,
              std::string_view labels) noexcept
{
    detail::TextBuffer line(buffer);
    detail::appendMetricsLine(line, wallClockMillis(), detail::MetricsValues::SinceFlush, labels);
    return line.truncated() ? EMSGSIZE : target.write(line.text());
}

/// The members of a line that come from its settings, each with a comma before it.
std::string labelsOf(const MetricsSettings &settings)
{
    std::string text;
    if (settings.emitId) {
        text += ",\"id\":";
        appendJsonString(text, logInstanceId());
    }
    if (settings.properties.empty())
        return text;
    text += ",\"properties\":{";
    bool first = true;
    for (const auto &[name, value] : settings.properties) {
        if (!std::exchange(first, false))
            text += ',';
        appendJsonString(text, name);
        text += ':';
        appendJsonString(text, value);
    }
    text += '}';
    return text;
}

} // namespace

Result<> MetricsSink::configure(const MetricsSettings &settings)
{
    const std::lock_guard guard(m_lock);
    if (m_target.isOpen())
        return fail(ErrorKind::InvalidInput, "Reinitialization of metrics not allowed.");
    std::string text = labelsOf(settings);
    if (text.size() > kMostLabelBytes)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The properties take more than {} bytes of a line.", kMostLabelBytes));
    TRY(m_target.open(settings.path));
    if (!text.empty())
        m_labels.store(new std::string(std::move(text)), std::memory_order_release);
    return {};
}

std::string_view MetricsSink::labels() const noexcept
{
    const std::string *text = m_labels.load(std::memory_order_acquire);
    return text ? std::string_view(*text) : std::string_view{};
}

Result<> MetricsSink::flush()
{
    const std::lock_guard guard(m_lock);
    if (!m_target.isOpen())
        return {};
    if (const int error = writeLine(m_target, flushBuffer, labels()); error != 0)
        return hostError(error);
    return {};
}

Result<std::string> MetricsSink::totals()
{
    const std::lock_guard guard(m_lock); // also the buffer's
    detail::TextBuffer line(flushBuffer);
    detail::appendMetricsLine(line, wallClockMillis(), detail::MetricsValues::SinceStart, labels());
    if (line.truncated())
        return hostError(EMSGSIZE);
    std::string text(line.text());
    text.pop_back();
    return text;
}

int MetricsSink::flushFromSignal() noexcept
{
    return m_target.isOpen() ? writeLine(m_target, signalBuffer, labels()) : 0;
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
