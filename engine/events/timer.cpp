#include "events/timer.h"

#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <sys/timerfd.h>

namespace sparkler {
namespace {

timespec toTimespec(std::chrono::nanoseconds duration)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
    return timespec{.tv_sec = seconds.count(), .tv_nsec = (duration - seconds).count()};
}

} // namespace

Result<TimerFd> TimerFd::create()
{
    Fd fd(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
    if (!fd)
        return hostError(errno);
    return TimerFd(std::move(fd));
}

void TimerFd::set(std::chrono::nanoseconds first, std::chrono::nanoseconds period)
{
    const itimerspec spec{.it_interval = toTimespec(period), .it_value = toTimespec(first)};
    ::timerfd_settime(m_fd.get(), 0, &spec, nullptr);
}

void TimerFd::armOnce(std::chrono::nanoseconds delay)
{
    // A zero value would disarm the timer.
    set(std::max(delay, std::chrono::nanoseconds(1)), std::chrono::nanoseconds(0));
}

void TimerFd::armPeriodic(std::chrono::nanoseconds period)
{
    set(period, period);
}

void TimerFd::disarm()
{
    set(std::chrono::nanoseconds(0), std::chrono::nanoseconds(0));
}

std::uint64_t TimerFd::drain()
{
    return drainEventFd(m_fd.get()); // the same eight-byte counter protocol
}

} // namespace sparkler
