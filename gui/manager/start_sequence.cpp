#include "manager/start_sequence.h"

#include "manager/background.h"
#include "manager/log_tail.h"
#include "manager/socket_owner.h"
#include "manager/start_requests.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLongestPause{200};

Failure plainFailure(const QString &what, const QString &why, const QString &remedy = {},
                     HelpTopic help = HelpTopic::None)
{
    Failure failure;
    failure.what = what;
    failure.why = why;
    failure.remedy = remedy;
    failure.help = help;
    return failure;
}

/// Where the sockets of vsock and of user-mode networks are, whatever the definition calls them.
Outcome<void> placeSockets(VmConfig &config, const MachineDirectory &directory, const QString &seenAs)
{
    if (config.vsock) {
        const auto seen = directory.enginePath(directory.vsockSocket(), seenAs);
        if (!seen)
            return std::unexpected(seen.error());
        config.vsock->udsPath = *seen;
    }
    for (NetworkInterface &interface : config.networkInterfaces) {
        if (!interface.userMode())
            continue;
        const QString socket = directory.userNetworkSocket(interface.ifaceId);
        QFile::remove(socket); // of the run before
        const auto seen = directory.enginePath(socket, seenAs);
        if (!seen)
            return std::unexpected(seen.error());
        interface.socketPath = *seen;
    }
    return {};
}

} // namespace

QStringList lastEngineLines(const MachineDirectory &directory, int count)
{
    const QString emulatorLog = directory.logs() + u"/emulator.log"_s;
    for (const QString &file : {directory.engineLog(), directory.engineOutput(), emulatorLog}) {
        const QStringList lines = LogTail::readLastLines(file, count);
        if (!lines.isEmpty())
            return lines;
    }
    return {};
}

StartSequence::StartSequence(MachineDefinition definition, MachineDirectory directory, Runner *runner,
                             std::optional<SnapshotStart> snapshot, QObject *parent)
    : QObject(parent), m_definition(std::move(definition)), m_directory(std::move(directory)), m_runner(runner),
      m_snapshot(std::move(snapshot))
{
    m_run.runner = runner->name();
    m_run.seenAs = runner->directoryAsSeen(m_directory);
    m_run.config = m_definition.config;
    m_run.logLevel = m_definition.logLevel;
    if (m_snapshot)
        m_run.consoleBefore = m_snapshot->consoleText;
}

void StartSequence::begin()
{
    // All that an engine may be shown, too: what is made later is not seen in its jail.
    for (const QString &folder : {m_directory.run(), m_directory.logs(), m_directory.files(), m_directory.snapshots(),
                                  m_directory.exchange()}) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    m_run.startedAt = QDateTime::currentDateTimeUtc();
    if (const auto saved = m_run.save(m_directory.stateFile()); !saved) {
        fail(saved.error());
        return;
    }
    prepareRunner();
}

void StartSequence::abort()
{
    m_aborting = true;
    if (!m_uninterruptible)
        end(&StartSequence::aborted);
}

void StartSequence::end(void (StartSequence::*signal)())
{
    if (std::exchange(m_ended, true))
        return;
    emit(this->*signal)();
}

void StartSequence::fail(const Failure &failure)
{
    if (m_aborting) {
        end(&StartSequence::aborted);
        return;
    }
    if (!std::exchange(m_ended, true))
        emit failed(failure);
}

void StartSequence::prepareRunner()
{
    Task *task = m_runner->prepare();
    if (!task) {
        place();
        return;
    }
    emit stepChanged(task->title());
    connect(task, &Task::finished, this, [this, task] {
        if (m_ended)
            return;
        if (task->state() == Task::State::Done)
            place();
        else if (const auto failure = task->failure())
            fail(*failure);
        else
            fail(plainFailure(task->title(), tr("It was cancelled.")));
    });
}

struct StartSequence::Placing {
    VmConfig config;
    MachineDirectory directory;
    QString seenAs;
    MachineDirectory::Elsewhere elsewhere;
    bool boot; ///< else a snapshot is loaded, which has the kernel in its memory
};

void StartSequence::place()
{
    emit stepChanged(tr("Preparing files"));
    m_uninterruptible = true;
    // Copies take time, and a file may lie on a slow file system.
    const auto work =
        [how = Placing{m_definition.config, m_directory, m_run.seenAs, m_runner->elsewhere(), !m_snapshot}] {
            rotateLogs(how.directory);
            QDir(how.directory.exchange()).removeRecursively(); // what nobody has taken over
            QDir().mkpath(how.directory.exchange());
            for (const QString &socket :
                 {how.directory.apiSocket(), how.directory.consoleSocket(), how.directory.vsockSocket()})
                QFile::remove(socket);
            return placeFiles(how);
        };
    runInBackground(this, work, [this](const Outcome<PlacedConfig> &placed) {
        m_uninterruptible = false;
        if (m_aborting)
            end(&StartSequence::aborted);
        else if (placed)
            launch(*placed);
        else
            fail(placed.error());
    });
}

void StartSequence::rotateLogs(const MachineDirectory &directory)
{
    const QString previous = directory.logs() + u"/previous"_s;
    // The engine of the last run could write here; a link of its would lead our renames somewhere else.
    if (QFileInfo(previous).isSymLink())
        QFile::remove(previous);
    QDir().mkpath(previous);
    const QString emulatorLog = directory.logs() + u"/emulator.log"_s;
    for (const QString &file :
         {directory.engineLog(), directory.engineOutput(), emulatorLog, directory.serialOutput()}) {
        const QString kept = previous + u'/' + QFileInfo(file).fileName();
        QFile::remove(kept);
        QFile::rename(file, kept);
    }
}

Outcome<StartSequence::PlacedConfig> StartSequence::placeFiles(const Placing &how)
{
    using Use = MachineDirectory::Use;
    PlacedConfig placed{how.config};
    VmConfig &config = placed.config;
    const auto placeOne = [&](QString &path, const QString &role, Use use) -> Outcome<void> {
        const auto found = how.directory.place(path, role, use, how.elsewhere);
        if (!found)
            return std::unexpected(found.error());
        const auto seen = found->how == Placement::Shown ? Outcome<QString>(how.seenAs + u'/' + found->shownAs)
                                                         : how.directory.enginePath(found->path, how.seenAs);
        if (!seen)
            return std::unexpected(seen.error());
        path = *seen;
        placed.files.append({found->path, *seen, use != Use::ReadOnly});
        return {};
    };
    if (how.boot) {
        if (const auto done = placeOne(config.bootSource.kernelImagePath, u"kernel"_s, Use::ReadOnly); !done)
            return std::unexpected(done.error());
        if (!config.bootSource.initrdPath.isEmpty()) {
            if (const auto done = placeOne(config.bootSource.initrdPath, u"initrd"_s, Use::ReadOnly); !done)
                return std::unexpected(done.error());
        }
    }
    for (Drive &drive : config.drives) {
        const Use use = drive.isReadOnly ? Use::ReadOnly : Use::ReadWrite;
        if (const auto done = placeOne(drive.pathOnHost, u"drive-"_s + drive.driveId, use); !done)
            return std::unexpected(done.error());
    }
    if (const auto done = placeSockets(config, how.directory, how.seenAs); !done)
        return std::unexpected(done.error());
    if (how.boot && config.serial && !config.serial->serialOutPath.isEmpty()) {
        // Ours is made here; somebody else's has to be there.
        if (config.serial->serialOutPath == kSerialName) {
            config.serial->serialOutPath = how.directory.serialOutput();
            QFile(how.directory.serialOutput()).open(QIODevice::WriteOnly | QIODevice::Append);
        }
        if (const auto done = placeOne(config.serial->serialOutPath, u"serial"_s, Use::Output); !done)
            return std::unexpected(done.error());
    }
    return placed;
}

Outcome<std::deque<HttpRequest>> StartSequence::requestsFor(const VmConfig &placed) const
{
    if (!m_snapshot)
        return startRequests(placed, m_runner->requestLimit());
    SnapshotStart seen = *m_snapshot;
    for (QString *path : {&seen.stateFile, &seen.memoryFile}) {
        const auto found = m_directory.enginePath(*path, m_run.seenAs);
        if (!found)
            return std::unexpected(found.error());
        *path = *found;
    }
    return resumeRequests(placed, seen, m_runner->requestLimit());
}

/// An engine that records a working set writes it beside the memory that it loads: there it may make files, and change
/// none that is there.
QList<ShownPath> StartSequence::recordFolder() const
{
    if (!m_snapshot || !m_snapshot->recordWorkingSet)
        return {};
    const QDir folder(QFileInfo(m_snapshot->memoryFile).path());
    const auto inside = m_directory.enginePath(folder.path(), m_run.seenAs);
    if (!inside)
        return {}; // told with the request
    QList<ShownPath> shown{{folder.path(), *inside, true}};
    const QStringList names = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        shown.append({folder.filePath(name), *inside + u'/' + name, false});
    return shown;
}

void StartSequence::launch(const PlacedConfig &placed)
{
    emit stepChanged(tr("Starting the engine"));
    const auto command = m_runner->launch(m_directory, m_definition, placed.files + recordFolder());
    if (!command) {
        fail(command.error());
        return;
    }
    m_run.shown = command->shown;
    auto requests = requestsFor(placed.config);
    if (!requests) {
        fail(requests.error());
        return;
    }
    m_requests = *std::move(requests);
    const auto record = [this](const ProcessIdentity &process) {
        m_run.process = process;
        return m_run.save(m_directory.stateFile());
    };
    const auto started = startDetached(*command, m_directory.engineOutput(), m_directory.root(), record);
    if (!started) {
        m_run.process.reset();
        fail(started.error());
        return;
    }
    emit launched();
}

void StartSequence::setClient(EngineClient *client)
{
    m_client = client;
    m_answerBy = steady_clock::now() + m_runner->startLimit();
    waitForSocket();
}

void StartSequence::retry(void (StartSequence::*step)())
{
    if (steady_clock::now() < m_answerBy) {
        QTimer::singleShot(m_pause, this, step);
        m_pause = std::min(m_pause * 2, kLongestPause);
        return;
    }
    Failure failure =
        plainFailure(tr("The engine could not be started."), tr("It did not answer within %n second(s).", nullptr,
                                                                static_cast<int>(m_runner->startLimit().count())));
    failure.logLines = lastEngineLines(m_directory);
    if (helpTopicOf(failure) == HelpTopic::None) // the last lines may say why
        failure.help = HelpTopic::NoAnswer;
    fail(failure);
}

void StartSequence::waitForSocket()
{
    if (m_ended || !m_client)
        return;
    const auto owner = socketOwner(m_directory.apiSocket());
    if (!owner) {
        retry(&StartSequence::waitForSocket);
    } else if (*owner != 0 && !isOurs(*owner)) {
        fail(plainFailure(tr("The engine could not be started."),
                          tr("Another process (%1) listens on the machine’s API socket.").arg(*owner),
                          tr("End that process, then start the machine again."), HelpTopic::SocketInUse));
    } else {
        if (*owner != 0)
            emit engineFound(*owner);
        waitForAnswer();
    }
}

/// With a lid only its child is: the lid itself has no API.
bool StartSequence::isOurs(qint64 pid) const
{
    return m_runner->hasLid() ? m_run.process->child(pid).has_value() : pid == m_run.process->pid;
}

void StartSequence::waitForAnswer()
{
    if (m_ended || !m_client)
        return;
    const auto left = std::chrono::duration_cast<milliseconds>(m_answerBy - steady_clock::now());
    const HttpRequest hello{
        .method = "GET", .path = u"/"_s, .body = {}, .deadline = std::max(left, milliseconds(1)), .background = true};
    m_client->raw(hello, this, [this](const ApiResult<HttpReply> &reply) {
        if (m_ended || !m_client)
            return;
        if (!reply) {
            retry(&StartSequence::waitForAnswer);
            return;
        }
        emit stepChanged(m_snapshot ? tr("Loading the snapshot") : tr("Configuring the engine"));
        nextRequest();
    });
}

void StartSequence::nextRequest()
{
    if (m_ended || !m_client)
        return;
    if (m_requests.empty()) {
        m_run.phase = RunState::Phase::Running;
        m_run.memoryBase = m_snapshot ? m_snapshot->snapshotId : QString();
        m_run.startedAt = QDateTime::currentDateTimeUtc();
        if (const auto saved = m_run.save(m_directory.stateFile()); !saved)
            fail(saved.error());
        else
            end(&StartSequence::ready);
        return;
    }
    HttpRequest request = std::move(m_requests.front());
    m_requests.pop_front();
    m_awaitsAnswer = true;
    m_client->raw(std::move(request), this, [this](const ApiResult<HttpReply> &reply) {
        m_awaitsAnswer = false;
        if (reply) {
            nextRequest();
            return;
        }
        Failure failure = Failure::fromApi(m_snapshot ? tr("The snapshot could not be loaded.")
                                                      : tr("The machine could not be configured."),
                                           reply.error());
        failure.logLines = lastEngineLines(m_directory);
        fail(failure);
    });
}

} // namespace sparkler::gui
