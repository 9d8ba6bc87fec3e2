#include "arch/x86_64/vcpu_setup.h"

#include "arch/x86_64/gdt.h"
#include "arch/x86_64/layout.h"

#include <cstring>

namespace sparkler::x86_64 {
namespace {

constexpr std::uint64_t kCr0ProtectedMode = 1u << 0;
constexpr std::uint64_t kCr0ExtensionType = 1u << 4;
constexpr std::uint64_t kCr0Paging = 1u << 31;
constexpr std::uint64_t kCr4PhysicalAddressExtension = 1u << 5;
constexpr std::uint64_t kEferLongModeEnabled = 1u << 8;
constexpr std::uint64_t kEferLongModeActive = 1u << 10;

void setDeliveryMode(LapicRegisters &registers, std::size_t offset, std::uint32_t mode)
{
    std::uint32_t value = 0;
    std::memcpy(&value, registers.data() + offset, sizeof value);
    value = (value & ~0x700u) | (mode << 8);
    std::memcpy(registers.data() + offset, &value, sizeof value);
}

const HostCpuid &hostCpuid()
{
    static const HostCpuid host = HostCpuid::read();
    return host;
}

} // namespace

std::vector<MsrEntry> bootMsrs()
{
    return {
        {0x174, 0},       // SYSENTER_CS
        {0x175, 0},       // SYSENTER_ESP
        {0x176, 0},       // SYSENTER_EIP
        {0xc000'0081, 0}, // STAR
        {0xc000'0083, 0}, // CSTAR
        {0xc000'0102, 0}, // KERNEL_GS_BASE
        {0xc000'0084, 0}, // SYSCALL_MASK
        {0xc000'0082, 0}, // LSTAR
        {0x10, 0},        // TSC
        {0x1a0, 1},       // MISC_ENABLE: fast string operations
        {0x2ff, 0x806},   // MTRRdefType: enabled, write-back
    };
}

GeneralRegisters bootRegisters(const LoadedKernel &kernel)
{
    GeneralRegisters registers;
    registers.rip = kernel.entry.value();
    registers.rflags = 0x2;
    if (kernel.protocol == BootProtocol::Pvh) {
        registers.rbx = kPvhStartInfo.value();
    } else {
        registers.rsp = kBootStack.value();
        registers.rbp = kBootStack.value();
        registers.rsi = kBootParams.value();
    }
    return registers;
}

void applyBootState(SystemRegisters &registers, BootProtocol protocol)
{
    const Gdt gdt = bootGdt(protocol);
    registers.gdt = {kGdtStart.value(), sizeof gdt - 1};
    registers.idt = {kIdtStart.value(), sizeof(std::uint64_t) - 1};
    registers.cs = segmentOf(gdt, kGdtCode);
    const Segment data = segmentOf(gdt, kGdtData);
    registers.ds = registers.es = registers.fs = registers.gs = registers.ss = data;
    registers.tr = segmentOf(gdt, kGdtTss);
    if (protocol == BootProtocol::Pvh) {
        registers.cr0 = kCr0ProtectedMode | kCr0ExtensionType;
        registers.cr4 = 0;
        return;
    }
    registers.cr0 |= kCr0ProtectedMode | kCr0Paging;
    registers.cr3 = kPml4.value();
    registers.cr4 |= kCr4PhysicalAddressExtension;
    registers.efer |= kEferLongModeEnabled | kEferLongModeActive;
}

void applyBootLints(LapicRegisters &registers)
{
    constexpr std::size_t kLint0 = 0x350;
    constexpr std::size_t kLint1 = 0x360;
    constexpr std::uint32_t kNmi = 4;
    constexpr std::uint32_t kExtInt = 7;
    setDeliveryMode(registers, kLint0, kExtInt);
    setDeliveryMode(registers, kLint1, kNmi);
}

Result<> configureVcpu(Vcpu &vcpu, const VcpuTopology &topology, GuestCpu &cpu, const LoadedKernel &kernel)
{
    TRY(vcpu.setCpuid(normalizeCpuid(cpu.cpuid(), topology, hostCpuid())));
    const std::vector<MsrEntry> msrs = TRY(cpu.msrsFor(vcpu));
    TRY(vcpu.setMsrs(msrs));
    TRY(vcpu.setGeneralRegisters(bootRegisters(kernel)));
    TRY(vcpu.setFpuControl(FpuControl{.fcw = 0x37f, .mxcsr = 0x1f80}));
    SystemRegisters system = TRY(vcpu.systemRegisters());
    applyBootState(system, kernel.protocol);
    TRY(vcpu.setSystemRegisters(system));
    LapicRegisters lapic = TRY(vcpu.lapic());
    applyBootLints(lapic);
    return vcpu.setLapic(lapic);
}

} // namespace sparkler::x86_64
