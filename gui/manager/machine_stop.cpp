#include "manager/machine_private.h"

#include <csignal>

namespace sparkler::gui {
namespace {

constexpr int kTermLimitMs = 3000;

} // namespace

void Machine::Private::setSecondsLeft(int seconds)
{
    if (secondsLeft == seconds)
        return;
    secondsLeft = seconds;
    emit q->stopCountdownChanged(seconds);
}

void Machine::Private::stop(int graceSeconds)
{
    if (const QString why = q->whyNot(MachineAction::Stop); !why.isEmpty()) {
        restartWanted = false;
        failNow(Machine::tr("“%1” was not stopped.").arg(definition.name), why);
        return;
    }
    if (state == MachineState::Starting || graceSeconds <= 0) {
        force();
        return;
    }
    const bool paused = state == MachineState::Paused;
    ending = Ending::Asked;
    saveRun([](RunState &now) { now.phase = RunState::Phase::Stopping; });
    countdown.start();
    setSecondsLeft(graceSeconds);
    setState(MachineState::Stopping, paused ? Machine::tr("Resumed, so that the guest can power off")
                                            : Machine::tr("Waiting for the guest to power off"));
    if (!paused) {
        askGuest();
        return;
    }
    client->resume(engineContext.get(), [this](const ApiResult<void> &result) {
        if (result)
            askGuest();
        else
            emit q->failed(Failure::fromApi(Machine::tr("“%1” could not be resumed to power off.").arg(definition.name),
                                            result.error(),
                                            Machine::tr("It is forced to stop when the time is over.")));
    });
}

void Machine::Private::askGuest()
{
    client->sendCtrlAltDel(engineContext.get(), [this](const ApiResult<void> &result) {
        // One that ended before it answered has done what was asked.
        if (!result && result.error().kind != ApiError::Kind::ConnectionLost && ending == Ending::Asked)
            emit q->failed(
                Failure::fromApi(Machine::tr("The guest of “%1” could not be asked to power off.").arg(definition.name),
                                 result.error(), Machine::tr("It is forced to stop when the time is over.")));
    });
}

void Machine::Private::countDown()
{
    if (secondsLeft > 1)
        setSecondsLeft(secondsLeft - 1);
    else
        force();
}

void Machine::Private::force()
{
    countdown.stop();
    setSecondsLeft(-1);
    if (ending == Ending::Forced) {
        kill();
        return;
    }
    if (waitingForHost) {
        waitingForHost = false;
        setState(MachineState::Stopped);
        tellAborted();
        return;
    }
    ending = Ending::Forced;
    setState(MachineState::Stopping, Machine::tr("Ending the engine"));
    if (sequence) {
        sequence->abort();
        return;
    }
    if (!watch)
        return;
    saveRun([](RunState &now) { now.phase = RunState::Phase::Stopping; });
    // A process that is gone already is reported by the watch.
    (void)watch->sendSignal(SIGTERM);
    killTimer.start(kTermLimitMs);
}

void Machine::Private::kill()
{
    killTimer.stop();
    if (!watch)
        return;
    ending = Ending::Killed;
    (void)watch->sendSignal(SIGKILL);
}

void Machine::Private::cancelStop()
{
    if (state != MachineState::Stopping || ending != Ending::Asked) {
        failNow(Machine::tr("Stopping “%1” was not cancelled.").arg(definition.name),
                state == MachineState::Stopping ? Machine::tr("The engine is being ended already.")
                                                : Machine::tr("The machine is not being stopped."));
        return;
    }
    countdown.stop();
    ending = Ending::None;
    restartWanted = false;
    saveRun([](RunState &now) { now.phase = RunState::Phase::Running; });
    setSecondsLeft(-1);
    setState(MachineState::Running); // the next poll knows better, if it is not so
}

} // namespace sparkler::gui
