#include "supervisor_fixture.h"

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
        definition.config.otherSections.insert(u"vsock"_s, QJsonObject());
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        verifyNothingLeft(f, machine, failures);
        QVERIFY(failures.all.constFirst().why.contains(u"vsock"_s));
        QVERIFY(!failures.all.constFirst().remedy.isEmpty());
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
