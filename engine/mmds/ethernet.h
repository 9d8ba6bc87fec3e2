#pragma once

// Ethernet frames without checksum, and the ARP packets in them (RFC 826, IPv4 over Ethernet only).

#include "base/ipv4_address.h"
#include "base/mac_address.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sparkler::mmds {

inline constexpr std::size_t kEthernetHeaderBytes = 14;
inline constexpr std::uint16_t kEtherTypeIpv4 = 0x0800, kEtherTypeArp = 0x0806;

struct EthernetHeader {
    MacAddress destination;
    MacAddress source;
    std::uint16_t type = 0;
};

/// Nothing when the frame is too short.
std::optional<EthernetHeader> parseEthernet(std::span<const std::byte> frame);
/// Writes the first kEthernetHeaderBytes of `frame`.
void writeEthernet(std::span<std::byte> frame, const EthernetHeader &header);

inline constexpr std::size_t kArpBytes = 28;
inline constexpr std::uint16_t kArpRequest = 1, kArpReply = 2;

struct ArpPacket {
    std::uint16_t operation = 0;
    MacAddress senderMac;
    Ipv4Address sender;
    MacAddress targetMac;
    Ipv4Address target;
};

/// `packet`: what follows the Ethernet header. Nothing for other kinds of addresses or a packet that is too short.
std::optional<ArpPacket> parseArp(std::span<const std::byte> packet);
/// Writes the first kArpBytes of `out`.
void writeArp(std::span<std::byte> out, const ArpPacket &packet);

} // namespace sparkler::mmds
