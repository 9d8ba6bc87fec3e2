#pragma once

// What a guest would find in its processor on this host, and why: the engine's own policy, asked without a machine.

#include "arch/x86_64/cpuid.h"
#include "config/cpu_template.h"
#include "config/types.h"
#include "hypervisor/hypervisor.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkler::tools {

/// A host's processor, as its KVM shows it.
struct HostProcessor {
    std::vector<CpuidEntry> supported; ///< KVM_GET_SUPPORTED_CPUID
    x86_64::HostCpuid cpuid;           ///< what guests are shown unchanged
    /// A vCPU that nobody has set up yet, one more with each call.
    std::function<Result<std::unique_ptr<Vcpu>>()> freshVcpu;
};

/// The machine that is asked about.
struct CpuQuestion {
    CpuTemplate named = CpuTemplate::None;
    std::optional<CustomCpuTemplate> custom; ///< wins over the named one
    x86_64::VcpuTopology topology;
};

/// Something about a template that starts nevertheless.
struct CpuWarning {
    enum class Kind {
        NotOffered, ///< it sets a bit that this host does not offer
        Overruled,  ///< the engine decides this bit or register in every machine
        Flags,      ///< it changes how KVM finds the sub-leaf
    };
    Kind kind = Kind::NotOffered;
    std::string name; ///< of the feature, MSR or leaf
    std::string message;
};

struct CpuAnswer {
    CustomCpuTemplate changes; ///< what the template changes, also when it does not fit
    /// The engine's words when a machine does not start with it; the rest is empty then.
    std::optional<std::string> fault;
    std::vector<CpuidEntry> guest;             ///< of vCPU 0
    std::vector<MsrEntry> hostMsrs, guestMsrs; ///< those that the template changes, before and after
    std::vector<CpuWarning> warnings;
};

/// All named templates, None first.
inline constexpr std::array kNamedTemplates{CpuTemplate::None, CpuTemplate::T2,  CpuTemplate::T2S,
                                            CpuTemplate::T2CL, CpuTemplate::T2A, CpuTemplate::C3};

/// Tries the question as a start would: policy, then a fresh vCPU that takes CPUID and MSRs. Error: Host, when there is
/// no vCPU to try it with.
Result<CpuAnswer> explainCpu(const CpuQuestion &question, const HostProcessor &host);

/// The answer when a machine does not start, with nothing but why and what was asked.
CpuAnswer refused(CpuAnswer answer, std::string fault);

/// All that `changes` do to one register.
BitChange changeOf(const CustomCpuTemplate &changes, std::uint32_t leaf, std::uint32_t subleaf, CpuidRegister reg);
/// Null: the list has no such leaf.
const CpuidEntry *findLeaf(std::span<const CpuidEntry> entries, std::uint32_t leaf, std::uint32_t subleaf);
std::uint32_t registerOf(const CpuidEntry &entry, CpuidRegister reg);
std::string_view nameOf(CpuidRegister reg);

} // namespace sparkler::tools
