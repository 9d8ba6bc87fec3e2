#pragma once

#include <cstdint>

namespace sparkler {

/// CLOCK_MONOTONIC in microseconds.
std::uint64_t monotonicMicros();
/// CPU time consumed by this process so far (user + system), microseconds.
std::uint64_t processCpuMicros();
/// CLOCK_REALTIME in milliseconds since the Unix epoch.
std::uint64_t wallClockMillis();

} // namespace sparkler
