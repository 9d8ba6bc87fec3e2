#pragma once

#include "arch/x86_64/guest_cpu.h"
#include "boot/kernel.h"
#include "config/types.h"
#include "events/event_loop.h"
#include "hypervisor/hypervisor.h"
#include "legacy/boot_timer.h"
#include "legacy/i8042.h"
#include "machine/identity.h"
#include "machine/interrupt_fd.h"
#include "machine/machine_runtime.h"
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

/// The pages for a machine-config's `huge_pages`.
PageBacking pageBacking(HugePages pages);

/// A device, with its id where there can be several of its type.
struct NamedDevice {
    std::string id;
    std::shared_ptr<virtio::VirtioDevice> device;
};

/// What the threads of the vCPUs are called: "fc_vcpu 0", or "fc_vcpu0" as before Firecracker 0.20.
enum class VcpuNames { WithBlank, WithoutBlank };
/// Called on each vCPU's thread before anything else; empty: nothing. See VcpuHooks.
using VcpuStarts = std::function<void(std::uint32_t index)>;

/// Everything a machine is built from. Borrowed for the time of the build; devices are shared, so that a failed build
/// leaves them as they were.
struct MachinePlan {
    MachineConfig config;
    std::optional<CustomCpuTemplate> customTemplate = {}; ///< instead of the one that `config` names
    const Fd *kernel = nullptr;
    const Fd *initrd = nullptr;           ///< null: none
    std::string commandLine;              ///< without what the machine appends
    std::vector<NamedDevice> devices;     ///< in the order of their windows and interrupts
    std::optional<DriveConfig> rootDrive; ///< for root= on the command line; the first block device
    SerialConfig serial;
    ConsoleServer *console = nullptr; ///< in place of standard input and output; outlives the machine
    bool bootTimer = false;
    VcpuNames vcpuNames = VcpuNames::WithBlank;
    VcpuStarts onVcpuStart = {};
};

/// Everything a machine is restored from.
struct RestorePlan {
    MachineConfig config;
    std::shared_ptr<GuestMemory> memory; ///< as it was; who brings it in may hold on to it, also when this fails
    MachineRuntime runtime;              ///< has as many devices as there are below
    std::vector<NamedDevice> devices;    ///< fresh ones, in the order of the saved ones; shared, as in MachinePlan
    SerialConfig serial;
    ConsoleServer *console = nullptr; ///< as in MachinePlan
    ClockRestore clock = ClockRestore::Continue;
    VcpuStarts onVcpuStart = {};
};

/// A running (or paused) microVM: memory, vCPUs, devices. VMM thread only.
class Machine {
public:
    using Ended = std::function<void(int exitCode)>;

    /// Builds it, paused. `onEnded` runs once, on the VMM thread, when the guest or a vCPU ends the machine. Errors
    /// carry the fault text of InstanceStart without its category.
    static Result<std::unique_ptr<Machine>> build(const MachinePlan &plan, EventLoop &loop, Ended onEnded);
    /// Makes a saved machine again, paused. `onEnded` as above. Errors carry the text that follows "Failed to build
    /// microVM from snapshot: ".
    static Result<std::unique_ptr<Machine>> restore(RestorePlan plan, EventLoop &loop, Ended onEnded);
    ~Machine();
    Machine(const Machine &) = delete;
    Machine &operator=(const Machine &) = delete;

    /// Lets the vCPUs run; a machine that runs already stays as it is.
    void resume();
    /// Stops all vCPUs outside the guest. Idempotent. Error: Host when a vCPU does not answer within 30 s.
    Result<> pause();
    bool isPaused() const { return m_paused; }

    /// What the machine is but for the contents of its memory; its devices have nothing in flight after that. It stays
    /// paused and can go on. Errors: WrongPhase while it runs, with the reference's text; Host.
    Result<MachineRuntime> save();
    /// The pages that were written since the last clear, as far as they are tracked: the kernel's log is added to the
    /// memory's own record. Error: Host.
    Result<> collectDirtyPages();
    const GuestMemory &memory() const { return *m_memory; }

    /// Types Ctrl-Alt-Del on the guest's keyboard. Error: Host when its buffer is full.
    Result<> sendCtrlAltDel();

    /// While it is held, neither the guest's registers nor its requests touch `device`, which is one of the machine's.
    [[nodiscard]] std::unique_lock<std::mutex> lockDevice(const virtio::VirtioDevice &device);

private:
    Machine(EventLoop &loop, Ended onEnded);

    // The steps of build(), in their order.
    Result<> mapMemory(const MachinePlan &plan);
    Result<> loadImages(const MachinePlan &plan);
    Result<> createVm(const MachineConfig &config, const CapabilityWishes &wishes);
    Result<> chooseCpu(const MachinePlan &plan);
    Result<> createLegacyDevices(const SerialConfig &serialConfig, ConsoleServer *console);
    Result<> createIdentity();
    Result<> connectIdentity();
    Result<> attachDevices(const std::vector<NamedDevice> &devices);
    Result<> createVcpus(const MachinePlan &plan);
    Result<> startVcpuThread(std::uint32_t index, std::unique_ptr<Vcpu> vcpu, VcpuNames names,
                             const VcpuStarts &onStart);
    Result<> writeBootData(const MachinePlan &plan);

    // The steps of restore(), in their order (machine_snapshot.cpp).
    Result<> restoreVcpus(const std::vector<VcpuState> &states, const VcpuStarts &onStart);
    Result<> restoreDevices(const RestorePlan &plan);

    void resumeVcpus();
    /// Ends the machine, from any thread; only the first call counts.
    void requestEnd(std::string_view reason, int exitCode);

    EventLoop &m_loop;
    Ended m_onEnded;

    std::shared_ptr<GuestMemory> m_memory; ///< of a machine that is being restored, also of who brings it in
    std::optional<LoadedKernel> m_kernel;
    std::optional<MemoryRange> m_initrd;
    std::unique_ptr<Hypervisor> m_hypervisor;
    std::unique_ptr<Vm> m_vm;
    std::vector<CpuidEntry> m_supportedCpuid;
    std::optional<x86_64::GuestCpu> m_cpu;  ///< none: restored, with what each vCPU had
    std::vector<std::uint32_t> m_extraMsrs; ///< saved although KVM does not list them: a template changed them
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
