// interface …

#include "ctl/arguments.h"
#include "ctl/change.h"
#include "ctl/limit_flags.h"
#include "ctl/session.h"
#include "ctl/text.h"

#include "client/json.h"

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

Exit listInterfaces(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Look);
    const QString id = session.machineId(arguments.operand(0));
    if (id.isEmpty())
        return Exit::NoSuch;
    QJsonArray array;
    QList<QStringList> rows;
    for (const NetworkInterface &interface : session.store().find(id)->config.networkInterfaces) {
        array.append(toJson(interface));
        const RateLimiter rx = interface.rxRateLimiter.value_or(RateLimiter{});
        const RateLimiter tx = interface.txRateLimiter.value_or(RateLimiter{});
        rows << QStringList{interface.ifaceId,
                            interface.userMode() ? Ctl::tr("user-mode network") : interface.hostDevName,
                            interface.guestMac,
                            bucketText(rx.bandwidth, BucketUnit::Bytes),
                            bucketText(rx.ops, BucketUnit::Operations),
                            bucketText(tx.bandwidth, BucketUnit::Bytes),
                            bucketText(tx.ops, BucketUnit::Operations)};
    }
    if (session.out().json())
        Output::document(array);
    else
        session.out().table({Ctl::tr("ID"), Ctl::tr("NETWORK"), Ctl::tr("MAC"), Ctl::tr("RECEIVE BANDWIDTH"),
                             Ctl::tr("RECEIVE OPERATIONS"), Ctl::tr("SEND BANDWIDTH"), Ctl::tr("SEND OPERATIONS")},
                            rows);
    return Exit::Good;
}

Exit limitInterface(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    MachineDefinition changed = machine->definition();
    auto &all = changed.config.networkInterfaces;
    const auto interface = std::ranges::find(all, arguments.operand(1), &NetworkInterface::ifaceId);
    if (interface == all.end())
        return session.out().fail(
            Ctl::tr("“%1” has no network interface “%2”.").arg(changed.name, arguments.operand(1)), {}, Exit::NoSuch,
            Ctl::tr("“sparklectl interface list” tells which there are."));
    auto done = applyLimits(arguments, "--receive-bandwidth", "--receive-operations", interface->rxRateLimiter);
    if (done)
        done = applyLimits(arguments, "--send-bandwidth", "--send-operations", interface->txRateLimiter);
    if (!done)
        return session.out().fail(Ctl::tr("The network interface was not changed."), done.error(), Exit::Usage);
    return applyChange(session, machine, changed);
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Operand kMachineAndInterface[] = {{.name = "MACHINE", .completes = Completes::Machine},
                                            {.name = "INTERFACE"}};

constexpr Option kLimitOptions[] = {
    {.name = "--receive-bandwidth",
     .value = "SIZE[/TIME][+BURST]|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Bytes towards the guest")},
    {.name = "--receive-operations",
     .value = "NUMBER[/TIME][+BURST]|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Packets towards the guest")},
    {.name = "--send-bandwidth",
     .value = "SIZE[/TIME][+BURST]|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Bytes from the guest")},
    {.name = "--send-operations",
     .value = "NUMBER[/TIME][+BURST]|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Packets from the guest")},
};

constexpr Command kCommands[] = {
    {.name = "interface list",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "List a machine's network interfaces"),
     .details = "",
     .operands = kMachine,
     .options = {},
     .run = listInterfaces},
    {.name = "interface limit",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Limit a network interface, at once where the machine runs"),
     .details = "",
     .operands = kMachineAndInterface,
     .options = kLimitOptions,
     .run = limitInterface},
};

} // namespace

std::span<const Command> interfaceCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
