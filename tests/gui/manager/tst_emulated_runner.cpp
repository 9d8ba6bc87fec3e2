#include "manager/emulated_runner.h"
#include "manager/process_identity.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestEmulatedRunner : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    Paths m_paths;

    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_directory->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("no file");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    /// A build script that makes an image, counting its runs.
    void goodScript()
    {
        write(u"resources/emulator/build-emulator"_s,
              "#!/bin/sh\necho run >> \"$SPARKLER_CACHE/runs\"\necho 'Fetching the kernel' >&2\n"
              "mkdir -p \"$SPARKLER_CACHE/image\"\ntouch \"$SPARKLER_CACHE/image/vmlinux\" "
              "\"$SPARKLER_CACHE/image/initrd\"\necho \"$SPARKLER_CACHE/image\"\n");
    }
    qsizetype runs() const
    {
        QFile file(m_paths.cache + u"/runs"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_paths.data = m_directory->filePath(u"data"_s);
        m_paths.cache = m_directory->filePath(u"cache"_s);
        QDir().mkpath(m_paths.cache);
        m_paths.engine = write(u"engine"_s, "engine");
        m_paths.emulator = write(u"emulator"_s, "emulator");
        m_paths.resources = m_directory->filePath(u"resources"_s);
        goodScript();
    }

    void prepare_firstTime_buildsOnceForAll()
    {
        TaskList tasks;
        EmulatedRunner runner(m_paths, &tasks, this);
        Task *task = runner.prepare();
        QVERIFY(task);
        QCOMPARE(runner.prepare(), task); // a second machine waits for the same
        QCOMPARE(tasks.tasks(), QList<Task *>{task});
        QTRY_VERIFY(task->ended());
        QVERIFY2(task->state() == Task::State::Done, task->failure() ? qPrintable(task->failure()->report()) : "");
        QVERIFY(!runner.prepare());
        QCOMPARE(runs(), 1);
        EmulatedRunner later(m_paths, &tasks, this);
        QVERIFY(!later.prepare()); // also after a restart of the manager
    }

    void prepare_otherEngine_buildsAgain()
    {
        TaskList tasks;
        EmulatedRunner runner(m_paths, &tasks, this);
        Task *task = runner.prepare();
        QTRY_VERIFY(task->ended());
        write(u"engine"_s, "another engine");
        task = runner.prepare();
        QVERIFY(task);
        QTRY_VERIFY(task->ended());
        QCOMPARE(runs(), 2);
    }

    void prepare_scriptFails_tellsItsLastLines()
    {
        write(u"resources/emulator/build-emulator"_s, "#!/bin/sh\necho 'no network' >&2\nexit 3\n");
        EmulatedRunner runner(m_paths, nullptr, this);
        Task *task = runner.prepare();
        QTRY_VERIFY(task->ended());
        QCOMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u'3'));
        QCOMPARE(task->failure()->logLines, QStringList{u"no network"_s});
        QVERIFY(runner.prepare()); // it may work the next time
    }

    void prepare_cancelled_endsTheScript()
    {
        write(u"resources/emulator/build-emulator"_s, "#!/bin/sh\necho begun >&2\nexec sleep 60\n");
        EmulatedRunner runner(m_paths, nullptr, this);
        Task *task = runner.prepare();
        QTRY_COMPARE(task->step(), u"begun"_s);
        task->cancel();
        QTRY_COMPARE(task->state(), Task::State::Cancelled);
    }

    void prepare_cancelled_endsWhatTheScriptRuns()
    {
        write(u"resources/emulator/build-emulator"_s, "#!/bin/sh\nsleep 60 &\necho $! >&2\nwait\n");
        EmulatedRunner runner(m_paths, nullptr, this);
        Task *task = runner.prepare();
        QTRY_VERIFY(task->step().toLongLong() > 0);
        const auto download = ProcessIdentity::of(task->step().toLongLong());
        QVERIFY(download);
        task->cancel();
        QTRY_COMPARE(task->state(), Task::State::Cancelled);
        QTRY_VERIFY(!download->alive());
    }

    void launch_command_isTheEmulators()
    {
        EmulatedRunner runner(m_paths, nullptr, this);
        MachineDefinition definition;
        definition.id = u"abcdefgh"_s;
        definition.config.machine.memSizeMib = 512;
        const MachineDirectory directory(m_paths.machines() + u"/abcdefgh"_s);
        QVERIFY(!runner.launch(directory, definition, {})); // nothing built yet
        Task *task = runner.prepare();
        QTRY_VERIFY(task->ended());
        const auto launch = runner.launch(directory, definition, {});
        QVERIFY(launch);
        QCOMPARE(launch->program, m_paths.emulator);
        const QStringList &words = launch->arguments;
        const auto value = [&words](const QString &option) { return words.value(words.indexOf(option) + 1); };
        QCOMPARE(value(u"--directory"_s), directory.root());
        QCOMPARE(value(u"--memory"_s), u"768"_s);
        QCOMPARE(value(u"--api-sock"_s), directory.apiSocket());
        QCOMPARE(value(u"--console-sock"_s), directory.consoleSocket());
        QVERIFY(QFile::exists(value(u"--kernel"_s)));
        QVERIFY(words.indexOf(u"--id"_s) > words.indexOf(u"--"_s));
        QCOMPARE(value(u"--log-path"_s), u"/machine/logs/engine.log"_s);
    }
};

QTEST_GUILESS_MAIN(TestEmulatedRunner)
#include "tst_emulated_runner.moc"
