#pragma once

#include "mmds/tcp_connection.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sparkler::mmds {

/// Where the stream of a new connection starts.
using InitialSequence = std::function<Sequence(std::chrono::steady_clock::time_point now)>;
/// A clock of 4 microseconds and a step for each connection (RFC 9293, 3.4.1). Nobody but the guest itself is at the
/// other end, so it need not be unpredictable.
InitialSequence clockedSequence();

/// The connections of one interface, and the resets for segments that belong to none. Memory: kMaxConnections times a
/// request and an answer; answers that show the same value share it.
class TcpServer {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    static constexpr std::uint16_t kPort = TcpConnection::kPort;
    static constexpr std::size_t kMaxConnections = 30;
    static constexpr std::size_t kMaxResets = 100;
    /// About 40e9 cycles: after this a connection makes room for a new one.
    static constexpr std::chrono::seconds kEvictAfter{16};

    explicit TcpServer(std::shared_ptr<MetadataService> service, InitialSequence initial = clockedSequence());

    struct Destination {
        MacAddress mac;
        Ipv4Address address;
    };

    /// False for a segment that does not fit (it is harmless).
    bool receive(const Destination &source, const TcpSegment &segment, TimePoint now);
    bool hasSegment(TimePoint now);
    /// The next segment for the guest, if one waits, and whom it is for. Its payload goes to the start of `payload`.
    std::optional<OutgoingSegment> next(std::span<std::byte> payload, Destination &destination, TimePoint now);
    std::optional<TimePoint> nextDeadline() const;

    std::size_t connectionCount() const { return m_connections.size(); }

private:
    struct Reset {
        Destination destination;
        TcpHeader header;
    };

    bool accept(const Destination &source, const TcpSegment &segment, TimePoint now);
    bool makeRoom(TimePoint now);
    void refuse(const Destination &source, const TcpSegment &segment);
    void queueReset(const Destination &destination, const TcpHeader &header);
    void expire(TimePoint now);
    void removeEnded();

    const std::shared_ptr<MetadataService> m_service;
    const InitialSequence m_initial;
    std::vector<std::unique_ptr<TcpConnection>> m_connections;
    std::size_t m_turn = 0; ///< the connection that is asked first
    std::deque<Reset> m_resets;
};

} // namespace sparkler::mmds
