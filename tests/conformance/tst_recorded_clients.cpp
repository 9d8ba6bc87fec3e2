// The Go SDK and firecracker-containerd against a real engine: what they send, from the files of recorded/, and what is
// around it, which is how they start the engine, wait for it, take its log and metrics, call their agent and stop.
#include "framework_jail.h"
#include "framework_microvm.h"
#include "harness/boot_plan.h"
#include "harness/console_client.h"
#include "harness/engine_process.h"
#include "harness/host_network.h"
#include "recorded_client.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace harness;

namespace {

const QByteArray kId = "4f8ec2a1-6d0b-4d7e-9a8c-5b1f0e2d3c4b"; // Config.VMID, a UUID by default
constexpr qsizetype kShown = 16;                               // of a sector, by the guest
constexpr int kPatienceMs = 20'000;

/// newStubDrive: a magic number, the length of the drive's id and the id, in a sector.
QByteArray stub(const QByteArray &id)
{
    const QByteArray magic = QByteArray::fromHex("d6f4d8f5d7b1b1b1");
    return (magic + static_cast<char>(id.size()) + id).leftJustified(512, '\0');
}

} // namespace

class TestRecordedClients : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void goSdk_machine();
    void goSdk_faults();
    void goSdk_stop();
    void goSdk_load_data();
    void goSdk_load();
    void goSdk_jailed();
    void containerd_noopJailer();

private:
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    QByteArray console() const;
    /// Waits until the guest has printed it.
    bool guestSays(const QByteArray &text) const;
    /// A disk of `sectors` that begins with `content`; empty when it cannot be made.
    QString disk(const char *name, const QByteArray &content, int sectors = 2048) const;
    RecordedSequence sequence(const char *file) const;
    /// The engine as the SDK starts it by itself, answering; the FIFOs of its log and its metrics are there then.
    void startSdkMachine(RecordedClient &client);
    /// The lines that came out of the metrics' FIFO until the engine ended.
    static void checkMetrics(QFile &fifo);

    QScopedPointer<QTemporaryDir> m_directory;
    QScopedPointer<FrameworkFifo> m_log;
    Places m_places;
    int m_taps = 0;
};

void TestRecordedClients::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    if (const QByteArray why = whyNoFramework(); !why.isEmpty())
        QSKIP(why.constData());
}

void TestRecordedClients::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/clients-XXXXXX")));
    QVERIFY(m_directory->isValid());
    const QString tap = QStringLiteral("fc-tap%1").arg(m_taps++);
    QVERIFY(addTap(tap));
    m_places = {{"DIRECTORY", QFile::encodeName(m_directory->path())},
                {"KERNEL", TINY_GUEST_DIR "/agent"},
                {"ID", kId},
                {"TAP", tap.toLatin1()}};
}

QByteArray TestRecordedClients::console() const
{
    QFile file(path("console"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestRecordedClients::guestSays(const QByteArray &text) const
{
    return QTest::qWaitFor([this, &text] { return console().contains(text); }, kPatienceMs * slowFactor());
}

QString TestRecordedClients::disk(const char *name, const QByteArray &content, int sectors) const
{
    QFile file(path(name));
    const bool made = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() &&
                      file.resize(static_cast<qint64>(sectors) * 512);
    return made ? file.fileName() : QString();
}

RecordedSequence TestRecordedClients::sequence(const char *file) const
{
    return RecordedSequence(QStringLiteral(RECORDED_DIR "/") + QLatin1String(file), m_places);
}

void TestRecordedClients::startSdkMachine(RecordedClient &client)
{
    QVERIFY(!disk("root.img", "the root's image").isEmpty());
    QVERIFY(!disk("first.img", "the first volume").isEmpty());
    QVERIFY(!disk("second.img", "another volume..", 4096).isEmpty());
    QVERIFY(client.start(EngineProcess::enginePath(),
                         {QStringLiteral("--api-sock"), path("sdk.sock"), QStringLiteral("--id"),
                          QString::fromLatin1(kId), QStringLiteral("--no-seccomp")},
                         path("console")));
    VERIFY_FINE(client.waitForSocket());
    m_log.reset(new FrameworkFifo(path("log.fifo")));
    QCOMPARE(::mkfifo(QFile::encodeName(path("metrics.fifo")).constData(), 0700), 0);
}

void TestRecordedClients::checkMetrics(QFile &fifo)
{
    const QByteArrayList lines = fifo.readAll().trimmed().split('\n');
    QVERIFY2(QJsonDocument::fromJson(lines.first()).object().contains(QStringLiteral("api_server")),
             lines.first().constData());
}

void TestRecordedClients::goSdk_machine()
{
    RecordedClient client(sequence("go-sdk-machine.http"), path("sdk.sock"));
    STEP(startSdkMachine(client));
    VERIFY_FINE(client.replayThrough("startInstance"));
    QVERIFY2(guestSays("DISK 0: the root's image\nDISK 1: the first volume\nREADY\n"), console().constData());
    QFile metrics(path("metrics.fifo"));
    QVERIFY(metrics.open(QIODevice::ReadOnly)); // whenever somebody comes to read it

    VERIFY_FINE(client.replayThrough("UpdateGuestDrive"));
    QVERIFY2(guestSays("DISK 1: another volume..\n"), console().constData());
    VERIFY_FINE(client.replayRest());
    QVERIFY2(guestSays("CTRL-ALT-DEL\n"), console().constData());
    const auto end = client.wait();
    QVERIFY(end.has_value());
    QCOMPARE(end->code, 0);

    const QByteArray log = m_log->readLines(1000).join();
    for (const char *told : {":fc_api:INFO] The API server received a Put request on \"/actions\"", ":fc_api:DEBUG] "})
        QVERIFY2(log.contains(kId + told), log.constData());
    STEP(checkMetrics(metrics));
}

void TestRecordedClients::goSdk_faults()
{
    RecordedClient client(sequence("go-sdk-faults.http"), path("sdk.sock"));
    QVERIFY(client.start(EngineProcess::enginePath(), {QStringLiteral("--api-sock"), path("sdk.sock")}, {}));
    VERIFY_FINE(client.waitForSocket());
    VERIFY_FINE(client.replayRest());
    QVERIFY(client.isRunning());
}

void TestRecordedClients::goSdk_stop()
{
    RecordedClient client(sequence("go-sdk-machine.http"), path("sdk.sock"));
    STEP(startSdkMachine(client));
    VERIFY_FINE(client.replayThrough("startInstance"));
    client.terminate(); // StopVMM
    const auto end = client.wait();
    QVERIFY(end.has_value());
    QVERIFY(end->killed);                     // "signal: terminated"
    QVERIFY(QFile::exists(path("sdk.sock"))); // which the SDK removes itself
}

void TestRecordedClients::goSdk_load_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("memory file") << QByteArray("go-sdk-load-file.http");
    QTest::newRow("memory backend") << QByteArray("go-sdk-load-backend.http");
}

void TestRecordedClients::goSdk_load()
{
    QFETCH(const QByteArray, file);
    RecordedClient first(sequence("go-sdk-machine.http"), path("sdk.sock"));
    STEP(startSdkMachine(first));
    VERIFY_FINE(first.replayThrough("startInstance"));
    QVERIFY2(guestSays("READY\n"), console().constData());
    VERIFY_FINE(first.replayThrough("CreateSnapshot"));
    first.terminate();
    QVERIFY(first.wait().has_value());
    QVERIFY(QFile::remove(path("sdk.sock")));   // by the SDK
    QVERIFY(QFile::remove(path("vsock.sock"))); // by who uses it
    QVERIFY(QFile::remove(path("console")));

    RecordedClient second(sequence(file.constData()), path("sdk.sock"));
    QVERIFY(second.start(EngineProcess::enginePath(),
                         {QStringLiteral("--api-sock"), path("sdk.sock"), QStringLiteral("--id"),
                          QString::fromLatin1(kId), QStringLiteral("--no-seccomp")},
                         path("console")));
    VERIFY_FINE(second.waitForSocket());
    for (const char *name : {"log", "metrics"})
        QVERIFY(!disk(name, {}, 0).isEmpty()); // createFifoOrFile
    VERIFY_FINE(second.replayRest());
    QVERIFY2(guestSays("DISK 1: the first volume\n"), console().constData());
    QFile log(path("log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains(":INFO"));
}

void TestRecordedClients::goSdk_jailed()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's libraries are not in the jail");
#endif
    FrameworkJail jail(QString::fromLatin1(kId), m_directory->path());
    jail.netns.clear();
    QVERIFY(jail.setup());
    RecordedClient client(sequence("go-sdk-jailed.http"), jail.apiSocketPath());
    QVERIFY(client.start(FrameworkJail::jailerPath(),
                         {QStringLiteral("--id"), jail.id, QStringLiteral("--uid"), QString::number(jail.uid),
                          QStringLiteral("--gid"), QString::number(jail.gid), QStringLiteral("--exec-file"),
                          jail.execFile, QStringLiteral("--chroot-base-dir"), *jail.chrootBase, QStringLiteral("--"),
                          QStringLiteral("--no-seccomp"), QStringLiteral("--api-sock"),
                          QStringLiteral("/run/firecracker.socket")},
                         path("console")));
    VERIFY_FINE(client.waitForSocket());

    // CreateLogFiles, LinkFilesToRootFS.
    for (const char *fifo : {"log.fifo", "metrics.fifo"})
        QCOMPARE(::mkfifo(QFile::encodeName(path(fifo)).constData(), 0700), 0);
    QVERIFY(QFile::copy(QStringLiteral(TINY_GUEST_DIR "/agent"), path("agent")));
    QVERIFY(!disk("root.img", "a jailed image..").isEmpty());
    for (const char *file : {"agent", "root.img", "log.fifo", "metrics.fifo"})
        QCOMPARE(jail.jailedPath(path(file)), QLatin1Char('/') + QLatin1String(file));
    VERIFY_FINE(client.replayRest());
    QVERIFY2(guestSays("DISK 0: a jailed image..\nREADY\n"), console().constData());
    QFile log(path("log.fifo"));
    QVERIFY(log.open(QIODevice::ReadOnly)); // without a FifoLogWriter nobody has read it so far

    client.terminate();
    const auto end = client.wait();
    QVERIFY(end.has_value()); // it is the jailer's own process that became the engine
    QVERIFY(end->killed);
    QVERIFY(log.readAll().contains(":fc_api:INFO] "));
}

void TestRecordedClients::containerd_noopJailer()
{
    // The shim works in the directory of a bundle; whatever is the machine's is beside that.
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("bundle")));
    m_places["VSOCK"] = "../firecracker.vsock";
    FrameworkFifo log(path("fc-logs.fifo"));
    QCOMPARE(::mkfifo(QFile::encodeName(path("fc-metrics.fifo")).constData(), 0700), 0);
    QVERIFY(!disk("root.img", "the agent's root").isEmpty());
    const QByteArray containerStub = stub("MN2HE43UOVRDA");
    const QByteArray volumeStub = stub("MRZGS5TFNVXHI43UOVRDA");
    QVERIFY(!disk("ctrstub0", containerStub, 1).isEmpty());
    QVERIFY(!disk("drivemntstub0", volumeStub, 1).isEmpty());
    QVERIFY(!disk("volume.img", "a mounted volume").isEmpty());
    QVERIFY(!disk("container.img", "container's root").isEmpty());

    RecordedClient client(sequence("containerd-noop-jailer.http"), path("firecracker.sock"));
    QVERIFY(client.start(EngineProcess::enginePath(),
                         {QStringLiteral("--api-sock"), QStringLiteral("../firecracker.sock")}, path("console"),
                         path("bundle")));
    VERIFY_FINE(client.waitForSocket());
    VERIFY_FINE(client.replayThrough("startInstance"));
    QFile metrics(path("fc-metrics.fifo"));
    QVERIFY(metrics.open(QIODevice::ReadOnly));

    // vsock.DialContext: again and again, until the agent is there.
    ConsoleClient agent;
    const bool called = QTest::qWaitFor(
        [this, &agent] {
            agent.close();
            return agent.connectTo(path("firecracker.vsock")) && agent.type("CONNECT 10789\n") &&
                   agent.waitFor("\n", 1000).has_value();
        },
        kPatienceMs * slowFactor());
    QVERIFY2(called, console().constData());
    QVERIFY2(agent.received().startsWith("OK "), agent.received().constData());
    // The agent knows the drives by what is on them.
    QVERIFY2(guestSays("DISK 0: the agent's root\nDISK 1: " + containerStub.first(kShown) +
                       "\nDISK 2: " + volumeStub.first(kShown) + "\nREADY\n"),
             console().constData());

    VERIFY_FINE(client.replayThrough("PatchAndMount drivemntstub0"));
    QVERIFY2(guestSays("DISK 2: a mounted volume\n"), console().constData());
    VERIFY_FINE(client.replayThrough("Create"));
    QVERIFY2(guestSays("DISK 1: container's root\n"), console().constData());
    VERIFY_FINE(client.replayRest());
    QVERIFY(agent.type("shutdown"));
    const auto end = client.wait();
    QVERIFY(end.has_value());
    QCOMPARE(end->code, 0); // anything else is "forcefully terminated"
    QVERIFY2(console().contains("CALLED\n"), console().constData());
    QVERIFY(!log.readLines(1000).isEmpty());
    STEP(checkMetrics(metrics));
}

QTEST_GUILESS_MAIN(TestRecordedClients)
#include "tst_recorded_clients.moc"
