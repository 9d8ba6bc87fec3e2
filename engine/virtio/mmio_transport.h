#pragma once

#include "bus/bus.h"
#include "memory/guest_memory.h"
#include "virtio/device.h"
#include "virtio/queue.h"
#include "virtio/state.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::virtio {

/// Bytes of the register window, and the register a queue's ioeventfd is bound to (4-byte write of the queue index).
constexpr std::uint64_t kMmioWindowBytes = 0x1000;
constexpr std::uint64_t kMmioQueueNotify = 0x50;

/// Bits of the device status register. Virtio 1.2, 2.1.
enum DeviceStatus : std::uint32_t {
    kStatusAcknowledge = 1,
    kStatusDriver = 2,
    kStatusDriverOk = 4,
    kStatusFeaturesOk = 8,
    kStatusNeedsReset = 64,
    kStatusFailed = 128,
};

/// A virtio device behind memory-mapped registers (virtio 1.2, 4.2, version 2). Registers are accessed on vCPU threads,
/// the device works on the VMM thread; one lock covers the device and the queue registers. The interrupt registers and
/// the status are atomics, so that a guest's interrupt handler never waits for a device that is busy.
class MmioTransport final : public BusDevice, private DeviceInterrupt {
public:
    /// All three must outlive the transport. The device is taken as freshly made.
    MmioTransport(VirtioDevice &device, const GuestMemory &memory, InterruptLine &line);
    /// Resets an active device: it may live on, and must not keep the queues, the memory and the interrupt.
    ~MmioTransport() override;
    MmioTransport(const MmioTransport &) = delete;
    MmioTransport &operator=(const MmioTransport &) = delete;

    /// Called on the vCPU thread that activated the device, without the lock. Must only hand over to the VMM thread,
    /// which then calls kickAllQueues(): notifications that came before the activation are not lost, and no I/O happens
    /// on a vCPU. Set before the guest runs.
    void setActivationHook(std::function<void()> hook) { m_activationHook = std::move(hook); }
    /// Called on a vCPU thread, with the lock, for a notification that came as a register access. Must only hand over
    /// to the VMM thread, which then calls notifyQueue(); without a hook the device works at once. Set before the guest
    /// runs.
    void setNotificationHook(std::function<void(std::uint16_t)> hook) { m_notificationHook = std::move(hook); }
    /// What the device's errors are published under; empty (as at first): there is one of its type only. Set before the
    /// guest runs.
    void setDeviceId(std::string id) { m_deviceId = std::move(id); }

    void read(std::uint64_t offset, std::span<std::byte> data) override;
    void write(std::uint64_t offset, std::span<const std::byte> data) override;

    /// The guest notified queue `index` (its ioeventfd fired). Takes the lock; ignored while the device is inactive.
    /// VMM thread.
    void notifyQueue(std::uint16_t index);
    /// As if every queue had been notified; and an interrupt that the driver has not acknowledged comes again, for the
    /// one before may be lost with the machine that a snapshot was made of. VMM thread.
    void kickAllQueues();

    /// The registers and the queues, for a device that is quiesced. One whose rings the guest has made impossible is
    /// saved as one that needs a reset; it goes on here as it was. VMM thread.
    TransportState save();
    /// Makes a fresh transport, whose device VirtioDevice::restore() has prepared, what the saved one was, and
    /// activates the device where that was active: as strict as if a driver wrote the registers. kickAllQueues() has to
    /// follow before the guest runs. Errors: InvalidInput for registers that no driver can bring about, GuestFault for
    /// queues that do not agree with guest memory, WrongPhase, or the device's. The device is inactive then, and
    /// transport and device are of no more use. VMM thread, before the guest runs.
    Result<> restore(const TransportState &state);

    /// To be held around every call to the device that does not come through the transport: host events, updates.
    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_lock); }

    VirtioDevice &device() { return m_device; }
    std::uint32_t status() const { return m_status.load(std::memory_order_acquire); }

private:
    enum class After { Nothing, RunHook };

    void signalUsedQueue() override;
    void signalConfigChange() override;
    void signalNeedsReset() override;
    void raise(std::uint32_t statusBit);
    void giveUp(std::string_view why);

    std::uint32_t readRegister(std::uint64_t offset);
    std::uint32_t offeredFeatures() const;
    After writeRegister(std::uint64_t offset, std::uint32_t value);
    void writeConfig(std::uint64_t offset, std::span<const std::byte> data);
    void acceptFeatures(std::uint32_t value);
    void writeQueueRegister(std::uint64_t offset, std::uint32_t value);
    After writeStatus(std::uint32_t value);
    After activate();
    Result<std::vector<Queue>> restoreQueues(std::span<const QueueState> states, std::size_t inUse) const;
    void reset();
    void notifyLocked(std::uint64_t index);
    QueueConfig *selectedQueue();

    VirtioDevice &m_device;
    const GuestMemory &m_memory;
    InterruptLine &m_line;
    std::function<void()> m_activationHook;
    std::function<void(std::uint16_t)> m_notificationHook;
    std::string m_deviceId;

    std::atomic<std::uint32_t> m_status{0};
    std::atomic<std::uint32_t> m_interruptStatus{0};
    std::atomic<std::uint32_t> m_configGeneration{0};

    std::mutex m_lock; ///< guards the device and all below
    std::uint32_t m_deviceFeaturesPage = 0;
    std::uint32_t m_driverFeaturesPage = 0;
    std::uint64_t m_driverFeatures = 0;
    std::uint32_t m_queueSelect = 0;
    std::vector<QueueConfig> m_queues;
};

} // namespace sparkler::virtio
