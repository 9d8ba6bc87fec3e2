#include "virtio/vsock/muxer.h"

#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <algorithm>

namespace sparkler::virtio {

// --- slots ---

std::optional<VsockTimePoint> VsockMuxer::Slot::deadline() const
{
    if (handshake)
        return handshake->deadline();
    return connection ? connection->deadline() : std::nullopt;
}

std::optional<VsockMuxer::Index> VsockMuxer::find(StreamToken token) const
{
    const auto index = static_cast<Index>(token & 0xffff);
    if (index >= m_slots.size() || m_slots[index].isFree() || tokenOf(index) != token)
        return std::nullopt;
    return index;
}

std::optional<VsockMuxer::Index> VsockMuxer::findFreeSlot()
{
    if (m_freeSlots.empty()) {
        if (m_slots.size() == kMaxConnections)
            return std::nullopt;
        m_freeSlots.push_back(static_cast<Index>(m_slots.size()));
        m_slots.emplace_back();
    }
    return m_freeSlots.back();
}

void VsockMuxer::remove(Index index)
{
    Slot &slot = m_slots[index];
    if (slot.connection) {
        m_byPorts.erase(key(slot.connection->ports()));
        metrics().vsock.connsRemoved.add();
    }
    slot.connection.reset();
    slot.handshake.reset();
    slot.scheduled.reset();
    ++slot.generation;
    m_freeSlots.push_back(index);
}

void VsockMuxer::schedule(Index index)
{
    Slot &slot = m_slots[index];
    const auto deadline = slot.deadline();
    if (deadline == slot.scheduled)
        return;
    slot.scheduled = deadline;
    if (deadline)
        m_killQueue.add({tokenOf(index), *deadline});
}

void VsockMuxer::settle(Index index)
{
    Slot &slot = m_slots[index];
    if (slot.connection->isFinished())
        return remove(index);
    if (slot.connection->wantsToSend() && !slot.queued)
        slot.queued = m_ready.push(index);
    schedule(index);
}

void VsockMuxer::adopt(Index index, std::unique_ptr<VsockConnection> connection)
{
    m_byPorts[key(connection->ports())] = index;
    m_slots[index].connection = std::move(connection);
    settle(index);
}

void VsockMuxer::dropAll()
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        m_slots[i].queued = false;
        if (!m_slots[i].isFree())
            remove(static_cast<Index>(i));
    }
    m_ready.clear();
    m_resets.clear();
    m_killQueue.clear();
}

// --- from the guest ---

void VsockMuxer::fromGuest(const VsockHeader &header, std::span<const iovec> payload, VsockTimePoint now)
{
    const VsockPorts ports{header.destinationPort, header.sourcePort};
    if (header.sourceCid != m_guestCid)
        return logInfo("vsock: dropping a packet of the guest with foreign source CID {}", header.sourceCid);
    if (header.type != kVsockTypeStream)
        return queueReset(ports);
    if (header.destinationCid != kVsockHostCid)
        return logInfo("vsock: dropping a packet of the guest for unknown CID {}", header.destinationCid);

    const auto found = m_byPorts.find(key(ports));
    if (found == m_byPorts.end()) {
        if (header.op == VsockOp::Request)
            connectToHost(header, now);
        else
            queueReset(ports);
        return;
    }
    const Index index = found->second;
    if (header.op == VsockOp::Reset)
        return remove(index);
    m_slots[index].connection->fromGuest(header, payload, now);
    settle(index);
}

void VsockMuxer::connectToHost(const VsockHeader &request, VsockTimePoint now)
{
    const VsockPorts ports{request.destinationPort, request.sourcePort};
    const auto index = findFreeSlot();
    if (!index) {
        logWarn("vsock: connection limit reached; refusing new guest connection");
        return queueReset(ports);
    }
    auto stream = m_streams.connect(ports.local);
    if (!stream) {
        logInfo("vsock: cannot connect the guest to port {}: {}", ports.local, stream.error().text);
        return queueReset(ports);
    }
    if (const auto watched = (*stream)->watch(tokenOf(*index)); !watched) {
        metrics().vsock.connEventFails.add();
        logWarn("vsock: cannot watch a connection: {}", watched.error().text);
        return queueReset(ports);
    }
    m_freeSlots.pop_back();
    auto connection =
        std::make_unique<VsockConnection>(VsockConnection::Initiator::Guest, ports, std::move(*stream), now);
    connection->takeCredit(request);
    adopt(*index, std::move(connection));
}

void VsockMuxer::queueReset(const VsockPorts &ports)
{
    // Not to be lost where a connection is at stake: those send their RST themselves.
    if (!m_resets.push(ports))
        logWarn("vsock: the guest takes no packets; dropping an RST for port {}", ports.peer);
}

// --- from the host ---

void VsockMuxer::onAccepted(std::unique_ptr<HostStream> stream, VsockTimePoint now)
{
    const auto index = findFreeSlot();
    if (!index)
        return logWarn("vsock: connection limit reached; refusing new host connection");
    if (const auto watched = stream->watch(tokenOf(*index)); !watched) {
        metrics().vsock.connEventFails.add();
        return logWarn("vsock: cannot watch a connection: {}", watched.error().text);
    }
    m_freeSlots.pop_back();
    m_slots[*index].handshake = std::make_unique<VsockHandshake>(std::move(stream), now + kVsockTimeout);
    schedule(*index);
}

void VsockMuxer::onReady(StreamToken token, StreamEvents events, VsockTimePoint now)
{
    const auto index = find(token);
    if (!index)
        return;
    if (m_slots[*index].handshake)
        return continueHandshake(*index, now);
    m_slots[*index].connection->onReady(events);
    settle(*index);
}

void VsockMuxer::continueHandshake(Index index, VsockTimePoint now)
{
    VsockHandshake &handshake = *m_slots[index].handshake;
    const VsockHandshake::Step step = handshake.advance();
    if (step == VsockHandshake::Step::Waiting)
        return;
    const auto port = step == VsockHandshake::Step::Done ? takeLocalPort() : std::nullopt;
    if (!port) {
        logInfo("vsock: a host connection made no valid request");
        return remove(index);
    }
    auto connection = std::make_unique<VsockConnection>(
        VsockConnection::Initiator::Host, VsockPorts{*port, handshake.port()}, handshake.takeStream(), now);
    m_slots[index].handshake.reset();
    adopt(index, std::move(connection));
}

/// The next port that no connection uses. There are far more ports than connections.
std::optional<std::uint32_t> VsockMuxer::takeLocalPort()
{
    const auto inUse = [this](std::uint32_t port) {
        return std::ranges::any_of(
            m_slots, [port](const Slot &slot) { return slot.connection && slot.connection->ports().local == port; });
    };
    for (std::size_t tries = 0; tries <= kMaxConnections; ++tries) {
        m_lastLocalPort = ((m_lastLocalPort + 1) | kFirstLocalPort) & ~(1u << 31);
        if (!inUse(m_lastLocalPort))
            return m_lastLocalPort;
    }
    return std::nullopt;
}

Result<> VsockMuxer::setLastLocalPort(std::uint32_t port)
{
    if (port < kFirstLocalPort - 1 || port > kLastLocalPort)
        return fail(ErrorKind::InvalidInput, "a saved vsock port is impossible");
    m_lastLocalPort = port;
    return {};
}

// --- to the guest ---

bool VsockMuxer::takeReset(VsockHeader &header)
{
    if (m_resets.empty())
        return false;
    const VsockPorts ports = m_resets.pop();
    header.sourcePort = ports.local;
    header.destinationPort = ports.peer;
    header.op = VsockOp::Reset;
    m_resetsTurn = false;
    return true;
}

VsockFill VsockMuxer::toGuest(VsockHeader &header, std::span<iovec> room, VsockTimePoint now)
{
    header = VsockHeader{};
    header.sourceCid = kVsockHostCid;
    header.destinationCid = m_guestCid;
    header.type = kVsockTypeStream;
    if (m_resetsTurn && takeReset(header))
        return VsockFill::Packet;
    m_resetsTurn = true;

    VsockFill made = VsockFill::Nothing;
    for (std::size_t turns = m_ready.size(); turns > 0; --turns) {
        const Index index = m_ready.pop();
        Slot &slot = m_slots[index];
        slot.queued = false;
        if (!slot.connection || !slot.connection->wantsToSend())
            continue;
        header.sourcePort = slot.connection->ports().local;
        header.destinationPort = slot.connection->ports().peer;
        const VsockFill result = slot.connection->toGuest(header, room, now);
        settle(index);
        if (result == VsockFill::Packet)
            return result;
        if (result == VsockFill::NoRoom)
            made = result;
    }
    return takeReset(header) ? VsockFill::Packet : made;
}

// --- time ---

void VsockMuxer::expire(VsockTimePoint now)
{
    for (;;) {
        while (const auto token = m_killQueue.takeDue(now)) {
            if (const auto index = find(*token))
                expireSlot(*index, now);
        }
        if (!m_killQueue.needsRebuild())
            return;
        rebuildKillQueue();
    }
}

void VsockMuxer::expireSlot(Index index, VsockTimePoint now)
{
    Slot &slot = m_slots[index];
    const auto deadline = slot.deadline();
    if (!deadline || *deadline > now)
        return;
    if (slot.handshake)
        return remove(index);
    slot.connection->expire();
    settle(index);
}

void VsockMuxer::rebuildKillQueue()
{
    metrics().vsock.killqResync.add();
    std::vector<VsockKillQueue::Entry> all;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (const auto deadline = m_slots[i].deadline())
            all.push_back({tokenOf(static_cast<Index>(i)), *deadline});
    }
    m_killQueue.rebuild(std::move(all));
}

} // namespace sparkler::virtio
