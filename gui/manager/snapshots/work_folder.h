#pragma once

#include "manager/file_copy.h"
#include "manager/snapshots/snapshot_folder.h"

#include <expected>

namespace sparkler::gui {

/// Held by whoever changes the snapshots of a machine, so that two managers do not meet, and what a crash left
/// unfinished can be told from what is being made. Ends with the process at the latest.
class SnapshotLock {
public:
    SnapshotLock() = default;
    /// Never waits. Makes the folder. Error: a translated sentence.
    static std::expected<SnapshotLock, QString> take(const SnapshotFolder &folder);
    explicit operator bool() const { return static_cast<bool>(m_fd); }

private:
    OwnedFd m_fd;
};

/// A folder for something unfinished below snapshots/, which goes with this object unless it is given its name. Only
/// with the machine's SnapshotLock. Any thread; blocks.
class WorkFolder {
public:
    WorkFolder() = default;
    WorkFolder(WorkFolder &&other) noexcept;
    WorkFolder &operator=(WorkFolder &&other) noexcept;
    /// Removes the folder; its content goes in another thread.
    ~WorkFolder();

    /// Makes ".work-XXXXXX", owner only. Error: a translated sentence.
    static std::expected<WorkFolder, QString> create(const SnapshotFolder &folder);
    QString path() const { return m_path; }
    explicit operator bool() const { return !m_path.isEmpty(); }
    /// Gives the folder its name, without replacing anything; from now on it stays. Its files are expected to be on
    /// stable storage. Error: a translated sentence, and the folder is still ours.
    std::expected<void, QString> commit(const QString &to);
    static bool isName(const QString &name);

private:
    QString m_path;
};

} // namespace sparkler::gui
