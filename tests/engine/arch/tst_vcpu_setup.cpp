#include "arch/x86_64/gdt.h"
#include "arch/x86_64/vcpu_setup.h"

#include <QtTest>

#include <algorithm>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

LoadedKernel kernelOf(BootProtocol protocol)
{
    return LoadedKernel{GuestAddress(0x100'0000), protocol, {}, GuestAddress(0x200'0000)};
}

/// As KVM leaves a vCPU after reset, where it matters.
SystemRegisters resetState()
{
    SystemRegisters registers;
    registers.cr0 = 0x6000'0010;
    registers.cr3 = 0x1234'5000;
    registers.cr4 = 0;
    registers.apicBase = 0xfee0'0900;
    return registers;
}

/// Records what configureVcpu() does, in order.
class RecordingVcpu final : public Vcpu {
public:
    QStringList calls;
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;
    std::vector<MsrEntry> host; ///< what it has of its own
    GeneralRegisters general;
    SystemRegisters system = resetState();
    FpuControl fpu;
    LapicRegisters lapicRegisters{};
    bool refuseMsrs = false;

    Result<VcpuExit> run() override { return ExitShutdown{}; }
    void requestImmediateExit() noexcept override {}
    void clearImmediateExit() noexcept override {}
    Result<> setCpuid(std::span<const CpuidEntry> entries) override
    {
        calls += "cpuid";
        cpuid.assign(entries.begin(), entries.end());
        return {};
    }
    Result<std::vector<CpuidEntry>> readCpuid() const override { return cpuid; }
    Result<> setMsrs(std::span<const MsrEntry> entries) override
    {
        calls += "msrs";
        msrs.assign(entries.begin(), entries.end());
        if (refuseMsrs)
            return fail(ErrorKind::Host, "Failed to set MSR 0x10");
        return {};
    }
    Result<std::vector<MsrEntry>> readMsrs(std::span<const std::uint32_t> indices) const override
    {
        std::vector<MsrEntry> found;
        for (const MsrEntry &entry : host) {
            if (std::ranges::find(indices, entry.index) != indices.end())
                found.push_back(entry);
        }
        return found;
    }
    Result<GeneralRegisters> generalRegisters() const override { return general; }
    Result<> setGeneralRegisters(const GeneralRegisters &registers) override
    {
        calls += "regs";
        general = registers;
        return {};
    }
    Result<SystemRegisters> systemRegisters() const override { return system; }
    Result<> setSystemRegisters(const SystemRegisters &registers) override
    {
        calls += "sregs";
        system = registers;
        return {};
    }
    Result<> setFpuControl(const FpuControl &control) override
    {
        calls += "fpu";
        fpu = control;
        return {};
    }
    Result<LapicRegisters> lapic() const override { return lapicRegisters; }
    Result<> setLapic(const LapicRegisters &registers) override
    {
        calls += "lapic";
        lapicRegisters = registers;
        return {};
    }
    Result<> notifyPaused() override { return {}; }
    Result<VcpuState> saveState(std::span<const std::uint32_t>) const override { return VcpuState{}; }
    Result<> restoreState(const VcpuState &) override { return {}; }
};

} // namespace

class TestVcpuSetup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void descriptor_table_matchesBootProtocol_data();
    void descriptor_table_matchesBootProtocol();
    void segments_linux64_areFlat64Bit();
    void segments_pvh_areFlat32Bit();
    void registers_linux64_pointToBootParams();
    void registers_pvh_pointToStartInfo();
    void controlRegisters_linux64_enableLongMode();
    void controlRegisters_pvh_areProtectedModeOnly();
    void msrs_boot_matchReference();
    void lints_boot_keepOtherBits();
    void configure_vcpu_callsInOrder();
    void configure_refusedMsrs_stops();
};

void TestVcpuSetup::descriptor_table_matchesBootProtocol_data()
{
    QTest::addColumn<bool>("pvh");
    QTest::addColumn<quint64>("code");
    QTest::addColumn<quint64>("data");
    QTest::addColumn<quint64>("tss");
    QTest::newRow("Linux") << false << quint64(0x00af9b000000ffff) << quint64(0x00cf93000000ffff)
                           << quint64(0x008f8b000000ffff);
    QTest::newRow("PVH") << true << quint64(0x00cf9b000000ffff) << quint64(0x00cf93000000ffff)
                         << quint64(0x00008b0000000067);
}

void TestVcpuSetup::descriptor_table_matchesBootProtocol()
{
    QFETCH(bool, pvh);
    QFETCH(quint64, code);
    QFETCH(quint64, data);
    QFETCH(quint64, tss);
    const Gdt gdt = bootGdt(pvh ? BootProtocol::Pvh : BootProtocol::Linux64);
    QCOMPARE(gdt[0], std::uint64_t(0));
    QCOMPARE(gdt[1], std::uint64_t(code));
    QCOMPARE(gdt[2], std::uint64_t(data));
    QCOMPARE(gdt[3], std::uint64_t(tss));
}

void TestVcpuSetup::segments_linux64_areFlat64Bit()
{
    SystemRegisters registers = resetState();
    applyBootState(registers, BootProtocol::Linux64);
    QCOMPARE(registers.cs.selector, std::uint16_t(8));
    QCOMPARE(registers.cs.l, std::uint8_t(1));
    QCOMPARE(registers.cs.db, std::uint8_t(0));
    QCOMPARE(registers.cs.type, std::uint8_t(0xb));
    QCOMPARE(registers.cs.limit, 0xffffffffu);
    QCOMPARE(registers.ss.selector, std::uint16_t(0x10));
    QCOMPARE(registers.gs.type, std::uint8_t(3));
    QCOMPARE(registers.tr.selector, std::uint16_t(0x18));
    QCOMPARE(registers.tr.type, std::uint8_t(0xb));
    QCOMPARE(registers.tr.s, std::uint8_t(0));
    QCOMPARE(registers.gdt.base, std::uint64_t(0x500));
    QCOMPARE(registers.gdt.limit, std::uint16_t(0x1f));
    QCOMPARE(registers.idt.base, std::uint64_t(0x520));
    QCOMPARE(registers.idt.limit, std::uint16_t(7));
}

void TestVcpuSetup::segments_pvh_areFlat32Bit()
{
    SystemRegisters registers = resetState();
    applyBootState(registers, BootProtocol::Pvh);
    QCOMPARE(registers.cs.l, std::uint8_t(0));
    QCOMPARE(registers.cs.db, std::uint8_t(1));
    QCOMPARE(registers.cs.limit, 0xffffffffu);
    QCOMPARE(registers.tr.limit, 0x67u);
    QCOMPARE(registers.tr.g, std::uint8_t(0));
}

void TestVcpuSetup::registers_linux64_pointToBootParams()
{
    const GeneralRegisters registers = bootRegisters(kernelOf(BootProtocol::Linux64));
    QCOMPARE(registers.rip, std::uint64_t(0x100'0000));
    QCOMPARE(registers.rflags, std::uint64_t(2));
    QCOMPARE(registers.rsp, std::uint64_t(0x8ff0));
    QCOMPARE(registers.rbp, std::uint64_t(0x8ff0));
    QCOMPARE(registers.rsi, std::uint64_t(0x7000));
    QCOMPARE(registers.rbx, std::uint64_t(0));
}

void TestVcpuSetup::registers_pvh_pointToStartInfo()
{
    const GeneralRegisters registers = bootRegisters(kernelOf(BootProtocol::Pvh));
    QCOMPARE(registers.rip, std::uint64_t(0x100'0000));
    QCOMPARE(registers.rflags, std::uint64_t(2));
    QCOMPARE(registers.rbx, std::uint64_t(0x6000));
    QCOMPARE(registers.rsp, std::uint64_t(0));
    QCOMPARE(registers.rsi, std::uint64_t(0));
}

void TestVcpuSetup::controlRegisters_linux64_enableLongMode()
{
    SystemRegisters registers = resetState();
    applyBootState(registers, BootProtocol::Linux64);
    QCOMPARE(registers.cr0, std::uint64_t(0xe000'0011));
    QCOMPARE(registers.cr3, std::uint64_t(0x9000));
    QCOMPARE(registers.cr4, std::uint64_t(0x20));
    QCOMPARE(registers.efer, std::uint64_t(0x500));
    QCOMPARE(registers.apicBase, std::uint64_t(0xfee0'0900));
}

void TestVcpuSetup::controlRegisters_pvh_areProtectedModeOnly()
{
    SystemRegisters registers = resetState();
    registers.cr4 = 0x20;
    applyBootState(registers, BootProtocol::Pvh);
    QCOMPARE(registers.cr0, std::uint64_t(0x11));
    QCOMPARE(registers.cr3, std::uint64_t(0x1234'5000));
    QCOMPARE(registers.cr4, std::uint64_t(0));
    QCOMPARE(registers.efer, std::uint64_t(0));
}

void TestVcpuSetup::msrs_boot_matchReference()
{
    const auto msrs = bootMsrs();
    QCOMPARE(msrs.size(), std::size_t(11));
    QVERIFY(std::ranges::count(msrs, MsrEntry{0x1a0, 1}) == 1);
    QVERIFY(std::ranges::count(msrs, MsrEntry{0x2ff, 0x806}) == 1);
    QCOMPARE(std::ranges::count(msrs, std::uint64_t(0), &MsrEntry::value), 9);
}

void TestVcpuSetup::lints_boot_keepOtherBits()
{
    LapicRegisters registers{};
    registers[0x352] = std::byte{0x01}; // masked
    registers[0x351] = std::byte{0x02};
    applyBootLints(registers);
    QCOMPARE(registers[0x351], std::byte{0x07});
    QCOMPARE(registers[0x352], std::byte{0x01});
    QCOMPARE(registers[0x361], std::byte{0x04});
}

void TestVcpuSetup::configure_vcpu_callsInOrder()
{
    RecordingVcpu vcpu;
    const CpuidEntry supported{.leaf = 0x4000'0000, .eax = 0x4000'0001};
    GuestCpu cpu({supported});
    const auto done =
        configureVcpu(vcpu, VcpuTopology{.index = 1, .count = 2, .smt = false}, cpu, kernelOf(BootProtocol::Linux64));
    QVERIFY(done);
    QCOMPARE(vcpu.calls, QStringList({"cpuid", "msrs", "regs", "fpu", "sregs", "lapic"}));
    QVERIFY(std::ranges::count(vcpu.cpuid, supported) == 1); // KVM's own leaves pass
    QCOMPARE(vcpu.fpu.fcw, std::uint16_t(0x37f));
    QCOMPARE(vcpu.fpu.mxcsr, 0x1f80u);
    QCOMPARE(vcpu.lapicRegisters[0x351], std::byte{0x07});
}

void TestVcpuSetup::configure_refusedMsrs_stops()
{
    RecordingVcpu vcpu;
    vcpu.refuseMsrs = true;
    GuestCpu cpu({});
    const auto done = configureVcpu(vcpu, VcpuTopology{}, cpu, kernelOf(BootProtocol::Linux64));
    QVERIFY(!done);
    QCOMPARE(done.error().text, std::string("Failed to set MSR 0x10"));
    QCOMPARE(vcpu.calls, QStringList({"cpuid", "msrs"}));
}

QTEST_APPLESS_MAIN(TestVcpuSetup)
#include "tst_vcpu_setup.moc"
