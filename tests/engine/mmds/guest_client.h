#pragma once

#include "guest_frames.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sparkler::mmds::test {

/// A small but honest TCP of a guest, the active side: repeats what gets lost, keeps what comes early if it may, and
/// acknowledges every segment. Time comes in as an argument.
class GuestClient {
public:
    using TimePoint = NetworkStack::TimePoint;

    struct Settings {
        GuestAddress address;
        std::uint16_t port = 0;
        Sequence start;
        std::uint16_t mss = 1460; ///< both ways
        std::uint16_t window = 65535;
        bool keepsEarlySegments = true;
        std::chrono::milliseconds timeout{300};
    };
    explicit GuestClient(const Settings &settings) : m_settings(settings) {}

    /// Queues bytes to send, and how they are split is what the calls say: a segment never crosses their limits.
    void send(std::string_view bytes);
    /// No more bytes will be sent.
    void finish() { m_finishes = true; }

    void receive(const ServiceFrame &frame, TimePoint now);
    /// The frames that go out now.
    std::vector<Frame> frames(TimePoint now);
    std::optional<TimePoint> deadline() const { return m_deadline; }

    const std::string &received() const { return m_received; }
    bool wasReset() const { return m_wasReset; }
    /// Both sides said that they are done, and know it.
    bool isClosed() const { return m_serviceFinished && m_finAcknowledged; }

private:
    void takeStream(const ServiceFrame &frame);
    std::string_view pieceAt(std::size_t offset) const;
    Frame frame(TcpFlags flags, Sequence sequence, std::string_view payload = {}) const;

    const Settings m_settings;
    std::string m_output;
    std::vector<std::size_t> m_splits; ///< ends of the pieces of m_output
    bool m_finishes = false;
    std::size_t m_acknowledged = 0; ///< bytes of m_output
    std::size_t m_next = 0;
    std::size_t m_peerWindow = 0;
    bool m_isConnected = false, m_synSent = false;
    bool m_finSent = false, m_finAcknowledged = false;

    Sequence m_expected;
    std::string m_received;
    std::map<std::size_t, std::string> m_early; ///< by their place in m_received
    bool m_serviceFinished = false;
    bool m_wasReset = false;
    int m_acksDue = 0;
    std::optional<TimePoint> m_deadline;
};

} // namespace sparkler::mmds::test
