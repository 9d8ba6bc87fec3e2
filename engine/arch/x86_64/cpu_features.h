#pragma once

#include "config/cpu_template.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sparkler::x86_64 {

/// What a set bit tells.
enum class BitNature {
    Feature,      ///< the guest may use it
    FollowsGuest, ///< mirrors what the guest has switched on; KVM keeps it up to date
    Assurance,    ///< the processor does not have some flaw, so the guest leaves out a remedy
};

/// One bit of CPUID that has a name.
struct CpuFeature {
    std::uint32_t leaf = 0;
    std::uint32_t subleaf = 0;
    CpuidRegister reg = CpuidRegister::Eax;
    std::uint8_t bit = 0;
    std::string_view name;    ///< as in Linux's /proc/cpuinfo, else as in the vendor's manual
    std::string_view meaning; ///< a few words
    BitNature nature = BitNature::Feature;
};

/// The well-known bits of both vendors and of KVM's own leaf, ascending by leaf, sub-leaf, register and bit.
std::span<const CpuFeature> cpuFeatures();

} // namespace sparkler::x86_64
