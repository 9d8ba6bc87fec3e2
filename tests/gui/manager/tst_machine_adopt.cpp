#include "supervisor_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMachineAdopt : public QObject {
    Q_OBJECT

    static Machine *running(SupervisorFixture &f)
    {
        f.script({});
        Machine *machine = f.addDefault();
        machine->start();
        [machine] { QTRY_COMPARE(machine->state(), MachineState::Running); }();
        f.pid(machine);
        return machine;
    }
    static void endProcess(qint64 pid)
    {
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_VERIFY(!SupervisorFixture::processIsThere(pid));
    }
    /// state.json of a machine that is stopped, as a manager could have left it.
    static QJsonObject leftOver(SupervisorFixture &f, Machine *machine, const ProcessIdentity &process)
    {
        machine->start();
        [machine] { QTRY_COMPARE(machine->state(), MachineState::Running); }();
        QJsonObject state = f.stateFile(machine);
        f.pid(machine);
        machine->forceStop();
        [machine] { QTRY_COMPARE(machine->state(), MachineState::Stopped); }();
        state.insert(u"pid"_s, process.pid);
        state.insert(u"startTicks"_s, static_cast<qint64>(process.startTicks));
        state.insert(u"bootId"_s, process.bootId);
        return state;
    }

private slots:
    void managerRestarts_runningMachine_isAttached()
    {
        SupervisorFixture f;
        const qint64 pid = f.pid(running(f));
        f.destroySupervisor();
        QVERIFY(f.processIsThere(pid)); // nothing is killed at destruction
        f.newSupervisor();
        Machine *machine = f.machine();
        QVERIFY(machine);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(f.pid(machine), pid);
        QVERIFY(machine->startedAt().isValid());
        QVERIFY(machine->client());
        QVERIFY(!machine->needsRestart());
        machine->stop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(pid));
    }

    void managerRestarts_pausedMachine_isPaused()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        machine->pause();
        QTRY_COMPARE(machine->state(), MachineState::Paused);
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Paused);
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void managerRestarts_definitionChangedMeanwhile_needsRestart()
    {
        SupervisorFixture f;
        running(f);
        f.newSupervisor();
        MachineDefinition changed = f.machine()->definition();
        changed.config.machine.vcpuCount = 2;
        QVERIFY(f.store().save(changed));
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QVERIFY(f.machine()->needsRestart());
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
        QVERIFY(!f.machine()->needsRestart());
    }

    void managerRestarts_silentEngine_isUnresponsive()
    {
        SupervisorFixture f;
        const auto pid = static_cast<pid_t>(f.pid(running(f)));
        f.destroySupervisor();
        ::kill(pid, SIGSTOP);
        f.newSupervisor();
        QTRY_COMPARE_WITH_TIMEOUT(f.machine()->state(), MachineState::Unresponsive, 20'000);
        ::kill(pid, SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(f.machine()->state(), MachineState::Running, 20'000);
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void managerRestarts_engineDied_isCleanedUpAndTold()
    {
        SupervisorFixture f;
        const qint64 pid = f.pid(running(f));
        f.destroySupervisor();
        endProcess(pid);
        f.newSupervisor();
        Machine *machine = f.machine();
        QCOMPARE(machine->state(), MachineState::Crashed);
        QVERIFY2(machine->reason().startsWith(u"Stopped unexpectedly"_s), qPrintable(machine->reason()));
        QVERIFY(machine->reason().contains(u"Running Firecracker"_s));
        QVERIFY(f.stateFile(machine).isEmpty());
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Stopped); // told once
    }

    void managerRestarts_guestPoweredOffMeanwhile_isStopped()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 pid = f.pid(machine);
        const QString log = machine->directory().engineLog();
        f.destroySupervisor();
        endProcess(pid);
        QFile file(log);
        QVERIFY(file.open(QIODevice::Append));
        file.write("2026-01-02T03:04:05.678901234 [x:main:INFO] Firecracker exiting successfully. exit_code=0\n");
        file.close();
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Stopped);
        QVERIFY(f.machine()->reason().contains(u"powered off"_s));
    }

    void managerRestarts_duringStop_isStoppedNotCrashed()
    {
        SupervisorFixture f;
        f.script({{u"ignoreCtrlAltDel"_s, true}});
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const qint64 pid = f.pid(machine);
        machine->stop(1000);
        f.destroySupervisor();
        QVERIFY(f.processIsThere(pid));
        endProcess(pid);
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void managerRestarts_duringStart_leavesNoHalfMachine()
    {
        SupervisorFixture f;
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /boot-source"_s}}});
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /boot-source"_s));
        const qint64 pid = f.pid(machine);
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Crashed);
        QVERIFY2(f.machine()->reason().contains(u"while it was starting"_s), qPrintable(f.machine()->reason()));
        QVERIFY(!f.processIsThere(pid));
        QVERIFY(f.stateFile(f.machine()).isEmpty());
    }

    void stateFile_reusedPid_isTreatedAsDead()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        ProcessIdentity forged = *ProcessIdentity::of(QCoreApplication::applicationPid());
        ++forged.startTicks; // our pid, another process
        const QJsonObject state = leftOver(f, machine, forged);
        const QString file = machine->directory().stateFile();
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, state);
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Crashed);
        QVERIFY(!QFile::exists(file));
    }

    void stateFile_ofAnotherBoot_saysThatTheHostRestarted()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        ProcessIdentity before = *ProcessIdentity::of(QCoreApplication::applicationPid());
        before.bootId = u"another boot"_s;
        QJsonObject state = leftOver(f, machine, before);
        const QString file = machine->directory().stateFile();
        QFile::remove(machine->directory().engineLog());
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, state);
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Crashed);
        QVERIFY2(f.machine()->reason().contains(u"host was restarted"_s), qPrintable(f.machine()->reason()));
    }

    void stateFile_socketOfAnotherProcess_isNotTalkedTo()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 pid = f.pid(machine);
        const QString socket = machine->directory().apiSocket();
        f.destroySupervisor();
        QVERIFY(QFile::remove(socket));
        QLocalServer impostor;
        QSignalSpy connections(&impostor, &QLocalServer::newConnection);
        QVERIFY(impostor.listen(socket));
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Unresponsive);
        QVERIFY2(f.machine()->reason().contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(f.machine()->reason()));
        QVERIFY(!f.machine()->client());
        while (QLocalSocket *connection = impostor.nextPendingConnection())
            QCOMPARE(connection->readAll(), QByteArray()); // looked at, not spoken to
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(pid));
        QVERIFY(QFile::exists(socket)); // the impostor's
    }

    void stateFile_unreadable_isNotTakenForAlive()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        const QString file = machine->directory().stateFile();
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, {{u"version"_s, 1}});
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Crashed);
        f.machine()->start();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        f.pid(f.machine());
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void twoManagers_startOfOne_isSeenByTheOther()
    {
        SupervisorFixture f;
        Machine *first = f.addDefault();
        MachineStore otherStore(f.paths().machines(), f.paths().trash());
        Readiness otherReadiness(f.paths());
        Supervisor other(f.paths(), &otherStore, &otherReadiness);
        otherStore.load();
        other.adoptAll();
        Machine *second = other.find(first->id());
        QVERIFY(second);
        QCOMPARE(second->state(), MachineState::Stopped);

        first->start();
        FailureLog failures(second);
        second->start(); // at the same time
        QTRY_COMPARE(first->state(), MachineState::Running);
        QCOMPARE(failures.all.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), MachineState::Running, 10'000);
        const qint64 pid = f.pid(first);

        second->stop(); // the one may end what the other has started
        QTRY_COMPARE(second->state(), MachineState::Stopped);
        QTRY_COMPARE(first->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(pid));

        second->start();
        QTRY_COMPARE(second->state(), MachineState::Running);
        f.pid(second);
        QTRY_COMPARE_WITH_TIMEOUT(first->state(), MachineState::Running, 10'000);
        first->forceStop();
        QTRY_COMPARE(first->state(), MachineState::Stopped);
        QTRY_COMPARE(second->state(), MachineState::Stopped);
        QVERIFY(f.stateFile(first).isEmpty());
    }

    void supervisor_storeChanges_areFollowed()
    {
        SupervisorFixture f;
        QSignalSpy added(&f.supervisor(), &Supervisor::added);
        QSignalSpy removed(&f.supervisor(), &Supervisor::aboutToRemove);
        Machine *machine = f.addDefault();
        QCOMPARE(added.size(), 1);
        QCOMPARE(f.supervisor().machines(), QList<Machine *>{machine});
        QSignalSpy changed(machine, &Machine::definitionChanged);
        MachineDefinition renamed = machine->definition();
        renamed.name = u"renamed"_s;
        QVERIFY(f.store().save(renamed));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(machine->definition().name, u"renamed"_s);
        QVERIFY(f.store().moveToTrash(machine->id()));
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(f.supervisor().machines().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMachineAdopt)
#include "tst_machine_adopt.moc"
