#pragma once

#include "client/types.h"

#include <QList>

namespace sparkler::gui {

/// What a copy of one drive for a snapshot would take.
struct DriveSpace {
    QString driveId;
    bool copied = true;  ///< else it is read-only and used again
    bool shared = false; ///< its blocks can be shared: the copy takes nothing now
    qint64 bytes = -1;   ///< its size; -1: there is no such file
    qint64 allocated = 0;
    bool operator==(const DriveSpace &) const = default;
};

struct SnapshotSpace {
    QList<DriveSpace> drives;
    qint64 free = -1; ///< where the machine's files lie, in bytes; -1: unknown

    /// For the drives, in bytes.
    qint64 needed() const;
};

/// Looks at the drives' files and tries, with one block and without a trace, whether the file system of `directory`
/// (the machine's) shares blocks with them. Blocks; any thread.
SnapshotSpace measureSnapshotSpace(const QList<Drive> &drives, const QString &directory);

} // namespace sparkler::gui
