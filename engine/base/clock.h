#pragma once

#include <chrono>
#include <cstdint>

namespace sparkler {

/// A moment on the monotonic clock.
using TimePoint = std::chrono::steady_clock::time_point;

/// Where a device that lets time pass reads it. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};
/// CLOCK_MONOTONIC. Tests put a clock of their own in its place.
const Clock &hostClock();

/// CLOCK_MONOTONIC in microseconds.
std::uint64_t monotonicMicros();
/// CPU time consumed by this process so far (user + system), microseconds.
std::uint64_t processCpuMicros();
/// CLOCK_REALTIME in milliseconds since the Unix epoch.
std::uint64_t wallClockMillis();

} // namespace sparkler
