#include "virtio/vsock/connection.h"

#include "base/format.h"
#include "base/os_error.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <algorithm>
#include <cerrno>

namespace sparkler::virtio {
namespace {

/// The guest is told of room unasked before it sees less than this.
constexpr std::uint32_t kCreditUpdateThreshold = 4096;

/// The first bytes of a list of pieces, as long as this object lives; then the list is as it was.
class Prefix {
public:
    Prefix(std::span<iovec> all, std::size_t bytes)
    {
        std::size_t count = 0;
        while (count < all.size() && bytes > all[count].iov_len)
            bytes -= all[count++].iov_len;
        if (count < all.size()) {
            m_last = &all[count++];
            m_lastLength = m_last->iov_len;
            m_last->iov_len = bytes;
        }
        m_pieces = all.first(count);
    }
    ~Prefix()
    {
        if (m_last)
            m_last->iov_len = m_lastLength;
    }
    Prefix(const Prefix &) = delete;
    Prefix &operator=(const Prefix &) = delete;
    std::span<const iovec> pieces() const { return m_pieces; }

private:
    std::span<iovec> m_pieces;
    iovec *m_last = nullptr;
    std::size_t m_lastLength = 0;
};

std::size_t totalBytes(std::span<const iovec> pieces)
{
    std::size_t total = 0;
    for (const iovec &piece : pieces)
        total += piece.iov_len;
    return total;
}

} // namespace

VsockConnection::VsockConnection(Initiator initiator, const VsockPorts &ports, std::unique_ptr<HostStream> stream,
                                 VsockTimePoint now)
    : m_ports(ports), m_stream(std::move(stream)),
      m_state(initiator == Initiator::Host ? State::LocalInit : State::PeerInit),
      m_readable(initiator == Initiator::Host) // the handshake may have left something
{
    if (initiator == Initiator::Host)
        m_deadline = now + kVsockTimeout;
    metrics().vsock.connsAdded.add();
}

/// Closes the host's end at once; the guest gets RST as soon as it has a buffer for it.
void VsockConnection::kill(Ending ending, std::string_view why)
{
    if (ending == Ending::Forced) {
        metrics().vsock.connsKilled.add();
        logInfo("vsock: killing connection {} -> {}: {}", m_ports.local, m_ports.peer, why);
    }
    m_stream.reset();
    m_state = State::Killed;
    m_deadline.reset();
}

// --- from the guest ---

void VsockConnection::takeCredit(const VsockHeader &header)
{
    m_peerBufferAllocated = header.bufferAllocated;
    m_peerForwardCount = header.forwardCount;
    if (peerFree() > 0)
        m_creditRequested = false;
}

/// A guest that takes its promises back, or counts what it never got, has no room.
std::uint32_t VsockConnection::peerFree() const
{
    const std::uint32_t underWay = m_bytesSent - m_peerForwardCount;
    return underWay < m_peerBufferAllocated ? m_peerBufferAllocated - underWay : 0;
}

void VsockConnection::fromGuest(const VsockHeader &header, std::span<const iovec> payload, VsockTimePoint now)
{
    takeCredit(header);
    const bool open = m_state == State::Established;
    switch (header.op) {
    case VsockOp::Response:
        if (m_state == State::LocalInit && m_requestSent)
            return answerHost();
        break;
    case VsockOp::ReadWrite:
        if (!open || !m_peerSends)
            break;
        if (header.length == 0)
            return logInfo("vsock: empty data packet from the guest on {} -> {}", m_ports.local, m_ports.peer);
        return sendToHost(payload, header.length);
    case VsockOp::Shutdown:
        if (open)
            return shutDownByGuest(header.flags, now);
        break;
    case VsockOp::CreditUpdate:
        if (m_state == State::PeerInit || (open && m_peerReceives))
            return; // taken above
        break;
    case VsockOp::CreditRequest:
        if (m_state == State::PeerInit || (open && m_peerSends)) {
            m_creditUpdateDue = true;
            return;
        }
        break;
    case VsockOp::Request:
    case VsockOp::Reset:
        break;
    }
    logDebug("vsock: dropping a packet of the guest that does not fit the state of {} -> {}: op {}", m_ports.local,
             m_ports.peer, static_cast<unsigned>(header.op));
}

void VsockConnection::answerHost()
{
    std::string text = fmt::format("OK {}\n", m_ports.local);
    const iovec piece{text.data(), text.size()};
    const std::ptrdiff_t written = m_stream->write(std::span(&piece, 1));
    // Nothing was written before: a stream that is alive has room for so little.
    if (written != static_cast<std::ptrdiff_t>(text.size())) {
        metrics().vsock.txWriteFails.add();
        return kill(Ending::Forced, "the host does not take the answer");
    }
    m_state = State::Established;
    m_deadline.reset();
}

void VsockConnection::sendToHost(std::span<const iovec> payload, std::uint32_t length)
{
    if (length > m_txBuffer.free())
        return kill(Ending::Forced, "the guest sent more than it had credit for");
    std::uint32_t written = 0;
    if (m_txBuffer.empty()) {
        const std::ptrdiff_t result = m_stream->write(payload);
        if (result < 0 && result != -EAGAIN) {
            metrics().vsock.txWriteFails.add();
            return kill(Ending::Forced, osErrorText(static_cast<int>(-result)));
        }
        written = static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(result, 0, length));
        countForwarded(written);
        if (written == length)
            return;
        if (const auto watched = m_stream->watchWritable(true); !watched) {
            metrics().vsock.connEventFails.add();
            return kill(Ending::Forced, watched.error().text);
        }
    }
    m_txBuffer.append(payload, written);
}

void VsockConnection::countForwarded(std::uint32_t bytes)
{
    m_forwardCount += bytes;
    if (m_forwardCount - m_forwardCountTold > kVsockTxBufferBytes - kCreditUpdateThreshold)
        m_creditUpdateDue = true;
}

void VsockConnection::shutDownByGuest(std::uint32_t flags, VsockTimePoint now)
{
    if ((flags & kVsockNoMoreReceives) != 0 && m_peerReceives) {
        m_peerReceives = false;
        m_stream->shutdownRead();
    }
    if ((flags & kVsockNoMoreSends) != 0)
        m_peerSends = false;
    if (m_txBuffer.empty())
        onAllForwarded();
    endIfUseless();
    if (m_stream && !m_peerReceives && !m_peerSends && !m_deadline)
        m_deadline = now + kVsockTimeout;
}

/// The host has all that the guest sent so far.
void VsockConnection::onAllForwarded()
{
    if (m_state != State::Established || m_peerSends)
        return;
    if (m_peerReceives)
        m_stream->shutdownWrite();
    else
        kill(Ending::Orderly, {});
}

// --- from the host ---

void VsockConnection::onReady(StreamEvents events)
{
    if (!m_stream)
        return;
    m_readable = m_readable || events.readable;
    if (events.writable)
        flush();
    m_hungUp = m_hungUp || events.hungUp;
    endIfUseless();
}

/// What the host left is not wanted, and it takes nothing: no read or write would ever tell.
void VsockConnection::endIfUseless()
{
    if (m_hungUp && m_state == State::Established && !m_peerReceives)
        kill(Ending::Orderly, {});
}

void VsockConnection::flush()
{
    while (!m_txBuffer.empty()) {
        const std::ptrdiff_t result = m_stream->write(m_txBuffer.content());
        if (result == -EAGAIN)
            return;
        if (result <= 0) {
            metrics().vsock.txFlushFails.add();
            return kill(Ending::Forced, osErrorText(static_cast<int>(-result)));
        }
        const auto taken = std::min(static_cast<std::uint32_t>(result), m_txBuffer.size());
        m_txBuffer.drop(taken);
        countForwarded(taken);
        if (!m_txBuffer.empty())
            continue;
        if (const auto watched = m_stream->watchWritable(false); !watched) {
            metrics().vsock.connEventFails.add();
            return kill(Ending::Forced, watched.error().text);
        }
        onAllForwarded();
    }
}

void VsockConnection::expire()
{
    m_deadline.reset();
    if (m_stream)
        kill(Ending::Forced, "timeout");
}

// --- to the guest ---

bool VsockConnection::wantsToSend() const
{
    switch (m_state) {
    case State::LocalInit:
        return !m_requestSent;
    case State::PeerInit:
    case State::Killed:
        return true;
    case State::Established:
        return m_creditUpdateDue || (mayRead() && (peerFree() > 0 || !m_creditRequested));
    case State::LocalClosed:
    case State::Finished:
        break;
    }
    return false;
}

VsockFill VsockConnection::toGuest(VsockHeader &header, std::span<iovec> room, VsockTimePoint now)
{
    VsockFill made = VsockFill::Packet;
    if (m_state == State::Killed) {
        header.op = VsockOp::Reset;
        m_state = State::Finished;
    } else if (m_state == State::PeerInit) {
        header.op = VsockOp::Response;
        m_state = State::Established;
    } else if (m_state == State::LocalInit && !m_requestSent) {
        header.op = VsockOp::Request;
        m_requestSent = true;
    } else {
        made = mayRead() ? readFromHost(header, room, now) : VsockFill::Nothing;
        if (made != VsockFill::Packet && m_creditUpdateDue && m_state == State::Established) {
            header.op = VsockOp::CreditUpdate;
            made = VsockFill::Packet;
        }
    }
    if (made != VsockFill::Packet)
        return made;
    header.bufferAllocated = kVsockTxBufferBytes;
    header.forwardCount = m_forwardCountTold = m_forwardCount;
    m_creditUpdateDue = false;
    return made;
}

VsockFill VsockConnection::readFromHost(VsockHeader &header, std::span<iovec> room, VsockTimePoint now)
{
    const std::uint32_t credit = peerFree();
    if (credit == 0) {
        if (m_creditRequested)
            return VsockFill::Nothing;
        m_creditRequested = true;
        header.op = VsockOp::CreditRequest;
        return VsockFill::Packet;
    }
    const std::size_t bytes = std::min<std::size_t>(totalBytes(room), credit);
    if (bytes == 0)
        return VsockFill::NoRoom;
    const Prefix prefix(room, bytes);
    const std::ptrdiff_t result = m_stream->read(prefix.pieces());
    if (result == -EAGAIN) {
        m_readable = false;
        return VsockFill::Nothing;
    }
    if (result < 0) {
        metrics().vsock.rxReadFails.add();
        kill(Ending::Forced, osErrorText(static_cast<int>(-result)));
        header.op = VsockOp::Reset;
        m_state = State::Finished;
    } else if (result == 0) {
        header.op = VsockOp::Shutdown;
        header.flags = kVsockNoMoreReceives | kVsockNoMoreSends;
        m_state = State::LocalClosed;
        m_deadline = now + kVsockTimeout;
    } else {
        header.op = VsockOp::ReadWrite;
        header.length = static_cast<std::uint32_t>(std::min<std::size_t>(static_cast<std::size_t>(result), bytes));
        m_bytesSent += header.length;
    }
    return VsockFill::Packet;
}

} // namespace sparkler::virtio
