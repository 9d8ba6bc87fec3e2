#include "arch/x86_64/static_templates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace sparkler::x86_64 {
namespace {

using enum CpuidRegister;
using Change = std::optional<BitChange>;

/// All templates side by side: which bits of a register they change, and to what. A template without an entry leaves
/// the register alone. T2S is T2 with another MSR.
struct CpuidRow {
    std::uint32_t leaf, subleaf, flags;
    CpuidRegister reg;
    Change t2, t2cl, t2a, c3;
};

constexpr std::uint32_t kIndexed = 1; // KVM_CPUID_FLAG_SIGNIFCANT_INDEX

constexpr Change clear(std::uint32_t bits)
{
    return BitChange{bits, 0};
}
constexpr Change change(std::uint32_t filter, std::uint32_t value)
{
    return BitChange{filter, value};
}
constexpr Change kNone = std::nullopt;

// clang-format off
constexpr std::array kCpuidRows{
    // leaf, sub-leaf, flags, register    T2                             T2CL                           T2A                            C3
    // Family, model and stepping: Haswell Xeon; C3: Ivy Bridge Xeon.
    CpuidRow{0x1, 0, 0, Eax,              change(0x0fff3fff, 0x306f2),   change(0x0fff3fff, 0x306f2),   change(0x0fff3fff, 0x306f2),   change(0x0fff3fff, 0x306e4)},
    CpuidRow{0x1, 0, 0, Ecx,              clear(0x0004cdfc),             clear(0x0004cdfc),             clear(0x0004cdfc),             clear(0x0040dd3c)},
    CpuidRow{0x1, 0, 0, Edx,              change(0xe8641080, 0x1080),    change(0xe8641080, 0x1080),    change(0xe8641080, 0x1080),    change(0xa8641080, 0x1080)},
    CpuidRow{0x7, 0, kIndexed, Ebx,       change(0xffefda14, 0x200),     change(0xffefda14, 0x200),     change(0xffefda14, 0x200),     clear(0xffafdd3c)},
    CpuidRow{0x7, 0, kIndexed, Ecx,       clear(0x40415f5e),             clear(0x40415f5e),             clear(0x40415f5e),             clear(0x4041481e)},
    CpuidRow{0x7, 0, kIndexed, Edx,       clear(0x11c),                  clear(0x11c),                  clear(0x11c),                  clear(0xc)},
    CpuidRow{0xd, 0, kIndexed, Eax,       clear(0x2f8),                  clear(0x2f8),                  clear(0x2f8),                  clear(0x2f8)},
    CpuidRow{0xd, 1, kIndexed, Eax,       clear(0xe),                    clear(0xe),                    clear(0xe),                    clear(0xe)},
    CpuidRow{0x80000001, 0, 0, Ecx,       clear(0x20000100),             clear(0x200001c0),             clear(0x200001c4),             clear(0x120)},
    CpuidRow{0x80000001, 0, 0, Edx,       clear(0x4000000),              clear(0x7c00000),              clear(0x6400000),              clear(0x4000000)},
    CpuidRow{0x80000008, 0, 0, Ebx,       clear(0x200),                  clear(0x200),                  change(0x1c0205, 0x1c0004),    kNone},
};
// clang-format on

struct MsrRow {
    CpuTemplate cpuTemplate;
    std::uint32_t index;
    BitChange bits;
};
constexpr std::uint32_t kArchCapabilities = 0x10a; // IA32_ARCH_CAPABILITIES
constexpr std::array kMsrRows{
    MsrRow{CpuTemplate::T2S, kArchCapabilities, {~std::uint64_t{0}, 0xc0a'0c4c}},
    MsrRow{CpuTemplate::T2CL, kArchCapabilities, {0xffff'ffff'e2f5'1e00, 0}},
};

constexpr CpuModel kSkylake{6, 0x55, 4};
constexpr CpuModel kCascadeLake{6, 0x55, 7};
constexpr CpuModel kIceLake{6, 0x6a, 6};
constexpr CpuModel kMilan{0x19, 1, 1};

/// The processors that each template was made for.
struct FittingModels {
    CpuTemplate cpuTemplate;
    CpuVendor vendor;
    std::span<const CpuModel> models;
};
constexpr std::array kUpToIceLake{kSkylake, kCascadeLake, kIceLake};
constexpr std::array kUpToCascadeLake{kSkylake, kCascadeLake};
constexpr std::array kFromCascadeLake{kCascadeLake, kIceLake};
constexpr std::array kMilanOnly{kMilan};
constexpr std::array kFitting{
    FittingModels{CpuTemplate::C3, CpuVendor::Intel, kUpToIceLake},
    FittingModels{CpuTemplate::T2, CpuVendor::Intel, kUpToIceLake},
    FittingModels{CpuTemplate::T2S, CpuVendor::Intel, kUpToCascadeLake},
    FittingModels{CpuTemplate::T2CL, CpuVendor::Intel, kFromCascadeLake},
    FittingModels{CpuTemplate::T2A, CpuVendor::Amd, kMilanOnly},
};

Change CpuidRow::*columnOf(CpuTemplate cpuTemplate)
{
    switch (cpuTemplate) {
    case CpuTemplate::T2:
    case CpuTemplate::T2S:
        return &CpuidRow::t2;
    case CpuTemplate::T2CL:
        return &CpuidRow::t2cl;
    case CpuTemplate::T2A:
        return &CpuidRow::t2a;
    case CpuTemplate::C3:
        return &CpuidRow::c3;
    case CpuTemplate::None:
        break;
    }
    return nullptr;
}

} // namespace

Result<> checkTemplateFits(CpuTemplate cpuTemplate, CpuVendor vendor, const CpuModel &model)
{
    const auto fitting = std::ranges::find(kFitting, cpuTemplate, &FittingModels::cpuTemplate);
    if (fitting == kFitting.end())
        return {};
    if (fitting->vendor != vendor)
        return fail(ErrorKind::InvalidInput, "CPU vendor mismatched between actual CPU and CPU template.");
    if (std::ranges::find(fitting->models, model) == fitting->models.end())
        return fail(ErrorKind::InvalidInput, "The current CPU model is not permitted to apply the CPU template.");
    return {};
}

std::string_view templateWarning(CpuTemplate cpuTemplate, const CpuModel &model)
{
    // Linux knows by family and model who is affected, unless the three *_NO bits say otherwise: a Skylake is and has
    // none of the bits, the Ivy Bridge that C3 shows is not on the list.
    if (cpuTemplate == CpuTemplate::C3 && model == kSkylake)
        return "The CPU template C3 hides from the guest that this Skylake processor is vulnerable to MMIO Stale Data "
               "(it has none of FBSDP_NO, PSDP_NO and SBDR_SSDP_NO in IA32_ARCH_CAPABILITIES): the guest's kernel "
               "does not apply that mitigation.";
    return {};
}

CustomCpuTemplate changesOf(CpuTemplate cpuTemplate)
{
    CustomCpuTemplate changes;
    const auto column = columnOf(cpuTemplate);
    for (const CpuidRow &row : kCpuidRows) {
        if (!column || !(row.*column))
            continue;
        if (changes.cpuid.empty() || changes.cpuid.back().leaf != row.leaf ||
            changes.cpuid.back().subleaf != row.subleaf)
            changes.cpuid.push_back({row.leaf, row.subleaf, row.flags, {}});
        changes.cpuid.back().registers.push_back({row.reg, *(row.*column)});
    }
    for (const MsrRow &row : kMsrRows) {
        if (row.cpuTemplate == cpuTemplate)
            changes.msrs.push_back({row.index, row.bits});
    }
    return changes;
}

} // namespace sparkler::x86_64
