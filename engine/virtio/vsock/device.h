#pragma once

#include "base/fd.h"
#include "events/timer.h"
#include "telemetry/metrics.h"
#include "virtio/device.h"
#include "virtio/vsock/host_streams.h"
#include "virtio/vsock/muxer.h"
#include "virtio/vsock/unix_backend.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::virtio {

/// What the vsock device is made from.
struct VsockSettings {
    std::uint32_t guestCid = 3;
    std::string udsPath; ///< bound at once; guest-initiated streams go to "{udsPath}_{port}"
    /// Signal lets the process's handler count what Firecracker's metric signals.sigpipe counts.
    BrokenPipe brokenPipe = BrokenPipe::Quiet;
};

/// A virtio socket device (virtio 1.2, 5.10) whose host side are Unix sockets. Only streams. As all devices, covered by
/// its transport's lock; the calls that are not part of VirtioDevice need that lock, too.
///
/// Snapshots hold no connections, for their host side stays where it is. The device that was saved goes on with all of
/// them. A device that is restored where the driver was active tells it by a TRANSPORT_RESET event (5.10.6.7) at the
/// first wake-up; the guest gets no packets until it has dealt with the event, that is until it puts a buffer into the
/// event queue again. The event is not written when the snapshot is made, as others do: nothing in the protocol asks
/// for it, and a machine that goes on after a snapshot would lose its connections.
class VsockDevice final : public VirtioDevice {
public:
    static constexpr std::uint16_t kRxQueue = 0; ///< to the guest
    static constexpr std::uint16_t kTxQueue = 1;
    static constexpr std::uint16_t kEventQueue = 2;

    /// Binds and listens at `udsPath`, which must not exist. Error: Host with the text that follows "Cannot create
    /// backend for vsock device: ".
    static Result<std::unique_ptr<VsockDevice>> open(const VsockSettings &settings);
    // The socket file is left behind when the device goes; whoever replaces a device unlinks it.

    /// A device with another host side. Error: Host.
    static Result<std::unique_ptr<VsockDevice>> create(std::uint32_t guestCid, std::unique_ptr<HostStreams> streams);

    DeviceType type() const override { return DeviceType::Vsock; }
    std::uint64_t features() const override;
    std::span<const std::uint16_t> queueMaxSizes() const override;
    void readConfig(std::uint64_t offset, std::span<std::byte> out) const override;
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override;
    Result<> activate(Activation activation) override;
    bool isActive() const override { return m_activation.has_value(); }
    bool reset() override;
    void queueNotified(std::uint16_t index) override;
    std::vector<HostEvent> hostEvents() override;
    Result<> quiesce() override;
    std::vector<QueuePosition> queuePositions() const override;
    DeviceState save() const override;
    Result<> restore(const DeviceState &state) override;

    std::size_t connectionCount() const { return m_muxer.connectionCount(); }

private:
    /// The steps of telling the driver of a restored device that all connections are gone.
    enum class TransportReset { None, Due, Told };

    VsockDevice(std::uint32_t guestCid, std::unique_ptr<HostStreams> streams, Fd againEvent, TimerFd timer);

    bool works() const { return m_activation && !m_broken; }
    Queue &queue(std::uint16_t index) { return m_activation->queues[index]; }
    /// Pops a chain into m_chain; Empty only after the driver was asked to notify. Nothing when the ring is broken.
    std::optional<Queue::Pop> pop(std::uint16_t index);
    void complete(std::uint16_t index, std::uint32_t written);
    void giveBackBad(std::uint16_t index, std::string_view what, std::string_view why);

    void serveTx(VsockTimePoint now);
    void serveRx(VsockTimePoint now);
    std::optional<std::uint32_t> fillChain(VsockTimePoint now);
    void serveEvents();
    void noteEventBuffers();
    /// Serves the guest's receive queue, shows all that is used, interrupts, arms the timer. The end of each wake-up.
    void settle(VsockTimePoint now);
    void armTimer(VsockTimePoint now);
    void ringFault(std::uint16_t index, const Error &error);
    Counter &failures(std::uint16_t index) const;
    void forgetDriver();

    void onStreams();
    void onAgain();
    void onTimer();

    std::uint64_t m_guestCid;
    std::unique_ptr<HostStreams> m_streams;
    Fd m_againEvent; ///< signalled by ourselves: more work than one wake-up may do
    TimerFd m_timer; ///< for the muxer's deadlines
    std::optional<VsockTimePoint> m_timerAt;
    VsockMuxer m_muxer;

    std::optional<Activation> m_activation;
    DescriptorChain m_chain;     ///< the one being looked at
    std::vector<iovec> m_pieces; ///< of its payload; keeps its memory
    bool m_txWaits = false;      ///< the transmit queue holds more than was served; resumed by m_againEvent
    bool m_broken = false;       ///< a ring of the guest is impossible; until reset
    TransportReset m_transportReset = TransportReset::None;
    /// Buffers waiting in the event queue with which the driver has dealt with all events that it was told.
    std::optional<std::uint16_t> m_eventsAnsweredAt;
};

} // namespace sparkler::virtio
