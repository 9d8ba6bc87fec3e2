#include "arch/x86_64/cpu_template.h"

#include "base/format.h"

#include <algorithm>

namespace sparkler::x86_64 {

std::uint32_t CpuidEntry::*memberOf(CpuidRegister reg)
{
    switch (reg) {
    case CpuidRegister::Eax:
        return &CpuidEntry::eax;
    case CpuidRegister::Ebx:
        return &CpuidEntry::ebx;
    case CpuidRegister::Ecx:
        return &CpuidEntry::ecx;
    case CpuidRegister::Edx:
        break;
    }
    return &CpuidEntry::edx;
}

Result<std::vector<CpuidEntry>> applyCpuidChanges(std::vector<CpuidEntry> entries, std::span<const CpuidChange> changes)
{
    for (const CpuidChange &change : changes) {
        const auto entry = std::ranges::find_if(entries, [&change](const CpuidEntry &candidate) {
            return candidate.leaf == change.leaf && candidate.subleaf == change.subleaf;
        });
        if (entry == entries.end())
            return fail(ErrorKind::InvalidInput,
                        fmt::format("Template changes a CPUID entry not supported by KVM: Leaf: {:x}, Subleaf: {:x}",
                                    change.leaf, change.subleaf));
        entry->flags = change.flags;
        for (const CpuidRegisterChange &one : change.registers) {
            std::uint32_t &value = (*entry).*memberOf(one.reg);
            value = static_cast<std::uint32_t>(one.bits.appliedTo(value));
        }
    }
    return entries;
}

Result<std::vector<MsrEntry>> applyMsrChanges(std::span<const MsrEntry> host, std::span<const MsrChange> changes)
{
    std::vector<MsrEntry> changed;
    for (const MsrChange &change : changes) {
        auto entry = std::ranges::find(changed, change.index, &MsrEntry::index);
        if (entry == changed.end()) {
            const auto original = std::ranges::find(host, change.index, &MsrEntry::index);
            if (original == host.end())
                return fail(ErrorKind::InvalidInput,
                            fmt::format("Template changes an MSR entry not supported by KVM: Register Address: {:x}",
                                        change.index));
            entry = changed.insert(changed.end(), *original);
        }
        entry->value = change.bits.appliedTo(entry->value);
    }
    return changed;
}

} // namespace sparkler::x86_64
