#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <chrono>

namespace sparkler {

/// A CLOCK_MONOTONIC timer as a descriptor that can be watched. Non-blocking.
class TimerFd {
public:
    /// Error: Host.
    static Result<TimerFd> create();
    /// Fires once after `delay` (at least 1 ns), replacing what was armed.
    void armOnce(std::chrono::nanoseconds delay);
    /// Fires every `period`.
    void armPeriodic(std::chrono::nanoseconds period);
    void disarm();
    /// Reads and clears; the number of expirations since the last call.
    std::uint64_t drain();
    /// Borrowed.
    int get() const { return m_fd.get(); }

private:
    explicit TimerFd(Fd fd) : m_fd(std::move(fd)) {}
    void set(std::chrono::nanoseconds first, std::chrono::nanoseconds period);
    Fd m_fd;
};

} // namespace sparkler
