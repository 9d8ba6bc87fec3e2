#include "hypervisor/kvm/kvm_vcpu.h"

#include "base/format.h"
#include "hypervisor/kvm/exit_decoder.h"
#include "hypervisor/kvm/kvm_ioctl.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include <sys/mman.h>

namespace sparkler::kvm {
namespace {

kvm_segment toKvm(const Segment &segment)
{
    kvm_segment result{};
    result.base = segment.base;
    result.limit = segment.limit;
    result.selector = segment.selector;
    result.type = segment.type;
    result.present = segment.present;
    result.dpl = segment.dpl;
    result.db = segment.db;
    result.s = segment.s;
    result.l = segment.l;
    result.g = segment.g;
    result.avl = segment.avl;
    result.unusable = segment.unusable;
    return result;
}

Segment fromKvm(const kvm_segment &segment)
{
    return Segment{.base = segment.base,
                   .limit = segment.limit,
                   .selector = segment.selector,
                   .type = segment.type,
                   .present = segment.present,
                   .dpl = segment.dpl,
                   .db = segment.db,
                   .s = segment.s,
                   .l = segment.l,
                   .g = segment.g,
                   .avl = segment.avl,
                   .unusable = segment.unusable};
}

kvm_dtable toKvm(const DescriptorTableRegister &table)
{
    kvm_dtable result{};
    result.base = table.base;
    result.limit = table.limit;
    return result;
}

} // namespace

Result<std::unique_ptr<KvmVcpu>> KvmVcpu::create(Fd vcpu, const VcpuTraits &traits)
{
    void *area = ::mmap(nullptr, traits.runAreaBytes, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu.get(), 0);
    if (area == MAP_FAILED)
        return hostError(errno, "Cannot map the vCPU run area: ");
    const std::span runArea(static_cast<std::byte *>(area), traits.runAreaBytes);
    return std::unique_ptr<KvmVcpu>(new KvmVcpu(std::move(vcpu), traits, runArea));
}

KvmVcpu::~KvmVcpu()
{
    ::munmap(m_runArea.data(), m_runArea.size());
}

Result<VcpuExit> KvmVcpu::run()
{
    if (::ioctl(m_vcpu.get(), KVM_RUN, 0UL) < 0) {
        if (errno == EINTR)
            return ExitInterrupted{};
        if (errno == EAGAIN)
            return ExitAgain{};
        return hostError(errno);
    }
    VcpuExit exit = decodeExit(m_runArea);
    if (auto *error = std::get_if<ExitInternalError>(&exit)) {
        if (const auto registers = generalRegisters())
            error->rip = registers->rip;
    }
    return exit;
}

void KvmVcpu::setImmediateExit(std::uint8_t value) noexcept
{
    // SAFETY: the mapping holds a kvm_run. The kernel reads the byte whenever it likes, so the store must be a single
    // one.
    auto &flag = reinterpret_cast<kvm_run *>(m_runArea.data())->immediate_exit;
    std::atomic_ref(flag).store(value, std::memory_order_relaxed);
}

Result<> KvmVcpu::setCpuid(std::span<const CpuidEntry> entries)
{
    if (entries.size() > kMaxCpuidEntries) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("{} CPUID entries are more than the {} KVM takes", entries.size(), kMaxCpuidEntries));
    }
    CpuidList list(entries.size());
    list.header().count = static_cast<std::uint32_t>(entries.size());
    kvm_cpuid_entry2 *out = list.entries();
    for (const CpuidEntry &entry : entries) {
        out->function = entry.leaf;
        out->index = entry.subleaf;
        out->flags = entry.flags;
        out->eax = entry.eax;
        out->ebx = entry.ebx;
        out->ecx = entry.ecx;
        out->edx = entry.edx;
        ++out;
    }
    TRY(call(m_vcpu.get(), kSetCpuid2, list.header(), "Failed to set CPUID entries: "));
    return {};
}

Result<> KvmVcpu::setMsrs(std::span<const MsrEntry> entries)
{
    while (!entries.empty()) {
        const auto chunk = entries.first(std::min(kMsrsAtOnce, entries.size()));
        MsrList list(chunk.size());
        list.header().count = static_cast<std::uint32_t>(chunk.size());
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            list.entries()[i].index = chunk[i].index;
            list.entries()[i].data = chunk[i].value;
        }
        const int done = TRY(call(m_vcpu.get(), kSetMsrs, list.header(), "Failed to set MSRs: "));
        const auto accepted = static_cast<std::size_t>(done);
        if (accepted < chunk.size())
            return fail(ErrorKind::Host, fmt::format("Failed to set MSR {:#x}", chunk[accepted].index));
        entries = entries.subspan(chunk.size());
    }
    return {};
}

Result<GeneralRegisters> KvmVcpu::generalRegisters() const
{
    kvm_regs r{};
    TRY(call(m_vcpu.get(), KVM_GET_REGS, r, "Failed to get the general registers: "));
    return GeneralRegisters{.rax = r.rax,
                            .rbx = r.rbx,
                            .rcx = r.rcx,
                            .rdx = r.rdx,
                            .rsi = r.rsi,
                            .rdi = r.rdi,
                            .rsp = r.rsp,
                            .rbp = r.rbp,
                            .r8 = r.r8,
                            .r9 = r.r9,
                            .r10 = r.r10,
                            .r11 = r.r11,
                            .r12 = r.r12,
                            .r13 = r.r13,
                            .r14 = r.r14,
                            .r15 = r.r15,
                            .rip = r.rip,
                            .rflags = r.rflags};
}

Result<> KvmVcpu::setGeneralRegisters(const GeneralRegisters &registers)
{
    kvm_regs r{};
    r.rax = registers.rax;
    r.rbx = registers.rbx;
    r.rcx = registers.rcx;
    r.rdx = registers.rdx;
    r.rsi = registers.rsi;
    r.rdi = registers.rdi;
    r.rsp = registers.rsp;
    r.rbp = registers.rbp;
    r.r8 = registers.r8;
    r.r9 = registers.r9;
    r.r10 = registers.r10;
    r.r11 = registers.r11;
    r.r12 = registers.r12;
    r.r13 = registers.r13;
    r.r14 = registers.r14;
    r.r15 = registers.r15;
    r.rip = registers.rip;
    r.rflags = registers.rflags;
    TRY(call(m_vcpu.get(), KVM_SET_REGS, r, "Failed to set the general registers: "));
    return {};
}

Result<SystemRegisters> KvmVcpu::systemRegisters() const
{
    kvm_sregs s{};
    TRY(call(m_vcpu.get(), KVM_GET_SREGS, s, "Failed to get the special registers: "));
    SystemRegisters r;
    r.cs = fromKvm(s.cs);
    r.ds = fromKvm(s.ds);
    r.es = fromKvm(s.es);
    r.fs = fromKvm(s.fs);
    r.gs = fromKvm(s.gs);
    r.ss = fromKvm(s.ss);
    r.tr = fromKvm(s.tr);
    r.ldt = fromKvm(s.ldt);
    r.gdt = DescriptorTableRegister{s.gdt.base, s.gdt.limit};
    r.idt = DescriptorTableRegister{s.idt.base, s.idt.limit};
    r.cr0 = s.cr0;
    r.cr2 = s.cr2;
    r.cr3 = s.cr3;
    r.cr4 = s.cr4;
    r.cr8 = s.cr8;
    r.efer = s.efer;
    r.apicBase = s.apic_base;
    return r;
}

Result<> KvmVcpu::setSystemRegisters(const SystemRegisters &registers)
{
    kvm_sregs s{}; // an empty interrupt bitmap: what is pending stays pending
    s.cs = toKvm(registers.cs);
    s.ds = toKvm(registers.ds);
    s.es = toKvm(registers.es);
    s.fs = toKvm(registers.fs);
    s.gs = toKvm(registers.gs);
    s.ss = toKvm(registers.ss);
    s.tr = toKvm(registers.tr);
    s.ldt = toKvm(registers.ldt);
    s.gdt = toKvm(registers.gdt);
    s.idt = toKvm(registers.idt);
    s.cr0 = registers.cr0;
    s.cr2 = registers.cr2;
    s.cr3 = registers.cr3;
    s.cr4 = registers.cr4;
    s.cr8 = registers.cr8;
    s.efer = registers.efer;
    s.apic_base = registers.apicBase;
    TRY(call(m_vcpu.get(), KVM_SET_SREGS, s, "Failed to set the special registers: "));
    return {};
}

Result<> KvmVcpu::setFpuControl(const FpuControl &fpu)
{
    kvm_fpu state{};
    state.fcw = fpu.fcw;
    state.mxcsr = fpu.mxcsr;
    TRY(call(m_vcpu.get(), KVM_SET_FPU, state, "Failed to set the FPU: "));
    return {};
}

Result<LapicRegisters> KvmVcpu::lapic() const
{
    kvm_lapic_state state{};
    TRY(call(m_vcpu.get(), KVM_GET_LAPIC, state, "Failed to get the local APIC: "));
    LapicRegisters registers;
    static_assert(sizeof state.regs == sizeof registers);
    std::memcpy(registers.data(), state.regs, sizeof state.regs);
    return registers;
}

Result<> KvmVcpu::setLapic(const LapicRegisters &registers)
{
    kvm_lapic_state state{};
    std::memcpy(state.regs, registers.data(), sizeof state.regs);
    TRY(call(m_vcpu.get(), KVM_SET_LAPIC, state, "Failed to set the local APIC: "));
    return {};
}

Result<> KvmVcpu::notifyPaused()
{
    TRY(callWithNumber(m_vcpu.get(), KVM_KVMCLOCK_CTRL, 0, "Failed to tell the guest's clock of the pause: "));
    return {};
}

} // namespace sparkler::kvm
