#include "virtio/net/stream.h"

#include "base/format.h"
#include "base/os_error.h"
#include "base/unix_socket.h"
#include "telemetry/log.h"
#include "virtio/net/features.h"
#include "virtio/net/frame_stream.h"
#include "virtio/net/pieces.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <utility>

namespace sparkler::virtio {
namespace {

/// Smaller frames are copied and sent in batches: cheaper than a system call each.
constexpr std::size_t kCopyMost = 4096;
/// A larger one in more pieces is copied as well. Linux sends 64 KiB in fewer than 30.
constexpr std::size_t kDirectPieces = 64;

class StreamBackend final : public NetBackend {
public:
    StreamBackend(Fd socket, Fd room, std::string name)
        : m_socket(std::move(socket)), m_room(std::move(room)), m_name(std::move(name))
    {
    }

    ssize_t read(std::span<const iovec> pieces) override;
    ssize_t write(std::span<const iovec> pieces) override;
    void flush() override;
    unsigned offloads() const override { return 0; }
    Result<> setOffloads(unsigned flags) override;
    int fd() const override { return m_socket.get(); }
    int roomFd() const override { return m_room.get(); }
    bool room() override;
    bool hasLinkState() const override { return true; }
    bool linkUp() const override { return !m_down; }
    std::string_view kind() const override { return "stream"; }
    const std::string &name() const override { return m_name; }
    /// Everything was said when the link went down. What else write() refuses is a frame that is none.
    bool explain(Direction, int) const override { return false; }

private:
    ssize_t fill();
    ssize_t sendAlone(std::span<const iovec> pieces, std::uint32_t bytes);
    bool sendPending();
    ssize_t send(std::span<iovec> pieces);
    void waitForRoom();
    void stopWaiting();
    void goDown(std::string_view why);

    Fd m_socket;
    Fd m_room; ///< an epoll descriptor that has the socket in it, for output, while that is full
    std::string m_name;
    FrameReader m_reader;
    FrameOutbox m_outbox;
    bool m_full = false;
    bool m_down = false;
};

// --- from the peer ---

ssize_t StreamBackend::read(std::span<const iovec> pieces)
{
    for (;;) {
        if (const auto frame = m_reader.next()) {
            constexpr std::array<std::byte, kNetHeaderBytes> kNoHeader{};
            copyToPieces(pieces, 0, kNoHeader);
            return static_cast<ssize_t>(kNetHeaderBytes + copyToPieces(pieces, kNetHeaderBytes, *frame));
        }
        if (m_reader.isBroken() && !m_down) {
            goDown(fmt::format("the peer announced a frame of {} bytes", m_reader.badLength()));
            return -EPROTO;
        }
        // On to the socket's EAGAIN: after a short read there may be an end of the stream that was told already, or
        // bytes that came since, and neither would wake us again.
        if (m_down)
            return -EAGAIN;
        if (const ssize_t got = fill(); got < 0)
            return got;
    }
}

/// Takes what is there from the socket, once. Its bytes, or -errno.
ssize_t StreamBackend::fill()
{
    const std::span<std::byte> room = m_reader.room();
    ssize_t got = 0;
    do {
        got = ::recv(m_socket.get(), room.data(), room.size(), MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        m_reader.add(static_cast<std::size_t>(got));
        return got;
    }
    const int error = got == 0 ? ENOTCONN : errno;
    if (got == 0)
        goDown(m_reader.isMidFrame() ? "the peer closed the connection in the middle of a frame"
                                     : "the peer closed the connection");
    else if (error != EAGAIN)
        goDown(osErrorText(error));
    return -error;
}

// --- to the peer ---

// Peers read whatever is there and want to find whole frames in it: passt of 2023 loses its place in the stream when a
// frame comes in three parts, or is parted within its length. So a send holds either whole frames and no more than
// Linux takes whole or not at all, or one large frame, which then comes in two parts at most.

ssize_t StreamBackend::write(std::span<const iovec> pieces)
{
    std::size_t total = 0;
    for (const iovec &piece : pieces)
        total += piece.iov_len;
    if (m_down)
        return -ENOTCONN;
    if (m_full)
        return -EAGAIN;
    if (total < kNetHeaderBytes + kStreamLeastFrame || total > kNetMaxFrameBytes)
        return -EINVAL; // as a tap; it would take the link down at a peer that is as strict as we are
    const auto bytes = static_cast<std::uint32_t>(total - kNetHeaderBytes);
    const bool copied = bytes <= kCopyMost || pieces.size() >= kDirectPieces;
    if ((!copied || !m_outbox.fits(bytes)) && !sendPending())
        return m_down ? -ENOTCONN : -EAGAIN;
    if (!copied)
        return sendAlone(pieces, bytes);
    m_outbox.add(pieces, kNetHeaderBytes, bytes);
    return static_cast<ssize_t>(total);
}

/// Straight from the guest's memory; what the socket does not take is kept. Nothing waits in the outbox.
ssize_t StreamBackend::sendAlone(std::span<const iovec> pieces, std::uint32_t bytes)
{
    std::array<std::byte, kStreamLengthBytes> length = streamLength(bytes);
    std::array<iovec, kDirectPieces> out; // filled as far as it is used
    std::size_t count = 0;
    out[count++] = {length.data(), length.size()};
    std::size_t skip = kNetHeaderBytes;
    for (const iovec &piece : pieces) {
        const std::size_t skipped = std::min(skip, piece.iov_len);
        skip -= skipped;
        if (skipped < piece.iov_len)
            out[count++] = {static_cast<std::byte *>(piece.iov_base) + skipped, piece.iov_len - skipped};
    }
    const ssize_t sent = send(std::span(out).first(count));
    if (sent < 0)
        return sent;
    if (static_cast<std::size_t>(sent) < kStreamLengthBytes + bytes) {
        m_outbox.add(pieces, kNetHeaderBytes, bytes);
        m_outbox.sent(static_cast<std::size_t>(sent));
        waitForRoom();
    }
    return static_cast<ssize_t>(kNetHeaderBytes + bytes);
}

void StreamBackend::flush()
{
    if (!m_full && !m_down)
        (void)sendPending();
}

/// Whether nothing waits any more.
bool StreamBackend::sendPending()
{
    while (!m_outbox.pending().empty()) {
        const std::span<const std::byte> pending = m_outbox.pending();
        iovec piece{const_cast<std::byte *>(pending.data()), pending.size()}; // sendmsg(2) only reads it
        const ssize_t sent = send({&piece, 1});
        if (sent < 0)
            return false;
        m_outbox.sent(static_cast<std::size_t>(sent));
    }
    return true;
}

/// Bytes sent, or -errno: -EAGAIN with somebody to tell when there is room, or the link is down.
ssize_t StreamBackend::send(std::span<iovec> pieces)
{
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0)
        return sent;
    const int error = errno;
    if (error == EAGAIN)
        waitForRoom();
    else
        goDown(error == EPIPE ? "the peer closed the connection" : osErrorText(error));
    return m_down ? -ENOTCONN : -error;
}

void StreamBackend::waitForRoom()
{
    if (m_full)
        return;
    epoll_event event{};
    event.events = EPOLLOUT;
    if (::epoll_ctl(m_room.get(), EPOLL_CTL_ADD, m_socket.get(), &event) != 0)
        goDown(osErrorText(errno)); // nobody would wake us
    else
        m_full = true;
}

void StreamBackend::stopWaiting()
{
    if (std::exchange(m_full, false))
        ::epoll_ctl(m_room.get(), EPOLL_CTL_DEL, m_socket.get(), nullptr);
}

bool StreamBackend::room()
{
    if (!m_full)
        return true;
    if (m_down || sendPending())
        stopWaiting();
    return !m_full;
}

// --- life ---

Result<> StreamBackend::setOffloads(unsigned flags)
{
    if (flags != 0)
        return fail(ErrorKind::InvalidInput, "a stream has no offloads");
    return {};
}

void StreamBackend::goDown(std::string_view why)
{
    m_down = true;                         // who waits for room is woken by the hang-up
    ::shutdown(m_socket.get(), SHUT_RDWR); // a peer that still lives sees it
    logError("Network: {}: {}: the interface has no link any more, until the machine is started anew or loaded "
             "from a snapshot",
             m_name, why);
}

void adviseOnSocket(int error, const std::string &path)
{
    if (error == ENOENT || error == ECONNREFUSED)
        logErrorAlways("Network: nobody listens at {}: start the process that plays the network first (passt --socket "
                       "{})",
                       path, path);
    else if (error == EACCES || error == EPERM)
        logErrorAlways("Network: no permission to connect to {}: start the process that listens there as the user of "
                       "this one, or give this user write access to the socket",
                       path);
    else if (error == EAGAIN)
        logErrorAlways("Network: the process that listens at {} does not take connections: it may serve another "
                       "machine; start one for each interface",
                       path);
}

} // namespace

Result<std::unique_ptr<NetBackend>> openStream(const std::string &path)
{
    auto socket = connectUnix(path);
    if (!socket) {
        adviseOnSocket(socket.error().hostErrno, path);
        return fail(socket.error().kind,
                    fmt::format("Connecting to the socket {} failed: {}", path, socket.error().text),
                    socket.error().hostErrno);
    }
    return streamOver(std::move(*socket), path);
}

Result<std::unique_ptr<NetBackend>> streamOver(Fd socket, const std::string &name)
{
    Fd room(::epoll_create1(EPOLL_CLOEXEC));
    if (!room)
        return hostError(errno);
    return std::make_unique<StreamBackend>(std::move(socket), std::move(room), name);
}

} // namespace sparkler::virtio
