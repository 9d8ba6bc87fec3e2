#pragma once

#include "base/fd.h"
#include "virtio/device.h"
#include "virtio/vhost_vsock/control.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sparkler::virtio {

struct VhostVsockSettings {
    std::string id;             ///< for messages
    std::uint32_t guestCid = 0; ///< one of the whole host
    std::string path = "/dev/vhost-vsock";
};

/// A vsock device (virtio 1.2, 5.10) whose data queues the host's kernel serves, in its own threads: the guest's
/// AF_VSOCK meets the host's. Notifications go from KVM to the kernel's worker past this process; interrupts come
/// through an eventfd and the event loop, since the interrupt status register is ours. The event queue is ours as well,
/// and there is never an event.
///
/// Its connections live in the kernel and cannot be saved, so a machine with it has no snapshots: quiesce() fails.
class VhostVsockDevice final : public VirtioDevice {
public:
    static constexpr std::uint16_t kDataQueues = 2; ///< to the guest, from the guest; then the event queue

    /// Error: Host or NotFound with the text that follows "Cannot create backend for vsock device: ".
    static Result<std::unique_ptr<VhostVsockDevice>> open(const VhostVsockSettings &settings);
    /// With another kernel's half, which has its owner.
    static Result<std::unique_ptr<VhostVsockDevice>> create(const VhostVsockSettings &settings, VhostControl control);

    DeviceType type() const override { return DeviceType::Vsock; }
    /// What the kernel offers of the bits that concern rings alone.
    std::uint64_t features() const override { return m_features; }
    std::span<const std::uint16_t> queueMaxSizes() const override;
    /// Takes the CID. Not earlier: a container runtime holds it with a file of its own until the device is configured.
    Result<> reserve() override;
    int notificationFd(std::uint16_t index) const override;
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

private:
    /// The eventfds of one data queue.
    struct Events {
        Fd kick;
        Fd call;
    };

    VhostVsockDevice(const VhostVsockSettings &settings, VhostControl control, std::uint64_t features,
                     std::array<Events, kDataQueues> events, Fd fault);
    Result<> startKernel(const Activation &activation);
    void onCall(std::size_t queue);
    void onFault();

    const std::string m_id;
    const std::uint64_t m_guestCid;
    const std::uint64_t m_features;
    VhostControl m_control;
    std::array<Events, kDataQueues> m_events;
    Fd m_fault; ///< the kernel found one of the rings impossible
    std::optional<Activation> m_activation;
};

} // namespace sparkler::virtio
