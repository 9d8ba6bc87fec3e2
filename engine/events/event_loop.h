#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sparkler {

/// An epoll loop that runs handlers on the thread that drives it. Only post() and stop() may be called from other
/// threads.
class EventLoop {
public:
    /// Gets the ready epoll events (EPOLLIN, …). May add and drop registrations, its own included.
    using Handler = std::move_only_function<void(std::uint32_t readyEvents)>;

    /// Keeps one descriptor watched; dropping it stops that at once: its handler does not run again, not even for an
    /// event already fetched. Must not outlive the loop.
    class Registration {
    public:
        Registration() = default;
        Registration(Registration &&other) noexcept;
        Registration &operator=(Registration &&other) noexcept;
        Registration(const Registration &) = delete;
        Registration &operator=(const Registration &) = delete;
        ~Registration();
        explicit operator bool() const { return m_loop != nullptr; }
        /// Watches for other events from now on (0: none, the registration stays). Error: Host.
        Result<> setEvents(std::uint32_t events);

    private:
        friend class EventLoop;
        Registration(EventLoop *loop, std::uint64_t token) : m_loop(loop), m_token(token) {}
        EventLoop *m_loop = nullptr;
        std::uint64_t m_token = 0;
    };

    /// Error: Host.
    static Result<std::unique_ptr<EventLoop>> create();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// `fd` is borrowed and must outlive the registration. Error: Host (EPERM for descriptors epoll cannot watch).
    Result<Registration> watch(int fd, std::uint32_t events, Handler handler);

    /// Runs `work` on the loop's thread, soon and in order. Thread-safe.
    void post(std::move_only_function<void()> work);

    /// Waits up to `timeoutMs` (-1: without limit) for events and runs their handlers once. Error: Host.
    Result<> runOnce(int timeoutMs);
    /// Runs until stop(). Error: Host.
    Result<> run();
    /// Makes run() return after the current round. Thread-safe.
    void stop();

private:
    struct Watch {
        int fd = -1;
        Handler handler;
    };
    EventLoop(Fd epoll, Fd wake);
    void forget(std::uint64_t token);
    void runPosted();

    Fd m_epoll;
    Fd m_wake;
    std::uint64_t m_nextToken = 1; ///< 0 is the wake-up descriptor
    /// shared_ptr: a handler may drop its own registration while it runs.
    std::unordered_map<std::uint64_t, std::shared_ptr<Watch>> m_watches;
    std::mutex m_postedLock;
    std::vector<std::move_only_function<void()>> m_posted; ///< guarded by m_postedLock
    bool m_stopping = false;                               ///< guarded by m_postedLock
};

} // namespace sparkler
