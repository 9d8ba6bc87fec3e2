#pragma once

// TCP segments (RFC 9293) as far as the metadata service speaks it: the only option is the maximum segment size.

#include "base/ipv4_address.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sparkler::mmds {

/// A place in a byte stream. Places wrap around and are compared by their distance, which is below 2^31 (RFC
/// 9293, 3.4).
struct Sequence {
    std::uint32_t value = 0;

    Sequence operator+(std::size_t bytes) const { return {value + static_cast<std::uint32_t>(bytes)}; }
    /// How far this is behind `other` in the stream; negative when it comes before.
    std::int32_t since(Sequence other) const { return static_cast<std::int32_t>(value - other.value); }
    bool isBefore(Sequence other) const { return since(other) < 0; }
    bool operator==(const Sequence &) const = default;
};

inline constexpr std::size_t kTcpHeaderBytes = 20; ///< without options
inline constexpr std::size_t kTcpMssOptionBytes = 4;

struct TcpFlags {
    bool fin = false, syn = false, rst = false, psh = false, ack = false;
};

struct TcpHeader {
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    Sequence sequence;
    Sequence acknowledgment;
    TcpFlags flags;
    std::uint16_t window = 0;
    std::optional<std::uint16_t> mss; ///< the option
};

struct TcpSegment {
    TcpHeader header;
    std::span<const std::byte> payload; ///< borrowed

    /// What it takes up of the stream: SYN and FIN count one each.
    std::size_t streamBytes() const { return payload.size() + (header.flags.syn ? 1 : 0) + (header.flags.fin ? 1 : 0); }
};

/// Nothing when a length, that of the header or of an option, is impossible. The checksum is not verified.
std::optional<TcpSegment> parseTcp(std::span<const std::byte> bytes);

/// Bytes of the header that writeTcp() writes.
inline std::size_t tcpHeaderBytes(const TcpHeader &header)
{
    return kTcpHeaderBytes + (header.mss ? kTcpMssOptionBytes : 0);
}
/// Writes the header at the start of `segment`, whose payload is in place behind it. The addresses are part of the
/// checksum.
void writeTcp(std::span<std::byte> segment, const TcpHeader &header, Ipv4Address source, Ipv4Address destination);

} // namespace sparkler::mmds
