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

/// Readies the MSRs that were read for saving: a TSC deadline of 0 becomes the TSC's value. KVM shows 0 as well for a
/// timer that has run out but whose interrupt has not got into the APIC yet, and that interrupt is in no other part of
/// the state: a deadline of now raises it after the restore. Where no timer is set up, KVM ignores the deadline.
void keepExpiredTimer(std::span<MsrEntry> msrs);

} // namespace sparkler::kvm
