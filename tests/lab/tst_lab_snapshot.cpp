// Guests under load are frozen and go on: in the same engine, in others, as copies.
//
// SPARKLER_SNAPSHOT_ROUNDS is how often goesOn_inTheNextEngine() restores in all (default 8): the thorough number is
// 50.
#include "snapshot_guest.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <sys/stat.h>

using namespace harness;

namespace {

constexpr int kClones = 10;
/// How often the guest's kernel learned that it is a copy, and made its random numbers new.
constexpr const char *kCountForks = "dmesg | grep -c 'crng reseeded due to virtual machine fork'";

/// What the guest's clock is ahead of the host's, in ms.
std::optional<qint64> clockAhead(SnapshotGuest &guest)
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const std::optional<LoadStatus> status = guest.status();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    return status ? std::optional(status->realtimeMs() - (before + after) / 2) : std::nullopt;
}

/// Where pages of the load's memory pattern are in a memory file.
QList<qint64> patternPages(const QString &path)
{
    QList<qint64> found;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return found;
    const auto *bytes = reinterpret_cast<const char *>(file.map(0, file.size()));
    for (qint64 at = 0; bytes && at < file.size(); at += 4096) {
        if (QByteArrayView(bytes + at, 8) == QByteArrayView("SPKLPAGE"))
            found += at;
    }
    return found;
}

bool sameBytes(const QString &one, const QString &other)
{
    return runOnHost(QStringLiteral("cmp %1 %2").arg(one, other), 60000).status == 0;
}

qint64 bytesOnDisk(const QString &path)
{
    struct stat status {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? qint64(status.st_blocks) * 512 : -1;
}

bool replaceFile(const QString &path, const QString &with)
{
    return runOnHost(QStringLiteral("cp --sparse=always %1 %2").arg(with, path), 60000).status == 0;
}

} // namespace

class TestLabSnapshot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void load_survivesPauses_data();
    void load_survivesPauses();
    void goesOn_inTheNextEngine_data();
    void goesOn_inTheNextEngine();
    void corruptedPage_isFound();
    void wallClock_isRightWhenAskedFor();
    void chainOfDiffs_equalsFull();
    void clones_answerAndDiffer();

private:
    /// Loads with overrides into `clone`, with drives of its own.
    void startClone(SnapshotGuest &guest, const Snapshot &snapshot, LabEngine &clone, int number);
};

void TestLabSnapshot::initTestCase()
{
    for (const char *kernel : {"6.1-test", "6.12-test"})
        QVERIFY2(GuestAssets::forKernel(QLatin1String(kernel)).complete(), kernel);
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root");
    QVERIFY(addTap(QStringLiteral("tap0"), QStringLiteral("172.16.0.1/30")));
}

void TestLabSnapshot::load_survivesPauses_data()
{
    QTest::addColumn<int>("vcpus");
    QTest::newRow("1 vcpu") << 1;
    QTest::newRow("2 vcpus") << 2;
}

void TestLabSnapshot::load_survivesPauses()
{
    QFETCH(const int, vcpus);
    SnapshotGuest guest;
    guest.plan.vcpus = vcpus;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    for (int i = 0; i < 3; ++i) {
        const auto before = guest.status();
        VERIFY_GUEST(before, guest.engine().process);
        QVERIFY(guest.engine().setState("Paused"));
        QTest::qWait(500 * i);
        QVERIFY(guest.engine().setState("Resumed"));
        NO_PROBLEMS(guest.problemsSince(*before), guest.engine());
    }
    // Nothing of that is a reason for a stream to end.
    const auto last = guest.status();
    QVERIFY(last);
    QCOMPARE(last->begunAnew(QStringLiteral("echo")), 0);
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshot::goesOn_inTheNextEngine_data()
{
    QTest::addColumn<int>("vcpus");
    QTest::addColumn<QString>("ioEngine");
    QTest::addColumn<int>("rounds");
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SPARKLER_SNAPSHOT_ROUNDS", &given);
    const int total = given ? asked : 8;
    int row = 0;
    for (const int vcpus : {1, 2}) {
        for (const char *io : {"Sync", "Async"}) {
            QTest::addRow("%d vcpu %s", vcpus, io)
                << vcpus << QString::fromLatin1(io) << total / 4 + (row++ < total % 4 ? 1 : 0);
        }
    }
}

void TestLabSnapshot::goesOn_inTheNextEngine()
{
    QFETCH(const int, vcpus);
    QFETCH(const QString, ioEngine);
    QFETCH(const int, rounds);
    SnapshotGuest guest;
    guest.plan.vcpus = vcpus;
    guest.plan.ioEngine = ioEngine;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const Snapshot whole = guest.snapshot(QStringLiteral("whole"));
    const Snapshot diff = guest.snapshot(QStringLiteral("diff"));
    for (int round = 0; round < rounds; ++round) {
        const auto before = guest.status();
        VERIFY_GUEST(before, guest.engine().process);
        QElapsedTimer away;
        away.start();
        const bool isDiff = round % 2 == 1;
        // The full one replaces the file that is this guest's memory since the last round.
        ACCEPTED(guest.freeze(isDiff ? "Diff" : "Full", isDiff ? diff : whole), guest.engine());
        guest.engine().kill();
        if (isDiff)
            QVERIFY(rebase(whole.memory, diff.memory) && QFile::remove(diff.memory));
        const Snapshot layered{isDiff ? diff.state : whole.state, whole.memory};
        ACCEPTED(guest.load(layered, {{QStringLiteral("track_dirty_pages"), true}}), guest.engine());
        const qint64 awayMs = away.elapsed();
        NO_PROBLEMS(guest.problemsSince(*before), guest.engine());
        // The time away is no more than a late wake-up; neither is a slow machine that much slower.
        const auto after = guest.status();
        QVERIFY(after);
        QVERIFY2(after->latestMs() <= awayMs + 1000 * slowFactor(), QByteArray::number(after->latestMs()));
        qInfo("round %d of %d: %s, away %lld ms", round + 1, rounds, isDiff ? "diff" : "full", awayMs);
    }
    // The kernel's own connections are there as before; those through us were ended, and made again.
    const auto last = guest.status();
    QVERIFY(last);
    QCOMPARE(last->begunAnew(QStringLiteral("echo tcp")), 0);
    QVERIFY(last->begunAnew(QStringLiteral("echo vsock")) >= rounds);
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshot::corruptedPage_isFound()
{
    SnapshotGuest guest;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const Snapshot snapshot = guest.snapshot(QStringLiteral("good"));
    const auto before = guest.status();
    QVERIFY(before);
    NO_PROBLEMS(guest.problemsSince(*before), guest.engine());
    ACCEPTED(guest.freeze("Full", snapshot), guest.engine());
    guest.engine().kill();

    const QList<qint64> pages = patternPages(snapshot.memory);
    QVERIFY2(pages.size() >= 24 * 256, QByteArray::number(pages.size()));
    QFile memory(snapshot.memory);
    QVERIFY(memory.open(QIODevice::ReadWrite));
    QVERIFY(memory.seek(pages.at(pages.size() / 2) + 2048));
    char byte = 0;
    QVERIFY(memory.getChar(&byte));
    QVERIFY(memory.seek(memory.pos() - 1) && memory.putChar(static_cast<char>(byte ^ 0x10)));
    memory.close();

    ACCEPTED(guest.load(snapshot), guest.engine());
    QByteArray wrong;
    QTRY_VERIFY_WITH_TIMEOUT(!(wrong = guest.status().value_or(LoadStatus()).wrong()).isEmpty(), 60000 * slowFactor());
    QVERIFY2(wrong.startsWith("memory: 1 wrong") && wrong.contains("differs at word 256"), wrong);
    QVERIFY2(wrong.count("wrong, the first") == 1, wrong);
}

void TestLabSnapshot::wallClock_isRightWhenAskedFor()
{
    constexpr qint64 kAwayMs = 20000, kNearMs = 5000;
    SnapshotGuest guest;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const auto atFirst = clockAhead(guest);
    QVERIFY(atFirst);
    const Snapshot snapshot = guest.snapshot(QStringLiteral("then"));
    ACCEPTED(guest.freeze("Full", snapshot), guest.engine());
    guest.engine().kill();
    const QString root = guest.path(QStringLiteral("root.copy")), data = guest.path(QStringLiteral("data.copy"));
    QVERIFY(replaceFile(root, guest.plan.rootfs) && replaceFile(data, guest.dataDrive()));
    QTest::qWait(kAwayMs);

    ACCEPTED(guest.load(snapshot, {{QStringLiteral("clock_realtime"), true}}), guest.engine());
    const auto right = clockAhead(guest);
    VERIFY_GUEST(right, guest.engine().process);
    QVERIFY2(qAbs(*right - *atFirst) < kNearMs, QByteArray::number(*right - *atFirst));
    guest.engine().kill();

    // Not asked for, it goes on where it was. (The disks are those of then.)
    QVERIFY(replaceFile(guest.plan.rootfs, root) && replaceFile(guest.dataDrive(), data));
    ACCEPTED(guest.load(snapshot), guest.engine());
    const auto late = clockAhead(guest);
    VERIFY_GUEST(late, guest.engine().process);
    QVERIFY2(*late - *atFirst < kNearMs - kAwayMs, QByteArray::number(*late - *atFirst));
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshot::chainOfDiffs_equalsFull()
{
    SnapshotGuest guest;
    // A snapshot tells the guest that its vsock connections end, in its memory: the second one at a moment has more of
    // these than the first.
    guest.plan.vsock = {};
    guest.plan.vcpus = 2;
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const auto before = guest.status();
    QVERIFY(before);
    const Snapshot base = guest.snapshot(QStringLiteral("base"));
    ACCEPTED(guest.freeze("Full", base), guest.engine());
    QList<Snapshot> diffs;
    constexpr int kDiffs = 10;
    for (int i = 1; i <= kDiffs; ++i) {
        QVERIFY(guest.engine().setState("Resumed"));
        QTest::qWait(300);
        // A paused machine's devices work on: what the host sends between the last two would be in only one of them.
        if (i == kDiffs)
            QCOMPARE(runOnHost(QStringLiteral("ip link set tap0 down")).status, 0);
        diffs += guest.snapshot(QStringLiteral("diff%1").arg(i));
        ACCEPTED(guest.freeze("Diff", diffs.last()), guest.engine());
        QCOMPARE(QFile(diffs.last().memory).size(), QFile(base.memory).size());
        QVERIFY(bytesOnDisk(diffs.last().memory) < bytesOnDisk(base.memory) / 2);
    }
    const Snapshot full = guest.snapshot(QStringLiteral("full"));
    ACCEPTED(guest.freeze("Full", full), guest.engine());
    for (const Snapshot &diff : diffs) {
        QVERIFY(!sameBytes(base.memory, full.memory));
        QVERIFY(rebase(base.memory, diff.memory));
    }
    QVERIFY(sameBytes(base.memory, full.memory));
    guest.engine().kill();
    QCOMPARE(runOnHost(QStringLiteral("ip link set tap0 up")).status, 0);
    ACCEPTED(guest.load({diffs.last().state, base.memory}), guest.engine());
    NO_PROBLEMS(guest.problemsSince(*before), guest.engine());
    NO_PROBLEMS(guest.end(), guest.engine());
}

void TestLabSnapshot::startClone(SnapshotGuest &guest, const Snapshot &snapshot, LabEngine &clone, int number)
{
    const QString tap = QStringLiteral("clone%1").arg(number);
    QVERIFY(addTap(tap));
    QVERIFY(replaceFile(clone.path("root"), guest.plan.rootfs) && replaceFile(clone.path("data"), guest.dataDrive()));
    QVERIFY(clone.start());
    const auto drive = [&](const char *id, const char *name) {
        return QJsonObject{{QStringLiteral("drive_id"), QLatin1String(id)},
                           {QStringLiteral("path_on_host"), clone.path(name)}};
    };
    const QJsonObject overrides{
        {QStringLiteral("drive_overrides"), QJsonArray{drive("rootfs", "root"), drive("data", "data")}},
        {QStringLiteral("network_overrides"),
         QJsonArray{QJsonObject{{QStringLiteral("iface_id"), QStringLiteral("eth0")},
                                {QStringLiteral("host_dev_name"), tap}}}},
        {QStringLiteral("vsock_override"), QJsonObject{{QStringLiteral("uds_path"), clone.path("v.sock")}}}};
    ACCEPTED(clone.api.put("/snapshot/load", snapshot.loadBody(overrides)), clone);
}

void TestLabSnapshot::clones_answerAndDiffer()
{
    // The kernel that looks at VMGenID.
    SnapshotGuest guest(QStringLiteral("6.12-test"));
    // Ten of them have one slow processor.
    guest.loads = "--files /mnt/data/load --memory 2";
    VERIFY_GUEST(guest.boot(), guest.engine().process);
    const Snapshot snapshot = guest.snapshot(QStringLiteral("parent"));
    const auto before = guest.status();
    QVERIFY(before);
    VERIFY_GUEST(guest.engine().shell.run(kCountForks).text == "0", guest.engine().process);
    ACCEPTED(guest.freeze("Full", snapshot), guest.engine());
    guest.engine().kill();

    LabEngine clones[kClones];
    for (int i = 0; i < kClones; ++i)
        STEP(startClone(guest, snapshot, clones[i], i));
    QSet<QByteArray> identities;
    for (LabEngine &clone : clones) {
        const QByteArray identity = askBehind(clone.path("v.sock"), "identity", 60000);
        QCOMPARE(identity.size(), 64);
        identities += identity;
    }
    QCOMPARE(identities.size(), kClones);
    for (LabEngine &clone : clones) {
        VERIFY_GUEST(clone.shell.run(kCountForks, 60000).text == "1", clone.process);
        // All but the stream over the network, whose other end is not there for a copy.
        QTRY_COMPARE_WITH_TIMEOUT(LoadStatus::parse(askBehind(clone.path("v.sock"), "status", 60000))
                                      .value_or(LoadStatus())
                                      .idleSince(*before)
                                      .filter(QRegularExpression(QStringLiteral("^(files|memory)"))),
                                  QStringList(), 60000 * slowFactor());
        NO_PROBLEMS(LoadStatus::parse(askBehind(clone.path("v.sock"), "status", 60000)).value_or(LoadStatus()).wrong(),
                    clone);
    }
}

QTEST_GUILESS_MAIN(TestLabSnapshot)
#include "tst_lab_snapshot.moc"
