#include "ctl/machine_flags.h"

#include "client/json.h"
#include "ctl/text.h"
#include "manager/asset_library.h"
#include "manager/cpu_template_text.h"
#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "manager/store_files.h"
#include "text/human_units.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Problem = std::expected<void, QString>;

Problem applyBoot(const Arguments &flags, BootSource &boot)
{
    if (flags.has("--kernel")) {
        const auto path = existingFile(flags.value("--kernel"));
        if (!path)
            return std::unexpected(path.error());
        if (const auto kind = AssetLibrary::recognise(*path, AssetKind::Kernel); !kind)
            return std::unexpected(*path + u": "_s + kind.error());
        boot.kernelImagePath = *path;
    }
    if (flags.has("--initrd")) {
        const auto path = existingFile(flags.value("--initrd"));
        if (!path)
            return std::unexpected(path.error());
        boot.initrdPath = *path;
    }
    if (flags.has("--cmdline"))
        boot.bootArgs = flags.value("--cmdline");
    return {};
}

Problem applySize(const Arguments &flags, MachineConfig &machine)
{
    if (flags.has("--vcpus")) {
        bool good = false;
        machine.vcpuCount = flags.value("--vcpus").toInt(&good);
        if (!good || machine.vcpuCount < 1 || machine.vcpuCount > 32)
            return std::unexpected(Ctl::tr("--vcpus is a number from 1 to 32."));
    }
    if (flags.has("--memory")) {
        const auto bytes = parseByteSize(flags.value("--memory"), kMiB);
        if (!bytes || *bytes < kMiB || *bytes % kMiB != 0)
            return std::unexpected(Ctl::tr("--memory is a size in whole MiB, such as 512 or 2G."));
        machine.memSizeMib = *bytes / kMiB;
    }
    if (flags.has("--track-dirty-pages"))
        machine.trackDirtyPages = true;
    return {};
}

/// One of the engine's names, or a file with a template of one's own.
Problem applyCpuTemplate(const Arguments &flags, VmConfig &config)
{
    if (!flags.has("--cpu-template"))
        return {};
    const QString value = flags.value("--cpu-template");
    if (std::ranges::find(kNamedCpuTemplates, value) != std::end(kNamedCpuTemplates)) {
        config.machine.cpuTemplate = value;
        return {};
    }
    const auto path = existingFile(value);
    if (!path)
        return std::unexpected(path.error());
    const auto text = readSmallFile(*path);
    const auto object = text ? parseObject(*text) : std::unexpected(text.error());
    if (!object)
        return std::unexpected(*path + u": "_s + object.error());
    const QList<CpuTemplateMistake> mistakes = cpuTemplateMistakes(QString::fromUtf8(*text));
    if (!mistakes.isEmpty())
        return std::unexpected(u"%1:%2:%3: "_s.arg(*path).arg(mistakes[0].line).arg(mistakes[0].column) +
                               mistakes[0].reason);
    config.cpuConfig = *object;
    return {};
}

Problem applyDrives(const Arguments &flags, VmConfig &config)
{
    QStringList taken;
    for (const Drive &drive : std::as_const(config.drives))
        taken << drive.driveId;
    QList<Drive> added;
    for (const QString &text : flags.values("--drive")) {
        const auto drive = driveFromFlag(text);
        if (!drive)
            return std::unexpected(drive.error());
        added << *drive;
    }
    const bool hasRoot =
        std::ranges::any_of(config.drives, &Drive::isRootDevice) || std::ranges::any_of(added, &Drive::isRootDevice);
    if (!added.isEmpty() && !hasRoot && config.bootSource.initrdPath.isEmpty())
        added.first().isRootDevice = true;
    for (Drive &drive : added) {
        drive.driveId = freeDeviceId(drive.isRootDevice ? u"rootfs"_s : u"drive1"_s, u"drive"_s, taken);
        taken << drive.driveId;
        config.drives << drive;
    }
    if (std::ranges::count_if(config.drives, &Drive::isRootDevice) > 1)
        return std::unexpected(Ctl::tr("Only one drive can be the root drive."));
    return {};
}

Problem applyNetwork(const Arguments &flags, QSet<QString> macs, VmConfig &config)
{
    QStringList taken;
    for (const NetworkInterface &interface : std::as_const(config.networkInterfaces))
        taken << interface.ifaceId;
    macs.unite(macsOf(config));
    for (const QString &text : flags.values("--network")) {
        if (text == "none"_L1)
            continue;
        auto interface = interfaceFromFlag(text);
        if (!interface)
            return std::unexpected(interface.error());
        interface->ifaceId = freeDeviceId(u"eth0"_s, u"eth"_s, taken);
        interface->guestMac = newMac(macs);
        taken << interface->ifaceId;
        macs << interface->guestMac;
        config.networkInterfaces << *interface;
    }
    const QStringList forwards = flags.values("--forward");
    if (forwards.isEmpty())
        return {};
    const auto user = std::ranges::find_if(config.networkInterfaces, &NetworkInterface::userMode);
    if (user == config.networkInterfaces.end())
        return std::unexpected(Ctl::tr("--forward needs --network user."));
    for (const QString &text : forwards) {
        const auto forward = forwardFromFlag(text);
        if (!forward)
            return std::unexpected(forward.error());
        user->forwards << *forward;
    }
    return {};
}

Problem applyRest(const Arguments &flags, MachineDefinition &definition)
{
    if (flags.has("--vsock")) {
        bool good = false;
        const quint64 cid = flags.value("--vsock").toULongLong(&good);
        if (!good || cid < kLeastGuestCid || cid > kMostGuestCid)
            return std::unexpected(
                Ctl::tr("--vsock is a number from %1 to %2.").arg(kLeastGuestCid).arg(kMostGuestCid));
        definition.config.vsock = Vsock{cid, QString(kVsockName)};
    }
    const QString runner = flags.value("--runner");
    if (runner == "local"_L1)
        definition.runner = RunnerChoice::Local;
    else if (runner == "emulated"_L1)
        definition.runner = RunnerChoice::Emulated;
    if (flags.value("--jail") == "none"_L1)
        definition.jail.choice = JailChoice::None;
    if (flags.has("--group"))
        definition.group = flags.value("--group");
    definition.tags << flags.values("--tag");
    if (flags.has("--note"))
        definition.notes = flags.value("--note");
    return {};
}

} // namespace

std::expected<QString, QString> existingFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.isDir())
        return std::unexpected(Ctl::tr("There is no file %1.").arg(path));
    return QDir::cleanPath(file.absoluteFilePath());
}

std::expected<Drive, QString> driveFromFlag(const QString &text)
{
    Drive drive;
    QString path = text;
    for (;;) {
        if (path.endsWith(":ro"_L1) && !drive.isReadOnly)
            drive.isReadOnly = true;
        else if (path.endsWith(":root"_L1) && !drive.isRootDevice)
            drive.isRootDevice = true;
        else
            break;
        path.truncate(path.lastIndexOf(u':'));
    }
    const auto file = existingFile(path);
    if (!file)
        return std::unexpected(file.error());
    drive.pathOnHost = *file;
    return drive;
}

std::expected<NetworkInterface, QString> interfaceFromFlag(const QString &text)
{
    NetworkInterface interface;
    if (text == "user"_L1) {
        interface.socketPath = QString(kUserNetworkName);
        return interface;
    }
    interface.hostDevName = text;
    if (const auto problem = tapNameProblem(text))
        return std::unexpected(*problem);
    return interface;
}

std::expected<PortForward, QString> forwardFromFlag(const QString &text)
{
    PortForward forward;
    QString rest = text;
    if (rest.startsWith("udp:"_L1))
        forward.protocol = PortForward::Protocol::Udp;
    if (rest.startsWith("udp:"_L1) || rest.startsWith("tcp:"_L1))
        rest = rest.mid(4);
    const QStringList parts = rest.split(u':');
    bool hostGood = false;
    bool guestGood = false;
    if (parts.size() == 2 || parts.size() == 3) {
        forward.hostPort = parts[parts.size() - 2].toUShort(&hostGood);
        forward.guestPort = parts.constLast().toUShort(&guestGood);
        if (parts.size() == 3)
            forward.address = parts[0];
    }
    if (!hostGood || !guestGood)
        return std::unexpected(
            Ctl::tr("“%1” is no forwarded port: [tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT.").arg(text));
    return forward;
}

QString freeDeviceId(const QString &first, const QString &other, const QStringList &taken)
{
    QString id = first;
    for (int number = 1; taken.contains(id); ++number)
        id = other + QString::number(number);
    return id;
}

std::expected<void, QString> applyFlags(const Arguments &flags, const QSet<QString> &macs,
                                        MachineDefinition &definition)
{
    VmConfig &config = definition.config;
    Problem done = applyBoot(flags, config.bootSource);
    if (done)
        done = applySize(flags, config.machine);
    if (done)
        done = applyCpuTemplate(flags, config);
    if (done)
        done = applyDrives(flags, config);
    if (done)
        done = applyNetwork(flags, macs, config);
    if (done)
        done = applyRest(flags, definition);
    if (!done)
        return done;
    if (const QStringList problems = deviceProblems(config); !problems.isEmpty())
        return std::unexpected(problems.join(u' '));
    return {};
}

} // namespace sparkler::gui
