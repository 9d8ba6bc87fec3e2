#pragma once

// File operations below MachineStore. Any thread.

#include "manager/file_copy.h"
#include "manager/process_identity.h"

#include <QStringList>

#include <expected>
#include <optional>

namespace sparkler::gui {

/// What becomes of a path that is a symbolic link. Replace: for files that nobody but us has to do with, where a link
/// could only be a trap.
enum class IfLink { WriteItsTarget, Replace };
/// Replaces `path` at once; the old or the new text is there, whatever happens. A new file has the mode 0600. Error: a
/// translated sentence.
std::expected<void, QString> writeAtomically(const QString &path, const QByteArray &text,
                                             IfLink ifLink = IfLink::WriteItsTarget);
/// A definition-sized file. Error: a translated sentence.
std::expected<QByteArray, QString> readSmallFile(const QString &path);

/// Keeps other managers from changing the definitions; for moments only.
class StoreLock {
public:
    static std::expected<StoreLock, QString> take(const QString &folder);

private:
    OwnedFd m_fd;
};

/// Moves a folder; never replaces anything. Error: a translated sentence.
std::expected<void, QString> moveFolder(const QString &from, const QString &to);
/// Deletes unfinished files (see NewFile) of earlier runs; not what writeAtomically() of any process is writing now.
void removePartialFiles(const QString &folder);
/// Moves `folder` to a name that is never listed and deletes it in another thread. Error: a translated sentence.
std::expected<void, QString> removeInBackground(const QString &folder);
/// What removeInBackground() of an earlier run left in `parent`.
void removeLeftovers(const QString &parent);
/// On disk, without following links.
qint64 bytesOnDisk(const QString &folder);
/// Whether state.json names a process that still runs.
bool engineRuns(const QString &stateFile);

/// files/.incomplete of a machine whose files are still being made.
struct IncompleteMarker {
    QStringList files; ///< below the machine's folder
    QString why;       ///< it will not be completed; empty: being made by `maker`
    ProcessIdentity maker;

    bool ours() const;
    static std::optional<IncompleteMarker> read(const QString &machineFolder);
    std::expected<void, QString> write(const QString &machineFolder) const; ///< with this process as the maker
    /// Nobody makes the files any more.
    void writeAbandoned(const QString &machineFolder) const;
    static void remove(const QString &machineFolder);

private:
    std::expected<void, QString> writeAs(const ProcessIdentity &process, const QString &machineFolder) const;
};

} // namespace sparkler::gui
