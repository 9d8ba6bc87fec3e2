#pragma once

#include "arch/x86_64/guest_cpu.h"
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
/// KVM refuses what a vCPU is given.
inline constexpr std::string_view kSetUpFailed = "System configuration error: ";

/// How the processor of a machine differs from what KVM offers (`supported`): the custom template, else the named one,
/// which must fit the host's processor. Error: InvalidInput, "Failed to get CPU template: …".
Result<CustomCpuTemplate> cpuChanges(CpuTemplate named, const std::optional<CustomCpuTemplate> &custom,
                                     std::span<const CpuidEntry> supported);

/// A line in the log when there is something to say against that template on this host, which it fits.
void warnOfTemplate(CpuTemplate named, std::span<const CpuidEntry> supported);

/// A line in the log for each register that the template changes and that `vcpu`, configured and not run yet, does not
/// show. No reason not to start: where the machine's own topology wins, that is meant. Error: Host.
Result<> warnOfUnshownChanges(const x86_64::GuestCpu &cpu, const Vcpu &vcpu);

/// Guests are made for processors of Intel and AMD only: the topology of another vendor's would come out wrong in them
/// (machine-model.md 3.5). Error: InvalidInput, "Unsupported CPU vendor: HygonGenuine".
Result<> checkVendor(std::span<const CpuidEntry> supported);

/// The capabilities that a template asks of KVM.
CapabilityWishes capabilityWishes(const std::optional<CustomCpuTemplate> &custom);

} // namespace sparkler
