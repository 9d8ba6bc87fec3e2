#pragma once

#include "arch/x86_64/cpuid.h"
#include "arch/x86_64/guest_cpu.h"
#include "boot/kernel.h"
#include "hypervisor/hypervisor.h"

#include <vector>

namespace sparkler::x86_64 {

/// The MSRs a kernel finds at its first instruction.
std::vector<MsrEntry> bootMsrs();
GeneralRegisters bootRegisters(const LoadedKernel &kernel);
/// Changes what KVM's reset left to the state a kernel is entered in.
void applyBootState(SystemRegisters &registers, BootProtocol protocol);
/// LINT0: external interrupts (the PICs), LINT1: NMI.
void applyBootLints(LapicRegisters &registers);

/// Brings a fresh vCPU to the point where `kernel` can be entered: CPUID (of `cpu`, normalised for its place in the
/// machine), MSRs, registers, FPU, local APIC. The machine has in-kernel interrupt controllers. All vCPUs get the same
/// registers; KVM lets only the first run until it starts the others. Errors: Host; those of GuestCpu::msrsFor().
Result<> configureVcpu(Vcpu &vcpu, const VcpuTopology &topology, GuestCpu &cpu, const LoadedKernel &kernel);

} // namespace sparkler::x86_64
