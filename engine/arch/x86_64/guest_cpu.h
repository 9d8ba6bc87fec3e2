#pragma once

#include "arch/x86_64/cpu_template.h"
#include "arch/x86_64/template_check.h"
#include "hypervisor/hypervisor.h"

namespace sparkler::x86_64 {

/// The processor that a machine's guest finds in all of its vCPUs: what KVM offers, changed by a template. VMM thread.
class GuestCpu {
public:
    /// What KVM offers, unchanged.
    explicit GuestCpu(std::vector<CpuidEntry> supported) : m_cpuid(std::move(supported)) {}
    /// Error: see applyCpuidChanges().
    static Result<GuestCpu> create(std::vector<CpuidEntry> supported, const CustomCpuTemplate &changes);

    /// For normalizeCpuid().
    const std::vector<CpuidEntry> &cpuid() const { return m_cpuid; }
    /// The values that each vCPU gets before the guest runs: the template's, and bootMsrs(), which win. `vcpu` has its
    /// CPUID; the first one's own values are what the template changes, for all. Errors: see applyMsrChanges(); Host.
    Result<std::vector<MsrEntry>> msrsFor(const Vcpu &vcpu);
    /// The MSRs that the template changes.
    std::vector<std::uint32_t> changedMsrs() const;
    /// What of the template `vcpu`, which is configured and has not run yet, does not show: normalizeCpuid() and
    /// bootMsrs() win over it, and KVM ignores some of what it is told. Asks nothing of KVM without a template. Error:
    /// Host.
    Result<std::vector<UnshownChange>> unshownBy(const Vcpu &vcpu) const;

private:
    std::vector<CpuidEntry> m_cpuid;
    CustomCpuTemplate m_changes;
    std::optional<std::vector<MsrEntry>> m_msrs; ///< once known
};

} // namespace sparkler::x86_64
