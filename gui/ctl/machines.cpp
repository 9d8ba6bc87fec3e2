// list, show

#include "ctl/arguments.h"
#include "ctl/machine_json.h"
#include "ctl/session.h"
#include "ctl/text.h"
#include "manager/device_rules.h"
#include "manager/machine_text.h"

#include <QLocale>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString timeText(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : u"-"_s;
}

Exit listMachines(Session &session, const Arguments &arguments)
{
    const bool names = arguments.has("--names");
    if (names) {
        session.store().load();
        for (const QString &id : session.store().ids())
            session.out().line(session.store().find(id)->name);
        return Exit::Good;
    }
    session.open(Session::Role::Look);
    session.settleAll();
    if (session.interrupted())
        return session.interruption();
    session.progress().clear();
    QJsonArray array;
    QList<QStringList> rows;
    for (const Machine *machine : session.workspace().supervisor()->machines()) {
        const MachineDefinition &definition = machine->definition();
        if (arguments.has("--running") && machine->runningOn().isEmpty())
            continue;
        if (arguments.has("--group") && definition.group != arguments.value("--group"))
            continue;
        array.append(machineToJson(*machine, false));
        rows << QStringList{definition.id,
                            definition.name,
                            stateText(machine->state()),
                            sizeText(definition.config.machine),
                            machine->runningOn().isEmpty() ? u"-"_s : machine->runningOn(),
                            timeText(machine->startedAt())};
    }
    if (session.out().json())
        Output::document(array);
    else if (rows.isEmpty())
        session.out().remark(Ctl::tr("No machines. Make one: sparklectl create --demo NAME"));
    else
        session.out().table(
            {Ctl::tr("ID"), Ctl::tr("NAME"), Ctl::tr("STATE"), Ctl::tr("SIZE"), Ctl::tr("RUNS"), Ctl::tr("SINCE")},
            rows);
    for (const MachineStore::Problem &problem : session.store().problems())
        session.out().remark(problem.file + u": "_s + problem.reason);
    return Exit::Good;
}

QString driveText(const Drive &drive)
{
    QStringList words{drive.isReadOnly ? Ctl::tr("read-only") : Ctl::tr("read and write")};
    if (drive.isRootDevice)
        words.prepend(Ctl::tr("root"));
    if (drive.rateLimiter)
        words << Ctl::tr("limited");
    return Ctl::tr("%1 (%2)", "path and properties").arg(drive.pathOnHost, words.join(u", "_s));
}

QString interfaceText(const NetworkInterface &interface)
{
    if (!interface.userMode())
        return Ctl::tr("TAP device %1").arg(interface.hostDevName);
    QStringList words{Ctl::tr("user-mode network")};
    for (const PortForward &forward : interface.forwards)
        words << forwardText(forward);
    return words.join(u", "_s);
}

/// Two columns: what, and how it is.
QList<QStringList> facts(const Machine &machine)
{
    const MachineDefinition &definition = machine.definition();
    const VmConfig &config = definition.config;
    QList<QStringList> rows{{Ctl::tr("ID"), definition.id}, {Ctl::tr("State"), stateText(machine.state())}};
    const auto add = [&rows](const QString &what, const QString &text) {
        if (!text.isEmpty())
            rows << QStringList{what, text};
    };
    add(Ctl::tr("Reason"), machine.reason());
    add(Ctl::tr("Since"), machine.startedAt().isValid() ? timeText(machine.startedAt()) : QString());
    add(Ctl::tr("Size"), sizeText(config.machine));
    add(Ctl::tr("Group"), definition.group);
    add(Ctl::tr("Tags"), definition.tags.join(u", "_s));
    add(Ctl::tr("Runner"), machine.runningOn().isEmpty() ? runnerWord(definition.runner) : machine.runningOn());
    add(Ctl::tr("Jail"), machine.emulated() ? QString() : jailWord(machine.jail()));
    add(Ctl::tr("Engine"), machine.enginePid() > 0 ? Ctl::tr("process %1").arg(machine.enginePid()) : QString());
    add(Ctl::tr("Kernel"), config.bootSource.kernelImagePath);
    add(Ctl::tr("Initial RAM disk"), config.bootSource.initrdPath);
    add(Ctl::tr("Command line"), config.bootSource.bootArgs.value_or(QString()));
    for (const Drive &drive : config.drives)
        add(Ctl::tr("Drive %1").arg(drive.driveId), driveText(drive));
    for (const NetworkInterface &interface : config.networkInterfaces)
        add(Ctl::tr("Interface %1").arg(interface.ifaceId), interfaceText(interface));
    if (config.vsock)
        add(Ctl::tr("Vsock"), Ctl::tr("CID %1").arg(config.vsock->guestCid));
    add(Ctl::tr("Created"), timeText(definition.createdAt));
    add(Ctl::tr("Folder"), machine.directory().root());
    add(Ctl::tr("Notes"), definition.notes);
    return rows;
}

Exit showMachine(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Look);
    const Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    session.progress().clear();
    if (session.out().json()) {
        Output::document(machineToJson(*machine, true));
        return Exit::Good;
    }
    session.out().table({machine->definition().name}, facts(*machine));
    return Exit::Good;
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};

constexpr Option kListOptions[] = {
    {.name = "--running", .help = QT_TRANSLATE_NOOP("sparklectl", "Only machines with an engine")},
    {.name = "--group", .value = "GROUP", .help = QT_TRANSLATE_NOOP("sparklectl", "Only machines of this group")},
    {.name = "--names", .help = QT_TRANSLATE_NOOP("sparklectl", "Only the names, one a line")},
};

constexpr Command kCommands[] = {
    {.name = "list",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "List the machines and what they do"),
     .details = "",
     .operands = {},
     .options = kListOptions,
     .run = listMachines},
    {.name = "show",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Tell all about one machine"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "With --json the configuration is the one of a Firecracker "
                                                "configuration file."),
     .operands = kMachine,
     .options = {},
     .run = showMachine},
};

} // namespace

std::span<const Command> machineCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
