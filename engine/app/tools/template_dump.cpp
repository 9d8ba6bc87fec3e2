#include "app/tools/template_dump.h"

#include "arch/x86_64/cpu_template.h"
#include "arch/x86_64/cpuid.h"

#include <algorithm>
#include <array>

namespace sparkler::tools {
namespace {

struct MsrRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0; ///< inclusive
};
constexpr std::array kLeftOut{
    MsrRange{0x10, 0x10},               // TSC
    MsrRange{0x17a, 0x17a},             // MCG_STATUS
    MsrRange{0x345, 0x345},             // PERF_CAPABILITIES
    MsrRange{0x3f1, 0x3f2},             // PEBS_ENABLE, PEBS_DATA_CFG
    MsrRange{0x4d0, 0x4d0},             // MCG_EXT_CTL
    MsrRange{0x600, 0x600},             // DS_AREA
    MsrRange{0x6e0, 0x6e0},             // TSC_DEADLINE
    MsrRange{0xc001'0000, 0xc001'0007}, // AMD's performance counters: K7_EVNTSEL and K7_PERFCTR...
    MsrRange{0xc001'0200, 0xc001'020b}, // ...and F15H_PERF_CTL and F15H_PERF_CTR
};
/// IA32_ARCH_CAPABILITIES: KVM makes one up for AMD's processors, whose guests are not shown it.
constexpr std::uint32_t kArchCapabilities = 0x10a;

bool isLeftOut(std::uint32_t index, bool isAmd)
{
    return (isAmd && index == kArchCapabilities) || std::ranges::any_of(kLeftOut, [index](const MsrRange &range) {
               return range.first <= index && index <= range.last;
           });
}

constexpr BitChange allOf(std::uint32_t value)
{
    return {0xffff'ffff, value};
}

} // namespace

CustomCpuTemplate dumpedTemplate(std::span<const CpuidEntry> cpuid, std::span<const MsrEntry> msrs)
{
    using enum CpuidRegister;
    CustomCpuTemplate dumped;
    for (const CpuidEntry &entry : cpuid)
        dumped.cpuid.push_back(
            {entry.leaf,
             entry.subleaf,
             entry.flags,
             {{Eax, allOf(entry.eax)}, {Ebx, allOf(entry.ebx)}, {Ecx, allOf(entry.ecx)}, {Edx, allOf(entry.edx)}}});
    const bool isAmd = x86_64::cpuVendor(cpuid) == "AuthenticAMD";
    for (const MsrEntry &entry : msrs) {
        if (!isLeftOut(entry.index, isAmd))
            dumped.msrs.push_back({entry.index, {~std::uint64_t{0}, entry.value}});
    }
    return merged(dumped);
}

} // namespace sparkler::tools
