#pragma once

#include "base/result.h"
#include "config/cpu_template.h"
#include "hypervisor/registers.h"

#include <span>
#include <vector>

namespace sparkler::x86_64 {

/// The member that holds a register.
std::uint32_t CpuidEntry::*memberOf(CpuidRegister reg);

/// Applies a template's CPUID changes to KVM's list, before normalizeCpuid(), which wins where both say something. An
/// entry that is changed takes the template's flags. Applying twice is the same as once.
/// Error: InvalidInput, "Template changes a CPUID entry not supported by KVM: Leaf: 7, Subleaf: 0".
Result<std::vector<CpuidEntry>> applyCpuidChanges(std::vector<CpuidEntry> entries,
                                                  std::span<const CpuidChange> changes);

/// The MSRs that a template changes, with their values then; `host`: those of a fresh vCPU with the guest's CPUID.
/// Error: InvalidInput, "Template changes an MSR entry not supported by KVM: Register Address: 10a".
Result<std::vector<MsrEntry>> applyMsrChanges(std::span<const MsrEntry> host, std::span<const MsrChange> changes);

} // namespace sparkler::x86_64
