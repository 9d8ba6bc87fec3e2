#include "herd.h"

#include "manager/machine_directory.h"
#include "manager/machine_store.h"
#include "manager/run_state.h"
#include "manager/socket_owner.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <spawn.h>
#include <sys/wait.h>

namespace sparkler::gui::bench {

using namespace Qt::Literals::StringLiterals;

void die(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

void isolate(const QTemporaryDir &home)
{
    for (const char *name :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("LC_ALL", "C.UTF-8");
}

Herd::Herd(int machines)
{
    MachineStore store(paths().machines(), paths().trash());
    store.load();
    for (int i = 0; i < machines; ++i) {
        MachineDefinition made;
        made.name = u"machine-%1"_s.arg(i);
        made.tags = {i % 2 == 0 ? u"even"_s : u"odd"_s};
        made.runner = RunnerChoice::Local;
        made.config.bootSource.kernelImagePath = u"/kernel"_s;
        Drive drive;
        drive.driveId = u"rootfs"_s;
        drive.pathOnHost = u"/rootfs"_s;
        drive.isRootDevice = true;
        made.config.drives.append(drive);
        const auto id = store.create(made);
        if (!id)
            die(id.error().report());
        m_ids.append(*id);
    }
}

Herd::~Herd()
{
    for (const pid_t pid : m_pids) {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0); // unless its watch has done it
    }
}

Paths Herd::paths() const
{
    Paths paths;
    paths.data = m_directory.filePath(u"sparkler"_s);
    paths.cache = m_directory.filePath(u"cache"_s);
    paths.state = m_directory.filePath(u"state"_s);
    paths.engine = QStringLiteral(BENCH_ENGINE);
    return paths;
}

void Herd::startEngines(const QByteArray &manner)
{
    for (const QString &id : std::as_const(m_ids)) {
        const MachineDirectory directory(paths().machines() + u'/' + id);
        const QString run = QFileInfo(directory.apiSocket()).path();
        QDir().mkpath(run);
        QByteArray words[] = {BENCH_ENGINE, run.toUtf8(), manner};
        char *arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
        pid_t pid = 0;
        if (::posix_spawn(&pid, BENCH_ENGINE, nullptr, nullptr, arguments, environ) != 0)
            die(u"no engine"_s);
        m_pids.push_back(pid);
        for (int tries = 0; socketOwner(directory.apiSocket()) != pid || !QFile::exists(directory.consoleSocket());
             ++tries) {
            if (tries == 20000)
                die(u"an engine does not listen"_s);
            QThread::usleep(500);
        }
        adoptable(id, pid);
    }
}

void Herd::adoptable(const QString &id, qint64 pid) const
{
    const MachineDirectory directory(paths().machines() + u'/' + id);
    RunState state;
    state.phase = RunState::Phase::Running;
    state.process = ProcessIdentity::of(pid);
    state.runner = u"local"_s;
    state.seenAs = directory.root();
    state.startedAt = QDateTime::currentDateTimeUtc();
    if (const auto saved = state.save(directory.stateFile()); !saved)
        die(saved.error().report());
}

void Herd::freezeEngines() const
{
    for (const pid_t pid : m_pids)
        ::kill(pid, SIGSTOP);
}

void Herd::killEngine(std::size_t which) const
{
    ::kill(m_pids.at(which), SIGKILL);
}

} // namespace sparkler::gui::bench
