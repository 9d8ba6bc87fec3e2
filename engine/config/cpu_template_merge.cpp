#include "config/cpu_template.h"

#include <map>
#include <utility>

namespace sparkler {
namespace {

struct MergedLeaf {
    std::uint32_t flags = 0;
    std::map<CpuidRegister, BitChange> registers;
};

} // namespace

CustomCpuTemplate merged(const CustomCpuTemplate &cpuTemplate)
{
    std::map<std::uint32_t, bool> capabilities;
    for (const CapabilityChange &change : cpuTemplate.capabilities)
        capabilities[change.number] = change.removed;
    std::map<std::pair<std::uint32_t, std::uint32_t>, MergedLeaf> leaves;
    for (const CpuidChange &change : cpuTemplate.cpuid) {
        MergedLeaf &leaf = leaves[{change.leaf, change.subleaf}];
        leaf.flags = change.flags;
        for (const CpuidRegisterChange &one : change.registers)
            leaf.registers[one.reg] = leaf.registers[one.reg].then(one.bits);
    }
    std::map<std::uint32_t, BitChange> msrs;
    for (const MsrChange &change : cpuTemplate.msrs)
        msrs[change.index] = msrs[change.index].then(change.bits);

    CustomCpuTemplate result;
    for (const auto &[number, removed] : capabilities)
        result.capabilities.push_back({number, removed});
    for (const auto &[place, leaf] : leaves) {
        CpuidChange &change = result.cpuid.emplace_back(CpuidChange{place.first, place.second, leaf.flags, {}});
        for (const auto &[reg, bits] : leaf.registers)
            change.registers.push_back({reg, bits});
    }
    for (const auto &[index, bits] : msrs)
        result.msrs.push_back({index, bits});
    return result;
}

} // namespace sparkler
