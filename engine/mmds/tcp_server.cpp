#include "mmds/tcp_server.h"

#include "telemetry/metrics.h"

#include <algorithm>

namespace sparkler::mmds {

InitialSequence clockedSequence()
{
    constexpr std::uint32_t kStep = 64000;
    return [count = std::uint32_t{0}](TcpServer::TimePoint now) mutable {
        const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count();
        return Sequence{static_cast<std::uint32_t>(micros / 4) + ++count * kStep};
    };
}

TcpServer::TcpServer(std::shared_ptr<MetadataService> service, InitialSequence initial)
    : m_service(std::move(service)), m_initial(std::move(initial))
{
}

// ---- from the guest

bool TcpServer::receive(const Destination &source, const TcpSegment &segment, TimePoint now)
{
    metrics().mmds.rxCount.add();
    const TcpHeader &header = segment.header;
    const TcpPeer peer{source.address, header.sourcePort};
    const auto found = header.destinationPort == kPort
                           ? std::ranges::find(m_connections, peer, [](const auto &c) { return c->peer(); })
                           : m_connections.end();
    if (found == m_connections.end())
        return accept(source, segment, now);
    (*found)->setMac(source.mac);
    const bool fits = (*found)->receive(segment, now);
    removeEnded();
    return fits;
}

/// A segment of no connection: begins one, or is refused.
bool TcpServer::accept(const Destination &source, const TcpSegment &segment, TimePoint now)
{
    const auto &flags = segment.header.flags;
    const bool begins = segment.header.destinationPort == kPort && flags.syn && !flags.ack && !flags.rst && !flags.fin;
    if (!begins || !makeRoom(now)) {
        refuse(source, segment);
        return false;
    }
    const TcpPeer peer{source.address, segment.header.sourcePort};
    m_connections.push_back(std::make_unique<TcpConnection>(peer, segment.header, m_initial(now), m_service, now));
    m_connections.back()->setMac(source.mac);
    metrics().mmds.connectionsCreated.add();
    return true;
}

/// False when the table is full of connections that are in use.
bool TcpServer::makeRoom(TimePoint now)
{
    if (m_connections.size() < kMaxConnections)
        return true;
    const auto oldest = std::ranges::min_element(m_connections, {}, [](const auto &c) { return c->lastHeard(); });
    if (now - (*oldest)->lastHeard() < kEvictAfter)
        return false;
    queueReset({(*oldest)->mac(), (*oldest)->peer().address}, (*oldest)->resetHeader());
    m_connections.erase(oldest);
    metrics().mmds.connectionsDestroyed.add();
    return true;
}

/// RFC 9293, 3.10.7.1.
void TcpServer::refuse(const Destination &source, const TcpSegment &segment)
{
    const TcpHeader &header = segment.header;
    if (header.flags.rst)
        return;
    TcpHeader reset;
    reset.sourcePort = header.destinationPort;
    reset.destinationPort = header.sourcePort;
    reset.flags.rst = true;
    if (header.flags.ack) {
        reset.sequence = header.acknowledgment;
    } else {
        reset.flags.ack = true;
        reset.acknowledgment = header.sequence + segment.streamBytes();
    }
    queueReset(source, reset);
}

/// One reset more than fit is forgotten: the guest sends its segment again.
void TcpServer::queueReset(const Destination &destination, const TcpHeader &header)
{
    if (m_resets.size() < kMaxResets)
        m_resets.push_back({destination, header});
}

// ---- to the guest

void TcpServer::expire(TimePoint now)
{
    for (const auto &connection : m_connections)
        connection->expire(now);
    removeEnded();
}

void TcpServer::removeEnded()
{
    const auto hasEnded = [this](const std::unique_ptr<TcpConnection> &connection) {
        if (connection->needsReset())
            queueReset({connection->mac(), connection->peer().address}, connection->resetHeader());
        return !connection->isOpen();
    };
    metrics().mmds.connectionsDestroyed.add(std::erase_if(m_connections, hasEnded));
}

bool TcpServer::hasSegment(TimePoint now)
{
    expire(now);
    return !m_resets.empty() || std::ranges::any_of(m_connections, [](const auto &c) { return c->hasSegment(); });
}

std::optional<OutgoingSegment> TcpServer::next(std::span<std::byte> payload, Destination &destination, TimePoint now)
{
    expire(now);
    if (!m_resets.empty()) {
        const Reset reset = m_resets.front();
        m_resets.pop_front();
        destination = reset.destination;
        return OutgoingSegment{reset.header, 0};
    }
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        m_turn = (m_turn + 1) % m_connections.size();
        TcpConnection &connection = *m_connections[m_turn];
        if (!connection.hasSegment())
            continue;
        destination = {connection.mac(), connection.peer().address};
        return connection.next(payload, now);
    }
    return std::nullopt;
}

std::optional<TcpServer::TimePoint> TcpServer::nextDeadline() const
{
    std::optional<TimePoint> earliest;
    for (const auto &connection : m_connections) {
        if (const auto deadline = connection->deadline(); deadline && (!earliest || *deadline < *earliest))
            earliest = deadline;
    }
    return earliest;
}

} // namespace sparkler::mmds
