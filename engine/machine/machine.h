#pragma once

#include "boot/kernel.h"
#include "config/types.h"
#include "events/event_loop.h"
#include "hypervisor/hypervisor.h"
#include "legacy/boot_timer.h"
#include "legacy/i8042.h"
#include "machine/identity.h"
#include "machine/interrupt_fd.h"
#include "machine/power_control.h"
#include "machine/serial_console.h"
#include "machine/vcpu_thread.h"
#include "machine/virtio_board.h"
#include "memory/guest_memory.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler {

/// A device, with its id where there can be several of its type.
struct NamedDevice {
    std::string id;
    std::shared_ptr<virtio::VirtioDevice> device;
};

/// Everything a machine is built from. Borrowed for the time of the build; devices are shared, so that a failed build
/// leaves them as they were.
struct MachinePlan {
    MachineConfig config;
    const Fd *kernel = nullptr;
    const Fd *initrd = nullptr;           ///< null: none
    std::string commandLine;              ///< without what the machine appends
    std::vector<NamedDevice> devices;     ///< in the order of their windows and interrupts
    std::optional<DriveConfig> rootDrive; ///< for root= on the command line; the first block device
    SerialConfig serial;
    ConsoleServer *console = nullptr; ///< in place of standard input and output; outlives the machine
    bool bootTimer = false;
};

/// A running (or paused) microVM: memory, vCPUs, devices. VMM thread only.
class Machine {
public:
    using Ended = std::function<void(int exitCode)>;

    /// Builds it, paused. `onEnded` runs once, on the VMM thread, when the guest or a vCPU ends the machine. Errors
    /// carry the fault text of InstanceStart without its category.
    static Result<std::unique_ptr<Machine>> build(const MachinePlan &plan, EventLoop &loop, Ended onEnded);
    ~Machine();
    Machine(const Machine &) = delete;
    Machine &operator=(const Machine &) = delete;

    /// Lets the vCPUs run; a machine that runs already stays as it is.
    void resume();
    /// Stops all vCPUs outside the guest. Idempotent. Error: Host when a vCPU does not answer within 30 s.
    Result<> pause();
    bool isPaused() const { return m_paused; }

    /// Types Ctrl-Alt-Del on the guest's keyboard. Error: Host when its buffer is full.
    Result<> sendCtrlAltDel();

    /// While it is held, neither the guest's registers nor its requests touch `device`, which is one of the machine's.
    [[nodiscard]] std::unique_lock<std::mutex> lockDevice(const virtio::VirtioDevice &device);

private:
    Machine(EventLoop &loop, Ended onEnded);

    // The steps of build(), in their order.
    Result<> mapMemory(const MachinePlan &plan);
    Result<> loadImages(const MachinePlan &plan);
    Result<> createVm(const MachinePlan &plan);
    Result<> createLegacyDevices(const MachinePlan &plan);
    Result<> createIdentity();
    Result<> attachDevices(const MachinePlan &plan);
    Result<> createVcpus(const MachinePlan &plan);
    Result<> writeBootData(const MachinePlan &plan);

    void resumeVcpus();
    /// Ends the machine, from any thread; only the first call counts.
    void requestEnd(std::string_view reason, int exitCode);

    EventLoop &m_loop;
    Ended m_onEnded;

    std::optional<GuestMemory> m_memory;
    std::optional<LoadedKernel> m_kernel;
    std::optional<MemoryRange> m_initrd;
    std::unique_ptr<Hypervisor> m_hypervisor;
    std::unique_ptr<Vm> m_vm;
    std::vector<CpuidEntry> m_supportedCpuid;
    Bus m_ports;
    Bus m_mmio;
    std::optional<InterruptFd> m_serialInterrupt;
    std::optional<InterruptFd> m_keyboardInterrupt;
    std::optional<InterruptFd> m_identityInterrupt;
    std::unique_ptr<SerialConsole> m_serial;
    std::unique_ptr<I8042> m_keyboard;
    std::unique_ptr<PowerControl> m_power;
    std::unique_ptr<BootTimer> m_bootTimer;
    std::optional<Identity> m_identity;
    std::unique_ptr<VirtioBoard> m_board;
    std::vector<std::unique_ptr<VcpuThread>> m_vcpus; ///< last: the threads end before what they use
    bool m_paused = true;
    std::atomic<bool> m_endRequested{false};
    std::shared_ptr<bool> m_alive; ///< false-after-destruction flag for work posted to the loop
};

} // namespace sparkler
