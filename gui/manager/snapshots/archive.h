#pragma once

#include "manager/snapshots/memory_image.h"
#include "manager/snapshots/snapshot_folder.h"

namespace sparkler::gui {

/// A snapshot as one file: tar (pax, holes as holes) within zstd, everything below one folder, snapshot.json first. It
/// is whole in itself: kind full, no parent. Blocks; any thread. Errors are translated sentences; empty: `goOn` said
/// so.
class SnapshotArchive {
public:
    /// Writes `path`, a new file. `memory`: the path of the whole memory.
    static std::expected<void, QString> write(const QString &path, const QString &folder, const Snapshot &snapshot,
                                              const QString &memory, const CopyProgress &goOn);

    /// Unpacks into `folder`, an empty one, and hands back what snapshot.json says. The archive is a stranger's: only
    /// the files that snapshot.json has are taken, as regular files of exactly the sizes that it says, under our own
    /// names. What it says about the host (paths) is for the caller to judge.
    static std::expected<Snapshot, QString> extract(const QString &path, const QString &folder,
                                                    const CopyProgress &goOn);
};

} // namespace sparkler::gui
