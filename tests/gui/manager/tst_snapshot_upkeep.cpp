#include "snapshot_fixture.h"

#include "manager/snapshots/verify.h"

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

/// Removing, merging and verifying.
class TestSnapshotUpkeep : public QObject {
    Q_OBJECT

    /// full - diff - diff, all of one run.
    struct Chain {
        explicit Chain(SnapshotFixture &f)
            : machine(f.running()), full(f.create(machine)), first(f.create(machine, SnapshotKind::Diff)),
              second(f.create(machine, SnapshotKind::Diff))
        {
        }
        QString memory(const QString &id) const
        {
            return SnapshotFolder(machine->directory().root()).of(id) + u"/memory"_s;
        }
        Machine *machine;
        QString full, first, second;
    };

private slots:
    void merge_makesADiffFull()
    {
        SnapshotFixture f;
        Chain c(f);
        QVERIFY(!f.library().whyNotMerge(c.machine->id(), c.full).isEmpty());
        QCOMPARE(f.end(f.library().merge(c.machine->id(), c.first)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.snapshot(c.machine, c.first).kind, SnapshotKind::Full);
        QCOMPARE(f.snapshot(c.machine, c.first).parent, c.full); // it still comes from it
        QCOMPARE(f.pages(c.memory(c.first)), "ab");
        QCOMPARE(f.library().lineage(c.machine->id())->chain(c.second), (QStringList{c.first, c.second}));
        QVERIFY(f.library().of(c.machine->id())->find(c.full));
        QTRY_COMPARE(f.snapshot(c.machine, c.first).checksums.size(), 3); // a new one of the new memory
        QCOMPARE(f.end(f.library().verify(c.machine->id(), c.first)), Task::State::Done);
        QVERIFY(f.left(c.machine).filter(u".work"_s).isEmpty());
    }

    void remove_ofWhatOthersNeed_isRefusedUnlessSaid()
    {
        SnapshotFixture f;
        Chain c(f);
        const RemovalPlan plan = f.library().planRemoval(c.machine->id(), c.full, RemovalMode::OnlyIt);
        QVERIFY(!plan.whyNot.isEmpty());
        QCOMPARE(f.end(f.library().remove(c.machine->id(), c.full, RemovalMode::OnlyIt)), Task::State::Failed);
        QCOMPARE(f.library().of(c.machine->id())->entries.size(), 3);
    }

    void remove_withMerge_keepsTheOthersWhole()
    {
        SnapshotFixture f;
        Chain c(f);
        const RemovalPlan plan = f.library().planRemoval(c.machine->id(), c.full, RemovalMode::MergeDiffs);
        QCOMPARE(plan.whyNot, QString());
        QCOMPARE(plan.merged, QStringList{c.first});
        QCOMPARE(plan.removed, QStringList{c.full});
        QVERIFY(plan.freedBytes > 0);
        QCOMPARE(f.end(f.library().remove(c.machine->id(), c.full, RemovalMode::MergeDiffs)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.library().of(c.machine->id())->entries.size(), 2);
        QCOMPARE(f.snapshot(c.machine, c.first).kind, SnapshotKind::Full);
        QCOMPARE(f.snapshot(c.machine, c.first).parent, QString());
        QCOMPARE(f.pages(c.memory(c.first)), "ab");
        QCOMPARE(f.end(f.library().restore({c.machine->id(), c.second})), Task::State::Done);
        const QString again = f.create(c.machine);
        QCOMPARE(f.pages(c.memory(again)), "abcd");
    }

    void remove_inTheMiddle_theChildComesFromTheGrandparent()
    {
        SnapshotFixture f;
        Chain c(f);
        const QString last = f.create(c.machine);
        QCOMPARE(f.end(f.library().remove(c.machine->id(), c.first, RemovalMode::MergeDiffs)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.snapshot(c.machine, c.second).parent, c.full);
        QCOMPARE(f.pages(c.memory(c.second)), "abc");
        QCOMPARE(f.end(f.library().remove(c.machine->id(), last, RemovalMode::OnlyIt)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.library().of(c.machine->id())->here, c.second);
        QCOMPARE(c.machine->memoryBase(), QString()); // a diff of it cannot be
        QVERIFY(!f.library().whyNotCreate(c.machine->id(), SnapshotKind::Diff).isEmpty());
    }

    void remove_withDiffs_takesThemAll()
    {
        SnapshotFixture f;
        Chain c(f);
        const QString other = f.create(c.machine); // full: comes from the last diff, has its own memory
        const RemovalPlan plan = f.library().planRemoval(c.machine->id(), c.first, RemovalMode::WithDiffs);
        QCOMPARE(plan.removed, (QStringList{c.first, c.second}));
        QCOMPARE(f.end(f.library().remove(c.machine->id(), c.first, RemovalMode::WithDiffs)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.library().of(c.machine->id())->entries.size(), 2);
        QCOMPARE(f.snapshot(c.machine, other).parent, c.full);
        QCOMPARE(f.library().lineage(c.machine->id())->descendants(c.full), QStringList{other});
    }

    void remove_ofADamagedOne_works()
    {
        SnapshotFixture f;
        Chain c(f);
        const QString description = SnapshotFolder(c.machine->directory().root()).of(c.second) + u"/snapshot.json"_s;
        writeFile(description, "{");
        f.settle(c.machine->id());
        QVERIFY(f.library().of(c.machine->id())->find(c.second)->damaged());
        QVERIFY(!f.library().whyNotRestore(c.machine->id(), c.second).isEmpty());
        QCOMPARE(f.end(f.library().remove(c.machine->id(), c.second, RemovalMode::OnlyIt)), Task::State::Done);
        f.settle(c.machine->id());
        QCOMPARE(f.library().of(c.machine->id())->entries.size(), 2);
    }

    void merge_thatIsCancelledOrFails_leavesTheDiff()
    {
        SnapshotFixture f;
        Chain c(f);
        Task *task = f.library().merge(c.machine->id(), c.first);
        task->cancel();
        QCOMPARE(f.end(task), Task::State::Cancelled);
        QVERIFY(QFile::remove(c.memory(c.full))); // not read again yet
        QCOMPARE(f.end(f.library().merge(c.machine->id(), c.first)), Task::State::Failed);
        f.settle(c.machine->id());
        QCOMPARE(f.snapshot(c.machine, c.first).kind, SnapshotKind::Diff);
        QVERIFY(f.left(c.machine).filter(u".work"_s).isEmpty());
        const RemovalPlan plan = f.library().planRemoval(c.machine->id(), c.full, RemovalMode::MergeDiffs);
        QVERIFY(!plan.whyNot.isEmpty()); // its diffs can no longer be made full
    }

    void verify_findsAFlippedBit_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"state", "memory", "drives/rootfs.img"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void verify_findsAFlippedBit()
    {
        QFETCH(QString, file);
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        QTRY_COMPARE(f.snapshot(machine, id).checksums.size(), 3);
        QVERIFY(!f.library().verification(machine->id(), id));
        QCOMPARE(f.end(f.library().verify(machine->id(), id)), Task::State::Done);
        QVERIFY(f.library().verification(machine->id(), id)->good());
        QCOMPARE(f.library().verification(machine->id(), id)->files.size(), 3);
        const QString path = SnapshotFolder(machine->directory().root()).of(id) + u'/' + file;
        QByteArray content = readFile(path);
        content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
        writeFile(path, content);
        Task *task = f.library().verify(machine->id(), id);
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(file));
        const auto found = f.library().verification(machine->id(), id);
        QVERIFY(!found->good());
        for (const VerifiedFile &one : found->files)
            QCOMPARE(one.state, one.file == file ? VerifiedFile::State::Changed : VerifiedFile::State::Good);
    }

    void verify_withoutChecksums_recordsThem_andStopsWhenTold()
    {
        QTemporaryDir home;
        Snapshot one = snapshot(1);
        store(home.path(), one);
        const QString folder = SnapshotFolder(home.path()).of(one.id);
        const Verification found = verifySnapshot(folder, one, [](double progress) { return progress <= 1.0; });
        QCOMPARE(found.files.size(), 2);
        QCOMPARE(found.files[0].state, VerifiedFile::State::Recorded);
        QCOMPARE(found.recorded.size(), 2);
        QVERIFY(found.good());
        QVERIFY(verifySnapshot(folder, one, [](double) { return false; }).files.isEmpty());
        QVERIFY(QFile::remove(folder + u"/state"_s));
        QCOMPARE(verifySnapshot(folder, one, [](double) { return true; }).files[0].state, VerifiedFile::State::Missing);
    }

    void aThousandSnapshots_areOneReadingAndOneSignal()
    {
        SnapshotFixture f;
        Machine *machine = f.addDefault();
        for (int number = 0; number < 1000; ++number) {
            Snapshot one = snapshot(number, number - 1, number % 10 == 0 ? SnapshotKind::Full : SnapshotKind::Diff);
            one.checksums = {{u"state"_s, QByteArray(32, 's')}, {u"memory"_s, QByteArray(32, 'm')}};
            store(machine->directory().root(), one);
        }
        f.newLibrary();
        QSignalSpy changed(&f.library(), &SnapshotLibrary::changed);
        QTRY_VERIFY_WITH_TIMEOUT(f.library().upToDate(machine->id()), 60'000);
        QCOMPARE(f.library().of(machine->id())->entries.size(), 1000);
        QCOMPARE(f.library().lineage(machine->id())->nodes().size(), 1001);
        QCOMPARE(changed.size(), 1);
        f.settle(machine->id());
        QCOMPARE(changed.size(), 1); // nothing is different
        const RemovalPlan plan = f.library().planRemoval(machine->id(), idOf(990), RemovalMode::WithDiffs);
        QCOMPARE(plan.removed.size(), 10);
        QCOMPARE(f.end(f.library().remove(machine->id(), idOf(990), RemovalMode::WithDiffs)), Task::State::Done);
        f.settle(machine->id());
        QCOMPARE(f.library().of(machine->id())->entries.size(), 990);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotUpkeep)
#include "tst_snapshot_upkeep.moc"
