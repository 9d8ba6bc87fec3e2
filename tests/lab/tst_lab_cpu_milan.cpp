// A lab whose processor is of AMD's Milan kind, as far as the emulation goes: the template that was made for it.
#include "cpu_guest.h"

using namespace harness;

class TestLabCpuMilan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void t2a_isFound_andAfterARestore();
    void noTemplate_sharesCachesByTheTopology();
};

void TestLabCpuMilan::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    if (!processorIsAmd() || kvmCpuid()[{0x1, 0}][0] != 0x00a00f11)
        QSKIP("this processor is no Milan"); // the lab was given another one
}

void TestLabCpuMilan::t2a_isFound_andAfterARestore()
{
    CpuGuest guest;
    guest.plan.vcpus = 2;
    guest.plan.machineExtras = json(R"({"smt": true, "cpu_template": "T2A"})");
    VERIFY_GUEST(guest.boot(), guest.process());
    const auto before = guest.look("0x1a0 0x2ff");
    VERIFY_GUEST(!before.isEmpty(), guest.process());
    STEP(compareWithPolicy(before, changed(kvmCpuid(), t2a()), 2, true));
    QCOMPARE(before[1].cpuid.value({0x1, 0})[0], 0x000306f2u);
    QCOMPARE(guest.run("grep -cE '^(cpu family|model|stepping)[[:space:]]+: (6|63|2)$' /proc/cpuinfo"),
             QByteArray("6"));
    QVERIFY(!guest.process().log().contains("The CPU template is not in force everywhere"));

    const Response restored = guest.moveToAnotherEngine();
    QVERIFY2(restored.status == 204, restored.body);
    const auto after = guest.look("0x1a0 0x2ff");
    VERIFY_GUEST(!after.isEmpty(), guest.process());
    QVERIFY(after == before);
}

void TestLabCpuMilan::noTemplate_sharesCachesByTheTopology()
{
    CpuGuest guest;
    guest.plan.vcpus = 4;
    guest.plan.machineExtras = json(R"({"smt": true})");
    VERIFY_GUEST(guest.boot(), guest.process());
    const auto cpus = guest.look();
    VERIFY_GUEST(!cpus.isEmpty(), guest.process());
    STEP(compareWithPolicy(cpus, kvmCpuid(), 4, true));
    // L1 data, L1 instructions, L2 and L3 of the second core's first thread.
    QCOMPARE(guest.run("cat /sys/devices/system/cpu/cpu2/cache/index?/shared_cpu_list").simplified(),
             QByteArray("2-3 2-3 2-3 0-3"));
    QCOMPARE(guest.run("cat /sys/devices/system/cpu/cpu?/topology/thread_siblings_list").simplified(),
             QByteArray("0-1 0-1 2-3 2-3"));
}

QTEST_GUILESS_MAIN(TestLabCpuMilan)
#include "tst_lab_cpu_milan.moc"
