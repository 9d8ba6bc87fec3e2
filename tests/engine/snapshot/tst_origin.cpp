// What a snapshot says of the host that made it.
#include "snapshot/origin.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::snapshot;

class TestOrigin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cpu_signature_data();
    void cpu_signature();
    void cpu_names();
    void cpu_withoutLeaves_isEmpty();
    void here_isThisHostNow();
};

void TestOrigin::cpu_signature_data()
{
    QTest::addColumn<quint32>("eax"); // of leaf 1
    QTest::addColumn<quint32>("family");
    QTest::addColumn<quint32>("model");
    QTest::addColumn<quint32>("stepping");
    QTest::newRow("Ice Lake server") << 0x606a6u << 6u << 106u << 6u;
    QTest::newRow("Skylake server") << 0x50654u << 6u << 85u << 4u;
    QTest::newRow("EPYC Milan") << 0xa00f11u << 25u << 1u << 1u;
    QTest::newRow("EPYC Rome") << 0x830f10u << 23u << 49u << 0u;
    QTest::newRow("the extensions do not count for family 5") << 0x0ff0543u << 5u << 4u << 3u;
}

void TestOrigin::cpu_signature()
{
    QFETCH(quint32, eax);
    QFETCH(quint32, family);
    QFETCH(quint32, model);
    QFETCH(quint32, stepping);
    SnapshotOrigin origin;
    describeCpu(x86_64::HostCpuid({CpuidEntry{.leaf = 1, .eax = eax}}), origin);
    QCOMPARE(origin.cpuFamily, family);
    QCOMPARE(origin.cpuModel, model);
    QCOMPARE(origin.cpuStepping, stepping);
}

void TestOrigin::cpu_names()
{
    SnapshotOrigin origin;
    const CpuidEntry vendor{.leaf = 0, .ebx = 0x756e'6547, .ecx = 0x6c65'746e, .edx = 0x4965'6e69};
    const CpuidEntry first{.leaf = 0x8000'0002, .eax = 0x2055'5043}; // "CPU "
    describeCpu(x86_64::HostCpuid({vendor, first, {.leaf = 0x8000'0003}, {.leaf = 0x8000'0004}}), origin);
    QCOMPARE(origin.cpuVendor, std::string("GenuineIntel"));
    QCOMPARE(origin.cpuBrand, std::string("CPU "));
}

void TestOrigin::cpu_withoutLeaves_isEmpty()
{
    SnapshotOrigin origin;
    describeCpu(x86_64::HostCpuid({}), origin);
    QVERIFY(origin == SnapshotOrigin{});
}

void TestOrigin::here_isThisHostNow()
{
    const SnapshotOrigin origin = originHere("1.2.3", "1.4.0");
    QCOMPARE(origin.productVersion, std::string("1.2.3"));
    QCOMPARE(origin.apiLevel, std::string("1.4.0"));
    QVERIFY(qAbs(origin.createdAt - QDateTime::currentSecsSinceEpoch()) < 60);
    QCOMPARE(origin.cpuVendor.size(), std::size_t{12});
    QVERIFY(origin.cpuFamily != 0);
}

QTEST_GUILESS_MAIN(TestOrigin)
#include "tst_origin.moc"
