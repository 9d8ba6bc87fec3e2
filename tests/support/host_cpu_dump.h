#pragma once

#include "hypervisor/registers.h"

#include <string_view>
#include <vector>

namespace sparkler::test {

/// A processor that is not here, as one of the files in host_cpus describes it.
struct HostCpuDump {
    std::vector<CpuidEntry> kvm;  ///< what KVM_GET_SUPPORTED_CPUID gives there
    std::vector<CpuidEntry> host; ///< the processor's own leaves, as far as the engine reads them
};

/// Reads host_cpus/`name`.cpuid. Ends the test program when the file is missing or a line of it makes no sense.
HostCpuDump hostCpuDump(std::string_view name);

/// The entry of a leaf. A missing one ends the test program: the expectation is about nothing.
const CpuidEntry &entryOf(const std::vector<CpuidEntry> &entries, std::uint32_t leaf, std::uint32_t subleaf = 0);

} // namespace sparkler::test
