#include "manager/machine.h"

#include "manager/machine_private.h"

namespace sparkler::gui {

Runner *MachineContext::runner(const QString &name)
{
    if (name == emulated.name())
        return &emulated;
    if (name == lent.name())
        return &lent;
    return name == jailed.name() ? static_cast<Runner *>(&jailed) : &local;
}

Machine::Private::Private(MachineContext *shared, MachineDefinition initial)
    : context(shared), definition(std::move(initial)), directory(shared->store->directory(definition.id))
{
}

Machine::Machine(std::unique_ptr<Private> priv, QObject *parent) : QObject(parent), d(std::move(priv))
{
    d->q = this;
    d->console = new ConsoleClient(this);
    d->log = new LogTail(this);
    d->countdown.setInterval(1000);
    d->killTimer.setSingleShot(true);
    connect(&d->countdown, &QTimer::timeout, this, [this] { d->countDown(); });
    connect(&d->killTimer, &QTimer::timeout, this, [this] { d->kill(); });
}

/// The engine, if there is one, goes on.
Machine::~Machine()
{
    delete d->sequence;
    d->engineContext.reset();
}

void Machine::Private::setState(MachineState next, const QString &why)
{
    if (state == next && reason == why)
        return;
    state = next;
    reason = why;
    emit q->stateChanged();
}

void Machine::Private::failNow(const QString &what, const QString &why)
{
    Failure failure;
    failure.what = what;
    failure.why = why;
    emit q->failed(failure);
}

QString Machine::id() const
{
    return d->definition.id;
}

const MachineDefinition &Machine::definition() const
{
    return d->definition;
}

MachineDirectory Machine::directory() const
{
    return d->directory;
}

MachineState Machine::state() const
{
    return d->state;
}

QString Machine::reason() const
{
    return d->reason;
}

bool Machine::emulated() const
{
    if (d->run)
        return d->run->runner == d->context->emulated.name();
    if (d->definition.runner == RunnerChoice::Automatic)
        return d->context->readiness->kvmUsable() == false && d->context->readiness->emulatorUsable() == true;
    return d->definition.runner == RunnerChoice::Emulated;
}

JailChoice Machine::jail() const
{
    if (!d->run || !d->hasEngine())
        return d->definition.jail.choice;
    if (d->run->runner == d->context->lent.name())
        return JailChoice::Privileged;
    return d->run->runner == d->context->jailed.name() ? JailChoice::Rootless : JailChoice::None;
}

bool Machine::privilegedJailOffered() const
{
    return d->context->lent.offered();
}

QList<ShownPath> Machine::shownPaths() const
{
    return d->run && d->hasEngine() ? d->run->shown : QList<ShownPath>();
}

QDateTime Machine::startedAt() const
{
    return d->run && d->hasEngine() ? d->run->startedAt : QDateTime();
}

void Machine::setBusy(const QString &why)
{
    if (d->busy == why)
        return;
    d->busy = why;
    emit stateChanged(); // what can be done has changed
}

bool Machine::settled() const
{
    return !d->hasEngine() || d->sequence || d->answered || d->state == MachineState::Unresponsive;
}

bool Machine::reserveStart()
{
    if (!d->lock.tryLock(d->directory.startLock(), StartLock::Patience::Moment))
        return false;
    const auto found = RunState::load(d->directory.stateFile());
    if (!found || !found->process || !found->process->alive())
        return true;
    d->lock.unlock();
    return false;
}

void Machine::releaseStart()
{
    if (!d->sequence)
        d->lock.unlock();
}

void Machine::startFrom(const SnapshotStart &snapshot, QObject *context, std::function<void(Outcome<void>)> done)
{
    d->startFrom(snapshot, context, std::move(done));
}

std::optional<VmConfig> Machine::runningConfig() const
{
    return d->run && d->hasEngine() ? std::optional(d->run->config) : std::nullopt;
}

QString Machine::runningOn() const
{
    return d->run && d->hasEngine() ? d->run->runner : QString();
}

qint64 Machine::enginePid() const
{
    return d->run && d->hasEngine() && d->engine ? d->engine->pid : 0;
}

Outcome<QString> Machine::enginePath(const QString &hostPath) const
{
    return d->directory.enginePath(hostPath, d->run ? d->run->seenAs : d->directory.root());
}

void Machine::notePaused(bool paused)
{
    if (d->state == (paused ? MachineState::Running : MachineState::Paused))
        d->setState(paused ? MachineState::Paused : MachineState::Running);
}

QString Machine::memoryBase() const
{
    return d->run && d->hasEngine() ? d->run->memoryBase : QString();
}

Outcome<void> Machine::setMemoryBase(const QString &snapshotId)
{
    if (!d->run || !d->hasEngine())
        return {};
    return d->changeRun([&](RunState &run) { run.memoryBase = snapshotId; });
}

EngineClient *Machine::client() const
{
    return d->client;
}

ConsoleClient *Machine::console() const
{
    return d->console;
}

LogTail *Machine::log() const
{
    // Only a log that somebody wants to see is followed.
    d->log->follow(d->directory.engineLog());
    return d->log;
}

const std::deque<Exchange> &Machine::exchanges() const
{
    return d->exchanges;
}

void Machine::clearExchanges()
{
    d->exchanges.clear();
}

const std::deque<ResourceUsage> &Machine::usage() const
{
    return d->usage;
}

void Machine::watchMetrics(bool on)
{
    d->metricsWatchers = std::max(0, d->metricsWatchers + (on ? 1 : -1));
}

int Machine::stopSecondsLeft() const
{
    return d->secondsLeft;
}

bool Machine::needsRestart() const
{
    return !d->pendingLines().isEmpty();
}

QString Machine::Private::whyNotStart() const
{
    if (state != MachineState::Stopped && state != MachineState::Crashed)
        return state == MachineState::Starting ? Machine::tr("The machine is being started.")
                                               : Machine::tr("The machine is running already.");
    return context->store->preparing(definition.id);
}

QString Machine::Private::whyNotEngineAction(MachineAction action) const
{
    switch (state) {
    case MachineState::Stopped:
    case MachineState::Crashed:
        return Machine::tr("The machine is not running.");
    case MachineState::Starting:
        if (!hasEngine() && !sequence && !waitingForHost)
            return Machine::tr("Another manager is starting it.");
        // Ending our own is always possible, and so is ending an engine.
        return action == MachineAction::Stop || action == MachineAction::ForceStop
                   ? QString()
                   : Machine::tr("The machine is being started.");
    case MachineState::Stopping:
        return action == MachineAction::ForceStop ? QString() : Machine::tr("The machine is being stopped.");
    case MachineState::Unresponsive:
        if (action == MachineAction::ForceStop)
            return hasEngine() ? QString() : reason;
        return Machine::tr("The engine does not answer. The machine can only be forced to stop.");
    case MachineState::Paused:
        if (action == MachineAction::Pause)
            return Machine::tr("The machine is paused already.");
        return action == MachineAction::CtrlAltDel ? Machine::tr("The machine is paused.") : QString();
    case MachineState::Running:
        return action == MachineAction::Resume ? Machine::tr("The machine is not paused.") : QString();
    }
    return {};
}

QString Machine::whyNot(MachineAction action) const
{
    if (!d->busy.isEmpty() && action != MachineAction::ForceStop)
        return d->busy;
    switch (action) {
    case MachineAction::Start:
        return d->whyNotStart();
    case MachineAction::Edit:
        if (d->live)
            return tr("A change is being made.");
        return d->state == MachineState::Starting ? tr("The machine is being started.") : QString();
    case MachineAction::Delete:
        return d->state == MachineState::Stopped || d->state == MachineState::Crashed
                   ? QString()
                   : tr("The machine has to be stopped first.");
    default:
        return d->whyNotEngineAction(action);
    }
}

void Machine::start()
{
    d->start();
}

void Machine::pause()
{
    if (const QString why = whyNot(MachineAction::Pause); !why.isEmpty()) {
        d->failNow(tr("“%1” was not paused.").arg(d->definition.name), why);
        return;
    }
    d->client->pause(d->engineContext.get(), [this](const ApiResult<void> &result) {
        if (!result)
            emit failed(Failure::fromApi(tr("“%1” was not paused.").arg(d->definition.name), result.error()));
        else if (d->state == MachineState::Running)
            d->setState(MachineState::Paused);
    });
}

void Machine::resume()
{
    if (const QString why = whyNot(MachineAction::Resume); !why.isEmpty()) {
        d->failNow(tr("“%1” was not resumed.").arg(d->definition.name), why);
        return;
    }
    d->client->resume(d->engineContext.get(), [this](const ApiResult<void> &result) {
        if (!result)
            emit failed(Failure::fromApi(tr("“%1” was not resumed.").arg(d->definition.name), result.error()));
        else if (d->state == MachineState::Paused)
            d->setState(MachineState::Running);
    });
}

void Machine::sendCtrlAltDel()
{
    const QString what = tr("Ctrl-Alt-Del was not sent to “%1”.").arg(d->definition.name);
    if (const QString why = whyNot(MachineAction::CtrlAltDel); !why.isEmpty()) {
        d->failNow(what, why);
        return;
    }
    d->client->sendCtrlAltDel(d->engineContext.get(), [this, what](const ApiResult<void> &result) {
        if (!result)
            emit failed(Failure::fromApi(what, result.error()));
    });
}

void Machine::stop(int graceSeconds)
{
    d->stop(graceSeconds);
}

void Machine::forceStop()
{
    if (const QString why = whyNot(MachineAction::ForceStop); !why.isEmpty()) {
        d->failNow(tr("“%1” was not stopped.").arg(d->definition.name), why);
        return;
    }
    d->restartWanted = false;
    d->force();
}

void Machine::cancelStop()
{
    d->cancelStop();
}

void Machine::restart()
{
    if (const QString why = whyNot(MachineAction::Restart); !why.isEmpty()) {
        d->failNow(tr("“%1” was not restarted.").arg(d->definition.name), why);
        return;
    }
    d->restartWanted = true;
    d->stop(kDefaultGraceSeconds);
}

void Machine::apply(const MachineDefinition &definition, QObject *context,
                    std::function<void(Outcome<QStringList>)> done)
{
    d->apply(definition, context, std::move(done));
}

} // namespace sparkler::gui
