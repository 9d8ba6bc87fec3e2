#include "manager/process_identity.h"
#include "manager/runner.h"
#include "manager/socket_owner.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestProcessIdentity : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    ProcessIdentity shell(const QString &script, const QString &output = u"out"_s)
    {
        const auto started =
            startDetached({u"/bin/sh"_s, {u"-c"_s, script}}, m_directory.filePath(output), m_directory.path());
        if (!started)
            qFatal("%s", qPrintable(started.error().report()));
        return *started;
    }
    QByteArray content(const QString &name)
    {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void of_ownProcess_isAlive()
    {
        const auto self = ProcessIdentity::of(::getpid());
        QVERIFY(self);
        QVERIFY(self->startTicks > 0);
        QVERIFY(!self->bootId.isEmpty());
        QVERIFY(self->alive());
    }

    void of_noProcess_isNothing()
    {
        QVERIFY(!ProcessIdentity::of(0));
        QVERIFY(!ProcessIdentity::of(-1));
        QVERIFY(!ProcessIdentity::of(4'000'000'000));
    }

    void alive_otherStartOrBoot_isNot()
    {
        ProcessIdentity reused = *ProcessIdentity::of(::getpid());
        ++reused.startTicks;
        QVERIFY(!reused.alive());
        QVERIFY(!ProcessWatch::start(reused, this));
        ProcessIdentity before = *ProcessIdentity::of(::getpid());
        before.bootId = u"another"_s;
        QVERIFY(!before.alive());
    }

    void watch_exitCode_isTold()
    {
        const ProcessIdentity process = shell(u"exit 7"_s);
        ProcessWatch *watch = ProcessWatch::start(process, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QTRY_COMPARE(exited.size(), 1);
        QCOMPARE(watch->exitStatus(), (ExitStatus{7, 0}));
        QVERIFY(!process.alive());
        QCOMPARE(::waitpid(static_cast<pid_t>(process.pid), nullptr, WNOHANG), -1); // no zombie is left
        delete watch;
    }

    void watch_signal_isSentAndTold()
    {
        const ProcessIdentity process = shell(u"exec sleep 60"_s);
        ProcessWatch *watch = ProcessWatch::start(process, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QVERIFY(watch->sendSignal(SIGKILL));
        QTRY_COMPARE(exited.size(), 1);
        QCOMPARE(watch->exitStatus(), (ExitStatus{-1, SIGKILL}));
        QVERIFY(!watch->sendSignal(SIGKILL));
        delete watch;
    }

    void watch_notAChild_tellsEndWithoutStatus()
    {
        // The inner shell is left to init when the outer one ends.
        const ProcessIdentity outer = shell(u"sleep 60 & echo $! > inner.pid"_s);
        ProcessWatch *outerWatch = ProcessWatch::start(outer, this);
        QVERIFY(outerWatch);
        QSignalSpy outerExited(outerWatch, &ProcessWatch::exited);
        QTRY_COMPARE(outerExited.size(), 1);
        const auto inner = ProcessIdentity::of(content(u"inner.pid"_s).trimmed().toLongLong());
        QVERIFY(inner);
        ProcessWatch *watch = ProcessWatch::start(*inner, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QVERIFY(watch->sendSignal(SIGTERM));
        QTRY_COMPARE(exited.size(), 1);
        QVERIFY(!watch->exitStatus());
        delete watch;
        delete outerWatch;
    }

    void startDetached_environment_isClean()
    {
        const int leaked = ::open("/dev/null", O_RDONLY); // without close-on-exec
        ::signal(SIGUSR1, SIG_IGN);
        const ProcessIdentity process =
            shell(u"readlink /proc/self/fd/0; ls /proc/$$/fd | tr '\\n' ' '; grep SigIgn /proc/$$/status; "
                  "cut -d' ' -f1,6 /proc/$$/stat; pwd; echo error >&2"_s,
                  u"clean"_s);
        ::signal(SIGUSR1, SIG_DFL);
        ProcessWatch *watch = ProcessWatch::start(process, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QTRY_COMPARE(exited.size(), 1);
        ::close(leaked);
        const QList<QByteArray> lines = content(u"clean"_s).split('\n');
        QVERIFY(lines.size() >= 5);
        QCOMPARE(lines[0], "/dev/null");
        QVERIFY2(lines[1].startsWith("0 1 2 SigIgn:"), lines[1].constData());
        QVERIFY2(lines[1].endsWith("0000000000000000"), lines[1].constData());
        const QByteArray pid = QByteArray::number(process.pid);
        QCOMPARE(lines[2], pid + ' ' + pid); // its own session
        QCOMPARE(QDir(QString::fromLocal8Bit(lines[3])).canonicalPath(), QDir(m_directory.path()).canonicalPath());
        QCOMPARE(lines[4], "error");
        QCOMPARE(QFile::permissions(m_directory.filePath(u"clean"_s)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        delete watch;
    }

    void startDetached_noProgram_failsWithReason()
    {
        const auto started =
            startDetached({u"/nowhere/at-all"_s, {}}, m_directory.filePath(u"o"_s), m_directory.path());
        QVERIFY(!started);
        QVERIFY(started.error().why.contains(u"/nowhere/at-all"_s));
        QVERIFY(started.error().why.contains(u"No such file"_s));
    }

    void startDetached_recordRefused_programDoesNotRun()
    {
        qint64 seen = 0;
        const auto refuse = [&seen](const ProcessIdentity &process) -> Outcome<void> {
            seen = process.pid;
            Failure failure;
            failure.why = u"no"_s;
            return std::unexpected(failure);
        };
        const auto started = startDetached({u"/bin/sh"_s, {u"-c"_s, u"touch ran"_s}}, m_directory.filePath(u"o"_s),
                                           m_directory.path(), refuse);
        QVERIFY(!started);
        QCOMPARE(started.error().why, u"no"_s);
        QVERIFY(seen > 0);
        QVERIFY(!ProcessIdentity::of(seen));
        QVERIFY(!QFile::exists(m_directory.filePath(u"ran"_s)));
    }

    void startDetached_recorded_isTheProcess()
    {
        std::optional<ProcessIdentity> recorded;
        const auto started = startDetached({u"/bin/true"_s, {}}, m_directory.filePath(u"o"_s), m_directory.path(),
                                           [&recorded](const ProcessIdentity &process) -> Outcome<void> {
                                               recorded = process;
                                               return {};
                                           });
        QVERIFY(started);
        QCOMPARE(*recorded, *started);
        ProcessWatch *watch = ProcessWatch::start(*started, this);
        QVERIFY(watch);
        QSignalSpy exited(watch, &ProcessWatch::exited);
        QTRY_COMPARE(exited.size(), 1);
        QCOMPARE(watch->exitStatus(), (ExitStatus{0, 0}));
        delete watch;
    }

    void socketOwner_listener_isItsProcess()
    {
        const QString path = m_directory.filePath(u"s.sock"_s);
        QVERIFY(!socketOwner(path));
        QLocalServer server;
        QVERIFY(server.listen(path));
        QCOMPARE(socketOwner(path), std::optional<qint64>(::getpid()));
        server.close();
        QVERIFY(!socketOwner(path));
    }

    void startLock_twoHolders_onlyOneHasIt()
    {
        const QString path = m_directory.filePath(u"lock"_s);
        StartLock first;
        StartLock second;
        QVERIFY(first.tryLock(path));
        QVERIFY(first.tryLock(path));
        QVERIFY(!second.tryLock(path));
        first.unlock();
        QVERIFY(second.tryLock(path));
        StartLock third;
        QVERIFY(!third.tryLock(u"/nowhere/lock"_s));
    }
};

QTEST_GUILESS_MAIN(TestProcessIdentity)
#include "tst_process_identity.moc"
