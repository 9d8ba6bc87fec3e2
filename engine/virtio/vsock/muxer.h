#pragma once

#include "virtio/vsock/connection.h"
#include "virtio/vsock/fixed_ring.h"
#include "virtio/vsock/handshake.h"
#include "virtio/vsock/host_streams.h"
#include "virtio/vsock/kill_queue.h"
#include "virtio/vsock/packet.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include <sys/uio.h>

namespace sparkler::virtio {

/// All connections of a device: hands the guest's packets to them, takes turns among those that have something for the
/// guest, and ends those whose time is over. Knows nothing of queues, sockets and clocks. Virtio 1.2, 5.10.6, without
/// what it says of datagrams and sequenced packets.
class VsockMuxer final : public HostStreamSink {
public:
    static constexpr std::size_t kMaxConnections = 1023; ///< handshakes included
    static constexpr std::size_t kMaxPendingResets = 256;
    /// Ports for connections from the host come from [2^30, 2^31), in turn.
    static constexpr std::uint32_t kFirstLocalPort = 1u << 30;
    static constexpr std::uint32_t kLastLocalPort = (1u << 31) - 1;

    /// `streams` must outlive the muxer.
    VsockMuxer(std::uint64_t guestCid, HostStreams &streams) : m_guestCid(guestCid), m_streams(streams) {}

    /// A packet that the guest sent. `payload`: see readVsockPacket().
    void fromGuest(const VsockHeader &header, std::span<const iovec> payload, VsockTimePoint now);

    /// Whether toGuest() probably has a packet.
    bool hasPacket() const { return !m_ready.empty() || !m_resets.empty(); }
    /// Makes the next packet: all of `header`, its payload straight into `room` (unchanged on return).
    VsockFill toGuest(VsockHeader &header, std::span<iovec> room, VsockTimePoint now);

    /// Ends what should have ended by `now`.
    void expire(VsockTimePoint now);
    /// When expire() is due next.
    std::optional<VsockTimePoint> nextDeadline() const { return m_killQueue.nextDeadline(); }

    /// Closes everything without a word to the guest.
    void dropAll();

    /// The port given to the last connection from the host. A restored guest may still hold sockets of connections that
    /// are gone; new ones must not take their ports.
    std::uint32_t lastLocalPort() const { return m_lastLocalPort; }
    /// Error: InvalidInput for a port that cannot have been given.
    Result<> setLastLocalPort(std::uint32_t port);

    std::size_t connectionCount() const { return m_byPorts.size(); }

    // HostStreamSink
    void onAccepted(std::unique_ptr<HostStream> stream, VsockTimePoint now) override;
    void onReady(StreamToken token, StreamEvents events, VsockTimePoint now) override;

private:
    using Index = std::uint16_t;
    /// A place for a handshake or the connection it becomes.
    struct Slot {
        std::uint32_t generation = 0; ///< counts the occupants, so that a report for a former one is known
        bool queued = false;          ///< in m_ready; outlives the occupant
        std::unique_ptr<VsockHandshake> handshake;
        std::unique_ptr<VsockConnection> connection;
        std::optional<VsockTimePoint> scheduled; ///< the deadline in m_killQueue
        bool isFree() const { return !handshake && !connection; }
        std::optional<VsockTimePoint> deadline() const;
    };

    static std::uint64_t key(const VsockPorts &ports) { return std::uint64_t{ports.local} << 32 | ports.peer; }
    StreamToken tokenOf(Index index) const { return std::uint64_t{m_slots[index].generation} << 16 | index; }
    /// The slot of `token` when its occupant still is the one the token was made for.
    std::optional<Index> find(StreamToken token) const;
    /// A free slot; nothing when the limit is reached. Nothing is taken by asking.
    std::optional<Index> findFreeSlot();

    void connectToHost(const VsockHeader &request, VsockTimePoint now);
    void continueHandshake(Index index, VsockTimePoint now);
    void adopt(Index index, std::unique_ptr<VsockConnection> connection);
    std::optional<std::uint32_t> takeLocalPort();
    void expireSlot(Index index, VsockTimePoint now);
    void rebuildKillQueue();
    /// After a change of the slot's occupant: forget it, give it a turn, remember its deadline.
    void settle(Index index);
    void schedule(Index index);
    void remove(Index index);

    void queueReset(const VsockPorts &ports);
    bool takeReset(VsockHeader &header);

    std::uint64_t m_guestCid;
    HostStreams &m_streams;
    std::vector<Slot> m_slots; ///< grows to kMaxConnections
    std::vector<Index> m_freeSlots;
    std::unordered_map<std::uint64_t, Index> m_byPorts;
    std::uint32_t m_lastLocalPort = kFirstLocalPort - 1;

    FixedRing<Index, kMaxConnections> m_ready; ///< slots that wait for their turn, each once: it cannot overflow
    FixedRing<VsockPorts, kMaxPendingResets> m_resets; ///< for pairs without a connection
    bool m_resetsTurn = true;
    VsockKillQueue m_killQueue;
};

} // namespace sparkler::virtio
