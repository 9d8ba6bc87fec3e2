// The whole engine with hand-written guests: serial, ports, MMIO, a virtio disk, life cycle and exit codes. Runs on
// every /dev/kvm, also one that cannot run a stock kernel.
#include "harness/api_client.h"
#include "harness/engine_process.h"
#include "harness/guest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
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
    void cpuTemplate_thatDoesNotFit_isToldAtTheStart_andNextStartWorks();
    void secondInstanceStart_isRefused();
    void unknownDrivePatch_isRefused();
    void serialRateLimiter_dropsBytes();
    void missingSerialFile_failsStart();
    void ctrlAltDel_fullKeyboardBuffer_isRefused();
    void bootTimer_isLogged();
    void threads_haveTheirNames();
    void brokenConfigFile_endsWithOne();
    void thirtyTwoVcpus_startPauseAndEnd();
    void failedStart_afterAttaching_leavesTheDriveUsable_data();
    void failedStart_afterAttaching_leavesTheDriveUsable();
    void memorySize_beyondBytes_isRefused_notWrapped();
    void closedStandardDescriptors_areNotReused();
    void blockedSignals_doNotStopPauseAndEnd();
    void drives_tooMany_isRefused();
    void oddDrives_areRefused_data();
    void oddDrives_areRefused();

private:
    static QString guest(const char *name) { return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name); }
    bool start(EngineProcess &engine, const char *guestName, const QStringList &arguments = {});
    bool configure(EngineProcess &engine, const QString &kernel);
    Response startInstance(EngineProcess &engine);
    /// A writable drive "disk" that is not the root.
    static Response putDisk(ApiClient &api, const QString &file, const QString &ioEngine = QStringLiteral("Sync"));
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }

    static void bothEngines();
    /// Opens an existing disk for reading and writing, with `text` as its first bytes.
    static bool openWithText(QFile &disk, const QByteArray &text);

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestTinyGuests::bothEngines()
{
    QTest::addColumn<QString>("ioEngine");
    QTest::newRow("Sync") << QStringLiteral("Sync");
    QTest::newRow("Async") << QStringLiteral("Async");
}

bool TestTinyGuests::openWithText(QFile &disk, const QByteArray &text)
{
    return disk.open(QIODevice::ReadWrite) && disk.write(text) == text.size() && disk.flush();
}

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

Response TestTinyGuests::putDisk(ApiClient &api, const QString &file, const QString &ioEngine)
{
    return api.put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                    {QStringLiteral("path_on_host"), file},
                                    {QStringLiteral("is_root_device"), false},
                                    {QStringLiteral("is_read_only"), false},
                                    {QStringLiteral("io_engine"), ioEngine}});
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
    QCOMPARE(putDisk(api, makeDisk(m_directory->path(), QStringLiteral("d"), 1)).status, 204);
    QVERIFY(configure(engine, guest("odd_accesses")));
    QCOMPARE(startInstance(engine).status, 204);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    VERIFY_ENGINE(engine.console().contains("ALL ANSWERED"), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::disk_readWriteAndHostileChains_data()
{
    bothEngines();
}

void TestTinyGuests::disk_readWriteAndHostileChains()
{
    QFETCH(const QString, ioEngine);
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("disk.img"), 1);
    QFile file(disk);
    QVERIFY(openWithText(file, "sector zero\n"));

    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/metrics", {{QStringLiteral("metrics_path"), path("metrics")}}).status, 204);
    QCOMPARE(putDisk(api, disk, ioEngine).status, 204);
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
                    block[QStringLiteral("invalid_reqs_count")].toDouble() +
                    block[QStringLiteral("event_fails")].toDouble();
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

void TestTinyGuests::cpuTemplate_thatDoesNotFit_isToldAtTheStart_andNextStartWorks()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    QVERIFY(configure(engine, guest("hello")));
    ApiClient api(engine.socketPath());
    const std::pair<QByteArray, const char *> cases[]{
        {R"({"cpuid_modifiers":[{"leaf":"0x8fff0000","subleaf":"0x1","flags":0,"modifiers":[]}]})",
         "Failed to create guest config: Template changes a CPUID entry not supported by KVM: Leaf: 8fff0000, Subleaf: "
         "1"},
        {R"({"msr_modifiers":[{"addr":"0xdead","bitmap":"0b1"}]})",
         "Failed to create guest config: Template changes an MSR entry not supported by KVM: Register Address: dead"},
        {R"({"kvm_capabilities":["99999"]})", "Missing KVM capabilities: [99999]"}};
    for (const auto &[body, fault] : cases) {
        QCOMPARE(api.request("PUT", "/cpu-config", body).status, 204);
        const Response refused = startInstance(engine);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.fault().contains(QLatin1String(fault)), refused.body.constData());
    }
    QCOMPARE(api.request("PUT", "/cpu-config", "{}").status, 204);
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
    QCOMPARE(api.put("/boot-source",
                     {{QStringLiteral("kernel_image_path"), guest("hello")}, {QStringLiteral("initrd_path"), initrd}})
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
    QCOMPARE(refused.fault(),
             QStringLiteral("Drive config error: Unable to patch the block device: Failed perform action on "
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
                                 {QStringLiteral("rate_limiter"),
                                  QJsonObject{{QStringLiteral("size"), 5}, {QStringLiteral("refill_time"), 3600000}}}})
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
    QVERIFY2(refused.fault().contains(QStringLiteral("No such file or directory (os error 2)")),
             refused.body.constData());
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
    QCOMPARE(putDisk(api, makeDisk(m_directory->path(), QStringLiteral("d"), 1)).status, 204);
    QVERIFY(configure(engine, guest("odd_accesses")));
    QCOMPARE(startInstance(engine).status, 204);
    QVERIFY(engine.waitForExit(10000).has_value());
    static const QRegularExpression line(
        QStringLiteral("Guest-boot-time =\\s+\\d+ us \\d+ ms,\\s+\\d+ CPU us \\d+ CPU ms"));
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
    QCOMPARE(names,
             (QStringList{QStringLiteral("fc_api"), QStringLiteral("fc_vcpu 0"), QStringLiteral("sparkler-engine")}));
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
    VERIFY_ENGINE(engine.log().contains(
                      "RunWithApiError error: Failed to build MicroVM from Json: Configuration for VMM from one "
                      "single json failed: Boot source error: The kernel file cannot be opened: No such file "
                      "or directory (os error 2)"),
                  engine);
}

void TestTinyGuests::failedStart_afterAttaching_leavesTheDriveUsable_data()
{
    bothEngines();
}

void TestTinyGuests::failedStart_afterAttaching_leavesTheDriveUsable()
{
    QFETCH(const QString, ioEngine);
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("disk.img"), 1);
    QFile file(disk);
    QVERIFY(openWithText(file, "sector zero\n"));
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QCOMPARE(putDisk(api, disk, ioEngine).status, 204);
    // Fits as it is, but not with what the machine appends: found last of all, when everything is built.
    QCOMPARE(api.put("/boot-source", {{QStringLiteral("kernel_image_path"), guest("block")},
                                      {QStringLiteral("boot_args"), QString(2040, QLatin1Char('x'))}})
                 .status,
             204);
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Response refused = startInstance(engine);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.fault().startsWith(QStringLiteral("Start microvm error: ")), refused.body.constData());
    }
    QVERIFY(configure(engine, guest("block")));
    QCOMPARE(startInstance(engine).status, 204);
    const auto end = engine.waitForExit(15000);
    VERIFY_ENGINE(end.has_value(), engine);
    VERIFY_ENGINE(engine.console().contains("STILL ALIVE\n"), engine);
    QCOMPARE(end->code, 0);
}

void TestTinyGuests::memorySize_beyondBytes_isRefused_notWrapped()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    QVERIFY(configure(engine, guest("hello")));
    ApiClient api(engine.socketPath());
    // 2^44 + 128 MiB: modulo 2^64 bytes that would be 128 MiB, and without the 128 nothing at all.
    for (const char *size : {"17592186044544", "17592186044416"}) {
        QCOMPARE(api.request("PATCH", "/machine-config", QByteArray("{\"mem_size_mib\": ") + size + "}").status, 204);
        const Response refused = startInstance(engine);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.fault().contains(QStringLiteral("Invalid Memory Configuration: MmapRegion(Mmap(Os { code: 12, "
                                                         "kind: OutOfMemory, message: Out of memory }))")),
                 refused.body.constData());
    }
    QCOMPARE(api.patch("/machine-config", {{QStringLiteral("mem_size_mib"), 128}}).status, 204);
    QCOMPARE(startInstance(engine).status, 204);
    QVERIFY(engine.waitForExit(10000).has_value());
}

void TestTinyGuests::closedStandardDescriptors_areNotReused()
{
    EngineProcess paths(m_directory->path());
    const QByteArray program = EngineProcess::enginePath().toLocal8Bit();
    const QByteArray socket = paths.socketPath().toLocal8Bit();
    const QByteArray log = paths.logPath().toLocal8Bit();
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(0);
        ::close(1);
        ::close(2);
        ::execl(program.constData(), program.constData(), "--api-sock", socket.constData(), "--log-path",
                log.constData(), nullptr);
        ::_exit(127);
    }
    QVERIFY(pid > 0);
    const bool up = paths.waitForSocket();
    QStringList targets;
    for (const char *number : {"0", "1", "2"})
        targets << QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/%2").arg(pid).arg(QLatin1String(number)));
    bool ran = up && configure(paths, guest("hello")) && startInstance(paths).status == 204;
    if (!ran)
        ::kill(pid, SIGKILL);
    int status = 0;
    QCOMPARE(::waitpid(pid, &status, 0), pid);
    QVERIFY(ran);
    QCOMPARE(targets, QStringList(3, QStringLiteral("/dev/null")));
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    QVERIFY2(!paths.log().contains("HELLO"), "the guest wrote into our log");
}

void TestTinyGuests::blockedSignals_doNotStopPauseAndEnd()
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before); // what the engine inherits
    EngineProcess engine(m_directory->path());
    const bool started = start(engine, "spin");
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    VERIFY_ENGINE(started, engine);
    VERIFY_ENGINE(engine.waitForConsole("SPINNING\n", 10000).has_value(), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Resumed")}}).status, 204);
}

void TestTinyGuests::drives_tooMany_isRefused()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    const QString disk = makeDisk(m_directory->path(), QStringLiteral("d"), 1); // one file for all: that is allowed
    for (int number = 0; number < 25; ++number) {
        const QString id = QStringLiteral("d%1").arg(number);
        QCOMPARE(api.put("/drives/" + id.toLatin1(), {{QStringLiteral("drive_id"), id},
                                                      {QStringLiteral("path_on_host"), disk},
                                                      {QStringLiteral("is_root_device"), false},
                                                      {QStringLiteral("io_engine"), QStringLiteral("Async")},
                                                      {QStringLiteral("is_read_only"), true}})
                     .status,
                 204);
    }
    QVERIFY(configure(engine, guest("hello")));
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Response refused = startInstance(engine);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.fault().contains(QStringLiteral("Could not attach device: ")), refused.body.constData());
    }
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Not started"));
}

void TestTinyGuests::oddDrives_areRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<QString>("reason");
    for (const bool readOnly : {false, true}) {
        const char *mode = readOnly ? " read-only" : "";
        QTest::addRow("fifo%s", mode) << QStringLiteral("fifo") << readOnly << QStringLiteral("(os error 29)");
        QTest::addRow("directory%s", mode)
            << QStringLiteral("directory") << readOnly << QStringLiteral("(os error 21)");
        QTest::addRow("socket%s", mode) << QStringLiteral("socket") << readOnly << QStringLiteral("(os error 6)");
    }
}

void TestTinyGuests::oddDrives_areRefused()
{
    QFETCH(const QString, what);
    QFETCH(const bool, readOnly);
    QFETCH(const QString, reason);
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    QString place = path("odd");
    if (what == QLatin1String("fifo"))
        QCOMPARE(::mkfifo(place.toLocal8Bit().constData(), 0600), 0);
    else if (what == QLatin1String("directory"))
        QVERIFY(QDir().mkdir(place));
    else
        place = engine.socketPath();
    ApiClient api(engine.socketPath());
    const Response refused = api.put("/drives/odd", {{QStringLiteral("drive_id"), QStringLiteral("odd")},
                                                     {QStringLiteral("path_on_host"), place},
                                                     {QStringLiteral("is_root_device"), false},
                                                     {QStringLiteral("is_read_only"), readOnly}});
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.fault().startsWith(
                 QStringLiteral("Drive config error: Unable to create the virtio block device: Virtio "
                                "backend error: Error manipulating the backing file: ")) &&
                 refused.fault().contains(reason),
             refused.body.constData());
    QCOMPARE(api.get("/vm/config").json()[QStringLiteral("drives")].toArray().size(), 0);
}

void TestTinyGuests::thirtyTwoVcpus_startPauseAndEnd()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    const QString vcpuCount = QStringLiteral("vcpu_count");
    const QString memory = QStringLiteral("mem_size_mib");
    QCOMPARE(api.put("/machine-config", {{vcpuCount, 33}, {memory, 128}}).status, 400);
    QCOMPARE(api.put("/machine-config", {{vcpuCount, 32}, {memory, 128}}).status, 204);
    QVERIFY(configure(engine, guest("ticker")));
    QCOMPARE(startInstance(engine).status, 204);
    VERIFY_ENGINE(engine.waitForConsole("....", 10000).has_value(), engine);
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Resumed")}}).status, 204);
    VERIFY_ENGINE(engine.waitForConsole("....", 10000, engine.console().size()).has_value(), engine);
    engine.kill(SIGTERM);
    QVERIFY(engine.waitForExit(5000).has_value());
}

QTEST_GUILESS_MAIN(TestTinyGuests)
#include "tst_tiny_guests.moc"
