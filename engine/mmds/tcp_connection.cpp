#include "mmds/tcp_connection.h"

#include <algorithm>

namespace sparkler::mmds {
namespace {

/// The size of the segments to send. A peer that says 0 says nothing.
std::uint16_t sendMss(const TcpHeader &syn)
{
    const std::uint16_t told = syn.mss.value_or(0);
    return std::min(told == 0 ? TcpConnection::kDefaultMss : told, TcpConnection::kMss);
}

} // namespace

TcpConnection::TcpConnection(const TcpPeer &peer, const TcpHeader &syn, Sequence initial,
                             std::shared_ptr<MetadataService> service, TimePoint now)
    : m_peer(peer), m_session(std::move(service)), m_peerMss(sendMss(syn)), m_initial(initial), m_acknowledged(initial),
      m_next(initial), m_sent(initial), m_answerStart(initial + 1), m_peerWindow(syn.window),
      m_windowSequence(syn.sequence), m_windowAcknowledgment(initial), m_expected(syn.sequence + 1), m_lastHeard(now)
{
}

// ---- from the peer

bool TcpConnection::receive(const TcpSegment &segment, TimePoint now)
{
    m_lastHeard = now;
    const TcpHeader &header = segment.header;
    if (header.flags.rst)
        return receiveReset(segment);
    if (header.flags.syn)
        return receiveSyn(segment);
    if (!header.flags.ack || !receiveAck(segment))
        return false;
    if (m_acknowledged.isBefore(header.acknowledgment))
        advance(header.acknowledgment, now);
    noteWindow(header);
    const bool fits = receivePayload(segment);
    pull(now);
    watchWindow(now);
    return fits;
}

bool TcpConnection::receiveReset(const TcpSegment &segment)
{
    const std::int32_t distance = segment.header.sequence.since(m_expected);
    const bool fits = distance >= 0 && distance <= static_cast<std::int32_t>(m_session.room());
    if (fits)
        m_end = End::Closed;
    return fits;
}

/// The SYN again: our answer was lost. Any other one is answered with where we are (RFC 5961, 4.2): a peer that forgot
/// this connection resets it then.
bool TcpConnection::receiveSyn(const TcpSegment &segment)
{
    const bool again = !m_isEstablished && segment.header.sequence + 1 == m_expected;
    if (again)
        m_next = m_initial;
    else
        m_ackDue = true;
    return again;
}

/// Checks the acknowledgment. A repeated one means that the peer misses something.
bool TcpConnection::receiveAck(const TcpSegment &segment)
{
    const TcpHeader &header = segment.header;
    if (m_sent.isBefore(header.acknowledgment)) {
        m_ackDue = m_isEstablished;
        return false;
    }
    if (!m_isEstablished)
        return header.acknowledgment == m_initial + 1;
    const bool repeated = header.acknowledgment == m_acknowledged && segment.streamBytes() == 0 &&
                          header.window == m_peerWindow && m_peerWindow != 0 && !isAllAcknowledged();
    if (repeated && m_repeatedFrom != m_acknowledged) {
        m_repeatedFrom = m_acknowledged;
        m_next = m_acknowledged;
    }
    return true;
}

void TcpConnection::advance(Sequence acknowledged, TimePoint now)
{
    m_isEstablished = true;
    m_acknowledged = acknowledged;
    if (m_next.isBefore(acknowledged))
        m_next = acknowledged;
    m_retries = 0;
    m_repeatedFrom.reset();
    m_deadline = isAllAcknowledged() ? std::nullopt : std::optional(now + kRetransmitAfter);
    if (m_finQueued && acknowledged == streamEnd())
        m_end = End::Closed;
    if (m_answer.empty() || acknowledged.isBefore(answerEnd()))
        return;
    m_answerStart = answerEnd();
    m_answer = {};
}

/// The latest segment tells the window (RFC 9293, 3.10.7.4).
void TcpConnection::noteWindow(const TcpHeader &header)
{
    const std::int32_t age = header.sequence.since(m_windowSequence);
    if (age < 0 || (age == 0 && header.acknowledgment.isBefore(m_windowAcknowledgment)))
        return;
    m_windowSequence = header.sequence;
    m_windowAcknowledgment = header.acknowledgment;
    if (m_peerWindow == 0 && header.window != 0)
        m_next = m_acknowledged; // what went out as a probe was not taken
    m_peerWindow = header.window;
    if (m_peerWindow == 0)
        m_retries = 0; // it is there, and asks for patience
}

bool TcpConnection::receivePayload(const TcpSegment &segment)
{
    const std::int32_t missing = segment.header.sequence.since(m_expected);
    const bool empty = segment.streamBytes() == 0;
    if (missing == 0 && empty)
        return true;
    m_ackDue = true;
    // Ahead of a gap; behind the end; nothing but what came before (or a probe, which has the byte before).
    if (missing > 0 || m_peerFinished || -std::int64_t{missing} >= static_cast<std::int64_t>(segment.streamBytes()))
        return false;
    const auto fresh = segment.payload.subspan(static_cast<std::size_t>(-std::int64_t{missing}));
    const auto taken = fresh.first(std::min(fresh.size(), m_session.room()));
    m_session.append(taken);
    m_expected = m_expected + taken.size();
    if (taken.size() == fresh.size() && segment.header.flags.fin) {
        m_expected = m_expected + 1;
        m_peerFinished = true;
    }
    return taken.size() == fresh.size();
}

/// Once an answer is acknowledged the next request is looked at, and after the last one the stream ends.
void TcpConnection::pull(TimePoint now)
{
    if (!m_isEstablished || !m_answer.empty() || m_finQueued)
        return;
    if (auto answer = m_session.next(now))
        m_answer = std::move(*answer);
    else if (m_peerFinished)
        m_finQueued = true;
    else if (m_session.isStuck())
        m_end = End::Reset;
}

/// A closed window is asked about now and then: the segment that opens it may get lost.
void TcpConnection::watchWindow(TimePoint now)
{
    if (m_isEstablished && !m_deadline && m_next.isBefore(streamEnd()) && windowLeft() == 0)
        m_deadline = now + kRetransmitAfter;
}

// ---- to the peer

void TcpConnection::expire(TimePoint now)
{
    if (!m_deadline || now < *m_deadline)
        return;
    m_deadline.reset();
    if (m_retries == kMaxRetries) {
        m_end = End::Reset;
        return;
    }
    ++m_retries;
    m_next = m_acknowledged;
    m_probe = m_isEstablished && m_peerWindow == 0;
}

std::size_t TcpConnection::windowLeft() const
{
    const auto inFlight = static_cast<std::uint32_t>(m_next.since(m_acknowledged));
    const std::uint32_t left = m_peerWindow - std::min(m_peerWindow, inFlight);
    return m_probe ? std::max<std::size_t>(left, 1) : left;
}

bool TcpConnection::canSendStream() const
{
    if (!m_isEstablished)
        return m_next == m_initial;
    return m_next.isBefore(streamEnd()) && windowLeft() > 0;
}

TcpHeader TcpConnection::header(Sequence sequence, TcpFlags flags) const
{
    TcpHeader out;
    out.sourcePort = kPort;
    out.destinationPort = m_peer.port;
    out.sequence = sequence;
    out.acknowledgment = m_expected;
    out.flags = flags;
    out.window = static_cast<std::uint16_t>(m_session.room());
    return out;
}

TcpHeader TcpConnection::resetHeader() const
{
    return header(m_sent, {.rst = true, .ack = true});
}

OutgoingSegment TcpConnection::next(std::span<std::byte> payload, TimePoint now)
{
    m_ackDue = false;
    if (!canSendStream())
        return {header(m_sent, {.ack = true}), 0};
    if (!m_deadline)
        m_deadline = now + kRetransmitAfter;
    const OutgoingSegment out = nextOfStream(payload);
    m_probe = false;
    if (m_sent.isBefore(m_next))
        m_sent = m_next;
    return out;
}

OutgoingSegment TcpConnection::nextOfStream(std::span<std::byte> payload)
{
    const Sequence start = m_next;
    if (!m_isEstablished) {
        m_next = start + 1;
        OutgoingSegment out{header(start, {.syn = true, .ack = true}), 0};
        out.header.mss = kMss;
        return out;
    }
    if (m_answer.empty()) {
        m_next = start + 1;
        return {header(start, {.fin = true, .ack = true}), 0};
    }
    const auto offset = static_cast<std::size_t>(start.since(m_answerStart));
    const std::size_t left = m_answer.size() - offset;
    const std::size_t bytes = std::min({left, windowLeft(), payload.size(), std::size_t{m_peerMss}});
    m_answer.copy(offset, payload.first(bytes));
    m_next = start + bytes;
    return {header(start, {.psh = bytes == left, .ack = true}), bytes};
}

} // namespace sparkler::mmds
