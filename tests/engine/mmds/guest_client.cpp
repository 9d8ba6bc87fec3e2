#include "guest_client.h"

#include <algorithm>

namespace sparkler::mmds::test {

void GuestClient::send(std::string_view bytes)
{
    m_output += bytes;
    m_splits.push_back(m_output.size());
}

/// The bytes of one segment.
std::string_view GuestClient::pieceAt(std::size_t offset) const
{
    const std::size_t end = *std::ranges::upper_bound(m_splits, offset);
    return std::string_view(m_output).substr(offset, std::min<std::size_t>(end - offset, m_settings.mss));
}

Frame GuestClient::frame(TcpFlags flags, Sequence sequence, std::string_view payload) const
{
    TcpHeader header;
    header.sourcePort = m_settings.port;
    header.destinationPort = 80;
    header.sequence = sequence;
    header.acknowledgment = flags.ack ? m_expected : Sequence{};
    header.flags = flags;
    header.window = m_settings.window;
    if (flags.syn)
        header.mss = m_settings.mss;
    return tcpFrame(m_settings.address, header, payload);
}

void GuestClient::receive(const ServiceFrame &frame, TimePoint now)
{
    const TcpHeader &tcp = frame.tcp;
    if (tcp.flags.rst) {
        m_wasReset = true;
        m_deadline.reset();
        return;
    }
    if (tcp.flags.syn && !m_isConnected) {
        m_expected = tcp.sequence + 1;
        m_isConnected = true;
        m_deadline.reset();
    }
    const std::int32_t acknowledged = tcp.acknowledgment.since(m_settings.start + 1 + m_acknowledged);
    if (acknowledged > 0) {
        m_acknowledged += static_cast<std::size_t>(acknowledged);
        if (m_acknowledged > m_output.size()) {
            m_finAcknowledged = true;
            m_acknowledged = m_output.size();
        }
        m_next = std::max(m_next, m_acknowledged);
        m_deadline.reset();
        if (m_next != m_acknowledged || (m_finSent && !m_finAcknowledged))
            m_deadline = now + m_settings.timeout;
    }
    if (acknowledged >= 0)
        m_peerWindow = tcp.window;
    takeStream(frame);
}

void GuestClient::takeStream(const ServiceFrame &frame)
{
    const bool takesRoom = !frame.payload.empty() || frame.tcp.flags.fin || frame.tcp.flags.syn;
    if (takesRoom)
        ++m_acksDue;
    std::int32_t ahead = frame.tcp.sequence.since(m_expected);
    if (frame.tcp.flags.syn || !takesRoom || ahead < -static_cast<std::int32_t>(frame.payload.size()) ||
        (ahead > 0 && !m_settings.keepsEarlySegments))
        return;
    std::string_view fresh = frame.payload;
    if (ahead < 0) {
        fresh.remove_prefix(static_cast<std::size_t>(-ahead));
        ahead = 0;
    }
    m_early[m_received.size() + static_cast<std::size_t>(ahead)] = fresh;
    while (!m_early.empty() && m_early.begin()->first <= m_received.size()) {
        const auto &[at, bytes] = *m_early.begin();
        if (at + bytes.size() > m_received.size()) {
            const std::string_view more = std::string_view(bytes).substr(m_received.size() - at);
            m_received += more;
            m_expected = m_expected + more.size();
        }
        m_early.erase(m_early.begin());
    }
    if (frame.tcp.flags.fin && !m_serviceFinished && frame.tcp.sequence + frame.payload.size() == m_expected) {
        m_expected = m_expected + 1;
        m_serviceFinished = true;
    }
}

std::vector<Frame> GuestClient::frames(TimePoint now)
{
    std::vector<Frame> out;
    if (m_wasReset)
        return out;
    if (m_deadline && *m_deadline <= now) {
        m_deadline.reset();
        m_next = m_acknowledged;
        m_synSent = m_isConnected;
        m_finSent = m_finAcknowledged;
    }
    if (!m_isConnected) {
        if (!m_synSent) {
            m_synSent = true;
            m_deadline = now + m_settings.timeout;
            out.push_back(frame({.syn = true}, m_settings.start));
        }
        return out;
    }
    const std::size_t before = m_next;
    const Sequence first = m_settings.start + 1;
    while (m_next < m_output.size()) {
        const std::string_view piece = pieceAt(m_next);
        // A closed window is asked with one segment for each timeout.
        const bool fits = m_next - m_acknowledged + piece.size() <= m_peerWindow;
        if (!fits && (m_next != m_acknowledged || m_deadline))
            break;
        out.push_back(frame({.psh = true, .ack = true}, first + m_next, piece));
        m_next += piece.size();
        if (!m_deadline)
            m_deadline = now + m_settings.timeout;
    }
    if (m_finishes && m_next == m_output.size() && !m_finSent) {
        out.push_back(frame({.fin = true, .ack = true}, first + m_next));
        m_finSent = true;
        if (!m_deadline)
            m_deadline = now + m_settings.timeout;
    }
    const std::size_t end = m_next + (m_finSent ? 1 : 0);
    if (m_next == before) {
        for (; m_acksDue > 0; --m_acksDue)
            out.push_back(frame({.ack = true}, first + end));
    }
    m_acksDue = 0;
    return out;
}

} // namespace sparkler::mmds::test
