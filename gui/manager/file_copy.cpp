#include "manager/file_copy.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPieceBytes = 8LL << 20; ///< between two calls of goOn

/// One stretch of data, without the kernel's help.
std::expected<void, CopyError> copyByHand(int source, int target, qint64 from, qint64 bytes, char *buffer)
{
    constexpr qint64 kBufferBytes = 1LL << 20;
    while (bytes > 0) {
        const ssize_t got = pread(source, buffer, static_cast<size_t>(std::min(bytes, kBufferBytes)), from);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(CopyError{errno, true});
        if (got == 0)
            return std::unexpected(CopyError{EIO, true}); // it became shorter meanwhile
        for (ssize_t put = 0; put < got;) {
            const ssize_t now = pwrite(target, buffer + put, static_cast<size_t>(got - put), from + put);
            if (now < 0 && errno == EINTR)
                continue;
            if (now < 0)
                return std::unexpected(CopyError{errno, false});
            put += now;
        }
        from += got;
        bytes -= got;
    }
    return {};
}

class DataCopier {
public:
    DataCopier(int source, int target) : m_source(source), m_target(target) {}

    std::expected<void, CopyError> copy(qint64 from, qint64 bytes)
    {
        while (m_inKernel && bytes > 0) {
            off_t in = from;
            off_t out = from;
            const ssize_t now = copy_file_range(m_source, &in, m_target, &out, static_cast<size_t>(bytes), 0);
            if (now < 0 && errno == EINTR)
                continue;
            if (now < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
                return std::unexpected(CopyError{errno, false});
            if (now <= 0) { // not between these two; reading and writing tells whether anything is really wrong
                m_inKernel = false;
                break;
            }
            from += now;
            bytes -= now;
        }
        if (bytes > 0 && !m_buffer)
            m_buffer = std::make_unique<char[]>(1U << 20);
        return copyByHand(m_source, m_target, from, bytes, m_buffer.get());
    }

private:
    int m_source;
    int m_target;
    bool m_inKernel = true;
    std::unique_ptr<char[]> m_buffer;
};

struct Stretch {
    qint64 begin = 0, end = 0;
};

/// The next data at or after `at`; nothing: only a hole is left.
std::expected<Stretch, int> nextData(int fd, qint64 at, qint64 size)
{
    const off_t begin = lseek(fd, at, SEEK_DATA);
    if (begin < 0 && errno == ENXIO)
        return Stretch{size, size};
    if (begin < 0 && errno == EINVAL)
        return Stretch{at, size}; // a file system without holes
    if (begin < 0)
        return std::unexpected(errno);
    const off_t end = lseek(fd, begin, SEEK_HOLE);
    if (end < 0)
        return std::unexpected(errno);
    return Stretch{std::min<qint64>(begin, size), std::min<qint64>(end, size)};
}

QByteArray randomSuffix()
{
    QByteArray suffix;
    for (int i = 0; i < 6; ++i)
        suffix += "abcdefghijklmnopqrstuvwxyz0123456789"[QRandomGenerator::system()->bounded(36)];
    return suffix;
}

} // namespace

OwnedFd::~OwnedFd()
{
    if (m_fd >= 0)
        close(m_fd);
}

std::expected<CopyMethod, CopyError> copyContent(int source, int target,
                                                 const std::function<bool(qint64 done, qint64 total)> &goOn)
{
    struct stat info = {};
    if (fstat(source, &info) != 0)
        return std::unexpected(CopyError{errno, true});
    const qint64 size = info.st_size;
    if (!goOn(0, size))
        return std::unexpected(CopyError{ECANCELED, false});
    if (ioctl(target, FICLONE, source) == 0) {
        goOn(size, size);
        return CopyMethod::Shared;
    }
    const qint64 needed = std::min<qint64>(info.st_blocks * 512, size);
    if (const qint64 free = freeBytes(target); free >= 0 && free < needed)
        return std::unexpected(CopyError{ENOSPC, false});
    if (ftruncate(target, size) != 0)
        return std::unexpected(CopyError{errno, false});

    DataCopier copier(source, target);
    for (qint64 at = 0; at < size;) {
        const auto data = nextData(source, at, size);
        if (!data)
            return std::unexpected(CopyError{data.error(), true});
        for (at = data->begin; at < data->end;) {
            const qint64 piece = std::min(kPieceBytes, data->end - at);
            if (const auto done = copier.copy(at, piece); !done)
                return std::unexpected(done.error());
            at += piece;
            if (!goOn(at, size))
                return std::unexpected(CopyError{ECANCELED, false});
        }
    }
    return CopyMethod::Full;
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_folder(std::move(other.m_folder)), m_file(std::move(other.m_file)), m_name(std::exchange(other.m_name, {})),
      m_partial(std::exchange(other.m_partial, {}))
{
}

NewFile &NewFile::operator=(NewFile &&other) noexcept
{
    std::swap(m_folder, other.m_folder);
    std::swap(m_file, other.m_file);
    std::swap(m_name, other.m_name);
    std::swap(m_partial, other.m_partial);
    return *this;
}

NewFile::~NewFile()
{
    if (!m_partial.isEmpty())
        unlinkat(m_folder.get(), m_partial.constData(), 0);
}

std::expected<NewFile, int> NewFile::create(const QString &path)
{
    const QFileInfo info(path);
    NewFile made;
    made.m_name = QFile::encodeName(info.fileName());
    if (made.m_name.isEmpty())
        return std::unexpected(EISDIR);
    made.m_folder = OwnedFd(open(QFile::encodeName(info.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!made.m_folder)
        return std::unexpected(errno);
    struct stat there = {};
    if (fstatat(made.m_folder.get(), made.m_name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0)
        return std::unexpected(EEXIST);
    const QByteArray partial = "." + made.m_name.left(200) + ".partial-" + randomSuffix();
    made.m_file = OwnedFd(
        openat(made.m_folder.get(), partial.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!made.m_file)
        return std::unexpected(errno);
    made.m_partial = partial;
    return made;
}

QString NewFile::partialPath() const
{
    // Through /proc, so that it is right even when the folder was moved.
    const QString folder = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(m_folder.get()));
    return folder + u"/"_s + QFile::decodeName(m_partial);
}

std::expected<void, int> NewFile::sync()
{
    if (fsync(m_file.get()) != 0)
        return std::unexpected(errno);
    return {};
}

std::expected<void, int> NewFile::commit()
{
    if (renameat2(m_folder.get(), m_partial.constData(), m_folder.get(), m_name.constData(), RENAME_NOREPLACE) != 0) {
        // Some file systems cannot do that; a link does not replace anything either.
        if (errno != EINVAL)
            return std::unexpected(errno);
        if (linkat(m_folder.get(), m_partial.constData(), m_folder.get(), m_name.constData(), 0) != 0)
            return std::unexpected(errno);
        unlinkat(m_folder.get(), m_partial.constData(), 0);
    }
    m_partial.clear();
    fsync(m_folder.get());
    return {};
}

void syncFolder(const QString &folder)
{
    const OwnedFd fd(open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd)
        fsync(fd.get());
}

bool isPartialName(const QString &name)
{
    return name.startsWith(u'.') && name.lastIndexOf(u".partial-"_s) == name.size() - 15;
}

QString errorText(int error)
{
    switch (error) {
    case ENOENT:
        return QCoreApplication::translate("FileCopy", "There is no such file or folder.");
    case EACCES:
    case EPERM:
        return QCoreApplication::translate("FileCopy", "You have no permission for it.");
    case EEXIST:
        return QCoreApplication::translate("FileCopy", "There is already a file of this name.");
    case ENOSPC:
        return QCoreApplication::translate("FileCopy", "There is not enough free space.");
    case EDQUOT:
        return QCoreApplication::translate("FileCopy", "Your disk quota is used up.");
    case EFBIG:
        return QCoreApplication::translate("FileCopy", "The file system cannot hold a file of this size.");
    case EROFS:
        return QCoreApplication::translate("FileCopy", "The file system is read-only.");
    case ENOTDIR:
        return QCoreApplication::translate("FileCopy", "A part of the path is not a folder.");
    case EISDIR:
        return QCoreApplication::translate("FileCopy", "It is a folder.");
    default:
        return QCoreApplication::translate("FileCopy", "The system says: %1.").arg(qt_error_string(error));
    }
}

qint64 freeBytes(int fd)
{
    struct statvfs info = {};
    if (fstatvfs(fd, &info) != 0)
        return -1;
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

} // namespace sparkler::gui
