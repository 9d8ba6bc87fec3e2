// How the acceptance framework starts a microVM, and what it relies on meanwhile (reference, 6.2; a function for each
// row).
#include "framework_microvm.h"
#include "harness/guest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;
using Launch = FrameworkMicrovm::Launch;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray statusLine(pid_t process, const QByteArray &name)
{
    for (const QByteArray &line : contentOf(QStringLiteral("/proc/%1/status").arg(process)).split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified();
    }
    return {};
}

} // namespace

class TestFrameworkStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void row2_1_launcher_printsThePid_andNothingKeepsThePipes();
    void row2_2_thatPid_isTheEngine();
    void row2_3_fork_endsAndLeavesThePid_data();
    void row2_3_fork_endsAndLeavesThePid();
    void row2_4_pidFile_isOneNumber_orNotThere();
    void row2_5_screen_hasExactlyOneChild();
    void row2_6_serial_throughScreen();
    void row2_7_screenKilled_engineEnds();
    void row2_8_socket_isThereInASecond();
    void row2_9_logFifo_readerOrNot_data();
    void row2_9_logFifo_readerOrNot();
    void row2_10_runningFirecracker_isLoggedAtOnce();
    void row2_11_metadata_fromAFile();
    void row2_11_metadata_thatIsNotThere();
    void row2_12_version_firstLine();
};

void TestFrameworkStart::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    if (const QByteArray why = whyNoFramework(); !why.isEmpty())
        QSKIP(why.constData());
}

void TestFrameworkStart::row2_1_launcher_printsThePid_andNothingKeepsThePipes()
{
    FrameworkMicrovm vm;
    QVERIFY(vm.jail.setup());
    const DriverOutput launched = vm.launch();
    QVERIFY2(launched.ended, "something still holds the launcher's output or errors");
    QCOMPARE(launched.status, 0);
    QCOMPARE(launched.err, QByteArray());
    bool isNumber = false;
    QVERIFY2(launched.out.toInt(&isNumber) > 1 && isNumber, launched.out.constData());
    for (const char *standard : {"0", "1", "2"})
        QTRY_COMPARE_WITH_TIMEOUT(
            QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/%2").arg(vm.pid()).arg(QLatin1String(standard))),
            QStringLiteral("/dev/null"), 2000 * slowFactor());
}

void TestFrameworkStart::row2_2_thatPid_isTheEngine()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    const QByteArrayList ids = statusLine(vm.pid(), "NSpid").split(' ');
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids.last(), QByteArray("1")); // the jailer was, and exec'ed in place
    QCOMPARE(QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(vm.pid())), QStringLiteral("/firecracker"));
    // Affinity from outside, as for the CPU monitor.
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    QCOMPARE(::sched_setaffinity(vm.pid(), sizeof one, &one), 0);
    QCOMPARE(statusLine(vm.pid(), "Cpus_allowed_list"), QByteArray("0"));
    QCOMPARE(runAsDriver({QStringLiteral("kill"), QStringLiteral("-9"), QString::number(vm.pid())}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!vm.isAlive(), 2000 * slowFactor());
}

void TestFrameworkStart::row2_3_fork_endsAndLeavesThePid_data()
{
    QTest::addColumn<bool>("daemonize");
    QTest::addColumn<bool>("newPidNs");
    QTest::newRow("daemonize") << true << false;
    QTest::newRow("new PID namespace") << false << true;
    QTest::newRow("both") << true << true;
}

void TestFrameworkStart::row2_3_fork_endsAndLeavesThePid()
{
    QFETCH(const bool, daemonize);
    QFETCH(const bool, newPidNs);
    FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
    vm.jail.daemonize = daemonize;
    vm.jail.newPidNs = newPidNs;
    QVERIFY(vm.jail.setup());
    // Without a daemon the engine keeps the pipes; what counts is that the forked process ends with 0.
    const DriverOutput launched = vm.launch();
    QCOMPARE(launched.ended, daemonize);
    QCOMPARE(launched.err, QByteArray());
    QCOMPARE(launched.status, 0);
    QVERIFY(vm.pid() > 1);
    QVERIFY(vm.pid() != launched.pid);
    QTRY_COMPARE_WITH_TIMEOUT(vm.api().get("/").status, 200, 2000 * slowFactor());
    QCOMPARE(contentOf(QStringLiteral("/proc/%1/comm").arg(vm.pid())), QByteArray("firecracker\n"));
    QCOMPARE(statusLine(vm.pid(), "NSpid").split(' ').size(), newPidNs ? 2 : 1);
}

void TestFrameworkStart::row2_4_pidFile_isOneNumber_orNotThere()
{
    {
        FrameworkMicrovm vm(QStringLiteral("0b1f"), Launch::Fork);
        VERIFY_FINE(vm.spawn());
        QCOMPARE(contentOf(vm.jail.chrootPath() + QStringLiteral("/firecracker.pid")), QByteArray::number(vm.pid()));
    }
    FrameworkMicrovm vm; // process 1 of its namespace: a file with that would have drivers kill the host's
    VERIFY_FINE(vm.spawn());
    QVERIFY(!QFile::exists(vm.jail.chrootPath() + QStringLiteral("/firecracker.pid")));
}

void TestFrameworkStart::row2_5_screen_hasExactlyOneChild()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f-screen"), Launch::Screen);
    VERIFY_FINE(vm.spawn()); // looks for the one child
    QVERIFY(vm.screenPid() > 1 && vm.pid() > 1);
    QCOMPARE(statusLine(vm.pid(), "PPid"), QByteArray::number(vm.screenPid()));
    QCOMPARE(contentOf(QStringLiteral("/proc/%1/comm").arg(vm.pid())), QByteArray("firecracker\n"));
    QVERIFY(
        QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/0").arg(vm.pid())).startsWith(QStringLiteral("/dev/pts/")));
    // Field 7 of /proc/PID/stat: the controlling terminal.
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(vm.pid()));
    QVERIFY(stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(4).toInt() != 0);
}

void TestFrameworkStart::row2_6_serial_throughScreen()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f-serial"), Launch::Screen);
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig("echo"));
    VERIFY_FINE(vm.start());
    const auto shows = [&vm](const char *text) { return contentOf(vm.screenLog()).contains(text); };
    QTRY_VERIFY_WITH_TIMEOUT(shows("READY"), 15000 * slowFactor());
    QVERIFY(vm.serialInput("HAL"));
    QTRY_VERIFY2_WITH_TIMEOUT(shows("IBM"), contentOf(vm.screenLog()).constData(), 15000 * slowFactor());
}

void TestFrameworkStart::row2_7_screenKilled_engineEnds()
{
    FrameworkMicrovm vm(QStringLiteral("0b1f-hangup"), Launch::Screen);
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    QCOMPARE(runAsDriver({QStringLiteral("screen"), QStringLiteral("-XS"), QStringLiteral("session0b1f-hangup"),
                          QStringLiteral("kill")})
                 .status,
             0);
    // The engine is this process's child now.
    int status = 0;
    pid_t ended = 0;
    const auto hasEnded = [&] { return (ended = ended > 0 ? ended : ::waitpid(vm.pid(), &status, WNOHANG)) > 0; };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded() || !vm.isAlive(), 5000 * slowFactor());
    QVERIFY(vm.logContains("Shutting down VM after intercepting signal 1, code"));
    if (ended > 0 && WIFEXITED(status))
        QCOMPARE(WEXITSTATUS(status), 156);
}

void TestFrameworkStart::row2_8_socket_isThereInASecond()
{
    FrameworkMicrovm vm;
    QVERIFY(vm.jail.setup());
    QElapsedTimer time;
    time.start();
    QCOMPARE(vm.launch().status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(vm.jail.apiSocketPath()), 1000 * slowFactor());
    QVERIFY(time.elapsed() < 1000 * slowFactor());

    FrameworkMicrovm without(QStringLiteral("no-api"));
    without.jail.extraArguments = {{QStringLiteral("no-api"), std::nullopt},
                                   {QStringLiteral("config-file"), QStringLiteral("vm.json")}};
    QVERIFY(without.jail.setup());
    QFile config(without.path("vm.json"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"boot-source": {"kernel_image_path": "/spin"}, "drives": []})");
    config.close();
    QVERIFY(!without.jail.jailedPath(config.fileName(), true).isEmpty());
    QVERIFY(!without.jail.jailedPath(FrameworkMicrovm::guestImage("spin")).isEmpty());
    VERIFY_FINE(without.spawn());
    QVERIFY(without.logContains("Successfully started microvm that was configured from one single json"));
    QVERIFY(!QFile::exists(without.jail.apiSocketPath()));
}

void TestFrameworkStart::row2_9_logFifo_readerOrNot_data()
{
    QTest::addColumn<bool>("reader");
    QTest::newRow("with a reader") << true;
    QTest::newRow("without one") << false;
}

void TestFrameworkStart::row2_9_logFifo_readerOrNot()
{
    QFETCH(const bool, reader);
    FrameworkMicrovm vm;
    vm.withReader = reader;
    VERIFY_FINE(vm.spawn()); // --log-path log_fifo: relative to the jail's root
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    // More than a pipe holds.
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(vm.api().get("/").status, 200);
    QCOMPARE(vm.log().contains("The API server received a Get request"), reader);
}

void TestFrameworkStart::row2_10_runningFirecracker_isLoggedAtOnce()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn()); // within five tries, 0.1 s apart
    QVERIFY(vm.log().split('\n').first().contains("Running Firecracker"));
}

void TestFrameworkStart::row2_11_metadata_fromAFile()
{
    FrameworkMicrovm vm;
    vm.metadataFile = vm.path("metadata.json");
    QFile file(vm.metadataFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"latest": {"meta-data": {"ami-id": "ami-12345678"}}})");
    file.close();
    VERIFY_FINE(vm.spawn());
    QVERIFY(vm.logContains("Successfully added metadata to mmds from file"));
    QCOMPARE(vm.api()
                 .get("/mmds")
                 .json()[QStringLiteral("latest")][QStringLiteral("meta-data")][QStringLiteral("ami-id")]
                 .toString(),
             QStringLiteral("ami-12345678"));
    QCOMPARE(vm.api().get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Not started"));
}

void TestFrameworkStart::row2_11_metadata_thatIsNotThere()
{
    FrameworkMicrovm vm;
    vm.metadataFile = vm.path("nothing.json");
    QVERIFY(!vm.spawn().isEmpty());
    QVERIFY2(vm.logContains("Unable to open or read from the mmds content file"), vm.log().constData());
    QVERIFY2(vm.log().contains("No such file or directory"), vm.log().constData());
}

void TestFrameworkStart::row2_12_version_firstLine()
{
    const FrameworkMicrovm vm;
    for (const QString &program : {vm.jail.execFile, FrameworkJail::jailerPath()}) {
        const DriverOutput told = runAsDriver({program, QStringLiteral("--version")});
        QCOMPARE(told.status, 0);
        const QRegularExpression form(QStringLiteral("^(Firecracker|Jailer) v[0-9]+\\.[0-9]+(\\.[0-9]+)?$"));
        QVERIFY2(form.match(QString::fromLatin1(told.out.split('\n').first())).hasMatch(), told.out.constData());
    }
}

QTEST_GUILESS_MAIN(TestFrameworkStart)
#include "tst_framework_start.moc"
