#include "client/json.h"
#include "manager/machine_private.h"
#include "manager/snapshots/snapshot_folder.h"
#include "manager/store_files.h"

#include <QDir>
#include <QFileInfo>

#include <csignal>
#include <sys/wait.h>

namespace sparkler::gui {
namespace {

constexpr int kHostWaitMs = 15'000;

Failure startFailureOf(const MachineDefinition &definition, const QString &why, const QString &remedy = {},
                       HelpTopic help = HelpTopic::None)
{
    Failure failure;
    failure.what = Machine::tr("“%1” was not started.").arg(definition.name);
    failure.why = why;
    failure.remedy = remedy;
    failure.help = help;
    return failure;
}

} // namespace

void Machine::Private::tellStart(const Outcome<void> &outcome)
{
    snapshot.reset();
    const auto done = std::exchange(startDone, {});
    if (!done) {
        if (!outcome)
            emit q->failed(outcome.error());
        return;
    }
    if (startCaller)
        QMetaObject::invokeMethod(
            startCaller, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
}

void Machine::Private::tellAborted()
{
    if (startDone)
        tellStart(std::unexpected(startFailureOf(definition, Machine::tr("It was stopped before it ran."))));
    snapshot.reset();
}

void Machine::Private::startFrom(const SnapshotStart &from, QObject *caller, std::function<void(Outcome<void>)> done)
{
    if (startDone) { // the one under way has its own to be told
        QMetaObject::invokeMethod(
            caller, [done, failure = startFailureOf(definition, whyNotStart())] { done(std::unexpected(failure)); },
            Qt::QueuedConnection);
        return;
    }
    startCaller = caller;
    startDone = std::move(done);
    start(from);
}

void Machine::Private::start(std::optional<SnapshotStart> from)
{
    const QString why = !from && !busy.isEmpty() ? busy : whyNotStart();
    if (!why.isEmpty()) {
        tellStart(std::unexpected(startFailureOf(definition, why)));
        return;
    }
    snapshot = std::move(from);
    takeDefinition();
    // Another manager may have started it since we looked.
    QDir().mkpath(directory.run());
    adopt(StartLock::Patience::Moment);
    if (state != MachineState::Stopped && state != MachineState::Crashed) {
        tellStart(std::unexpected(startFailureOf(definition, Machine::tr("Another manager has started it."))));
        return;
    }
    if (const auto found = obstacle()) {
        endStart(*found);
        return;
    }
    chooseRunnerThenStart();
}

/// What can be told without trying.
std::optional<Failure> Machine::Private::obstacle() const
{
    const QStringList sections = sectionsInUse(definition.config.otherSections);
    if (!sections.isEmpty())
        return startFailureOf(definition,
                              Machine::tr("Its configuration has sections that this engine does not support: %1.")
                                  .arg(sections.join(QStringLiteral(", "))),
                              Machine::tr("Remove them from the configuration."));
    if (!snapshot && definition.config.bootSource.kernelImagePath.isEmpty())
        return startFailureOf(definition, Machine::tr("It has no kernel."), Machine::tr("Choose a kernel."));
    if (const auto owner = socketOwner(directory.apiSocket()))
        return startFailureOf(definition,
                              Machine::tr("Another process (%1) listens on the machine’s API socket.").arg(*owner),
                              Machine::tr("End that process, then start the machine again."), HelpTopic::SocketInUse);
    return std::nullopt;
}

/// Another manager is exchanging the drives, or has left them half exchanged. With the lock: who restores takes it,
/// too.
std::optional<Failure> Machine::Private::interruptedRestore() const
{
    if (snapshot || !QFileInfo::exists(SnapshotFolder(directory.root()).journalFile()))
        return std::nullopt;
    return startFailureOf(definition, Machine::tr("A restore of a snapshot is under way or was interrupted."),
                          Machine::tr("Try again in a moment: an interrupted one is undone by itself."));
}

/// A jail that was asked for and cannot be made is no reason to do without one.
std::expected<Runner *, Failure> Machine::Private::chosenLocalRunner() const
{
    switch (definition.jail.choice) {
    case JailChoice::None:
        return &context->local;
    case JailChoice::Privileged:
        return &context->lent; // it tells itself what is missing
    case JailChoice::Rootless:
        break;
    }
    const auto usable = context->readiness->jailUsable();
    if (!usable)
        return nullptr;
    if (*usable)
        return &context->jailed;
    const ReadinessCheck why = context->readiness->jailProblem();
    return std::unexpected(startFailureOf(
        definition, Machine::tr("Its jail cannot be made on this host. %1").arg(why.reason),
        Machine::tr("%1 Or let the machine run without a jail, on its Jail page.").arg(why.remedyText).trimmed(),
        why.help));
}

/// What the definition asks of a runner that cannot do it.
std::optional<Failure> Machine::Private::obstacleOf(const Runner &runner) const
{
    const bool user = std::ranges::any_of(definition.config.networkInterfaces, &NetworkInterface::userMode);
    if (user && &runner == &context->lent)
        return startFailureOf(
            definition,
            Machine::tr(
                "A user-mode network needs passt, which needs user namespaces of its own: it cannot be had in a "
                "jail by root’s leave."),
            Machine::tr("Choose a TAP device on its Network page, or the rootless jail on its Jail page."));
    if (user && &runner != &context->jailed)
        return startFailureOf(
            definition,
            &runner == &context->local
                ? Machine::tr("A user-mode network needs the rootless jail, and the machine is to run without one.")
                : Machine::tr("The emulator has no user-mode network."),
            &runner == &context->local
                ? Machine::tr("Choose the rootless jail on its Jail page, or a TAP device on its Network page.")
                : Machine::tr("Remove the interface on the machine’s Network page."));
    return std::nullopt;
}

std::expected<Runner *, Failure> Machine::Private::chosenRunner() const
{
    if (definition.runner == RunnerChoice::Local)
        return chosenLocalRunner();
    if (definition.runner == RunnerChoice::Emulated)
        return &context->emulated;
    const Readiness &host = *context->readiness;
    if (!host.kvmUsable() || !host.emulatorUsable())
        return nullptr;
    if (*host.kvmUsable())
        return chosenLocalRunner();
    if (*host.emulatorUsable())
        return &context->emulated;
    const QList<ReadinessCheck> checks = host.checks();
    const auto kvm = std::ranges::find(checks, QStringLiteral("kvm"), &ReadinessCheck::id);
    return std::unexpected(kvm == checks.end() ? startFailureOf(definition, {})
                                               : startFailureOf(definition, kvm->reason, kvm->remedyText));
}

void Machine::Private::chooseRunnerThenStart()
{
    const auto runner = chosenRunner();
    if (!runner) {
        endStart(runner.error());
        return;
    }
    if (*runner) {
        beginStart(*runner);
        return;
    }
    setState(MachineState::Starting, Machine::tr("Waiting for the checks of this host"));
    waitingForHost = true;
    auto *wait = new QTimer(q);
    wait->setSingleShot(true);
    const auto look = [this, wait](bool last) {
        const auto choice = chosenRunner();
        if (waitingForHost && choice && !*choice && !last)
            return;
        wait->deleteLater();
        wait->disconnect();
        QObject::disconnect(context->readiness, nullptr, wait, nullptr);
        if (!std::exchange(waitingForHost, false))
            return;
        if (!choice)
            endStart(choice.error());
        else if (*choice)
            beginStart(*choice);
        else
            endStart(startFailureOf(definition, Machine::tr("The checks of this host did not end in time.")));
    };
    QObject::connect(context->readiness, &Readiness::changed, wait, [look] { look(false); });
    QObject::connect(wait, &QTimer::timeout, wait, [look] { look(true); });
    wait->start(kHostWaitMs);
}

void Machine::Private::beginStart(Runner *runner)
{
    if (const auto found = obstacleOf(*runner)) {
        endStart(*found);
        return;
    }
    if (!lock.tryLock(directory.startLock(), StartLock::Patience::Moment)) {
        // Not a failed start: what the other manager does is seen soon.
        restartWanted = false;
        setState(MachineState::Stopped);
        tellStart(std::unexpected(startFailureOf(
            definition,
            Machine::tr("Another manager is starting it, or %1 cannot be written to.").arg(directory.root()))));
        return;
    }
    if (engineRuns(directory.stateFile())) {
        // Somebody was quicker between our look and the lock.
        lock.unlock();
        restartWanted = false;
        setState(MachineState::Stopped);
        tellStart(std::unexpected(startFailureOf(definition, Machine::tr("Another manager has started it."))));
        adopt();
        return;
    }
    if (const auto found = interruptedRestore()) {
        endStart(*found);
        return;
    }
    startFailure.reset();
    ending = Ending::None;
    goneWhileStarting = false;
    sequence = new StartSequence(definition, directory, runner, snapshot, q);
    QObject::connect(sequence, &StartSequence::stepChanged, q,
                     [this](const QString &text) { setState(MachineState::Starting, text); });
    QObject::connect(sequence, &StartSequence::launched, q, [this] {
        run = sequence->runState();
        engine.reset();
        if (attach()) {
            sequence->setClient(client);
        } else {
            // It must not go on unwatched. It is our child that nobody has waited for, so the pid is still its own.
            const auto pid = static_cast<pid_t>(run->process->pid);
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
            onStartFailed(startFailureOf(definition, Machine::tr("The engine’s process cannot be watched.")));
        }
    });
    QObject::connect(sequence, &StartSequence::engineFound, q, [this](qint64 pid) { noteEngine(pid); });
    QObject::connect(sequence, &StartSequence::ready, q, [this] { onReady(); });
    QObject::connect(sequence, &StartSequence::failed, q, [this](const Failure &failure) { onStartFailed(failure); });
    QObject::connect(sequence, &StartSequence::aborted, q, [this] { onStartAborted(); });
    setState(MachineState::Starting);
    sequence->begin();
}

void Machine::Private::onReady()
{
    run = sequence->runState();
    sequence->deleteLater();
    sequence = nullptr;
    lock.unlock();
    setState(snapshot && !snapshot->resume ? MachineState::Paused : MachineState::Running);
    tellStart({});
}

/// Nothing may be left half done: the engine has to be gone before the failure is told.
void Machine::Private::onStartFailed(const Failure &failure)
{
    sequence->deleteLater();
    sequence = nullptr;
    Failure whole = failure;
    if (whole.state.isEmpty())
        whole.state = Machine::tr("The machine is stopped.");
    if (!watch) {
        endStart(whole);
        return;
    }
    startFailure = whole;
    ending = Ending::Killed;
    if (goneWhileStarting) {
        onProcessEnded();
        return;
    }
    kill(); // no guest has run, so there is nothing to end gently
}

void Machine::Private::onStartAborted()
{
    sequence->deleteLater();
    sequence = nullptr;
    if (watch) {
        kill();
        return;
    }
    cleanDirectory();
    lock.unlock();
    ending = Ending::None;
    setState(MachineState::Stopped);
    tellAborted();
    if (std::exchange(restartWanted, false))
        start();
}

void Machine::Private::endStart(const Failure &failure)
{
    if (lock.held()) {
        cleanDirectory();
        lock.unlock();
    }
    run.reset();
    ending = Ending::None;
    restartWanted = false;
    setState(MachineState::Crashed, Machine::tr("Could not start: %1").arg(failure.why));
    tellStart(std::unexpected(failure));
}

} // namespace sparkler::gui
