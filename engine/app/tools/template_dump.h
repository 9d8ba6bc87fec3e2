#pragma once

#include "config/cpu_template.h"
#include "hypervisor/registers.h"

#include <span>

namespace sparkler::tools {

/// A guest's processor as the template that asks for all of it: every bit of every register, sub-leaves and MSRs
/// ascending. Without the MSRs that are not the same on each start, belong to the host or cannot be set (processes.md
/// 5.4: those that current Firecracker leaves out).
CustomCpuTemplate dumpedTemplate(std::span<const CpuidEntry> cpuid, std::span<const MsrEntry> msrs);

} // namespace sparkler::tools
