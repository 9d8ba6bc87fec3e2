// drive …

#include "ctl/arguments.h"
#include "ctl/change.h"
#include "ctl/limit_flags.h"
#include "ctl/machine_flags.h"
#include "ctl/session.h"
#include "ctl/text.h"

#include "client/json.h"

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

Exit wrong(Session &session, const QString &why)
{
    return session.out().fail(Ctl::tr("The drive was not changed."), why, Exit::Usage);
}

/// The drive with that id; null: told.
Drive *driveOf(Session &session, MachineDefinition &definition, const QString &id)
{
    const auto found = std::ranges::find(definition.config.drives, id, &Drive::driveId);
    if (found != definition.config.drives.end())
        return &*found;
    session.out().fail(Ctl::tr("“%1” has no drive “%2”.").arg(definition.name, id), {}, Exit::NoSuch,
                       Ctl::tr("“sparklectl drive list” tells which there are."));
    return nullptr;
}

Exit listDrives(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Look);
    const QString id = session.machineId(arguments.operand(0));
    if (id.isEmpty())
        return Exit::NoSuch;
    QJsonArray array;
    QList<QStringList> rows;
    for (const Drive &drive : session.store().find(id)->config.drives) {
        array.append(toJson(drive));
        const RateLimiter limiter = drive.rateLimiter.value_or(RateLimiter{});
        rows << QStringList{drive.driveId,
                            drive.isRootDevice ? Ctl::tr("yes") : Ctl::tr("no"),
                            drive.isReadOnly ? Ctl::tr("yes") : Ctl::tr("no"),
                            bucketText(limiter.bandwidth, BucketUnit::Bytes),
                            bucketText(limiter.ops, BucketUnit::Operations),
                            drive.pathOnHost};
    }
    if (session.out().json())
        Output::document(array);
    else
        session.out().table({Ctl::tr("ID"), Ctl::tr("ROOT"), Ctl::tr("READ-ONLY"), Ctl::tr("BANDWIDTH"),
                             Ctl::tr("OPERATIONS"), Ctl::tr("FILE")},
                            rows);
    return Exit::Good;
}

void takeModes(const Arguments &arguments, Drive &drive)
{
    if (arguments.has("--cache"))
        drive.cacheType = arguments.value("--cache") == "writeback"_L1 ? CacheType::Writeback : CacheType::Unsafe;
    if (arguments.has("--io"))
        drive.ioEngine = arguments.value("--io") == "async"_L1 ? IoEngine::Async : IoEngine::Sync;
}

Exit addDrive(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    MachineDefinition changed = machine->definition();
    auto drive = driveFromFlag(arguments.operand(1));
    if (!drive)
        return wrong(session, drive.error());
    QStringList taken;
    for (const Drive &other : std::as_const(changed.config.drives)) {
        taken << other.driveId;
        if (drive->isRootDevice && other.isRootDevice)
            return wrong(session, Ctl::tr("Only one drive can be the root drive."));
    }
    drive->driveId =
        arguments.value("--id", freeDeviceId(drive->isRootDevice ? u"rootfs"_s : u"drive1"_s, u"drive"_s, taken));
    if (taken.contains(drive->driveId))
        return wrong(session, Ctl::tr("There is a drive “%1” already.").arg(drive->driveId));
    takeModes(arguments, *drive);
    changed.config.drives << *drive;
    return applyChange(session, machine, changed);
}

Exit setDrive(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    MachineDefinition changed = machine->definition();
    Drive *drive = driveOf(session, changed, arguments.operand(1));
    if (!drive)
        return Exit::NoSuch;
    if (arguments.has("--read-only") && arguments.has("--writable"))
        return wrong(session, Ctl::tr("%1 and %2 exclude each other.").arg(u"--read-only"_s, u"--writable"_s));
    if (arguments.has("--file")) {
        const auto file = existingFile(arguments.value("--file"));
        if (!file)
            return wrong(session, file.error());
        drive->pathOnHost = *file;
    }
    if (arguments.has("--read-only") || arguments.has("--writable"))
        drive->isReadOnly = arguments.has("--read-only");
    takeModes(arguments, *drive);
    return applyChange(session, machine, changed);
}

Exit removeDrive(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    MachineDefinition changed = machine->definition();
    if (!driveOf(session, changed, arguments.operand(1)))
        return Exit::NoSuch;
    changed.config.drives.removeIf([&](const Drive &drive) { return drive.driveId == arguments.operand(1); });
    return applyChange(session, machine, changed);
}

Exit limitDrive(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    Machine *machine = session.machine(arguments.operand(0));
    if (!machine)
        return Exit::NoSuch;
    MachineDefinition changed = machine->definition();
    Drive *drive = driveOf(session, changed, arguments.operand(1));
    if (!drive)
        return Exit::NoSuch;
    if (const auto done = applyLimits(arguments, "--bandwidth", "--operations", drive->rateLimiter); !done)
        return wrong(session, done.error());
    return applyChange(session, machine, changed);
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Operand kMachineAndFile[] = {{.name = "MACHINE", .completes = Completes::Machine},
                                       {.name = "PATH[:ro][:root]", .completes = Completes::File}};
constexpr Operand kMachineAndDrive[] = {{.name = "MACHINE", .completes = Completes::Machine}, {.name = "DRIVE"}};

constexpr Option kCache = {.name = "--cache",
                           .value = "unsafe|writeback",
                           .help = QT_TRANSLATE_NOOP("sparklectl", "Whether the guest's flushes reach the disk"),
                           .completes = Completes::Words,
                           .words = "unsafe|writeback"};
constexpr Option kIo = {.name = "--io",
                        .value = "sync|async",
                        .help = QT_TRANSLATE_NOOP("sparklectl", "How the engine reads and writes"),
                        .completes = Completes::Words,
                        .words = "sync|async"};

constexpr Option kAddOptions[] = {
    {.name = "--id", .value = "DRIVE", .help = QT_TRANSLATE_NOOP("sparklectl", "Its id; otherwise one is chosen")},
    kCache,
    kIo,
};
constexpr Option kSetOptions[] = {
    {.name = "--file",
     .value = "FILE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Another file, at once where the machine runs"),
     .completes = Completes::File},
    {.name = "--read-only", .help = QT_TRANSLATE_NOOP("sparklectl", "The guest may not write to it")},
    {.name = "--writable", .help = QT_TRANSLATE_NOOP("sparklectl", "The guest may write to it")},
    kCache,
    kIo,
};
constexpr Option kLimitOptions[] = {
    {.name = "--bandwidth",
     .value = "SIZE[/TIME][+BURST]|none",
     .help =
         QT_TRANSLATE_NOOP("sparklectl", "So many bytes in that time, a second if not given, and once so many more")},
    {.name = "--operations",
     .value = "NUMBER[/TIME][+BURST]|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "So many requests in that time")},
};

constexpr Command kCommands[] = {
    {.name = "drive list",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "List a machine's drives"),
     .details = "",
     .operands = kMachine,
     .options = {},
     .run = listDrives},
    {.name = "drive add",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Give a machine another drive, from its next start on"),
     .details = "",
     .operands = kMachineAndFile,
     .options = kAddOptions,
     .run = addDrive},
    {.name = "drive set",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Change a drive"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "A running machine gets another file at once; the other settings hold "
                                                "from its next start on."),
     .operands = kMachineAndDrive,
     .options = kSetOptions,
     .run = setDrive},
    {.name = "drive remove",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Take a drive away, from the next start on"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "The file stays."),
     .operands = kMachineAndDrive,
     .options = {},
     .run = removeDrive},
    {.name = "drive limit",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Limit a drive, at once where the machine runs"),
     .details = "",
     .operands = kMachineAndDrive,
     .options = kLimitOptions,
     .run = limitDrive},
};

} // namespace

std::span<const Command> driveCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
