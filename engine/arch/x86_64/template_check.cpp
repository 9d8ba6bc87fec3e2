#include "arch/x86_64/template_check.h"

#include "arch/x86_64/cpu_template.h"
#include "base/format.h"
#include "config/cpu_template_text.h"

#include <algorithm>

namespace sparkler::x86_64 {
namespace {

bool shows(const BitChange &wanted, std::uint64_t found)
{
    return (found & wanted.filter) == wanted.value;
}

void checkLeaf(std::vector<UnshownChange> &unshown, const CpuidChange &change, std::span<const CpuidEntry> cpuid)
{
    const auto entry = std::ranges::find_if(cpuid, [&change](const CpuidEntry &candidate) {
        return candidate.leaf == change.leaf && candidate.subleaf == change.subleaf && candidate.flags == change.flags;
    });
    for (const CpuidRegisterChange &one : change.registers) {
        std::optional<std::uint64_t> found;
        if (entry != cpuid.end())
            found = (*entry).*memberOf(one.reg);
        if (found && shows(one.bits, *found))
            continue;
        unshown.push_back(
            {.key = fmt::format("leaf={:#x}, subleaf={:#x}, flags={:#b}, register={}", change.leaf, change.subleaf,
                                change.flags, kCpuidRegisterNames[static_cast<std::size_t>(one.reg)]),
             .wanted = one.bits,
             .found = found,
             .widthBits = kCpuidBits});
    }
}

void checkMsr(std::vector<UnshownChange> &unshown, const MsrChange &change, std::span<const MsrEntry> msrs)
{
    std::optional<std::uint64_t> found;
    if (const auto entry = std::ranges::find(msrs, change.index, &MsrEntry::index); entry != msrs.end())
        found = entry->value;
    if (found && shows(change.bits, *found))
        return;
    unshown.push_back({.key = fmt::format("index={:#x}", change.index),
                       .wanted = change.bits,
                       .found = found,
                       .widthBits = kMsrBits});
}

/// What is there of the bits that the template changes.
std::string foundBits(const UnshownChange &change)
{
    return bitmapText(BitChange{change.wanted.filter, *change.found & change.wanted.filter}, change.widthBits);
}

/// '^' under each bit that is set in `bits`.
std::string marks(std::uint64_t bits, unsigned widthBits)
{
    std::string text;
    for (unsigned bit = widthBits; bit-- > 0;)
        text += (bits >> bit & 1) != 0 ? '^' : ' ';
    return text;
}

} // namespace

std::vector<UnshownChange> unshownChanges(const CustomCpuTemplate &cpuTemplate, std::span<const CpuidEntry> cpuid,
                                          std::span<const MsrEntry> msrs)
{
    std::vector<UnshownChange> unshown;
    const CustomCpuTemplate changes = merged(cpuTemplate);
    for (const CpuidChange &change : changes.cpuid)
        checkLeaf(unshown, change, cpuid);
    for (const MsrChange &change : changes.msrs)
        checkMsr(unshown, change, msrs);
    return unshown;
}

std::string describe(const UnshownChange &change)
{
    if (!change.found)
        return fmt::format("{} not found in CPU configuration.", change.key);
    return fmt::format("Value for {} mismatched.\n"
                       "* CPU template     : {}\n"
                       "* CPU configuration: {}\n"
                       "* Diff             :   {}",
                       change.key, bitmapText(change.wanted, change.widthBits), foundBits(change),
                       marks((*change.found & change.wanted.filter) ^ change.wanted.value, change.widthBits));
}

std::string describeInOneLine(const UnshownChange &change)
{
    if (!change.found)
        return fmt::format("{} is not there", change.key);
    return fmt::format("{} is {}, not {}", change.key, foundBits(change), bitmapText(change.wanted, change.widthBits));
}

} // namespace sparkler::x86_64
