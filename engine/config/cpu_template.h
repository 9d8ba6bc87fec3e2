#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sparkler {

/// A change of single bits of a register: those set in `filter` become those of `value`, the others stay.
struct BitChange {
    std::uint64_t filter = 0;
    std::uint64_t value = 0; ///< no bits beside the filter's

    constexpr std::uint64_t appliedTo(std::uint64_t original) const { return (original & ~filter) | value; }
    /// This one, and then `later`, in one.
    constexpr BitChange then(const BitChange &later) const
    {
        return {filter | later.filter, (value & ~later.filter) | later.value};
    }
    /// The part of it that concerns `bits`.
    constexpr BitChange within(std::uint64_t bits) const { return {filter & bits, value & bits}; }
    bool operator==(const BitChange &) const = default;
};

enum class CpuidRegister { Eax, Ebx, Ecx, Edx };

struct CpuidRegisterChange {
    CpuidRegister reg = CpuidRegister::Eax;
    BitChange bits; ///< 32 of them
    bool operator==(const CpuidRegisterChange &) const = default;
};

/// Changes of one CPUID sub-leaf.
struct CpuidChange {
    std::uint32_t leaf = 0;
    std::uint32_t subleaf = 0;
    std::uint32_t flags = 0; ///< KVM_CPUID_FLAG_*; replaces those of KVM's entry
    std::vector<CpuidRegisterChange> registers;
    bool operator==(const CpuidChange &) const = default;
};

struct MsrChange {
    std::uint32_t index = 0;
    BitChange bits;
    bool operator==(const MsrChange &) const = default;
};

/// A KVM capability that has to be there, or need not be although the engine asks for it otherwise.
struct CapabilityChange {
    std::uint32_t number = 0; ///< KVM_CAP_*
    bool removed = false;
    bool operator==(const CapabilityChange &) const = default;
};

/// What PUT /cpu-config says: how the processor that a guest sees differs from what KVM offers on this host
/// (machine-model.md 3.10). Of several changes of one register each is applied, in their order.
struct CustomCpuTemplate {
    std::vector<CapabilityChange> capabilities;
    std::vector<CpuidChange> cpuid;
    std::vector<MsrChange> msrs;
    bool operator==(const CustomCpuTemplate &) const = default;
};

/// What changes the same to the same effect, with one change for each register: sub-leaves ascending, in them EAX to
/// EDX, MSRs and capabilities ascending; of what contradicts itself the later counts. (cpu_template_merge.cpp)
CustomCpuTemplate merged(const CustomCpuTemplate &cpuTemplate);

} // namespace sparkler
