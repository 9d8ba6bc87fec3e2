#pragma once

#include "arch/x86_64/layout.h"
#include "bus/bus.h"
#include "events/event_loop.h"
#include "hypervisor/hypervisor.h"
#include "machine/interrupt_fd.h"
#include "machine/machine_runtime.h"
#include "virtio/mmio_transport.h"

#include <memory>
#include <string>
#include <vector>

namespace sparkler {

/// The virtio-mmio devices of a machine: gives out windows and interrupt lines, wires notifications into the event
/// loop. VMM thread. Destroy before the Vm and the event loop.
class VirtioBoard {
public:
    /// All must outlive the board.
    VirtioBoard(Vm &vm, EventLoop &loop, Bus &mmio, const GuestMemory &memory);
    ~VirtioBoard();
    VirtioBoard(const VirtioBoard &) = delete;
    VirtioBoard &operator=(const VirtioBoard &) = delete;

    /// Puts `device` into the next window. `id` tells it from others of its type, if there can be any. Errors: Host, or
    /// InvalidInput when the interrupt lines are used up.
    Result<> attach(std::shared_ptr<virtio::VirtioDevice> device, std::string id = {});

    /// Finishes what the devices have in flight and says what each of them is, in the order of attachment. Error: Host.
    Result<std::vector<MachineRuntime::Device>> save();
    /// Puts the state of a saved device into the one that was attached as number `ordinal`, and lets it work. Errors:
    /// InvalidInput, GuestFault, for a state that cannot be; Host.
    Result<> restore(std::size_t ordinal, const MachineRuntime::Device &state);

    /// In the order of attachment.
    std::vector<x86_64::MmioSlot> placements() const;
    /// The transport in front of `device`, which must have been attached.
    virtio::MmioTransport &transportOf(const virtio::VirtioDevice &device);
    /// As if every queue of every active device had been notified: nothing that arrived during a pause is lost.
    void kickAll();

private:
    struct Slot;
    Result<> wireQueues(Slot &slot);
    Result<> wireHostEvents(Slot &slot);

    Vm &m_vm;
    EventLoop &m_loop;
    Bus &m_mmio;
    const GuestMemory &m_memory;
    std::vector<std::unique_ptr<Slot>> m_slots;
};

} // namespace sparkler
