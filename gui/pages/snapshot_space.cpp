#include "pages/snapshot_space.h"

#include "manager/file_copy.h"

#include <QFile>

#include <algorithm>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {
namespace {

constexpr qint64 kStatBlock = 512;

OwnedFd openRaw(const QString &path, int flags)
{
    return OwnedFd(open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600));
}

/// A clone of the first block into a file without a name.
bool sharesBlocks(int source, const struct stat &info, const QString &directory)
{
    const OwnedFd target = openRaw(directory, O_TMPFILE | O_RDWR);
    if (!target)
        return false;
    file_clone_range range = {};
    range.src_fd = source;
    range.src_length = static_cast<__u64>(info.st_size >= info.st_blksize ? info.st_blksize : 0); // 0: all of it
    return ioctl(target.get(), FICLONERANGE, &range) == 0;
}

DriveSpace measure(const Drive &drive, const QString &directory)
{
    DriveSpace space;
    space.driveId = drive.driveId;
    space.copied = !drive.isReadOnly;
    // Not blocking: it might be a pipe.
    const OwnedFd file = openRaw(drive.pathOnHost, O_RDONLY | O_NONBLOCK);
    struct stat info = {};
    if (!file || fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return space;
    space.bytes = info.st_size;
    space.allocated = std::min<qint64>(info.st_blocks * kStatBlock, info.st_size);
    space.shared = space.copied && sharesBlocks(file.get(), info, directory);
    return space;
}

} // namespace

qint64 SnapshotSpace::needed() const
{
    qint64 sum = 0;
    for (const DriveSpace &drive : drives) {
        if (drive.copied && !drive.shared)
            sum += drive.allocated;
    }
    return sum;
}

SnapshotSpace measureSnapshotSpace(const QList<Drive> &drives, const QString &directory)
{
    SnapshotSpace space;
    for (const Drive &drive : drives)
        space.drives << measure(drive, directory);
    if (const OwnedFd folder = openRaw(directory, O_RDONLY | O_DIRECTORY); folder)
        space.free = freeBytes(folder.get());
    return space;
}

} // namespace sparkler::gui
