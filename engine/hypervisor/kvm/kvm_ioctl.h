#pragma once

// Private to the KVM back end: the only files of the engine that see linux/kvm.h.

#include "base/os_error.h"
#include "base/result.h"

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

// Kernel headers before 6.5 declare flexible arrays with an empty struct, which takes a byte in C++: kvm_msrs and
// kvm_cpuid2 get a wrong size there, and the request numbers, which contain it, with them. So both are spelt out here.
struct MsrListHeader {
    std::uint32_t count;
    std::uint32_t padding;
};
struct CpuidListHeader {
    std::uint32_t count;
    std::uint32_t padding;
};
using MsrList = FlexibleStruct<MsrListHeader, kvm_msr_entry>;
using CpuidList = FlexibleStruct<CpuidListHeader, kvm_cpuid_entry2>;
inline constexpr unsigned long kGetSupportedCpuid = _IOWR(KVMIO, 0x05, CpuidListHeader);
inline constexpr unsigned long kSetMsrs = _IOW(KVMIO, 0x89, MsrListHeader);
inline constexpr unsigned long kSetCpuid2 = _IOW(KVMIO, 0x90, CpuidListHeader);
static_assert(kGetSupportedCpuid == 0xc008ae05 && kSetMsrs == 0x4008ae89 && kSetCpuid2 == 0x4008ae90);

} // namespace sparkler::kvm
