#include "virtio/vhost_vsock/device.h"

#include "base/format.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"
#include "virtio/vsock/config_space.h"

#include <cerrno>

namespace sparkler::virtio {
namespace {

constexpr std::array<std::uint16_t, 3> kQueueSizes{256, 256, 256};
constexpr std::uint64_t kWantedFeatures = kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect;

} // namespace

Result<std::unique_ptr<VhostVsockDevice>> VhostVsockDevice::open(const VhostVsockSettings &settings)
{
    return create(settings, TRY(VhostControl::open(settings.path)));
}

Result<std::unique_ptr<VhostVsockDevice>> VhostVsockDevice::create(const VhostVsockSettings &settings,
                                                                   VhostControl control)
{
    const std::uint64_t features = TRY(control.features()) & kWantedFeatures;
    if (!(features & kFeatureVersion1))
        return fail(ErrorKind::Host, "The vsock of the host's kernel is older than virtio 1.0");
    std::array<Events, kDataQueues> events;
    for (Events &queue : events) {
        queue.kick = TRY(Fd::eventFd());
        queue.call = TRY(Fd::eventFd());
    }
    Fd fault = TRY(Fd::eventFd());
    return std::unique_ptr<VhostVsockDevice>(
        new VhostVsockDevice(settings, std::move(control), features, std::move(events), std::move(fault)));
}

VhostVsockDevice::VhostVsockDevice(const VhostVsockSettings &settings, VhostControl control, std::uint64_t features,
                                   std::array<Events, kDataQueues> events, Fd fault)
    : m_id(settings.id), m_guestCid(settings.guestCid), m_features(features), m_control(std::move(control)),
      m_events(std::move(events)), m_fault(std::move(fault))
{
}

std::span<const std::uint16_t> VhostVsockDevice::queueMaxSizes() const
{
    return kQueueSizes;
}

Result<> VhostVsockDevice::reserve()
{
    const auto taken = m_control.setGuestCid(m_guestCid);
    if (!taken && taken.error().hostErrno == EADDRINUSE)
        return fail(ErrorKind::Host, fmt::format("The guest CID {} is already in use.", m_guestCid), EADDRINUSE);
    return taken;
}

int VhostVsockDevice::notificationFd(std::uint16_t index) const
{
    return index < kDataQueues ? m_events[index].kick.get() : -1;
}

void VhostVsockDevice::readConfig(std::uint64_t offset, std::span<std::byte> out) const
{
    readVsockConfig(m_guestCid, offset, out);
}

void VhostVsockDevice::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    refuseVsockConfigWrite(offset, in);
}

Result<> VhostVsockDevice::activate(Activation activation)
{
    auto started = activation.queues.size() == kQueueSizes.size()
                       ? startKernel(activation)
                       : fail(ErrorKind::GuestFault, "a vsock device has three queues");
    if (!started) {
        metrics().vsock.activateFails.add();
        return started;
    }
    m_activation = std::move(activation);
    return {};
}

Result<> VhostVsockDevice::startKernel(const Activation &activation)
{
    TRY(m_control.setFeatures(activation.features & m_features));
    TRY(m_control.setMemory(*activation.memory));
    for (std::uint16_t queue = 0; queue < kDataQueues; ++queue)
        TRY(m_control.setQueue(queue, activation.queues[queue].config(), *activation.memory, m_events[queue].kick.get(),
                               m_events[queue].call.get(), m_fault.get()));
    return m_control.setRunning(true);
}

/// The kernel's worker touches neither rings nor memory once it is stopped.
bool VhostVsockDevice::reset()
{
    if (const auto stopped = m_control.setRunning(false); !stopped) {
        logError("vsock {}: {}", m_id, stopped.error().text);
        return false;
    }
    for (const Events &queue : m_events) {
        drainEventFd(queue.kick.get());
        drainEventFd(queue.call.get());
    }
    drainEventFd(m_fault.get());
    m_activation.reset();
    return true;
}

/// What did not come through notificationFd(): queues are looked at again after a pause, and a driver may notify with
/// an index that no eventfd matches.
void VhostVsockDevice::queueNotified(std::uint16_t index)
{
    if (index < kDataQueues)
        signalEventFd(m_events[index].kick.get());
}

std::vector<HostEvent> VhostVsockDevice::hostEvents()
{
    std::vector<HostEvent> events;
    for (std::size_t queue = 0; queue < m_events.size(); ++queue)
        events.push_back({m_events[queue].call.get(), [this, queue] { onCall(queue); }});
    events.push_back({m_fault.get(), [this] { onFault(); }});
    return events;
}

void VhostVsockDevice::onCall(std::size_t queue)
{
    if (drainEventFd(m_events[queue].call.get()) != 0 && m_activation)
        m_activation->interrupt->signalUsedQueue();
}

/// The kernel has given up on the queue; so does this device, until the driver resets it.
void VhostVsockDevice::onFault()
{
    if (drainEventFd(m_fault.get()) == 0 || !m_activation)
        return;
    logError("vsock {}: the host's kernel finds the rings of the guest impossible", m_id);
    m_activation->interrupt->signalNeedsReset();
}

Result<> VhostVsockDevice::quiesce()
{
    return fail(ErrorKind::WrongPhase, fmt::format("Operation not allowed: Devices without snapshot support are "
                                                   "present: vhost-vsock(id: {})",
                                                   m_id));
}

std::vector<QueuePosition> VhostVsockDevice::queuePositions() const
{
    return m_activation ? std::vector<QueuePosition>(kQueueSizes.size()) : std::vector<QueuePosition>();
}

DeviceState VhostVsockDevice::save() const
{
    return VsockState{}; // nobody gets here: quiesce() comes first
}

Result<> VhostVsockDevice::restore(const DeviceState &)
{
    return fail(ErrorKind::InvalidInput, "a vsock device of the host's kernel cannot be restored");
}

} // namespace sparkler::virtio
