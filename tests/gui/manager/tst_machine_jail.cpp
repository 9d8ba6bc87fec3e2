#include "supervisor_fixture.h"

#include "manager/run_state.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>

#include <csignal>
#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kJailer = QStringLiteral(FAKE_JAILER_PROGRAM);

/// A pkexec in front of PATH that does `does` with the command it is given, and the helper that it starts.
class FakePkexec {
public:
    explicit FakePkexec(const QString &does) : m_path(qgetenv("PATH"))
    {
        write(u"pkexec"_s, u"[ \"$1\" = --disable-internal-agent ] || exit 1\nshift\n"_s + does + u" \"$@\"\n"_s);
        write(u"helper"_s, u"exec "_s + kJailer + u" --rootless \"$@\"\n"_s);
        qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + m_path);
    }
    ~FakePkexec() { qputenv("PATH", m_path); }
    Q_DISABLE_COPY_MOVE(FakePkexec)
    QString helper() const { return m_folder.filePath(u"helper"_s); }

private:
    void write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text.toUtf8());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QTemporaryDir m_folder;
    QByteArray m_path;
};

MachineDefinition byRootsLeave(SupervisorFixture &f)
{
    MachineDefinition definition = f.jailedDefinition();
    definition.jail.choice = JailChoice::Privileged;
    return definition;
}

} // namespace

/// With fake-jailer in place of the jailer: its lid, and no jail.
class TestMachineJail : public QObject {
    Q_OBJECT

    static Machine *started(SupervisorFixture &f)
    {
        f.useJailer(kJailer);
        Machine *machine = f.add(f.jailedDefinition());
        machine->start();
        return machine;
    }
    static QStringList jailerArguments(const Machine *machine)
    {
        QFile file(machine->directory().logs() + u"/jailer.log"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList words;
        const QByteArray last = file.readAll().trimmed().split('\n').last();
        for (const QJsonValue &word : QJsonDocument::fromJson(last).array())
            words << word.toString();
        return words;
    }
    static bool isFolderOfAnotherFileSystem(const QString &path, const QString &than)
    {
        struct stat a {
        }, b{};
        return ::stat(QFile::encodeName(path).constData(), &a) == 0 &&
               ::stat(QFile::encodeName(than).constData(), &b) == 0 && a.st_dev != b.st_dev;
    }

private slots:
    void start_default_isJailedBehindItsLid()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(machine->runningOn(), u"rootless"_s);
        QCOMPARE(machine->jail(), JailChoice::Rootless);
        const qint64 lid = f.pid(machine);
        const qint64 engine = machine->enginePid();
        f.guard(engine);
        QVERIFY(engine > 0 && engine != lid);
        QVERIFY(ProcessIdentity::of(lid)->child(engine));
        QVERIFY(machine->shownPaths().size() >= 6);
        QVERIFY(jailerArguments(machine).contains(u"--rootless"_s));
        // The engine is told its own paths, and no engine that writes to run/ finds the record.
        for (const QString &line : f.requestsWithBodies(machine)) {
            if (line.contains(u"path"_s))
                QVERIFY2(line.contains(u"\"/machine/files/linked/"_s), qPrintable(line));
        }
        QVERIFY(!QFile::exists(machine->directory().olderStateFile()));
        QTRY_VERIFY(machine->usage().size() >= 2);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(lid) && !f.processIsThere(engine));
        QVERIFY(f.stateFile(machine).isEmpty());
        QVERIFY(machine->shownPaths().isEmpty());
    }

    void usage_isTheEngines()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QTRY_VERIFY(!machine->usage().empty());
        const auto distance = [machine](qint64 pid) {
            QFile statm(u"/proc/%1/statm"_s.arg(pid));
            const QByteArray text = statm.open(QIODevice::ReadOnly) ? statm.readAll() : QByteArray();
            const qint64 resident = text.split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
            return std::abs(machine->usage().back().residentBytes - resident);
        };
        QVERIFY(distance(machine->enginePid()) < distance(f.pid(machine)));
    }

    void end_ofTheEngine_isToldAsWithoutAJail_data()
    {
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("told");
        QTest::newRow("code") << 148 << u"a system call that is not allowed"_s;
        QTest::newRow("signal") << -SIGABRT << u"signal 6"_s;
    }
    void end_ofTheEngine_isToldAsWithoutAJail()
    {
        QFETCH(int, exit);
        QFETCH(QString, told);
        SupervisorFixture f;
        f.script({{u"exitOn"_s, QJsonObject{{u"PUT /actions"_s, exit}}}});
        Machine *machine = started(f);
        FailureLog failures(machine);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.size(), 1);
        const QString report = failures.all.constFirst().report();
        QVERIFY2(report.contains(told) || report.contains(u"closed the connection"_s), qPrintable(report));
    }

    void guestPowersOff_isStopped()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        machine->stop(20);
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void lid_killed_takesTheEngineAlongBeforeTheEndIsTold()
    {
        SupervisorFixture f;
        f.script({{u"ignoreTerm"_s, true}});
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const qint64 engine = machine->enginePid();
        f.guard(engine);
        ::kill(static_cast<pid_t>(f.pid(machine)), SIGKILL);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(!f.processIsThere(engine));
        QVERIFY(!QFile::exists(machine->directory().apiSocket()));
    }

    void adopt_byAnotherManager_knowsTheEngine()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const qint64 engine = machine->enginePid();
        const QList<ShownPath> shown = machine->shownPaths();
        f.guard(engine);
        f.newSupervisor();
        machine = f.machine();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(machine->enginePid(), engine);
        QCOMPARE(machine->shownPaths(), shown);
        QCOMPARE(machine->jail(), JailChoice::Rootless);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QVERIFY(!f.processIsThere(engine));
    }

    void socket_ofAnotherProcess_isNotTalkedTo()
    {
        SupervisorFixture f;
        f.script({{u"noSocket"_s, true}});
        f.useJailer(kJailer);
        Machine *machine = f.add(f.jailedDefinition());
        FailureLog failures(machine);
        // This process is the lid's parent, not its child.
        QLocalServer foreign;
        machine->start();
        QTRY_VERIFY(!f.stateFile(machine).value(u"pid"_s).isUndefined());
        QVERIFY(foreign.listen(machine->directory().apiSocket()));
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY2(failures.all.constFirst().why.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(failures.all.constFirst().report()));
    }

    void start_jailCannotBeMade_failsAndSaysHow()
    {
        SupervisorFixture f;
        f.useJailer(u"/nowhere/sparkler-jailer"_s);
        Machine *machine = f.add(f.jailedDefinition());
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.size(), 1);
        QVERIFY(failures.all.constFirst().remedy.contains(u"Jail page"_s));
        QVERIFY(f.requests(machine).isEmpty());
    }

    void start_jailerRefuses_itsWordsAreTold()
    {
        qputenv("FAKE_JAILER", "refuse");
        SupervisorFixture f;
        Machine *machine = started(f);
        FailureLog failures(machine);
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        qunsetenv("FAKE_JAILER");
        QVERIFY2(failures.all.constFirst().report().contains(u"Cannot make a user namespace"_s),
                 qPrintable(failures.all.constFirst().report()));
    }

    void start_none_isAsBefore()
    {
        SupervisorFixture f;
        f.useJailer(kJailer);
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(machine->runningOn(), u"local"_s);
        QCOMPARE(machine->jail(), JailChoice::None);
        QCOMPARE(machine->enginePid(), f.pid(machine));
        QVERIFY(machine->shownPaths().isEmpty());
    }

    void start_byRootsLeave_withoutItsHelper_isRefused()
    {
        SupervisorFixture f;
        f.useJailer(kJailer);
        Machine *machine = f.add(byRootsLeave(f));
        FailureLog failures(machine);
        QVERIFY(!machine->privilegedJailOffered());
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(failures.all.constFirst().why.contains(u"helper"_s));
        QVERIFY(!failures.all.constFirst().remedy.isEmpty());
    }

    void start_byRootsLeave_isTheSameJail()
    {
        SupervisorFixture f;
        const FakePkexec pkexec(u"exec"_s);
        f.useJailer(kJailer, pkexec.helper());
        Machine *machine = f.add(byRootsLeave(f));
        QVERIFY(machine->privilegedJailOffered());
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(machine->runningOn(), u"privileged"_s);
        QCOMPARE(machine->jail(), JailChoice::Privileged);
        f.guard(machine->enginePid());
        QVERIFY(ProcessIdentity::of(f.pid(machine))->child(machine->enginePid()));
        QStringList arguments = jailerArguments(machine);
        QCOMPARE(arguments.mid(0, 3), QStringList({u"--rootless"_s, u"--id"_s, machine->id()}));
        // Another manager knows it again.
        f.newSupervisor();
        QTRY_COMPARE(f.machine()->state(), MachineState::Running);
        QCOMPARE(f.machine()->jail(), JailChoice::Privileged);
    }

    void start_byRootsLeave_thatIsNotGiven_saysSo_data()
    {
        QTest::addColumn<QString>("does");
        QTest::addColumn<QString>("why");
        QTest::newRow("dismissed") << u"exit 126 #"_s << u"The question for root’s leave was dismissed."_s;
        QTest::newRow("refused") << u"exit 127 #"_s << u"Root’s leave to make the jail was not given."_s;
    }
    void start_byRootsLeave_thatIsNotGiven_saysSo()
    {
        QFETCH(QString, does);
        QFETCH(QString, why);
        SupervisorFixture f;
        const FakePkexec pkexec(does);
        f.useJailer(kJailer, pkexec.helper());
        Machine *machine = f.add(byRootsLeave(f));
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QCOMPARE(failures.all.constFirst().why, why);
        QCOMPARE(helpTopicOf(failures.all.constFirst()), HelpTopic::UserNamespaces);
    }

    void userNetwork_byRootsLeave_isRefused()
    {
        SupervisorFixture f;
        const FakePkexec pkexec(u"exec"_s);
        f.useJailer(kJailer, pkexec.helper());
        MachineDefinition definition = byRootsLeave(f);
        definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .socketPath = kUserNetworkName}};
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(failures.all.constFirst().why.contains(u"passt"_s));
    }

    void userNetwork_withoutAJail_isRefused()
    {
        SupervisorFixture f;
        MachineDefinition definition = f.definition();
        definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .socketPath = kUserNetworkName}};
        Machine *machine = f.add(definition);
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
        QVERIFY(failures.all.constFirst().why.contains(u"rootless jail"_s));
    }

    void userNetwork_engineIsToldTheSocketInTheJail()
    {
        SupervisorFixture f;
        f.useJailer(kJailer);
        MachineDefinition definition = f.jailedDefinition();
        definition.config.networkInterfaces = {
            {.ifaceId = u"eth0"_s, .socketPath = kUserNetworkName, .forwards = {{.hostPort = 8080, .guestPort = 80}}}};
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(f.requestsWithBodies(machine).contains(
            uR"(PUT /network-interfaces/eth0 {"iface_id":"eth0","socket_path":"/machine/run/net-eth0.sock"})"_s));
        QVERIFY(jailerArguments(machine).contains(u"tcp:127.0.0.1/8080:80"_s));
    }

    void driveElsewhere_isShown_andCannotBeReplacedLive()
    {
        SupervisorFixture f;
        const QTemporaryDir other(u"/dev/shm/sparkler-jail-XXXXXX"_s);
        if (!other.isValid() || !isFolderOfAnotherFileSystem(other.path(), f.file(u"here"_s)))
            QSKIP("needs /dev/shm as a second file system");
        const auto image = [&](const QString &name) {
            QFile file(other.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.resize(4096) ? file.fileName() : QString();
        };
        f.useJailer(kJailer);
        MachineDefinition definition = f.jailedDefinition();
        definition.config.drives.append(Drive{.driveId = u"far"_s, .pathOnHost = image(u"far.img"_s)});
        Machine *machine = f.add(definition);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const ShownPath wanted{other.filePath(u"far.img"_s), u"/machine/elsewhere/drive-far"_s, true};
        QVERIFY(machine->shownPaths().contains(wanted));
        QVERIFY(f.requestsWithBodies(machine).filter(u"drives/far"_s).constFirst().contains(wanted.inside));

        definition = machine->definition();
        definition.config.drives[1].pathOnHost = image(u"other.img"_s);
        std::optional<Outcome<QStringList>> outcome;
        machine->apply(definition, this, [&](const Outcome<QStringList> &told) { outcome = told; });
        QTRY_VERIFY(outcome);
        QVERIFY(!*outcome);
        QVERIFY(outcome->error().why.contains(u"another file system"_s));
        QVERIFY(!outcome->error().remedy.isEmpty());
        QCOMPARE(machine->definition().config.drives[1].pathOnHost, wanted.path);
        QVERIFY(f.requests(machine).filter(u"PATCH"_s).isEmpty());
        // On the machine's own file system it works as ever.
        definition = machine->definition();
        definition.config.drives[1].pathOnHost = f.file(u"near"_s, 4096);
        outcome.reset();
        machine->apply(definition, this, [&](const Outcome<QStringList> &told) { outcome = told; });
        QTRY_VERIFY(outcome);
        QVERIFY2(*outcome, qPrintable(outcome->has_value() ? QString() : outcome->error().report()));
        QCOMPARE(f.requests(machine).filter(u"PATCH"_s).size(), 1);
    }

    void readOnlyFiles_areShownReadOnly()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const QString kernel = machine->directory().files() + u"/linked/kernel"_s;
        QVERIFY(machine->shownPaths().contains(ShownPath{kernel, u"/machine/files/linked/kernel"_s, false}));
        const auto secret = [&](const ShownPath &shown) {
            return shown.path == machine->directory().root() || shown.path.endsWith(u".json"_s) ||
                   shown.path.endsWith(u".lock"_s);
        };
        QVERIFY(std::ranges::none_of(machine->shownPaths(), secret));
    }

    void recordOfAnOlderManager_isTakenOver_once()
    {
        SupervisorFixture f;
        Machine *machine = f.addDefault();
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        const qint64 engine = f.pid(machine);
        const MachineDirectory directory = machine->directory();
        f.destroySupervisor();
        // As if one from before had started it.
        QVERIFY(QFile::rename(directory.stateFile(), directory.olderStateFile()));
        QVERIFY(QFile::remove(directory.startLock()));
        f.newSupervisor();
        machine = f.machine();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QCOMPARE(f.pid(machine), engine);
        QVERIFY(!QFile::exists(directory.olderStateFile()));
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
    }

    void recordMadeByAnEngine_isIgnored()
    {
        SupervisorFixture f;
        Machine *machine = started(f);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        // What a jailed engine could write, naming a process of the user's.
        const QJsonObject real = f.stateFile(machine);
        QJsonObject forged = real;
        const auto victim = *ProcessIdentity::of(QCoreApplication::applicationPid());
        forged.insert(u"pid"_s, victim.pid);
        forged.insert(u"startTicks"_s, static_cast<qint64>(victim.startTicks));
        SupervisorFixture::writeStateFile(machine->directory().olderStateFile(), forged);
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        f.newSupervisor();
        QCOMPARE(f.machine()->state(), MachineState::Stopped);
        QTest::qWait(1500); // and not found by a later look either
        QCOMPARE(f.machine()->state(), MachineState::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestMachineJail)
#include "tst_machine_jail.moc"
