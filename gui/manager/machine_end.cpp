// How an engine ended, as far as anybody can tell, and what is left to be cleared away after it.

#include "manager/machine_private.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstring>
#include <sys/stat.h>

namespace sparkler::gui {
namespace {

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
    // Lost connections say less than the exit status, unless that is of our kill().
    const bool ownEnd = goneWhileStarting || (status && status->signal != SIGKILL);
    if (sequence || (startFailure && ownEnd && startFailure->status == 0)) {
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

} // namespace sparkler::gui
