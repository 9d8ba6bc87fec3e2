#include "manager/config_diff.h"
#include "manager/run_state.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

VmConfig sample()
{
    VmConfig config;
    config.bootSource.kernelImagePath = u"/k"_s;
    Drive root;
    root.driveId = u"root"_s;
    root.pathOnHost = u"/root.img"_s;
    root.isRootDevice = true;
    Drive data;
    data.driveId = u"data"_s;
    data.pathOnHost = u"/data.img"_s;
    data.isReadOnly = true;
    config.drives = {root, data};
    return config;
}

QStringList lines(const VmConfig &running, const VmConfig &wanted)
{
    return restartLines(running, LogLevel::Info, wanted, LogLevel::Info);
}

} // namespace

class TestConfigDiff : public QObject {
    Q_OBJECT

private slots:
    void same_nothingToDo()
    {
        QVERIFY(liveChanges(sample(), sample()).isEmpty());
        QVERIFY(lines(sample(), sample()).isEmpty());
    }

    void interfaces_limitsAreLive_theRestIsNot()
    {
        const RateLimiter limiter{TokenBucket{1000, {}, 100}, {}};
        VmConfig running = sample();
        running.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"t0"_s, .rxRateLimiter = limiter},
                                     {.ifaceId = u"b"_s, .hostDevName = u"t1"_s, .guestMac = u"02:AA:00:00:00:01"_s}};
        VmConfig wanted = running;
        wanted.networkInterfaces[1].guestMac = u"02:aa:00:00:00:01"_s; // the same address
        QVERIFY(lines(running, wanted).isEmpty());
        wanted.networkInterfaces[0].rxRateLimiter.reset();
        wanted.networkInterfaces[1].txRateLimiter = limiter;
        const auto changes = liveInterfaceChanges(running, wanted);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].ifaceId, u"a"_s);
        QCOMPARE(changes[0].rxRateLimiter->bandwidth, (TokenBucket{0, {}, 0})); // switched off, or it would stay
        QVERIFY(!changes[0].txRateLimiter);
        QCOMPARE(changes[1].txRateLimiter->bandwidth->size, quint64{1000});
        QCOMPARE(lines(running, wanted).size(), 2);
        wanted.networkInterfaces.swapItemsAt(0, 1);
        wanted.networkInterfaces[0].mtu = 1400;
        wanted.networkInterfaces[1].hostDevName = u"t9"_s;
        QCOMPARE(lines(running, wanted).size(), 5);
        wanted.networkInterfaces = {{.ifaceId = u"c"_s, .hostDevName = u"t0"_s}};
        QVERIFY(liveInterfaceChanges(running, wanted).isEmpty());
        QCOMPARE(lines(running, wanted).size(), 3); // one added, two removed
    }

    void devices_eachOne_needsARestart()
    {
        const VmConfig running = sample();
        VmConfig wanted = running;
        wanted.mmdsConfig = MmdsConfig{};
        wanted.mmds = QJsonObject{};
        wanted.vsock = Vsock{};
        wanted.balloon = Balloon{};
        wanted.entropy = Entropy{};
        wanted.serial = Serial{};
        QCOMPARE(lines(running, wanted).size(), 6);
        VmConfig again = wanted;
        again.entropy->rateLimiter = RateLimiter{TokenBucket{0, {}, 0}, {}}; // limits nothing
        QVERIFY(lines(wanted, again).isEmpty());
    }

    void path_isALiveChange()
    {
        VmConfig wanted = sample();
        wanted.drives[1].pathOnHost = u"/other.img"_s;
        const auto changes = liveChanges(sample(), wanted);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].update.driveId, u"data"_s);
        QCOMPARE(changes[0].update.pathOnHost, std::optional(u"/other.img"_s));
        QVERIFY(!changes[0].update.rateLimiter);
        QVERIFY(changes[0].readOnly);
    }

    void limiterRemoved_switchesBothBucketsOff()
    {
        VmConfig running = sample();
        running.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        const auto changes = liveChanges(running, sample());
        QCOMPARE(changes.size(), 1);
        const RateLimiter sent = *changes[0].update.rateLimiter;
        QCOMPARE(sent.bandwidth, std::optional(TokenBucket{0, {}, 0}));
        QCOMPARE(sent.ops, std::optional(TokenBucket{0, {}, 0}));
    }

    void oneBucketLeft_theOtherIsSwitchedOff()
    {
        VmConfig running = sample();
        running.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, TokenBucket{5, {}, 100}};
        VmConfig wanted = sample();
        wanted.drives[0].rateLimiter = RateLimiter{TokenBucket{2000, {}, 100}, {}};
        const auto changes = liveChanges(running, wanted);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].update.rateLimiter->bandwidth->size, quint64(2000));
        QCOMPARE(changes[0].update.rateLimiter->ops, std::optional(TokenBucket{0, {}, 0}));
    }

    void limiterThatLimitsNothing_isLikeNone()
    {
        VmConfig wanted = sample();
        wanted.drives[0].rateLimiter = RateLimiter{TokenBucket{0, {}, 100}, {}};
        QVERIFY(liveChanges(sample(), wanted).isEmpty());
        QVERIFY(lines(sample(), wanted).isEmpty());
    }

    void everythingElse_needsARestart()
    {
        VmConfig wanted = sample();
        wanted.machine.vcpuCount = 4;
        wanted.machine.memSizeMib = 512;
        wanted.machine.smt = true;
        wanted.machine.trackDirtyPages = true;
        wanted.machine.hugePages = HugePages::TwoMiB;
        wanted.machine.cpuTemplate = u"T2"_s;
        wanted.bootSource.kernelImagePath = u"/k2"_s;
        wanted.bootSource.initrdPath = u"/i"_s;
        wanted.bootSource.bootArgs = u"quiet"_s;
        QCOMPARE(lines(sample(), wanted).size(), 9);
        QVERIFY(liveChanges(sample(), wanted).isEmpty());
        QCOMPARE(restartLines(sample(), LogLevel::Info, sample(), LogLevel::Debug).size(), 1);
    }

    void drives_addedRemovedReordered_needARestart()
    {
        VmConfig more = sample();
        more.drives.append(Drive{u"new"_s, u"/n"_s, false, {}, false, CacheType::Unsafe, IoEngine::Sync, {}});
        QCOMPARE(lines(sample(), more), QStringList{u"Drive “new”: added"_s});
        QCOMPARE(lines(more, sample()), QStringList{u"Drive “new”: removed"_s});
        VmConfig swapped = sample();
        swapped.drives.swapItemsAt(0, 1);
        QCOMPARE(lines(sample(), swapped), QStringList{u"Order of the drives"_s});
    }

    void runState_savedAndLoaded_isTheSame()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(u"state.json"_s);
        RunState state;
        state.phase = RunState::Phase::Stopping;
        state.process = ProcessIdentity{42, 123456789, u"boot"_s};
        state.runner = u"emulated"_s;
        state.seenAs = u"/machine"_s;
        state.startedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
        state.config = sample();
        state.logLevel = LogLevel::Debug;
        state.memoryBase = u"abcdefgh"_s;
        state.consoleBefore = u"boot\nlogin:"_s;
        state.driveRoles.insert(u"root"_s, u"drive-root-live"_s);
        state.litter = QStringList{u"/x"_s};
        QVERIFY(state.save(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto loaded = RunState::load(file);
        QVERIFY(loaded);
        QVERIFY(loaded->phase == state.phase);
        QCOMPARE(*loaded->process, *state.process);
        QCOMPARE(loaded->runner, state.runner);
        QCOMPARE(loaded->seenAs, state.seenAs);
        QCOMPARE(loaded->startedAt, state.startedAt);
        QCOMPARE(loaded->config, state.config);
        QVERIFY(loaded->logLevel == state.logLevel);
        QCOMPARE(loaded->memoryBase, state.memoryBase);
        QCOMPARE(loaded->consoleBefore, state.consoleBefore);
        QCOMPARE(loaded->driveRoles, state.driveRoles);
        QCOMPARE(loaded->litter, state.litter);
    }

    void runState_badFiles_areTold()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(u"state.json"_s);
        QVERIFY(RunState::load(file).error() == RunState::Missing::NoFile);
        for (const QByteArray text : {"", "{", "[]", "{}", R"({"version":99})", R"({"version":1,"phase":"x"})"}) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
            out.close();
            QVERIFY2(RunState::load(file).error() == RunState::Missing::Unreadable, text.constData());
        }
        QVERIFY(!RunState().save(u"/nowhere/state.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestConfigDiff)
#include "tst_config_diff.moc"
