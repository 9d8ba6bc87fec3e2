#pragma once

#include "hypervisor/state.h"

#include <string>

namespace sparkler {

// Saved state for people: the structs of the KVM ABI taken apart into named registers, one fact a line, two spaces of
// indentation for each level. A struct of the wrong size is told as what it is. Not a format: it may change.

std::string describeVcpu(const VcpuState &vcpu);
std::string describeVm(const VmState &vm);

} // namespace sparkler
