#pragma once

#include "hypervisor/hypervisor.h"

#include <span>

struct kvm_run;

namespace sparkler::kvm {

/// Turns the run area KVM filled (at least a kvm_run) into an exit whose spans point into it. What KVM says is checked
/// against the area's bounds; an exit that does not fit becomes ExitUnknown. Bytes the guest waits for are zeroed
/// first. ExitInternalError::rip is left 0: the caller reads the register.
VcpuExit decodeExit(std::span<std::byte> runArea);

} // namespace sparkler::kvm
