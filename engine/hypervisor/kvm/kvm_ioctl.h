#pragma once

// Private to the KVM back end: the only files of the engine that see linux/kvm.h.

#include "base/os_error.h"
#include "base/result.h"
#include "hypervisor/registers.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <linux/kvm.h>
#include <sys/ioctl.h>

namespace sparkler::kvm {

/// ioctl(2) with a struct KVM may read and write; `argument` must be zeroed where it is not set. Error: Host, with
/// `what` before the reason.
template <typename T>
Result<int> call(int fd, unsigned long request, T &argument, std::string_view what)
{
    const int result = ::ioctl(fd, request, &argument);
    if (result < 0)
        return hostError(errno, what);
    return result;
}

/// ioctl(2) with a plain number as argument.
inline Result<int> callWithNumber(int fd, unsigned long request, unsigned long argument, std::string_view what)
{
    const int result = ::ioctl(fd, request, argument);
    if (result < 0)
        return hostError(errno, what);
    return result;
}

/// A KVM struct that ends in a flexible array, with room for `capacity` entries, zeroed.
template <typename Header, typename Entry>
class FlexibleStruct {
    static_assert(sizeof(Header) % alignof(Entry) == 0 && sizeof(Header) % sizeof(std::uint64_t) == 0);
    static_assert(alignof(Header) <= alignof(std::uint64_t) && alignof(Entry) <= alignof(std::uint64_t));

public:
    explicit FlexibleStruct(std::size_t capacity)
        : m_words((sizeof(Header) + capacity * sizeof(Entry) + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t))
    {
    }
    // SAFETY: the words are 8-byte aligned, zeroed (valid for these plain structs) and large enough for header +
    // entries.
    Header &header() { return *reinterpret_cast<Header *>(m_words.data()); }
    Entry *entries() { return reinterpret_cast<Entry *>(m_words.data() + sizeof(Header) / sizeof(std::uint64_t)); }

private:
    std::vector<std::uint64_t> m_words;
};

// The layouts the kernel's interface promises (Documentation/virt/kvm/api.rst).
static_assert(sizeof(kvm_userspace_memory_region) == 32);
static_assert(sizeof(kvm_irqfd) == 32);
static_assert(sizeof(kvm_ioeventfd) == 64);
static_assert(sizeof(kvm_pit_config) == 64);
static_assert(sizeof(kvm_regs) == 144);
static_assert(sizeof(kvm_sregs) == 312);
static_assert(sizeof(kvm_fpu) == 416);
static_assert(sizeof(kvm_lapic_state) == 1024);
static_assert(sizeof(kvm_msr_entry) == 16);
static_assert(sizeof(kvm_cpuid_entry2) == 40);
static_assert(sizeof(kvm_debugregs) == 128);
static_assert(sizeof(kvm_vcpu_events) == 64);
static_assert(sizeof(kvm_xcrs) == 392);
static_assert(sizeof(kvm_irqchip) == 520);
static_assert(sizeof(kvm_pit_state2) == 112);
static_assert(sizeof(kvm_clock_data) == 48);
static_assert(sizeof(kvm_dirty_log) == 16);

// Kernel headers before 6.5 declare flexible arrays with an empty struct, which takes a byte in C++: kvm_msrs,
// kvm_cpuid2, kvm_msr_list and kvm_xsave get a wrong size there, and the request numbers, which contain it, with them.
// So they are spelt out here. A kvm_msr_list is a number of MSRs followed by that many 32-bit indices.
struct MsrListHeader {
    std::uint32_t count;
    std::uint32_t padding;
};
struct CpuidListHeader {
    std::uint32_t count;
    std::uint32_t padding;
};
struct XsaveArea {
    std::uint32_t region[1024];
};
using MsrList = FlexibleStruct<MsrListHeader, kvm_msr_entry>;
using CpuidList = FlexibleStruct<CpuidListHeader, kvm_cpuid_entry2>;
inline constexpr unsigned long kGetSupportedCpuid = _IOWR(KVMIO, 0x05, CpuidListHeader);
inline constexpr unsigned long kGetMsrIndexList = _IOWR(KVMIO, 0x02, std::uint32_t);
inline constexpr unsigned long kGetMsrs = _IOWR(KVMIO, 0x88, MsrListHeader);
inline constexpr unsigned long kSetMsrs = _IOW(KVMIO, 0x89, MsrListHeader);
inline constexpr unsigned long kSetCpuid2 = _IOW(KVMIO, 0x90, CpuidListHeader);
inline constexpr unsigned long kGetCpuid2 = _IOWR(KVMIO, 0x91, CpuidListHeader);
static_assert(kGetSupportedCpuid == 0xc008ae05 && kSetMsrs == 0x4008ae89 && kSetCpuid2 == 0x4008ae90);
static_assert(kGetMsrIndexList == 0xc004ae02 && kGetMsrs == 0xc008ae88 && kGetCpuid2 == 0xc008ae91);

inline constexpr unsigned long kGetXsave = _IOR(KVMIO, 0xa4, XsaveArea);
inline constexpr unsigned long kSetXsave = _IOW(KVMIO, 0xa5, XsaveArea);
inline constexpr unsigned long kGetXsave2 = _IOR(KVMIO, 0xcf, XsaveArea);
static_assert(kGetXsave == 0x9000aea4 && kSetXsave == 0x5000aea5 && kGetXsave2 == 0x9000aecf);

/// What KVM filled `list` with, which has room for `capacity` entries.
inline std::vector<CpuidEntry> cpuidEntries(CpuidList &list, std::size_t capacity)
{
    const std::size_t count = std::min<std::size_t>(list.header().count, capacity);
    std::vector<CpuidEntry> result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const kvm_cpuid_entry2 &entry = list.entries()[i];
        result.push_back(
            CpuidEntry{entry.function, entry.index, entry.flags, entry.eax, entry.ebx, entry.ecx, entry.edx});
    }
    return result;
}

/// KVM takes and gives fewer than 256 MSRs at a time (MAX_IO_MSRS).
inline constexpr std::size_t kMsrsAtOnce = 128;

} // namespace sparkler::kvm
