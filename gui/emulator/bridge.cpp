#include "emulator/bridge.h"

#include "base/os_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

constexpr std::size_t kChunk = 16u << 10; ///< bytes a turn, so that all streams get theirs

bool tryAgain(int error)
{
    return error == EAGAIN || error == EINTR;
}

bool isSocket(int fd)
{
    struct stat status{};
    return ::fstat(fd, &status) == 0 && S_ISSOCK(status.st_mode);
}

} // namespace

Bridge::Bridge(EventLoop &loop, Side side, Fd channel, Handlers handlers)
    : m_loop(loop), m_channel(std::move(channel)), m_handlers(std::move(handlers)), m_mux(side)
{
}

Result<> Bridge::start()
{
    const int flags = ::fcntl(m_channel.get(), F_GETFL);
    if (flags < 0 || ::fcntl(m_channel.get(), F_SETFL, flags | O_NONBLOCK) < 0)
        return hostError(errno, "Cannot use the channel: ");
    m_channelWatched = EPOLLIN | EPOLLOUT;
    m_channelWatch =
        TRY(m_loop.watch(m_channel.get(), m_channelWatched, [this](std::uint32_t events) { onChannel(events); }));
    return {};
}

void Bridge::failWith(const std::string &reason)
{
    if (m_failed)
        return;
    m_failed = true;
    m_channelWatch = {};
    m_handlers.failed(reason);
}

// ---- the channel -------------------------------------------------------------------------------

void Bridge::onChannel(std::uint32_t events)
{
    if (events & EPOLLOUT)
        writeChannel();
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        readChannel();
    work();
}

void Bridge::readChannel()
{
    std::array<std::byte, 4 * kChunk> buffer;
    const ssize_t count = ::read(m_channel.get(), buffer.data(), buffer.size());
    if (count < 0 && tryAgain(errno))
        return;
    if (count < 0)
        return failWith("The channel failed: " + osErrorText(errno));
    if (count == 0)
        return failWith("The channel was closed");
    std::vector<MuxEvent> events;
    const auto received = m_mux.receive(std::span(buffer).first(static_cast<std::size_t>(count)), events);
    dispatch(std::move(events));
    if (!received)
        failWith("The other side of the channel is faulty: " + received.error().text);
}

void Bridge::dispatch(std::vector<MuxEvent> events)
{
    for (const MuxEvent &event : events) {
        if (m_failed)
            return;
        if (event.kind == MuxEvent::Kind::Opened)
            m_handlers.opened(event.stream, event.streamKind);
        else if (event.kind == MuxEvent::Kind::Control)
            m_handlers.control(event.control, event.payload);
    }
}

void Bridge::writeChannel()
{
    const auto output = m_mux.output();
    if (output.empty() || m_failed)
        return;
    const ssize_t count = ::write(m_channel.get(), output.data(), std::min(output.size(), 2 * kChunk));
    if (count > 0)
        m_mux.outputSent(static_cast<std::size_t>(count));
    else if (count < 0 && !tryAgain(errno))
        failWith("The channel failed: " + osErrorText(errno));
}

// ---- streams -----------------------------------------------------------------------------------

bool Bridge::open(StreamKind kind, Fd local)
{
    const auto id = m_mux.open(kind);
    if (!id)
        return false;
    attach(*id, std::move(local));
    return true;
}

void Bridge::attach(StreamId id, Fd local, Direction direction)
{
    Endpoint endpoint;
    endpoint.readEnded = direction == Direction::Incoming;
    endpoint.socket = isSocket(local.get());
    endpoint.local = std::move(local);
    m_endpoints.insert_or_assign(id, std::move(endpoint));
    settle();
}

void Bridge::close(StreamId id)
{
    m_endpoints.erase(id);
    m_mux.close(id);
    settle();
}

void Bridge::sendControl(ControlKind kind, std::string_view payload)
{
    m_mux.sendControl(kind, payload);
    settle();
}

bool Bridge::delivered() const
{
    return std::ranges::all_of(m_endpoints, [this](const auto &entry) { return m_mux.pending(entry.first).empty(); });
}

void Bridge::onLocal(StreamId id, std::uint32_t events)
{
    const auto found = m_endpoints.find(id);
    if (found == m_endpoints.end())
        return;
    Endpoint &endpoint = found->second;
    const bool hungUp = events & (EPOLLHUP | EPOLLERR);
    if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR))
        writeLocal(id, endpoint);
    if (!endpoint.readEnded && (events & EPOLLIN || hungUp))
        readLocal(id, endpoint, hungUp);
    else if (hungUp)
        endpoint.readEnded = endpoint.writeDead = true;
    work();
}

void Bridge::readLocal(StreamId id, Endpoint &endpoint, bool hungUp)
{
    const std::size_t room = std::min(m_mux.writeRoom(id), kChunk);
    if (room == 0)
        return;
    std::array<char, kChunk> buffer;
    const ssize_t count = endpoint.socket ? ::recv(endpoint.local.get(), buffer.data(), room, MSG_DONTWAIT)
                                          : ::read(endpoint.local.get(), buffer.data(), room);
    if (count < 0 && tryAgain(errno))
        return;
    if (count > 0) {
        m_mux.write(id, std::string_view(buffer.data(), static_cast<std::size_t>(count)));
        return;
    }
    // Everything has been read. A hang-up means that the peer is gone, not only that it has no more to say.
    endpoint.readEnded = true;
    if (count < 0 || hungUp || !endpoint.socket)
        endpoint.writeDead = true;
    else
        m_mux.finish(id);
}

void Bridge::writeLocal(StreamId id, Endpoint &endpoint)
{
    std::string_view bytes = m_mux.pending(id);
    if (bytes.empty() || endpoint.writeDead)
        return;
    // A pipe that is ready takes PIPE_BUF bytes without blocking; its flags are shared with others, so they stay as
    // they are.
    bytes = bytes.substr(0, endpoint.socket ? kChunk : PIPE_BUF);
    const ssize_t count = endpoint.socket
                              ? ::send(endpoint.local.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL)
                              : ::write(endpoint.local.get(), bytes.data(), bytes.size());
    if (count > 0)
        m_mux.consume(id, static_cast<std::size_t>(count));
    else if (count < 0 && !tryAgain(errno))
        endpoint.writeDead = true;
}

void Bridge::work()
{
    settle();
    m_handlers.worked();
}

void Bridge::settle()
{
    for (auto entry = m_endpoints.begin(); entry != m_endpoints.end();) {
        if (settle(entry->first, entry->second)) {
            ++entry;
            continue;
        }
        m_mux.close(entry->first);
        entry = m_endpoints.erase(entry);
    }
    const std::uint32_t events = m_mux.output().empty() ? EPOLLIN : EPOLLIN | EPOLLOUT;
    if (m_channelWatch && events != m_channelWatched)
        (void)m_channelWatch.setEvents(events);
    m_channelWatched = events;
}

bool Bridge::settle(StreamId id, Endpoint &endpoint)
{
    while (endpoint.alwaysReady && !endpoint.writeDead && !m_mux.pending(id).empty())
        writeLocal(id, endpoint);
    // Bytes that nobody takes must not use up the stream's credit: the other direction may go on.
    if (endpoint.writeDead)
        m_mux.consume(id, m_mux.pending(id).size());
    const bool pending = !m_mux.pending(id).empty();
    if (!pending && m_mux.closeReceived(id))
        return false;
    if (!pending && m_mux.endReceived(id) && !endpoint.writeDead && !endpoint.writeEnded) {
        if (endpoint.socket)
            ::shutdown(endpoint.local.get(), SHUT_WR);
        endpoint.writeEnded = true;
    }
    if (endpoint.readEnded && (endpoint.writeDead || endpoint.writeEnded))
        return false;
    const bool wantsRead = !endpoint.readEnded && m_mux.writeRoom(id) > 0;
    const std::uint32_t events =
        (wantsRead ? static_cast<std::uint32_t>(EPOLLIN) : 0u) | (pending ? static_cast<std::uint32_t>(EPOLLOUT) : 0u);
    watch(id, endpoint, events);
    return true;
}

void Bridge::watch(StreamId id, Endpoint &endpoint, std::uint32_t events)
{
    if (endpoint.alwaysReady)
        return;
    // Hang-ups are reported whatever is asked for. While there is no room for what was sent before one, hearing of it
    // over and over would help nobody.
    if (events == 0 && !endpoint.readEnded) {
        endpoint.watch = {};
        return;
    }
    if (endpoint.watch) {
        if (endpoint.watched != events)
            (void)endpoint.watch.setEvents(events);
        endpoint.watched = events;
        return;
    }
    auto registration =
        m_loop.watch(endpoint.local.get(), events, [this, id](std::uint32_t ready) { onLocal(id, ready); });
    if (registration) {
        endpoint.watch = std::move(*registration);
        endpoint.watched = events;
    } else if (registration.error().hostErrno == EPERM) {
        endpoint.alwaysReady = true; // a regular file: there is nothing to wait for
        while (!endpoint.writeDead && !m_mux.pending(id).empty())
            writeLocal(id, endpoint);
    } else {
        endpoint.readEnded = endpoint.writeDead = true;
    }
}

} // namespace sparkler::emulator
