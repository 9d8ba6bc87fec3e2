#include "snapshot_fixture.h"

#include <QJsonArray>

#include <csignal>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotCreate : public QObject {
    Q_OBJECT

    /// Nothing of it is there, and the machine goes on as before.
    static void verifyAsBefore(SnapshotFixture &f, Machine *machine, MachineState state)
    {
        f.settle(machine->id());
        QTRY_COMPARE(machine->state(), state);
        QVERIFY2(f.left(machine).isEmpty(), qPrintable(f.left(machine).join(u' ')));
        QVERIFY(f.library().of(machine->id())->entries.isEmpty());
        QVERIFY(!f.library().busy(machine->id()));
        QCOMPARE(machine->memoryBase(), QString());
        QCOMPARE(f.library().whyNotCreate(machine->id(), SnapshotKind::Full), QString());
        QVERIFY(machine->whyNot(MachineAction::Edit).isEmpty());
    }

private slots:
    void create_ofARunningMachine_keepsAllOfIt()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        CreateSnapshot request{machine->id(), SnapshotKind::Full, u"  before the  update "_s, u"a note"_s, {}};
        // Not before the guest stands still: until then it may print.
        std::optional<QByteArray> output;
        request.consoleText = [&](const QByteArray &console) -> QString {
            output = console;
            if (!f.requests(machine).contains(u"PUT /snapshot/create"_s))
                return u"too early"_s;
            return QString(SnapshotLibrary::kMostConsoleText, u'x') + u"login: "_s;
        };
        QSignalSpy busy(&f.library(), &SnapshotLibrary::busyChanged);
        Task *task = f.library().create(request);
        QCOMPARE(f.library().busy(machine->id()), task);
        QVERIFY(!machine->whyNot(MachineAction::Pause).isEmpty());
        QVERIFY(!f.library().whyNotCreate(machine->id(), SnapshotKind::Full).isEmpty());
        QCOMPARE(f.end(task), Task::State::Done);
        QCOMPARE(machine->state(), MachineState::Running);
        f.settle(machine->id());
        QCOMPARE(busy.size(), 2);
        const QString id = task->result();
        const Snapshot &made = f.snapshot(machine, id);
        QCOMPARE(made.name, u"before the update"_s);
        QCOMPARE(made.note, u"a note"_s);
        QCOMPARE(*output, machine->console()->received());
        QCOMPARE(made.consoleText.size(), SnapshotLibrary::kMostConsoleText);
        QVERIFY2(made.consoleText.endsWith(u"xlogin: "_s), qPrintable(made.consoleText.right(20)));
        QCOMPARE(made.kind, SnapshotKind::Full);
        QCOMPARE(made.parent, QString());
        QVERIFY(made.pause.has_value());
        QCOMPARE(made.memoryMib, 1u);
        QCOMPARE(made.memoryBytes, 1 << 20);
        QCOMPARE(made.engine, (VersionInfo{u"1.4.0"_s, u"9.8.7"_s}));
        QCOMPARE(made.runner, u"local"_s);
        QCOMPARE(made.cpu, SnapshotFixture::cpu());
        QCOMPARE(made.definition.config, machine->definition().config);
        QCOMPARE(made.drives.size(), 1);
        QCOMPARE(made.drives[0].file, u"drives/rootfs.img"_s);
        QCOMPARE(made.drives[0].bytes, 8192);
        QVERIFY(made.drives[0].copy != SnapshotDrive::Copy::None);
        const QString folder = SnapshotFolder(machine->directory().root()).of(id);
        QCOMPARE(readFile(folder + u"/drives/rootfs.img"_s), QByteArray(8192, 'a'));
        QCOMPARE(f.pages(folder + u"/memory"_s), "a");
        QCOMPARE(f.library().of(machine->id())->here, id);
        QCOMPARE(machine->memoryBase(), id);
        // In this order, and all that the engine is told lies in the machine's directory.
        const QStringList requests = f.requestsWithBodies(machine).mid(4);
        QCOMPARE(requests.size(), 4);
        QVERIFY(requests[0].startsWith(u"GET /version"_s));
        QVERIFY(requests[1].startsWith(uR"(PATCH /vm {"state":"Paused"})"_s));
        QVERIFY(requests[2].startsWith(u"PUT /snapshot/create"_s));
        QVERIFY2(requests[2].contains(machine->directory().exchange() + u'/'), qPrintable(requests[2]));
        QVERIFY(requests[3].startsWith(uR"(PATCH /vm {"state":"Resumed"})"_s));
        // The checksums come by themselves.
        QTRY_COMPARE(f.snapshot(machine, id).checksums.size(), 3);
        QCOMPARE(readSnapshot(folder, id)->checksums.size(), 3);
    }

    void create_ofAPausedMachine_leavesItPaused()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        machine->pause();
        QTRY_COMPARE(machine->state(), MachineState::Paused);
        const QString id = f.create(machine);
        QVERIFY(!f.snapshot(machine, id).pause);
        QVERIFY(!f.snapshot(machine, id).name.isEmpty());
        QTest::qWait(1200);
        QCOMPARE(machine->state(), MachineState::Paused);
        QVERIFY(!f.requestsWithBodies(machine).contains(uR"(PATCH /vm {"state":"Resumed"})"_s));
    }

    void diffs_areChainedAndHaveWhatHasChanged()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        QVERIFY(f.library().whyNotCreate(machine->id(), SnapshotKind::Diff).contains(u"full"_s));
        const QString full = f.create(machine);
        QCOMPARE(f.library().whyNotCreate(machine->id(), SnapshotKind::Diff), QString());
        const QString first = f.create(machine, SnapshotKind::Diff);
        const QString second = f.create(machine, SnapshotKind::Diff);
        QCOMPARE(f.snapshot(machine, second).parent, first);
        QCOMPARE(f.snapshot(machine, first).parent, full);
        QCOMPARE(f.library().lineage(machine->id())->chain(second), (QStringList{full, first, second}));
        const QByteArray memory = readFile(SnapshotFolder(machine->directory().root()).of(second) + u"/memory"_s);
        QCOMPARE(memory.at(0), '\0'); // not written since
        QCOMPARE(memory.at(8192), 'c');
        // The next manager goes on with it.
        f.newManager();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QTRY_COMPARE(f.library().whyNotCreate(f.machine()->id(), SnapshotKind::Diff), QString());
        const QString third = f.create(f.machine(), SnapshotKind::Diff);
        QCOMPARE(f.snapshot(f.machine(), third).parent, second);
    }

    void diff_afterANewStart_isRefused()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString full = f.create(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.library().whyNotCreate(machine->id(), SnapshotKind::Full).isEmpty());
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(!f.library().whyNotCreate(machine->id(), SnapshotKind::Diff).isEmpty());
        Task *task = f.library().create({machine->id(), SnapshotKind::Diff, {}, {}, {}});
        QVERIFY(!task->ended()); // later, so that one can connect first
        QCOMPARE(f.end(task), Task::State::Failed);
        QCOMPARE(f.snapshot(machine, f.create(machine)).parent, full); // it still comes from it
    }

    void diff_withoutTracking_worksByResidency_butNotWithHugePages()
    {
        SnapshotFixture f;
        Machine *machine = f.running(u"one"_s, false);
        f.create(machine);
        QCOMPARE(f.library().whyNotCreate(machine->id(), SnapshotKind::Diff), QString());
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        MachineDefinition definition = machine->definition();
        definition.config.machine.hugePages = HugePages::TwoMiB;
        QVERIFY(f.store().save(definition));
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        f.create(machine);
        QVERIFY(f.library().whyNotCreate(machine->id(), SnapshotKind::Diff).contains(u"track dirty pages"_s));
    }

    void readOnlyDrive_isNotCopied_andADeviceIsRefused()
    {
        SnapshotFixture f;
        MachineDefinition definition = f.definition();
        definition.config.machine.memSizeMib = 1;
        Drive tools;
        tools.driveId = u"tools"_s;
        tools.pathOnHost = f.file(u"tools"_s, 4096);
        tools.isReadOnly = true;
        definition.config.drives.append(tools);
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QTRY_VERIFY(f.library().loaded(machine->id()));
        const QString id = f.create(machine);
        const SnapshotDrive kept = f.snapshot(machine, id).drives[1];
        QCOMPARE(kept.copy, SnapshotDrive::Copy::None);
        QCOMPARE(kept.path, tools.pathOnHost);
        QCOMPARE(kept.bytes, 4096);
        QVERIFY(QFile::remove(definition.config.drives[0].pathOnHost));
        QVERIFY(f.library().whyNotCreate(machine->id(), SnapshotKind::Full).contains(u"rootfs"_s));
    }

    void engineRefuses_andDiskFull_leaveNothing_data()
    {
        QTest::addColumn<QJsonObject>("script");
        QTest::addColumn<QString>("words");
        QTest::newRow("version") << QJsonObject{{u"hangOn"_s, QJsonArray{}},
                                                {u"refuse"_s, QJsonArray{u"GET /version"_s}}}
                                 << u"refuses"_s;
        QTest::newRow("create") << QJsonObject{{u"refuse"_s, QJsonArray{u"PUT /snapshot/create"_s}}} << u"refuses"_s;
        QTest::newRow("disk full") << QJsonObject{{u"fullDisk"_s, true}} << u"No space left"_s;
    }
    void engineRefuses_andDiskFull_leaveNothing()
    {
        QFETCH(QJsonObject, script);
        QFETCH(QString, words);
        SnapshotFixture f;
        f.script(script);
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY2(task->failure()->fault.contains(words), qPrintable(task->failure()->report()));
        verifyAsBefore(f, machine, MachineState::Running);
    }

    void driveCannotBeCopied_leavesNothingAndResumes()
    {
        SnapshotFixture f;
        f.script({{u"sleepOn"_s, QJsonObject{{u"PUT /snapshot/create"_s, 300}}}});
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        const QString disk = f.diskOf(machine);
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /snapshot/create"_s));
        QVERIFY(QFile::remove(disk));
        QVERIFY(QDir().mkpath(disk)); // a folder, which is no drive
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY2(task->failure()->why.contains(disk), qPrintable(task->failure()->report()));
        QVERIFY(QDir().rmdir(disk));
        f.writeDisk(machine, 'a');
        verifyAsBefore(f, machine, MachineState::Running);
    }

    void cancelled_whileTheEngineWrites_leavesNothingAndResumes()
    {
        SnapshotFixture f;
        f.script({{u"sleepOn"_s, QJsonObject{{u"PUT /snapshot/create"_s, 700}}}});
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /snapshot/create"_s));
        task->cancel();
        QCOMPARE(f.end(task), Task::State::Cancelled);
        QCOMPARE(f.requestsWithBodies(machine).constLast(), uR"(PATCH /vm {"state":"Resumed"})"_s);
        verifyAsBefore(f, machine, MachineState::Running);
        // What the engine wrote meanwhile is counted by nobody: the next one is full.
        QVERIFY(!f.library().whyNotCreate(machine->id(), SnapshotKind::Diff).isEmpty());
        f.create(machine);
    }

    void cancelled_atOnce_leavesNothing()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        task->cancel();
        QCOMPARE(f.end(task), Task::State::Cancelled);
        verifyAsBefore(f, machine, MachineState::Running);
    }

    void engineDies_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *request : {"GET /version", "PATCH /vm", "PUT /snapshot/create"})
            QTest::newRow(request) << QString::fromLatin1(request);
    }
    void engineDies()
    {
        QFETCH(QString, request);
        SnapshotFixture f;
        f.script({{u"exitOn"_s, QJsonObject{{request, 3}}}});
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QCOMPARE(f.end(task), Task::State::Failed);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        f.settle(machine->id());
        QVERIFY2(f.left(machine).isEmpty(), qPrintable(f.left(machine).join(u' ')));
        QVERIFY(machine->whyNot(MachineAction::Start).isEmpty());
    }

    void forceStop_meanwhile_endsItAndLeavesNothing()
    {
        SnapshotFixture f;
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /snapshot/create"_s}}});
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /snapshot/create"_s));
        machine->forceStop();
        QCOMPARE(f.end(task), Task::State::Failed);
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        f.settle(machine->id());
        QVERIFY(f.left(machine).isEmpty());
    }

    void managerEnds_meanwhile_theGuestIsResumed()
    {
        SnapshotFixture f;
        f.script({{u"sleepOn"_s, QJsonObject{{u"PUT /snapshot/create"_s, 600}}}});
        Machine *machine = f.running();
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /snapshot/create"_s));
        QSignalSpy ended(task, &Task::finished);
        f.endLibrary();
        QCOMPARE(ended.size(), 1);
        QTRY_COMPARE(f.requestsWithBodies(machine).constLast(), uR"(PATCH /vm {"state":"Resumed"})"_s);
        f.newManager();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QTRY_VERIFY(f.left(f.machine()).isEmpty());
    }

    void otherManagersLock_isRespected()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const auto lock = SnapshotLock::take(SnapshotFolder(machine->directory().root()));
        QVERIFY(lock);
        Task *task = f.library().create({machine->id(), SnapshotKind::Full, {}, {}, {}});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"Another manager"_s));
        QCOMPARE(machine->state(), MachineState::Running);
    }

    void machineDeleted_isNoTrouble()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = machine->id();
        f.create(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(f.store().moveToTrash(id));
        QVERIFY(f.library().of(id)->entries.isEmpty());
        QVERIFY(!f.library().loaded(id));
        QVERIFY(f.store().restore(id));
        QTRY_COMPARE(f.library().of(id)->entries.size(), 1);
    }

    void describe_changesNameAndNote()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        QSignalSpy changed(&f.library(), &SnapshotLibrary::changed);
        QVERIFY(f.library().describe(machine->id(), id, u" new  name "_s, u"note"_s));
        QCOMPARE(f.snapshot(machine, id).name, u"new name"_s);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!f.library().describe(machine->id(), id, u" "_s, {}));
        QVERIFY(!f.library().describe(machine->id(), u"nowhere1"_s, u"x"_s, {}));
        f.newManager();
        QTRY_COMPARE(f.library().of(f.machine()->id())->entries.size(), 1);
        QCOMPARE(f.snapshot(f.machine(), id).note, u"note"_s);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotCreate)
#include "tst_snapshot_create.moc"
