#include "supervisor_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMachineApply : public QObject {
    Q_OBJECT

    static Machine *running(SupervisorFixture &f, const QJsonObject &script = {})
    {
        f.script(script);
        MachineDefinition definition = f.definition();
        definition.config.drives.append(
            Drive{u"data"_s, f.file(u"data"_s, 1024), false, {}, true, CacheType::Unsafe, IoEngine::Sync, {}});
        Machine *machine = f.add(definition);
        machine->start();
        [machine] { QTRY_COMPARE(machine->state(), MachineState::Running); }();
        f.pid(machine);
        return machine;
    }
    static void stop(Machine *machine)
    {
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }
    /// What apply() comes to.
    std::optional<Outcome<QStringList>> apply(Machine *machine, const MachineDefinition &definition)
    {
        std::optional<Outcome<QStringList>> outcome;
        machine->apply(definition, this, [&outcome](const Outcome<QStringList> &result) { outcome = result; });
        if (outcome)
            qFatal("answered from within the call");
        [&outcome] { QTRY_VERIFY(outcome); }();
        return outcome;
    }
    static QJsonObject lastPatch(const SupervisorFixture &f, const Machine *machine)
    {
        const QStringList lines = f.requestsWithBodies(machine);
        const QString line = lines.isEmpty() ? QString() : lines.constLast();
        return line.startsWith(u"PATCH /drives/"_s) ? QJsonDocument::fromJson(line.section(u' ', 2).toUtf8()).object()
                                                    : QJsonObject();
    }

private slots:
    void stopped_anyChange_isSaved()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        MachineDefinition wanted = machine->definition();
        wanted.config.machine.vcpuCount = 3;
        const auto outcome = apply(machine, wanted);
        QVERIFY(outcome->has_value());
        QVERIFY((*outcome)->isEmpty());
        QCOMPARE(f.store().find(machine->id())->config.machine.vcpuCount, 3);
        QCOMPARE(machine->definition().config.machine.vcpuCount, 3);
    }

    void running_fixedSetting_needsARestartAndGetsIt()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        MachineDefinition wanted = machine->definition();
        wanted.config.machine.vcpuCount = 3;
        wanted.notes = u"a note"_s;
        const auto outcome = apply(machine, wanted);
        QVERIFY(outcome->has_value());
        QCOMPARE((*outcome)->size(), 1);
        QVERIFY(machine->needsRestart());
        machine->restart();
        QTRY_VERIFY(machine->state() == MachineState::Running && !machine->needsRestart());
        f.pid(machine);
        stop(machine);
    }

    void running_interfaceLimits_arePatched()
    {
        SupervisorFixture f;
        f.script({{u"refuse"_s, QJsonArray{u"PATCH /network-interfaces/eth1"_s}}});
        MachineDefinition definition = f.definition();
        definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s},
                                               {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s}};
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        MachineDefinition wanted = machine->definition();
        wanted.config.networkInterfaces[0].txRateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        auto outcome = apply(machine, wanted);
        QVERIFY(outcome->has_value() && (*outcome)->isEmpty());
        QCOMPARE(f.requestsWithBodies(machine).constLast(),
                 uR"(PATCH /network-interfaces/eth0 {"iface_id":"eth0","tx_rate_limiter":{"bandwidth":)"_s +
                     uR"({"refill_time":100,"size":1000},"ops":{"refill_time":0,"size":0}}})"_s);
        QVERIFY(!machine->needsRestart());

        // Refused: the engine's words, and the definition goes back; what was taken stays.
        wanted = machine->definition();
        wanted.config.networkInterfaces[0].txRateLimiter.reset();
        wanted.config.networkInterfaces[1].rxRateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        wanted.notes = u"kept"_s;
        outcome = apply(machine, wanted);
        QVERIFY(!outcome->has_value());
        QCOMPARE(outcome->error().fault, u"The fake engine refuses."_s);
        QVERIFY(outcome->error().what.contains(u"“eth1”"_s));
        QVERIFY(!machine->definition().config.networkInterfaces[0].txRateLimiter);
        QVERIFY(!machine->definition().config.networkInterfaces[1].rxRateLimiter);
        QCOMPARE(machine->definition().notes, u"kept"_s);
        QVERIFY(!machine->needsRestart());
        stop(machine);
    }

    void running_driveFile_isChangedLive()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const QString other = f.file(u"other"_s, 2048);
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[1].pathOnHost = other;
        const auto outcome = apply(machine, wanted);
        QVERIFY(outcome->has_value());
        QVERIFY((*outcome)->isEmpty());
        QVERIFY(!machine->needsRestart());
        const QJsonObject patch = lastPatch(f, machine);
        QCOMPARE(patch.value(u"drive_id"_s).toString(), u"data"_s);
        const QString told = patch.value(u"path_on_host"_s).toString();
        QVERIFY(told.startsWith(machine->directory().root()));
        QCOMPARE(QFileInfo(told).size(), 2048);
        QVERIFY(!patch.contains(u"rate_limiter"_s));
        QVERIFY(machine->exchanges().back().method == "PATCH");

        // And back, under the first name again; the manager may have been restarted meanwhile.
        f.newSupervisor();
        machine = f.machine();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(!machine->needsRestart());
        wanted = machine->definition();
        wanted.config.drives[1].pathOnHost = f.file(u"third"_s, 4096);
        QVERIFY(apply(machine, wanted)->has_value());
        const QString again = lastPatch(f, machine).value(u"path_on_host"_s).toString();
        QVERIFY(again != told);
        QCOMPARE(QFileInfo(again).size(), 4096);
        stop(machine);
        QVERIFY(!QFileInfo(told).isSymLink() && !QFile::exists(told)); // what was placed for it is gone
        QVERIFY(QFile::exists(other));
    }

    void running_driveFileRefused_keepsTheOldOne()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"refuse"_s, QJsonArray{u"PATCH /drives/data"_s}}});
        const QString before = machine->definition().config.drives[1].pathOnHost;
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[1].pathOnHost = f.file(u"other"_s, 2048);
        wanted.config.machine.memSizeMib = 256;
        wanted.name = u"renamed"_s;
        const auto outcome = apply(machine, wanted);
        QVERIFY(!outcome->has_value());
        const Failure failure = outcome->error();
        QCOMPARE(failure.request, u"PATCH /drives/data"_s);
        QCOMPARE(failure.status, 400);
        QCOMPARE(failure.fault, u"The fake engine refuses."_s);
        QVERIFY(!failure.state.isEmpty());
        const MachineDefinition *kept = f.store().find(machine->id());
        QCOMPARE(kept->config.drives[1].pathOnHost, before);
        QCOMPARE(kept->config.machine.memSizeMib, quint64(256)); // the other parts are saved
        QCOMPARE(kept->name, u"renamed"_s);
        stop(machine);
    }

    void running_missingDriveFile_isRefusedWithoutARequest()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const QStringList requests = f.requests(machine);
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[1].pathOnHost = u"/nowhere/x.img"_s;
        const auto outcome = apply(machine, wanted);
        QVERIFY(!outcome->has_value());
        QVERIFY(outcome->error().report().contains(u"/nowhere/x.img"_s));
        QCOMPARE(f.requests(machine), requests);
        QVERIFY(machine->definition().config.drives[1].pathOnHost != u"/nowhere/x.img"_s);
        QVERIFY(!machine->needsRestart());
        stop(machine);
    }

    void running_rateLimits_areChangedLiveAndSwitchedOff()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, 500, 100}, {}};
        QVERIFY(apply(machine, wanted)->has_value());
        QJsonObject limiter = lastPatch(f, machine).value(u"rate_limiter"_s).toObject();
        QCOMPARE(limiter.value(u"bandwidth"_s).toObject().value(u"size"_s).toInt(), 1000);
        QCOMPARE(limiter.value(u"bandwidth"_s).toObject().value(u"one_time_burst"_s).toInt(), 500);
        wanted.config.drives[0].rateLimiter.reset();
        QVERIFY(apply(machine, wanted)->has_value());
        limiter = lastPatch(f, machine).value(u"rate_limiter"_s).toObject();
        const QJsonObject off{{u"size"_s, 0}, {u"refill_time"_s, 0}};
        QCOMPARE(limiter.value(u"bandwidth"_s).toObject(), off);
        QCOMPARE(limiter.value(u"ops"_s).toObject(), off);
        QVERIFY(!machine->needsRestart());
        stop(machine);
    }

    void running_secondChangeMeanwhile_isRefused()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        int good = 0;
        int bad = 0;
        const auto count = [&](const Outcome<QStringList> &outcome) { ++(outcome ? good : bad); };
        machine->apply(wanted, this, count);
        machine->apply(wanted, this, count);
        QTRY_COMPARE(good + bad, 2);
        QCOMPARE(good, 1);
        stop(machine);
    }

    void running_engineEndsMeanwhile_isTold()
    {
        SupervisorFixture f;
        Machine *machine = running(f, {{u"hangOn"_s, QJsonArray{u"PATCH /drives/rootfs"_s}}});
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        std::optional<Outcome<QStringList>> outcome;
        machine->apply(wanted, this, [&outcome](const Outcome<QStringList> &result) { outcome = result; });
        QTRY_VERIFY(f.requests(machine).contains(u"PATCH /drives/rootfs"_s));
        stop(machine);
        QTRY_VERIFY(outcome);
        QVERIFY(!outcome->has_value());
    }

    void conflict_changedBySomebodyElse_isRefused()
    {
        SupervisorFixture f;
        Machine *machine = running(f);
        const QStringList requests = f.requests(machine);
        MachineDefinition wanted = machine->definition();
        wanted.config.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, {}, 100}, {}};
        QFile file(machine->directory().definitionFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace("\"one\"", "\"two\"");
        file.resize(0);
        file.seek(0);
        file.write(text);
        file.close();
        const auto outcome = apply(machine, wanted);
        QVERIFY(!outcome->has_value());
        QCOMPARE(f.requests(machine), requests); // nothing was changed live either
        stop(machine);
    }

    void fileRewrittenWithTheSameContent_isNoConflict()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        QSignalSpy changed(&f.store(), &MachineStore::changed);
        QFile file(machine->directory().definitionFile());
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n");
        file.close();
        QTRY_COMPARE(changed.size(), 1);
        MachineDefinition wanted = machine->definition();
        wanted.config.machine.vcpuCount = 3;
        const auto outcome = apply(machine, wanted);
        QVERIFY2(outcome->has_value(), outcome->has_value() ? "" : qPrintable(outcome->error().report()));
    }
};

QTEST_GUILESS_MAIN(TestMachineApply)
#include "tst_machine_apply.moc"
