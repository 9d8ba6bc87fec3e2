#include "mmds/network_stack.h"

#include "telemetry/metrics.h"

namespace sparkler::mmds {

std::unique_ptr<NetworkStack> NetworkStack::create(std::shared_ptr<MetadataService> service)
{
    return std::make_unique<NetworkStack>(std::move(service));
}

NetworkStack::NetworkStack(std::shared_ptr<MetadataService> service, InitialSequence initial)
    : m_service(service), m_tcp(std::move(service), std::move(initial))
{
}

// ---- from the guest

bool NetworkStack::wants(std::span<const std::byte> frameStart)
{
    const auto ethernet = parseEthernet(frameStart);
    if (!ethernet) {
        metrics().mmds.rxBadEth.add();
        return false;
    }
    const auto packet = frameStart.subspan(kEthernetHeaderBytes);
    const Ipv4Address address = m_service->settings().address;
    if (ethernet->type == kEtherTypeIpv4)
        return ipv4Destination(packet) == address;
    if (ethernet->type != kEtherTypeArp)
        return false;
    const auto arp = parseArp(packet);
    return arp && arp->target == address;
}

void NetworkStack::take(std::span<const std::byte> frame, TimePoint now)
{
    auto &counters = metrics().mmds;
    counters.rxAccepted.add();
    const auto ethernet = parseEthernet(frame);
    if (!ethernet) {
        counters.rxBadEth.add();
        return;
    }
    const auto packet = frame.subspan(kEthernetHeaderBytes);
    const Outcome outcome = ethernet->type == kEtherTypeArp ? takeArp(packet) : takeIpv4(ethernet->source, packet, now);
    if (outcome == Outcome::Failed)
        counters.rxAcceptedErr.add();
    else if (outcome == Outcome::Unusual)
        counters.rxAcceptedUnusual.add();
}

NetworkStack::Outcome NetworkStack::takeArp(std::span<const std::byte> packet)
{
    const auto arp = parseArp(packet);
    if (!arp)
        return Outcome::Failed;
    if (arp->operation != kArpRequest || m_arpReplies.size() == kMaxArpReplies)
        return Outcome::Unusual;
    m_arpReplies.push_back({.operation = kArpReply,
                            .senderMac = kMac,
                            .sender = arp->target,
                            .targetMac = arp->senderMac,
                            .target = arp->sender});
    return Outcome::Handled;
}

NetworkStack::Outcome NetworkStack::takeIpv4(const MacAddress &source, std::span<const std::byte> bytes, TimePoint now)
{
    const auto packet = parseIpv4(bytes);
    if (!packet)
        return Outcome::Failed;
    if (packet->protocol != kProtocolTcp || packet->isFragment)
        return Outcome::Unusual;
    const auto segment = parseTcp(packet->payload);
    if (!segment)
        return Outcome::Failed;
    return m_tcp.receive({source, packet->source}, *segment, now) ? Outcome::Handled : Outcome::Unusual;
}

// ---- to the guest

bool NetworkStack::hasFrame(TimePoint now)
{
    return !m_arpReplies.empty() || m_tcp.hasSegment(now);
}

std::size_t NetworkStack::nextFrame(std::span<std::byte> out, TimePoint now)
{
    if (!hasFrame(now))
        return 0;
    auto &counters = metrics().mmds;
    if (out.size() < kMaxFrameBytes) {
        counters.txErrors.add();
        return 0;
    }
    out = out.first(kMaxFrameBytes);
    const std::size_t bytes = m_arpReplies.empty() ? nextSegment(out, now) : nextArpReply(out);
    counters.txFrames.add();
    counters.txBytes.add(bytes);
    return bytes;
}

std::size_t NetworkStack::nextArpReply(std::span<std::byte> out)
{
    const ArpPacket reply = m_arpReplies.front();
    m_arpReplies.pop_front();
    writeEthernet(out, {.destination = reply.targetMac, .source = kMac, .type = kEtherTypeArp});
    writeArp(out.subspan(kEthernetHeaderBytes), reply);
    return kEthernetHeaderBytes + kArpBytes;
}

std::size_t NetworkStack::nextSegment(std::span<std::byte> out, TimePoint now)
{
    const auto packet = out.subspan(kEthernetHeaderBytes);
    const auto tcp = packet.subspan(kIpv4HeaderBytes);
    TcpServer::Destination destination;
    // Segments with an option carry no payload, so it always begins behind the plain header.
    const auto outgoing = m_tcp.next(tcp.subspan(kTcpHeaderBytes), destination, now);
    if (!outgoing)
        return 0;
    metrics().mmds.txCount.add();
    const Ipv4Address source = m_service->settings().address;
    const auto segment = tcp.first(tcpHeaderBytes(outgoing->header) + outgoing->payloadBytes);
    writeTcp(segment, outgoing->header, source, destination.address);
    const Ipv4Packet header{.source = source,
                            .destination = destination.address,
                            .protocol = kProtocolTcp,
                            .isFragment = false,
                            .payload = {}};
    writeIpv4(packet, header, segment.size());
    writeEthernet(out, {.destination = destination.mac, .source = kMac, .type = kEtherTypeIpv4});
    return kEthernetHeaderBytes + kIpv4HeaderBytes + segment.size();
}

} // namespace sparkler::mmds
