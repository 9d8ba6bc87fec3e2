#pragma once

#include "manager/file_copy.h"

#include <QString>

#include <expected>

namespace sparkler::gui {

/// A folder for something unfinished: nobody else touches it while we hold it, it goes with this object unless it is
/// given its name, and what a crash leaves can be told from what is being made. Any thread; blocks.
class WorkFolder {
public:
    WorkFolder() = default;
    WorkFolder(WorkFolder &&other) noexcept;
    WorkFolder &operator=(WorkFolder &&other) noexcept;
    /// Removes the folder, in another thread.
    ~WorkFolder();

    /// Makes it, owner only; the folders above, too. Error: a translated sentence.
    static std::expected<WorkFolder, QString> create(const QString &path);
    QString path() const { return m_path; }
    bool valid() const { return !m_path.isEmpty(); }
    /// Gives the folder its name, without replacing anything; from now on it stays. Its files are expected to be on
    /// stable storage. Error: a translated sentence, and the folder is still ours.
    std::expected<void, QString> commit(const QString &to);

    /// Removes `path` when nobody holds it, in another thread.
    static void removeIfAbandoned(const QString &path);

private:
    QString m_path;
    OwnedFd m_lock;
};

} // namespace sparkler::gui
