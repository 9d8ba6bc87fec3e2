#include "manager/snapshots/work_folder.h"

#include "manager/store_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kPrefix = u".work-"_s;

} // namespace

std::expected<SnapshotLock, QString> SnapshotLock::take(const SnapshotFolder &folder)
{
    QDir().mkpath(folder.root());
    QFile::setPermissions(folder.root(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    SnapshotLock lock;
    lock.m_fd = OwnedFd(
        open(QFile::encodeName(folder.lockFile()).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.m_fd)
        return std::unexpected(errorText(errno));
    if (flock(lock.m_fd.get(), LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(
            errno == EWOULDBLOCK
                ? QCoreApplication::translate("Snapshots", "Another manager works on the snapshots of this machine.")
                : errorText(errno));
    return lock;
}

WorkFolder::WorkFolder(WorkFolder &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}

WorkFolder &WorkFolder::operator=(WorkFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

WorkFolder::~WorkFolder()
{
    // When it cannot be moved aside it stays as something unfinished, which the next look removes.
    if (*this)
        static_cast<void>(removeInBackground(m_path));
}

std::expected<WorkFolder, QString> WorkFolder::create(const SnapshotFolder &folder)
{
    WorkFolder made;
    const QString path = folder.root() + u'/' + kPrefix + newSnapshotId({});
    if (mkdir(QFile::encodeName(path).constData(), 0700) != 0)
        return std::unexpected(errorText(errno));
    made.m_path = path;
    return made;
}

std::expected<void, QString> WorkFolder::commit(const QString &to)
{
    syncFolder(m_path);
    if (const auto moved = moveFolder(m_path, to); !moved)
        return moved;
    m_path.clear();
    return {};
}

bool WorkFolder::isName(const QString &name)
{
    return name.startsWith(kPrefix) && isSnapshotId(name.mid(kPrefix.size()));
}

} // namespace sparkler::gui
