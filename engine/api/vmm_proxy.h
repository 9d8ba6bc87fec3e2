#pragma once

#include "api/actions.h"
#include "events/event_loop.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace sparkler::api {

/// Takes actions from the API thread to a handler that lives on the VMM thread, one at a time, and waits for the
/// answer.
class VmmProxy final : public ActionHandler {
public:
    /// Both are borrowed. `vmm` must not be destroyed before the last call of handle() has begun to wait.
    VmmProxy(EventLoop &vmm, ActionHandler &handler) : m_vmm(vmm), m_handler(handler) {}

    /// API thread. Without an answer (the loop is gone, or cancel() came first) abandoned() is true afterwards.
    Result<Reply> handle(const Action &action) override;
    bool abandoned() const { return m_abandoned; }

    /// Any thread: a waiting handle() returns, with its answer if that is there; later ones do not start.
    void cancel();

private:
    struct Call;
    class Ticket;

    EventLoop &m_vmm;
    ActionHandler &m_handler;
    bool m_abandoned = false; ///< API thread only
    std::mutex m_lock;
    bool m_cancelled = false;        ///< guarded by m_lock
    std::shared_ptr<Call> m_current; ///< guarded by m_lock
};

} // namespace sparkler::api
