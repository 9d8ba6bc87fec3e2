#include "guest_frames.h"

#include <algorithm>
#include <cstring>

namespace sparkler::mmds::test {
namespace {

constexpr std::size_t kIpAt = kEthernetHeaderBytes;
constexpr std::size_t kPayloadAt = kIpAt + kIpv4HeaderBytes;

Frame newFrame(std::size_t bytes, const GuestAddress &from, std::uint16_t type)
{
    Frame frame(bytes);
    writeEthernet(frame, {.destination = NetworkStack::kMac, .source = from.mac, .type = type});
    return frame;
}

void copyText(std::span<std::byte> out, std::string_view text)
{
    std::ranges::copy(std::as_bytes(std::span(text)), out.begin());
}

/// The checksum over the segment and its pseudo header, computed from what is in the frame.
bool hasGoodTcpChecksum(const Ipv4Packet &packet)
{
    std::uint64_t sum = kProtocolTcp + packet.payload.size();
    for (const Ipv4Address &address : {packet.source, packet.destination})
        sum += static_cast<std::uint64_t>(address.bytes[0] << 8 | address.bytes[1]) +
               static_cast<std::uint64_t>(address.bytes[2] << 8 | address.bytes[3]);
    return internetChecksum(packet.payload, sum) == 0;
}

} // namespace

Frame arpFrame(const GuestAddress &from, Ipv4Address target, std::uint16_t operation)
{
    Frame frame = newFrame(60, from, kEtherTypeArp); // with the padding of a real one
    writeArp(
        std::span(frame).subspan(kIpAt),
        {.operation = operation, .senderMac = from.mac, .sender = from.address, .targetMac = {}, .target = target});
    return frame;
}

Frame ipv4Frame(const GuestAddress &from, Ipv4Address to, std::uint8_t protocol, std::string_view payload)
{
    Frame frame = newFrame(kPayloadAt + payload.size(), from, kEtherTypeIpv4);
    writeIpv4(std::span(frame).subspan(kIpAt),
              {.source = from.address, .destination = to, .protocol = protocol, .isFragment = false, .payload = {}},
              payload.size());
    copyText(std::span(frame).subspan(kPayloadAt), payload);
    return frame;
}

Frame tcpFrame(const GuestAddress &from, const TcpHeader &header, std::string_view payload)
{
    std::string segment(tcpHeaderBytes(header), '\0');
    segment += payload;
    writeTcp(std::as_writable_bytes(std::span(segment)), header, from.address, kServiceAddress);
    return ipv4Frame(from, kServiceAddress, kProtocolTcp, segment);
}

std::optional<ServiceFrame> readServiceFrame(std::span<const std::byte> frame)
{
    const auto ethernet = parseEthernet(frame);
    if (!ethernet || ethernet->source != NetworkStack::kMac)
        return std::nullopt;
    ServiceFrame out;
    out.mac = ethernet->destination;
    out.bytes = frame.size();
    const auto packet = frame.subspan(kIpAt);
    if (ethernet->type == kEtherTypeArp) {
        out.arp = parseArp(packet);
        return out.arp ? std::optional(out) : std::nullopt;
    }
    const auto ipv4 = parseIpv4(packet);
    if (!ipv4 || ipv4->source != kServiceAddress || ipv4->protocol != kProtocolTcp || ipv4->isFragment ||
        internetChecksum(packet.first(kIpv4HeaderBytes)) != 0 || !hasGoodTcpChecksum(*ipv4) ||
        ipv4->payload.size() != packet.size() - kIpv4HeaderBytes)
        return std::nullopt;
    const auto segment = parseTcp(ipv4->payload);
    if (!segment)
        return std::nullopt;
    const TcpFlags &flags = segment->header.flags;
    if ((flags.syn && (!flags.ack || flags.fin)) || (!segment->payload.empty() && (flags.syn || flags.rst)) ||
        (!flags.ack && !flags.rst))
        return std::nullopt;
    out.address = ipv4->destination;
    out.tcp = segment->header;
    out.payload.assign(reinterpret_cast<const char *>(segment->payload.data()), segment->payload.size());
    return out;
}

std::optional<Frame> takeFrame(NetworkStack &stack, NetworkStack::TimePoint now)
{
    Frame frame(NetworkStack::kMaxFrameBytes);
    const bool waits = stack.hasFrame(now);
    const std::size_t bytes = stack.nextFrame(frame, now);
    if (waits != (bytes != 0))
        return Frame{}; // which nobody takes for a good one
    if (!waits)
        return std::nullopt;
    frame.resize(bytes);
    return frame;
}

} // namespace sparkler::mmds::test
