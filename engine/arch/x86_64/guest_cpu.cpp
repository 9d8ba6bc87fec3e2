#include "arch/x86_64/guest_cpu.h"

#include "arch/x86_64/vcpu_setup.h"

#include <algorithm>

namespace sparkler::x86_64 {

Result<GuestCpu> GuestCpu::create(std::vector<CpuidEntry> supported, const CustomCpuTemplate &changes)
{
    GuestCpu cpu(TRY(applyCpuidChanges(std::move(supported), changes.cpuid)));
    cpu.m_changes = changes;
    return cpu;
}

Result<std::vector<MsrEntry>> GuestCpu::msrsFor(const Vcpu &vcpu)
{
    if (m_msrs)
        return *m_msrs;
    std::vector<MsrEntry> msrs;
    if (!m_changes.msrs.empty()) {
        const std::vector<MsrEntry> host = TRY(vcpu.readMsrs(changedMsrs()));
        msrs = TRY(applyMsrChanges(host, m_changes.msrs));
    }
    for (const MsrEntry &boot : bootMsrs()) {
        std::erase_if(msrs, [&boot](const MsrEntry &entry) { return entry.index == boot.index; });
        msrs.push_back(boot);
    }
    m_msrs = msrs;
    return msrs;
}

std::vector<std::uint32_t> GuestCpu::changedMsrs() const
{
    std::vector<std::uint32_t> indices;
    for (const MsrChange &change : m_changes.msrs) {
        if (std::ranges::find(indices, change.index) == indices.end())
            indices.push_back(change.index);
    }
    return indices;
}

Result<std::vector<UnshownChange>> GuestCpu::unshownBy(const Vcpu &vcpu) const
{
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;
    if (!m_changes.cpuid.empty())
        cpuid = TRY(vcpu.readCpuid());
    if (!m_changes.msrs.empty())
        msrs = TRY(vcpu.readMsrs(changedMsrs()));
    return unshownChanges(m_changes, cpuid, msrs);
}

} // namespace sparkler::x86_64
