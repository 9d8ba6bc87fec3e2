#include "arch/x86_64/guest_cpu.h"

#include "arch/x86_64/vcpu_setup.h"

#include <algorithm>

namespace sparkler::x86_64 {

Result<GuestCpu> GuestCpu::create(std::vector<CpuidEntry> supported, const CustomCpuTemplate &changes)
{
    GuestCpu cpu(TRY(applyCpuidChanges(std::move(supported), changes.cpuid)));
    cpu.m_msrChanges = changes.msrs;
    return cpu;
}

Result<std::vector<MsrEntry>> GuestCpu::msrsFor(const Vcpu &vcpu)
{
    if (m_msrs)
        return *m_msrs;
    std::vector<MsrEntry> msrs;
    if (!m_msrChanges.empty()) {
        const std::vector<MsrEntry> host = TRY(vcpu.readMsrs(changedMsrs()));
        msrs = TRY(applyMsrChanges(host, m_msrChanges));
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
    for (const MsrChange &change : m_msrChanges) {
        if (std::ranges::find(indices, change.index) == indices.end())
            indices.push_back(change.index);
    }
    return indices;
}

} // namespace sparkler::x86_64
