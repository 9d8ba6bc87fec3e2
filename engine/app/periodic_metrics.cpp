#include "app/periodic_metrics.h"

#include "telemetry/log.h"
#include "telemetry/metrics_sink.h"

#include <chrono>
#include <sys/epoll.h>

namespace sparkler {
namespace {

constexpr std::chrono::seconds kPeriod{60};

} // namespace

void PeriodicMetrics::start(EventLoop &loop)
{
    flushMetricsPeriodically();
    auto timer = TimerFd::create();
    if (!timer) {
        logError("No periodic metrics: {}", timer.error().text);
        return;
    }
    m_timer.emplace(std::move(*timer));
    m_timer->armPeriodic(kPeriod);
    auto tick = loop.watch(m_timer->get(), EPOLLIN, [this](std::uint32_t) {
        m_timer->drain();
        flushMetricsPeriodically();
    });
    if (tick)
        m_tick = std::move(*tick);
    else
        logError("No periodic metrics: {}", tick.error().text);
}

} // namespace sparkler
