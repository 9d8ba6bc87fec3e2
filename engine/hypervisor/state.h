#pragma once

// What a hypervisor keeps of a machine, as a snapshot keeps it. Plain data that came out of a file may be hostile: the
// back end checks every size before it hands anything to the kernel, and the kernel checks the values.

#include "hypervisor/registers.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sparkler {

/// A struct of the KVM ABI (named in the field's comment), as its bytes. The ABI does not change, so neither do these.
using KvmBlob = std::vector<std::byte>;

struct VcpuState {
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;
    std::uint32_t mpState = 0; ///< kvm_mp_state
    KvmBlob registers;         ///< kvm_regs
    KvmBlob specialRegisters;  ///< kvm_sregs
    KvmBlob debugRegisters;    ///< kvm_debugregs
    KvmBlob localApic;         ///< kvm_lapic_state
    KvmBlob events;            ///< kvm_vcpu_events
    KvmBlob extendedControl;   ///< kvm_xcrs
    KvmBlob xsave;             ///< kvm_xsave, followed by what KVM_GET_XSAVE2 adds
    std::uint32_t tscKhz = 0;  ///< 0: unknown
    bool operator==(const VcpuState &) const = default;
};

/// KVM's paravirtual clock of the whole VM.
struct ClockState {
    std::uint64_t nanoseconds = 0; ///< the guest's clock at the moment of saving
    std::uint32_t flags = 0;       ///< KVM_CLOCK_*
    std::uint64_t realtime = 0;    ///< with KVM_CLOCK_REALTIME: the host's CLOCK_REALTIME then, in nanoseconds
    std::uint64_t hostTsc = 0;     ///< with KVM_CLOCK_HOST_TSC

    static constexpr std::uint32_t kRealtime = 1u << 2; ///< KVM_CLOCK_REALTIME
    /// Whether a restored guest's clock can follow the time that has passed.
    bool hasRealtime() const { return (flags & kRealtime) != 0; }
    bool operator==(const ClockState &) const = default;
};

struct VmState {
    KvmBlob pit; ///< kvm_pit_state2
    ClockState clock;
    KvmBlob picPrimary;   ///< kvm_irqchip, KVM_IRQCHIP_PIC_MASTER
    KvmBlob picSecondary; ///< kvm_irqchip, KVM_IRQCHIP_PIC_SLAVE
    KvmBlob ioApic;       ///< kvm_irqchip, KVM_IRQCHIP_IOAPIC
    bool operator==(const VmState &) const = default;
};

/// How the guest's clock goes on after a restore.
enum class ClockRestore {
    Continue, ///< from where it was
    Realtime, ///< as if it had gone on meanwhile (KVM_CLOCK_REALTIME)
};

} // namespace sparkler
