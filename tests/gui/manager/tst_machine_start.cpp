#include "supervisor_fixture.h"

#include "manager/config_diff.h"

#include <QDir>
#include <QJsonArray>
#include <QLocalServer>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMachineStart : public QObject {
    Q_OBJECT

    /// A start that fails: crashed, told once, and nothing of it is left.
    static void verifyNothingLeft(SupervisorFixture &f, Machine *machine, const FailureLog &failures)
    {
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.size(), 1);
        QVERIFY2(machine->reason().startsWith(u"Could not start: "_s), qPrintable(machine->reason()));
        QVERIFY(f.stateFile(machine).isEmpty());
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
        QVERIFY(!machine->client());
        QVERIFY(!machine->startedAt().isValid());
        QCOMPARE(machine->whyNot(MachineAction::Start), QString());
    }

private slots:
    void start_goodMachine_isConfiguredInOrderAndRuns()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.drives.append(
            Drive{u"data"_s, f.file(u"data"_s), false, {}, true, CacheType::Unsafe, IoEngine::Sync, {}});
        Machine *machine = f.add(definition);
        QVERIFY(machine);
        QCOMPARE(machine->state(), MachineState::Stopped);
        FailureLog failures(machine);
        QSignalSpy exchanged(machine, &Machine::exchangeFinished);
        machine->start();
        QCOMPARE(machine->state(), MachineState::Starting);
        QVERIFY(!machine->whyNot(MachineAction::Start).isEmpty());
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(failures.all.isEmpty());
        const QStringList wanted{u"PUT /machine-config"_s, u"PUT /boot-source"_s, u"PUT /drives/rootfs"_s,
                                 u"PUT /drives/data"_s, u"PUT /actions"_s};
        QCOMPARE(f.requests(machine), wanted);
        QStringList shown;
        for (const Exchange &exchange : machine->exchanges())
            shown << QString::fromLatin1(exchange.method) + u' ' + exchange.path;
        QCOMPARE(shown, wanted);
        QCOMPARE(exchanged.size(), wanted.size());
        const QJsonObject state = f.stateFile(machine);
        QCOMPARE(state.value(u"phase"_s).toString(), u"running"_s);
        QCOMPARE(state.value(u"runner"_s).toString(), u"local"_s);
        QVERIFY(f.processIsThere(f.pid(machine)));
        QVERIFY(machine->startedAt().isValid());
        QVERIFY(machine->client());
        QVERIFY(!machine->needsRestart());
        // All that the engine is told lies in the machine's directory.
        for (const QString &line : f.requestsWithBodies(machine)) {
            if (line.contains(u"path"_s))
                QVERIFY2(line.contains(machine->directory().root()), qPrintable(line));
        }
        QTRY_VERIFY(machine->usage().size() >= 1);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void start_engineLogOfBefore_isKeptAsPrevious()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(QFile::exists(machine->directory().root() + u"/logs/previous/engine.log"_s));
        QTRY_VERIFY(!machine->log()->lines().empty());
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void start_refusedRequest_leavesNoProcess_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *request : {"PUT /machine-config", "PUT /boot-source", "PUT /drives/rootfs", "PUT /actions"})
            QTest::newRow(request) << QString::fromLatin1(request);
    }
    void start_refusedRequest_leavesNoProcess()
    {
        QFETCH(QString, request);
        SupervisorFixture f;
        f.script({{u"refuse"_s, QJsonArray{request}}});
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        qint64 pid = 0;
        connect(machine, &Machine::exchangeFinished, this, [&] { pid = pid ? pid : f.pid(machine); });
        machine->start();
        verifyNothingLeft(f, machine, failures);
        QVERIFY(pid > 0);
        QVERIFY(!f.processIsThere(pid));
        const Failure failure = failures.all.constFirst();
        QCOMPARE(failure.request, request);
        QCOMPARE(failure.status, 400);
        QCOMPARE(failure.fault, u"The fake engine refuses."_s);
        QVERIFY(!failure.logLines.isEmpty());
    }

    void start_engineEndsMeanwhile_isTold_data()
    {
        QTest::addColumn<QJsonObject>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("at once") << QJsonObject{{u"exitAtOnce"_s, 153}} << u"153"_s;
        QTest::newRow("at configuration")
            << QJsonObject{{u"exitOn"_s, QJsonObject{{u"PUT /boot-source"_s, 7}}}} << u"exit code 7"_s;
        QTest::newRow("by signal") << QJsonObject{{u"exitOn"_s, QJsonObject{{u"PUT /actions"_s, -SIGABRT}}}}
                                   << u"signal 6"_s;
    }
    void start_engineEndsMeanwhile_isTold()
    {
        QFETCH(QJsonObject, script);
        QFETCH(QString, reason);
        SupervisorFixture f;
        f.script(script);
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        // Which of the two is noticed first does not matter: the lost connection, or the end of the process.
        const QString told = failures.all.constFirst().report();
        QVERIFY2(told.contains(reason) || told.contains(u"closed the connection"_s), qPrintable(told));
    }

    void start_noEngineProgram_isTold()
    {
        SupervisorFixture f(u"/nowhere/engine"_s);
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        QVERIFY(failures.all.constFirst().why.contains(u"/nowhere/engine"_s));
    }

    void start_missingDriveFile_isTold()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.drives[0].pathOnHost = u"/nowhere/disk.img"_s;
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        QVERIFY(failures.all.constFirst().report().contains(u"/nowhere/disk.img"_s));
    }

    void start_unsupportedSection_isRefusedByName()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.otherSections.insert(u"logger"_s, QJsonValue::Null);
        definition.config.otherSections.insert(u"pmem"_s, QJsonArray{1});
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        QVERIFY(failures.all.constFirst().why.contains(u"pmem"_s));
        QVERIFY(!failures.all.constFirst().why.contains(u"logger"_s)); // it says nothing
        QVERIFY(!failures.all.constFirst().remedy.isEmpty());
    }

    void start_customCpuTemplate_comesAfterTheMachine()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.machine.cpuTemplate = u"T2A"_s;
        definition.config.cpuConfig = QJsonObject{{u"msr_modifiers"_s, QJsonArray()}};
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const QStringList requests = f.requestsWithBodies(machine).filter(u"PUT "_s);
        QVERIFY2(requests[0].startsWith(u"PUT /machine-config "_s) &&
                     requests[0].contains(u"\"cpu_template\":\"T2A\""_s),
                 qPrintable(requests[0]));
        QCOMPARE(requests[1], uR"(PUT /cpu-config {"msr_modifiers":[]})"_s);
        // And so it is kept, and seen as a part of its own.
        VmConfig other = definition.config;
        other.cpuConfig.reset();
        QCOMPARE(restartLines(definition.config, LogLevel::Info, other, LogLevel::Info),
                 QStringList{u"CPU template"_s});
        QCOMPARE(machine->runningConfig()->cpuConfig, definition.config.cpuConfig);
    }

    static MachineDefinition withDevices(SupervisorFixture &f)
    {
        MachineDefinition made = f.definition();
        VmConfig &config = made.config;
        config.networkInterfaces = {
            {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"02:00:00:00:00:01"_s, .mtu = 1400},
            {.ifaceId = u"eth1"_s,
             .hostDevName = u"tap1"_s,
             .rxRateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}}}};
        config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth1"_s}, u"169.254.1.1"_s, false};
        config.mmds = QJsonObject{{u"latest"_s, QJsonObject{{u"id"_s, Q_INT64_C(9007199254740993)}}}};
        config.vsock = Vsock{7, u"vsock.sock"_s};
        config.balloon = Balloon{64, true, 5, false, true};
        config.entropy = Entropy{RateLimiter{{}, TokenBucket{10, {}, 100}}};
        config.serial = Serial{u"serial.out"_s, TokenBucket{4096, {}, 1000}};
        return made;
    }

    void start_everyDevice_isConfiguredInOrder()
    {
        SupervisorFixture f;
        Machine *machine = f.add(withDevices(f));
        FailureLog failures(machine);
        QFile stale(machine->directory().vsockSocket());
        QDir().mkpath(QFileInfo(stale).path());
        QVERIFY(stale.open(QIODevice::WriteOnly)); // of an engine that was killed; the next could not bind
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(failures.all.isEmpty());
        QVERIFY(!stale.exists());
        const QString root = machine->directory().root();
        const QStringList wanted{
            uR"(PUT /network-interfaces/eth0 {"guest_mac":"02:00:00:00:00:01","host_dev_name":"tap0",)"_s +
                uR"("iface_id":"eth0","mtu":1400})"_s,
            uR"(PUT /network-interfaces/eth1 {"host_dev_name":"tap1","iface_id":"eth1",)"_s +
                uR"("rx_rate_limiter":{"bandwidth":{"refill_time":100,"size":1000}}})"_s,
            uR"(PUT /vsock {"guest_cid":7,"uds_path":"%1/run/vsock.sock"})"_s.arg(root),
            uR"(PUT /balloon {"amount_mib":64,"deflate_on_oom":true,"free_page_reporting":true,)"_s +
                uR"("stats_polling_interval_s":5})"_s,
            uR"(PUT /mmds/config {"ipv4_address":"169.254.1.1","network_interfaces":["eth1"],"version":"V2"})"_s,
            uR"(PUT /mmds {"latest":{"id":9007199254740993}})"_s,
            uR"(PUT /entropy {"rate_limiter":{"ops":{"refill_time":100,"size":10}}})"_s,
            uR"(PUT /serial {"rate_limiter":{"refill_time":1000,"size":4096},"serial_out_path":"%1/logs/serial.out"})"_s
                .arg(root),
            uR"(PUT /actions {"action_type":"InstanceStart"})"_s};
        QCOMPARE(f.requestsWithBodies(machine).mid(3), wanted); // after machine, boot source and drive
        QVERIFY(QFile::exists(machine->directory().serialOutput()));
        QVERIFY(!machine->needsRestart());
        // What runs is known to the next manager, too.
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QVERIFY(!f.machine()->needsRestart());
        f.machine()->forceStop();
        QTRY_COMPARE(f.machine()->state(), MachineState::Stopped);
    }

    void start_refusedDevice_leavesNoProcess_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *request : {"PUT /network-interfaces/eth0", "PUT /network-interfaces/eth1", "PUT /vsock",
                                    "PUT /balloon", "PUT /mmds/config", "PUT /mmds", "PUT /entropy", "PUT /serial"})
            QTest::newRow(request) << QString::fromLatin1(request);
    }
    void start_refusedDevice_leavesNoProcess()
    {
        QFETCH(QString, request);
        SupervisorFixture f;
        f.script({{u"refuse"_s, QJsonArray{request}}});
        Machine *machine = f.add(withDevices(f));
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        const Failure failure = failures.all.constFirst();
        QCOMPARE(failure.request, request);
        QCOMPARE(failure.fault, u"The fake engine refuses."_s);
        QCOMPARE(f.requests(machine).constLast(), request); // nothing is tried after it
    }

    void start_serialOutputOfTheUser_isLinked()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.serial = Serial{f.file(u"output"_s, 0), {}};
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const QString line = f.requestsWithBodies(machine).filter(u"PUT /serial"_s).value(0);
        QVERIFY2(line.contains(machine->directory().files() + u"/linked/serial"_s), qPrintable(line));
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        definition = machine->definition();
        definition.config.serial->serialOutPath = u"/nowhere/output"_s;
        QVERIFY(f.store().save(definition));
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(failures.all.constFirst().report().contains(u"/nowhere/output"_s));
    }

    void start_socketOfAnother_isRefused()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        QDir().mkpath(QFileInfo(machine->directory().apiSocket()).path());
        QLocalServer other;
        QVERIFY(other.listen(machine->directory().apiSocket()));
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.size(), 1);
        QVERIFY(failures.all.constFirst().why.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(other.isListening());
        QVERIFY(QFile::exists(machine->directory().apiSocket()));
    }

    void start_staleSockets_areRemoved()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        QDir().mkpath(QFileInfo(machine->directory().apiSocket()).path());
        for (const QString &path : {machine->directory().apiSocket(), machine->directory().consoleSocket()}) {
            QFile stale(path);
            QVERIFY(stale.open(QIODevice::WriteOnly));
        }
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
        QVERIFY(!QFile::exists(machine->directory().consoleSocket()));
    }

    void start_engineNeverAnswers_givesUp()
    {
        SupervisorFixture f;
        f.script({{u"noSocket"_s, true}});
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        machine->start();
        QTRY_VERIFY(f.pid(machine) > 0);
        const qint64 pid = f.pid(machine);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 30'000);
        QVERIFY(!f.processIsThere(pid));
        QCOMPARE(failures.all.size(), 1);
        QVERIFY2(failures.all.constFirst().why.contains(u"did not answer"_s),
                 qPrintable(failures.all.constFirst().why));
        QCOMPARE(helpTopicOf(failures.all.constFirst()), HelpTopic::NoAnswer);
    }

    void forceStop_whileStarting_endsIt()
    {
        SupervisorFixture f;
        f.script({{u"noSocket"_s, true}});
        Machine *machine = f.addDefault();
        FailureLog failures(machine);
        machine->start();
        QTRY_VERIFY(f.pid(machine) > 0);
        const qint64 pid = f.pid(machine);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(pid));
        QVERIFY(failures.all.isEmpty());
        QVERIFY(f.stateFile(machine).isEmpty());
    }

    void stop_rightAfterStart_endsIt()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        machine->start();
        machine->stop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(f.stateFile(machine).isEmpty());
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void start_whilePreparing_isRefused()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        QSignalSpy changed(machine, &Machine::stateChanged);
        f.store().setPreparing(machine->id(), u"A disk is being copied."_s);
        QCOMPARE(machine->whyNot(MachineAction::Start), u"A disk is being copied."_s);
        QVERIFY(!changed.isEmpty());
        FailureLog failures(machine);
        machine->start();
        QCOMPARE(failures.all.size(), 1);
        QCOMPARE(machine->state(), MachineState::Stopped);
    }

    void start_emulatedWithoutEmulator_saysWhy()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.runner = RunnerChoice::Emulated;
        Machine *machine = f.add(definition);
        QVERIFY(machine->emulated());
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.size(), 1);
        QVERIFY(failures.all.constFirst().why.contains(u"missing"_s));
    }
};

QTEST_GUILESS_MAIN(TestMachineStart)
#include "tst_machine_start.moc"
