#include "mmds/tcp_segment.h"

#include "mmds/big_endian.h"
#include "mmds/ipv4_packet.h"

#include <algorithm>

namespace sparkler::mmds {
namespace {

constexpr unsigned kFin = 0x01, kSyn = 0x02, kRst = 0x04, kPsh = 0x08, kAck = 0x10;
constexpr std::uint8_t kOptionEnd = 0, kOptionNothing = 1, kOptionMss = 2;
constexpr std::size_t kChecksumAt = 16;

/// False when an option's length is impossible.
bool parseOptions(std::span<const std::byte> options, TcpHeader &header)
{
    while (!options.empty()) {
        const auto kind = std::to_integer<std::uint8_t>(options[0]);
        if (kind == kOptionEnd)
            return true;
        if (kind == kOptionNothing) {
            options = options.subspan(1);
            continue;
        }
        const std::size_t length = options.size() < 2 ? 0 : std::to_integer<std::size_t>(options[1]);
        if (length < 2 || length > options.size() || (kind == kOptionMss && length != kTcpMssOptionBytes))
            return false;
        if (kind == kOptionMss)
            header.mss = loadBig<std::uint16_t>(options, 2);
        options = options.subspan(length);
    }
    return true;
}

std::uint64_t addressSum(Ipv4Address address)
{
    const auto &b = address.bytes;
    return (std::uint64_t{b[0]} << 8) + b[1] + (std::uint64_t{b[2]} << 8) + b[3];
}

} // namespace

std::optional<TcpSegment> parseTcp(std::span<const std::byte> bytes)
{
    if (bytes.size() < kTcpHeaderBytes)
        return std::nullopt;
    const std::size_t headerBytes = (std::to_integer<std::size_t>(bytes[12]) >> 4) * 4;
    if (headerBytes < kTcpHeaderBytes || headerBytes > bytes.size())
        return std::nullopt;
    const auto flags = std::to_integer<unsigned>(bytes[13]);
    TcpSegment out;
    out.header.sourcePort = loadBig<std::uint16_t>(bytes, 0);
    out.header.destinationPort = loadBig<std::uint16_t>(bytes, 2);
    out.header.sequence = {loadBig<std::uint32_t>(bytes, 4)};
    out.header.acknowledgment = {loadBig<std::uint32_t>(bytes, 8)};
    out.header.flags = {.fin = (flags & kFin) != 0,
                        .syn = (flags & kSyn) != 0,
                        .rst = (flags & kRst) != 0,
                        .psh = (flags & kPsh) != 0,
                        .ack = (flags & kAck) != 0};
    out.header.window = loadBig<std::uint16_t>(bytes, 14);
    if (!parseOptions(bytes.subspan(kTcpHeaderBytes, headerBytes - kTcpHeaderBytes), out.header))
        return std::nullopt;
    out.payload = bytes.subspan(headerBytes);
    return out;
}

void writeTcp(std::span<std::byte> segment, const TcpHeader &header, Ipv4Address source, Ipv4Address destination)
{
    const std::size_t headerBytes = tcpHeaderBytes(header);
    const TcpFlags &flags = header.flags;
    const unsigned bits = (flags.fin ? kFin : 0) | (flags.syn ? kSyn : 0) | (flags.rst ? kRst : 0) |
                          (flags.psh ? kPsh : 0) | (flags.ack ? kAck : 0);
    std::ranges::fill(segment.first(headerBytes), std::byte{0});
    storeBig(segment, 0, header.sourcePort);
    storeBig(segment, 2, header.destinationPort);
    storeBig(segment, 4, header.sequence.value);
    storeBig(segment, 8, header.acknowledgment.value);
    segment[12] = static_cast<std::byte>((headerBytes / 4) << 4);
    segment[13] = static_cast<std::byte>(bits);
    storeBig(segment, 14, header.window);
    if (header.mss) {
        segment[kTcpHeaderBytes] = std::byte{kOptionMss};
        segment[kTcpHeaderBytes + 1] = std::byte{kTcpMssOptionBytes};
        storeBig(segment, kTcpHeaderBytes + 2, *header.mss);
    }
    const std::uint64_t pseudoHeader = addressSum(source) + addressSum(destination) + kProtocolTcp + segment.size();
    storeBig(segment, kChecksumAt, internetChecksum(segment, pseudoHeader));
}

} // namespace sparkler::mmds
