// start, stop, restart, pause, resume

#include "ctl/life.h"
#include "ctl/arguments.h"
#include "ctl/machine_json.h"
#include "ctl/session.h"
#include "ctl/text.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDown(const Machine &machine)
{
    return machine.state() == MachineState::Stopped || machine.state() == MachineState::Crashed;
}

bool isUp(const Machine &machine)
{
    return machine.state() == MachineState::Running || machine.state() == MachineState::Paused;
}

Exit refuse(Session &session, const QString &what, const QString &why)
{
    return session.out().fail(what, why, Exit::NotNow);
}

void showReason(Session &session, const Machine &machine)
{
    session.progress().setText(machine.definition().name + u": "_s + machine.reason());
}

/// Does `work` for each machine that was named; the first failure is the outcome, the others are still done.
Exit forEach(Session &session, const Arguments &arguments, const std::function<Exit(Machine *)> &work)
{
    Exit outcome = Exit::Good;
    QJsonArray array;
    for (const QString &name : arguments.operandsFrom(0)) {
        Machine *machine = session.machine(name);
        const Exit exit = machine ? work(machine) : Exit::NoSuch;
        session.progress().setText({});
        session.progress().clear();
        if (machine)
            array.append(machineToJson(*machine, false));
        if (outcome == Exit::Good)
            outcome = exit;
        if (session.interrupted())
            return session.interruption();
    }
    if (session.out().json())
        Output::document(array);
    return outcome;
}

int graceOf(Session &session, const Arguments &arguments, bool &good)
{
    const QString text = arguments.value("--timeout");
    good = true;
    if (arguments.has("--force"))
        return 0;
    if (text.isEmpty())
        return session.preferences().stopGrace;
    const int seconds = text.toInt(&good);
    good = good && seconds >= 0 && seconds <= 86'400;
    return seconds;
}

Exit startThem(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    session.checkHost();
    return forEach(session, arguments, [&](Machine *machine) { return startMachine(session, machine); });
}

Exit stopThem(Session &session, const Arguments &arguments)
{
    bool good = false;
    const int grace = graceOf(session, arguments, good);
    if (!good)
        return session.out().usage(Ctl::tr("--timeout is a number of seconds."), u"stop"_s);
    session.open(Session::Role::Act);
    return forEach(session, arguments, [&](Machine *machine) { return stopMachine(session, machine, grace); });
}

Exit restartThem(Session &session, const Arguments &arguments)
{
    bool good = false;
    const int grace = graceOf(session, arguments, good);
    if (!good)
        return session.out().usage(Ctl::tr("--timeout is a number of seconds."), u"restart"_s);
    session.open(Session::Role::Act);
    session.checkHost();
    return forEach(session, arguments, [&](Machine *machine) {
        const Exit stopped = isDown(*machine) ? Exit::Good : stopMachine(session, machine, grace);
        return stopped == Exit::Good ? startMachine(session, machine) : stopped;
    });
}

Exit changePause(Session &session, Machine *machine, bool pause)
{
    const auto action = pause ? MachineAction::Pause : MachineAction::Resume;
    if (const QString why = machine->whyNot(action); !why.isEmpty()) {
        const QString what = pause ? Ctl::tr("“%1” was not paused.") : Ctl::tr("“%1” was not resumed.");
        return refuse(session, what.arg(machine->definition().name), why);
    }
    Told told(machine);
    if (pause)
        machine->pause();
    else
        machine->resume();
    const auto wanted = pause ? MachineState::Paused : MachineState::Running;
    session.wait([&] { return machine->state() == wanted || !told.failures.isEmpty() || isDown(*machine); });
    session.progress().clear();
    if (!told.failures.isEmpty())
        return session.out().fail(told.failures.constFirst());
    return machine->state() == wanted ? Exit::Good : Exit::Failed;
}

Exit pauseThem(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    return forEach(session, arguments, [&](Machine *machine) { return changePause(session, machine, true); });
}

Exit resumeThem(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    return forEach(session, arguments, [&](Machine *machine) { return changePause(session, machine, false); });
}

constexpr Operand kMachines[] = {{.name = "MACHINE", .completes = Completes::Machine, .repeated = true}};

constexpr Option kStopOptions[] = {
    {.name = "--force", .letter = 'f', .help = QT_TRANSLATE_NOOP("sparklectl", "End the engine at once")},
    {.name = "--timeout",
     .letter = 't',
     .value = "SECONDS",
     .help = QT_TRANSLATE_NOOP("sparklectl", "How long the guest may take to power off before it is forced to; the "
                                             "manager's setting, if not given")},
};

constexpr Command kCommands[] = {
    {.name = "start",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Start machines"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "Ends when the guests run. They run on afterwards, without any "
                                                "manager."),
     .operands = kMachines,
     .options = {},
     .run = startThem},
    {.name = "stop",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Ask guests to power off, and force those that do not"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "Interrupted while it waits, it leaves the machine running."),
     .operands = kMachines,
     .options = kStopOptions,
     .run = stopThem},
    {.name = "restart",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Stop machines and start them with their present settings"),
     .details = "",
     .operands = kMachines,
     .options = kStopOptions,
     .run = restartThem},
    {.name = "pause",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Let guests stand still"),
     .details = "",
     .operands = kMachines,
     .options = {},
     .run = pauseThem},
    {.name = "resume",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Let paused guests go on"),
     .details = "",
     .operands = kMachines,
     .options = {},
     .run = resumeThem},
};

} // namespace

Told::Told(Machine *machine)
{
    connect(machine, &Machine::failed, this, [this](const Failure &failure) { failures.append(failure); });
}

QString madeSentence(const Machine &machine)
{
    return Ctl::tr("Machine “%1” is made; its id is %2.").arg(machine.definition().name, machine.id());
}

Exit startMachine(Session &session, Machine *machine)
{
    const QString what = Ctl::tr("“%1” was not started.").arg(machine->definition().name);
    if (const QString why = machine->whyNot(MachineAction::Start); !why.isEmpty())
        return refuse(session, what, why);
    Told told(machine);
    machine->start();
    const auto decided = [&] {
        showReason(session, *machine);
        return isUp(*machine) || !told.failures.isEmpty();
    };
    if (!session.wait(decided)) {
        machine->forceStop();
        while (!isDown(*machine))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    session.progress().setText({});
    session.progress().clear();
    if (!told.failures.isEmpty())
        return session.out().fail(told.failures.constFirst());
    return isUp(*machine) ? Exit::Good : Exit::Interrupted;
}

Exit stopMachine(Session &session, Machine *machine, int graceSeconds)
{
    const auto action = graceSeconds > 0 ? MachineAction::Stop : MachineAction::ForceStop;
    const QString what = Ctl::tr("“%1” was not stopped.").arg(machine->definition().name);
    if (const QString why = machine->whyNot(action); !why.isEmpty())
        return refuse(session, what, why);
    Told told(machine);
    if (graceSeconds > 0)
        machine->stop(graceSeconds);
    else
        machine->forceStop();
    const auto ended = [&] {
        showReason(session, *machine);
        return isDown(*machine);
    };
    if (!session.wait(ended)) {
        machine->cancelStop();
        return Exit::Interrupted;
    }
    session.progress().setText({});
    session.progress().clear();
    // What did not work on the way and was got over.
    for (const Failure &failure : std::as_const(told.failures))
        session.out().remark(failure.what + u' ' + failure.why);
    return Exit::Good;
}

std::span<const Command> lifeCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
