#pragma once

#include "base/result.h"
#include "bus/bus.h"
#include "memory/guest_memory.h"
#include "virtio/queue.h"
#include "virtio/state.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sparkler::virtio {

/// Device ids of virtio 1.2, chapter 5.
enum class DeviceType : std::uint32_t { Net = 1, Block = 2, Entropy = 4, Balloon = 5, Vsock = 19 };

/// How a device tells the driver something. Thread-safe; the transport implements it.
class DeviceInterrupt {
public:
    virtual ~DeviceInterrupt() = default;
    /// Used buffers were published (interrupt status bit 0).
    virtual void signalUsedQueue() = 0;
    /// The configuration space changed (bit 1).
    virtual void signalConfigChange() = 0;
    /// The device gave up on what the guest handed over: DEVICE_NEEDS_RESET plus a configuration interrupt.
    virtual void signalNeedsReset() = 0;
};

/// Everything a device gets when the driver sets DRIVER_OK, or when a snapshot in which it had is restored. The
/// pointers outlive the activation.
struct Activation {
    const GuestMemory *memory = nullptr;
    std::vector<Queue> queues; ///< validated; frozen from here on
    DeviceInterrupt *interrupt = nullptr;
    std::uint64_t features = 0; ///< what driver and device agreed on
    /// The queues go on where those of a saved device stood, and the device with what VirtioDevice::restore() told it.
    bool restored = false;
};

/// A descriptor of the host that a device waits for; whoever owns the device watches it for input and calls `onReady`
/// under the device's lock (VMM thread). The device clears the readiness.
struct HostEvent {
    int fd = -1; ///< borrowed, stays open for the device's life
    std::function<void()> onReady;
    /// Only changes are reported (EPOLLET): for a descriptor that the device cannot always read empty, and that would
    /// otherwise keep the event loop spinning.
    bool edgeTriggered = false;
};

/// A virtio device behind any transport. Knows neither KVM nor epoll nor registers. Not thread-safe: the transport's
/// lock covers every call.
class VirtioDevice {
public:
    virtual ~VirtioDevice() = default;
    virtual DeviceType type() const = 0;
    /// Offered feature bits (VIRTIO_F_VERSION_1 included).
    virtual std::uint64_t features() const = 0;
    /// Maximum entries, one per queue.
    virtual std::span<const std::uint16_t> queueMaxSizes() const = 0;
    /// How many of them, from the first on, a driver sets up that accepted `features`; it need not touch the rest.
    virtual std::size_t queuesInUse(std::uint64_t features) const
    {
        (void)features;
        return queueMaxSizes().size();
    }
    /// A machine is being built with it: takes what the host gives to one machine only. Harmless when repeated. Error:
    /// Host.
    virtual Result<> reserve() { return {}; }
    /// A descriptor of the device's that the guest's notifications of queue `index` go to at once, past
    /// queueNotified(); -1: they come through that.
    virtual int notificationFd(std::uint16_t index) const
    {
        (void)index;
        return -1;
    }
    /// Bytes past the end of the configuration space read as 0.
    virtual void readConfig(std::uint64_t offset, std::span<std::byte> out) const = 0;
    /// Default for devices without writable fields: refused with a warning.
    virtual void writeConfig(std::uint64_t offset, std::span<const std::byte> in) = 0;
    /// Takes the queues; must not block. An error leaves the device inactive and makes the transport set NEEDS_RESET.
    virtual Result<> activate(Activation activation) = 0;
    virtual bool isActive() const = 0;
    /// The driver wrote 0 to the status register: finish or drop what is in flight and be as new. False when that
    /// cannot be.
    virtual bool reset() = 0;
    /// The guest notified queue `index`.
    virtual void queueNotified(std::uint16_t index) = 0;
    /// Descriptors to watch for the device's life (completions, retry timers).
    virtual std::vector<HostEvent> hostEvents() = 0;

    /// Before save(), while the guest does not run: nothing is in flight after it but what save() tells, all used
    /// buffers are published, and what the guest was told is written is on the disk. The device can go on afterwards.
    /// Error: Host.
    virtual Result<> quiesce() = 0;
    /// Where it stands in its queues, those in use; none while it is inactive. After quiesce().
    virtual std::vector<QueuePosition> queuePositions() const = 0;
    /// What a snapshot needs beyond the queues and the settings. After quiesce().
    virtual DeviceState save() const = 0;
    /// Makes a fresh, inactive device what the saved one was, but for its queues: these come with an activation that is
    /// `restored`. Nothing has changed on an error: InvalidInput for a state that no such device can be in, WrongPhase
    /// when the device is active.
    virtual Result<> restore(const DeviceState &state) = 0;
    /// Heads of the chains of queue `index` that the device holds after quiesce(), or holds again after restore(), when
    /// these are the negotiated features. Most hold none.
    virtual std::vector<std::uint16_t> heldHeads(std::size_t index, std::uint64_t features) const
    {
        (void)index;
        (void)features;
        return {};
    }
};

/// The state of the one type of device that can be restored from it. Errors: see VirtioDevice::restore().
template <typename Own>
Result<Own> stateFor(const VirtioDevice &device, const DeviceState &state)
{
    if (device.isActive())
        return fail(ErrorKind::WrongPhase, "a virtio device that runs cannot be restored");
    const auto *own = std::get_if<Own>(&state);
    if (!own)
        return fail(ErrorKind::InvalidInput, "the saved state is that of another type of virtio device");
    return *own;
}

} // namespace sparkler::virtio
