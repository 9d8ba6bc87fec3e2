#pragma once

#include "events/event_loop.h"
#include "events/timer.h"

#include <optional>

namespace sparkler {

/// Writes the metrics when a machine starts and every 60 seconds from then on, to wherever they are configured to go.
/// Loop's thread.
class PeriodicMetrics {
public:
    /// Without a timer the metrics are written once, and the log says why. `loop` outlives the object; `this` stays
    /// where it is.
    void start(EventLoop &loop);

private:
    std::optional<TimerFd> m_timer;
    EventLoop::Registration m_tick;
};

} // namespace sparkler
