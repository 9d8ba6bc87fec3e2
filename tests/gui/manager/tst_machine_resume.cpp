#include "supervisor_fixture.h"

#include "manager/start_requests.h"

#include <QDir>
#include <QJsonArray>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// Starting a machine from a snapshot in place of a boot.
class TestMachineResume : public QObject {
    Q_OBJECT

    using Result = std::optional<Outcome<void>>;

    /// A snapshot of the machine's, made by hand as the stand-in engine reads it.
    static SnapshotStart snapshotOf(const Machine *machine, const QByteArray &state = R"({"fake":{"mem_size_mib":1}})")
    {
        const QString folder = machine->directory().root() + u"/snapshots/s1"_s;
        QDir().mkpath(folder);
        QFile stateFile(folder + u"/state"_s);
        QFile memory(folder + u"/memory"_s);
        if (!stateFile.open(QIODevice::WriteOnly) || stateFile.write(state) != state.size() ||
            !memory.open(QIODevice::WriteOnly) || !memory.resize(1 << 20))
            qFatal("no snapshot");
        return {.snapshotId = u"s1"_s, .stateFile = stateFile.fileName(), .memoryFile = memory.fileName()};
    }

    static void start(Machine *machine, const SnapshotStart &snapshot, Result &result)
    {
        machine->startFrom(snapshot, machine, [&result](const Outcome<void> &outcome) { result = outcome; });
    }

    static void verifyFailed(SupervisorFixture &f, Machine *machine, const Result &result)
    {
        QTRY_VERIFY(result.has_value());
        QVERIFY(!*result);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(f.stateFile(machine).isEmpty());
        QVERIFY(!machine->client());
        QCOMPARE(machine->whyNot(MachineAction::Start), QString());
    }

private slots:
    void startFrom_withEverything_overridesWhatIsTheMachinesOwn()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.machine.trackDirtyPages = true;
        definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s,
                                                .hostDevName = u"tap5"_s,
                                                .guestMac = {},
                                                .mtu = {},
                                                .rxRateLimiter = {},
                                                .txRateLimiter = {}}};
        definition.config.vsock = Vsock{7, u"vsock.sock"_s};
        definition.config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth0"_s}, {}, false};
        definition.config.mmds = QJsonObject{{u"k"_s, u"v"_s}};
        definition.config.serial = Serial{u"serial.out"_s, {}};
        Machine *machine = f.add(definition);
        QVERIFY(QFile::remove(definition.config.bootSource.kernelImagePath)); // no longer wanted
        FailureLog failures(machine);
        Result result;
        start(machine, snapshotOf(machine), result);
        QTRY_VERIFY(result.has_value());
        QVERIFY(*result);
        QVERIFY(failures.all.isEmpty());
        QCOMPARE(machine->state(), MachineState::Running);
        const QString root = machine->directory().root();
        QCOMPARE(
            f.requestsWithBodies(machine),
            (QStringList{uR"(PUT /snapshot/load {"drive_overrides":[{"drive_id":"rootfs","path_on_host":)"
                         uR"("%1/files/linked/drive-rootfs"}],"mem_backend":{"backend_path":"%1/snapshots/s1/memory",)"
                         uR"("backend_type":"File"},"network_overrides":[{"host_dev_name":"tap5","iface_id":"eth0"}],)"
                         uR"("snapshot_path":"%1/snapshots/s1/state","track_dirty_pages":true,)"
                         uR"("vsock_override":{"uds_path":"%1/run/vsock.sock"}})"_s.arg(root),
                         uR"(PUT /mmds {"k":"v"})"_s, uR"(PATCH /vm {"state":"Resumed"})"_s}));
        QCOMPARE(machine->memoryBase(), u"s1"_s);
        QCOMPARE(machine->runningOn(), u"local"_s);
        QVERIFY(!machine->needsRestart());
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QCOMPARE(machine->memoryBase(), QString());
    }

    void startFrom_paused_staysPaused()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        SnapshotStart snapshot = snapshotOf(machine);
        snapshot.resume = false;
        snapshot.clockRealtime = true;
        snapshot.recordWorkingSet = true;
        Result result;
        start(machine, snapshot, result);
        QTRY_VERIFY(result.has_value());
        QVERIFY(*result);
        QCOMPARE(machine->state(), MachineState::Paused);
        QTest::qWait(1500); // polls do not change it
        QCOMPARE(machine->state(), MachineState::Paused);
        const QString body = f.requestsWithBodies(machine).constFirst();
        QVERIFY2(body.contains(uR"("clock_realtime":true)"_s) && body.contains(uR"("record_working_set":true)"_s),
                 qPrintable(body));
        QVERIFY2(!body.contains(u"resume_vm"_s), qPrintable(body));
    }

    void adopted_afterTheManagerWasAway_knowsWhatItCameFrom()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        Result result;
        start(machine, snapshotOf(machine), result);
        QTRY_VERIFY(result.has_value());
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QCOMPARE(f.machine()->memoryBase(), u"s1"_s);
        QVERIFY(f.machine()->setMemoryBase(u"s2"_s));
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QCOMPARE(f.machine()->memoryBase(), u"s2"_s);
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
        f.machine()->start(); // a boot comes from no snapshot
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QCOMPARE(f.machine()->memoryBase(), QString());
    }

    void engineRefusesTheSnapshot_itsWordsAreTold()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        Result result;
        start(machine, snapshotOf(machine, "garbage"), result);
        verifyFailed(f, machine, result);
        QVERIFY2(result->error().fault.endsWith(u"CRC64 validation failed"_s), qPrintable(result->error().report()));
        QCOMPARE(result->error().status, 400);
        QCOMPARE(result->error().request, u"PUT /snapshot/load"_s);
        QVERIFY(failures.all.isEmpty()); // told to the caller alone
        // And it can be started as ever.
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
    }

    void engineDiesWithoutAWord_itsEndIsTold()
    {
        SupervisorFixture f;
        f.script({{u"exitOn"_s, QJsonObject{{u"PUT /snapshot/load"_s, 150}}}});
        Machine *machine = f.addDefault();
        Result result;
        start(machine, snapshotOf(machine), result);
        verifyFailed(f, machine, result);
        QVERIFY2(result->error().why.contains(u"exit code 150"_s), qPrintable(result->error().report()));
    }

    void engineIsKilledWhileLoading_itsEndIsTold()
    {
        SupervisorFixture f;
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /snapshot/load"_s}}});
        Machine *machine = f.addDefault();
        Result result;
        start(machine, snapshotOf(machine), result);
        QTRY_COMPARE(f.requests(machine).size(), 1);
        ::kill(static_cast<pid_t>(f.pid(machine)), SIGKILL);
        verifyFailed(f, machine, result);
        QVERIFY2(result->error().why.contains(u"signal 9"_s), qPrintable(result->error().report()));
    }

    void forceStop_whileLoading_endsItAndSaysSo()
    {
        SupervisorFixture f;
        f.script({{u"hangOn"_s, QJsonArray{u"PUT /snapshot/load"_s}}});
        Machine *machine = f.addDefault();
        Result result;
        start(machine, snapshotOf(machine), result);
        QTRY_COMPARE(f.requests(machine).size(), 1);
        const qint64 pid = f.pid(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(pid));
        QTRY_VERIFY(result.has_value());
        QVERIFY(!*result);
    }

    void snapshotOutsideOfTheDirectory_isRefused()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        SnapshotStart snapshot = snapshotOf(machine);
        snapshot.memoryFile = f.file(u"elsewhere"_s, 1 << 20);
        Result result;
        start(machine, snapshot, result);
        verifyFailed(f, machine, result);
        QVERIFY(result->error().report().contains(u"elsewhere"_s));
    }

    void busy_refusesAllButForce_andStartFromWorks()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        machine->setBusy(u"Something is done."_s);
        FailureLog failures(machine);
        machine->start();
        QCOMPARE(failures.all.size(), 1);
        QCOMPARE(failures.all.constFirst().why, u"Something is done."_s);
        Result result;
        start(machine, snapshotOf(machine), result);
        Result second;
        start(machine, snapshotOf(machine), second);
        QTRY_VERIFY(result.has_value() && second.has_value());
        QVERIFY(*result);
        QVERIFY(!*second); // it is being started already
        for (const MachineAction action : {MachineAction::Pause, MachineAction::Stop, MachineAction::Restart,
                                           MachineAction::Edit, MachineAction::Delete, MachineAction::CtrlAltDel})
            QCOMPARE(machine->whyNot(action), u"Something is done."_s);
        QCOMPARE(machine->whyNot(MachineAction::ForceStop), QString());
        machine->setBusy({});
        QCOMPARE(machine->whyNot(MachineAction::Pause), QString());
    }
};

QTEST_GUILESS_MAIN(TestMachineResume)
#include "tst_machine_resume.moc"
