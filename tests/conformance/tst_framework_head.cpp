// What today's drivers rely on beyond the older excerpts (reference, 6.5; a function for each row).
#include "framework_microvm.h"
#include "harness/guest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace harness;
using Launch = FrameworkMicrovm::Launch;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "d0700 uid:gid": type, mode and owner; with the device numbers of a node.
QByteArray entry(const QString &path)
{
    struct stat status {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return "missing";
    const char type = S_ISDIR(status.st_mode)    ? 'd'
                      : S_ISCHR(status.st_mode)  ? 'c'
                      : S_ISSOCK(status.st_mode) ? 's'
                                                 : '-';
    QByteArray told = type + QByteArray::number(status.st_mode & 07777u, 8).rightJustified(4, '0') + ' ' +
                      QByteArray::number(status.st_uid) + ':' + QByteArray::number(status.st_gid);
    if (S_ISCHR(status.st_mode))
        told += ' ' + QByteArray::number(major(status.st_rdev)) + ':' + QByteArray::number(minor(status.st_rdev));
    return told;
}

/// An empty file of the microVM in its jail: its path inside, and on the host.
QString emptyFile(FrameworkMicrovm &vm, const char *name)
{
    QFile file(vm.path(name));
    return file.open(QIODevice::WriteOnly) ? vm.jail.jailedPath(file.fileName(), true) : QString();
}

/// Processes whose command line has both words; zombies have none.
int processesWith(const QByteArray &one, const QByteArray &other)
{
    int count = 0;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const QByteArray line = contentOf(QStringLiteral("/proc/") + name + QStringLiteral("/cmdline"));
        count += line.contains(one) && line.contains(other) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestFrameworkHead : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rowH1_log_isAPlainFile();
    void rowH2_apiServerStarted_inASecond();
    void rowH3_daemonize_endsByItself_orTellsWhy();
    void rowH4_pidFile_afterFiveTries();
    void rowH5_newPidNamespace_leavesItsScreen();
    void rowH6_metrics_isAPlainFile();
    void rowH7_serial_goesToAFile();
    void rowH8_afterTheKill_nothingRemains();
    void rowH9_teardown_logIsClean();
    void rowH10_limits_areExact_data();
    void rowH10_limits_areExact();
    void rowH11_entries_haveModesAndOwners();
    void rowH12_executable_thatIsALink_data();
    void rowH12_executable_thatIsALink();
    void rowH13_threads_byTheirNames();
    void rowH14_everyThread_isFiltered_data();
    void rowH14_everyThread_isFiltered();
    void rowH15_socket_thatIsTaken();

private:
    /// A microVM of today's driver: forked, with a pid file and a plain log.
    static QByteArray spawnWithLog(FrameworkMicrovm &vm);
    static QByteArray logOf(const FrameworkMicrovm &vm) { return contentOf(vm.path("fc.log")); }
};

void TestFrameworkHead::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    if (const QByteArray why = whyNoFramework(); !why.isEmpty())
        QSKIP(why.constData());
}

QByteArray TestFrameworkHead::spawnWithLog(FrameworkMicrovm &vm)
{
    vm.withLogger = false;
    if (emptyFile(vm, "fc.log").isEmpty())
        return "no log file in the jail";
    vm.jail.extraArguments.append({QStringLiteral("log-path"), QStringLiteral("fc.log")});
    vm.jail.extraArguments.append({QStringLiteral("level"), QStringLiteral("Debug")});
    return vm.spawn();
}

void TestFrameworkHead::rowH1_log_isAPlainFile()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(spawnWithLog(vm));
    QTRY_VERIFY_WITH_TIMEOUT(logOf(vm).contains("Running Firecracker"), 1000 * slowFactor());
    VERIFY_FINE(vm.basicConfig());
    QVERIFY(logOf(vm).contains("The API server received a Put request on \"/machine-config\"")); // read from the start
}

void TestFrameworkHead::rowH2_apiServerStarted_inASecond()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(spawnWithLog(vm));
    QTRY_VERIFY_WITH_TIMEOUT(logOf(vm).contains("API server started."), 1000 * slowFactor());
}

void TestFrameworkHead::rowH3_daemonize_endsByItself_orTellsWhy()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    QVERIFY(vm.jail.setup());
    const DriverOutput launched = vm.launch();
    QVERIFY(launched.ended); // both pipes
    QCOMPARE(launched.status, 0);
    QCOMPARE(launched.out + launched.err, QByteArray());

    FrameworkMicrovm wrong(QStringLiteral("0b1f_"), Launch::Fork);
    QVERIFY(wrong.jail.setup());
    const DriverOutput refused = wrong.launch();
    QVERIFY(refused.ended);
    QVERIFY(refused.status > 0);
    QVERIFY2(refused.err.contains("Invalid instance ID: Invalid char (_) at position 4"), refused.err.constData());
}

void TestFrameworkHead::rowH4_pidFile_afterFiveTries()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(vm.spawn());
    QTRY_VERIFY_WITH_TIMEOUT(vm.pidFile() > 1, 500 * slowFactor());
    QCOMPARE(contentOf(QStringLiteral("/proc/%1/comm").arg(vm.pidFile())), QByteArray("firecracker\n"));
}

void TestFrameworkHead::rowH5_newPidNamespace_leavesItsScreen()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f-leaves"), Launch::Screen);
    vm.jail.newPidNs = true;
    vm.jail.extraArguments.append({QStringLiteral("log-path"), QStringLiteral("fc.log")});
    QVERIFY(vm.jail.setup());
    (void)emptyFile(vm, "fc.log");
    (void)vm.launch(); // the screen may be gone before it is looked at
    QTRY_VERIFY_WITH_TIMEOUT(vm.pidFile() > 1, 5000 * slowFactor());
    const pid_t engine = vm.pidFile();
    const auto screens = [] { return runAsDriver({QStringLiteral("screen"), QStringLiteral("-ls")}).out; };
    QTRY_VERIFY_WITH_TIMEOUT(!screens().contains("session0b1f-leaves"), 20000 * slowFactor());
    QTest::qWait(300);
    QCOMPARE(::kill(engine, 0), 0);
    QCOMPARE(vm.api().get("/").status, 200);
    ::kill(engine, SIGKILL);
}

void TestFrameworkHead::rowH6_metrics_isAPlainFile()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    QVERIFY(!emptyFile(vm, "fc.ndjson").isEmpty());
    vm.jail.extraArguments.append({QStringLiteral("metrics-path"), QStringLiteral("fc.ndjson")});
    VERIFY_FINE(vm.spawn());
    const auto lines = [&vm] {
        QList<QJsonObject> whole;
        for (const QByteArray &line : contentOf(vm.path("fc.ndjson")).split('\n')) {
            if (line.endsWith('}'))
                whole << QJsonDocument::fromJson(line).object();
        }
        return whole;
    };
    VERIFY_FINE(vm.basicConfig());
    QCOMPARE(lines().size(), 0);
    VERIFY_FINE(vm.start());
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 1, 2000 * slowFactor());
    QCOMPARE(vm.api().put("/actions", json(R"({"action_type": "FlushMetrics"})")).status, 204);
    QCOMPARE(lines().size(), 2);
    QVERIFY(lines().last()[QStringLiteral("put_api_requests")][QStringLiteral("actions_count")].toInt() >= 1);
}

void TestFrameworkHead::rowH7_serial_goesToAFile()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    QCOMPARE(vm.api().put("/serial", {{QStringLiteral("serial_out_path"), emptyFile(vm, "serial.log")}}).status, 204);
    VERIFY_FINE(vm.start());
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(vm.path("serial.log")).contains("SPINNING"), 5000 * slowFactor());
}

void TestFrameworkHead::rowH8_afterTheKill_nothingRemains()
{
    for (const bool newPidNs : {false, true}) {
        FrameworkMicrovm vm(QStringLiteral("0b1f-remains"), Launch::Fork);
        vm.jail.newPidNs = newPidNs;
        VERIFY_FINE(vm.spawn());
        VERIFY_FINE(vm.basicConfig());
        VERIFY_FINE(vm.start());
        QCOMPARE(processesWith("0b1f-remains", "firecracker"), 1);
        ::kill(vm.pidFile(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(processesWith("0b1f-remains", "firecracker"), 0, 1000 * slowFactor());
    }
}

void TestFrameworkHead::rowH9_teardown_logIsClean()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(spawnWithLog(vm));
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    vm.kill();
    QVERIFY(logOf(vm).contains("Running Firecracker"));
    QVERIFY(!logOf(vm).contains("Shutting down VM after intercepting signal"));
}

void TestFrameworkHead::rowH10_limits_areExact_data()
{
    QTest::addColumn<QStringList>("limits");
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<QByteArray>("size");
    QTest::newRow("by default") << QStringList() << QByteArray("2048 2048") << QByteArray("unlimited unlimited");
    QTest::newRow("both") << QStringList{QStringLiteral("no-file=1024"), QStringLiteral("fsize=2097151")}
                          << QByteArray("1024 1024") << QByteArray("2097151 2097151");
}

void TestFrameworkHead::rowH10_limits_areExact()
{
    QFETCH(const QStringList, limits);
    QFETCH(const QByteArray, files);
    QFETCH(const QByteArray, size);
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    vm.jail.resourceLimits = limits;
    VERIFY_FINE(vm.spawn());
    const QByteArray told = contentOf(QStringLiteral("/proc/%1/limits").arg(vm.pid())).simplified();
    QVERIFY2(told.contains("Max open files " + files + " files"), told.constData());
    QVERIFY2(told.contains("Max file size " + size + " bytes"), told.constData());
}

void TestFrameworkHead::rowH11_entries_haveModesAndOwners()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(vm.spawn());
    const auto inJail = [&vm](const char *path) { return entry(vm.jail.chrootPath() + QLatin1String(path)); };
    for (const char *directory : {"", "/dev", "/dev/net", "/run"})
        QCOMPARE(inJail(directory), QByteArray("d0700 1234:1234"));
    QCOMPARE(inJail("/dev/net/tun"), QByteArray("c0600 1234:1234 10:200"));
    QCOMPARE(inJail("/dev/kvm"), QByteArray("c0600 1234:1234 10:232"));
    QCOMPARE(inJail("/firecracker"), QByteArray("-0755 1234:1234"));
    QCOMPARE(inJail("/run/firecracker.socket"), QByteArray("s0755 1234:1234"));
}

void TestFrameworkHead::rowH12_executable_thatIsALink_data()
{
    QTest::addColumn<bool>("symbolic");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("symbolic link") << true << QByteArray("Failed to open ");
    QTest::newRow("hard link") << false << QByteArray("Detected hard link at: ");
}

void TestFrameworkHead::rowH12_executable_thatIsALink()
{
    QFETCH(const bool, symbolic);
    QFETCH(const QByteArray, text);
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    QVERIFY(vm.jail.setup());
    QVERIFY(QDir().mkpath(vm.jail.chrootPath()));
    const QByteArray target = QFile::encodeName(vm.jail.chrootPath() + QStringLiteral("/firecracker"));
    QFile victim(vm.path("victim"));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("untouched") == 9);
    victim.close();
    const QByteArray source = QFile::encodeName(victim.fileName());
    QCOMPARE(symbolic ? ::symlink(source.constData(), target.constData())
                      : ::link(source.constData(), target.constData()),
             0);
    const DriverOutput refused = vm.launch();
    QVERIFY(refused.status > 0);
    QVERIFY2(refused.err.contains(text) && refused.err.contains(target), refused.err.constData());
    QCOMPARE(contentOf(victim.fileName()), QByteArray("untouched"));
}

void TestFrameworkHead::rowH13_threads_byTheirNames()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    int pinned = 0;
    const auto threads = vm.threads();
    for (auto thread = threads.begin(); thread != threads.end(); ++thread) {
        const QByteArray name = thread.key();
        if (name.startsWith("firecracker") || name == "fc_api" || name == "fc_vcpu 0" || name == "fc_vcpu 1")
            pinned += ::sched_setaffinity(thread.value(), sizeof one, &one) == 0 ? 1 : 0;
    }
    QCOMPARE(pinned, 4);
}

void TestFrameworkHead::rowH14_everyThread_isFiltered_data()
{
    QTest::addColumn<bool>("filtered");
    QTest::newRow("by default") << true;
    QTest::newRow("--no-seccomp") << false;
}

void TestFrameworkHead::rowH14_everyThread_isFiltered()
{
    QFETCH(const bool, filtered);
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    if (!filtered)
        vm.jail.extraArguments.append({QStringLiteral("no-seccomp"), std::nullopt});
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    const auto threads = vm.threads();
    for (const QByteArray &name :
         {QByteArray("firecracker"), QByteArray("fc_api"), QByteArray("fc_vcpu 0"), QByteArray("fc_vcpu 1")}) {
        const QByteArray status =
            contentOf(QStringLiteral("/proc/%1/task/%2/status").arg(vm.pid()).arg(threads.value(name)));
        QVERIFY2(status.contains(filtered ? "\nSeccomp:\t2\n" : "\nSeccomp:\t0\n"), (name + ": " + status).constData());
    }
}

void TestFrameworkHead::rowH15_socket_thatIsTaken()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    QVERIFY(QDir().mkpath(vm.jail.chrootPath() + QStringLiteral("/run")));
    QFile taken(vm.jail.apiSocketPath());
    QVERIFY(taken.open(QIODevice::WriteOnly));
    QVERIFY(!emptyFile(vm, "fc.log").isEmpty());
    vm.withLogger = false;
    vm.jail.extraArguments = {{QStringLiteral("log-path"), QStringLiteral("fc.log")},
                              {QStringLiteral("level"), QStringLiteral("warn")}};
    (void)vm.spawn();
    QTRY_VERIFY2_WITH_TIMEOUT(
        logOf(vm).contains("Failed to open the API socket at: /run/firecracker.socket. Check that "
                           "it is not already used."),
        logOf(vm).constData(), 2000 * slowFactor());
    QTRY_VERIFY_WITH_TIMEOUT(vm.pid() <= 1 || !vm.isAlive(), 2000 * slowFactor());
}

QTEST_GUILESS_MAIN(TestFrameworkHead)
#include "tst_framework_head.moc"
