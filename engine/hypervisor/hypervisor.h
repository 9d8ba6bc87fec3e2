#pragma once

#include "base/result.h"
#include "hypervisor/registers.h"
#include "hypervisor/state.h"
#include "memory/dirty_bitmap.h"
#include "memory/guest_memory.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace sparkler {

// Why KVM_RUN returned. The spans point into the vCPU's run area and are valid until the next run().
struct ExitMmioRead {
    GuestAddress address;
    std::span<std::byte> data; ///< to be filled before the next run()
};
struct ExitMmioWrite {
    GuestAddress address;
    std::span<const std::byte> data;
};
struct ExitPortIn {
    std::uint16_t port = 0;
    std::size_t size = 1;      ///< bytes per access; `data` holds one or more of them (string I/O)
    std::span<std::byte> data; ///< to be filled before the next run()
};
struct ExitPortOut {
    std::uint16_t port = 0;
    std::size_t size = 1;
    std::span<const std::byte> data;
};
struct ExitHalt {};
struct ExitShutdown {}; ///< triple fault
struct ExitSystemEvent {
    std::uint32_t type = 0;
    std::uint64_t flags = 0;
};
struct ExitFailEntry {
    std::uint64_t reason = 0;
    std::uint32_t cpu = 0;
};
/// KVM gave up, usually on an instruction that it cannot emulate.
struct ExitInternalError {
    std::uint32_t suberror = 0;
    std::vector<std::byte> instruction; ///< bytes at RIP where KVM told them, else empty
    std::uint64_t rip = 0;
};
struct ExitInterrupted {}; ///< kicked by a signal or by requestImmediateExit()
struct ExitAgain {};       ///< EAGAIN: enter again
struct ExitUnknown {
    std::uint32_t reason = 0;
};

using VcpuExit =
    std::variant<ExitMmioRead, ExitMmioWrite, ExitPortIn, ExitPortOut, ExitHalt, ExitShutdown, ExitSystemEvent,
                 ExitFailEntry, ExitInternalError, ExitInterrupted, ExitAgain, ExitUnknown>;

/// One virtual CPU. All calls on the thread that runs it (or before that thread starts), except requestImmediateExit(),
/// saveState() and restoreState().
class Vcpu {
public:
    virtual ~Vcpu() = default;

    /// Blocks in the guest until something must be done. Error: Host with the errno of KVM_RUN (EINTR and EAGAIN are
    /// exits).
    virtual Result<VcpuExit> run() = 0;
    /// Makes the next run() return ExitInterrupted at once, until clearImmediateExit(). Async-signal-safe. A run() that
    /// is in the guest already leaves it only with a signal to its thread, so another thread does both: this call, then
    /// the signal.
    virtual void requestImmediateExit() noexcept = 0;
    virtual void clearImmediateExit() noexcept = 0;

    virtual Result<> setCpuid(std::span<const CpuidEntry> entries) = 0;
    /// What the guest finds. Error: Host.
    virtual Result<std::vector<CpuidEntry>> readCpuid() const = 0;
    /// Error: Host, naming the first MSR that was refused.
    virtual Result<> setMsrs(std::span<const MsrEntry> entries) = 0;
    /// An MSR that this vCPU does not have is left out. Error: Host.
    virtual Result<std::vector<MsrEntry>> readMsrs(std::span<const std::uint32_t> indices) const = 0;
    virtual Result<GeneralRegisters> generalRegisters() const = 0;
    virtual Result<> setGeneralRegisters(const GeneralRegisters &registers) = 0;
    virtual Result<SystemRegisters> systemRegisters() const = 0;
    virtual Result<> setSystemRegisters(const SystemRegisters &registers) = 0;
    virtual Result<> setFpuControl(const FpuControl &fpu) = 0;
    virtual Result<LapicRegisters> lapic() const = 0;
    virtual Result<> setLapic(const LapicRegisters &registers) = 0;
    /// Tells a paravirtual-clock guest that it was paused (KVM_KVMCLOCK_CTRL). Error: Host, harmless.
    virtual Result<> notifyPaused() = 0;

    /// All of the vCPU's registers, with the MSRs of Vm::savedMsrs(). An MSR that this vCPU does not have is left out.
    /// Any thread while nobody is in run(); the last run() must have returned ExitInterrupted, since the guest's
    /// registers are whole only then: an exit for a port or MMIO access leaves an instruction half done. Error: Host.
    virtual Result<VcpuState> saveState(std::span<const std::uint32_t> msrs) const = 0;
    /// Into a vCPU that has not run yet, in the order of their indices, before Vm::restoreState(); the same threads.
    /// Errors: InvalidInput when sizes are wrong, and nothing has changed; Host when KVM refuses a value (an MSR is
    /// named), or the saved TSC frequency differs by more than 250 ppm from this host's, which then cannot scale it.
    /// Reference: snapshots 5.3.
    virtual Result<> restoreState(const VcpuState &state) = 0;
};

/// One virtual machine: memory slots, interrupt controllers, vCPUs. VMM thread. Destroy vCPUs first.
class Vm {
public:
    virtual ~Vm() = default;

    /// One slot per region, in order. The memory must outlive the Vm. `logDirtyPages`: KVM_MEM_LOG_DIRTY_PAGES.
    virtual Result<> setMemory(const GuestMemory &memory, bool logDirtyPages) = 0;
    /// In-kernel PICs, IOAPIC, LAPICs, and the PIT with the dummy speaker port. Before any vCPU.
    virtual Result<> createInterruptControllers() = 0;
    virtual Result<std::unique_ptr<Vcpu>> createVcpu(std::uint32_t index) = 0;
    /// Writes to the eventfd raise an edge on `gsi`. The descriptor is borrowed for the Vm's life.
    virtual Result<> registerIrqFd(int eventFd, std::uint32_t gsi) = 0;
    /// A guest write of `value` (4 bytes) to `address` signals the eventfd and does not exit to us.
    virtual Result<> registerIoEventFd(int eventFd, GuestAddress address, std::uint32_t value) = 0;
    /// What KVM can show a guest (KVM_GET_SUPPORTED_CPUID).
    virtual Result<std::vector<CpuidEntry>> supportedCpuid() const = 0;

    /// The MSRs that make up a vCPU's state, ascending. Error: Host. Reference: snapshots 3.3.
    virtual Result<std::vector<std::uint32_t>> savedMsrs() const = 0;
    /// Interrupt controllers, PIT and clock, while no vCPU runs. Error: Host.
    virtual Result<VmState> saveState() const = 0;
    /// After createInterruptControllers() and Vcpu::restoreState(). Errors: InvalidInput when sizes are wrong, or
    /// Realtime is asked of a state that does not have it, and nothing has changed; Host when KVM refuses a value.
    virtual Result<> restoreState(const VmState &state, ClockRestore clock) = 0;
    /// Adds to `into` the pages written since the last call, or since setMemory() of the same `memory` with
    /// logDirtyPages; pages are numbered through the regions in order. Reading clears the log, so what was read before
    /// an error is in `into` as well. Error: Host.
    virtual Result<> takeDirtyLog(const GuestMemory &memory, DirtyBitmap &into) = 0;
};

/// The host's hypervisor. Stateless but for the open device.
class Hypervisor {
public:
    virtual ~Hypervisor() = default;
    virtual Result<std::unique_ptr<Vm>> createVm() = 0;
};

/// What somebody else asks of the host besides the engine, by the numbers of KVM_CHECK_EXTENSION.
struct CapabilityWishes {
    std::vector<std::uint32_t> required;
    std::vector<std::uint32_t> waived; ///< need not be there, although the engine asks for them
};

/// Opens /dev/kvm, checks the API version and the capabilities the engine needs. Errors: Host, with the reference's
/// texts (`Error creating KVM object. […]`, `The host kernel reports an invalid KVM API version: N`, `Missing KVM
/// capabilities: […]`).
Result<std::unique_ptr<Hypervisor>> openKvm(const std::string &devicePath = "/dev/kvm",
                                            const CapabilityWishes &wishes = {});

} // namespace sparkler
