#include "snapshot_fixture.h"

#include <QJsonArray>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotClone : public QObject {
    Q_OBJECT

    /// A host with these TAP devices, all usable.
    struct FakeHost {
        explicit FakeHost(const QStringList &taps)
        {
            reader.net = home.filePath(u"net"_s);
            reader.tun = home.filePath(u"tun"_s);
            reader.proc = home.filePath(u"proc"_s);
            reader.networkAdmin = false;
            writeFile(reader.tun, {});
            for (const QString &tap : taps) {
                writeFile(reader.net + u'/' + tap + u"/tun_flags"_s, "0x1002\n");
                writeFile(reader.net + u'/' + tap + u"/flags"_s, "0x1003\n");
                writeFile(reader.net + u'/' + tap + u"/carrier"_s, "0\n");
            }
        }
        QTemporaryDir home;
        TapReader reader;
    };

    /// A running machine with a network interface on tap0 and vsock.
    static Machine *withNetwork(SnapshotFixture &f)
    {
        MachineDefinition made = f.definition();
        made.config.machine.memSizeMib = 1;
        NetworkInterface interface;
        interface.ifaceId = u"eth0"_s;
        interface.hostDevName = u"tap0"_s;
        interface.guestMac = u"02:00:00:00:00:01"_s;
        made.config.networkInterfaces = {interface};
        made.config.vsock = Vsock{7, u"vsock.sock"_s};
        made.tags = {u"t"_s};
        Machine *machine = f.add(made);
        machine->start();
        if (!QTest::qWaitFor([&] { return machine->state() == MachineState::Running; }, 20'000) ||
            !QTest::qWaitFor([&] { return f.library().loaded(machine->id()); }, 20'000))
            qFatal("the machine does not run");
        return machine;
    }

    static QStringList othersThan(SnapshotFixture &f, const Machine *machine)
    {
        QStringList ids = f.store().ids();
        ids.removeOne(machine->id());
        return ids;
    }

private slots:
    void clones_areIndependentMachines()
    {
        SnapshotFixture f;
        const FakeHost host({u"tap0"_s, u"tap1"_s, u"tap3"_s});
        f.library().setTapReader(host.reader);
        Machine *machine = withNetwork(f);
        const QString id = f.create(machine);
        const QString diskBefore = f.diskOf(machine);
        writeFile(diskBefore, QByteArray(4096, 'z')); // the guest goes on
        CloneSnapshot request{.machineId = machine->id(), .snapshotId = id, .count = 2, .name = u"copy"_s};
        std::optional<RestorePlan> plan;
        f.library().planClone(request, machine, [&plan](const RestorePlan &found) { plan = found; });
        QTRY_VERIFY(plan.has_value());
        QVERIFY(plan->possible());
        QVERIFY(plan->lost.isEmpty());
        QCOMPARE(plan->taps, (QList<TapChoice>{{{u"eth0"_s, u"tap1"_s}}, {{u"eth0"_s, u"tap3"_s}}}));
        Task *task = f.library().clone(request);
        QCOMPARE(f.end(task), Task::State::Done);
        const QStringList ids = task->result().split(u'\n');
        QCOMPARE(ids.size(), 2);
        QCOMPARE(othersThan(f, machine), ids);
        QSet<QString> taps;
        for (const QString &cloneId : ids) {
            Machine *clone = f.supervisor().find(cloneId);
            QCOMPARE(clone->state(), MachineState::Running);
            const MachineDefinition &definition = clone->definition();
            taps.insert(definition.config.networkInterfaces[0].hostDevName);
            QVERIFY(definition.name.startsWith(u"copy"_s));
            QCOMPARE(definition.tags, machine->definition().tags);
            QVERIFY(f.diskOf(clone).startsWith(clone->directory().files()));
            QCOMPARE(readFile(f.diskOf(clone)), QByteArray(4096, '\0')); // as it was at the snapshot
            const QString load = f.requestsWithBodies(clone).value(0);
            QVERIFY2(load.startsWith(u"PUT /snapshot/load"_s), qPrintable(load));
            for (const QString &words : {clone->directory().vsockSocket(), f.diskOf(clone),
                                         definition.config.networkInterfaces[0].hostDevName})
                QVERIFY2(load.contains(words), qPrintable(load));
            QVERIFY2(!load.contains(machine->directory().root()), qPrintable(load));
            QCOMPARE(clone->memoryBase(), QString());
            QCOMPARE(clone->whyNot(MachineAction::Pause), QString());
            QVERIFY(f.left(clone) == QStringList{u"lineage.json"_s});
            QTRY_VERIFY(f.library().of(cloneId)->origin.has_value());
            QCOMPARE(f.library().of(cloneId)->origin->snapshotId, id);
            QCOMPARE(f.library().of(cloneId)->origin->machineName, machine->definition().name);
            // It has no snapshot of its own yet that a diff could be of.
            QTRY_VERIFY(f.library().upToDate(cloneId));
            QVERIFY(!f.library().whyNotCreate(cloneId, SnapshotKind::Diff).isEmpty());
            QCOMPARE(f.library().whyNotCreate(cloneId, SnapshotKind::Full), QString());
        }
        QCOMPARE(taps, (QSet<QString>{u"tap1"_s, u"tap3"_s}));
        QTRY_COMPARE(f.library().of(machine->id())->clones.size(), 2);
        QCOMPARE(machine->state(), MachineState::Running); // untouched
        QCOMPARE(readFile(diskBefore), QByteArray(4096, 'z'));
        // A clone that goes is no longer in the tree.
        Machine *first = f.supervisor().find(ids[0]);
        first->forceStop();
        QTRY_COMPARE(first->state(), MachineState::Stopped);
        QVERIFY(f.store().moveToTrash(ids[0]));
        QTRY_COMPARE(f.library().of(machine->id())->clones.size(), 1);
        // The others know after a restart of the manager.
        f.newManager();
        QTRY_COMPARE(f.library().of(f.store().ids().constFirst())->clones.size(), 1);
    }

    void cloneOfADiff_hasTheWholeMemory()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        f.create(machine);
        const QString diff = f.create(machine, SnapshotKind::Diff);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped); // not needed for it
        Task *task = f.library().clone({.machineId = machine->id(), .snapshotId = diff});
        QCOMPARE(f.end(task), Task::State::Done);
        Machine *clone = f.supervisor().find(task->result());
        QTRY_VERIFY(f.library().upToDate(clone->id()));
        const QString id = f.create(clone);
        QCOMPARE(f.pages(SnapshotFolder(clone->directory().root()).of(id) + u"/memory"_s), "abc");
        f.settle(machine->id());
        QVERIFY(f.left(machine).filter(u".work"_s).isEmpty());
    }

    void engineRefuses_theCloneGoes_andThoseBeforeStay()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        f.script({{u"refuse"_s, QJsonArray{u"PUT /snapshot/load"_s}}});
        Task *task = f.library().clone({.machineId = machine->id(), .snapshotId = id, .count = 3});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(task->failure()->fault.contains(u"refuses"_s));
        QVERIFY(othersThan(f, machine).isEmpty());
        QVERIFY(f.store().trash().isEmpty());
        f.script({});
        task = f.library().clone({.machineId = machine->id(), .snapshotId = id, .count = 3});
        // From the second one on.
        connect(&f.store(), &MachineStore::added, task, [&f](const QString &) {
            if (f.store().ids().size() == 3)
                f.script({{u"refuse"_s, QJsonArray{u"PUT /snapshot/load"_s}}});
        });
        QCOMPARE(f.end(task), Task::State::Failed);
        QCOMPARE(othersThan(f, machine).size(), 1);
        QVERIFY(!task->failure()->state.isEmpty());
        QCOMPARE(f.supervisor().find(othersThan(f, machine)[0])->state(), MachineState::Running);
    }

    void cancelledInTheMiddle_noHalfCloneStays()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        Task *task = f.library().clone({.machineId = machine->id(), .snapshotId = id, .count = 3});
        connect(&f.store(), &MachineStore::added, task, [&f, task](const QString &) {
            if (f.store().ids().size() == 3)
                task->cancel();
        });
        QCOMPARE(f.end(task), Task::State::Cancelled);
        QCOMPARE(othersThan(f, machine).size(), 1);
        QVERIFY(f.store().trash().isEmpty());
    }

    void noFreeTap_isToldWithARemedyAndRefused()
    {
        SnapshotFixture f;
        const FakeHost host({u"tap0"_s});
        f.library().setTapReader(host.reader);
        Machine *machine = withNetwork(f);
        const QString id = f.create(machine);
        std::optional<RestorePlan> plan;
        f.library().planClone({.machineId = machine->id(), .snapshotId = id}, machine,
                              [&plan](const RestorePlan &found) { plan = found; });
        QTRY_VERIFY(plan.has_value());
        QVERIFY(!plan->possible());
        const auto problem = std::ranges::find(plan->findings, Finding::Severity::Problem, &Finding::severity);
        QVERIFY(problem->text.contains(u"tap1"_s)); // a name that is free
        QVERIFY(!problem->remedy.isEmpty());
        Task *task = f.library().clone({.machineId = machine->id(), .snapshotId = id});
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(othersThan(f, machine).isEmpty());
    }

    void tooMany_areRefused()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        const QString id = f.create(machine);
        for (const int count : {0, -1, CloneSnapshot::kMost + 1})
            QCOMPARE(f.end(f.library().clone({.machineId = machine->id(), .snapshotId = id, .count = count})),
                     Task::State::Failed);
        QVERIFY(othersThan(f, machine).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSnapshotClone)
#include "tst_snapshot_clone.moc"
