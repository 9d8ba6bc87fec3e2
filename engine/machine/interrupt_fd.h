#pragma once

#include "base/fd.h"
#include "bus/bus.h"

namespace sparkler {

/// An interrupt line that is an eventfd wired into the hypervisor (irqfd). Thread-safe.
class InterruptFd final : public InterruptLine {
public:
    /// Error: Host.
    static Result<InterruptFd> create()
    {
        Fd fd = TRY(Fd::eventFd());
        return InterruptFd(std::move(fd));
    }
    void trigger() override { signalEventFd(m_fd.get()); }
    /// Borrowed.
    int get() const { return m_fd.get(); }

private:
    explicit InterruptFd(Fd fd) : m_fd(std::move(fd)) {}
    Fd m_fd;
};

} // namespace sparkler
