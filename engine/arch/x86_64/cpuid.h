#pragma once

#include "arch/x86_64/host_cpuid.h"
#include "hypervisor/registers.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sparkler::x86_64 {

/// A vCPU's place in the machine.
struct VcpuTopology {
    std::uint32_t index = 0; ///< also the APIC id
    std::uint32_t count = 1; ///< 1..32, even with smt (or 1)
    bool smt = false;        ///< two threads a core

    std::uint32_t threadsPerCore() const { return smt && count > 1 ? 2 : 1; }
};

/// Makes a CPUID list (what KVM supports, a template applied or not) describe one vCPU of the machine: identity,
/// topology and caches, the same for every host of a vendor as far as guests can be kept from depending on it. Of a
/// third vendor's host only the common part comes out right: machines do not start there.
std::vector<CpuidEntry> normalizeCpuid(std::vector<CpuidEntry> entries, const VcpuTopology &topology,
                                       const HostCpuid &host);

/// The vendor that leaf 0 spells ("GenuineIntel"); empty without that leaf.
std::string cpuVendor(std::span<const CpuidEntry> entries);

} // namespace sparkler::x86_64
