// Saved state as text: what cannot be taken apart is told as such. (What can be is seen in tst_tools.)
#include "hypervisor/state_text.h"

#include <QTest>

using namespace sparkler;

class TestStateText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vcpu_withoutContents_saysSo();
    void vm_withoutContents_saysSo();
    void xsave_shorterThanItsHeader_onlyItsSize();
    void controlRegisters_countBeyondTheArray_isBounded();
};

void TestStateText::vcpu_withoutContents_saysSo()
{
    QCOMPARE(describeVcpu({}), std::string("mp_state: 0 (runnable)\n"
                                           "tsc_khz: 0\n"
                                           "regs: 0 bytes, not the 144 of its struct\n"
                                           "sregs: 0 bytes, not the 312 of its struct\n"
                                           "debug_regs: 0 bytes, not the 128 of its struct\n"
                                           "lapic: 0 bytes, not the 1024 of its struct\n"
                                           "vcpu_events: 0 bytes, not the 64 of its struct\n"
                                           "xcrs: 0 bytes, not the 392 of its struct\n"
                                           "xsave: 0 bytes\n"
                                           "msrs:\n"
                                           "cpuid:\n"));
}

void TestStateText::vm_withoutContents_saysSo()
{
    QCOMPARE(describeVm({}), std::string("clock:\n"
                                         "  nanoseconds 0  flags 0x0  realtime 0  host_tsc 0\n"
                                         "pit: 0 bytes, not the 112 of its struct\n"
                                         "pic_master: 0 bytes, not the 520 of its struct\n"
                                         "pic_slave: 0 bytes, not the 520 of its struct\n"
                                         "ioapic: 0 bytes, not the 520 of its struct\n"));
}

void TestStateText::xsave_shorterThanItsHeader_onlyItsSize()
{
    VcpuState state;
    state.xsave.resize(575);
    QVERIFY(describeVcpu(state).find("xsave: 575 bytes\nmsrs:") != std::string::npos);
    state.xsave.resize(576);
    QVERIFY(describeVcpu(state).find("xsave: 576 bytes\n  fcw 0x0") != std::string::npos);
}

void TestStateText::controlRegisters_countBeyondTheArray_isBounded()
{
    VcpuState state;
    state.extendedControl.assign(392, std::byte{0xff}); // a count of 4294967295
    const std::string text = describeVcpu(state);
    std::size_t found = 0;
    for (std::size_t at = text.find("xcr4294967295"); at != std::string::npos; at = text.find("xcr4294967295", at + 1))
        ++found;
    QCOMPARE(found, std::size_t{16});
}

QTEST_GUILESS_MAIN(TestStateText)
#include "tst_state_text.moc"
