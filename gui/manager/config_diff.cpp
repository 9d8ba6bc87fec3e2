#include "manager/config_diff.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sparkler::gui {
namespace {

struct ConfigDiff {
    Q_DECLARE_TR_FUNCTIONS(ConfigDiff)
};

const Drive *findDrive(const QList<Drive> &drives, const QString &id)
{
    const auto found = std::ranges::find(drives, id, &Drive::driveId);
    return found == drives.end() ? nullptr : &*found;
}

bool hasBuckets(const std::optional<RateLimiter> &limiter)
{
    const auto on = [](const std::optional<TokenBucket> &bucket) {
        return bucket && bucket->size != 0 && bucket->refillTimeMs != 0;
    };
    return limiter && (on(limiter->bandwidth) || on(limiter->ops));
}

const NetworkInterface *findInterface(const QList<NetworkInterface> &interfaces, const QString &id)
{
    const auto found = std::ranges::find(interfaces, id, &NetworkInterface::ifaceId);
    return found == interfaces.end() ? nullptr : &*found;
}

void machineLines(const MachineConfig &running, const MachineConfig &wanted, QStringList &lines)
{
    const QLocale locale;
    if (running.vcpuCount != wanted.vcpuCount)
        lines << ConfigDiff::tr("Virtual CPUs: %1 instead of %2")
                     .arg(locale.toString(wanted.vcpuCount), locale.toString(running.vcpuCount));
    if (running.memSizeMib != wanted.memSizeMib)
        lines << ConfigDiff::tr("Memory: %1 MiB instead of %2 MiB")
                     .arg(locale.toString(wanted.memSizeMib), locale.toString(running.memSizeMib));
    if (running.smt != wanted.smt)
        lines << ConfigDiff::tr("Hyper-threading");
    if (running.trackDirtyPages != wanted.trackDirtyPages)
        lines << ConfigDiff::tr("Tracking of dirty pages");
    if (running.hugePages != wanted.hugePages)
        lines << ConfigDiff::tr("Huge pages");
}

void driveLines(const VmConfig &running, const VmConfig &wanted, QStringList &lines)
{
    for (const Drive &drive : wanted.drives) {
        const Drive *had = findDrive(running.drives, drive.driveId);
        if (!had) {
            lines << ConfigDiff::tr("Drive “%1”: added").arg(drive.driveId);
            continue;
        }
        if (had->pathOnHost != drive.pathOnHost)
            lines << ConfigDiff::tr("Drive “%1”: file").arg(drive.driveId);
        if (!sameLimits(had->rateLimiter, drive.rateLimiter))
            lines << ConfigDiff::tr("Drive “%1”: rate limits").arg(drive.driveId);
        if (had->isReadOnly != drive.isReadOnly)
            lines << ConfigDiff::tr("Drive “%1”: read-only").arg(drive.driveId);
        if (had->isRootDevice != drive.isRootDevice || had->partuuid != drive.partuuid)
            lines << ConfigDiff::tr("Drive “%1”: root device").arg(drive.driveId);
        if (had->cacheType != drive.cacheType)
            lines << ConfigDiff::tr("Drive “%1”: cache").arg(drive.driveId);
        if (had->ioEngine != drive.ioEngine)
            lines << ConfigDiff::tr("Drive “%1”: I/O engine").arg(drive.driveId);
    }
    for (const Drive &drive : running.drives) {
        if (!findDrive(wanted.drives, drive.driveId))
            lines << ConfigDiff::tr("Drive “%1”: removed").arg(drive.driveId);
    }
    const auto order = [](const QList<Drive> &drives, const QList<Drive> &others) {
        QStringList ids;
        for (const Drive &drive : drives) {
            if (findDrive(others, drive.driveId))
                ids << drive.driveId;
        }
        return ids;
    };
    if (order(running.drives, wanted.drives) != order(wanted.drives, running.drives))
        lines << ConfigDiff::tr("Order of the drives");
}

void interfaceLines(const VmConfig &running, const VmConfig &wanted, QStringList &lines)
{
    for (const NetworkInterface &interface : wanted.networkInterfaces) {
        const QString &id = interface.ifaceId;
        const NetworkInterface *had = findInterface(running.networkInterfaces, id);
        if (!had) {
            lines << ConfigDiff::tr("Network interface “%1”: added").arg(id);
            continue;
        }
        if (had->userMode() != interface.userMode())
            lines << ConfigDiff::tr("Network interface “%1”: kind of network").arg(id);
        else if (had->forwards != interface.forwards)
            lines << ConfigDiff::tr("Network interface “%1”: port forwards").arg(id);
        if (!had->userMode() && !interface.userMode() && had->hostDevName != interface.hostDevName)
            lines << ConfigDiff::tr("Network interface “%1”: host device").arg(id);
        if (had->guestMac.compare(interface.guestMac, Qt::CaseInsensitive) != 0)
            lines << ConfigDiff::tr("Network interface “%1”: MAC address").arg(id);
        if (had->mtu != interface.mtu)
            lines << ConfigDiff::tr("Network interface “%1”: MTU").arg(id);
        if (!sameLimits(had->rxRateLimiter, interface.rxRateLimiter) ||
            !sameLimits(had->txRateLimiter, interface.txRateLimiter))
            lines << ConfigDiff::tr("Network interface “%1”: rate limits").arg(id);
    }
    for (const NetworkInterface &interface : running.networkInterfaces) {
        if (!findInterface(wanted.networkInterfaces, interface.ifaceId))
            lines << ConfigDiff::tr("Network interface “%1”: removed").arg(interface.ifaceId);
    }
    const auto order = [](const QList<NetworkInterface> &interfaces, const QList<NetworkInterface> &others) {
        QStringList ids;
        for (const NetworkInterface &interface : interfaces) {
            if (findInterface(others, interface.ifaceId))
                ids << interface.ifaceId;
        }
        return ids;
    };
    if (order(running.networkInterfaces, wanted.networkInterfaces) !=
        order(wanted.networkInterfaces, running.networkInterfaces))
        lines << ConfigDiff::tr("Order of the network interfaces");
}

void deviceLines(const VmConfig &running, const VmConfig &wanted, QStringList &lines)
{
    if (running.mmdsConfig != wanted.mmdsConfig)
        lines << ConfigDiff::tr("Metadata service");
    if (running.mmds != wanted.mmds)
        lines << ConfigDiff::tr("Metadata that the machine starts with");
    if (running.vsock != wanted.vsock)
        lines << ConfigDiff::tr("Vsock");
    if (running.balloon != wanted.balloon)
        lines << ConfigDiff::tr("Memory balloon");
    const auto entropyLimits = [](const VmConfig &config) {
        return config.entropy ? config.entropy->rateLimiter : std::nullopt;
    };
    if (running.entropy.has_value() != wanted.entropy.has_value() ||
        !sameLimits(entropyLimits(running), entropyLimits(wanted)))
        lines << ConfigDiff::tr("Entropy device");
    if (running.serial != wanted.serial)
        lines << ConfigDiff::tr("Serial port");
}

} // namespace

bool sameLimits(const std::optional<RateLimiter> &a, const std::optional<RateLimiter> &b)
{
    return a == b || (!hasBuckets(a) && !hasBuckets(b));
}

RateLimiter limiterForPatch(const std::optional<RateLimiter> &wanted)
{
    static constexpr TokenBucket kOff{0, std::nullopt, 0};
    RateLimiter limiter = wanted.value_or(RateLimiter{});
    for (auto *bucket : {&limiter.bandwidth, &limiter.ops}) {
        if (!*bucket || (*bucket)->size == 0 || (*bucket)->refillTimeMs == 0)
            *bucket = kOff;
    }
    return limiter;
}

QList<DriveChange> liveChanges(const VmConfig &running, const VmConfig &wanted)
{
    QList<DriveChange> changes;
    for (const Drive &drive : wanted.drives) {
        const Drive *had = findDrive(running.drives, drive.driveId);
        if (!had)
            continue;
        DriveChange change;
        change.update.driveId = drive.driveId;
        change.readOnly = had->isReadOnly;
        if (had->pathOnHost != drive.pathOnHost)
            change.update.pathOnHost = drive.pathOnHost;
        if (!sameLimits(had->rateLimiter, drive.rateLimiter))
            change.update.rateLimiter = limiterForPatch(drive.rateLimiter);
        if (change.update.pathOnHost || change.update.rateLimiter)
            changes.append(change);
    }
    return changes;
}

QList<NetworkInterfaceUpdate> liveInterfaceChanges(const VmConfig &running, const VmConfig &wanted)
{
    QList<NetworkInterfaceUpdate> changes;
    for (const NetworkInterface &interface : wanted.networkInterfaces) {
        const NetworkInterface *had = findInterface(running.networkInterfaces, interface.ifaceId);
        if (!had)
            continue;
        NetworkInterfaceUpdate update{.ifaceId = interface.ifaceId};
        if (!sameLimits(had->rxRateLimiter, interface.rxRateLimiter))
            update.rxRateLimiter = limiterForPatch(interface.rxRateLimiter);
        if (!sameLimits(had->txRateLimiter, interface.txRateLimiter))
            update.txRateLimiter = limiterForPatch(interface.txRateLimiter);
        if (update.rxRateLimiter || update.txRateLimiter)
            changes.append(update);
    }
    return changes;
}

QStringList restartLines(const VmConfig &running, LogLevel runningLevel, const VmConfig &wanted, LogLevel wantedLevel)
{
    QStringList lines;
    machineLines(running.machine, wanted.machine, lines);
    if (running.machine.cpuTemplate != wanted.machine.cpuTemplate || running.cpuConfig != wanted.cpuConfig)
        lines << ConfigDiff::tr("CPU template");
    if (running.bootSource.kernelImagePath != wanted.bootSource.kernelImagePath)
        lines << ConfigDiff::tr("Kernel");
    if (running.bootSource.initrdPath != wanted.bootSource.initrdPath)
        lines << ConfigDiff::tr("Initial RAM disk");
    if (running.bootSource.bootArgs != wanted.bootSource.bootArgs)
        lines << ConfigDiff::tr("Kernel arguments");
    driveLines(running, wanted, lines);
    interfaceLines(running, wanted, lines);
    deviceLines(running, wanted, lines);
    if (running.otherSections != wanted.otherSections)
        lines << ConfigDiff::tr("Further sections of the configuration");
    if (runningLevel != wantedLevel)
        lines << ConfigDiff::tr("Log level");
    return lines;
}

} // namespace sparkler::gui
