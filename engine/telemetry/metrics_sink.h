#pragma once

// Where metrics go. Code that just counts includes telemetry/metrics.h.

#include "base/result.h"
#include "telemetry/output_target.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>

namespace sparkler {

/// Where the lines go, and what tells them from those of other processes.
struct MetricsSettings {
    std::string path;                                ///< file or FIFO, created when missing
    bool emitId = false;                             ///< each line has the instance's id (logInstanceId()) as `id`
    std::map<std::string, std::string> properties{}; ///< each line has them as `properties` unless there are none
};

/// Writes the metrics as lines of JSON to one file or FIFO. There is one per process, since handlers of deadly signals
/// write to it too: metricsSink().
class MetricsSink {
public:
    constexpr MetricsSink() noexcept : m_target(-1) {}

    /// Opens the target. Once per process. Any thread. Errors, without the caller's prefix: InvalidInput
    /// "Reinitialization of metrics not allowed." or that the properties are too long, Host/NotFound the bare reason
    /// ("… (os error 2)").
    Result<> configure(const MetricsSettings &settings);
    bool configured() const noexcept { return m_target.isOpen(); }

    /// Writes one line, whole or not at all; without a target does nothing and succeeds. Increases since the flush
    /// before are lost when the write fails. Never blocks on the target. Any thread. Error: Host with the bare reason;
    /// callers put "Failed to write metrics: " or their own words before it.
    Result<> flush();

    /// The document of a flush without its newline, its counters since the process's start: flushes neither see nor
    /// lose anything by it. Needs no target. Any thread. Error: Host with the bare reason.
    Result<std::string> totals();

    /// flush() from a handler of a deadly signal: async-signal-safe, takes no lock. 0 or the errno of the failed
    /// write. The process must not go on afterwards: a flush that it interrupted may lose increases.
    int flushFromSignal() noexcept;

private:
    std::string_view labels() const noexcept;

    std::mutex m_lock;
    detail::OutputTarget m_target;
    std::atomic<const std::string *> m_labels{nullptr}; ///< kept for the process's life, as handlers read it
};

MetricsSink &metricsSink() noexcept;

/// The flush of the periodic timer: a line that is lost is counted and logged.
void flushMetricsPeriodically();

} // namespace sparkler
