#include "base/clock.h"

#include <ctime>

namespace sparkler {
namespace {

std::uint64_t nanos(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

class HostClock final : public Clock {
public:
    TimePoint now() const override { return TimePoint::clock::now(); }
};
constinit const HostClock theHostClock;

} // namespace

const Clock &hostClock()
{
    return theHostClock;
}

std::uint64_t monotonicMicros()
{
    return nanos(CLOCK_MONOTONIC) / 1000;
}

std::uint64_t processCpuMicros()
{
    return nanos(CLOCK_PROCESS_CPUTIME_ID) / 1000;
}

std::uint64_t wallClockMillis()
{
    return nanos(CLOCK_REALTIME) / 1'000'000;
}

} // namespace sparkler
