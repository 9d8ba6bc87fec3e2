#include "machine/console_server.h"

#include "base/clock.h"
#include "base/json_text.h"
#include "base/os_error.h"
#include "base/unix_socket.h"
#include "telemetry/log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace sparkler {
namespace {

constexpr std::size_t kChunkBytes = 4096;
constexpr int kChunksPerRound = 16; ///< then the loop's other work gets its turn
constexpr std::size_t kInputChunkBytes = 64;
constexpr std::chrono::milliseconds kAcceptRetry{100};
constexpr std::uint64_t kFinishMicros = 100'000;

} // namespace

struct ConsoleServer::Viewer {
    explicit Viewer(Fd connected) : socket(std::move(connected)) {}
    Fd socket;
    std::uint64_t position = 0;           ///< in the scrollback; from its beginning on
    bool outputEnded = false;             ///< the viewer does not read any more
    bool inputEnded = false;              ///< all that the viewer sent has been taken
    bool blocked = false;                 ///< its socket is full
    bool departed = false;                ///< gone, with input that the guest is still owed; not watched any more
    std::uint32_t events = 0;             ///< watched
    EventLoop::Registration registration; ///< last: leaves the loop before the socket closes
};

Result<std::unique_ptr<ConsoleServer>> ConsoleServer::listen(const std::string &path, EventLoop &loop)
{
    return listen(path, loop, Limits{});
}

Result<std::unique_ptr<ConsoleServer>> ConsoleServer::listen(const std::string &path, EventLoop &loop, Limits limits)
{
    Fd wake = TRY(Fd::eventFd());
    TimerFd retry = TRY(TimerFd::create());
    Fd listener = TRY(listenUnix("console", path));
    std::unique_ptr<ConsoleServer> server(
        new ConsoleServer(std::move(listener), std::move(wake), std::move(retry), loop, limits));
    TRY(server->watch());
    logInfoAlways("Listening on console socket ({}).", debugQuoted(path));
    return server;
}

ConsoleServer::ConsoleServer(Fd listener, Fd wake, TimerFd acceptRetry, EventLoop &loop, Limits limits)
    : m_loop(loop), m_limits(limits), m_listener(std::move(listener)), m_wake(std::move(wake)),
      m_acceptRetry(std::move(acceptRetry)), m_scrollback(limits.scrollbackBytes)
{
}

ConsoleServer::~ConsoleServer() = default;

Result<> ConsoleServer::watch()
{
    m_listening = TRY(m_loop.watch(m_listener.get(), EPOLLIN, [this](std::uint32_t) { (void)acceptViewer(); }));
    m_woken = TRY(m_loop.watch(m_wake.get(), EPOLLIN, [this](std::uint32_t) { onOutput(); }));
    m_retrying = TRY(m_loop.watch(m_acceptRetry.get(), EPOLLIN, [this](std::uint32_t) {
        m_acceptRetry.drain();
        (void)m_listening.setEvents(EPOLLIN);
    }));
    return {};
}

void ConsoleServer::append(std::byte byte)
{
    bool wake = false;
    {
        const std::lock_guard guard(m_lock);
        m_scrollback.append(byte);
        wake = std::exchange(m_wakeOnOutput, false);
    }
    if (wake)
        signalEventFd(m_wake.get());
}

/// One at a time: those in the backlog come in the next rounds. False when there was none.
bool ConsoleServer::acceptViewer()
{
    Fd socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (socket) {
        addViewer(std::move(socket));
        return true;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
        // The connection stays in the backlog; watching on would spin.
        logWarn("Cannot accept a viewer of the serial console: {}", osErrorText(errno));
        (void)m_listening.setEvents(0);
        m_acceptRetry.armOnce(kAcceptRetry);
    }
    return false;
}

/// Who is gone gives way: one whose end has not been handled yet, or to whose input the guest has not come.
bool ConsoleServer::makeRoom()
{
    if (m_viewers.size() < m_limits.maxViewers)
        return true;
    const auto gone = std::ranges::find_if(m_viewers, [](const auto &viewer) {
        pollfd state{.fd = viewer->socket.get(), .events = 0, .revents = 0};
        return ::poll(&state, 1, 0) > 0; // only its end is reported
    });
    if (gone == m_viewers.end())
        return false;
    m_viewers.erase(gone);
    return true;
}

void ConsoleServer::addViewer(Fd socket)
{
    if (!makeRoom()) {
        logWarn("A viewer of the serial console was turned away: there are {} already.", m_viewers.size());
        return;
    }
    auto viewer = std::make_unique<Viewer>(std::move(socket));
    auto registration = m_loop.watch(
        viewer->socket.get(), 0, [this, &watched = *viewer](std::uint32_t events) { onViewerEvents(watched, events); });
    if (!registration) {
        logWarn("Cannot watch a viewer of the serial console: {}", registration.error().text);
        return;
    }
    viewer->registration = std::move(*registration);
    Viewer &added = *m_viewers.emplace_back(std::move(viewer));
    if (!deliver(added))
        drop(added);
}

void ConsoleServer::onViewerEvents(Viewer &viewer, std::uint32_t events)
{
    bool alive = true;
    if (events & (EPOLLHUP | EPOLLERR)) {
        // Reported again and again while it is watched.
        viewer.registration = {};
        viewer.departed = true;
        viewer.outputEnded = true;
        alive = feedDeparted(viewer);
    } else {
        if (events & EPOLLIN)
            alive = feed(viewer);
        if (alive && (events & EPOLLOUT))
            alive = deliver(viewer);
    }
    if (!alive)
        drop(viewer);
}

void ConsoleServer::onOutput()
{
    drainEventFd(m_wake.get());
    std::erase_if(m_viewers, [this](const std::unique_ptr<Viewer> &viewer) {
        return !viewer->blocked && !viewer->outputEnded && !deliver(*viewer);
    });
}

/// Sends what the viewer has not got and its socket takes. False when there is nothing more to do with it.
bool ConsoleServer::deliver(Viewer &viewer)
{
    std::array<std::byte, kChunkBytes> buffer;
    viewer.blocked = false;
    for (int chunk = 0; chunk < kChunksPerRound; ++chunk) {
        std::size_t size = 0;
        {
            const std::lock_guard guard(m_lock);
            size = m_scrollback.copy(viewer.position, buffer);
            if (size == 0)
                m_wakeOnOutput = true;
        }
        if (size == 0)
            return updateInterest(viewer);
        const ssize_t sent = ::send(viewer.socket.get(), buffer.data(), size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            viewer.position += static_cast<std::uint64_t>(sent);
        } else if (errno == EAGAIN) {
            viewer.blocked = true;
            return updateInterest(viewer);
        } else if (errno != EINTR) {
            viewer.outputEnded = true;
            return !viewer.inputEnded && updateInterest(viewer);
        }
    }
    signalEventFd(m_wake.get()); // the rest in the next round
    return updateInterest(viewer);
}

/// One chunk of input to the sink. False when there is nothing more to do with the viewer.
bool ConsoleServer::feed(Viewer &viewer)
{
    if (!inputFlows())
        return updateInterest(viewer);
    // What the sink does not take stays in the socket: nothing is kept here, and whoever types on waits there.
    std::array<std::byte, kInputChunkBytes> buffer;
    const ssize_t offered = ::recv(viewer.socket.get(), buffer.data(), buffer.size(), MSG_PEEK | MSG_DONTWAIT);
    if (offered < 0 && (errno == EAGAIN || errno == EINTR))
        return !viewer.departed;
    if (offered <= 0) {
        viewer.inputEnded = true;
        return !viewer.outputEnded && updateInterest(viewer);
    }
    const auto size = static_cast<std::size_t>(offered);
    const std::size_t taken = m_sink(std::span(buffer).first(size));
    if (taken > 0)
        (void)::recv(viewer.socket.get(), buffer.data(), taken, MSG_DONTWAIT);
    if (taken < size) {
        m_sinkFull = true;
        // Whoever filled it comes last when there is room again.
        const auto at = std::ranges::find_if(m_viewers, [&](const auto &other) { return other.get() == &viewer; });
        if (at != m_viewers.end())
            std::rotate(at, at + 1, m_viewers.end());
        updateInterest();
    }
    return true;
}

/// All that the sink takes. False when nothing is left.
bool ConsoleServer::feedDeparted(Viewer &viewer)
{
    while (inputFlows()) {
        if (!feed(viewer))
            return false;
    }
    std::byte next{};
    return ::recv(viewer.socket.get(), &next, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void ConsoleServer::connectInput(InputSink sink)
{
    m_sink = std::move(sink);
    resumeInput();
}

void ConsoleServer::disconnectInput()
{
    m_sink = nullptr;
    updateInterest();
}

void ConsoleServer::resumeInput()
{
    m_sinkFull = false;
    for (std::size_t index = 0; index < m_viewers.size() && inputFlows();) {
        Viewer &viewer = *m_viewers[index];
        if (viewer.departed ? feedDeparted(viewer) : feed(viewer))
            ++index;
        else
            drop(viewer);
    }
    updateInterest();
}

void ConsoleServer::updateInterest()
{
    for (const auto &viewer : m_viewers)
        (void)updateInterest(*viewer);
}

/// Watches for what the viewer can do now. False when that fails.
bool ConsoleServer::updateInterest(Viewer &viewer)
{
    if (viewer.departed)
        return true;
    const bool reads = inputFlows() && !viewer.inputEnded;
    const bool writes = viewer.blocked && !viewer.outputEnded;
    const std::uint32_t events = (reads ? EPOLLIN : 0u) | (writes ? EPOLLOUT : 0u);
    if (std::exchange(viewer.events, events) == events)
        return true;
    return viewer.registration.setEvents(events).has_value();
}

void ConsoleServer::drop(const Viewer &viewer)
{
    std::erase_if(m_viewers, [&](const auto &other) { return other.get() == &viewer; });
}

bool ConsoleServer::isBehind(const Viewer &viewer)
{
    const std::lock_guard guard(m_lock);
    return viewer.position < m_scrollback.end();
}

void ConsoleServer::finish()
{
    // Who has just connected is served too.
    for (std::size_t count = 0; count < m_limits.maxViewers && acceptViewer();)
        ++count;
    const std::uint64_t deadline = monotonicMicros() + kFinishMicros;
    for (const auto &viewer : m_viewers) {
        pollfd writable{.fd = viewer->socket.get(), .events = POLLOUT, .revents = 0};
        while (!viewer->outputEnded && deliver(*viewer) && isBehind(*viewer)) {
            const std::uint64_t now = monotonicMicros();
            if (now >= deadline || ::poll(&writable, 1, static_cast<int>((deadline - now) / 1000)) <= 0)
                break;
        }
    }
}

} // namespace sparkler
