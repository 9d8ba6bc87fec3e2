#include "snapshot_fixture.h"

#include "manager/definition_json.h"
#include "manager/snapshots/restore_journal.h"

#include <QJsonArray>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotRestore : public QObject {
    Q_OBJECT

    static RestorePlan planOf(SnapshotFixture &f, Machine *machine, const QString &id)
    {
        std::optional<RestorePlan> plan;
        f.library().planRestore({machine->id(), id}, machine, [&plan](const RestorePlan &found) { plan = found; });
        if (!QTest::qWaitFor([&] { return plan.has_value(); }, 10'000))
            qFatal("no plan");
        return *plan;
    }

    static QString loadRequest(SnapshotFixture &f, Machine *machine)
    {
        return f.requestsWithBodies(machine).filter(u"PUT /snapshot/load"_s).value(0);
    }

    /// Drives and settings are those of now, nothing is left over, and the machine can be started.
    static void verifyAsBefore(SnapshotFixture &f, Machine *machine, char disk)
    {
        f.settle(machine->id());
        QCOMPARE(f.disk(machine), disk);
        for (const QString &name : f.left(machine))
            QVERIFY2(isSnapshotId(name) || name == u"lineage.json"_s, qPrintable(name));
        const QStringList files = QDir(machine->directory().files()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(files, QStringList{u"root.img"_s});
        QTRY_COMPARE(machine->whyNot(MachineAction::Edit), QString());
        QVERIFY(!f.library().busy(machine->id()));
    }

private slots:
    void restore_ofARunningMachine_putsEverythingBack()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.create(machine);
        f.writeDisk(machine, 'b');
        MachineDefinition later = machine->definition();
        later.name = u"renamed"_s;
        later.config.machine.memSizeMib = 2;
        later.config.bootSource.bootArgs = u"other"_s;
        QVERIFY(f.store().save(later));
        const qint64 pid = f.pid(machine);
        const RestorePlan plan = planOf(f, machine, id);
        QVERIFY2(plan.possible(), qPrintable(plan.findings.isEmpty() ? QString() : plan.findings[0].text));
        QVERIFY(plan.snapshotFirst);
        QVERIFY(plan.lost.size() >= 3); // the guest, the drive, the settings
        Task *task = f.library().restore({machine->id(), id});
        QCOMPARE(f.end(task), Task::State::Done);
        QCOMPARE(task->result(), machine->id());
        QCOMPARE(machine->state(), MachineState::Running);
        QVERIFY(f.pid(machine) != pid);
        QVERIFY(!f.processIsThere(pid));
        verifyAsBefore(f, machine, 'a');
        QCOMPARE(machine->definition().name, u"renamed"_s);
        QCOMPARE(machine->definition().config.machine.memSizeMib, 1u);
        QVERIFY(!machine->needsRestart());
        QCOMPARE(machine->memoryBase(), id);
        QCOMPARE(f.library().of(machine->id())->here, id);
        QVERIFY(loadRequest(f, machine).contains(u"/snapshots/%1/memory"_s.arg(id)));
        QVERIFY(loadRequest(f, machine).contains(uR"("resume_vm":true)"_s));
        // And a diff can be made of it.
        const QString diff = f.create(machine, SnapshotKind::Diff);
        QCOMPARE(f.snapshot(machine, diff).parent, id);
    }

    void restore_risk_needsConsent()
    {
        SnapshotFixture f;
        f.useTools("test \"$1\" = cpu || exit 1\n"
                   "echo '{\"vendor\":\"GenuineIntel\",\"warnings\":[],\"problems\":[{\"kind\":\"feature\","
                   "\"name\":\"avx512f\",\"message\":\"m\"}]}'\n");
        f.newLibrary();
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.writeDisk(machine, 'b');
        const RestorePlan plan = planOf(f, machine, id);
        QVERIFY(plan.possible());
        QVERIFY(plan.needsConsent());
        Task *refused = f.library().restore({machine->id(), id});
        QCOMPARE(f.end(refused), Task::State::Failed);
        QVERIFY(refused->failure()->why.contains(u"avx512f"_s));
        verifyAsBefore(f, machine, 'b');
        RestoreSnapshot knowingly{machine->id(), id};
        knowingly.acceptRisk = true;
        QCOMPARE(f.end(f.library().restore(knowingly)), Task::State::Done);
        verifyAsBefore(f, machine, 'a');
    }

    void restore_ofAStoppedMachine_pausedAndRecorded()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(QFile::remove(f.diskOf(machine))); // not even there any more
        QVERIFY(!planOf(f, machine, id).snapshotFirst);
        QCOMPARE(f.end(f.library().restore({machine->id(), id, false, true})), Task::State::Done);
        QCOMPARE(machine->state(), MachineState::Paused);
        QVERIFY(loadRequest(f, machine).contains(u"record_working_set"_s));
        verifyAsBefore(f, machine, 'a');
    }

    void clock_followsTheTime_whereTheStateAllowsIt_data()
    {
        QTest::addColumn<QByteArray>("tools");
        QTest::addColumn<bool>("follows");
        QTest::newRow("it does") << QByteArray("[ \"$1 $2\" = 'describe --vmstate-path' ] && [ -s \"$3\" ] && "
                                               "echo '{\"clock_realtime\":true}'")
                                 << true;
        QTest::newRow("it does not") << QByteArray("echo '{\"clock_realtime\":false}'") << false;
        QTest::newRow("a tool of before") << QByteArray("echo '{\"vcpu_count\":2}'") << false;
        QTest::newRow("the tool fails") << QByteArray("echo '{\"clock_realtime\":true}'; exit 1") << false;
        QTest::newRow("not installed") << QByteArray() << false;
    }
    void clock_followsTheTime_whereTheStateAllowsIt()
    {
        QFETCH(QByteArray, tools);
        QFETCH(bool, follows);
        SnapshotFixture f;
        Machine *machine = f.running();
        if (!tools.isEmpty())
            f.useTools(tools);
        f.newLibrary();
        QTRY_VERIFY(f.library().loaded(machine->id()));
        const QString id = f.create(machine);
        QCOMPARE(f.end(f.library().restore({machine->id(), id})), Task::State::Done);
        QCOMPARE(loadRequest(f, machine).contains(uR"("clock_realtime":true)"_s), follows);
    }

    void restore_ofADiff_hasTheWholeMemory()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        f.create(machine);
        const QString diff = f.create(machine, SnapshotKind::Diff);
        QCOMPARE(f.end(f.library().restore({machine->id(), diff})), Task::State::Done);
        verifyAsBefore(f, machine, 'a');
        // The stand-in has read it: what it writes now has the pages of both.
        const QString again = f.create(machine);
        QCOMPARE(f.pages(SnapshotFolder(machine->directory().root()).of(again) + u"/memory"_s), "abc");
        QCOMPARE(f.snapshot(machine, again).parent, diff);
    }

    void engineRefuses_everythingIsAsBefore()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.writeDisk(machine, 'b');
        MachineDefinition later = machine->definition();
        later.config.machine.memSizeMib = 2;
        QVERIFY(f.store().save(later));
        writeFile(SnapshotFolder(machine->directory().root()).of(id) + u"/state"_s,
                  QByteArray(f.snapshot(machine, id).stateBytes, 'x'));
        FailureLog failures(machine);
        Task *task = f.library().restore({machine->id(), id});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY2(task->failure()->fault.contains(u"CRC64"_s), qPrintable(task->failure()->report()));
        QVERIFY(!task->failure()->state.isEmpty());
        QVERIFY(failures.all.isEmpty()); // told once
        verifyAsBefore(f, machine, 'b');
        QCOMPARE(machine->definition().config.machine.memSizeMib, 2u);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
    }

    void engineDies_everythingIsAsBefore()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.writeDisk(machine, 'b');
        f.script({{u"exitOn"_s, QJsonObject{{u"PUT /snapshot/load"_s, -9}}}});
        QCOMPARE(f.end(f.library().restore({machine->id(), id})), Task::State::Failed);
        verifyAsBefore(f, machine, 'b');
    }

    void forceStopWhileLoading_everythingIsAsBefore()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.writeDisk(machine, 'b');
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /snapshot/load"_s}}});
        Task *task = f.library().restore({machine->id(), id});
        QTRY_VERIFY(!loadRequest(f, machine).isEmpty());
        QCOMPARE(f.disk(machine), 'a');
        QVERIFY(!task->canCancel());
        machine->forceStop();
        QCOMPARE(f.end(task), Task::State::Failed);
        verifyAsBefore(f, machine, 'b');
    }

    void cancelledBefore_theMachineRunsOn()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.writeDisk(machine, 'b');
        const qint64 pid = f.pid(machine);
        Task *task = f.library().restore({machine->id(), id});
        task->cancel();
        QCOMPARE(f.end(task), Task::State::Cancelled);
        QCOMPARE(machine->state(), MachineState::Running);
        QCOMPARE(f.pid(machine), pid);
        QCOMPARE(f.disk(machine), 'b');
    }

    void missingFiles_areToldBeforehandAndRefused()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        const qint64 pid = f.pid(machine);
        QVERIFY(QFile::remove(SnapshotFolder(machine->directory().root()).of(id) + u"/drives/rootfs.img"_s));
        // Not read again yet.
        const RestorePlan plan = planOf(f, machine, id);
        QVERIFY(!plan.possible());
        QVERIFY(plan.findings[0].text.contains(u"rootfs.img"_s));
        QCOMPARE(f.end(f.library().restore({machine->id(), id})), Task::State::Failed);
        f.settle(machine->id());
        QVERIFY(!f.library().whyNotRestore(machine->id(), id).isEmpty());
        QVERIFY(!planOf(f, machine, id).possible());
        QCOMPARE(f.end(f.library().restore({machine->id(), id})), Task::State::Failed);
        QCOMPARE(f.pid(machine), pid);
        QCOMPARE(machine->state(), MachineState::Running);
    }

    void otherProcessor_isRefusedBeforehand()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        HostCpu other = SnapshotFixture::cpu();
        other.vendor = u"AuthenticAMD"_s;
        f.library().setHostCpu(other);
        QVERIFY(!planOf(f, machine, id).possible());
        Task *task = f.library().restore({machine->id(), id});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"AuthenticAMD"_s));
        QVERIFY(!task->failure()->remedy.isEmpty());
        QCOMPARE(machine->state(), MachineState::Running);
    }

    void folderOfTheDrive_isALinkThatLeadsOut_isRefused()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        const QString target = f.file(u"precious"_s, 100);
        QVERIFY(QFile::remove(f.diskOf(machine)));
        QVERIFY(QFile::link(target, f.diskOf(machine)));
        Task *task = f.library().restore({machine->id(), id});
        QCOMPARE(f.end(task), Task::State::Failed);
        QCOMPARE(QFileInfo(target).size(), 100);
    }

    void managerDiedInTheMiddle_thenextOnePutsItBack_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("copied") << 0;
        QTest::newRow("kept") << 1;
        QTest::newRow("exchanged") << 2;
    }
    void managerDiedInTheMiddle_thenextOnePutsItBack()
    {
        QFETCH(int, stage);
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        f.writeDisk(machine, 'b');
        const SnapshotFolder folder(machine->directory().root());
        const QString disk = f.diskOf(machine);
        RestoreJournal journal;
        journal.snapshotId = id;
        journal.definition = definitionToText(machine->definition());
        const QString beside = machine->directory().files() + u"/.root.img.partial-"_s;
        journal.drives = {{disk, beside + u"aaaaaa"_s, beside + u"bbbbbb"_s, true}};
        journal.exchanging = stage > 0;
        writeFile(journal.drives[0].fresh, QByteArray(8192, 'a'));
        QVERIFY(journal.write(folder));
        if (stage == 1)
            QVERIFY(QFile::rename(disk, journal.drives[0].kept));
        if (stage == 2) {
            QVERIFY(journal.exchange());
            QCOMPARE(f.disk(machine), 'a');
            MachineDefinition changed = machine->definition();
            changed.config.machine.memSizeMib = 7;
            QVERIFY(f.store().save(changed));
        }
        f.newManager();
        verifyAsBefore(f, f.machine(), 'b');
        QCOMPARE(f.machine()->definition().config.machine.memSizeMib, 1u);
    }

    void managerDiedRightAfter_theRestoreStands()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine); // so the engine's memory is counted from it
        RestoreJournal journal;
        journal.snapshotId = id;
        journal.definition = definitionToText(machine->definition());
        const QString beside = machine->directory().files() + u"/.root.img.partial-"_s;
        journal.drives = {{f.diskOf(machine), beside + u"aaaaaa"_s, beside + u"bbbbbb"_s, true}};
        journal.exchanging = true;
        writeFile(journal.drives[0].kept, QByteArray(8192, 'o'));
        QVERIFY(journal.write(SnapshotFolder(machine->directory().root())));
        f.newManager();
        verifyAsBefore(f, f.machine(), 'a');
    }

    void journal_thatNamesOthersFiles_isNotTouched()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        const QString precious = f.file(u"precious"_s, 100);
        const SnapshotFolder folder(machine->directory().root());
        RestoreJournal journal;
        journal.drives = {{f.diskOf(machine), precious, precious, true}};
        QVERIFY(QDir().mkpath(folder.root()));
        QVERIFY(journal.write(folder));
        f.newManager();
        QTRY_VERIFY(f.library().loaded(f.machine()->id()));
        QVERIFY(QFile::exists(precious));
        QVERIFY(QFile::exists(folder.journalFile()));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotRestore)
#include "tst_snapshot_restore.moc"
