#include "api/vmm_proxy.h"

#include <optional>

namespace sparkler::api {

/// Shared by both threads; outlives whichever leaves first.
struct VmmProxy::Call {
    explicit Call(const Action &what) : action(what) {}
    const Action action;
    std::mutex lock;
    std::condition_variable changed;
    bool finished = false;               ///< guarded by lock
    bool cancelled = false;              ///< guarded by lock
    std::optional<Result<Reply>> result; ///< guarded by lock; empty: never executed
};

/// Rides in the VMM loop's queue. If it is destroyed without having run, the caller learns that no answer will come.
class VmmProxy::Ticket {
public:
    explicit Ticket(std::shared_ptr<Call> call) : m_call(std::move(call)) {}
    Ticket(Ticket &&) = default;
    Ticket &operator=(Ticket &&) = delete;
    ~Ticket()
    {
        if (m_call)
            finish(std::nullopt);
    }

    void run(ActionHandler &handler)
    {
        {
            const std::lock_guard guard(m_call->lock);
            if (m_call->cancelled)
                return;
        }
        finish(handler.handle(m_call->action));
        m_call.reset();
    }

private:
    void finish(std::optional<Result<Reply>> result)
    {
        {
            const std::lock_guard guard(m_call->lock);
            m_call->result = std::move(result);
            m_call->finished = true;
        }
        m_call->changed.notify_one();
    }

    std::shared_ptr<Call> m_call;
};

Result<Reply> VmmProxy::handle(const Action &action)
{
    const auto call = std::make_shared<Call>(action);
    {
        const std::lock_guard guard(m_lock);
        call->cancelled = m_cancelled;
        m_current = call;
    }
    if (!call->cancelled)
        m_vmm.post([ticket = Ticket(call), &handler = m_handler]() mutable { ticket.run(handler); });
    std::unique_lock guard(call->lock);
    call->changed.wait(guard, [&] { return call->finished || call->cancelled; });
    if (call->result)
        return std::move(*call->result);
    m_abandoned = true;
    return fail(ErrorKind::Host, "The microVM is shutting down.");
}

void VmmProxy::cancel()
{
    std::shared_ptr<Call> call;
    {
        const std::lock_guard guard(m_lock);
        m_cancelled = true;
        call = m_current;
    }
    if (!call)
        return;
    {
        const std::lock_guard guard(call->lock);
        call->cancelled = true;
    }
    call->changed.notify_one();
}

} // namespace sparkler::api
