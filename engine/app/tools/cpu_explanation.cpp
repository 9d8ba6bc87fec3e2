#include "app/tools/cpu_explanation.h"

#include "arch/x86_64/cpu_features.h"
#include "arch/x86_64/cpu_template.h"
#include "arch/x86_64/guest_cpu.h"
#include "arch/x86_64/msr_names.h"
#include "arch/x86_64/static_templates.h"
#include "arch/x86_64/vcpu_setup.h"
#include "base/format.h"
#include "config/cpu_template_text.h"
#include "machine/cpu_choice.h"

#include <algorithm>

namespace sparkler::tools {
namespace {

using x86_64::CpuFeature;

/// What a start would say to `error`.
std::string faultOf(const Error &error)
{
    return std::string(error.kind == ErrorKind::InvalidInput ? kGuestConfigFailed : kSetUpFailed) + error.text;
}

/// Puts the processor into a vCPU, as the start of a machine does.
Result<> tryMsrs(x86_64::GuestCpu &cpu, Vcpu &vcpu, CpuAnswer &answer)
{
    TRY(vcpu.setCpuid(answer.guest));
    const std::vector<std::uint32_t> changed = cpu.changedMsrs();
    if (!changed.empty())
        answer.hostMsrs = TRY(vcpu.readMsrs(changed));
    const std::vector<MsrEntry> msrs = TRY(cpu.msrsFor(vcpu));
    TRY(vcpu.setMsrs(msrs));
    for (const MsrEntry &entry : msrs) {
        if (std::ranges::find(changed, entry.index) != changed.end())
            answer.guestMsrs.push_back(entry);
    }
    return {};
}

void warnOfFeatures(CpuAnswer &answer, std::span<const CpuidEntry> supported)
{
    for (const CpuFeature &feature : x86_64::cpuFeatures()) {
        const BitChange change = changeOf(answer.changes, feature.leaf, feature.subleaf, feature.reg);
        const std::uint32_t mask = 1u << feature.bit;
        if ((change.filter & mask) == 0)
            continue;
        const auto hasBit = [&](std::span<const CpuidEntry> entries) {
            const CpuidEntry *entry = findLeaf(entries, feature.leaf, feature.subleaf);
            return entry && (registerOf(*entry, feature.reg) & mask) != 0;
        };
        const bool wanted = (change.value & mask) != 0;
        const bool guestHas = hasBit(answer.guest);
        const std::string name(feature.name);
        if (guestHas != wanted)
            answer.warnings.push_back({CpuWarning::Kind::Overruled, name,
                                       fmt::format("{} is {} by the template, but every guest finds it {}.", name,
                                                   wanted ? "set" : "cleared", guestHas ? "set" : "cleared")});
        else if (wanted && !hasBit(supported))
            answer.warnings.push_back(
                {CpuWarning::Kind::NotOffered, name,
                 fmt::format("{} is set by the template, but this host does not offer it: guests that use it fail.",
                             name)});
    }
}

void warnOfFlags(CpuAnswer &answer, std::span<const CpuidEntry> supported)
{
    for (const CpuidChange &change : answer.changes.cpuid) {
        const CpuidEntry *entry = findLeaf(supported, change.leaf, change.subleaf);
        if (!entry || entry->flags == change.flags)
            continue;
        std::string name = fmt::format("0x{:x}.{}", change.leaf, change.subleaf);
        std::string message = fmt::format("Leaf 0x{:x}, sub-leaf {}, has the flags {} in the template, and {} in KVM: "
                                          "with other flags guests may find it under other sub-leaves.",
                                          change.leaf, change.subleaf, change.flags, entry->flags);
        answer.warnings.push_back({CpuWarning::Kind::Flags, std::move(name), std::move(message)});
    }
}

void warnOfMsrs(CpuAnswer &answer)
{
    const std::vector<MsrEntry> boot = x86_64::bootMsrs();
    for (const MsrChange &change : answer.changes.msrs) {
        if (std::ranges::find(boot, change.index, &MsrEntry::index) == boot.end())
            continue;
        const std::string_view known = x86_64::msrName(change.index);
        std::string name = known.empty() ? fmt::format("0x{:x}", change.index) : std::string(known);
        std::string message = fmt::format("{} is changed by the template, but every machine starts with the same "
                                          "value.",
                                          name);
        answer.warnings.push_back({CpuWarning::Kind::Overruled, std::move(name), std::move(message)});
    }
}

} // namespace

Result<CpuAnswer> explainCpu(const CpuQuestion &question, const HostProcessor &host)
{
    CpuAnswer answer;
    answer.changes = question.custom.value_or(x86_64::changesOf(question.named));
    if (const auto known = checkVendor(host.supported); !known)
        return refused(std::move(answer), faultOf(known.error()));
    const auto changes = cpuChanges(question.named, question.custom, host.supported);
    if (!changes)
        return refused(std::move(answer), changes.error().text);
    auto cpu = x86_64::GuestCpu::create(host.supported, *changes);
    if (!cpu)
        return refused(std::move(answer), faultOf(cpu.error()));
    answer.guest = x86_64::normalizeCpuid(cpu->cpuid(), question.topology, host.cpuid);
    const std::unique_ptr<Vcpu> vcpu = TRY(host.freshVcpu());
    if (const auto done = tryMsrs(*cpu, *vcpu, answer); !done)
        return refused(std::move(answer), faultOf(done.error()));
    warnOfFeatures(answer, host.supported);
    warnOfFlags(answer, host.supported);
    warnOfMsrs(answer);
    return answer;
}

CpuAnswer refused(CpuAnswer answer, std::string fault)
{
    return {.changes = std::move(answer.changes),
            .fault = std::move(fault),
            .guest = {},
            .hostMsrs = {},
            .guestMsrs = {},
            .warnings = {}};
}

BitChange changeOf(const CustomCpuTemplate &changes, std::uint32_t leaf, std::uint32_t subleaf, CpuidRegister reg)
{
    BitChange all;
    for (const CpuidChange &change : changes.cpuid) {
        if (change.leaf != leaf || change.subleaf != subleaf)
            continue;
        for (const CpuidRegisterChange &one : change.registers) {
            if (one.reg == reg)
                all = all.then(one.bits);
        }
    }
    return all;
}

const CpuidEntry *findLeaf(std::span<const CpuidEntry> entries, std::uint32_t leaf, std::uint32_t subleaf)
{
    const auto found = std::ranges::find_if(
        entries, [&](const CpuidEntry &entry) { return entry.leaf == leaf && entry.subleaf == subleaf; });
    return found == entries.end() ? nullptr : &*found;
}

std::uint32_t registerOf(const CpuidEntry &entry, CpuidRegister reg)
{
    return entry.*x86_64::memberOf(reg);
}

std::string_view nameOf(CpuidRegister reg)
{
    return kCpuidRegisterNames[static_cast<std::size_t>(reg)];
}

} // namespace sparkler::tools
