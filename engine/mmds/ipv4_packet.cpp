#include "mmds/ipv4_packet.h"

#include "mmds/big_endian.h"

#include <algorithm>

namespace sparkler::mmds {
namespace {

constexpr std::uint8_t kTimeToLive = 64;
constexpr std::uint16_t kDontFragment = 0x4000, kMoreFragments = 0x2000, kFragmentOffset = 0x1fff;
constexpr std::size_t kSourceAt = 12, kDestinationAt = 16;

Ipv4Address loadIpv4(std::span<const std::byte> bytes, std::size_t offset)
{
    Ipv4Address out;
    for (std::size_t i = 0; i < out.bytes.size(); ++i)
        out.bytes[i] = std::to_integer<std::uint8_t>(bytes[offset + i]);
    return out;
}

} // namespace

std::optional<Ipv4Address> ipv4Destination(std::span<const std::byte> bytes)
{
    if (bytes.size() < kIpv4HeaderBytes)
        return std::nullopt;
    return loadIpv4(bytes, kDestinationAt);
}

std::optional<Ipv4Packet> parseIpv4(std::span<const std::byte> bytes)
{
    if (bytes.size() < kIpv4HeaderBytes)
        return std::nullopt;
    const auto first = std::to_integer<unsigned>(bytes[0]);
    const std::size_t headerBytes = std::size_t{first & 0xf} * 4;
    const std::size_t totalBytes = loadBig<std::uint16_t>(bytes, 2);
    if (first >> 4 != 4 || headerBytes < kIpv4HeaderBytes || totalBytes < headerBytes || totalBytes > bytes.size())
        return std::nullopt;
    const auto fragment = loadBig<std::uint16_t>(bytes, 6);
    return Ipv4Packet{.source = loadIpv4(bytes, kSourceAt),
                      .destination = loadIpv4(bytes, kDestinationAt),
                      .protocol = std::to_integer<std::uint8_t>(bytes[9]),
                      .isFragment = (fragment & (kMoreFragments | kFragmentOffset)) != 0,
                      .payload = bytes.subspan(headerBytes, totalBytes - headerBytes)};
}

void writeIpv4(std::span<std::byte> out, const Ipv4Packet &packet, std::size_t payloadBytes)
{
    const auto header = out.first(kIpv4HeaderBytes);
    std::ranges::fill(header, std::byte{0});
    header[0] = std::byte{0x45};
    storeBig(header, 2, static_cast<std::uint16_t>(kIpv4HeaderBytes + payloadBytes));
    storeBig(header, 6, kDontFragment);
    storeBig(header, 8, kTimeToLive);
    storeBig(header, 9, packet.protocol);
    for (std::size_t i = 0; i < 4; ++i) {
        header[kSourceAt + i] = std::byte{packet.source.bytes[i]};
        header[kDestinationAt + i] = std::byte{packet.destination.bytes[i]};
    }
    storeBig(header, 10, internetChecksum(header));
}

std::uint16_t internetChecksum(std::span<const std::byte> bytes, std::uint64_t sum)
{
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        sum += loadBig<std::uint16_t>(bytes, i);
    if (bytes.size() % 2 != 0)
        sum += std::to_integer<unsigned>(bytes.back()) << 8;
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

} // namespace sparkler::mmds
