#include "machine/cpu_choice.h"

#include "arch/x86_64/cpuid.h"
#include "arch/x86_64/static_templates.h"
#include "telemetry/log.h"

#include <algorithm>

namespace sparkler {
namespace {

x86_64::CpuModel modelOf(std::span<const CpuidEntry> supported)
{
    const auto signature = std::ranges::find(supported, 1u, &CpuidEntry::leaf);
    return signature == supported.end() ? x86_64::CpuModel() : x86_64::cpuModelOf(signature->eax);
}

} // namespace

Result<CustomCpuTemplate> cpuChanges(CpuTemplate named, const std::optional<CustomCpuTemplate> &custom,
                                     std::span<const CpuidEntry> supported)
{
    if (custom)
        return *custom;
    if (named == CpuTemplate::None)
        return CustomCpuTemplate();
    const x86_64::HostCpuid host({supported.begin(), supported.end()});
    if (const auto fits = x86_64::checkTemplateFits(named, host.vendor(), modelOf(supported)); !fits)
        return prefixed("Failed to get CPU template: ", fits.error());
    return x86_64::changesOf(named);
}

void warnOfTemplate(CpuTemplate named, std::span<const CpuidEntry> supported)
{
    if (const auto warning = x86_64::templateWarning(named, modelOf(supported)); !warning.empty())
        logWarnAlways("{}", warning);
}

Result<> warnOfUnshownChanges(const x86_64::GuestCpu &cpu, const Vcpu &vcpu)
{
    const std::vector<x86_64::UnshownChange> unshown = TRY(cpu.unshownBy(vcpu));
    for (const x86_64::UnshownChange &change : unshown)
        logWarn("The CPU template is not in force everywhere: {}.", x86_64::describeInOneLine(change));
    return {};
}

Result<> checkVendor(std::span<const CpuidEntry> supported)
{
    if (x86_64::HostCpuid({supported.begin(), supported.end()}).vendor() == x86_64::CpuVendor::Other)
        return fail(ErrorKind::InvalidInput, "Unsupported CPU vendor: " + x86_64::cpuVendor(supported));
    return {};
}

CapabilityWishes capabilityWishes(const std::optional<CustomCpuTemplate> &custom)
{
    CapabilityWishes wishes;
    if (custom) {
        for (const CapabilityChange &change : custom->capabilities)
            (change.removed ? wishes.waived : wishes.required).push_back(change.number);
    }
    return wishes;
}

} // namespace sparkler
