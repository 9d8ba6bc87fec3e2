#pragma once

#include "config/cpu_template.h"
#include "config/types.h"
#include "hypervisor/hypervisor.h"

#include <optional>
#include <span>
#include <string_view>

namespace sparkler {

// What stands in front of the faults of a start: a template that asks for what is not there, and the host's own.
inline constexpr std::string_view kGuestConfigFailed = "Failed to create guest config: ";
inline constexpr std::string_view kStartFailed = "Internal error while starting microVM: ";

/// How the processor of a machine differs from what KVM offers (`supported`): the custom template, else the named one,
/// which must fit the host's processor. Error: InvalidInput, "Failed to get CPU template: …".
Result<CustomCpuTemplate> cpuChanges(CpuTemplate named, const std::optional<CustomCpuTemplate> &custom,
                                     std::span<const CpuidEntry> supported);

/// The capabilities that a template asks of KVM.
CapabilityWishes capabilityWishes(const std::optional<CustomCpuTemplate> &custom);

} // namespace sparkler
