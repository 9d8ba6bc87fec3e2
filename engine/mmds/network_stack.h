#pragma once

#include "mmds/ethernet.h"
#include "mmds/ipv4_packet.h"
#include "mmds/metadata_service.h"
#include "mmds/tcp_server.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace sparkler::mmds {

/// The metadata service as one interface of the guest sees it: ARP, IPv4, TCP (passive side) and HTTP in one small
/// stack. Ethernet frames in and out; time comes in as an argument. Its calls are those of a frame detour (see
/// virtio/net/frame_detour.h), by the same names and rules. Not thread-safe.
///
/// All leaves of the metric group `mmds` are counted here and below; whoever diverts the frames counts nothing for
/// them.
class NetworkStack {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    /// The longest frame nextFrame() makes.
    static constexpr std::size_t kMaxFrameBytes = 1514;
    static constexpr std::size_t kMaxArpReplies = 30;
    /// The service's address on the guest's Ethernet.
    static constexpr MacAddress kMac{{0x06, 0x01, 0x23, 0x45, 0x67, 0x01}};

    static std::unique_ptr<NetworkStack> create(std::shared_ptr<MetadataService> service);
    explicit NetworkStack(std::shared_ptr<MetadataService> service, InitialSequence initial = clockedSequence());

    /// ARP that asks for, and IPv4 to, the service's address.
    bool wants(std::span<const std::byte> frameStart);
    void take(std::span<const std::byte> frame, TimePoint now);
    bool hasFrame(TimePoint now);
    std::size_t nextFrame(std::span<std::byte> out, TimePoint now);
    std::optional<TimePoint> nextDeadline() const { return m_tcp.nextDeadline(); }

private:
    enum class Outcome { Handled, Unusual, Failed };

    Outcome takeArp(std::span<const std::byte> packet);
    Outcome takeIpv4(const MacAddress &source, std::span<const std::byte> bytes, TimePoint now);
    std::size_t nextArpReply(std::span<std::byte> out);
    std::size_t nextSegment(std::span<std::byte> out, TimePoint now);

    const std::shared_ptr<MetadataService> m_service;
    TcpServer m_tcp;
    std::deque<ArpPacket> m_arpReplies;
};

} // namespace sparkler::mmds
