#pragma once

#include "hypervisor/registers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sparkler::kvm {

inline constexpr std::uint32_t kTscMsr = 0x10;
inline constexpr std::uint32_t kTscDeadlineMsr = 0x6e0;

/// The MSRs that hold a guest's state, ascending: of those KVM lists (KVM_GET_MSR_INDEX_LIST), the ones that carry
/// state; and those it does not list but that come with what `supportedCpuid` shows (MTRRs, machine check banks, MPX).
std::vector<std::uint32_t> savedMsrSet(std::span<const std::uint32_t> listed,
                                       std::span<const CpuidEntry> supportedCpuid);

/// Readies the MSRs that were read for saving: a TSC deadline of 0 becomes the TSC's value. KVM sets it to 0 when it
/// puts the timer's interrupt into the local APIC, and the host's timer may do that between the reading of the APIC and
/// of the MSRs: the interrupt would be in neither. A deadline of now raises it after the restore. One that comes in
/// vain is harmless, and where the APIC's timer does not work with deadlines KVM ignores the value.
void keepExpiredTimer(std::span<MsrEntry> msrs);

} // namespace sparkler::kvm
