#pragma once

#include "manager/config_diff.h"
#include "manager/disk_work.h"

namespace sparkler::gui {

/// The configuration of a machine as it is being edited: what the forms show, and what it began with. A value without
/// widgets; one per machine.
class HardwareDraft {
public:
    HardwareDraft() = default;
    explicit HardwareDraft(const VmConfig &saved) : m_base(saved), m_config(saved) {}

    const VmConfig &base() const { return m_base; }
    const VmConfig &config() const { return m_config; }
    /// Exact: a change that was taken back by hand is none. Limiters without limits are taken for none.
    bool isDirty() const;
    void discard();
    /// The machine's configuration is `saved` now, whoever changed it. Parts that were not edited follow; edited ones
    /// stay.
    void rebase(const VmConfig &saved);

    /// All but the CPU template.
    void setMachine(const MachineConfig &machine);
    /// The named one (empty: none), or one of one's own, which wins.
    void setCpuTemplate(const QString &named, const std::optional<QJsonObject> &custom);
    void setBootSource(const BootSource &source) { m_config.bootSource = source; }

    void setMmdsConfig(const std::optional<MmdsConfig> &mmds) { m_config.mmdsConfig = mmds; }
    void setMmds(const std::optional<QJsonObject> &data) { m_config.mmds = data; }
    void setVsock(const std::optional<Vsock> &vsock) { m_config.vsock = vsock; }
    void setBalloon(const std::optional<Balloon> &balloon) { m_config.balloon = balloon; }
    void setEntropy(const std::optional<Entropy> &entropy) { m_config.entropy = entropy; }
    void setSerial(const std::optional<Serial> &serial) { m_config.serial = serial; }

    const NetworkInterface *findInterface(const QString &ifaceId) const; ///< see findDrive()
    /// Adds it when `formerId` is empty, else replaces that one; the metadata service follows to the new id.
    void putInterface(const QString &formerId, NetworkInterface interface);
    /// The metadata service no longer answers on it, and is off when it was the only one.
    void removeInterface(const QString &ifaceId);
    void setInterfaceLimits(const QString &ifaceId, const std::optional<RateLimiter> &rx,
                            const std::optional<RateLimiter> &tx);

    QStringList driveIds() const;
    const Drive *findDrive(const QString &driveId) const; ///< null: none; valid until the next change
    /// Adds it when `formerId` is empty, else replaces that one. The root device moves with it: no other keeps it.
    void putDrive(const QString &formerId, Drive drive);
    void removeDrive(const QString &driveId);
    /// `driveId` becomes the root device and no other is.
    void moveRoot(const QString &driveId);
    void setLimits(const QString &driveId, const std::optional<RateLimiter> &limiter);

    /// Disks that the drives name and that have to be made before the change is applied.
    void planDisk(const DiskPlan &plan) { m_newDisks << plan; }
    QList<DiskPlan> newDisks() const;
    QStringList plannedPaths() const;
    /// It is there now.
    void diskMade(const QString &path);

    /// What applying would change, in words, a line each: at once, and at the next start. `live`: the machine has an
    /// engine that takes changes.
    struct Changes {
        QStringList now, atNextStart;
    };
    Changes changes(bool live) const;
    enum class ChangeKind { None, Now, NextStart, Both };
    ChangeKind driveChange(const QString &driveId, bool live) const;
    ChangeKind interfaceChange(const QString &ifaceId, bool live) const;

private:
    VmConfig m_base;
    VmConfig m_config;
    QList<DiskPlan> m_newDisks;
};

/// "Changed: applies now" and so on, beside a device; empty: not changed.
QString changeText(HardwareDraft::ChangeKind kind, bool live);

/// A limiter that limits nothing is none: so equal settings are equal values.
std::optional<RateLimiter> normalised(const std::optional<RateLimiter> &limiter);

} // namespace sparkler::gui
