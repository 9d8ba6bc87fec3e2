#include "manager/machine_private.h"
#include "manager/store_files.h"

#include <QFile>
#include <QFileInfo>

namespace sparkler::gui {
namespace {

constexpr std::size_t kMaxExchanges = 500;
constexpr std::size_t kMaxSamples = 3600;
constexpr quint64 kSlowPollRounds = 5;
constexpr quint64 kForeignLookRounds = 2;

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
