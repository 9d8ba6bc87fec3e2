#pragma once

#include "telemetry/metrics.h"

#include <cstdint>

namespace sparkler::test {

/// What a metric gained since this was made: metrics are global, so totals depend on the tests before.
class CounterIncrease {
public:
    explicit CounterIncrease(Counter &counter) : m_counter(counter), m_before(counter.total()) {}
    std::uint64_t operator()() const { return m_counter.total() - m_before; }

private:
    Counter &m_counter;
    std::uint64_t m_before;
};

} // namespace sparkler::test
