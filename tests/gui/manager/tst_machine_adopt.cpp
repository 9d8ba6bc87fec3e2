#include "manager/run_state.h"
#include "manager/socket_owner.h"
#include "supervisor_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

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

    void answerFromBeforeTheStartEnded_engineIsLeftAlone()
    {
        SupervisorFixture f;
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /boot-source"_s}}});
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_VERIFY(f.requests(machine).contains(u"PUT /boot-source"_s));
        const qint64 pid = f.pid(machine);
        const QString file = machine->directory().stateFile();
        QJsonObject state = f.stateFile(machine);
        f.destroySupervisor();
        // The other manager has said that it is done; the answer "Not started" stems from a moment before.
        state.insert(u"phase"_s, u"running"_s);
        SupervisorFixture::writeStateFile(file, state);
        f.newSupervisor();
        QTRY_VERIFY(f.machine()->usage().size() >= 3); // three polls
        QVERIFY(f.processIsThere(pid));
        QVERIFY(f.machine()->state() != MachineState::Crashed);
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void startOfAnotherManager_withoutEngineYet_cannotBeStoppedHere()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        const QString file = machine->directory().stateFile();
        const QJsonObject state = [&] {
            QJsonObject left = leftOver(f, machine, {});
            left.insert(u"phase"_s, u"starting"_s);
            return left;
        }();
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, state);
        StartLock other;
        QVERIFY(other.tryLock(QFileInfo(file).path() + u"/start.lock"_s));
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Starting);
        FailureLog failures(f.machine());
        f.machine()->stop();
        f.machine()->forceStop();
        QCOMPARE(failures.all.size(), 2);
        QCOMPARE(f.machine()->state(), MachineState::Starting);
        other.unlock();
        QTRY_COMPARE(f.machine()->state(), MachineState::Crashed);
    }

    void stateFile_unreadableWhileAnotherManagerStarts_isKept()
    {
        SupervisorFixture f;
        const QString file = f.addDefault()->directory().stateFile();
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, {{u"version"_s, RunState::kVersion + 1}}); // of a later version
        StartLock other;
        QVERIFY(other.tryLock(QFileInfo(file).path() + u"/start.lock"_s));
        f.newSupervisor();
        QVERIFY(QFile::exists(file));
        QCOMPARE(f.machine()->state(), MachineState::Starting);
        other.unlock();
        QTRY_COMPARE(f.machine()->state(), MachineState::Crashed);
        QVERIFY(!QFile::exists(file));
    }

    void stateFile_namedPipe_doesNotBlock()
    {
        SupervisorFixture f;
        const QString file = f.addDefault()->directory().stateFile();
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        const auto state = RunState::load(file);
        QVERIFY(!state);
        QCOMPARE(state.error(), RunState::Missing::Unreadable);
    }

    void stateFile_link_isReplacedNotFollowed()
    {
        SupervisorFixture f;
        const QString file = f.addDefault()->directory().stateFile();
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        const QString elsewhere = f.file(u"elsewhere"_s, 10);
        QVERIFY(QFile::link(elsewhere, file));
        QVERIFY(RunState().save(file));
        QCOMPARE(QFileInfo(elsewhere).size(), 10);
        QVERIFY(!QFileInfo(file).isSymLink());
    }

    void litter_outsideOfTheDirectory_isNotRemoved()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        const QString file = machine->directory().stateFile();
        const QString outside = f.file(u"outside"_s) + u"-link"_s;
        QVERIFY(QFile::link(f.file(u"outside"_s), outside));
        QVERIFY(QDir().mkpath(machine->directory().files() + u"/linked"_s));
        const QString own = machine->directory().files() + u"/linked/drive-a-live"_s;
        QVERIFY(QFile::link(f.file(u"outside"_s), own));
        const QString around = machine->directory().files() + u"/linked/../../../../../outside-link"_s;
        QVERIFY(QFileInfo(around).isSymLink());
        QJsonObject state = leftOver(f, machine, {});
        state.insert(u"litter"_s, QJsonArray{outside, around, own});
        f.destroySupervisor();
        SupervisorFixture::writeStateFile(file, state);
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Crashed);
        QVERIFY(QFileInfo(outside).isSymLink());
        QVERIFY(!QFileInfo(own).isSymLink());
    }

    void socketOwner_noDescriptorLeft_isNotNobody()
    {
        const QTemporaryDir directory;
        QLocalServer server;
        QVERIFY(server.listen(directory.filePath(u"s"_s)));
        struct rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const struct rlimit none{0, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const auto owner = socketOwner(directory.filePath(u"s"_s));
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QCOMPARE(owner, std::optional<qint64>(0));
        QCOMPARE(socketOwner(directory.filePath(u"none"_s)), std::nullopt);
    }

    void socketTakenOverWhileRunning_impostorIsNotBelieved()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const auto pid = static_cast<pid_t>(f.pid(machine));
        const QString socket = machine->directory().apiSocket();
        QVERIFY(QFile::remove(socket));
        QLocalServer impostor;
        QVERIFY(impostor.listen(socket));
        connect(&impostor, &QLocalServer::newConnection, &impostor, [&impostor] {
            QLocalSocket *connection = impostor.nextPendingConnection();
            connect(connection, &QLocalSocket::readyRead, connection, [connection] {
                connection->readAll();
                const QByteArray body = R"({"app_name":"Firecracker","id":"x","state":"Paused","vmm_version":"1.4.0"})";
                connection->write("HTTP/1.1 200 \r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                                  body);
            });
        });
        QList<MachineState> seen;
        connect(machine, &Machine::stateChanged, &impostor, [&] { seen << machine->state(); });
        ::kill(pid, SIGSTOP); // so that the connection to the engine is given up
        QTRY_VERIFY_WITH_TIMEOUT(machine->reason().contains(QString::number(QCoreApplication::applicationPid())),
                                 30'000);
        QCOMPARE(machine->state(), MachineState::Unresponsive);
        QVERIFY(!seen.contains(MachineState::Paused));
        QVERIFY(!machine->client());
        machine->forceStop();
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Stopped, 10'000);
        QVERIFY(!f.processIsThere(pid));
    }
};

QTEST_GUILESS_MAIN(TestMachineAdopt)
#include "tst_machine_adopt.moc"
