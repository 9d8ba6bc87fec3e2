#include "manager/snapshots/exchange_folder.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

std::unexpected<QString> failed(const QString &path, int error)
{
    return std::unexpected(QString(path + QStringLiteral(": ") + errorText(error)));
}

} // namespace

ExchangeFolder::~ExchangeFolder()
{
    remove();
}

ExchangeFolder &ExchangeFolder::operator=(ExchangeFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_name, other.m_name);
    std::swap(m_files, other.m_files);
    std::swap(m_parent, other.m_parent);
    std::swap(m_folder, other.m_folder);
    return *this;
}

std::expected<ExchangeFolder, QString> ExchangeFolder::create(const QString &exchange, const QString &name,
                                                              const QStringList &files)
{
    ExchangeFolder made;
    const QByteArray parent = QFile::encodeName(exchange);
    ::mkdir(parent.constData(), 0700); // by a start of before there were exchanges
    made.m_parent = OwnedFd(::open(parent.constData(), kFolderFlags));
    if (!made.m_parent)
        return failed(exchange, errno);
    const QByteArray own = QFile::encodeName(name);
    if (::mkdirat(made.m_parent.get(), own.constData(), 0700) != 0)
        return failed(exchange + u'/' + name, errno);
    made.m_folder = OwnedFd(::openat(made.m_parent.get(), own.constData(), kFolderFlags));
    if (!made.m_folder)
        return failed(exchange + u'/' + name, errno);
    made.m_path = exchange + u'/' + name;
    made.m_name = own;
    made.m_files = files;
    return made;
}

std::expected<void, QString> ExchangeFolder::take(const QString &to)
{
    const OwnedFd target(::open(QFile::encodeName(to).constData(), kFolderFlags));
    if (!target)
        return failed(to, errno);
    for (const QString &file : std::as_const(m_files)) {
        const QByteArray name = QFile::encodeName(file);
        if (::renameat2(m_folder.get(), name.constData(), target.get(), name.constData(), RENAME_NOREPLACE) != 0)
            return failed(m_path + u'/' + file, errno);
        // Looked at where the engine cannot change it any more.
        struct stat info {};
        if (::fstatat(target.get(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
            return failed(to + u'/' + file, errno);
        if (S_ISREG(info.st_mode) && info.st_nlink == 1)
            continue;
        ::unlinkat(target.get(), name.constData(), 0);
        return std::unexpected(
            QCoreApplication::translate("Snapshots", "What the engine made in place of “%1” is not a file of its own.")
                .arg(file));
    }
    return {};
}

/// Names alone, in the folder that we made: what they may link to stays. One with folders in it stays until the next
/// start.
void ExchangeFolder::remove()
{
    if (m_path.isEmpty())
        return;
    const int again = ::openat(m_folder.get(), ".", kFolderFlags);
    if (DIR *entries = again < 0 ? nullptr : ::fdopendir(again)) {
        while (const dirent *entry = ::readdir(entries))
            ::unlinkat(m_folder.get(), entry->d_name, 0);
        ::closedir(entries);
    }
    ::unlinkat(m_parent.get(), m_name.constData(), AT_REMOVEDIR);
    m_path.clear();
}

} // namespace sparkler::gui
