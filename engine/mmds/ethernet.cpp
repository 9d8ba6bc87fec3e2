#include "mmds/ethernet.h"

#include "mmds/big_endian.h"

#include <cstring>

namespace sparkler::mmds {
namespace {

constexpr std::uint16_t kHardwareEthernet = 1;
constexpr std::uint8_t kMacBytes = 6, kIpv4Bytes = 4;

/// A MAC or IPv4 address at `offset`.
template <typename Address>
Address loadAddress(std::span<const std::byte> bytes, std::size_t offset)
{
    Address out;
    std::memcpy(out.bytes.data(), bytes.subspan(offset, out.bytes.size()).data(), out.bytes.size());
    return out;
}

template <typename Address>
void storeAddress(std::span<std::byte> bytes, std::size_t offset, const Address &address)
{
    std::memcpy(bytes.subspan(offset, address.bytes.size()).data(), address.bytes.data(), address.bytes.size());
}

} // namespace

std::optional<EthernetHeader> parseEthernet(std::span<const std::byte> frame)
{
    if (frame.size() < kEthernetHeaderBytes)
        return std::nullopt;
    return EthernetHeader{.destination = loadAddress<MacAddress>(frame, 0),
                          .source = loadAddress<MacAddress>(frame, 6),
                          .type = loadBig<std::uint16_t>(frame, 12)};
}

void writeEthernet(std::span<std::byte> frame, const EthernetHeader &header)
{
    storeAddress(frame, 0, header.destination);
    storeAddress(frame, 6, header.source);
    storeBig(frame, 12, header.type);
}

std::optional<ArpPacket> parseArp(std::span<const std::byte> packet)
{
    if (packet.size() < kArpBytes || loadBig<std::uint16_t>(packet, 0) != kHardwareEthernet ||
        loadBig<std::uint16_t>(packet, 2) != kEtherTypeIpv4 || loadBig<std::uint8_t>(packet, 4) != kMacBytes ||
        loadBig<std::uint8_t>(packet, 5) != kIpv4Bytes)
        return std::nullopt;
    return ArpPacket{.operation = loadBig<std::uint16_t>(packet, 6),
                     .senderMac = loadAddress<MacAddress>(packet, 8),
                     .sender = loadAddress<Ipv4Address>(packet, 14),
                     .targetMac = loadAddress<MacAddress>(packet, 18),
                     .target = loadAddress<Ipv4Address>(packet, 24)};
}

void writeArp(std::span<std::byte> out, const ArpPacket &packet)
{
    storeBig(out, 0, kHardwareEthernet);
    storeBig(out, 2, kEtherTypeIpv4);
    storeBig(out, 4, kMacBytes);
    storeBig(out, 5, kIpv4Bytes);
    storeBig(out, 6, packet.operation);
    storeAddress(out, 8, packet.senderMac);
    storeAddress(out, 14, packet.sender);
    storeAddress(out, 18, packet.targetMac);
    storeAddress(out, 24, packet.target);
}

} // namespace sparkler::mmds
