#pragma once

#include "base/clock.h"

namespace sparkler::test {

/// A clock that stands still until it is moved.
class ManualClock final : public Clock {
public:
    TimePoint now() const override { return m_now; }
    void advance(std::chrono::nanoseconds by) { m_now += by; }

private:
    TimePoint m_now{std::chrono::hours(1)};
};

} // namespace sparkler::test
