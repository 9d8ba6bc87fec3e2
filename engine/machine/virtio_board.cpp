#include "machine/virtio_board.h"

#include <sys/epoll.h>

namespace sparkler {

struct VirtioBoard::Slot {
    x86_64::MmioSlot placement;
    std::shared_ptr<virtio::VirtioDevice> device;
    std::optional<InterruptFd> interrupt;
    std::unique_ptr<virtio::MmioTransport> transport;
    std::vector<Fd> queueNotifications;                 ///< of the queues whose device has none of its own
    std::vector<int> notified;                          ///< borrowed; one for each queue
    std::vector<EventLoop::Registration> registrations; ///< last: gone before what their handlers use
};

VirtioBoard::VirtioBoard(Vm &vm, EventLoop &loop, Bus &mmio, const GuestMemory &memory)
    : m_vm(vm), m_loop(loop), m_mmio(mmio), m_memory(memory)
{
}

VirtioBoard::~VirtioBoard() = default;

Result<> VirtioBoard::attach(std::shared_ptr<virtio::VirtioDevice> device, std::string id)
{
    const auto placement = x86_64::virtioMmioSlot(static_cast<std::uint32_t>(m_slots.size()));
    if (!placement)
        return fail(ErrorKind::InvalidInput, "Could not attach device: there is no interrupt line left.");

    auto slot = std::make_unique<Slot>();
    slot->placement = *placement;
    slot->device = std::move(device);
    TRY(slot->device->reserve());
    slot->interrupt.emplace(TRY(InterruptFd::create()));
    slot->transport = std::make_unique<virtio::MmioTransport>(*slot->device, m_memory, *slot->interrupt);
    slot->transport->setDeviceId(std::move(id));
    TRY(m_vm.registerIrqFd(slot->interrupt->get(), slot->placement.gsi));
    TRY(m_mmio.insert(slot->placement.base.value(), virtio::kMmioWindowBytes, *slot->transport));

    // As if the driver had notified them: nothing to outlive the slot, nothing that piles up however often a guest does
    // this.
    slot->transport->setActivationHook([&notified = slot->notified] {
        for (const int notification : notified)
            signalEventFd(notification);
    });
    // An ioeventfd catches these; should one come through all the same, a vCPU still does no I/O, which its system call
    // filter does not know.
    slot->transport->setNotificationHook(
        [&notified = slot->notified](std::uint16_t queue) { signalEventFd(notified[queue]); });
    TRY(wireQueues(*slot));
    TRY(wireHostEvents(*slot));
    m_slots.push_back(std::move(slot));
    return {};
}

Result<> VirtioBoard::wireQueues(Slot &slot)
{
    const auto queues = static_cast<std::uint16_t>(slot.device->queueMaxSizes().size());
    const GuestAddress notify(slot.placement.base.value() + virtio::kMmioQueueNotify);
    for (std::uint16_t queue = 0; queue < queues; ++queue) {
        if (const int own = slot.device->notificationFd(queue); own >= 0) {
            TRY(m_vm.registerIoEventFd(own, notify, queue));
            slot.notified.push_back(own);
            continue;
        }
        Fd notification = TRY(Fd::eventFd());
        const int fd = notification.get();
        TRY(m_vm.registerIoEventFd(fd, notify, queue));
        slot.notified.push_back(fd);
        slot.registrations.push_back(
            TRY(m_loop.watch(fd, EPOLLIN, [transport = slot.transport.get(), fd, queue](std::uint32_t) {
                drainEventFd(fd);
                transport->notifyQueue(queue);
            })));
        slot.queueNotifications.push_back(std::move(notification));
    }
    return {};
}

Result<> VirtioBoard::wireHostEvents(Slot &slot)
{
    for (virtio::HostEvent &event : slot.device->hostEvents()) {
        const std::uint32_t watched = EPOLLIN | (event.edgeTriggered ? std::uint32_t{EPOLLET} : 0);
        slot.registrations.push_back(TRY(m_loop.watch(
            event.fd, watched, [transport = slot.transport.get(), onReady = std::move(event.onReady)](std::uint32_t) {
                const auto lock = transport->lock();
                onReady();
            })));
    }
    return {};
}

Result<std::vector<MachineRuntime::Device>> VirtioBoard::save()
{
    // All of them first: one device's last work can make work for another (a guest's buffers do not care whose they
    // are).
    for (const auto &slot : m_slots) {
        const auto lock = slot->transport->lock();
        TRY(slot->device->quiesce());
    }
    std::vector<MachineRuntime::Device> states;
    states.reserve(m_slots.size());
    for (const auto &slot : m_slots) {
        MachineRuntime::Device state;
        {
            const auto lock = slot->transport->lock();
            state.own = slot->device->save();
        }
        state.transport = slot->transport->save();
        states.push_back(std::move(state));
    }
    return states;
}

Result<> VirtioBoard::restore(std::size_t ordinal, const MachineRuntime::Device &state)
{
    Slot &slot = *m_slots.at(ordinal);
    {
        const auto lock = slot.transport->lock();
        TRY(slot.device->restore(state.own));
    }
    return slot.transport->restore(state.transport);
}

std::vector<x86_64::MmioSlot> VirtioBoard::placements() const
{
    std::vector<x86_64::MmioSlot> all;
    for (const auto &slot : m_slots)
        all.push_back(slot->placement);
    return all;
}

virtio::MmioTransport &VirtioBoard::transportOf(const virtio::VirtioDevice &device)
{
    for (const auto &slot : m_slots) {
        if (slot->device.get() == &device)
            return *slot->transport;
    }
    // Every caller holds a device that it attached itself.
    __builtin_unreachable();
}

void VirtioBoard::kickAll()
{
    for (const auto &slot : m_slots)
        slot->transport->kickAllQueues();
}

} // namespace sparkler
