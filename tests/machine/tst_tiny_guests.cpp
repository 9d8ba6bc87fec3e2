// The whole engine with hand-written guests: serial, ports, MMIO, a virtio disk, life cycle and exit codes. Runs on every
// /dev/kvm, also one that cannot run a stock kernel.
#include "harness/api_client.h"
#include "harness/engine_process.h"
#include "harness/guest.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace harness;

#define VERIFY_ENGINE(condition, engine)                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            QFAIL((#condition "\nconsole: " + (engine).console().right(2000) + "\nlog: " + (engine).log().right(3000)) \
                      .constData());                                                                                   \
    } while (false)

class TestTinyGuests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void hello_isPrinted_resetEndsWithZero();
    void tripleFault_endsWithOne();
    void powerOff_endsWithZero();
    void vectorInstruction_runsOrIsExplained();
    void input_reachesGuest();
    void oddAccesses_areAnswered();
    void disk_readWriteAndHostileChains_data();
    void disk_readWriteAndHostileChains();
    void pausedGuest_isSilent();
    void sigterm_endsAtOnce();
    void brokenKernel_isRefused_andNextStartWorks_data();
    void brokenKernel_isRefused_andNextStartWorks();
    void oversizeInitrd_isRefused();
    void secondInstanceStart_isRefused();
    void unknownDrivePatch_isRefused();
    void serialRateLimiter_dropsBytes();
    void missingSerialFile_failsStart();
    void ctrlAltDel_fullKeyboardBuffer_isRefused();
    void bootTimer_isLogged();
    void threads_haveTheirNames();
    void brokenConfigFile_endsWithOne();

private:
    static QString guest(const char *name) { return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name); }
    bool start(EngineProcess &engine, const char *guestName, const QStringList &arguments = {});
    bool configure(EngineProcess &engine, const QString &kernel);
    Response startInstance(EngineProcess &engine);
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestTinyGuests::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestTinyGuests::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/tiny-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

bool TestTinyGuests::configure(EngineProcess &engine, const QString &kernel)
{
    ApiClient api(engine.socketPath());
    return api.put("/boot-source", {{QStringLiteral("kernel_image_path"), kernel}}).status == 204;
}

Response TestTinyGuests::startInstance(EngineProcess &engine)
{
    ApiClient api(engine.socketPath());
    return api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("InstanceStart")}});
}

bool TestTinyGuests::start(EngineProcess &engine, const char *guestName, const QStringList &arguments)
{
    return engine.start(arguments) && engine.waitForSocket() && configure(engine, guest(guestName)) &&
           startInstance(engine).status == 204;
}

void TestTinyGuests::hello_isPrinted_resetEndsWithZero()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "hello"), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
    QVERIFY(engine.console().contains("HELLO FROM THE GUEST\n"));
    QVERIFY(engine.log().contains("Vmm is stopping."));
    QVERIFY(engine.log().contains("Firecracker exiting successfully. exit_code=0"));
    QVERIFY(!engine.log().contains("Shutting down VM after intercepting signal"));
}

void TestTinyGuests::tripleFault_endsWithOne()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "triple_fault"), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 1);
    QVERIFY(engine.log().contains("Unexpected exit reason on vcpu run: Shutdown"));
    QVERIFY(engine.log().contains("Firecracker exiting with error. exit_code=1"));
}

void TestTinyGuests::powerOff_endsWithZero()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "power_off"), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::vectorInstruction_runsOrIsExplained()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "vector"), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    if (engine.console().contains("EXECUTED")) {
        QCOMPARE(end->code, 0);
        return;
    }
    QCOMPARE(end->code, 1);
    const QByteArray log = engine.log();
    VERIFY_ENGINE(log.contains("Received KVM_EXIT_INTERNAL_ERROR signal"), engine);
    VERIFY_ENGINE(log.contains("66 0f 6e c0"), engine); // the instruction's bytes
    VERIFY_ENGINE(log.contains("hardware virtualisation"), engine);
}

void TestTinyGuests::input_reachesGuest()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "echo"), engine);
    VERIFY_ENGINE(engine.waitForConsole("READY\n", 10000).has_value(), engine);
    // More than the UART's buffer holds: nothing may get lost on the way.
    const QByteArray sent = QByteArray("ABCDEFGH").repeated(50);
    QByteArray expected = sent;
    for (char &letter : expected)
        ++letter;
    VERIFY_ENGINE(engine.type(sent), engine);
    VERIFY_ENGINE(engine.waitForConsole(expected, 20000).has_value(), engine);
    VERIFY_ENGINE(engine.type("\n"), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::oddAccesses_areAnswered()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                      {QStringLiteral("path_on_host"), makeDisk(m_directory->path(), QStringLiteral("d"), 1)},
                                      {QStringLiteral("is_root_device"), false},
                                      {QStringLiteral("is_read_only"), false}})
                 .status,
             204);
    QVERIFY(configure(engine, guest("odd_accesses")));
    QCOMPARE(startInstance(engine).status, 204);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    VERIFY_ENGINE(engine.console().contains("ALL ANSWERED"), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::disk_readWriteAndHostileChains_data()
{
    QTest::addColumn<QString>("ioEngine");
    QTest::newRow("Sync") << QStringLiteral("Sync");
    QTest::newRow("Async") << QStringLiteral("Async");
}

void TestTinyGuests::disk_readWriteAndHostileChains()
{
    QFETCH(const QString, ioEngine);
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("disk.img"), 1);
    QFile file(disk);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write("sector zero\n") > 0);
    QVERIFY(file.flush());

    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/metrics", {{QStringLiteral("metrics_path"), path("metrics")}}).status, 204);
    QCOMPARE(api.put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                      {QStringLiteral("path_on_host"), disk},
                                      {QStringLiteral("is_root_device"), false},
                                      {QStringLiteral("is_read_only"), false},
                                      {QStringLiteral("io_engine"), ioEngine}})
                 .status,
             204);
    QVERIFY(configure(engine, guest("block")));
    QCOMPARE(startInstance(engine).status, 204);
    const auto end = engine.waitForExit(15000);
    VERIFY_ENGINE(end.has_value(), engine);
    VERIFY_ENGINE(engine.console().contains("READ sector zero\nWROTE PAST END LOOPED STILL ALIVE\n"), engine);
    QCOMPARE(end->code, 0);
    QVERIFY(file.seek(512));
    QCOMPARE(file.read(12), QByteArray("sector zero\n"));

    QFile metrics(path("metrics"));
    QVERIFY(metrics.open(QIODevice::ReadOnly));
    double reads = 0;
    double writes = 0;
    double failures = 0;
    while (!metrics.atEnd()) {
        const QJsonObject block =
            QJsonDocument::fromJson(metrics.readLine()).object()[QStringLiteral("block_disk")].toObject();
        reads += block[QStringLiteral("read_count")].toDouble();
        writes += block[QStringLiteral("write_count")].toDouble();
        failures += block[QStringLiteral("execute_fails")].toDouble() +
                    block[QStringLiteral("invalid_reqs_count")].toDouble() + block[QStringLiteral("event_fails")].toDouble();
    }
    QCOMPARE(reads, 1.0);
    QCOMPARE(writes, 2.0);
    QVERIFY(failures >= 2);
}

void TestTinyGuests::pausedGuest_isSilent()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    VERIFY_ENGINE(engine.waitForConsole("....", 10000).has_value(), engine);
    ApiClient api(engine.socketPath());
    for (int round = 0; round < 5; ++round) {
        QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
        // What was written before the pause is in the pipe already: read it, then there is nothing more.
        qsizetype before = -1;
        while (before != engine.console().size()) {
            before = engine.console().size();
            QVERIFY(!engine.waitForConsole("NEVER", 100));
        }
        QVERIFY(!engine.waitForConsole(".", 300, before));
        QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Resumed")}}).status, 204);
        VERIFY_ENGINE(engine.waitForConsole(".", 10000, before).has_value(), engine);
    }
}

void TestTinyGuests::sigterm_endsAtOnce()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    engine.kill(SIGTERM);
    const auto end = engine.waitForExit(5000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->signal, SIGTERM);
}

void TestTinyGuests::brokenKernel_isRefused_andNextStartWorks_data()
{
    QTest::addColumn<QByteArray>("kernel");
    QFile hello(guest("hello"));
    QVERIFY(hello.open(QIODevice::ReadOnly));
    const QByteArray good = hello.readAll();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("#!/bin/sh\n").repeated(1000);
    QTest::newRow("truncated header") << good.first(40);
    QTest::newRow("truncated segments") << good.first(100);
    QByteArray wild = good;
    wild[24 + 7] = char(0x7f); // entry far outside of memory
    QTest::newRow("entry outside memory") << wild;
    QByteArray many = good;
    many[56] = char(0xff); // program header count
    many[57] = char(0xff);
    QTest::newRow("too many segments") << many;
}

void TestTinyGuests::brokenKernel_isRefused_andNextStartWorks()
{
    QFETCH(const QByteArray, kernel);
    QFile file(path("kernel"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kernel);
    file.close();
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    QVERIFY(configure(engine, file.fileName()));
    const Response refused = startInstance(engine);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.fault().startsWith(QStringLiteral("Start microvm error: ")), refused.body.constData());
    QCOMPARE(ApiClient(engine.socketPath()).get("/").json()[QStringLiteral("state")].toString(),
             QStringLiteral("Not started"));
    // The process is as it was before the attempt.
    QVERIFY(configure(engine, guest("hello")));
    QCOMPARE(startInstance(engine).status, 204);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::oversizeInitrd_isRefused()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    const QString initrd = makeDisk(m_directory->path(), QStringLiteral("initrd"), 200);
    QCOMPARE(api.put("/boot-source", {{QStringLiteral("kernel_image_path"), guest("hello")},
                                      {QStringLiteral("initrd_path"), initrd}})
                 .status,
             204);
    const Response refused = startInstance(engine);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.fault().contains(QStringLiteral("initrd")), refused.body.constData());
}

void TestTinyGuests::secondInstanceStart_isRefused()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    const Response refused = startInstance(engine);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.fault(), QStringLiteral("The requested operation is not supported after starting the microVM."));
}

void TestTinyGuests::unknownDrivePatch_isRefused()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    ApiClient api(engine.socketPath());
    const Response refused = api.patch("/drives/ghost", {{QStringLiteral("drive_id"), QStringLiteral("ghost")},
                                                         {QStringLiteral("path_on_host"), path("x")}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.fault(), QStringLiteral("Drive config error: Unable to patch the block device: Failed perform action on "
                                             "device: Device not found Please verify the request arguments."));
}

void TestTinyGuests::serialRateLimiter_dropsBytes()
{
    QFile out(path("serial"));
    QVERIFY(out.open(QIODevice::ReadWrite));
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/serial", {{QStringLiteral("serial_out_path"), out.fileName()},
                                 {QStringLiteral("rate_limiter"), QJsonObject{{QStringLiteral("size"), 5},
                                                                              {QStringLiteral("refill_time"), 3600000}}}})
                 .status,
             204);
    QVERIFY(configure(engine, guest("hello")));
    QCOMPARE(startInstance(engine).status, 204);
    QVERIFY(engine.waitForExit(10000).has_value());
    QCOMPARE(out.readAll(), QByteArray("HELLO"));
}

void TestTinyGuests::missingSerialFile_failsStart()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/serial", {{QStringLiteral("serial_out_path"), path("missing")}}).status, 204);
    QVERIFY(configure(engine, guest("hello")));
    const Response refused = startInstance(engine);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.fault().contains(QStringLiteral("No such file or directory (os error 2)")), refused.body.constData());
}

void TestTinyGuests::ctrlAltDel_fullKeyboardBuffer_isRefused()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    ApiClient api(engine.socketPath());
    const QJsonObject action{{QStringLiteral("action_type"), QStringLiteral("SendCtrlAltDel")}};
    // Nobody reads the keyboard: 16 bytes hold four times four scan codes.
    for (int press = 0; press < 4; ++press)
        QCOMPARE(api.put("/actions", action).status, 204);
    const Response refused = api.put("/actions", action);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.fault(), QStringLiteral("Internal VMM error: I8042 error: i8042 internal buffer full."));
}

void TestTinyGuests::bootTimer_isLogged()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start({QStringLiteral("--boot-timer")}) && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                      {QStringLiteral("path_on_host"), makeDisk(m_directory->path(), QStringLiteral("d"), 1)},
                                      {QStringLiteral("is_root_device"), false},
                                      {QStringLiteral("is_read_only"), false}})
                 .status,
             204);
    QVERIFY(configure(engine, guest("odd_accesses")));
    QCOMPARE(startInstance(engine).status, 204);
    QVERIFY(engine.waitForExit(10000).has_value());
    static const QRegularExpression line(QStringLiteral("Guest-boot-time =\\s+\\d+ us \\d+ ms,\\s+\\d+ CPU us \\d+ CPU ms"));
    VERIFY_ENGINE(line.match(QString::fromUtf8(engine.log())).hasMatch(), engine);
}

void TestTinyGuests::threads_haveTheirNames()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(start(engine, "ticker"), engine);
    QStringList names;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(engine.pid()));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile comm(tasks.filePath(task) + QStringLiteral("/comm"));
        QVERIFY(comm.open(QIODevice::ReadOnly));
        const QString name = QString::fromUtf8(comm.readAll().trimmed());
        if (!name.startsWith(QLatin1String("kvm-"))) // workers that the kernel hangs on the process
            names.append(name);
    }
    names.sort();
    QVERIFY2(names.size() == 3, qPrintable(names.join(QLatin1Char(','))));
    QCOMPARE(names, (QStringList{QStringLiteral("fc_api"), QStringLiteral("fc_vcpu 0"), QStringLiteral("sparkler-engine")}));
}

void TestTinyGuests::brokenConfigFile_endsWithOne()
{
    QFile file(path("vm.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"boot-source": {"kernel_image_path": "/nowhere"}, "drives": []})");
    file.close();
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start({QStringLiteral("--config-file"), file.fileName()}));
    const auto end = engine.waitForExit(5000);
    QVERIFY(end.has_value());
    QCOMPARE(end->code, 1);
    VERIFY_ENGINE(engine.log().contains("RunWithApiError error: Failed to build MicroVM from Json: Configuration for VMM from one "
                                        "single json failed: Boot source error: The kernel file cannot be opened: No such file "
                                        "or directory (os error 2)"),
                  engine);
}

QTEST_GUILESS_MAIN(TestTinyGuests)
#include "tst_tiny_guests.moc"
