// A stock Linux boots in the engine. Runs in the KVM lab, or on a host whose KVM runs stock kernels.
#include "harness/boot_plan.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace harness;

class TestLabBoot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void stockKernel_bootsToShell_data();
    void stockKernel_bootsToShell();
    void rootfs_keepsFileAcrossBoots();
    void twoDrives_bothUsable();
    void patchedDrive_isSeenByGuest();
    void readOnlyDrive_refusesWrites();
    void rateLimitedDrive_burstThenSlower();
    void ctrlAltDel_endsWithZero();
    void guestPoweroff_endsWithZero();
    void guestReboot_endsWithZero();
    void pause_stopsWork_resumeContinues();
    void kernel612_boots();
    void hugePages_boot_data();
    void hugePages_boot();
    void metricsAndSerialFile_areWritten();
    void sigterm_endsRunningEngine();

private:
    void poweroff(EngineProcess &engine, GuestShell &shell);
    BootPlan plan() const;
    QScopedPointer<QTemporaryDir> m_directory;
};

void TestLabBoot::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel().complete(), "SPARKLER_GUEST_DIR holds no guest for kernel 6.1");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
}

void TestLabBoot::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/lab-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

BootPlan TestLabBoot::plan() const
{
    BootPlan plan;
    plan.rootfs = plan.assets.copyRootfs(m_directory->path());
    return plan;
}

void TestLabBoot::poweroff(EngineProcess &engine, GuestShell &)
{
    VERIFY_GUEST(engine.type("poweroff\n"), engine);
    const auto end = engine.waitForExit(20000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, 0);
    VERIFY_GUEST(engine.log().contains("Firecracker exiting successfully. exit_code=0"), engine);
}

void TestLabBoot::stockKernel_bootsToShell_data()
{
    QTest::addColumn<bool>("bzImage");
    QTest::addColumn<int>("vcpus");
    QTest::addColumn<QString>("ioEngine");
    QTest::addColumn<bool>("configFile");
    for (const bool bzImage : {false, true}) {
        for (const int vcpus : {1, 2}) {
            for (const char *engine : {"Sync", "Async"}) {
                for (const bool configFile : {false, true}) {
                    const QByteArray name = QByteArray(bzImage ? "bzImage " : "vmlinux ") + QByteArray::number(vcpus) +
                                            " vcpu " + engine + (configFile ? " config-file" : " api");
                    QTest::newRow(name.constData()) << bzImage << vcpus << QString::fromLatin1(engine) << configFile;
                }
            }
        }
    }
}

void TestLabBoot::stockKernel_bootsToShell()
{
    QFETCH(const bool, bzImage);
    QFETCH(const int, vcpus);
    QFETCH(const QString, ioEngine);
    QFETCH(const bool, configFile);
    BootPlan boot = plan();
    boot.bzImage = bzImage;
    boot.vcpus = vcpus;
    boot.ioEngine = ioEngine;

    EngineProcess engine(m_directory->path());
    if (configFile)
        VERIFY_GUEST(startFromFile(engine, boot, m_directory->path()), engine);
    else
        VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QCOMPARE(shell.run("nproc").text, QByteArray::number(vcpus));
    VERIFY_GUEST(shell.run("grep -q ' / ext4 rw' /proc/mounts && test -b /dev/vda").status == 0, engine);
    VERIFY_GUEST(
        shell.run("dd if=/dev/zero of=/file bs=64k count=16 && sync && test $(stat -c %s /file) = 1048576").status == 0,
        engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    poweroff(engine, shell);
}

void TestLabBoot::rootfs_keepsFileAcrossBoots()
{
    BootPlan boot = plan();
    boot.cacheType = QStringLiteral("Writeback");
    {
        EngineProcess engine(m_directory->path());
        VERIFY_GUEST(startOverApi(engine, boot), engine);
        GuestShell shell(engine);
        VERIFY_GUEST(shell.login(), engine);
        VERIFY_GUEST(shell.run("echo remembered > /root/note && sync").status == 0, engine);
        poweroff(engine, shell);
    }
    QFile::remove(m_directory->path() + QStringLiteral("/api.sock"));
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QCOMPARE(shell.run("cat /root/note").text, QByteArray("remembered"));
    poweroff(engine, shell);
}

void TestLabBoot::twoDrives_bothUsable()
{
    BootPlan boot = plan();
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("data.img"), 8);
    boot.moreDrives.append(QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("data")},
                                       {QStringLiteral("path_on_host"), disk},
                                       {QStringLiteral("is_root_device"), false},
                                       {QStringLiteral("is_read_only"), false},
                                       {QStringLiteral("io_engine"), QStringLiteral("Async")}});
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QCOMPARE(shell.run("cat /sys/block/vdb/size").text, QByteArray("16384"));
    VERIFY_GUEST(shell.run("echo over-there | dd of=/dev/vdb bs=512 seek=3 conv=sync && sync").status == 0, engine);
    poweroff(engine, shell);
    QFile data(disk);
    QVERIFY(data.open(QIODevice::ReadOnly));
    QVERIFY(data.seek(3 * 512));
    QCOMPARE(data.read(11), QByteArray("over-there\n"));
}

void TestLabBoot::patchedDrive_isSeenByGuest()
{
    BootPlan boot = plan();
    const QString before = makeDisk(m_directory->path(), QStringLiteral("before.img"), 4);
    const QString after = makeDisk(m_directory->path(), QStringLiteral("after.img"), 6);
    QFile content(after);
    QVERIFY(content.open(QIODevice::ReadWrite));
    content.write("NEWDISK");
    content.close();
    boot.moreDrives.append(QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("scratch")},
                                       {QStringLiteral("path_on_host"), before},
                                       {QStringLiteral("is_root_device"), false},
                                       {QStringLiteral("is_read_only"), false}});
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QCOMPARE(shell.run("cat /sys/block/vdb/size").text, QByteArray("8192"));
    ApiClient api(engine.socketPath());
    QCOMPARE(api.patch("/drives/scratch", {{QStringLiteral("drive_id"), QStringLiteral("scratch")},
                                           {QStringLiteral("path_on_host"), after}})
                 .status,
             204);
    VERIFY_GUEST(
        shell.run("for i in $(seq 50); do test $(cat /sys/block/vdb/size) = 12288 && break; usleep 100000; done; "
                  "test $(cat /sys/block/vdb/size) = 12288")
                .status == 0,
        engine);
    QCOMPARE(shell.run("dd if=/dev/vdb bs=7 count=1 2>/dev/null").text, QByteArray("NEWDISK"));
    poweroff(engine, shell);
}

void TestLabBoot::readOnlyDrive_refusesWrites()
{
    BootPlan boot = plan();
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("ro.img"), 4);
    boot.moreDrives.append(QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("ro")},
                                       {QStringLiteral("path_on_host"), disk},
                                       {QStringLiteral("is_root_device"), false},
                                       {QStringLiteral("is_read_only"), true}});
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QCOMPARE(shell.run("cat /sys/block/vdb/ro").text, QByteArray("1"));
    VERIFY_GUEST(shell.run("dd if=/dev/vdb of=/dev/null bs=1M").status == 0, engine);
    VERIFY_GUEST(shell.run("dd if=/dev/zero of=/dev/vdb bs=512 count=1").status != 0, engine);
    poweroff(engine, shell);
}

void TestLabBoot::rateLimitedDrive_burstThenSlower()
{
    BootPlan boot = plan();
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("slow.img"), 14);
    QJsonObject drive = json(R"({"drive_id": "slow", "is_root_device": false, "is_read_only": false,
        "rate_limiter": {"bandwidth": {"size": 1048576, "refill_time": 1000, "one_time_burst": 9437184}}})");
    drive[QStringLiteral("path_on_host")] = disk;
    boot.moreDrives.append(drive);
    const QString metrics = m_directory->path() + QStringLiteral("/metrics.json");
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot, {QStringLiteral("--metrics-path"), metrics}), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    ApiClient api(engine.socketPath());
    const auto throttled = [&] {
        api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("FlushMetrics")}});
        return metricTotal(metrics, "block_slow", "rate_limiter_throttled_events");
    };
    // Eight MiB are within the burst, with what the guest looked for on the disk before: nothing has to wait.
    VERIFY_GUEST(shell.run("dd if=/dev/vdb of=/dev/null bs=64k count=128", 60000).status == 0, engine);
    QCOMPARE(throttled(), 0);
    // Six more at 1 MiB/s. What is left of the burst is less than one and a bucket that was idle gives its 1 MiB and is
    // full again at once, so three seconds are the least, however fast the machine is.
    QElapsedTimer timer;
    timer.start();
    VERIFY_GUEST(shell.run("dd if=/dev/vdb of=/dev/null bs=64k skip=128", 60000).status == 0, engine);
    QVERIFY2(timer.elapsed() >= 2500, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(throttled() > 0);
    poweroff(engine, shell);
}

void TestLabBoot::ctrlAltDel_endsWithZero()
{
    const BootPlan boot = plan();
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("SendCtrlAltDel")}}).status, 204);
    const auto end = engine.waitForExit(30000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestLabBoot::guestPoweroff_endsWithZero()
{
    const BootPlan boot = plan();
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    // Straight to the kernel's power-off, past every wrapper of the guest's user space.
    VERIFY_GUEST(engine.type("sync; echo o > /proc/sysrq-trigger\n"), engine);
    const auto end = engine.waitForExit(20000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestLabBoot::guestReboot_endsWithZero()
{
    const BootPlan boot = plan();
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    VERIFY_GUEST(engine.type("reboot\n"), engine);
    const auto end = engine.waitForExit(20000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestLabBoot::pause_stopsWork_resumeContinues()
{
    BootPlan boot = plan();
    boot.vcpus = 2;
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    VERIFY_GUEST(engine.type("i=0; while true; do i=$((i+1)); echo tick-$i-; usleep 50000; done\n"), engine);
    VERIFY_GUEST(engine.waitForConsole("tick-3-", 10000).has_value(), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Paused"));
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204); // idempotent
    // What was on its way arrives, then nothing more: the next tick never comes while paused.
    while (engine.waitForConsole("tick-", 300, engine.console().size())) {
    }
    const qsizetype quiet = engine.console().size();
    QVERIFY(!engine.waitForConsole("tick-", 1000, quiet));
    QCOMPARE(engine.console().size(), quiet);
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Resumed")}}).status, 204);
    VERIFY_GUEST(engine.waitForConsole("tick-", 10000, quiet).has_value(), engine);
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    VERIFY_GUEST(engine.type("\x03"), engine);
    poweroff(engine, shell);
}

void TestLabBoot::kernel612_boots()
{
    BootPlan boot = plan();
    boot.assets = GuestAssets::forKernel(QStringLiteral("6.12"));
    QVERIFY(boot.assets.complete());
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    VERIFY_GUEST(shell.run("uname -r").text.startsWith("6.12"), engine);
    poweroff(engine, shell);
}

void TestLabBoot::hugePages_boot_data()
{
    QTest::addColumn<QString>("hugePages");
    QTest::newRow("2M") << QStringLiteral("2M");
    QTest::newRow("Transparent") << QStringLiteral("Transparent");
}

void TestLabBoot::hugePages_boot()
{
    QFETCH(const QString, hugePages);
    if (hugePages == QLatin1String("2M")) {
        QFile pool(QStringLiteral("/proc/sys/vm/nr_hugepages"));
        QVERIFY(pool.open(QIODevice::WriteOnly));
        pool.write("140");
    }
    BootPlan boot = plan();
    boot.machineExtras[QStringLiteral("huge_pages")] = hugePages;
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    QFile maps(QStringLiteral("/proc/%1/smaps").arg(engine.pid()));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    const QByteArray content = maps.readAll();
    // The VmFlags line of the mapping: "ht" is hugetlb, "hg" is advised to be huge.
    VERIFY_GUEST(content.contains(hugePages == QLatin1String("2M") ? " ht" : " hg"), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.get("/machine-config").json()[QStringLiteral("huge_pages")].toString(), hugePages);
    poweroff(engine, shell);
}

void TestLabBoot::metricsAndSerialFile_areWritten()
{
    const BootPlan boot = plan();
    const QString metricsPath = m_directory->path() + QStringLiteral("/metrics.json");
    const QString serialPath = m_directory->path() + QStringLiteral("/serial.out");
    QFile serial(serialPath);
    QVERIFY(serial.open(QIODevice::WriteOnly));
    serial.close();
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(engine.start() && engine.waitForSocket(), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/metrics", {{QStringLiteral("metrics_path"), metricsPath}}).status, 204);
    QCOMPARE(api.put("/serial", {{QStringLiteral("serial_out_path"), serialPath}}).status, 204);
    VERIFY_GUEST(configureOverApi(api, boot), engine);
    QCOMPARE(api.put("/actions", startAction()).status, 204);
    QFile output(serialPath);
    QVERIFY(output.open(QIODevice::ReadOnly));
    QByteArray text;
    QTRY_VERIFY_WITH_TIMEOUT((text += output.readAll()).contains("login:"), 20000 * slowFactor());
    QCOMPARE(api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("FlushMetrics")}}).status, 204);
    QFile metrics(metricsPath);
    QVERIFY(metrics.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = metrics.readAll().split('\n');
    QCOMPARE(lines.size(), 3); // one at the start, one on demand, and the end of the last line
    const QJsonObject last = QJsonDocument::fromJson(lines.at(1)).object();
    QVERIFY(last[QStringLiteral("block_rootfs")][QStringLiteral("read_bytes")].toDouble() > 0);
    QVERIFY(last[QStringLiteral("vcpu")][QStringLiteral("exit_io_out")].toDouble() > 0);
    QVERIFY(last[QStringLiteral("uart")][QStringLiteral("write_count")].toDouble() > 0);
    QCOMPARE(api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("SendCtrlAltDel")}}).status, 204);
    const auto end = engine.waitForExit(30000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestLabBoot::sigterm_endsRunningEngine()
{
    const BootPlan boot = plan();
    EngineProcess engine(m_directory->path());
    VERIFY_GUEST(startOverApi(engine, boot), engine);
    GuestShell shell(engine);
    VERIFY_GUEST(shell.login(), engine);
    engine.kill(SIGTERM);
    const auto end = engine.waitForExit(5000);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->signal, SIGTERM);
}

QTEST_GUILESS_MAIN(TestLabBoot)
#include "tst_lab_boot.moc"
