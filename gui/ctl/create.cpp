// create

#include "ctl/life.h"
#include "ctl/machine_flags.h"
#include "ctl/machine_json.h"
#include "ctl/session.h"
#include "ctl/text.h"
#include "manager/disk_work.h"
#include "text/human_units.h"

#include <QFileInfo>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint64 kDemoMemoryMib = 256;

/// What the new machine is made of.
struct Plan {
    MachineDefinition definition;
    QString copyRootFrom; ///< empty: drives are used where they are
    qint64 diskBytes = 0; ///< 0: as large as what is copied
};

Exit refuse(Session &session, const QString &why)
{
    return session.out().fail(Ctl::tr("No machine was made."), why, Exit::Usage,
                              Ctl::tr("See %1").arg(u"sparklectl create --help"_s));
}

/// Flags that say the same twice. Empty: none.
QString conflict(const Arguments &flags)
{
    if (flags.has("--demo") && flags.has("--from-config"))
        return Ctl::tr("--demo and --from-config exclude each other.");
    for (const char *flag : {"--kernel", "--initrd", "--cmdline"}) {
        if (flags.has("--demo") && flags.has(flag))
            return Ctl::tr("--demo and %1 exclude each other.").arg(QLatin1StringView(flag));
    }
    if (!flags.has("--demo") && !flags.has("--from-config") && !flags.has("--kernel"))
        return Ctl::tr("It needs a kernel: one of --kernel, --from-config and --demo.");
    return {};
}

/// The demo guest, which is built first when there is none.
Exit takeDemo(Session &session, Plan &plan)
{
    AssetLibrary *assets = session.workspace().assets();
    if (!assets->demoGuest()) {
        if (const Exit built = session.finish(assets->buildDemoGuest()); built != Exit::Good)
            return built;
    }
    const auto guest = assets->demoGuest();
    if (!guest)
        return Exit::Failed;
    plan.definition.config.bootSource = {guest->kernel, guest->initrd, guest->bootArgs};
    plan.definition.config.machine.memSizeMib = kDemoMemoryMib;
    plan.copyRootFrom = guest->rootfs;
    return Exit::Good;
}

Exit takeConfiguration(Session &session, const QString &file, Plan &plan)
{
    const auto imported = MachineStore::importConfigurationFile(file);
    if (!imported)
        return session.out().fail(imported.error());
    for (const QString &note : imported->notes)
        session.out().remark(note);
    plan.definition = imported->definition;
    return Exit::Good;
}

/// --copy-root and --disk-size. Error: a translated sentence.
std::expected<void, QString> planRoot(const Arguments &flags, Plan &plan)
{
    auto &drives = plan.definition.config.drives;
    if (flags.has("--copy-root") && !flags.has("--demo")) {
        const auto root = std::ranges::find_if(drives, &Drive::isRootDevice);
        if (root == drives.end())
            return std::unexpected(Ctl::tr("--copy-root needs a root drive."));
        plan.copyRootFrom = root->pathOnHost;
        root->isReadOnly = false;
    }
    if (!flags.has("--disk-size"))
        return {};
    const auto bytes = parseByteSize(flags.value("--disk-size"), kMiB);
    if (!bytes || *bytes < static_cast<quint64>(kLeastDiskBytes) || *bytes > static_cast<quint64>(kMostDiskBytes))
        return std::unexpected(Ctl::tr("--disk-size is a size from 1M to 16T."));
    if (plan.copyRootFrom.isEmpty())
        return std::unexpected(Ctl::tr("--disk-size needs --copy-root or --demo."));
    plan.diskBytes = static_cast<qint64>(*bytes);
    return {};
}

Exit createMachine(Session &session, const Arguments &flags)
{
    if (const QString why = conflict(flags); !why.isEmpty())
        return refuse(session, why);
    session.open(Session::Role::Act);
    Plan plan;
    plan.definition.name = u"demo"_s;
    Exit taken = Exit::Good;
    if (flags.has("--demo"))
        taken = takeDemo(session, plan);
    else if (flags.has("--from-config"))
        taken = takeConfiguration(session, flags.value("--from-config"), plan);
    else
        plan.definition.name = QFileInfo(flags.value("--kernel")).completeBaseName();
    if (taken != Exit::Good)
        return taken;
    if (!flags.operand(0).isEmpty())
        plan.definition.name = flags.operand(0);
    auto done = applyFlags(flags, session.store().macs(), plan.definition);
    if (done)
        done = planRoot(flags, plan);
    if (!done)
        return refuse(session, done.error());

    const auto task = session.workspace().createMachine(plan.definition, plan.copyRootFrom, plan.diskBytes);
    if (!task)
        return session.out().fail(task.error());
    if (const Exit made = session.finish(*task); made != Exit::Good)
        return made;
    Machine *machine = session.workspace().supervisor()->find((*task)->result());
    if (!machine)
        return Exit::NoSuch; // deleted by somebody else already
    if (flags.has("--start")) {
        session.checkHost();
        if (const Exit started = startMachine(session, machine); started != Exit::Good)
            return started;
    }
    if (session.out().json())
        Output::document(machineToJson(*machine, true));
    else
        session.out().line(madeSentence(*machine));
    return Exit::Good;
}

constexpr Operand kOperands[] = {{.name = "NAME", .optional = true}};

constexpr Option kOptions[] = {
    {.name = "--demo",
     .help = QT_TRANSLATE_NOOP("sparklectl", "A stock Debian kernel and a small root file system; built once")},
    {.name = "--from-config",
     .value = "FILE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "What a Firecracker configuration file says"),
     .completes = Completes::File},
    {.name = "--kernel",
     .value = "FILE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Kernel: vmlinux or bzImage"),
     .completes = Completes::File},
    {.name = "--initrd",
     .value = "FILE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Initial RAM disk"),
     .completes = Completes::File},
    {.name = "--cmdline", .value = "TEXT", .help = QT_TRANSLATE_NOOP("sparklectl", "The kernel's command line")},
    {.name = "--drive",
     .value = "PATH[:ro][:root]",
     .help = QT_TRANSLATE_NOOP("sparklectl", "A drive; the first one is the root drive if none says so and there is "
                                             "no initial RAM disk"),
     .completes = Completes::File,
     .repeatable = true},
    {.name = "--copy-root",
     .help = QT_TRANSLATE_NOOP("sparklectl", "The machine gets a copy of the root drive of its own")},
    {.name = "--disk-size",
     .value = "SIZE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Makes that copy larger, with its file system")},
    {.name = "--vcpus", .value = "NUMBER", .help = QT_TRANSLATE_NOOP("sparklectl", "Processors, 1 to 32")},
    {.name = "--memory", .value = "SIZE", .help = QT_TRANSLATE_NOOP("sparklectl", "Memory, such as 512 (MiB) or 2G")},
    {.name = "--cpu-template",
     .value = "NAME|FILE",
     .help = QT_TRANSLATE_NOOP("sparklectl", "The processor that the guest sees: T2, T2S, T2CL, T2A, C3, or a template "
                                             "of one's own"),
     .completes = Completes::File},
    {.name = "--network",
     .value = "none|user|TAP",
     .help = QT_TRANSLATE_NOOP("sparklectl", "A network interface: with user-mode networking, or on a TAP device of "
                                             "the host"),
     .completes = Completes::Words,
     .words = "none|user|TAP",
     .repeatable = true},
    {.name = "--forward",
     .value = "[tcp:|udp:][ADDRESS:]PORT:PORT",
     .help = QT_TRANSLATE_NOOP("sparklectl", "A port of the host that leads to one of the guest's; with --network "
                                             "user"),
     .repeatable = true},
    {.name = "--vsock", .value = "CID", .help = QT_TRANSLATE_NOOP("sparklectl", "A vsock device with this CID")},
    {.name = "--track-dirty-pages",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Track written pages, for incremental snapshots")},
    {.name = "--runner",
     .value = "automatic|local|emulated",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Where it runs"),
     .completes = Completes::Words,
     .words = "automatic|local|emulated"},
    {.name = "--jail",
     .value = "rootless|none",
     .help = QT_TRANSLATE_NOOP("sparklectl", "What confines its engine"),
     .completes = Completes::Words,
     .words = "rootless|none"},
    {.name = "--group", .value = "GROUP", .help = QT_TRANSLATE_NOOP("sparklectl", "Group in the list")},
    {.name = "--tag",
     .value = "TAG",
     .help = QT_TRANSLATE_NOOP("sparklectl", "A tag; may be given several times"),
     .repeatable = true},
    {.name = "--note", .value = "TEXT", .help = QT_TRANSLATE_NOOP("sparklectl", "Notes about the machine")},
    {.name = "--start", .help = QT_TRANSLATE_NOOP("sparklectl", "Start it, too")},
};

constexpr Command kCommands[] = {
    {.name = "create",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Make a machine"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "Of one's own files, of a Firecracker configuration file, or the demo. "
                                                "Other options change what the file or the demo says. A name that is "
                                                "taken gets a number."),
     .operands = kOperands,
     .options = kOptions,
     .run = createMachine},
};

} // namespace

std::span<const Command> createCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
