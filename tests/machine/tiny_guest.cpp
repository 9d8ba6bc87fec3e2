#include "tiny_guest.h"

#include <array>

namespace sparkler {
namespace {

constexpr std::uint64_t kGdt = 0x500;
constexpr std::uint64_t kPml4 = 0x1000;
constexpr std::uint64_t kPdpt = 0x2000;
constexpr std::uint64_t kFirstPd = 0x3000; // four of them
constexpr std::uint64_t kIdt = 0x7000;
constexpr std::uint64_t kCode = 0x8000;
constexpr std::uint64_t kCodeBytes = 0x200;
constexpr std::uint64_t kStackTop = 0xf000;
constexpr std::uint64_t kStackBytes = 0x800;

Result<> writeTables(const GuestMemory &memory)
{
    constexpr std::uint64_t kPresentWritable = 3;
    TRY(memory.write(GuestAddress(kPml4), kPdpt | kPresentWritable));
    for (std::uint64_t gib = 0; gib < 4; ++gib) {
        const std::uint64_t pd = kFirstPd + gib * 0x1000;
        TRY(memory.write(GuestAddress(kPdpt + gib * 8), pd | kPresentWritable));
        std::array<std::uint64_t, 512> entries{};
        for (std::uint64_t i = 0; i < entries.size(); ++i)
            entries[i] = (gib << 30) + (i << 21) + 0x80 + kPresentWritable;
        TRY(memory.writeBytes(GuestAddress(pd), std::as_bytes(std::span(entries))));
    }
    constexpr std::array<std::uint64_t, 3> kDescriptors{0, 0x00af9b000000ffff, 0x00cf93000000ffff};
    TRY(memory.writeBytes(GuestAddress(kGdt), std::as_bytes(std::span(kDescriptors))));
    std::array<std::uint64_t, 512> idt{}; // 256 gates of 16 bytes; the handler lies in the first 64 KiB
    for (std::size_t vector = 0; vector < 256; ++vector)
        idt[vector * 2] = 0x0000'8e00'0008'0000 | TinyGuest::kHandler.value();
    return memory.writeBytes(GuestAddress(kIdt), std::as_bytes(std::span(idt)));
}

Segment flatSegment(std::uint16_t selector, bool code)
{
    Segment segment;
    segment.limit = 0xffffffff;
    segment.selector = selector;
    segment.type = code ? 11 : 3;
    segment.present = 1;
    segment.s = 1;
    segment.g = 1;
    segment.l = code ? 1 : 0;
    segment.db = code ? 0 : 1;
    return segment;
}

Result<> enterLongMode(Vcpu &vcpu)
{
    SystemRegisters registers = TRY(vcpu.systemRegisters());
    registers.cs = flatSegment(8, true);
    registers.ds = registers.es = registers.fs = registers.gs = registers.ss = flatSegment(16, false);
    registers.gdt = {kGdt, 23};
    registers.idt = {kIdt, 4095};
    registers.cr0 = 0x8005'0033; // PG AM WP NE ET MP PE
    registers.cr3 = kPml4;
    registers.cr4 = 0x620; // PAE OSFXSR OSXMMEXCPT
    registers.efer = 0x500;
    return vcpu.setSystemRegisters(registers);
}

} // namespace

Result<TinyGuest> TinyGuest::create(const Setup &setup)
{
    auto hypervisor = TRY(openKvm());
    auto vm = TRY(hypervisor->createVm());
    std::vector ranges{MemoryRange{GuestAddress(0), kRamBytes}};
    ranges.insert(ranges.end(), setup.moreMemory.begin(), setup.moreMemory.end());
    auto memory = TRY(GuestMemory::map(ranges));
    TRY(writeTables(memory));
    TRY(vm->setMemory(memory, setup.logDirtyPages));
    if (setup.interrupts == Interrupts::InKernel)
        TRY(vm->createInterruptControllers());
    TinyGuest guest(std::move(memory), std::move(hypervisor), std::move(vm));
    const auto cpuid = TRY(guest.m_vm->supportedCpuid());
    for (std::uint32_t index = 0; index < setup.vcpuCount; ++index) {
        auto vcpu = TRY(guest.m_vm->createVcpu(index));
        TRY(vcpu->setCpuid(cpuid));
        TRY(enterLongMode(*vcpu));
        guest.m_vcpus.push_back(std::move(vcpu));
    }
    return guest;
}

Result<> TinyGuest::load(std::uint32_t vcpuIndex, std::span<const std::byte> code, std::uint64_t argument)
{
    if (code.size() > kCodeBytes)
        return fail(ErrorKind::InvalidInput, "tiny guest code is too long");
    const std::uint64_t at = kCode + vcpuIndex * kCodeBytes;
    TRY(m_memory.writeBytes(GuestAddress(at), code));
    GeneralRegisters registers;
    registers.rip = at;
    registers.rflags = 2;
    registers.rsp = kStackTop - vcpuIndex * kStackBytes;
    registers.rcx = argument;
    return vcpu(vcpuIndex).setGeneralRegisters(registers);
}

Result<> TinyGuest::setHandler(std::span<const std::byte> code)
{
    if (code.size() > kCodeBytes)
        return fail(ErrorKind::InvalidInput, "tiny guest handler is too long");
    return m_memory.writeBytes(kHandler, code);
}

Result<VcpuExit> runToExit(Vcpu &vcpu)
{
    for (;;) {
        auto exit = TRY(vcpu.run());
        if (!std::holds_alternative<ExitAgain>(exit))
            return exit;
    }
}

} // namespace sparkler
