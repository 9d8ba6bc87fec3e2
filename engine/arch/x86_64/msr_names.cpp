#include "arch/x86_64/msr_names.h"

#include <algorithm>
#include <array>

namespace sparkler::x86_64 {
namespace {

struct MsrName {
    std::uint32_t index;
    std::string_view name;
};

// Sources: Intel SDM volume 4, AMD APM volume 2 appendix A, linux/arch/x86/include/uapi/asm/kvm_para.h.
constexpr std::array kNames{
    MsrName{0x10, "IA32_TIME_STAMP_COUNTER"},
    MsrName{0x11, "MSR_KVM_WALL_CLOCK"},
    MsrName{0x12, "MSR_KVM_SYSTEM_TIME"},
    MsrName{0x1b, "IA32_APIC_BASE"},
    MsrName{0x34, "MSR_SMI_COUNT"},
    MsrName{0x3a, "IA32_FEATURE_CONTROL"},
    MsrName{0x3b, "IA32_TSC_ADJUST"},
    MsrName{0x48, "IA32_SPEC_CTRL"},
    MsrName{0x49, "IA32_PRED_CMD"},
    MsrName{0x8b, "IA32_BIOS_SIGN_ID"},
    MsrName{0x9e, "IA32_SMBASE"},
    MsrName{0xce, "MSR_PLATFORM_INFO"},
    MsrName{0xcf, "IA32_CORE_CAPABILITIES"},
    MsrName{0xe1, "IA32_UMWAIT_CONTROL"},
    MsrName{0xfe, "IA32_MTRRCAP"},
    MsrName{0x10a, "IA32_ARCH_CAPABILITIES"},
    MsrName{0x10b, "IA32_FLUSH_CMD"},
    MsrName{0x122, "IA32_TSX_CTRL"},
    MsrName{0x140, "MSR_MISC_FEATURES_ENABLES"},
    MsrName{0x174, "IA32_SYSENTER_CS"},
    MsrName{0x175, "IA32_SYSENTER_ESP"},
    MsrName{0x176, "IA32_SYSENTER_EIP"},
    MsrName{0x179, "IA32_MCG_CAP"},
    MsrName{0x17a, "IA32_MCG_STATUS"},
    MsrName{0x17b, "IA32_MCG_CTL"},
    MsrName{0x1a0, "IA32_MISC_ENABLE"},
    MsrName{0x1c4, "IA32_XFD"},
    MsrName{0x1c5, "IA32_XFD_ERR"},
    MsrName{0x1d9, "IA32_DEBUGCTL"},
    MsrName{0x277, "IA32_PAT"},
    MsrName{0x2ff, "IA32_MTRR_DEF_TYPE"},
    MsrName{0x345, "IA32_PERF_CAPABILITIES"},
    MsrName{0x480, "IA32_VMX_BASIC"},
    MsrName{0x6e0, "IA32_TSC_DEADLINE"},
    MsrName{0xda0, "IA32_XSS"},
    MsrName{0x4b56'4d00, "MSR_KVM_WALL_CLOCK_NEW"},
    MsrName{0x4b56'4d01, "MSR_KVM_SYSTEM_TIME_NEW"},
    MsrName{0x4b56'4d02, "MSR_KVM_ASYNC_PF_EN"},
    MsrName{0x4b56'4d03, "MSR_KVM_STEAL_TIME"},
    MsrName{0x4b56'4d04, "MSR_KVM_PV_EOI_EN"},
    MsrName{0x4b56'4d05, "MSR_KVM_POLL_CONTROL"},
    MsrName{0x4b56'4d06, "MSR_KVM_ASYNC_PF_INT"},
    MsrName{0x4b56'4d07, "MSR_KVM_ASYNC_PF_ACK"},
    MsrName{0x4b56'4d08, "MSR_KVM_MIGRATION_CONTROL"},
    MsrName{0xc000'0080, "IA32_EFER"},
    MsrName{0xc000'0081, "IA32_STAR"},
    MsrName{0xc000'0082, "IA32_LSTAR"},
    MsrName{0xc000'0083, "IA32_CSTAR"},
    MsrName{0xc000'0084, "IA32_FMASK"},
    MsrName{0xc000'0100, "IA32_FS_BASE"},
    MsrName{0xc000'0101, "IA32_GS_BASE"},
    MsrName{0xc000'0102, "IA32_KERNEL_GS_BASE"},
    MsrName{0xc000'0103, "IA32_TSC_AUX"},
    MsrName{0xc000'0104, "AMD64_TSC_RATIO"},
    MsrName{0xc001'0015, "HWCR"},
    MsrName{0xc001'001f, "NB_CFG"},
    MsrName{0xc001'0117, "VM_HSAVE_PA"},
    MsrName{0xc001'011f, "VIRT_SPEC_CTRL"},
    MsrName{0xc001'0140, "OSVW_ID_LENGTH"},
    MsrName{0xc001'0141, "OSVW_STATUS"},
    MsrName{0xc001'1029, "DE_CFG"},
};

} // namespace

std::string_view msrName(std::uint32_t index)
{
    const auto found = std::ranges::find(kNames, index, &MsrName::index);
    return found == kNames.end() ? std::string_view() : found->name;
}

} // namespace sparkler::x86_64
