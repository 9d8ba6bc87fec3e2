#pragma once

#include "arch/x86_64/cpuid.h"
#include "boot/kernel.h"
#include "hypervisor/hypervisor.h"

#include <span>
#include <vector>

namespace sparkler::x86_64 {

/// The MSRs a kernel finds at its first instruction.
std::vector<MsrEntry> bootMsrs();
GeneralRegisters bootRegisters(const LoadedKernel &kernel);
/// Changes what KVM's reset left to the state a kernel is entered in.
void applyBootState(SystemRegisters &registers, BootProtocol protocol);
/// LINT0: external interrupts (the PICs), LINT1: NMI.
void applyBootLints(LapicRegisters &registers);

/// Brings a fresh vCPU to the point where `kernel` can be entered: CPUID (from `supported`, normalised for its place in
/// the machine), MSRs, registers, FPU, local APIC. The machine has in-kernel interrupt controllers. All vCPUs get the
/// same registers; KVM lets only the first run until it starts the others. Error: Host.
Result<> configureVcpu(Vcpu &vcpu, const VcpuTopology &topology, std::span<const CpuidEntry> supported,
                       const LoadedKernel &kernel);

} // namespace sparkler::x86_64
