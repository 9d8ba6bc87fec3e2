#include "virtio/vsock/unix_backend.h"

#include "base/format.h"
#include "base/os_error.h"
#include "base/unix_socket.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace sparkler::virtio {
namespace {

// Streams have smaller ones.
constexpr StreamToken kListenerToken = ~StreamToken{0};
constexpr StreamToken kRetryToken = kListenerToken - 1;

constexpr int kEventsPerDispatch = 64;
constexpr int kAcceptsPerDispatch = 16;
constexpr std::chrono::milliseconds kAcceptRetry{100};

Result<> control(int epoll, int operation, int fd, std::uint32_t events, StreamToken token)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = token;
    if (::epoll_ctl(epoll, operation, fd, &event) != 0)
        return hostError(errno);
    return {};
}

/// The result of a call in the form of HostStream's; `call` sets errno.
template <typename Call>
std::ptrdiff_t withoutInterruption(Call call)
{
    ssize_t result = 0;
    do {
        result = call();
    } while (result < 0 && errno == EINTR);
    if (result < 0)
        return errno == EWOULDBLOCK ? -EAGAIN : -errno;
    return result;
}

class UnixStream final : public HostStream {
public:
    /// `socket` is non-blocking; `epoll` outlives the stream.
    UnixStream(Fd socket, int epoll, int sendFlags)
        : m_socket(std::move(socket)), m_epoll(epoll), m_sendFlags(sendFlags)
    {
    }

    Result<> watch(StreamToken token) override
    {
        m_token = token;
        return control(m_epoll, EPOLL_CTL_ADD, m_socket.get(), kInput, token);
    }
    Result<> watchWritable(bool on) override
    {
        return control(m_epoll, EPOLL_CTL_MOD, m_socket.get(), kInput | (on ? std::uint32_t{EPOLLOUT} : 0), m_token);
    }
    std::ptrdiff_t read(std::span<const iovec> room) override
    {
        return withoutInterruption([&] { return ::readv(m_socket.get(), room.data(), static_cast<int>(room.size())); });
    }
    std::ptrdiff_t peek(std::span<std::byte> out) override
    {
        return withoutInterruption([&] { return ::recv(m_socket.get(), out.data(), out.size(), MSG_PEEK); });
    }
    std::ptrdiff_t write(std::span<const iovec> bytes) override
    {
        msghdr message{};
        message.msg_iov = const_cast<iovec *>(bytes.data()); // sendmsg only reads it
        message.msg_iovlen = bytes.size();
        return withoutInterruption([&] { return ::sendmsg(m_socket.get(), &message, m_sendFlags); });
    }
    // Failures tell that the other side is gone, which reads and writes tell, too.
    void shutdownRead() override { (void)::shutdown(m_socket.get(), SHUT_RD); }
    void shutdownWrite() override { (void)::shutdown(m_socket.get(), SHUT_WR); }

private:
    static constexpr std::uint32_t kInput = EPOLLIN | EPOLLRDHUP | EPOLLET;

    Fd m_socket;
    int m_epoll;
    int m_sendFlags;
    StreamToken m_token = 0;
};

std::unexpected<Error> bindError(std::string_view reason, int error)
{
    return fail(ErrorKind::Host, fmt::format("Error binding to the host-side Unix socket: {}", reason), error);
}

} // namespace

Result<std::unique_ptr<UnixHostStreams>> UnixHostStreams::listen(const std::string &path, BrokenPipe brokenPipe)
{
    if (path.size() >= sizeof(sockaddr_un::sun_path))
        return bindError("path must be shorter than SUN_LEN", EINVAL);
    if (path.find('\0') != std::string::npos)
        return bindError("paths must not contain interior null bytes", EINVAL);
    Fd epoll(::epoll_create1(EPOLL_CLOEXEC));
    if (!epoll)
        return hostError(errno);
    TimerFd retry = TRY(TimerFd::create());
    TRY(control(epoll.get(), EPOLL_CTL_ADD, retry.get(), EPOLLIN, kRetryToken));
    auto listener = listenUnix("vsock", path);
    if (!listener)
        return bindError(osErrorText(listener.error().hostErrno), listener.error().hostErrno);
    std::unique_ptr<UnixHostStreams> streams(
        new UnixHostStreams(path, brokenPipe, std::move(*listener), std::move(epoll), std::move(retry)));
    TRY(control(streams->m_epoll.get(), EPOLL_CTL_ADD, streams->m_listener.get(), 0, kListenerToken));
    return streams;
}

UnixHostStreams::UnixHostStreams(std::string path, BrokenPipe brokenPipe, Fd listener, Fd epoll, TimerFd acceptRetry)
    : m_path(std::move(path)), m_sendFlags(brokenPipe == BrokenPipe::Quiet ? MSG_NOSIGNAL : 0),
      m_listener(std::move(listener)), m_epoll(std::move(epoll)), m_acceptRetry(std::move(acceptRetry))
{
}

Result<std::unique_ptr<HostStream>> UnixHostStreams::connect(std::uint32_t port)
{
    Fd socket = TRY(connectUnix(fmt::format("{}_{}", m_path, port)));
    return std::make_unique<UnixStream>(std::move(socket), m_epoll.get(), m_sendFlags);
}

Result<> UnixHostStreams::watchListener(bool on)
{
    return control(m_epoll.get(), EPOLL_CTL_MOD, m_listener.get(), on ? std::uint32_t{EPOLLIN} : 0, kListenerToken);
}

Result<> UnixHostStreams::setAccepting(bool on)
{
    m_acceptRetry.disarm();
    TRY(watchListener(on));
    m_accepting = on;
    return {};
}

void UnixHostStreams::dispatch(HostStreamSink &sink, VsockTimePoint now)
{
    std::array<epoll_event, kEventsPerDispatch> events; // filled as far as it is used
    const int count = ::epoll_wait(m_epoll.get(), events.data(), kEventsPerDispatch, 0);
    if (count < 0 && errno != EINTR) {
        metrics().vsock.muxerEventFails.add();
        logError("vsock: cannot wait for host sockets: {}", osErrorText(errno));
    }
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        const std::uint32_t ready = event.events;
        if (event.data.u64 == kListenerToken) {
            acceptSome(sink, now);
        } else if (event.data.u64 == kRetryToken) {
            if (m_acceptRetry.drain() > 0 && m_accepting)
                acceptSome(sink, now);
        } else {
            sink.onReady(event.data.u64,
                         {.readable = (ready & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0,
                          .writable = (ready & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0,
                          .hungUp = (ready & (EPOLLHUP | EPOLLERR)) != 0},
                         now);
        }
    }
}

void UnixHostStreams::acceptSome(HostStreamSink &sink, VsockTimePoint now)
{
    for (int i = 0; i < kAcceptsPerDispatch; ++i) {
        Fd socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (socket) {
            sink.onAccepted(std::make_unique<UnixStream>(std::move(socket), m_epoll.get(), m_sendFlags), now);
            continue;
        }
        if (errno == EAGAIN)
            break;
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        // The connection stays in the backlog; watching on would spin.
        metrics().vsock.muxerEventFails.add();
        logWarn("vsock: cannot accept a host connection: {}", osErrorText(errno));
        (void)watchListener(false);
        m_acceptRetry.armOnce(kAcceptRetry);
        return;
    }
    (void)watchListener(true); // after a retry it was off
}

} // namespace sparkler::virtio
