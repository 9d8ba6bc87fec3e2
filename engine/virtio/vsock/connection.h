#pragma once

#include "virtio/vsock/host_streams.h"
#include "virtio/vsock/packet.h"
#include "virtio/vsock/tx_buffer.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include <sys/uio.h>

namespace sparkler::virtio {

/// How long a guest may take to answer a request, and either side to end a connection that is shut down; also how long
/// a program of the host may take to say where to.
constexpr std::chrono::milliseconds kVsockTimeout{2000};

/// Both ends' ports. The pair names a connection.
struct VsockPorts {
    std::uint32_t local = 0; ///< of the host's end
    std::uint32_t peer = 0;  ///< of the guest's end
    bool operator==(const VsockPorts &) const = default;
};

/// What came of the offer to send a packet to the guest.
enum class VsockFill {
    Packet,
    Nothing, ///< there was nothing to send after all
    NoRoom,  ///< there is data, but the buffer takes a bare header only
};

/// One connection: its states, the credit of both sides, and the bytes the host did not take yet. Knows neither queues
/// nor descriptors nor clocks. The owner asks wantsToSend(), isFinished() and deadline() anew after each call.
class VsockConnection {
public:
    enum class Initiator { Host, Guest };
    /// `stream` is connected and watched. A guest's request is answered with RESPONSE, a host's one becomes a REQUEST
    /// that must be answered in time.
    VsockConnection(Initiator initiator, const VsockPorts &ports, std::unique_ptr<HostStream> stream,
                    VsockTimePoint now);

    const VsockPorts &ports() const { return m_ports; }

    /// The guest's room as a packet of it tells. For the one that asked for this connection; fromGuest() does it
    /// itself.
    void takeCredit(const VsockHeader &header);
    /// A packet of the guest for this connection, not RST. `payload`: as many bytes as a ReadWrite header says.
    void fromGuest(const VsockHeader &header, std::span<const iovec> payload, VsockTimePoint now);
    /// The host stream reports something.
    void onReady(StreamEvents events);
    /// deadline() has come.
    void expire();

    /// Whether toGuest() probably has a packet.
    bool wantsToSend() const;
    /// Makes the most urgent packet: fills what `header` says beyond addresses, reads its payload straight into `room`
    /// (unchanged on return).
    VsockFill toGuest(VsockHeader &header, std::span<iovec> room, VsockTimePoint now);

    /// RST was sent: to be forgotten.
    bool isFinished() const { return m_state == State::Finished; }
    std::optional<VsockTimePoint> deadline() const { return m_deadline; }

private:
    enum class State {
        LocalInit,   ///< the host asked
        PeerInit,    ///< the guest asked, RESPONSE is to be sent
        Established, ///< perhaps shut down by the guest in part: m_peerReceives, m_peerSends
        LocalClosed, ///< the host's end came, SHUTDOWN was sent
        Killed,      ///< only RST is left to be sent
        Finished,
    };
    enum class Ending { Orderly, Forced };

    void answerHost();
    void sendToHost(std::span<const iovec> payload, std::uint32_t length);
    void flush();
    void countForwarded(std::uint32_t bytes);
    void shutDownByGuest(std::uint32_t flags, VsockTimePoint now);
    void onAllForwarded();
    void endIfUseless();
    void kill(Ending ending, std::string_view why);

    std::uint32_t peerFree() const;
    bool mayRead() const { return m_state == State::Established && m_peerReceives && m_readable; }
    VsockFill readFromHost(VsockHeader &header, std::span<iovec> room, VsockTimePoint now);

    VsockPorts m_ports;
    std::unique_ptr<HostStream> m_stream; ///< none once killed
    State m_state;
    bool m_requestSent = false;
    bool m_readable;       ///< until a read says otherwise; readiness is reported once
    bool m_hungUp = false; ///< nothing can pass the host's end in either direction
    bool m_peerReceives = true;
    bool m_peerSends = true;
    bool m_creditRequested = false; ///< and not given since
    bool m_creditUpdateDue = false;
    std::optional<VsockTimePoint> m_deadline;

    // The guest's receive buffer. All counts wrap.
    std::uint32_t m_peerBufferAllocated = 0;
    std::uint32_t m_peerForwardCount = 0;
    std::uint32_t m_bytesSent = 0;
    // Ours.
    VsockTxBuffer m_txBuffer;
    std::uint32_t m_forwardCount = 0; ///< bytes of the guest that the host has taken
    std::uint32_t m_forwardCountTold = 0;
};

} // namespace sparkler::virtio
