#pragma once

#include "hypervisor/hypervisor.h"
#include "memory/guest_memory.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

/// Assembles `body` (AT&T syntax, statements separated by `;`) into the constant data of this file; `name` becomes a
/// std::span<const std::byte>. Only integer instructions: a KVM that emulates guest code may know no others.
#define TINY_GUEST_CODE_FOR(mode, name, body)                                                                          \
    __asm__(".pushsection .rodata\n" mode "\ntinyGuest_" #name "_begin:\n" body "\ntinyGuest_" #name                   \
            "_end:\n.code64\n.popsection\n");                                                                          \
    extern "C" __attribute__((visibility("hidden"))) const unsigned char tinyGuest_##name##_begin[];                   \
    extern "C" __attribute__((visibility("hidden"))) const unsigned char tinyGuest_##name##_end[];                     \
    const std::span<const std::byte> name = std::as_bytes(std::span(tinyGuest_##name##_begin, tinyGuest_##name##_end))
#define TINY_GUEST_CODE(name, body) TINY_GUEST_CODE_FOR(".code64", name, body)
#define TINY_GUEST_CODE_32(name, body) TINY_GUEST_CODE_FOR(".code32", name, body)

namespace sparkler {

/// A machine of one to four vCPUs in 64-bit mode with 2 MiB of RAM at 0 and an identity map of the first 4 GiB.
/// Anything in [2 MiB, 4 GiB) that no in-kernel controller claims is MMIO. Every interrupt vector leads to one handler.
class TinyGuest {
public:
    enum class Interrupts { None, InKernel };

    static constexpr std::uint64_t kRamBytes = 2u << 20;
    static constexpr GuestAddress kHandler{0x8800};  ///< where setHandler() puts its code
    static constexpr GuestAddress kScratch{0x10000}; ///< from here to kRamBytes nothing is used

    struct Setup {
        Interrupts interrupts = Interrupts::None;
        std::uint32_t vcpuCount = 1;
        bool logDirtyPages = false;
        std::vector<MemoryRange> moreMemory; ///< RAM in [2 MiB, 4 GiB), ascending
    };
    /// Opens /dev/kvm and builds the machine.
    static Result<TinyGuest> create(const Setup &setup);
    static Result<TinyGuest> create(Interrupts interrupts, std::uint32_t vcpuCount = 1)
    {
        return create(Setup{.interrupts = interrupts, .vcpuCount = vcpuCount, .moreMemory = {}});
    }

    /// Places code for a vCPU (at most 512 bytes) and points its registers there; RCX carries `argument`.
    Result<> load(std::uint32_t vcpuIndex, std::span<const std::byte> code, std::uint64_t argument = 0);
    /// The code that runs on any interrupt or exception (at most 512 bytes, ends in iretq).
    Result<> setHandler(std::span<const std::byte> code);

    Vm &vm() { return *m_vm; }
    Vcpu &vcpu(std::uint32_t index = 0) { return *m_vcpus[index]; }
    GuestMemory &memory() { return m_memory; }

private:
    TinyGuest(GuestMemory memory, std::unique_ptr<Hypervisor> hypervisor, std::unique_ptr<Vm> vm)
        : m_memory(std::move(memory)), m_hypervisor(std::move(hypervisor)), m_vm(std::move(vm))
    {
    }

    GuestMemory m_memory;
    std::unique_ptr<Hypervisor> m_hypervisor;
    std::unique_ptr<Vm> m_vm;
    std::vector<std::unique_ptr<Vcpu>> m_vcpus;
};

/// Runs `vcpu` through exits that only mean "again" and returns the first other one.
Result<VcpuExit> runToExit(Vcpu &vcpu);

} // namespace sparkler
