#pragma once

#include "base/arguments.h"
#include "base/result.h"
#include "config/cpu_template.h"
#include "hypervisor/registers.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkler::tools {

/// The machine to look at.
struct ProbeOptions {
    std::optional<std::string> configPath;   ///< as for --config-file; absent: one vCPU and a kernel of one instruction
    std::optional<std::string> templatePath; ///< of a custom CPU template, in place of the configuration's
};

/// --config and --template.
ProbeOptions probeOptions(const ParsedArguments &arguments);

/// What the guest finds in its first vCPU at its first instruction.
struct ProbedCpu {
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;                   ///< with those that the template changes
    std::optional<CustomCpuTemplate> cpuTemplate; ///< that it was made with, also a built-in one
};

/// Builds that machine on /dev/kvm with all of its devices, whose files, taps and sockets must be there, and looks at
/// it; no guest instruction runs, and nothing is left behind. A configuration's logger and metrics are left alone.
/// Errors with the texts of processes.md 5.4: "Failed to operate file: …", "Failed to serialize/deserialize JSON file:
/// …", "Failed to create VmResources: …", "Failed to build microVM: …", "Failed to dump CPU config: …".
Result<ProbedCpu> probeMachine(const ProbeOptions &options);

} // namespace sparkler::tools
