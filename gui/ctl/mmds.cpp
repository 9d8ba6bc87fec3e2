// mmds …

#include "ctl/arguments.h"
#include "ctl/change.h"
#include "ctl/engine_call.h"
#include "ctl/merge_patch.h"
#include "ctl/text.h"
#include "manager/device_rules.h"

#include "client/json.h"

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Whether what the machine starts with is meant, not what its engine has.
bool storedMeant(const Machine &machine, const Arguments &arguments)
{
    return arguments.has("--stored") || !machine.client();
}

Exit getData(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Look);
    const Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    if (storedMeant(*machine, arguments)) {
        Output::document(machine->definition().config.mmds.value_or(QJsonObject()));
        return Exit::Good;
    }
    const auto answer = ask<QJsonObject>(session, [&](QObject *context, EngineClient::Callback<QJsonObject> callback) {
        machine->client()->getMmds(context, std::move(callback));
    });
    if (!answer)
        return session.interruption();
    if (!*answer)
        return session.out().fail(Failure::fromApi(Ctl::tr("The metadata were not read."), answer->error()));
    Output::document(**answer);
    return Exit::Good;
}

Exit changeStored(Session &session, Machine *machine, const QJsonObject &data, bool patch)
{
    MachineDefinition changed = machine->definition();
    QJsonObject wanted = data;
    if (patch)
        wanted = mergePatch(changed.config.mmds.value_or(QJsonObject()), data);
    if (const auto problem = mmdsDataProblem(wanted))
        return session.out().fail(Ctl::tr("The metadata were not changed."), *problem, Exit::Usage);
    changed.config.mmds = wanted;
    if (!changed.config.mmdsConfig)
        session.out().remark(Ctl::tr("No network interface of the machine answers for the metadata service yet."));
    return applyChange(session, machine, changed);
}

Exit changeData(Session &session, const Arguments &arguments, bool patch)
{
    const QString what = Ctl::tr("The metadata were not changed.");
    const auto text = textOf(arguments.operand(1));
    if (!text)
        return session.out().fail(what, text.error(), Exit::Usage);
    const auto data = parseObject(*text);
    if (!data)
        return session.out().fail(what, Ctl::tr("It is not a JSON object: %1.").arg(data.error()), Exit::Usage);
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    if (storedMeant(*machine, arguments))
        return changeStored(session, machine, *data, patch);
    const auto answer = ask<void>(session, [&](QObject *context, EngineClient::Callback<void> callback) {
        if (patch)
            machine->client()->patchMmds(*text, context, std::move(callback));
        else
            machine->client()->putMmds(*text, context, std::move(callback));
    });
    if (!answer)
        return session.interruption();
    if (!*answer)
        return session.out().fail(Failure::fromApi(what, answer->error()));
    return Exit::Good;
}

Exit putData(Session &session, const Arguments &arguments)
{
    return changeData(session, arguments, false);
}

Exit patchData(Session &session, const Arguments &arguments)
{
    return changeData(session, arguments, true);
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Operand kMachineAndJson[] = {{.name = "MACHINE", .completes = Completes::Machine},
                                       {.name = "JSON|@FILE|-", .completes = Completes::File}};
constexpr Option kOptions[] = {
    {.name = "--stored", .help = QT_TRANSLATE_NOOP("sparklectl", "What the machine starts with, also when it runs")},
};

constexpr Command kCommands[] = {
    {.name = "mmds get",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print the metadata: of the running machine, else what it starts with"),
     .details = "",
     .operands = kMachine,
     .options = kOptions,
     .run = getData},
    {.name = "mmds put",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Replace the metadata: of the running machine, else what it starts "
                                                "with"),
     .details = "",
     .operands = kMachineAndJson,
     .options = kOptions,
     .run = putData},
    {.name = "mmds patch",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Merge into the metadata; null takes a name away"),
     .details = "",
     .operands = kMachineAndJson,
     .options = kOptions,
     .run = patchData},
};

} // namespace

std::span<const Command> mmdsCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
