#include "arch/x86_64/host_cpuid.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <cpuid.h>

namespace sparkler::x86_64 {
namespace {

constexpr std::uint32_t kSubleafSignificant = 1;

CpuidEntry execute(std::uint32_t leaf, std::uint32_t subleaf, std::uint32_t flags)
{
    CpuidEntry entry{.leaf = leaf, .subleaf = subleaf, .flags = flags};
    __cpuid_count(leaf, subleaf, entry.eax, entry.ebx, entry.ecx, entry.edx);
    return entry;
}

template <std::size_t N>
std::string textOf(const std::array<std::uint32_t, N> &words)
{
    std::string text(sizeof words, '\0');
    std::memcpy(text.data(), words.data(), sizeof words);
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

} // namespace

HostCpuid HostCpuid::read()
{
    HostCpuid host({execute(0, 0, 0), execute(0x8000'0000, 0, 0)});
    const std::uint32_t lastExtended = host.m_leaves.back().eax;
    for (const std::uint32_t leaf : {0x8000'0002u, 0x8000'0003u, 0x8000'0004u, 0x8000'0005u, 0x8000'0006u}) {
        if (leaf <= lastExtended)
            host.m_leaves.push_back(execute(leaf, 0, 0));
    }
    if (host.vendor() != CpuVendor::Amd || lastExtended < 0x8000'001e)
        return host;
    for (std::uint32_t cache = 0; cache < kMostCacheSubleaves; ++cache) {
        const CpuidEntry entry = execute(0x8000'001d, cache, kSubleafSignificant);
        if ((entry.eax & 0x1f) == 0) // no more caches
            break;
        host.m_leaves.push_back(entry);
    }
    host.m_leaves.push_back(execute(0x8000'001e, 0, 0));
    return host;
}

std::optional<CpuidEntry> HostCpuid::find(std::uint32_t leaf, std::uint32_t subleaf) const
{
    const auto entry = std::ranges::find_if(
        m_leaves, [&](const CpuidEntry &candidate) { return candidate.leaf == leaf && candidate.subleaf == subleaf; });
    if (entry == m_leaves.end())
        return std::nullopt;
    return *entry;
}

CpuVendor HostCpuid::vendor() const
{
    const auto basic = find(0);
    if (!basic)
        return CpuVendor::Other;
    const std::string name = textOf(std::array{basic->ebx, basic->edx, basic->ecx});
    if (name == "GenuineIntel")
        return CpuVendor::Intel;
    return name == "AuthenticAMD" ? CpuVendor::Amd : CpuVendor::Other;
}

std::string HostCpuid::brand() const
{
    const auto first = find(0x8000'0002);
    const auto second = find(0x8000'0003);
    const auto third = find(0x8000'0004);
    if (!first || !second || !third)
        return {};
    return textOf(std::array{first->eax, first->ebx, first->ecx, first->edx, second->eax, second->ebx, second->ecx,
                             second->edx, third->eax, third->ebx, third->ecx, third->edx});
}

CpuModel cpuModelOf(std::uint32_t leaf1Eax)
{
    const auto bits = [leaf1Eax](unsigned first, unsigned count) { return leaf1Eax >> first & ((1u << count) - 1); };
    const std::uint32_t family = bits(8, 4);
    const bool hasExtendedModel = family == 6 || family == 15;
    return {.family = family == 15 ? family + bits(20, 8) : family,
            .model = bits(4, 4) + (hasExtendedModel ? bits(16, 4) << 4 : 0),
            .stepping = bits(0, 4)};
}

} // namespace sparkler::x86_64
