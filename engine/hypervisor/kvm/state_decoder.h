#pragma once

// Saved state may come out of a hostile file: everything is checked here before the first ioctl, so that a state that
// cannot be right changes nothing. What the registers hold is for KVM to judge.

#include "hypervisor/kvm/kvm_ioctl.h"
#include "hypervisor/state.h"

#include <cstddef>
#include <span>
#include <type_traits>

namespace sparkler::kvm {

/// A VcpuState's blobs as KVM's own structs.
struct VcpuStructs {
    kvm_mp_state mpState{};
    kvm_regs registers{};
    kvm_sregs specialRegisters{};
    kvm_debugregs debugRegisters{};
    kvm_lapic_state localApic{};
    kvm_vcpu_events events{};
    kvm_xcrs extendedControl{};
    KvmBlob xsave; ///< as many bytes as KVM_SET_XSAVE reads
};

/// `xsaveBytes`: how many bytes KVM_SET_XSAVE reads here. Fewer saved ones (not less than a kvm_xsave) are followed by
/// zeroes, which is the initial state of a component that the saving host did not have. Error: InvalidInput, naming
/// what is wrong.
Result<VcpuStructs> decodeVcpuState(const VcpuState &state, std::size_t xsaveBytes);

/// A VmState as KVM's own structs.
struct VmStructs {
    kvm_pit_state2 pit{};
    kvm_clock_data clock{};
    kvm_irqchip picPrimary{};
    kvm_irqchip picSecondary{};
    kvm_irqchip ioApic{};
};

/// Error: InvalidInput, naming what is wrong; `clock_realtime requested but not present in the snapshot state`.
/// Reference: snapshots 5.4.
Result<VmStructs> decodeVmState(const VmState &state, ClockRestore clock);

/// The bytes of a struct of the KVM ABI.
template <typename T>
KvmBlob toBlob(const T &value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    const auto bytes = std::as_bytes(std::span(&value, 1));
    return KvmBlob(bytes.begin(), bytes.end());
}

} // namespace sparkler::kvm
