// What goes wrong around the snapshots of a guest under load, and that nothing is lost by it.
#include "harness/console_client.h"
#include "snapshot_guest.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/mount.h>

using namespace harness;

namespace {

/// A file system of its own with little room, as long as the object lives.
class SmallDisk {
public:
    SmallDisk(const QString &path, int kib) : m_path(QFile::encodeName(path))
    {
        QDir().mkpath(path);
        const QByteArray options = "size=" + QByteArray::number(kib) + "k";
        m_mounted = ::mount("tmpfs", m_path.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    QStringList entries() const
    {
        return QDir(QFile::decodeName(m_path)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private:
    QByteArray m_path;
    bool m_mounted = false;
};

/// Sends a request and does not wait for what comes of it.
bool sendOnly(const LabEngine &engine, const QByteArray &path, const QJsonObject &body)
{
    ConsoleClient stream;
    const QByteArray text = ApiClient::compact(body);
    return stream.connectTo(engine.process.socketPath()) &&
           stream.type("PUT " + path +
                       " HTTP/1.1\r\nContent-Type: application/json\r\n"
                       "Content-Length: " +
                       QByteArray::number(text.size()) + "\r\n\r\n" + text);
}

bool copySnapshot(const Snapshot &from, const Snapshot &to)
{
    return runOnHost(QStringLiteral("cp --sparse=always %1 %2").arg(from.state, to.state), 60000).status == 0 &&
           runOnHost(QStringLiteral("cp --sparse=always %1 %2").arg(from.memory, to.memory), 60000).status == 0;
}

bool sameSnapshot(const Snapshot &one, const Snapshot &other)
{
    return runOnHost(QStringLiteral("cmp %1 %2").arg(one.state, other.state), 60000).status == 0 &&
           runOnHost(QStringLiteral("cmp %1 %2").arg(one.memory, other.memory), 60000).status == 0;
}

QJsonObject pausedLoad(const Snapshot &snapshot)
{
    return snapshot.loadBody({{QStringLiteral("resume_vm"), false}});
}

} // namespace

class TestLabSnapshotFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killedCreate_losesNothing();
    void killedLoad_losesNothing();
    void fullDisk_leavesMachineAndFiles_data();
    void fullDisk_leavesMachineAndFiles();
    void pageServer_servesAndForgets();
    void pageServerThatDies_endsTheEngine();

private:
    /// Boots `guest` and freezes it as `good`; its engine is gone then.
    void makeGood(SnapshotGuest &guest);
    Snapshot good(const SnapshotGuest &guest) const { return guest.snapshot(QStringLiteral("good")); }

    std::optional<LoadStatus> m_before;
};

void TestLabSnapshotFaults::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root");
    QVERIFY(addTap(QStringLiteral("tap0"), QStringLiteral("172.16.0.1/30")));
}

void TestLabSnapshotFaults::makeGood(SnapshotGuest &guest)
{
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    m_before = guest.status();
    VERIFY_GUEST(m_before, guest.engine().process);
    ACCEPTED(guest.freeze("Full", good(guest)), guest.engine());
    guest.engine().kill();
}

void TestLabSnapshotFaults::killedCreate_losesNothing()
{
    SnapshotGuest guest;
    STEP(makeGood(guest));
    const Snapshot kept = guest.snapshot(QStringLiteral("kept"));
    const Snapshot fresh = guest.snapshot(QStringLiteral("fresh"));
    QVERIFY(copySnapshot(good(guest), kept));
    int interrupted = 0;
    int delayMs = 0;
    for (const bool overOld : {false, true, false, true, false, true, false, true}) {
        ACCEPTED(guest.loadWith(pausedLoad(kept)), guest.engine());
        if (overOld)
            QVERIFY(copySnapshot(kept, fresh));
        QVERIFY(sendOnly(guest.engine(), "/snapshot/create", fresh.createBody("Full")));
        QTest::qWait(delayMs);
        guest.engine().kill();
        // Under each name is something whole, or what was there before.
        const bool haveState = QFile::exists(fresh.state), haveMemory = QFile::exists(fresh.memory);
        QVERIFY(!overOld || (haveState && haveMemory));
        if (haveMemory)
            QCOMPARE(QFile(fresh.memory).size(), QFile(kept.memory).size());
        QVERIFY(haveMemory || !haveState);
        if (haveState)
            ACCEPTED(guest.loadWith(pausedLoad(fresh)), guest.engine());
        guest.engine().kill();
        interrupted += haveState && !overOld ? 0 : 1;
        QFile::remove(fresh.state);
        QFile::remove(fresh.memory);
        delayMs = delayMs * 2 + 20;
    }
    QVERIFY(interrupted > 1);
    QVERIFY(sameSnapshot(good(guest), kept));
    ACCEPTED(guest.load(good(guest)), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*m_before), guest.engine());
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshotFaults::killedLoad_losesNothing()
{
    SnapshotGuest guest;
    STEP(makeGood(guest));
    const Snapshot kept = guest.snapshot(QStringLiteral("kept"));
    QVERIFY(copySnapshot(good(guest), kept));
    for (const int delayMs : {0, 10, 30, 60, 120, 250, 500}) {
        QFile::remove(guest.path(QStringLiteral("v.sock")));
        LabEngine engine;
        QVERIFY(engine.start());
        QVERIFY(sendOnly(engine, "/snapshot/load", pausedLoad(good(guest))));
        QTest::qWait(delayMs);
        engine.kill();
    }
    QVERIFY(sameSnapshot(good(guest), kept));
    ACCEPTED(guest.load(good(guest)), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*m_before), guest.engine());
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshotFaults::fullDisk_leavesMachineAndFiles_data()
{
    QTest::addColumn<int>("kib");
    QTest::addColumn<bool>("isDiff");
    QTest::newRow("room for part of the memory") << 20480 << false;
    QTest::newRow("room for the state alone") << 256 << true;
    QTest::newRow("no room for anything") << 4 << true;
}

void TestLabSnapshotFaults::fullDisk_leavesMachineAndFiles()
{
    QFETCH(const int, kib);
    QFETCH(const bool, isDiff);
    SnapshotGuest guest;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const auto before = guest.status();
    VERIFY_GUEST(before, guest.engine().process);
    ACCEPTED(guest.freeze("Full", good(guest)), guest.engine());
    QVERIFY(guest.engine().setState("Resumed"));
    NO_PROBLEMS(guest.problemsSince(*before), guest.engine());

    const SmallDisk disk(guest.path(QStringLiteral("small")), kib);
    QVERIFY(disk.isMounted());
    const Response response = guest.freeze(isDiff ? "Diff" : "Full", guest.snapshot(QStringLiteral("small/s")));
    QCOMPARE(response.status, 400);
    QVERIFY2(response.fault().contains(QStringLiteral("No space left on device")), response.body);
    QCOMPARE(disk.entries(), QStringList());

    // The machine goes on, and what changed since the last snapshot is not forgotten.
    QVERIFY(guest.engine().setState("Resumed"));
    const auto after = guest.status();
    VERIFY_GUEST(after, guest.engine().process);
    NO_PROBLEMS(guest.problemsSince(*after), guest.engine());
    const Snapshot diff = guest.snapshot(QStringLiteral("diff"));
    ACCEPTED(guest.freeze("Diff", diff), guest.engine());
    guest.engine().kill();
    QVERIFY(rebase(good(guest).memory, diff.memory));
    ACCEPTED(guest.load({diff.state, good(guest).memory}), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*after), guest.engine());
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshotFaults::pageServer_servesAndForgets()
{
    SnapshotGuest guest;
    guest.plan.balloon = json(R"({"amount_mib": 0, "deflate_on_oom": false, "stats_polling_interval_s": 1})");
    STEP(makeGood(guest));
    const QString socket = guest.path(QStringLiteral("uffd.sock"));
    HostProgram server(hostTool(QStringLiteral("sparkler-test-uffd-handler")), {socket, good(guest).memory});
    QVERIFY(server.prints("UFFD listening"));
    ACCEPTED(guest.loadWith(good(guest).uffdBody(socket)), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*m_before, 60000), guest.engine());
    // Pages that the balloon took are taken from the server, too, and are zeros when they come back.
    for (const int mib : {20, 0}) {
        QCOMPARE(guest.engine().api.patch("/balloon", {{QStringLiteral("amount_mib"), mib}}).status, 204);
        QTRY_COMPARE_WITH_TIMEOUT(
            guest.engine().api.get("/balloon/statistics").json()[QStringLiteral("actual_mib")].toInt(-1), mib,
            30000 * slowFactor());
    }
    const auto after = guest.status();
    VERIFY_GUEST(after, guest.engine().process);
    NO_PROBLEMS(guest.problemsSince(*after), guest.engine());
    NO_PROBLEMS(guest.end(), guest.engine());
    QVERIFY2(server.succeeds(), server.output());
    const QList<QByteArray> words = server.output().trimmed().split('\n').last().split(' ');
    QCOMPARE(words.first(), QByteArray("UFFD"));
    QVERIFY2(words.at(2).toInt() > 1000 && words.at(6).toInt() > 0, server.output());
}

void TestLabSnapshotFaults::pageServerThatDies_endsTheEngine()
{
    SnapshotGuest guest;
    STEP(makeGood(guest));
    const QString socket = guest.path(QStringLiteral("uffd.sock"));
    HostProgram server(hostTool(QStringLiteral("sparkler-test-uffd-handler")),
                       {socket, good(guest).memory, QStringLiteral("--die-after"), QStringLiteral("500")});
    QVERIFY(server.prints("UFFD listening"));
    ACCEPTED(guest.loadWith(good(guest).uffdBody(socket)), guest.engine());
    // Nobody can bring the guest's pages any more.
    const auto end = guest.engine().process.waitForExit(30000);
    VERIFY_GUEST(end, guest.engine().process);
    QCOMPARE(end->signal, 0);
    QCOMPARE(end->code, 1);
    VERIFY_GUEST(guest.engine().process.log().contains("The handler that brings the guest's memory has ended"),
                 guest.engine().process);
    QVERIFY(!server.succeeds());
    ACCEPTED(guest.load(good(guest)), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*m_before), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabSnapshotFaults)
#include "tst_lab_snapshot_faults.moc"
