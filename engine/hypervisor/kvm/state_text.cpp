#include "hypervisor/state_text.h"

#include "base/format.h"

#include <array>
#include <cstring>
#include <iterator>
#include <linux/kvm.h>
#include <string_view>

namespace sparkler {
namespace {

/// Lines of text, indented by how deep they stand.
class Lines {
public:
    template <typename... Args>
    void add(fmt::format_string<Args...> format, Args &&...args)
    {
        m_text.append(2 * m_depth, ' ');
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
        m_text += '\n';
    }
    /// A heading, and what `body` adds below it.
    template <typename Body>
    void section(std::string_view title, Body body)
    {
        add("{}:", title);
        ++m_depth;
        body();
        --m_depth;
    }
    /// A struct of the KVM ABI from its bytes: what `body` adds of it.
    template <typename Struct, typename Body>
    void structure(std::string_view title, const KvmBlob &bytes, Body body)
    {
        if (bytes.size() != sizeof(Struct)) {
            add("{}: {} bytes, not the {} of its struct", title, bytes.size(), sizeof(Struct));
            return;
        }
        Struct value;
        std::memcpy(&value, bytes.data(), sizeof value);
        section(title, [&] { body(value); });
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::size_t m_depth = 0;
};

std::string_view mpStateName(std::uint32_t state)
{
    switch (state) {
    case KVM_MP_STATE_RUNNABLE:
        return "runnable";
    case KVM_MP_STATE_UNINITIALIZED:
        return "uninitialized";
    case KVM_MP_STATE_INIT_RECEIVED:
        return "init received";
    case KVM_MP_STATE_HALTED:
        return "halted";
    case KVM_MP_STATE_SIPI_RECEIVED:
        return "sipi received";
    default:
        return "unknown";
    }
}

void addRegisters(Lines &lines, const kvm_regs &regs)
{
    lines.add("rax {:#018x}  rbx {:#018x}  rcx {:#018x}  rdx {:#018x}", regs.rax, regs.rbx, regs.rcx, regs.rdx);
    lines.add("rsi {:#018x}  rdi {:#018x}  rsp {:#018x}  rbp {:#018x}", regs.rsi, regs.rdi, regs.rsp, regs.rbp);
    lines.add("r8  {:#018x}  r9  {:#018x}  r10 {:#018x}  r11 {:#018x}", regs.r8, regs.r9, regs.r10, regs.r11);
    lines.add("r12 {:#018x}  r13 {:#018x}  r14 {:#018x}  r15 {:#018x}", regs.r12, regs.r13, regs.r14, regs.r15);
    lines.add("rip {:#018x}  rflags {:#x}", regs.rip, regs.rflags);
}

void addSegment(Lines &lines, std::string_view name, const kvm_segment &segment)
{
    lines.add("{:3} base {:#x} limit {:#x} selector {:#x} type {} present {} dpl {} db {} s {} l {} g {} avl {} "
              "unusable {}",
              name, segment.base, segment.limit, segment.selector, segment.type, segment.present, segment.dpl,
              segment.db, segment.s, segment.l, segment.g, segment.avl, segment.unusable);
}

void addSpecialRegisters(Lines &lines, const kvm_sregs &sregs)
{
    addSegment(lines, "cs", sregs.cs);
    addSegment(lines, "ds", sregs.ds);
    addSegment(lines, "es", sregs.es);
    addSegment(lines, "fs", sregs.fs);
    addSegment(lines, "gs", sregs.gs);
    addSegment(lines, "ss", sregs.ss);
    addSegment(lines, "tr", sregs.tr);
    addSegment(lines, "ldt", sregs.ldt);
    lines.add("gdt base {:#x} limit {:#x}", sregs.gdt.base, sregs.gdt.limit);
    lines.add("idt base {:#x} limit {:#x}", sregs.idt.base, sregs.idt.limit);
    lines.add("cr0 {:#x}  cr2 {:#x}  cr3 {:#x}  cr4 {:#x}  cr8 {:#x}", sregs.cr0, sregs.cr2, sregs.cr3, sregs.cr4,
              sregs.cr8);
    lines.add("efer {:#x}  apic_base {:#x}", sregs.efer, sregs.apic_base);
    std::size_t word = 0;
    for (const std::uint64_t bits : sregs.interrupt_bitmap)
        lines.add("interrupt_bitmap[{}] {:#x}", word++, bits);
}

void addDebugRegisters(Lines &lines, const kvm_debugregs &debug)
{
    lines.add("dr0 {:#x}  dr1 {:#x}  dr2 {:#x}  dr3 {:#x}  dr6 {:#x}  dr7 {:#x}  flags {:#x}", debug.db[0], debug.db[1],
              debug.db[2], debug.db[3], debug.dr6, debug.dr7, debug.flags);
}

/// The registers of an APIC page that are not zero. Intel SDM 3A, table 11-1.
void addLocalApic(Lines &lines, const kvm_lapic_state &apic)
{
    struct Register {
        std::size_t offset;
        std::string_view name;
    };
    constexpr std::array kNamed{
        Register{0x020, "id"},
        Register{0x030, "version"},
        Register{0x080, "tpr"},
        Register{0x090, "apr"},
        Register{0x0a0, "ppr"},
        Register{0x0d0, "ldr"},
        Register{0x0e0, "dfr"},
        Register{0x0f0, "svr"},
        Register{0x280, "esr"},
        Register{0x2f0, "cmci"},
        Register{0x300, "icr"},
        Register{0x310, "icr2"},
        Register{0x320, "lvt timer"},
        Register{0x330, "lvt thermal"},
        Register{0x340, "lvt performance"},
        Register{0x350, "lvt lint0"},
        Register{0x360, "lvt lint1"},
        Register{0x370, "lvt error"},
        Register{0x380, "initial count"},
        Register{0x390, "current count"},
        Register{0x3e0, "divide"},
    };
    const auto at = [&apic](std::size_t offset) {
        std::uint32_t value = 0;
        std::memcpy(&value, apic.regs + offset, sizeof value);
        return value;
    };
    for (const Register &known : kNamed) {
        if (const std::uint32_t value = at(known.offset); value != 0)
            lines.add("{} {:#x}", known.name, value);
    }
    constexpr std::array kVectorSets{Register{0x100, "isr"}, Register{0x180, "tmr"}, Register{0x200, "irr"}};
    for (const Register &set : kVectorSets) {
        for (std::size_t word = 0; word < 8; ++word) {
            if (const std::uint32_t value = at(set.offset + 0x10 * word); value != 0)
                lines.add("{}[{}] {:#x}", set.name, word, value);
        }
    }
}

void addEvents(Lines &lines, const kvm_vcpu_events &events)
{
    lines.add("exception injected {} nr {} pending {} has_error_code {} error_code {:#x}", events.exception.injected,
              events.exception.nr, events.exception.pending, events.exception.has_error_code,
              events.exception.error_code);
    lines.add("interrupt injected {} nr {} soft {} shadow {}", events.interrupt.injected, events.interrupt.nr,
              events.interrupt.soft, events.interrupt.shadow);
    lines.add("nmi injected {} pending {} masked {}", events.nmi.injected, events.nmi.pending, events.nmi.masked);
    lines.add("sipi_vector {:#x}  flags {:#x}", events.sipi_vector, events.flags);
    lines.add("smi smm {} pending {} smm_inside_nmi {} latched_init {}", events.smi.smm, events.smi.pending,
              events.smi.smm_inside_nmi, events.smi.latched_init);
}

void addExtendedControl(Lines &lines, const kvm_xcrs &xcrs)
{
    for (std::uint32_t index = 0; index < xcrs.nr_xcrs && index < std::size(xcrs.xcrs); ++index)
        lines.add("xcr{} {:#x}", xcrs.xcrs[index].xcr, xcrs.xcrs[index].value);
}

/// The legacy area's control words, and which components there are. Intel SDM 1, 13.4.
void addXsave(Lines &lines, const KvmBlob &xsave)
{
    constexpr std::size_t kHeader = 512;
    constexpr std::size_t kLegacyAndHeader = 576;
    lines.add("xsave: {} bytes", xsave.size());
    if (xsave.size() < kLegacyAndHeader)
        return;
    const auto at = [&xsave]<typename T>(std::size_t offset, T) {
        T value{};
        std::memcpy(&value, xsave.data() + offset, sizeof value);
        return value;
    };
    lines.add("  fcw {:#x}  fsw {:#x}  mxcsr {:#x}", at(0, std::uint16_t{}), at(2, std::uint16_t{}),
              at(24, std::uint32_t{}));
    lines.add("  xstate_bv {:#x}  xcomp_bv {:#x}", at(kHeader, std::uint64_t{}), at(kHeader + 8, std::uint64_t{}));
}

void addPic(Lines &lines, std::string_view title, const KvmBlob &bytes)
{
    lines.structure<kvm_irqchip>(title, bytes, [&](const kvm_irqchip &chip) {
        const kvm_pic_state &pic = chip.chip.pic;
        lines.add("irr {:#x}  imr {:#x}  isr {:#x}  last_irr {:#x}  irq_base {:#x}  elcr {:#x}", pic.irr, pic.imr,
                  pic.isr, pic.last_irr, pic.irq_base, pic.elcr);
        lines.add("priority_add {}  init_state {}  auto_eoi {}  special_mask {}", pic.priority_add, pic.init_state,
                  pic.auto_eoi, pic.special_mask);
    });
}

void addIoApic(Lines &lines, const KvmBlob &bytes)
{
    lines.structure<kvm_irqchip>("ioapic", bytes, [&](const kvm_irqchip &chip) {
        const kvm_ioapic_state &ioapic = chip.chip.ioapic;
        lines.add("base_address {:#x}  id {:#x}  ioregsel {:#x}  irr {:#x}", ioapic.base_address, ioapic.id,
                  ioapic.ioregsel, ioapic.irr);
        std::size_t pin = 0;
        for (const auto &entry : ioapic.redirtbl) {
            const auto &fields = entry.fields;
            lines.add("pin {:2} vector {:#04x} dest_id {} dest_mode {} delivery_mode {} trig_mode {} polarity {} "
                      "remote_irr {} mask {}",
                      pin++, fields.vector, fields.dest_id, unsigned{fields.dest_mode}, unsigned{fields.delivery_mode},
                      unsigned{fields.trig_mode}, unsigned{fields.polarity}, unsigned{fields.remote_irr},
                      unsigned{fields.mask});
        }
    });
}

} // namespace

std::string describeVcpu(const VcpuState &vcpu)
{
    Lines lines;
    lines.add("mp_state: {} ({})", vcpu.mpState, mpStateName(vcpu.mpState));
    lines.add("tsc_khz: {}", vcpu.tscKhz);
    lines.structure<kvm_regs>("regs", vcpu.registers, [&](const kvm_regs &regs) { addRegisters(lines, regs); });
    lines.structure<kvm_sregs>("sregs", vcpu.specialRegisters,
                               [&](const kvm_sregs &sregs) { addSpecialRegisters(lines, sregs); });
    lines.structure<kvm_debugregs>("debug_regs", vcpu.debugRegisters,
                                   [&](const kvm_debugregs &debug) { addDebugRegisters(lines, debug); });
    lines.structure<kvm_lapic_state>("lapic", vcpu.localApic,
                                     [&](const kvm_lapic_state &apic) { addLocalApic(lines, apic); });
    lines.structure<kvm_vcpu_events>("vcpu_events", vcpu.events,
                                     [&](const kvm_vcpu_events &events) { addEvents(lines, events); });
    lines.structure<kvm_xcrs>("xcrs", vcpu.extendedControl,
                              [&](const kvm_xcrs &xcrs) { addExtendedControl(lines, xcrs); });
    addXsave(lines, vcpu.xsave);
    lines.section("msrs", [&] {
        for (const MsrEntry &msr : vcpu.msrs)
            lines.add("{:#010x} {:#x}", msr.index, msr.value);
    });
    lines.section("cpuid", [&] {
        for (const CpuidEntry &entry : vcpu.cpuid)
            lines.add("{:#010x}.{:#x} eax {:#010x} ebx {:#010x} ecx {:#010x} edx {:#010x} flags {:#x}", entry.leaf,
                      entry.subleaf, entry.eax, entry.ebx, entry.ecx, entry.edx, entry.flags);
    });
    return lines.take();
}

std::string describeVm(const VmState &vm)
{
    Lines lines;
    lines.section("clock", [&] {
        lines.add("nanoseconds {}  flags {:#x}  realtime {}  host_tsc {}", vm.clock.nanoseconds, vm.clock.flags,
                  vm.clock.realtime, vm.clock.hostTsc);
    });
    lines.structure<kvm_pit_state2>("pit", vm.pit, [&](const kvm_pit_state2 &pit) {
        std::size_t number = 0;
        for (const kvm_pit_channel_state &channel : pit.channels)
            lines.add("channel {} count {} mode {} rw_mode {} gate {} count_load_time {}", number++, channel.count,
                      channel.mode, channel.rw_mode, channel.gate, channel.count_load_time);
        lines.add("flags {:#x}", pit.flags);
    });
    addPic(lines, "pic_master", vm.picPrimary);
    addPic(lines, "pic_slave", vm.picSecondary);
    addIoApic(lines, vm.ioApic);
    return lines.take();
}

} // namespace sparkler
