#pragma once

// Plain x86-64 CPU state as the rest of the engine sees it; the back ends translate to their own structs.

#include <array>
#include <cstddef>
#include <cstdint>

namespace sparkler {

struct CpuidEntry {
    std::uint32_t leaf = 0, subleaf = 0;
    std::uint32_t flags = 0; ///< bit 0: the sub-leaf is significant (KVM_CPUID_FLAG_SIGNIFCANT_INDEX)
    std::uint32_t eax = 0, ebx = 0, ecx = 0, edx = 0;
    bool operator==(const CpuidEntry &) const = default;
};

struct MsrEntry {
    std::uint32_t index = 0;
    std::uint64_t value = 0;
    bool operator==(const MsrEntry &) const = default;
};

struct GeneralRegisters {
    std::uint64_t rax = 0, rbx = 0, rcx = 0, rdx = 0, rsi = 0, rdi = 0, rsp = 0, rbp = 0;
    std::uint64_t r8 = 0, r9 = 0, r10 = 0, r11 = 0, r12 = 0, r13 = 0, r14 = 0, r15 = 0;
    std::uint64_t rip = 0, rflags = 0;
};

struct Segment {
    std::uint64_t base = 0;
    std::uint32_t limit = 0;
    std::uint16_t selector = 0;
    std::uint8_t type = 0, present = 0, dpl = 0, db = 0, s = 0, l = 0, g = 0, avl = 0, unusable = 0;
};

struct DescriptorTableRegister {
    std::uint64_t base = 0;
    std::uint16_t limit = 0;
};

struct SystemRegisters {
    Segment cs, ds, es, fs, gs, ss, tr, ldt;
    DescriptorTableRegister gdt, idt;
    std::uint64_t cr0 = 0, cr2 = 0, cr3 = 0, cr4 = 0, cr8 = 0, efer = 0, apicBase = 0;
};

struct FpuControl {
    std::uint16_t fcw = 0;
    std::uint32_t mxcsr = 0;
};

/// The local APIC's register page (first KiB), as 32-bit registers at 16-byte steps.
using LapicRegisters = std::array<std::byte, 1024>;

} // namespace sparkler
