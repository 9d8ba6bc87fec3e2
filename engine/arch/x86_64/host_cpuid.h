#pragma once

#include "hypervisor/registers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sparkler::x86_64 {

enum class CpuVendor { Intel, Amd, Other };

/// As CPUID leaf 1 tells them, with the extended parts added in: what /proc/cpuinfo shows.
struct CpuModel {
    std::uint32_t family = 0, model = 0, stepping = 0;
    bool operator==(const CpuModel &) const = default;
};
/// From EAX of leaf 1. As the vendors' manuals combine them: the extended family only counts for family 15, and the
/// extended model for families 6 and 15.
CpuModel cpuModelOf(std::uint32_t leaf1Eax);

/// What the host's processor says of itself, as far as guests are shown it unchanged. Each CPUID instruction may be a
/// trap (when the host is a guest itself), so they are read once.
class HostCpuid {
public:
    /// For tests: a processor with these leaves.
    explicit HostCpuid(std::vector<CpuidEntry> leaves) : m_leaves(std::move(leaves)) {}
    /// Executes CPUID for the vendor, the brand string, the caches and AMD's topology leaves.
    static HostCpuid read();

    /// Nothing when the processor has no such leaf, or it was not read.
    std::optional<CpuidEntry> find(std::uint32_t leaf, std::uint32_t subleaf = 0) const;
    CpuVendor vendor() const;
    /// The brand string without padding; empty when there is none.
    std::string brand() const;

private:
    std::vector<CpuidEntry> m_leaves;
};

/// The last leaf of the sub-leaves that AMD's cache topology may have; a limit, hosts have four.
inline constexpr std::uint32_t kMostCacheSubleaves = 16;

} // namespace sparkler::x86_64
