#pragma once

#include "config/cpu_template.h"
#include "hypervisor/registers.h"

#include <random>
#include <vector>

namespace sparkler::test {

/// KVM's list of a processor that has every leaf that a template mentions, each register `fill`.
inline std::vector<CpuidEntry> listOf(std::uint32_t fill)
{
    std::vector<CpuidEntry> entries;
    for (const auto &[leaf, subleaf] :
         {std::pair{0x1u, 0u}, {0x7u, 0u}, {0x7u, 1u}, {0xdu, 0u}, {0xdu, 1u}, {0x8000'0001u, 0u}, {0x8000'0008u, 0u}})
        entries.push_back(
            {.leaf = leaf, .subleaf = subleaf, .flags = 0, .eax = fill, .ebx = fill, .ecx = fill, .edx = fill});
    return entries;
}

/// The MSRs that randomTemplate() changes, as a host has them.
inline const std::vector<MsrEntry> kHostMsrs{{0x100, 0x1111}, {0x101, 0x2222}, {0x102, 0xffff'ffff'ffff'ffff}};

/// Changes of registers of listOf() and kHostMsrs; some registers several times.
inline CustomCpuTemplate randomTemplate(std::mt19937_64 &random)
{
    CustomCpuTemplate made;
    const auto entries = listOf(0);
    const auto change = [&random](std::uint64_t width) {
        const std::uint64_t filter = random() & width;
        return BitChange{filter, random() & filter};
    };
    for (int i = 0; i < 6; ++i) {
        const CpuidEntry &entry = entries[random() % entries.size()];
        CpuidChange &one = made.cpuid.emplace_back(
            CpuidChange{entry.leaf, entry.subleaf, static_cast<std::uint32_t>(random() % 8), {}});
        for (std::size_t reg = random() % 4; reg < 4; ++reg)
            one.registers.push_back({static_cast<CpuidRegister>(reg), change(0xffff'ffff)});
        made.msrs.push_back({static_cast<std::uint32_t>(0x100 + random() % 3), change(~std::uint64_t{0})});
    }
    return made;
}

} // namespace sparkler::test
