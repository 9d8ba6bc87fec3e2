#include "supervisor_fixture.h"

#include <QJsonArray>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMachineStop : public QObject {
    Q_OBJECT

    static Machine *running(SupervisorFixture &f, const QJsonObject &script = {})
    {
        f.script(script);
        Machine *machine = f.addDefault();
        machine->start();
        [machine] { QTRY_COMPARE(machine->state(), MachineState::Running); }();
        f.pid(machine);
        return machine;
    }
    static void verifyGone(SupervisorFixture &f, Machine *machine, qint64 pid)
    {
        QVERIFY(!f.processIsThere(pid));
        QVERIFY(f.stateFile(machine).isEmpty());
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
        QVERIFY(!machine->client());
        QVERIFY(machine->usage().empty());
        QCOMPARE(machine->stopSecondsLeft(), -1);
    }

private slots:
    void stop_guestObeys_isStopped()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 pid = f.pid(machine);
        FailureLog failures(machine);
        machine->stop(20);
        QCOMPARE(machine->state(), MachineState::Stopping);
        QCOMPARE(machine->stopSecondsLeft(), 20);
        QCOMPARE(f.stateFile(machine).value(u"phase"_s).toString(), u"stopping"_s);
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        verifyGone(f, machine, pid);
        QVERIFY(failures.all.isEmpty());
    }

    void stop_guestIgnoresIt_isForcedAfterCountdown()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"ignoreCtrlAltDel"_s, true}});
        const qint64 pid = f.pid(machine);
        QSignalSpy countdown(machine, &Machine::stopCountdownChanged);
        machine->stop(2);
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        verifyGone(f, machine, pid);
        QCOMPARE(countdown, (QList<QVariantList>{{2}, {1}, {-1}}));
        QVERIFY(!machine->reason().isEmpty());
    }

    void stop_processIgnoresTerm_isKilled()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"ignoreCtrlAltDel"_s, true}, {u"ignoreTerm"_s, true}});
        const qint64 pid = f.pid(machine);
        machine->forceStop();
        QCOMPARE(machine->state(), MachineState::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Stopped, 10'000);
        verifyGone(f, machine, pid);
    }

    void forceStop_duringCountdown_cutsItShort()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"ignoreCtrlAltDel"_s, true}});
        const qint64 pid = f.pid(machine);
        machine->stop(1000);
        QVERIFY(!machine->whyNot(MachineAction::Stop).isEmpty());
        QCOMPARE(machine->whyNot(MachineAction::ForceStop), QString());
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        verifyGone(f, machine, pid);
    }

    void cancelStop_duringCountdown_keepsItRunning()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"ignoreCtrlAltDel"_s, true}});
        machine->stop(1000);
        machine->cancelStop();
        QCOMPARE(machine->state(), MachineState::Running);
        QCOMPARE(machine->stopSecondsLeft(), -1);
        QCOMPARE(f.stateFile(machine).value(u"phase"_s).toString(), u"running"_s);
        QVERIFY(f.processIsThere(f.pid(machine)));
        FailureLog failures(machine);
        machine->cancelStop();
        QCOMPARE(failures.all.size(), 1);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void stop_pausedMachine_isResumedFirst()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        machine->pause();
        QTRY_COMPARE(machine->state(), MachineState::Paused);
        QVERIFY(!machine->whyNot(MachineAction::Pause).isEmpty());
        QVERIFY(!machine->whyNot(MachineAction::CtrlAltDel).isEmpty());
        machine->stop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        const QStringList lines = f.requestsWithBodies(machine);
        QVERIFY(lines[lines.size() - 2].contains(u"Resumed"_s));
        QVERIFY(lines[lines.size() - 1].contains(u"SendCtrlAltDel"_s));
    }

    void stop_requestRefused_isToldAndForced()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"refuseAction"_s, QJsonArray{u"SendCtrlAltDel"_s}}});
        FailureLog failures(machine);
        machine->stop(2);
        QTRY_COMPARE(failures.all.size(), 1);
        QCOMPARE(failures.all.constFirst().fault, u"No such action."_s);
        QCOMPARE(machine->state(), MachineState::Stopping);
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void pauseAndResume_runningMachine_work()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        machine->pause();
        QTRY_COMPARE(machine->state(), MachineState::Paused);
        machine->resume();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(!machine->whyNot(MachineAction::Resume).isEmpty());
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void restart_runningMachine_hasANewEngine()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 before = f.pid(machine);
        machine->restart();
        QTRY_VERIFY(machine->state() == MachineState::Running && f.pid(machine) != before);
        QVERIFY(!f.processIsThere(before));
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        machine->restart(); // not running: only told
        QCOMPARE(machine->state(), MachineState::Stopped);
    }

    void end_guestPowersOff_isStoppedNotCrashed()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 pid = f.pid(machine);
        FailureLog failures(machine);
        machine->sendCtrlAltDel();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(machine->reason().contains(u"powered off"_s));
        verifyGone(f, machine, pid);
    }

    void end_killedFromOutside_isACrash()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const qint64 pid = f.pid(machine);
        FailureLog failures(machine);
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        verifyGone(f, machine, pid);
        QVERIFY2(machine->reason().contains(u"signal 9"_s), qPrintable(machine->reason()));
        QVERIFY(machine->reason().contains(u"Running Firecracker"_s)); // the log's last lines
        QCOMPARE(failures.all.size(), 1);
        QVERIFY(!failures.all.constFirst().logLines.isEmpty());
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        f.pid(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void end_exitCode_isTold()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"exitOn"_s, QJsonObject{{u"PATCH /vm"_s, 148}}}});
        machine->pause();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY2(machine->reason().contains(u"148"_s), qPrintable(machine->reason()));
    }

    void silentEngine_isUnresponsiveUntilItAnswers()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const auto pid = static_cast<pid_t>(f.pid(machine));
        ::kill(pid, SIGSTOP);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Unresponsive, 20'000);
        QVERIFY(!machine->whyNot(MachineAction::Stop).isEmpty());
        QCOMPARE(machine->whyNot(MachineAction::ForceStop), QString());
        ::kill(pid, SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Running, 20'000);
        ::kill(pid, SIGSTOP);
        machine->forceStop(); // SIGTERM waits for SIGCONT; SIGKILL does not
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Stopped, 10'000);
        QVERIFY(!f.processIsThere(pid));
    }

    void metrics_onlyWhileWatched_areSampled()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        QSignalSpy sampled(machine, &Machine::metricsSampled);
        machine->watchMetrics(true);
        QTRY_VERIFY(!sampled.isEmpty());
        QVERIFY(sampled.first().at(1).toJsonObject().contains(u"api_server"_s));
        machine->watchMetrics(false);
        for (const Exchange &exchange : machine->exchanges())
            QVERIFY(exchange.path != u"/metrics"_s); // polls are not shown
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void actions_onStoppedMachine_onlyFail()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        machine->pause();
        machine->resume();
        machine->sendCtrlAltDel();
        machine->stop();
        machine->forceStop();
        machine->restart();
        machine->cancelStop();
        QCOMPARE(failures.all.size(), 7);
        QCOMPARE(machine->state(), MachineState::Stopped);
        QCOMPARE(machine->whyNot(MachineAction::Delete), QString());
        QCOMPARE(machine->whyNot(MachineAction::Edit), QString());
        for (const Failure &failure : failures.all)
            QVERIFY(!failure.what.isEmpty() && !failure.why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMachineStop)
#include "tst_machine_stop.moc"
