#pragma once

// IPv4 (RFC 791): no options out, no fragments in either direction, checksums generated but not verified (a guest with
// checksum offload sends none).

#include "base/ipv4_address.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sparkler::mmds {

inline constexpr std::size_t kIpv4HeaderBytes = 20; ///< without options
inline constexpr std::uint8_t kProtocolTcp = 6;

struct Ipv4Packet {
    Ipv4Address source;
    Ipv4Address destination;
    std::uint8_t protocol = 0;
    bool isFragment = false;
    std::span<const std::byte> payload; ///< borrowed; as long as the header says
};

/// `bytes`: what follows the Ethernet header, padding included. Nothing when version or lengths are impossible.
std::optional<Ipv4Packet> parseIpv4(std::span<const std::byte> bytes);
/// Where parseIpv4() would find the destination; nothing when `bytes` end before it.
std::optional<Ipv4Address> ipv4Destination(std::span<const std::byte> bytes);
/// Writes the header (the first kIpv4HeaderBytes of `out`) of a packet that carries `payloadBytes`.
void writeIpv4(std::span<std::byte> out, const Ipv4Packet &packet, std::size_t payloadBytes);

/// The Internet checksum (RFC 1071) of `bytes` and of what `sum` adds up already (16-bit words).
std::uint16_t internetChecksum(std::span<const std::byte> bytes, std::uint64_t sum = 0);

} // namespace sparkler::mmds
