#include "manager/machine_private.h"
#include "manager/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstring>
#include <sys/stat.h>

namespace sparkler::gui {
namespace {

constexpr std::size_t kMaxExchanges = 500;
constexpr std::size_t kMaxSamples = 3600;
constexpr quint64 kSlowPollRounds = 5;
constexpr quint64 kForeignLookRounds = 2;
constexpr int kReasonLines = 5;
constexpr int kLastWordsMs = 2000;
constexpr int kDeathLookMs = 20;
constexpr int kMostDeathLooks = 150;

QString describe(const ExitStatus &status, const Runner *runner, bool emulated)
{
    if (status.signal != 0)
        return Machine::tr("The engine was ended by signal %1 (%2).")
            .arg(status.signal)
            .arg(QString::fromLocal8Bit(::strsignal(status.signal)));
    if (const QString own = runner ? runner->explainExit(status.code) : QString(); !own.isEmpty())
        return own;
    switch (status.code) {
    case 0:
        return Machine::tr("The guest has powered off or rebooted.");
    case 125:
        if (emulated)
            return Machine::tr("The emulator’s helper machine failed.");
        break;
    case 148:
        return Machine::tr("The engine ended with exit code 148: a system call that is not allowed.");
    case 149:
        return Machine::tr("The engine ended with exit code 149: memory of it could not be read or written.");
    case 150:
        return Machine::tr("The engine ended with exit code 150: an invalid memory access.");
    case 153:
        return Machine::tr("The engine ended with exit code 153: it does not know its command line.");
    default:
        break;
    }
    return Machine::tr("The engine ended with exit code %1.").arg(status.code);
}

HelpTopic helpTopicOf(const std::optional<ExitStatus> &status, const Runner *runner)
{
    if (!status || status->signal != 0)
        return HelpTopic::None;
    if (runner && !runner->explainExit(status->code).isEmpty())
        return runner->exitTopic();
    return status->code == 148 ? HelpTopic::BadSystemCall : HelpTopic::None;
}

QString withLines(const QString &sentence, const QStringList &lines)
{
    return lines.isEmpty() ? sentence : sentence + QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

/// What the engine's last words say about its end, for a process whose exit status nobody saw.
std::optional<ExitStatus> statusFromLog(const QStringList &lines)
{
    static const QString kMark = QStringLiteral("exit_code=");
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const qsizetype at = line->indexOf(kMark);
        if (at < 0 || !line->contains(QStringLiteral("Firecracker exiting")))
            continue;
        bool number = false;
        const int code = QStringView(*line).mid(at + kMark.size()).trimmed().toInt(&number);
        if (number)
            return ExitStatus{code, 0};
    }
    return std::nullopt;
}

} // namespace

/// Looks at what state.json says and attaches to what runs. Does nothing when there is an engine already.
void Machine::Private::adopt(StartLock::Patience patience)
{
    if (watch || sequence)
        return;
    RunState::takeOver(directory);
    auto found = RunState::load(directory.stateFile());
    if (!found && found.error() == RunState::Missing::Unreadable) {
        adoptUnreadable();
        return;
    }
    if (found && found->process && found->process->alive()) {
        run = std::move(*found);
        if (attach()) {
            setState(MachineState::Starting, Machine::tr("Attaching to the running engine"));
            return;
        }
    }
    if (!found && state != MachineState::Starting && state != MachineState::Unresponsive)
        return;
    StartLock mine; // unless we have it already, for a start to come
    if (!lock.held() && !mine.tryLock(directory.startLock(), patience)) {
        setState(MachineState::Starting, Machine::tr("Another manager is starting it."));
        return;
    }
    if (found)
        buryDead();
    else
        setState(MachineState::Stopped);
}

/// Nobody knows what runs, so nothing is touched while something does.
void Machine::Private::adoptUnreadable()
{
    if (const auto owner = socketOwner(directory.apiSocket())) {
        setState(MachineState::Unresponsive,
                 Machine::tr("Process %1 listens on the machine’s API socket, but %2 cannot be read.")
                     .arg(*owner)
                     .arg(directory.stateFile()));
        return;
    }
    StartLock mine;
    if (!lock.held() && !mine.tryLock(directory.startLock())) {
        setState(MachineState::Starting, Machine::tr("Another manager is starting it."));
        return;
    }
    const auto now = RunState::load(directory.stateFile());
    if (now || now.error() == RunState::Missing::NoFile)
        return; // changed meanwhile; seen in the next round
    run.reset();
    if (!context->observing)
        cleanDirectory();
    setState(MachineState::Crashed,
             Machine::tr("What ran could not be told: %1 was not readable.").arg(directory.stateFile()));
}

/// The engine of state.json is gone, and so is everybody who saw it end. With the lock.
void Machine::Private::buryDead()
{
    auto found = RunState::load(directory.stateFile());
    if (!found) {
        setState(MachineState::Stopped);
        return;
    }
    if (found->process && found->process->alive())
        return; // started meanwhile; seen in the next round
    if (!context->observing)
        cleanDirectory();
    run.reset();
    tellDead(*found);
}

void Machine::Private::tellDead(const RunState &dead)
{
    const QStringList lines = lastEngineLines(directory, kReasonLines);
    const auto status = statusFromLog(lines);
    const bool hostRestarted = dead.process && dead.process->bootId != ProcessIdentity::currentBootId();
    const RunState::Phase phase = dead.phase;
    if (phase == RunState::Phase::Starting)
        setState(
            MachineState::Crashed,
            withLines(Machine::tr("Could not start: the manager ended while it was starting the machine."), lines));
    else if (status && status->code == 0)
        setState(MachineState::Stopped, describe(*status, nullptr, false));
    else if (phase == RunState::Phase::Stopping)
        setState(MachineState::Stopped);
    else if (hostRestarted)
        setState(MachineState::Crashed, withLines(Machine::tr("Stopped unexpectedly: the host was restarted."), lines));
    else
        setState(MachineState::Crashed,
                 withLines(status ? Machine::tr("Stopped unexpectedly. %1").arg(describe(*status, nullptr, false))
                                  : Machine::tr("Stopped unexpectedly while no manager was running."),
                           lines));
}

bool Machine::Private::attach()
{
    watch = ProcessWatch::start(*run->process, q);
    if (!watch)
        return false;
    QObject::connect(watch, &ProcessWatch::exited, q, [this] { onProcessEnded(); });
    missed = 0;
    answered = false;
    engine.reset();
    deathLooks = 0;
    if (!context->runner(run->runner)->hasLid())
        noteEngine(run->process->pid);
    if (sequence)
        connectClient(); // the sequence looks itself who listens
    return true;
}

/// Whether `pid`, which has the API socket, is the engine that we know of: the recorded process, or the child of the
/// jail's lid. What it uses is measured from here on.
bool Machine::Private::noteEngine(qint64 pid)
{
    if (engine && engine->pid == pid && (engine == run->process || run->process->child(pid) == engine))
        return true;
    const bool lid = context->runner(run->runner)->hasLid();
    const auto found = lid ? run->process->child(pid) : run->process;
    if (!found || found->pid != pid)
        return false;
    engine = found;
    sampler = std::make_unique<ResourceSampler>(pid, run->runner == context->emulated.name());
    return true;
}

void Machine::Private::connectClient()
{
    engineContext = std::make_unique<QObject>();
    polling = pollingMetrics = false;
    client = new EngineClient(directory.apiSocket(), q);
    QObject::connect(client->connection(), &ApiConnection::exchangeFinished, q,
                     [this](const Exchange &exchange) { recordExchange(exchange); });
    // Kept as text; a terminal wants the carriage returns, too.
    QByteArray before = run->consoleBefore.toUtf8();
    before.replace('\n', "\r\n");
    console->attach(directory.consoleSocket(), before);
}

void Machine::Private::disconnectClient()
{
    abandonLiveUpdate();
    engineContext.reset();
    if (client)
        client->deleteLater();
    client = nullptr;
    console->detach();
    polling = pollingMetrics = false;
}

void Machine::Private::tellForeignListener(qint64 pid)
{
    if (ending != Ending::None || startFailure)
        return; // its process is being ended anyway
    setState(MachineState::Unresponsive,
             Machine::tr("Another process (%1) listens on the machine’s API socket; the engine is process %2.")
                 .arg(pid)
                 .arg(engine ? engine->pid : run->process->pid));
}

void Machine::Private::detach()
{
    disconnectClient();
    if (watch)
        watch->deleteLater();
    watch = nullptr;
    engine.reset();
    sampler.reset();
    usage.clear();
    countdown.stop();
    killTimer.stop();
    setSecondsLeft(-1);
}

void Machine::Private::onProcessEnded()
{
    if (sequence && sequence->awaitsAnswer() && !std::exchange(goneWhileStarting, true)) {
        // An engine that cannot load a snapshot says why and ends; what it said may still be in the socket.
        QTimer::singleShot(kLastWordsMs, watch, [this] { onProcessEnded(); });
        return;
    }
    if (!watch || engineStillDies())
        return;
    const auto status = watch->exitStatus();
    // Lost connections say less than the exit status.
    if (sequence || (startFailure && goneWhileStarting && startFailure->status == 0)) {
        Failure failure;
        failure.what = Machine::tr("“%1” was not started.").arg(definition.name);
        const Runner *runner = run ? context->runner(run->runner) : nullptr;
        failure.why = status ? describe(*status, runner, q->emulated())
                             : Machine::tr("The engine ended while it was being started.");
        failure.state = Machine::tr("The machine is stopped.");
        failure.logLines = lastEngineLines(directory);
        failure.help = helpTopicOf(status, runner);
        startFailure = failure;
        if (sequence)
            sequence->deleteLater();
        sequence = nullptr;
    }
    goneWhileStarting = false;
    detach();
    if (startFailure && ending != Ending::Forced) {
        if (!lock.held()) // it is the start of a manager that is gone
            lock.tryLock(directory.startLock());
        const Failure failure = *std::exchange(startFailure, std::nullopt);
        endStart(failure);
        return;
    }
    startFailure.reset();
    judgeEnd(status);
    tellAborted();
}

/// A lid that was killed takes its engine along, a moment later: until then it has the files and sockets.
bool Machine::Private::engineStillDies()
{
    if (!engine || engine == run->process || !engine->alive() || ++deathLooks > kMostDeathLooks)
        return false;
    QTimer::singleShot(kDeathLookMs, watch, [this] { onProcessEnded(); });
    return true;
}

void Machine::Private::judgeEnd(const std::optional<ExitStatus> &seen)
{
    const Runner *runner = run ? context->runner(run->runner) : nullptr;
    const bool emulated = runner == &context->emulated;
    const QStringList lines = lastEngineLines(directory);
    const auto status = seen ? seen : statusFromLog(lines);
    // Only one may clean up, and not what the other has started since.
    const bool mayClean = !context->observing && lock.tryLock(directory.startLock(), StartLock::Patience::Moment);
    const auto now = RunState::load(directory.stateFile());
    const bool recorded = now && run && now->process == run->process;
    // Another manager says so before it ends an engine, and removes the record afterwards.
    const bool endedElsewhere = ending == Ending::None && (!recorded || now->phase == RunState::Phase::Stopping) &&
                                (!status || status->signal == SIGTERM || status->signal == SIGKILL);
    if (mayClean) {
        if (!now || recorded)
            cleanDirectory();
        lock.unlock();
    }
    run.reset();
    const Ending how = std::exchange(ending, Ending::None);
    const bool again = std::exchange(restartWanted, false);
    if (how != Ending::None) {
        setState(MachineState::Stopped, how == Ending::Asked ? QString() : Machine::tr("It was forced to stop."));
    } else if (endedElsewhere) {
        setState(MachineState::Stopped, Machine::tr("It was stopped from elsewhere."));
    } else if (status && *status == ExitStatus{0, 0}) {
        setState(MachineState::Stopped, describe(*status, runner, emulated));
    } else {
        Failure failure;
        failure.what = Machine::tr("“%1” ended unexpectedly.").arg(definition.name);
        failure.why = status ? describe(*status, runner, emulated)
                             : Machine::tr("The engine ended by itself. Its exit status is not known, because another "
                                           "manager had started it.");
        failure.logLines = lines;
        failure.help = helpTopicOf(status, runner);
        setState(MachineState::Crashed,
                 withLines(failure.why, lines.mid(std::max<qsizetype>(0, lines.size() - kReasonLines))));
        emit q->failed(failure);
    }
    if (again && how != Ending::None)
        start();
}

/// Nothing that a later start could take for something alive stays.
void Machine::Private::cleanDirectory()
{
    for (const QString &socket : {directory.apiSocket(), directory.consoleSocket(), directory.vsockSocket()}) {
        if (!socketOwner(socket))
            QFile::remove(socket);
    }
    const auto found = RunState::load(directory.stateFile());
    const QString linked = directory.files() + QStringLiteral("/linked");
    for (const QString &path : found ? found->litter : QStringList()) {
        if (QDir::cleanPath(path) != path || QFileInfo(path).path() != linked)
            continue; // none that we have placed
        struct stat info {};
        const QByteArray name = QFile::encodeName(path);
        // Never the last name of somebody's data.
        if (::lstat(name.constData(), &info) == 0 && (S_ISLNK(info.st_mode) || info.st_nlink > 1))
            QFile::remove(path);
    }
    QFile::remove(directory.stateFile());
}

/// Another manager may have changed the record.
void Machine::Private::refreshRun()
{
    if (!run || !hasEngine() || sequence)
        return;
    auto now = RunState::load(directory.stateFile());
    if (now && now->process == run->process)
        run = std::move(*now);
}

Outcome<void> Machine::Private::changeRun(const std::function<void(RunState &)> &change)
{
    const auto others = StoreLock::take(QFileInfo(directory.root()).path());
    refreshRun();
    if (!run)
        return {};
    change(*run);
    if (others)
        return run->save(directory.stateFile());
    Failure failure;
    failure.what = Machine::tr("What runs could not be recorded.");
    failure.why = others.error();
    return std::unexpected(failure);
}

void Machine::Private::saveRun(const std::function<void(RunState &)> &change)
{
    if (const auto saved = changeRun(change); !saved)
        emit q->failed(saved.error());
}

void Machine::Private::tick(quint64 round)
{
    if (sequence || waitingForHost)
        return;
    if (!watch) {
        const bool look = state != MachineState::Stopped && state != MachineState::Crashed;
        if (look || (round % kForeignLookRounds == 0 && QFileInfo::exists(directory.stateFile())))
            adopt();
        return;
    }
    sampleUsage();
    if (state == MachineState::Unresponsive && round % kSlowPollRounds != 0)
        return;
    if (!client) {
        // Only the process that we know is talked to.
        const auto owner = socketOwner(directory.apiSocket());
        if (owner && *owner != 0 && !noteEngine(*owner)) {
            tellForeignListener(*owner);
            return;
        }
        if (!owner) {
            onMissed();
            return;
        }
        connectClient();
    }
    poll();
}

void Machine::Private::poll()
{
    if (polling) {
        onMissed();
        return;
    }
    if (client->connection()->pending() > 0)
        return; // a request of the user's is on its way; its deadline tells
    polling = true;
    client->setBackground(true);
    client->instanceInfo(engineContext.get(), [this](const ApiResult<InstanceInfo> &info) { onPolled(info); });
    if (metricsWatchers > 0)
        pollMetrics();
    client->setBackground(false);
}

void Machine::Private::pollMetrics()
{
    if (pollingMetrics || state == MachineState::Unresponsive)
        return;
    pollingMetrics = true;
    client->metrics(engineContext.get(), [this](const ApiResult<QJsonObject> &totals) {
        pollingMetrics = false;
        if (totals)
            emit q->metricsSampled(QDateTime::currentDateTimeUtc(), *totals);
    });
}

void Machine::Private::onMissed()
{
    // The first poll of an engine that was found running counts like any other.
    if (++missed < context->runner(run->runner)->missedPollsAllowed())
        return;
    if (ending == Ending::None && !startFailure)
        setState(MachineState::Unresponsive, Machine::tr("The engine does not answer."));
}

void Machine::Private::onPolled(const ApiResult<InstanceInfo> &info)
{
    polling = false;
    // Connections are made anew now and then, and by then somebody else may have taken the socket's place.
    if (const auto peer = client->connection()->peer(); peer && peer->pid != 0 && !noteEngine(peer->pid)) {
        disconnectClient();
        tellForeignListener(peer->pid);
        return;
    }
    if (!info) {
        onMissed();
        return;
    }
    missed = 0;
    answered = true;
    if (ending != Ending::None || startFailure)
        return;
    switch (info->state) {
    case InstanceState::NotStarted:
        onNotStarted();
        break;
    case InstanceState::Running:
        setState(MachineState::Running);
        break;
    case InstanceState::Paused:
        setState(MachineState::Paused);
        break;
    }
}

/// Engines that somebody else is starting are left to them; one that nobody starts any more is of no use.
void Machine::Private::onNotStarted()
{
    if (!lock.tryLock(directory.startLock())) {
        setState(MachineState::Starting, Machine::tr("Another manager is starting it."));
        return;
    }
    // The answer may stem from a moment before the start was done, and the lock from the one after.
    refreshRun();
    if (run->phase != RunState::Phase::Starting) {
        lock.unlock();
        return;
    }
    if (context->observing) {
        lock.unlock();
        setState(MachineState::Starting, Machine::tr("The manager ended while it was starting the machine."));
        return;
    }
    Failure failure;
    failure.what = Machine::tr("“%1” was not started.").arg(definition.name);
    failure.why = Machine::tr("The manager ended while it was starting the machine.");
    failure.state = Machine::tr("The machine is stopped.");
    startFailure = failure;
    kill();
}

void Machine::Private::sampleUsage()
{
    const auto sample = sampler ? sampler->sample() : std::nullopt;
    if (!sample)
        return;
    if (usage.size() == kMaxSamples)
        usage.pop_front();
    usage.push_back(*sample);
    emit q->usageSampled();
}

void Machine::Private::recordExchange(const Exchange &exchange)
{
    if (exchange.background)
        return;
    if (exchanges.size() == kMaxExchanges)
        exchanges.pop_front();
    exchanges.push_back(exchange);
    emit q->exchangeFinished(exchange);
}

} // namespace sparkler::gui
