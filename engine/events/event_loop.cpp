#include "events/event_loop.h"

#include "base/os_error.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>

namespace sparkler {
namespace {
constexpr std::uint64_t kWakeToken = 0;
}

EventLoop::Registration::Registration(Registration &&other) noexcept
    : m_loop(std::exchange(other.m_loop, nullptr)), m_token(other.m_token)
{
}

EventLoop::Registration &EventLoop::Registration::operator=(Registration &&other) noexcept
{
    if (this != &other) {
        if (m_loop)
            m_loop->forget(m_token);
        m_loop = std::exchange(other.m_loop, nullptr);
        m_token = other.m_token;
    }
    return *this;
}

EventLoop::Registration::~Registration()
{
    if (m_loop)
        m_loop->forget(m_token);
}

Result<> EventLoop::Registration::setEvents(std::uint32_t events)
{
    const auto watch = m_loop->m_watches.find(m_token);
    epoll_event event{.events = events, .data = {.u64 = m_token}};
    if (::epoll_ctl(m_loop->m_epoll.get(), EPOLL_CTL_MOD, watch->second->fd, &event) != 0)
        return hostError(errno);
    return {};
}

EventLoop::EventLoop(Fd epoll, Fd wake) : m_epoll(std::move(epoll)), m_wake(std::move(wake)) {}

EventLoop::~EventLoop() = default;

Result<std::unique_ptr<EventLoop>> EventLoop::create()
{
    Fd epoll(::epoll_create1(EPOLL_CLOEXEC));
    if (!epoll)
        return hostError(errno);
    Fd wake = TRY(Fd::eventFd());
    epoll_event event{.events = EPOLLIN, .data = {.u64 = kWakeToken}};
    if (::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, wake.get(), &event) != 0)
        return hostError(errno);
    return std::unique_ptr<EventLoop>(new EventLoop(std::move(epoll), std::move(wake)));
}

Result<EventLoop::Registration> EventLoop::watch(int fd, std::uint32_t events, Handler handler)
{
    const std::uint64_t token = m_nextToken++;
    epoll_event event{.events = events, .data = {.u64 = token}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) != 0)
        return hostError(errno);
    m_watches.emplace(token, std::make_shared<Watch>(Watch{fd, std::move(handler)}));
    return Registration(this, token);
}

void EventLoop::forget(std::uint64_t token)
{
    const auto watch = m_watches.find(token);
    if (watch == m_watches.end())
        return;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, watch->second->fd, nullptr);
    m_watches.erase(watch);
}

void EventLoop::post(std::move_only_function<void()> work)
{
    {
        const std::lock_guard lock(m_postedLock);
        m_posted.push_back(std::move(work));
    }
    signalEventFd(m_wake.get());
}

void EventLoop::runPosted()
{
    drainEventFd(m_wake.get());
    std::vector<std::move_only_function<void()>> work;
    {
        const std::lock_guard lock(m_postedLock);
        work.swap(m_posted);
    }
    for (auto &item : work)
        item();
}

Result<> EventLoop::runOnce(int timeoutMs)
{
    std::array<epoll_event, 32> ready{};
    const int count = ::epoll_wait(m_epoll.get(), ready.data(), static_cast<int>(ready.size()), timeoutMs);
    if (count < 0) {
        if (errno == EINTR)
            return {};
        return hostError(errno);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const std::uint64_t token = ready[i].data.u64; // the structure is packed: no references into it
        if (token == kWakeToken) {
            runPosted();
            continue;
        }
        // Dropped by an earlier handler of this round: the token is gone, even if the descriptor number lives again.
        const auto watch = m_watches.find(token);
        if (watch == m_watches.end())
            continue;
        const std::shared_ptr<Watch> keep = watch->second;
        keep->handler(ready[i].events);
    }
    return {};
}

Result<> EventLoop::run()
{
    for (;;) {
        {
            const std::lock_guard lock(m_postedLock);
            if (std::exchange(m_stopping, false))
                return {};
        }
        TRY(runOnce(-1));
    }
}

void EventLoop::stop()
{
    {
        const std::lock_guard lock(m_postedLock);
        m_stopping = true;
    }
    signalEventFd(m_wake.get());
}

} // namespace sparkler
