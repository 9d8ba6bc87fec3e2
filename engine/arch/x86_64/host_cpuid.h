#pragma once

#include "hypervisor/registers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sparkler::x86_64 {

enum class CpuVendor { Intel, Amd, Other };

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
