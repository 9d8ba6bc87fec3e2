#include "pages/hardware_draft.h"

#include <algorithm>

namespace sparkler::gui {

namespace {

qsizetype indexOf(const QList<Drive> &drives, const QString &driveId)
{
    const auto found = std::ranges::find(drives, driveId, &Drive::driveId);
    return found == drives.end() ? -1 : found - drives.begin();
}

VmConfig normalisedConfig(VmConfig config)
{
    for (Drive &drive : config.drives)
        drive.rateLimiter = normalised(drive.rateLimiter);
    return config;
}

/// `config` with only those differences from `base` that the engine takes while it runs.
VmConfig withLiveChanges(const VmConfig &base, const VmConfig &config)
{
    VmConfig live = base;
    for (Drive &drive : live.drives) {
        const qsizetype at = indexOf(config.drives, drive.driveId);
        if (at < 0)
            continue;
        drive.pathOnHost = config.drives[at].pathOnHost;
        drive.rateLimiter = config.drives[at].rateLimiter;
    }
    return live;
}

QStringList linesBetween(const VmConfig &from, const VmConfig &to)
{
    return restartLines(from, LogLevel::Info, to, LogLevel::Info);
}

} // namespace

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
    follow(m_config.machine, m_base.machine, saved.machine);
    follow(m_config.bootSource, m_base.bootSource, saved.bootSource);
    follow(m_config.drives, m_base.drives, saved.drives);
    m_config.otherSections = saved.otherSections; // nothing here edits them
    m_base = saved;
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

HardwareDraft::DriveChangeKind HardwareDraft::driveChange(const QString &driveId, bool live) const
{
    const qsizetype before = indexOf(m_base.drives, driveId);
    const qsizetype now = indexOf(m_config.drives, driveId);
    if (now < 0)
        return DriveChangeKind::None;
    if (before < 0)
        return DriveChangeKind::NextStart;
    Drive from = m_base.drives[before];
    Drive to = m_config.drives[now];
    from.rateLimiter = normalised(from.rateLimiter);
    to.rateLimiter = normalised(to.rateLimiter);
    if (from == to)
        return DriveChangeKind::None;
    const bool livePart = live && (from.pathOnHost != to.pathOnHost || from.rateLimiter != to.rateLimiter);
    if (live) {
        from.pathOnHost = to.pathOnHost;
        from.rateLimiter = to.rateLimiter;
    }
    if (from == to)
        return DriveChangeKind::Now;
    return livePart ? DriveChangeKind::Both : DriveChangeKind::NextStart;
}

} // namespace sparkler::gui
