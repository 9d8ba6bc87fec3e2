#include "manager/snapshots/work_folder.h"

#include "manager/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kLock = u"/.lock"_s;

OwnedFd openLock(const QString &folder, int flags)
{
    return OwnedFd(
        open(QFile::encodeName(folder + kLock).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600));
}

} // namespace

WorkFolder::WorkFolder(WorkFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_lock(std::move(other.m_lock))
{
}

WorkFolder &WorkFolder::operator=(WorkFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

WorkFolder::~WorkFolder()
{
    // When it cannot be moved aside it stays as something unfinished, which the next look removes.
    if (valid())
        static_cast<void>(removeInBackground(m_path));
}

std::expected<WorkFolder, QString> WorkFolder::create(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    if (mkdir(QFile::encodeName(path).constData(), 0700) != 0)
        return std::unexpected(errorText(errno));
    WorkFolder made;
    made.m_path = path;
    made.m_lock = openLock(path, O_CREAT | O_EXCL);
    if (!made.m_lock || flock(made.m_lock.get(), LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(errorText(errno));
    return made;
}

std::expected<void, QString> WorkFolder::commit(const QString &to)
{
    syncFolder(m_path);
    if (const auto moved = moveFolder(m_path, to); !moved)
        return moved;
    QFile::remove(to + kLock);
    m_path.clear();
    m_lock = OwnedFd();
    return {};
}

void WorkFolder::removeIfAbandoned(const QString &path)
{
    const OwnedFd lock = openLock(path, O_CREAT);
    // One that was not even locked yet looks the same; it is younger than a look takes, and its maker is told.
    if (lock && flock(lock.get(), LOCK_EX | LOCK_NB) == 0)
        static_cast<void>(removeInBackground(path));
}

} // namespace sparkler::gui
