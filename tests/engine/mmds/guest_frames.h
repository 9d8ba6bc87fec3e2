#pragma once

#include "mmds/ethernet.h"
#include "mmds/ipv4_packet.h"
#include "mmds/network_stack.h"
#include "mmds/tcp_segment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The guest's side of the wire.

namespace sparkler::mmds::test {

using Frame = std::vector<std::byte>;

inline constexpr Ipv4Address kServiceAddress{{169, 254, 169, 254}};

struct GuestAddress {
    MacAddress mac{{0x06, 0, 0xac, 0x10, 0, 2}};
    Ipv4Address address{{172, 16, 0, 2}};
};

Frame arpFrame(const GuestAddress &from, Ipv4Address target, std::uint16_t operation = kArpRequest);
Frame tcpFrame(const GuestAddress &from, const TcpHeader &header, std::string_view payload = {});
/// As a guest with another transport protocol, or none, sends it.
Frame ipv4Frame(const GuestAddress &from, Ipv4Address to, std::uint8_t protocol, std::string_view payload = {});

/// A frame of the service, taken apart. Everything in it that has one right value was checked.
struct ServiceFrame {
    MacAddress mac;      ///< whom it is for
    Ipv4Address address; ///< the same
    std::optional<ArpPacket> arp;
    TcpHeader tcp;
    std::string payload;
    std::size_t bytes = 0;
};
/// Nothing when it is wrong: addresses of the service, lengths, checksums, flags.
std::optional<ServiceFrame> readServiceFrame(std::span<const std::byte> frame);

/// The next frame that waits, if any, exactly as long as it is.
std::optional<Frame> takeFrame(NetworkStack &stack, NetworkStack::TimePoint now);

} // namespace sparkler::mmds::test
