#pragma once

#include "arch/x86_64/host_cpuid.h"
#include "base/result.h"
#include "config/cpu_template.h"
#include "config/types.h"

#include <string_view>

namespace sparkler::x86_64 {

/// Whether a processor may be made look like that. Errors, InvalidInput: "CPU vendor mismatched between actual CPU and
/// CPU template.", "The current CPU model is not permitted to apply the CPU template.".
Result<> checkTemplateFits(CpuTemplate cpuTemplate, CpuVendor vendor, const CpuModel &model);

/// What whoever starts a machine with that template on that processor should know; empty: nothing.
std::string_view templateWarning(CpuTemplate cpuTemplate, const CpuModel &model);

/// What the template changes (machine-model.md 3.7); nothing for None.
CustomCpuTemplate changesOf(CpuTemplate cpuTemplate);

} // namespace sparkler::x86_64
