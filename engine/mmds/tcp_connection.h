#pragma once

#include "base/ipv4_address.h"
#include "base/mac_address.h"
#include "mmds/http_session.h"
#include "mmds/tcp_segment.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace sparkler::mmds {

/// Who is at the other end.
struct TcpPeer {
    Ipv4Address address;
    std::uint16_t port = 0;
    bool operator==(const TcpPeer &) const = default;
};

/// A header to send, and how many bytes of payload were put behind it.
struct OutgoingSegment {
    TcpHeader header;
    std::size_t payloadBytes = 0;
};

/// The passive end of one TCP connection that carries HTTP. What it sends is one stream: SYN, the bytes of the present
/// answer, and FIN after the guest's FIN; three places in it say what is acknowledged, what goes out next, and how far
/// anything went out ever. A loss sets the second place back to the first.
class TcpConnection {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    /// About 1.2e9 cycles of the processors that Firecracker's value was made for.
    static constexpr std::chrono::milliseconds kRetransmitAfter{500};
    static constexpr int kMaxRetries = 15;
    static constexpr std::uint16_t kPort = 80;
    static constexpr std::uint16_t kMss = 1460;       ///< what we take, and the most we send
    static constexpr std::uint16_t kDefaultMss = 536; ///< of a peer that does not say (RFC 9293, 3.7.1)

    /// Answers `syn`, which came from `peer`; the stream starts at `initial`.
    TcpConnection(const TcpPeer &peer, const TcpHeader &syn, Sequence initial, std::shared_ptr<MetadataService> service,
                  TimePoint now);

    const TcpPeer &peer() const { return m_peer; }
    /// Where the last segment came from, and where answers go.
    const MacAddress &mac() const { return m_mac; }
    void setMac(const MacAddress &mac) { m_mac = mac; }
    TimePoint lastHeard() const { return m_lastHeard; }

    /// False for a segment that does not fit (it is harmless).
    bool receive(const TcpSegment &segment, TimePoint now);
    /// Acts on the retransmission timer when it is due.
    void expire(TimePoint now);
    bool hasSegment() const { return isOpen() && (m_ackDue || canSendStream()); }
    /// The next segment, when hasSegment(). Its payload goes to the start of `payload`, which is not empty.
    OutgoingSegment next(std::span<std::byte> payload, TimePoint now);
    std::optional<TimePoint> deadline() const { return m_deadline; }

    bool isOpen() const { return m_end == End::None; }
    /// It ended on our side: the peer is owed resetHeader().
    bool needsReset() const { return m_end == End::Reset; }
    TcpHeader resetHeader() const;

private:
    enum class End { None, Closed, Reset };

    bool receiveReset(const TcpSegment &segment);
    bool receiveSyn(const TcpSegment &segment);
    bool receiveAck(const TcpSegment &segment);
    void advance(Sequence acknowledged, TimePoint now);
    void noteWindow(const TcpHeader &header);
    bool receivePayload(const TcpSegment &segment);
    void pull(TimePoint now);
    void watchWindow(TimePoint now);

    Sequence answerEnd() const { return m_answerStart + m_answer.size(); }
    Sequence streamEnd() const { return answerEnd() + (m_finQueued ? 1 : 0); }
    bool isAllAcknowledged() const { return m_acknowledged == m_sent; }
    std::size_t windowLeft() const;
    bool canSendStream() const;
    TcpHeader header(Sequence sequence, TcpFlags flags) const;
    OutgoingSegment nextOfStream(std::span<std::byte> payload);

    const TcpPeer m_peer;
    MacAddress m_mac;
    HttpSession m_session;
    const std::uint16_t m_peerMss;

    const Sequence m_initial;
    Sequence m_acknowledged;
    Sequence m_next;
    Sequence m_sent; ///< end of what was ever sent
    Sequence m_answerStart;
    AnswerBytes m_answer;
    bool m_isEstablished = false; ///< our SYN is acknowledged
    bool m_finQueued = false;

    std::uint32_t m_peerWindow;
    Sequence m_windowSequence, m_windowAcknowledgment; ///< of the segment that told the window
    std::optional<Sequence> m_repeatedFrom;            ///< where a duplicate ACK set us back to already

    Sequence m_expected; ///< next byte of the peer
    bool m_peerFinished = false;
    bool m_ackDue = false;

    std::optional<TimePoint> m_deadline;
    int m_retries = 0;
    bool m_probe = false; ///< one byte may go out whatever the window says
    TimePoint m_lastHeard;
    End m_end = End::None;
};

} // namespace sparkler::mmds
