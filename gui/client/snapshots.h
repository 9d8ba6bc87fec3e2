#pragma once

// PUT /snapshot/create and PUT /snapshot/load.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sparkler::gui {

/// All paths are the engine's.
struct SnapshotCreateCall {
    bool diff = false;
    QString statePath{};
    QString memoryPath{};
    QString version{}; ///< of the microVM format ("1.1.0"); empty: the engine's own
};

struct SnapshotLoadCall {
    enum class MemoryFrom { File, Uffd }; ///< Uffd: memoryPath is the handler's socket
    enum class Pages { Snapshot, None, Transparent, TwoMiB };
    struct Network {
        QString ifaceId{};
        QString hostDevName{};
    };
    struct DrivePath {
        QString driveId{};
        QString pathOnHost{};
    };

    QString statePath{};
    QString memoryPath{};
    MemoryFrom memoryFrom = MemoryFrom::File;
    bool trackDirtyPages = false;
    bool resume = false; ///< else the machine is paused afterwards
    QList<Network> networkOverrides{};
    std::optional<QString> vsockPath{}; ///< absent: that of the snapshot
    bool clockRealtime = false;         ///< the guest's clock follows the time that has passed
    Pages hugePages = Pages::Snapshot;
    // Additions of our engine.
    QList<DrivePath> driveOverrides{};
    bool recordWorkingSet = false; ///< which pages the guest touches first is written beside the snapshot
};

// Fields that say what is so anyway are left out, so that engines which do not know them understand the rest.
QJsonObject toJson(const SnapshotCreateCall &call);
QJsonObject toJson(const SnapshotLoadCall &call);

} // namespace sparkler::gui
