#include "virtio/vsock/device.h"

#include "telemetry/log.h"
#include "telemetry/metrics.h"
#include "virtio/vsock/config_space.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace sparkler::virtio {
namespace {

constexpr std::array<std::uint16_t, 3> kQueueSizes{256, 256, 256};

VsockTimePoint currentTime()
{
    return VsockTimePoint::clock::now();
}

} // namespace

// --- life ---

Result<std::unique_ptr<VsockDevice>> VsockDevice::open(const VsockSettings &settings)
{
    // Last the socket: a failure after its binding would leave the file, and the path in use.
    Fd againEvent = TRY(Fd::eventFd());
    TimerFd timer = TRY(TimerFd::create());
    auto streams = TRY(UnixHostStreams::listen(settings.udsPath, settings.brokenPipe));
    return std::unique_ptr<VsockDevice>(
        new VsockDevice(settings.guestCid, std::move(streams), std::move(againEvent), std::move(timer)));
}

Result<std::unique_ptr<VsockDevice>> VsockDevice::create(std::uint32_t guestCid, std::unique_ptr<HostStreams> streams)
{
    Fd againEvent = TRY(Fd::eventFd());
    TimerFd timer = TRY(TimerFd::create());
    return std::unique_ptr<VsockDevice>(
        new VsockDevice(guestCid, std::move(streams), std::move(againEvent), std::move(timer)));
}

VsockDevice::VsockDevice(std::uint32_t guestCid, std::unique_ptr<HostStreams> streams, Fd againEvent, TimerFd timer)
    : m_guestCid(guestCid), m_streams(std::move(streams)), m_againEvent(std::move(againEvent)),
      m_timer(std::move(timer)), m_muxer(guestCid, *m_streams)
{
}

std::uint64_t VsockDevice::features() const
{
    // Every chain is completed before the next one is popped, so all come back in order.
    return kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect | kFeatureInOrder;
}

std::span<const std::uint16_t> VsockDevice::queueMaxSizes() const
{
    return kQueueSizes;
}

void VsockDevice::readConfig(std::uint64_t offset, std::span<std::byte> out) const
{
    readVsockConfig(m_guestCid, offset, out);
}

void VsockDevice::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    refuseVsockConfigWrite(offset, in);
}

Result<> VsockDevice::activate(Activation activation)
{
    if (activation.queues.size() != kQueueSizes.size() || !activation.memory || !activation.interrupt) {
        metrics().vsock.activateFails.add();
        return fail(ErrorKind::GuestFault, "a vsock device has three queues");
    }
    if (const auto accepting = m_streams->setAccepting(true); !accepting) {
        metrics().vsock.activateFails.add();
        return accepting;
    }
    m_activation = std::move(activation);
    if (m_activation->restored)
        m_transportReset = TransportReset::Due; // told at the next wake-up
    else
        m_eventsAnsweredAt.reset();
    return {};
}

bool VsockDevice::reset()
{
    forgetDriver();
    m_activation.reset();
    m_broken = false;
    return true;
}

/// Ends all that concerns the driver as it was. Programs of the host wait in the backlog from now on.
void VsockDevice::forgetDriver()
{
    m_muxer.dropAll();
    if (const auto stopped = m_streams->setAccepting(false); !stopped) {
        metrics().vsock.muxerEventFails.add();
        logError("vsock: cannot stop accepting host connections: {}", stopped.error().text);
    }
    m_timer.disarm();
    m_timerAt.reset();
    drainEventFd(m_againEvent.get());
    m_txWaits = false;
    m_transportReset = TransportReset::None;
    m_eventsAnsweredAt.reset();
}

std::vector<HostEvent> VsockDevice::hostEvents()
{
    std::vector<HostEvent> events;
    events.push_back({m_streams->readinessFd(), [this] { onStreams(); }});
    events.push_back({m_againEvent.get(), [this] { onAgain(); }});
    events.push_back({m_timer.get(), [this] { onTimer(); }});
    return events;
}

// --- snapshots ---

Result<> VsockDevice::quiesce()
{
    if (works() && m_transportReset == TransportReset::Told)
        noteEventBuffers(); // the answer may be there, and was not seen yet
    return {};
}

std::vector<QueuePosition> VsockDevice::queuePositions() const
{
    return m_activation ? positionsOf(m_activation->queues) : std::vector<QueuePosition>();
}

DeviceState VsockDevice::save() const
{
    return VsockState{m_muxer.lastLocalPort(), m_eventsAnsweredAt};
}

Result<> VsockDevice::restore(const DeviceState &state)
{
    const auto own = TRY(stateFor<VsockState>(*this, state));
    if (own.eventsAnsweredAt && (*own.eventsAnsweredAt == 0 || *own.eventsAnsweredAt > kQueueSizes[kEventQueue]))
        return fail(ErrorKind::InvalidInput, "a saved vsock event is impossible");
    TRY(m_muxer.setLastLocalPort(own.lastLocalPort));
    m_eventsAnsweredAt = own.eventsAnsweredAt;
    return {};
}

// --- wake-ups ---

void VsockDevice::queueNotified(std::uint16_t index)
{
    if (index == kRxQueue)
        metrics().vsock.rxQueueEventCount.add();
    else if (index == kTxQueue)
        metrics().vsock.txQueueEventCount.add();
    if (!works())
        return;
    const VsockTimePoint now = currentTime();
    if (index == kTxQueue)
        serveTx(now);
    settle(now);
}

void VsockDevice::onStreams()
{
    const VsockTimePoint now = currentTime();
    m_streams->dispatch(m_muxer, now);
    if (works())
        settle(now);
}

void VsockDevice::onAgain()
{
    drainEventFd(m_againEvent.get());
    if (!works())
        return;
    const VsockTimePoint now = currentTime();
    if (m_txWaits)
        serveTx(now);
    settle(now);
}

void VsockDevice::onTimer()
{
    // Armed anew or disarmed since the loop saw it fire: it is to fire later or never.
    if (m_timer.drain() == 0)
        return;
    m_timerAt.reset();
    const VsockTimePoint now = currentTime();
    m_muxer.expire(now);
    if (works())
        settle(now);
}

void VsockDevice::settle(VsockTimePoint now)
{
    serveEvents();
    serveRx(now);
    armTimer(now);
    bool interrupt = false;
    for (std::uint16_t index = 0; index < kQueueSizes.size() && !m_broken; ++index) {
        const auto wanted = queue(index).publish();
        if (!wanted)
            ringFault(index, wanted.error());
        else
            interrupt = interrupt || *wanted;
    }
    if (interrupt)
        m_activation->interrupt->signalUsedQueue();
}

void VsockDevice::armTimer(VsockTimePoint now)
{
    const auto deadline = m_broken ? std::nullopt : m_muxer.nextDeadline();
    if (deadline == m_timerAt)
        return;
    m_timerAt = deadline;
    if (deadline)
        m_timer.armOnce(std::max<std::chrono::nanoseconds>(*deadline - now, std::chrono::nanoseconds(1)));
    else
        m_timer.disarm();
}

} // namespace sparkler::virtio
