// The way of a packet: from the transmit queue to the multiplexer, from there into the receive queue; and the event
// queue.

#include "telemetry/log.h"
#include "telemetry/metrics.h"
#include "virtio/vsock/device.h"

#include <algorithm>

namespace sparkler::virtio {
namespace {

/// struct virtio_vsock_event. Virtio 1.2, 5.10.6.
constexpr std::uint32_t kEventTransportReset = 0;

// What one wake-up may do in each direction before other devices get their turn.
constexpr unsigned kPacketsPerWake = 256;
constexpr std::uint64_t kBytesPerWake = std::uint64_t{4} << 20;

} // namespace

// --- queues ---

Counter &VsockDevice::failures(std::uint16_t index) const
{
    VsockMetrics &vsock = metrics().vsock;
    if (index == kRxQueue)
        return vsock.rxQueueEventFails;
    return index == kTxQueue ? vsock.txQueueEventFails : vsock.evQueueEventFails;
}

void VsockDevice::ringFault(std::uint16_t index, const Error &error)
{
    m_broken = true;
    failures(index).add();
    logError("vsock: queue {}: {}", index, error.text);
    forgetDriver();
    m_activation->interrupt->signalNeedsReset();
}

std::optional<Queue::Pop> VsockDevice::pop(std::uint16_t index)
{
    for (;;) {
        const auto popped = queue(index).pop(m_chain);
        if (!popped) {
            ringFault(index, popped.error());
            return std::nullopt;
        }
        if (*popped != Queue::Pop::Empty)
            return *popped;
        const auto more = queue(index).armNotification();
        if (!more) {
            ringFault(index, more.error());
            return std::nullopt;
        }
        if (!*more)
            return Queue::Pop::Empty;
    }
}

void VsockDevice::complete(std::uint16_t index, std::uint32_t written)
{
    if (const auto done = queue(index).complete(m_chain.head(), written); !done)
        ringFault(index, done.error());
}

void VsockDevice::giveBackBad(std::uint16_t index, std::string_view what, std::string_view why)
{
    failures(index).add();
    logError("vsock: {}: {}", what, why);
    complete(index, 0);
}

void VsockDevice::serveTx(VsockTimePoint now)
{
    m_txWaits = false;
    std::uint64_t bytes = 0;
    for (unsigned packets = 0; !m_broken; ++packets) {
        if (packets == kPacketsPerWake || bytes >= kBytesPerWake) {
            m_txWaits = true;
            signalEventFd(m_againEvent.get());
            return;
        }
        const auto popped = pop(kTxQueue);
        if (!popped || *popped == Queue::Pop::Empty)
            return;
        VsockHeader header;
        const auto read = *popped == Queue::Pop::Chain
                              ? readVsockPacket(*m_activation->memory, m_chain, header, m_pieces)
                              : Result<>(fail(ErrorKind::GuestFault, std::string(m_chain.fault())));
        if (!read) {
            giveBackBad(kTxQueue, "error reading TX packet", read.error().text);
            continue;
        }
        metrics().vsock.txPacketsCount.add();
        if (header.op == VsockOp::ReadWrite) {
            metrics().vsock.txBytesCount.add(header.length);
            bytes += header.length;
        }
        m_muxer.fromGuest(header, m_pieces, now);
        complete(kTxQueue, 0);
    }
}

void VsockDevice::serveRx(VsockTimePoint now)
{
    if (m_broken || m_transportReset != TransportReset::None)
        return;
    std::uint64_t bytes = 0;
    for (unsigned packets = 0; !m_broken && m_muxer.hasPacket(); ++packets) {
        if (packets == kPacketsPerWake || bytes >= kBytesPerWake) {
            signalEventFd(m_againEvent.get());
            return;
        }
        const auto popped = pop(kRxQueue);
        if (!popped || *popped == Queue::Pop::Empty)
            return; // resumed by the driver's next buffer
        if (*popped == Queue::Pop::Malformed) {
            giveBackBad(kRxQueue, "error in an RX buffer", m_chain.fault());
            continue;
        }
        const auto written = fillChain(now);
        if (!written)
            return;
        bytes += *written;
    }
}

/// Puts the next packet into m_chain and completes it; the bytes written. Nothing: no packet was there after all, and
/// the chain is back in the queue.
std::optional<std::uint32_t> VsockDevice::fillChain(VsockTimePoint now)
{
    const GuestMemory &memory = *m_activation->memory;
    if (const auto room = vsockPayloadRoom(memory, m_chain, m_pieces); !room) {
        giveBackBad(kRxQueue, "error in an RX buffer", room.error().text);
        return 0;
    }
    VsockHeader header;
    switch (m_muxer.toGuest(header, m_pieces, now)) {
    case VsockFill::Nothing:
        queue(kRxQueue).undoPop(m_chain);
        return std::nullopt;
    case VsockFill::NoRoom:
        giveBackBad(kRxQueue, "error in an RX buffer", "no room for data");
        return 0;
    case VsockFill::Packet:
        break;
    }
    const std::uint32_t written = kVsockHeaderBytes + header.length;
    if (const auto stored = writeVsockHeader(memory, m_chain, header); !stored) {
        // Cannot be: the chain was checked against memory that never shrinks.
        giveBackBad(kRxQueue, "error in an RX buffer", stored.error().text);
        return 0;
    }
    metrics().vsock.rxPacketsCount.add();
    metrics().vsock.rxBytesCount.add(header.length);
    complete(kRxQueue, written);
    return written;
}

// --- transport reset ---

void VsockDevice::serveEvents()
{
    if (m_transportReset == TransportReset::Told)
        noteEventBuffers();
    while (m_transportReset == TransportReset::Due && !m_broken) {
        const auto popped = pop(kEventQueue);
        if (!popped || *popped == Queue::Pop::Empty)
            return; // resumed by the driver's next buffer
        if (*popped == Queue::Pop::Malformed) {
            giveBackBad(kEventQueue, "error in an event buffer", m_chain.fault());
            continue;
        }
        if (const auto stored = ChainWriter(*m_activation->memory, m_chain).write(kEventTransportReset); !stored) {
            giveBackBad(kEventQueue, "error in an event buffer", stored.error().text);
            continue;
        }
        complete(kEventQueue, sizeof kEventTransportReset);
        m_transportReset = TransportReset::Told;
        // The event is not shown yet: no buffer that comes before it is can be an answer, and none after it goes
        // unnoticed.
        const auto waiting = queue(kEventQueue).armNextArrival();
        if (!waiting)
            return ringFault(kEventQueue, waiting.error());
        // An event before may be without an answer yet, and what is put in for that one must not count for this one.
        if (!m_eventsAnsweredAt)
            m_eventsAnsweredAt = std::min(static_cast<std::uint16_t>(*waiting + 1), queue(kEventQueue).size());
    }
}

/// Whether the driver has put a buffer into the event queue for each event: it has dealt with them.
void VsockDevice::noteEventBuffers()
{
    const auto waiting = queue(kEventQueue).available();
    if (!waiting)
        return ringFault(kEventQueue, waiting.error());
    if (*waiting >= m_eventsAnsweredAt) {
        m_transportReset = TransportReset::None;
        m_eventsAnsweredAt.reset();
    }
}

} // namespace sparkler::virtio
