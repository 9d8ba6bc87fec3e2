#include "hypervisor/kvm/msr_set.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sparkler::kvm {
namespace {

struct MsrRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0; ///< inclusive
};

/// What KVM lists but is no state.
constexpr std::array kNotSaved{
    MsrRange{0x17b, 0x17b},             // MCG_CTL: absent in the machine check capabilities that KVM gives
    MsrRange{0x480, 0x492},             // VMX capabilities: a description of the CPU, refused where a guest has no VMX
    MsrRange{0x4000'0000, 0x4000'01ff}, // Hyper-V's: no guest is shown that interface
};
constexpr std::array kMtrrs{
    MsrRange{0x200, 0x20f}, MsrRange{0x250, 0x250}, MsrRange{0x258, 0x259},
    MsrRange{0x268, 0x26f}, MsrRange{0x277, 0x277}, MsrRange{0x2ff, 0x2ff},
};
constexpr MsrRange kMachineCheckBanks{0x400, 0x47f};
constexpr MsrRange kBoundsConfiguration{0xd90, 0xd90};

void append(std::vector<std::uint32_t> &out, const MsrRange &range)
{
    for (std::uint32_t index = range.first; index <= range.last; ++index)
        out.push_back(index);
}

bool isSaved(std::uint32_t index)
{
    return std::ranges::none_of(kNotSaved,
                                [index](const MsrRange &range) { return range.first <= index && index <= range.last; });
}

} // namespace

std::vector<std::uint32_t> savedMsrSet(std::span<const std::uint32_t> listed,
                                       std::span<const CpuidEntry> supportedCpuid)
{
    std::vector<std::uint32_t> result;
    std::ranges::copy_if(listed, std::back_inserter(result), isSaved);
    for (const CpuidEntry &entry : supportedCpuid) {
        constexpr std::uint32_t kMachineCheck = 1u << 7;
        constexpr std::uint32_t kMemoryTypes = 1u << 12;
        constexpr std::uint32_t kMpx = 1u << 14;
        if (entry.leaf == 1 && (entry.edx & kMachineCheck) != 0)
            append(result, kMachineCheckBanks);
        if (entry.leaf == 1 && (entry.edx & kMemoryTypes) != 0)
            for (const MsrRange &range : kMtrrs)
                append(result, range);
        if (entry.leaf == 7 && entry.subleaf == 0 && (entry.ebx & kMpx) != 0)
            append(result, kBoundsConfiguration);
    }
    std::ranges::sort(result);
    const auto repeated = std::ranges::unique(result);
    result.erase(repeated.begin(), repeated.end());
    return result;
}

void keepExpiredTimer(std::span<MsrEntry> msrs)
{
    const auto tsc = std::ranges::find(msrs, kTscMsr, &MsrEntry::index);
    const auto deadline = std::ranges::find(msrs, kTscDeadlineMsr, &MsrEntry::index);
    if (tsc != msrs.end() && deadline != msrs.end() && deadline->value == 0)
        deadline->value = tsc->value;
}

} // namespace sparkler::kvm
