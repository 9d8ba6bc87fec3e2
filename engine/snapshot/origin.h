#pragma once

#include "arch/x86_64/host_cpuid.h"

#include <cstdint>
#include <string>

namespace sparkler::snapshot {

/// Where and by what a snapshot was made: for people and tools, who learn from it whether it will run elsewhere.
/// Nothing is restored from it.
struct SnapshotOrigin {
    std::string productVersion;  ///< of the engine: Sparkler's own
    std::string apiLevel;        ///< Firecracker's, that the engine had
    std::int64_t createdAt = 0;  ///< seconds since 1970
    std::string cpuVendor;       ///< as CPUID tells it: "GenuineIntel"
    std::string cpuBrand;        ///< "Intel(R) Xeon(R) …"
    std::uint32_t cpuFamily = 0; ///< as /proc/cpuinfo shows them
    std::uint32_t cpuModel = 0;
    std::uint32_t cpuStepping = 0;
    bool operator==(const SnapshotOrigin &) const = default;
};

/// Puts in what leaves 0, 1 and the brand string's say of a processor.
void describeCpu(const x86_64::HostCpuid &cpu, SnapshotOrigin &origin);

/// Of this host, now. Executes CPUID instructions, which are slow in a guest: call it before the machine is paused.
SnapshotOrigin originHere(std::string productVersion, std::string apiLevel);

} // namespace sparkler::snapshot
