#include "virtio/block/disk_file.h"

#include "base/format.h"
#include "base/os_error.h"
#include "telemetry/log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace sparkler::virtio {

Result<DiskFile> DiskFile::open(const std::string &path, bool readOnly)
{
    DiskFile disk;
    disk.fd = TRY(Fd::open(path, (readOnly ? O_RDONLY : O_RDWR) | O_NONBLOCK | O_NOCTTY));
    struct stat status{};
    if (::fstat(disk.fd.get(), &status) != 0)
        return hostError(errno);
    if (S_ISDIR(status.st_mode))
        return hostError(EISDIR);
    // Non-blocking only for the open itself: io_uring would hand EAGAIN to the guest for every page that is not cached.
    const int flags = ::fcntl(disk.fd.get(), F_GETFL);
    if (flags < 0 || ::fcntl(disk.fd.get(), F_SETFL, flags & ~O_NONBLOCK) != 0)
        return hostError(errno);
    const std::string serial = fmt::format("{}{}{}", status.st_dev, status.st_rdev, status.st_ino);
    std::memcpy(disk.serial.data(), serial.data(), std::min(serial.size(), disk.serial.size()));
    TRY(disk.refreshSize());
    return disk;
}

Result<> DiskFile::refreshSize()
{
    sizeBytes = TRY(fileSizeBytes(fd));
    if (sizeBytes % kSectorBytes != 0)
        logWarn("Disk size {} is not a multiple of sector size {}; the remainder will not be visible to the guest.",
                sizeBytes, kSectorBytes);
    return {};
}

} // namespace sparkler::virtio
