#include "pages/config_rules.h"

#include "manager/device_rules.h"
#include "pages/host_limits.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RuleText {
    Q_DECLARE_TR_FUNCTIONS(ConfigRules)
};

constexpr qsizetype kMostBootArgs = 2047; ///< bytes

constexpr QLatin1StringView kVcpuFault("The number of vCPUs must be greater than 0, less than 32 and must be 1 or an "
                                       "even number if SMT is enabled.");
constexpr QLatin1StringView kMemoryFault("The memory size (MiB) is invalid.");
constexpr QLatin1StringView kPagesFault("The memory size (MiB) is either 0, or not a multiple of the configured page "
                                        "size.");
constexpr QLatin1StringView kIdFault("API Resource IDs can only contain alphanumeric characters and underscores.");
constexpr QLatin1StringView kEmptyIdFault("The ID cannot be empty.");
constexpr QLatin1StringView kRootFault("A root block device already exists!");
constexpr QLatin1StringView kArgsFault("The kernel command line is invalid: String contains a non-printable ASCII "
                                       "character.");
constexpr QLatin1StringView kLongArgsFault("The kernel command line is invalid: Inserting string would make command "
                                           "line too long.");

bool isIdCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

QString missingFault(const QString &path, FileRole role)
{
    switch (role) {
    case FileRole::Kernel:
        return u"The kernel file cannot be opened: No such file or directory (os error 2)"_s;
    case FileRole::Initrd:
        return u"The initrd file cannot be opened due to invalid path or invalid permissions. No such file or "
               u"directory (os error 2)"_s;
    case FileRole::Drive:
        return u"Invalid block device path: "_s + path;
    }
    return {};
}

} // namespace

HardwarePart partOf(const Failure &failure)
{
    static constexpr std::pair<QLatin1StringView, HardwarePart> kParts[] = {
        {"/drives/"_L1, HardwarePart::Drives},
        {"/boot-source"_L1, HardwarePart::BootSource},
        {"/machine-config"_L1, HardwarePart::Machine},
        {"/cpu-config"_L1, HardwarePart::Processor},
        {"/network-interfaces/"_L1, HardwarePart::Network},
        {"/mmds"_L1, HardwarePart::Metadata},
        {"/vsock"_L1, HardwarePart::Vsock},
        {"/balloon"_L1, HardwarePart::Balloon},
        {"/entropy"_L1, HardwarePart::Entropy},
        {"/serial"_L1, HardwarePart::Serial}};
    for (const auto &[path, part] : kParts) {
        if (failure.request.contains(path))
            return part;
    }
    return HardwarePart::Whole;
}

std::optional<QString> vcpuProblem(const MachineConfig &config)
{
    if (config.vcpuCount < 1 || config.vcpuCount > kMostVcpus)
        return quotingEngine(RuleText::tr("A machine has 1 to %1 vCPUs.").arg(kMostVcpus), kVcpuFault);
    if (config.smt && config.vcpuCount > 1 && config.vcpuCount % 2 != 0)
        return quotingEngine(RuleText::tr("With hyper-threading the number of vCPUs must be 1 or even."), kVcpuFault);
    return std::nullopt;
}

std::optional<QString> memoryProblem(const MachineConfig &config)
{
    if (config.memSizeMib == 0)
        return quotingEngine(RuleText::tr("A machine needs memory."), kMemoryFault);
    if (config.hugePages == HugePages::TwoMiB && config.memSizeMib % 2 != 0)
        return quotingEngine(RuleText::tr("With huge pages of 2 MiB the memory must be a multiple of them."),
                             kPagesFault);
    return std::nullopt;
}

std::optional<QString> bootArgsProblem(const QString &bootArgs)
{
    const auto printable = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (!std::ranges::all_of(bootArgs, printable))
        return quotingEngine(RuleText::tr("Boot arguments are plain ASCII on one line."), kArgsFault);
    if (bootArgs.size() > kMostBootArgs)
        return quotingEngine(RuleText::tr("Boot arguments have at most %1 characters.").arg(kMostBootArgs),
                             kLongArgsFault);
    return std::nullopt;
}

std::optional<QString> driveIdProblem(const QString &driveId, const QStringList &taken)
{
    if (driveId.isEmpty())
        return quotingEngine(RuleText::tr("A drive needs an ID."), kEmptyIdFault);
    if (!std::ranges::all_of(driveId, isIdCharacter))
        return quotingEngine(RuleText::tr("Only letters, digits and the underscore."), kIdFault);
    if (taken.contains(driveId))
        return RuleText::tr("Another drive has this ID.");
    return std::nullopt;
}

Validity fileProblem(const QString &path, FileRole role, bool readOnly)
{
    const auto error = [](const QString &text) { return Validity{Validity::Level::Error, text}; };
    if (path.isEmpty())
        return error(role == FileRole::Kernel ? RuleText::tr("Choose a kernel.") : RuleText::tr("Choose a file."));
    const QFileInfo file(path);
    if (file.isRelative())
        return error(RuleText::tr("Give the full path, from the root folder on."));
    if (!file.exists())
        return error(quotingEngine(RuleText::tr("There is no such file."), missingFault(path, role)));
    if (file.isDir())
        return error(RuleText::tr("This is a folder."));
    if (!file.isReadable())
        return error(RuleText::tr("You may not read this file."));
    if (role == FileRole::Drive && !readOnly && !file.isWritable())
        return error(RuleText::tr("You may not write to this file. Attach it read-only, or choose another."));
    if (role == FileRole::Drive && file.isFile() && file.size() % 512 != 0)
        return {Validity::Level::Warning,
                RuleText::tr("The size is no multiple of 512 bytes: the guest will not see the "
                             "end of the file.")};
    return {};
}

ConfigProblems findProblems(const VmConfig &config, const QStringList &planned)
{
    ConfigProblems problems;
    problems.machine = vcpuProblem(config.machine);
    if (!problems.machine)
        problems.machine = memoryProblem(config.machine);
    const BootSource &boot = config.bootSource;
    const auto take = [&](const Validity &validity) {
        if (!validity.isAcceptable() && !problems.bootSource)
            problems.bootSource = validity.text;
    };
    take(fileProblem(boot.kernelImagePath, FileRole::Kernel, true));
    if (!boot.initrdPath.isEmpty())
        take(fileProblem(boot.initrdPath, FileRole::Initrd, true));
    if (!problems.bootSource)
        problems.bootSource = bootArgsProblem(boot.bootArgs.value_or(QString()));
    QStringList before;
    qsizetype roots = 0;
    for (const Drive &drive : config.drives) {
        roots += drive.isRootDevice;
        if (const auto problem = driveIdProblem(drive.driveId, before)) {
            problems.driveNotes.insert(drive.driveId, *problem);
        } else if (!planned.contains(drive.pathOnHost)) {
            const Validity validity = fileProblem(drive.pathOnHost, FileRole::Drive, drive.isReadOnly);
            if (!validity.isAcceptable())
                problems.driveNotes.insert(drive.driveId, validity.text);
        }
        before << drive.driveId;
    }
    if (roots > 1)
        problems.drives = quotingEngine(RuleText::tr("Only one drive can be the root device."), kRootFault);
    return problems;
}

QString freeDriveId(const QString &wanted, const QStringList &taken)
{
    QString base;
    for (const QChar c : wanted)
        base += isIdCharacter(c) ? c : QChar(u'_');
    if (base.isEmpty())
        base = u"drive"_s;
    QString id = base;
    for (int number = 2; taken.contains(id); ++number)
        id = base + QString::number(number);
    return id;
}

} // namespace sparkler::gui
