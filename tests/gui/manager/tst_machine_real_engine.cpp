#include "supervisor_fixture.h"

#include "manager/log_tail.h"
#include "manager/runner.h"

#include <QFile>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// The engine of this build, up to where a guest would run: what the fake one believes about it has to be true.
class TestMachineRealEngine : public QObject {
    Q_OBJECT

private slots:
    void readiness_realEngine_isFound()
    {
        Paths paths;
        paths.engine = QStringLiteral(REAL_ENGINE_PROGRAM);
        paths.data = u"/tmp"_s;
        Readiness readiness(paths);
        QSignalSpy completed(&readiness, &Readiness::completed);
        readiness.check();
        QTRY_COMPARE(completed.size(), 1);
        QVERIFY(!readiness.engineVersion().isEmpty());
        QCOMPARE(readiness.checks().at(1).id, u"engine"_s);
        QCOMPARE(readiness.checks().at(1).state, ReadinessCheck::State::Good);
    }

    void start_brokenKernel_isRefusedByTheEngine()
    {
        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        Machine *machine = f.addDefault(); // its kernel is a file of zeros
        FailureLog failures(machine);
        qint64 pid = 0;
        connect(machine, &Machine::exchangeFinished, this, [&] { pid = pid ? pid : f.pid(machine); });
        machine->start();
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 30'000);
        QCOMPARE(failures.all.size(), 1);
        const Failure failure = failures.all.constFirst();
        QCOMPARE(failure.request, u"PUT /actions"_s); // everything before it was accepted
        QCOMPARE(failure.status, 400);
        QVERIFY(!failure.fault.isEmpty());
        QVERIFY(pid > 0);
        QVERIFY(!f.processIsThere(pid));
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
        QVERIFY(f.stateFile(machine).isEmpty());
        // The log's format is the one that is parsed.
        QTRY_VERIFY(!machine->log()->lines().empty());
        const LogLine first = machine->log()->lines().front();
        QVERIFY2(first.at.isValid() && first.level == LogLevel::Info, qPrintable(first.whole));
        QVERIFY(first.text.startsWith(u"Running Firecracker"_s));
    }

    void start_secondRootDrive_namesTheRequest()
    {
        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        MachineDefinition definition = f.definition();
        definition.config.drives.append(
            Drive{u"data"_s, f.file(u"data"_s), true, {}, false, CacheType::Unsafe, IoEngine::Sync, {}});
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 30'000);
        QCOMPARE(failures.all.size(), 1);
        QCOMPARE(failures.all.constFirst().request, u"PUT /drives/data"_s);
    }

    void end_processExit_isWordedInTheLog()
    {
        // What is read from the log of an engine whose exit nobody saw.
        QTemporaryDir directory;
        const QString log = directory.filePath(u"engine.log"_s);
        const auto started = startDetached(
            {QStringLiteral(REAL_ENGINE_PROGRAM), {u"--log-path"_s, log, u"--api-sock"_s, u"/nowhere/x"_s}},
            directory.filePath(u"out"_s), directory.path());
        QVERIFY(started);
        ProcessWatch *watch = ProcessWatch::start(*started, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QTRY_COMPARE(exited.size(), 1);
        QCOMPARE(watch->exitStatus(), (ExitStatus{1, 0}));
        const QString last = LogTail::readLastLines(log, 1).join(QString());
        QVERIFY2(last.contains(u"Firecracker exiting"_s) && last.endsWith(u"exit_code=1"_s), qPrintable(last));
        delete watch;
    }
};

QTEST_GUILESS_MAIN(TestMachineRealEngine)
#include "tst_machine_real_engine.moc"
