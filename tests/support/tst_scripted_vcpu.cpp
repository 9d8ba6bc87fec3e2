#include "support/eventually.h"
#include "support/scripted_vcpu.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

using namespace sparkler;
using namespace sparkler::test;

class TestScriptedVcpu : public QObject {
    Q_OBJECT
private slots:
    void script_isPlayedInOrder();
    void answers_areRecorded();
    void scriptUsedUp_idlesUntilKicked();
    void immediateExit_comesBeforeTheScript();
    void registers_areKept();
    void state_isKept_withTheMsrsAskedFor();
};

void TestScriptedVcpu::script_isPlayedInOrder()
{
    ScriptedVcpu vcpu;
    vcpu.thenMmioWrite(GuestAddress(0x50), {std::byte{1}, std::byte{2}});
    vcpu.thenPortOut(0x3f8, {std::byte{'x'}});
    vcpu.thenExit(ExitShutdown{});
    vcpu.thenFail(EFAULT);
    const auto first = vcpu.run();
    const auto *write = std::get_if<ExitMmioWrite>(&*first);
    QVERIFY(write && write->address == GuestAddress(0x50) && write->data.size() == 2);
    const auto second = vcpu.run();
    const auto *out = std::get_if<ExitPortOut>(&*second);
    QVERIFY(out && out->port == 0x3f8 && out->data[0] == std::byte{'x'});
    QVERIFY(std::holds_alternative<ExitShutdown>(*vcpu.run()));
    QCOMPARE(vcpu.run().error().hostErrno, EFAULT);
    QCOMPARE(vcpu.played(), std::size_t{4});
}

void TestScriptedVcpu::answers_areRecorded()
{
    ScriptedVcpu vcpu;
    vcpu.thenMmioRead(GuestAddress(0), 4);
    vcpu.thenPortIn(0x60, 1);
    vcpu.thenExit(ExitHalt{});
    std::ranges::fill(std::get<ExitMmioRead>(*vcpu.run()).data, std::byte{7});
    std::ranges::fill(std::get<ExitPortIn>(*vcpu.run()).data, std::byte{8});
    QVERIFY(vcpu.run());
    QCOMPARE(vcpu.answers().size(), std::size_t{2});
    QCOMPARE(vcpu.answers()[0], std::vector(4, std::byte{7}));
    QCOMPARE(vcpu.answers()[1], std::vector(1, std::byte{8}));
}

void TestScriptedVcpu::scriptUsedUp_idlesUntilKicked()
{
    ScriptedVcpu vcpu;
    std::atomic<bool> interrupted{false};
    std::jthread runner([&] { interrupted = std::holds_alternative<ExitInterrupted>(*vcpu.run()); });
    QVERIFY(eventually([&] { return vcpu.idle(); }));
    QVERIFY(!interrupted);
    vcpu.requestImmediateExit();
    QVERIFY(eventually([&] { return interrupted.load(); }));
}

void TestScriptedVcpu::immediateExit_comesBeforeTheScript()
{
    ScriptedVcpu vcpu;
    vcpu.thenExit(ExitHalt{});
    vcpu.requestImmediateExit();
    QVERIFY(std::holds_alternative<ExitInterrupted>(*vcpu.run()));
    vcpu.clearImmediateExit();
    QVERIFY(std::holds_alternative<ExitHalt>(*vcpu.run()));
}

void TestScriptedVcpu::registers_areKept()
{
    ScriptedVcpu vcpu;
    GeneralRegisters registers;
    registers.rip = 0x1000;
    QVERIFY(vcpu.setGeneralRegisters(registers));
    QCOMPARE(vcpu.generalRegisters()->rip, 0x1000u);
    QCOMPARE(vcpu.calls(), (std::vector<std::string>{"setGeneralRegisters", "generalRegisters"}));
}

void TestScriptedVcpu::state_isKept_withTheMsrsAskedFor()
{
    ScriptedVcpu vcpu;
    VcpuState state;
    state.mpState = 3;
    state.msrs = {MsrEntry{0x10, 1}, MsrEntry{0x3b, 2}};
    QVERIFY(vcpu.restoreState(state));
    const auto saved = vcpu.saveState(std::array{0x10u, 0x99u});
    QVERIFY(saved);
    QCOMPARE(saved->mpState, 3u);
    QVERIFY(saved->msrs == (std::vector{MsrEntry{0x10, 1}}));
}

QTEST_APPLESS_MAIN(TestScriptedVcpu)
#include "tst_scripted_vcpu.moc"
