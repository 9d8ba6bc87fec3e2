#include "pages/hardware_draft.h"

#include <QCoreApplication>

#include <algorithm>

namespace sparkler::gui {

namespace {

struct DraftText {
    Q_DECLARE_TR_FUNCTIONS(HardwareDraft)
};

qsizetype indexOf(const QList<Drive> &drives, const QString &driveId)
{
    const auto found = std::ranges::find(drives, driveId, &Drive::driveId);
    return found == drives.end() ? -1 : found - drives.begin();
}

qsizetype indexOf(const QList<NetworkInterface> &interfaces, const QString &ifaceId)
{
    const auto found = std::ranges::find(interfaces, ifaceId, &NetworkInterface::ifaceId);
    return found == interfaces.end() ? -1 : found - interfaces.begin();
}

NetworkInterface normalised(NetworkInterface interface)
{
    interface.rxRateLimiter = normalised(interface.rxRateLimiter);
    interface.txRateLimiter = normalised(interface.txRateLimiter);
    return interface;
}

VmConfig normalisedConfig(VmConfig config)
{
    for (Drive &drive : config.drives)
        drive.rateLimiter = normalised(drive.rateLimiter);
    for (NetworkInterface &interface : config.networkInterfaces)
        interface = normalised(interface);
    if (config.entropy)
        config.entropy->rateLimiter = normalised(config.entropy->rateLimiter);
    return config;
}

/// What kind of change leads from `from` to `to`; `takeLive` gives `from` what of `to` the engine takes while it runs.
template <typename T>
HardwareDraft::ChangeKind kindOf(T from, const T &to, bool live, void (*takeLive)(T &from, const T &to))
{
    using Kind = HardwareDraft::ChangeKind;
    if (from == to)
        return Kind::None;
    if (!live)
        return Kind::NextStart;
    const T before = from;
    takeLive(from, to);
    if (from == to)
        return Kind::Now;
    return from == before ? Kind::NextStart : Kind::Both;
}

void takeLiveDrive(Drive &from, const Drive &to)
{
    from.pathOnHost = to.pathOnHost;
    from.rateLimiter = to.rateLimiter;
}

void takeLiveInterface(NetworkInterface &from, const NetworkInterface &to)
{
    from.rxRateLimiter = to.rxRateLimiter;
    from.txRateLimiter = to.txRateLimiter;
}

/// `config` with only those differences from `base` that the engine takes while it runs.
VmConfig withLiveChanges(const VmConfig &base, const VmConfig &config)
{
    VmConfig live = base;
    for (Drive &drive : live.drives) {
        if (const qsizetype at = indexOf(config.drives, drive.driveId); at >= 0)
            takeLiveDrive(drive, config.drives[at]);
    }
    for (NetworkInterface &interface : live.networkInterfaces) {
        if (const qsizetype at = indexOf(config.networkInterfaces, interface.ifaceId); at >= 0)
            takeLiveInterface(interface, config.networkInterfaces[at]);
    }
    return live;
}

QStringList linesBetween(const VmConfig &from, const VmConfig &to)
{
    return restartLines(from, LogLevel::Info, to, LogLevel::Info);
}

} // namespace

QString changeText(HardwareDraft::ChangeKind kind, bool live)
{
    switch (kind) {
    case HardwareDraft::ChangeKind::None:
        break;
    case HardwareDraft::ChangeKind::Now:
        return DraftText::tr("Changed: applies now");
    case HardwareDraft::ChangeKind::NextStart:
        return live ? DraftText::tr("Changed: at the next start") : DraftText::tr("Changed");
    case HardwareDraft::ChangeKind::Both:
        return DraftText::tr("Changed: partly at the next start");
    }
    return {};
}

std::optional<RateLimiter> normalised(const std::optional<RateLimiter> &limiter)
{
    const auto off = [](const std::optional<TokenBucket> &bucket) {
        return !bucket || bucket->size == 0 || bucket->refillTimeMs == 0;
    };
    return limiter && off(limiter->bandwidth) && off(limiter->ops) ? std::nullopt : limiter;
}

bool HardwareDraft::isDirty() const
{
    return m_config != m_base && normalisedConfig(m_config) != normalisedConfig(m_base);
}

void HardwareDraft::discard()
{
    m_config = m_base;
    m_newDisks.clear();
}

void HardwareDraft::rebase(const VmConfig &saved)
{
    const auto follow = [](auto &edited, const auto &before, const auto &now) {
        if (edited == before)
            edited = now;
    };
    // The CPU template is a part of its own: another page edits it.
    const bool templateEdited =
        m_config.machine.cpuTemplate != m_base.machine.cpuTemplate || m_config.cpuConfig != m_base.cpuConfig;
    const QString named = templateEdited ? m_config.machine.cpuTemplate : saved.machine.cpuTemplate;
    m_config.machine.cpuTemplate = m_base.machine.cpuTemplate;
    follow(m_config.machine, m_base.machine, saved.machine);
    m_config.machine.cpuTemplate = named;
    if (!templateEdited)
        m_config.cpuConfig = saved.cpuConfig;
    follow(m_config.bootSource, m_base.bootSource, saved.bootSource);
    follow(m_config.drives, m_base.drives, saved.drives);
    follow(m_config.networkInterfaces, m_base.networkInterfaces, saved.networkInterfaces);
    follow(m_config.mmdsConfig, m_base.mmdsConfig, saved.mmdsConfig);
    follow(m_config.mmds, m_base.mmds, saved.mmds);
    follow(m_config.vsock, m_base.vsock, saved.vsock);
    follow(m_config.balloon, m_base.balloon, saved.balloon);
    follow(m_config.entropy, m_base.entropy, saved.entropy);
    follow(m_config.serial, m_base.serial, saved.serial);
    m_config.otherSections = saved.otherSections; // nothing here edits them
    m_base = saved;
}

void HardwareDraft::setMachine(const MachineConfig &machine)
{
    const QString named = m_config.machine.cpuTemplate;
    m_config.machine = machine;
    m_config.machine.cpuTemplate = named;
}

void HardwareDraft::setCpuTemplate(const QString &named, const std::optional<QJsonObject> &custom)
{
    m_config.machine.cpuTemplate = named;
    m_config.cpuConfig = custom;
}

const NetworkInterface *HardwareDraft::findInterface(const QString &ifaceId) const
{
    const qsizetype at = indexOf(m_config.networkInterfaces, ifaceId);
    return at < 0 ? nullptr : &m_config.networkInterfaces[at];
}

void HardwareDraft::putInterface(const QString &formerId, NetworkInterface interface)
{
    interface = normalised(interface);
    const qsizetype at = formerId.isEmpty() ? -1 : indexOf(m_config.networkInterfaces, formerId);
    if (m_config.mmdsConfig && at >= 0) {
        for (QString &id : m_config.mmdsConfig->networkInterfaces)
            id = id == formerId ? interface.ifaceId : id;
    }
    if (at < 0)
        m_config.networkInterfaces << std::move(interface);
    else
        m_config.networkInterfaces[at] = std::move(interface);
}

void HardwareDraft::removeInterface(const QString &ifaceId)
{
    if (const qsizetype at = indexOf(m_config.networkInterfaces, ifaceId); at >= 0)
        m_config.networkInterfaces.removeAt(at);
    if (!m_config.mmdsConfig)
        return;
    QStringList &ids = m_config.mmdsConfig->networkInterfaces;
    if (ids.removeAll(ifaceId) > 0 && ids.isEmpty())
        m_config.mmdsConfig.reset(); // a service that nobody reaches is refused
}

void HardwareDraft::setInterfaceLimits(const QString &ifaceId, const std::optional<RateLimiter> &rx,
                                       const std::optional<RateLimiter> &tx)
{
    if (const qsizetype at = indexOf(m_config.networkInterfaces, ifaceId); at >= 0) {
        m_config.networkInterfaces[at].rxRateLimiter = normalised(rx);
        m_config.networkInterfaces[at].txRateLimiter = normalised(tx);
    }
}

QStringList HardwareDraft::driveIds() const
{
    QStringList ids;
    for (const Drive &drive : m_config.drives)
        ids << drive.driveId;
    return ids;
}

const Drive *HardwareDraft::findDrive(const QString &driveId) const
{
    const qsizetype at = indexOf(m_config.drives, driveId);
    return at < 0 ? nullptr : &m_config.drives[at];
}

void HardwareDraft::putDrive(const QString &formerId, Drive drive)
{
    drive.rateLimiter = normalised(drive.rateLimiter);
    const bool root = drive.isRootDevice;
    const QString id = drive.driveId;
    const qsizetype at = formerId.isEmpty() ? -1 : indexOf(m_config.drives, formerId);
    if (at < 0)
        m_config.drives << std::move(drive);
    else
        m_config.drives[at] = std::move(drive);
    if (root)
        moveRoot(id);
}

void HardwareDraft::removeDrive(const QString &driveId)
{
    if (const qsizetype at = indexOf(m_config.drives, driveId); at >= 0)
        m_config.drives.removeAt(at);
}

void HardwareDraft::moveRoot(const QString &driveId)
{
    // The list keeps its order, so that moving it back is no change: the engine puts the root first by itself.
    if (indexOf(m_config.drives, driveId) < 0)
        return;
    for (Drive &drive : m_config.drives)
        drive.isRootDevice = drive.driveId == driveId;
}

void HardwareDraft::setLimits(const QString &driveId, const std::optional<RateLimiter> &limiter)
{
    if (const qsizetype at = indexOf(m_config.drives, driveId); at >= 0)
        m_config.drives[at].rateLimiter = normalised(limiter);
}

QList<DiskPlan> HardwareDraft::newDisks() const
{
    QList<DiskPlan> wanted;
    for (const DiskPlan &plan : m_newDisks) {
        if (std::ranges::find(m_config.drives, plan.to, &Drive::pathOnHost) != m_config.drives.end())
            wanted << plan;
    }
    return wanted;
}

QStringList HardwareDraft::plannedPaths() const
{
    QStringList paths;
    for (const DiskPlan &plan : m_newDisks)
        paths << plan.to;
    return paths;
}

void HardwareDraft::diskMade(const QString &path)
{
    m_newDisks.removeIf([&](const DiskPlan &plan) { return plan.to == path; });
}

HardwareDraft::Changes HardwareDraft::changes(bool live) const
{
    const VmConfig from = normalisedConfig(m_base);
    const VmConfig to = normalisedConfig(m_config);
    if (!live)
        return {{}, linesBetween(from, to)};
    const VmConfig middle = withLiveChanges(from, to);
    return {linesBetween(from, middle), linesBetween(middle, to)};
}

HardwareDraft::ChangeKind HardwareDraft::driveChange(const QString &driveId, bool live) const
{
    const qsizetype before = indexOf(m_base.drives, driveId);
    const qsizetype now = indexOf(m_config.drives, driveId);
    if (now < 0)
        return ChangeKind::None;
    if (before < 0)
        return ChangeKind::NextStart;
    Drive from = m_base.drives[before];
    Drive to = m_config.drives[now];
    from.rateLimiter = normalised(from.rateLimiter);
    to.rateLimiter = normalised(to.rateLimiter);
    return kindOf(from, to, live, takeLiveDrive);
}

HardwareDraft::ChangeKind HardwareDraft::interfaceChange(const QString &ifaceId, bool live) const
{
    const qsizetype before = indexOf(m_base.networkInterfaces, ifaceId);
    const qsizetype now = indexOf(m_config.networkInterfaces, ifaceId);
    if (now < 0)
        return ChangeKind::None;
    if (before < 0)
        return ChangeKind::NextStart;
    return kindOf(normalised(m_base.networkInterfaces[before]), normalised(m_config.networkInterfaces[now]), live,
                  takeLiveInterface);
}

} // namespace sparkler::gui
