// What guests find in CPUID and MSRs, and what their kernel makes of it: no template, custom ones, and named ones that
// do not fit. T2A has a lab of its own kind: tst_lab_cpu_milan.
#include "cpu_guest.h"

using namespace harness;

namespace {

constexpr const char *kMsrs = "0x8b 0x10a 0x1a0 0x2ff";
constexpr const char *kNotInForce = "The CPU template is not in force everywhere";

} // namespace

class TestLabCpu : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noTemplate_isThePolicy_data();
    void noTemplate_isThePolicy();
    void customTemplate_isFound_andAfterARestore();
    void namedTemplate_thatDoesNotFit_isRefused_data();
    void namedTemplate_thatDoesNotFit_isRefused();
};

void TestLabCpu::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    if (!processorIsAmd())
        QSKIP("the policy that is written in these tests is for processors of AMD");
}

void TestLabCpu::noTemplate_isThePolicy_data()
{
    QTest::addColumn<int>("vcpus");
    QTest::addColumn<bool>("smt");
    QTest::addColumn<QByteArray>("siblings"); // of each vCPU, as Linux shows them
    QTest::newRow("2 vcpus") << 2 << false << QByteArray("0 1");
    QTest::newRow("2 vcpus, smt") << 2 << true << QByteArray("0-1 0-1");
    QTest::newRow("4 vcpus") << 4 << false << QByteArray("0 1 2 3");
    QTest::newRow("4 vcpus, smt") << 4 << true << QByteArray("0-1 0-1 2-3 2-3");
}

void TestLabCpu::noTemplate_isThePolicy()
{
    QFETCH(const int, vcpus);
    QFETCH(const bool, smt);
    QFETCH(const QByteArray, siblings);
    CpuGuest guest;
    guest.plan.vcpus = vcpus;
    guest.plan.machineExtras[QStringLiteral("smt")] = smt;
    VERIFY_GUEST(guest.boot(), guest.process());
    const auto cpus = guest.look(kMsrs);
    VERIFY_GUEST(!cpus.isEmpty(), guest.process());
    STEP(compareWithPolicy(cpus, kvmCpuid(), vcpus, smt));
    for (const SeenCpu &cpu : cpus) {
        QVERIFY(cpu.msrs[0x10a] == std::nullopt);                  // ARCH_CAPABILITIES: Intel's
        QVERIFY(cpu.msrs[0x1a0] == std::optional<quint64>(1));     // MISC_ENABLE: fast strings
        QVERIFY(cpu.msrs[0x2ff] == std::optional<quint64>(0x806)); // MTRRdefType: on, write-back
    }
    const QByteArray topology = "cat /sys/devices/system/cpu/cpu?/topology/";
    QCOMPARE(guest.run(topology + "thread_siblings_list").simplified(), siblings);
    const QByteArray all = vcpus == 2 ? "0-1 " : "0-3 ";
    QCOMPARE(guest.run(topology + "core_siblings_list").simplified(), all.repeated(vcpus).simplified());
    QCOMPARE(guest.run("grep -c '^model name.*: AMD EPYC$' /proc/cpuinfo"), QByteArray::number(vcpus));
}

void TestLabCpu::customTemplate_isFound_andAfterARestore()
{
    CpuGuest guest;
    guest.plan.vcpus = 2;
    // Takes away MOVBE, RDSEED and ABM, and gives FSRM; the hypervisor bit and MISC_ENABLE are not a template's to
    // change.
    guest.plan.cpuConfig = json(R"({
        "cpuid_modifiers": [
            {"leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
                {"register": "ecx", "bitmap": "0b0xxxxxxxx0xxxxxxxxxxxxxxxxxxxxxx"}]},
            {"leaf": "0x7", "subleaf": "0x0", "flags": 1, "modifiers": [
                {"register": "ebx", "bitmap": "0bxxxxxxxxxxxxx0xxxxxxxxxxxxxxxxxx"},
                {"register": "edx", "bitmap": "0bxxxxxxxxxxxxxxxxxxxxxxxxxxx1xxxx"}]},
            {"leaf": "0x80000001", "subleaf": "0x0", "flags": 0, "modifiers": [
                {"register": "ecx", "bitmap": "0bxxxxxxxxxxxxxxxxxxxxxxxxxx0xxxxx"}]}],
        "msr_modifiers": [
            {"addr": "0x8b", "bitmap": "0b00001010_00100000_00010000_00010110"},
            {"addr": "0x1a0", "bitmap": "0b1xxxxx"}]})");
    VERIFY_GUEST(guest.boot(), guest.process());

    CpuidMap base = kvmCpuid();
    base[{0x1, 0}][2] &= ~(1u << 22);
    base[{0x7, 0}][1] &= ~(1u << 18);
    base[{0x7, 0}][3] |= 1u << 4;
    base[{0x80000001, 0}][2] &= ~(1u << 5);
    const auto before = guest.look(kMsrs);
    VERIFY_GUEST(!before.isEmpty(), guest.process());
    STEP(compareWithPolicy(before, base, 2, false));
    for (const SeenCpu &cpu : before) {
        // The patch level: the bits above those of the template are what KVM has there on its own, none.
        QVERIFY(cpu.msrs[0x8b] == std::optional<quint64>(0x0a201016));
        QVERIFY(cpu.msrs[0x10a] == std::nullopt);
        QVERIFY(cpu.msrs[0x1a0] == std::optional<quint64>(1));
        QVERIFY(cpu.msrs[0x2ff] == std::optional<quint64>(0x806));
    }
    QCOMPARE(guest.run("grep -c '^microcode.*: 0xa201016$' /proc/cpuinfo"), QByteArray("2"));
    QCOMPARE(guest.run("grep -cwE 'movbe|rdseed|abm' /proc/cpuinfo"), QByteArray("0"));
    QCOMPARE(guest.run("grep -cw fsrm /proc/cpuinfo"), QByteArray("2"));
    // The log names what is not, and only that.
    const QByteArray log = guest.process().log();
    QCOMPARE(log.count(kNotInForce), 2);
    QVERIFY2(log.contains("leaf=0x1, subleaf=0x0, flags=0b0, register=ecx") && log.contains("index=0x1a0"), log);

    const Response restored = guest.moveToAnotherEngine();
    QVERIFY2(restored.status == 204, restored.body);
    const auto after = guest.look(kMsrs);
    VERIFY_GUEST(!after.isEmpty(), guest.process());
    for (int cpu = 0; cpu < 2; ++cpu)
        QCOMPARE(difference(after[cpu].cpuid, before[cpu].cpuid), QByteArray());
    QVERIFY(after == before);
}

void TestLabCpu::namedTemplate_thatDoesNotFit_isRefused_data()
{
    QTest::addColumn<QString>("cpuTemplate");
    QTest::addColumn<QString>("why");
    for (const char *intel : {"T2", "T2S", "T2CL", "C3"})
        QTest::newRow(intel) << QString::fromLatin1(intel)
                             << QStringLiteral("CPU vendor mismatched between actual CPU and CPU template.");
    QTest::newRow("T2A") << QStringLiteral("T2A")
                         << QStringLiteral("The current CPU model is not permitted to apply the CPU template.");
}

void TestLabCpu::namedTemplate_thatDoesNotFit_isRefused()
{
    QFETCH(const QString, cpuTemplate);
    QFETCH(const QString, why);
    if (cpuTemplate == QLatin1String("T2A") && kvmCpuid()[{0x1, 0}][0] == 0x00a00f11)
        QSKIP("this processor is a Milan, which the template fits");
    CpuGuest guest;
    guest.plan.machineExtras[QStringLiteral("cpu_template")] = cpuTemplate;
    const Response response = guest.start();
    QCOMPARE(response.status, 400);
    QCOMPARE(response.fault(), QStringLiteral("Start microvm error: Failed to get CPU template: ") + why);
}

QTEST_GUILESS_MAIN(TestLabCpu)
#include "tst_lab_cpu.moc"
