#pragma once

#include "manager/file_copy.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace sparkler::gui {

/// A folder below MachineDirectory::exchange() that an engine writes files into which become ours. It is the only thing
/// of a machine's snapshots that a jailed engine may write to, and the engine is not trusted: nothing that it has put
/// there is followed, and what is taken is a regular file without a second name. Worker threads.
class ExchangeFolder {
public:
    ExchangeFolder() = default;
    /// Removes what is left of it.
    ~ExchangeFolder();
    ExchangeFolder(ExchangeFolder &&other) noexcept = default;
    ExchangeFolder &operator=(ExchangeFolder &&other) noexcept;

    /// `exchange`/`name`, new and empty. Error: a sentence of the system's.
    static std::expected<ExchangeFolder, QString> create(const QString &exchange, const QString &name,
                                                         const QStringList &files);
    QString path() const { return m_path; }
    /// Moves the files into the folder `to` on the same file system, where none of these names may be.
    std::expected<void, QString> take(const QString &to);

private:
    void remove();

    QString m_path; ///< empty: none
    QByteArray m_name;
    QStringList m_files; ///< that the engine makes
    OwnedFd m_parent;
    OwnedFd m_folder;
};

} // namespace sparkler::gui
