// The devices that tell a guest that it was restored, as stock kernels see them.
#include "harness/boot_plan.h"

#include <QTemporaryDir>
#include <QTest>

using namespace harness;

class TestLabIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stockKernel_acceptsTables_data();
    void stockKernel_acceptsTables();
    void vmGenId_driverBinds();
};

void TestLabIdentity::stockKernel_acceptsTables_data()
{
    QTest::addColumn<QString>("kernel");
    QTest::newRow("6.1") << QStringLiteral("6.1");
    QTest::newRow("6.12") << QStringLiteral("6.12");
}

void TestLabIdentity::stockKernel_acceptsTables()
{
    QFETCH(const QString, kernel);
    QTemporaryDir directory(QStringLiteral("/tmp/lab-XXXXXX"));
    BootPlan plan;
    plan.assets = GuestAssets::forKernel(kernel);
    QVERIFY(plan.assets.complete());
    plan.rootfs = plan.assets.copyRootfs(directory.path());
    EngineProcess engine(directory.path());
    VERIFY_GUEST(startOverApi(engine, plan), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);

    // Nothing in the tables that the kernel does not like, and neither page is taken for RAM.
    const auto complaints =
        shell.run("dmesg | grep -E 'ACPI (BIOS )?(Error|Exception|Warning)|(vmgenid|acpi-ged).*(fail|unable|cannot)'");
    QVERIFY2(complaints.status == 1, complaints.text.constData());
    QCOMPARE(shell.run("cat /sys/bus/acpi/devices/VMGENCTR:00/path").text, QByteArray("\\_SB_.VGEN"));
    QCOMPARE(shell.run("cat /sys/bus/acpi/devices/AMZNC10C:00/status").text, QByteArray("15"));
    QCOMPARE(shell.run("grep -c 000df000-000dffff /proc/iomem").text, QByteArray("1"));
    // The event device waits on the line of the second serial port, which is not there.
    const QByteArray interrupts = shell.run("grep ACPI:Ged /proc/interrupts").text;
    QVERIFY2(interrupts.simplified().contains("IO-APIC 3-edge"), interrupts.constData());
    VERIFY_GUEST(engine.type("poweroff\n"), engine);
    const auto end = engine.waitForExit(20000);
    VERIFY_GUEST(end && end->code == 0, engine);
}

void TestLabIdentity::vmGenId_driverBinds()
{
    QTemporaryDir directory(QStringLiteral("/tmp/lab-XXXXXX"));
    BootPlan plan;
    plan.assets = GuestAssets::forKernel(QStringLiteral("6.12")); // the other series is built without it
    plan.rootfs = plan.assets.copyRootfs(directory.path());
    EngineProcess engine(directory.path());
    VERIFY_GUEST(startOverApi(engine, plan), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    const auto driver = shell.run("readlink /sys/bus/platform/devices/VMGENCTR:00/driver");
    QVERIFY2(driver.text.endsWith("/vmgenid"), driver.text.constData());
}

QTEST_GUILESS_MAIN(TestLabIdentity)
#include "tst_lab_identity.moc"
