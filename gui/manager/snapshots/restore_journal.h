#pragma once

#include "manager/snapshots/snapshot_folder.h"

#include <QByteArray>

namespace sparkler::gui {

/// What is being changed while a machine goes back to a snapshot, on disk before it is done: whoever finds it can put
/// everything back. Drives are exchanged by renaming, in their own folders: the new content waits as `fresh`, the old
/// one is kept as `kept` until the engine runs. Any thread.
struct RestoreJournal {
    struct Drive {
        QString path;
        QString fresh; ///< beside it
        QString kept;
        bool existed = true; ///< there was a file before
    };
    QString snapshotId;
    QByteArray definition; ///< machine.json of before
    QList<Drive> drives;
    bool exchanging = false; ///< exchange() has begun, perhaps

    std::expected<void, QString> write(const SnapshotFolder &folder) const;
    /// Nothing: there is none. Error: a translated sentence; nothing may be touched then.
    static std::expected<std::optional<RestoreJournal>, QString> read(const SnapshotFolder &folder);
    static void remove(const SnapshotFolder &folder);

    /// Puts the fresh drives in place. Error: a translated sentence, and everything is as it was.
    std::expected<void, QString> exchange() const;
    /// The drives are as they were, and nothing fresh is left, however far exchange() has come. Error: a translated
    /// sentence; it may be tried again.
    std::expected<void, QString> rollBack() const;
    /// What was kept goes, and what is still fresh.
    void commit() const;
};

} // namespace sparkler::gui
