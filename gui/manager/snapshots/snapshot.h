#pragma once

// What is kept about a snapshot. Values; any thread.

#include "client/types.h"
#include "manager/machine_definition.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sparkler::gui {

enum class SnapshotKind {
    Full, ///< the whole memory
    Diff, ///< only what has changed since its parent; of no use without it
};

/// The processor that a guest saw under its own: as in /proc/cpuinfo.
struct HostCpu {
    QString vendor{}; ///< "GenuineIntel"
    QString model{};  ///< "Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz"
    int family = 0;   ///< numbers as the processor gives them
    int modelNumber = 0;
    int stepping = 0;
    QStringList features{}; ///< "avx2", sorted

    bool operator==(const HostCpu &) const = default;
    /// Of this host; empty fields where it does not tell. Reads a file.
    static HostCpu ofThisHost(const QString &cpuinfo = QStringLiteral("/proc/cpuinfo"));
};

/// One drive of the machine at that moment, and its copy.
struct SnapshotDrive {
    enum class Copy {
        None,   ///< read-only: the file itself is used again
        Shared, ///< shares its blocks with the drive until one of them is written (reflink)
        Full,   ///< a copy of its own, with its holes
    };
    QString driveId{};
    QString path{}; ///< of the drive, on this host, at that moment
    QString file{}; ///< the copy, below the snapshot's folder ("drives/rootfs.img"); empty: none
    Copy copy = Copy::None;
    bool readOnly = false;
    qint64 bytes = 0;       ///< its size
    QDateTime modifiedAt{}; ///< UTC; of a drive without a copy: its file then

    bool operator==(const SnapshotDrive &) const = default;
};

/// One snapshot as it is kept in snapshot.json.
struct Snapshot {
    QString id{};     ///< [a-z0-9]{8}, also the name of its folder; never changes
    QString parent{}; ///< the snapshot that the machine came from; empty: none. A Diff needs it
    SnapshotKind kind = SnapshotKind::Full;
    QString name{}; ///< never empty
    QString note{};
    QDateTime createdAt{}; ///< UTC
    /// How long the guest stood still, as the manager saw it; nothing: it was paused before already.
    std::optional<std::chrono::milliseconds> pause{};
    quint64 memoryMib = 0;
    int vcpus = 0;
    qint64 stateBytes = 0;  ///< size of the state file
    qint64 memoryBytes = 0; ///< size of the memory file (the guest's whole memory, with holes)
    VersionInfo engine{};   ///< that made it
    QString runner{};       ///< see Runner::name()
    HostCpu cpu{};          ///< of the host; with "emulated" the guest has seen another one
    QList<SnapshotDrive> drives{};
    QString consoleText{}; ///< the console's screen then, plain text
    /// The machine then; its network interfaces, too.
    MachineDefinition definition{};
    /// SHA-256 of the files, by name below the snapshot's folder; without those that are still to be computed.
    QMap<QString, QByteArray> checksums{};
    QJsonObject unknown{}; ///< keys of a later version, kept

    bool operator==(const Snapshot &) const = default;
};

/// One folder of the library, usable or not.
struct SnapshotEntry {
    Snapshot snapshot{};  ///< of a damaged one: what could be read, at least the id
    QString problem{};    ///< why it is damaged, a translated sentence; empty: it is not
    qint64 diskBytes = 0; ///< allocated blocks of all its files

    bool damaged() const { return !problem.isEmpty(); }
    bool operator==(const SnapshotEntry &) const = default;
};

/// Where a machine that was made from a snapshot comes from.
struct SnapshotOrigin {
    QString machineId{}, machineName{};
    QString snapshotId{}, snapshotName{};
    bool operator==(const SnapshotOrigin &) const = default;
};

/// All that is known of one machine's snapshots.
struct MachineSnapshots {
    struct Clone {
        QString machineId{};
        QString snapshotId{}; ///< of this machine
        bool operator==(const Clone &) const = default;
    };
    QString machineId{};
    QList<SnapshotEntry> entries{}; ///< by time, oldest first; damaged ones without a time come first
    QString here{};                 ///< the snapshot made or restored last; empty: none
    std::optional<SnapshotOrigin> origin{};
    QList<Clone> clones{}; ///< machines that were made from these snapshots and still exist

    /// Null: there is none. Takes time in proportion to the number of snapshots.
    const SnapshotEntry *find(const QString &id) const;
    bool operator==(const MachineSnapshots &) const = default;
};

} // namespace sparkler::gui
