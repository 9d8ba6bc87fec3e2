#include "jailer/privileged/executable_copy.h"

#include "base/format.h"
#include "base/os_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

/// Removes an old copy. Nothing there is fine; what an earlier jail would not have left there is refused.
Result<> removeOldCopy(const Fd &jail, const std::string &name, const std::string &path)
{
    struct stat status {};
    if (::fstatat(jail.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return {};
        return hostError(errno, fmt::format("Cannot get metadata for a file: {}: ", path));
    }
    if (S_ISLNK(status.st_mode))
        return hostError(ELOOP, fmt::format("Failed to open {}: ", path));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::Host, path + " is not a file");
    if (status.st_nlink > 1)
        return fail(ErrorKind::Host, "Detected hard link at: " + path);
    // Whatever is there by now: taking a name away cannot hurt anything outside the jail.
    if (::unlinkat(jail.get(), name.c_str(), 0) != 0)
        return hostError(errno, fmt::format("Failed to open {}: ", path));
    return {};
}

/// All `bytes` of `from`. False: errno tells.
bool copyBytes(const Fd &from, const Fd &to, off_t bytes)
{
    // On file systems that can, both share blocks on the disk, though no pages in memory.
    if (::ioctl(to.get(), FICLONE, from.get()) == 0)
        return true;
    // The file system saves a quarter of its work when it knows the size before. If it cannot, nothing is lost.
    (void)::fallocate(to.get(), 0, 0, bytes);
    std::array<char, 128 * 1024> buffer; // stays in the processor's cache: faster than having the kernel move pages
    ssize_t got = 0;
    while ((got = ::read(from.get(), buffer.data(), buffer.size())) > 0) {
        for (ssize_t done = 0, wrote = 0; done < got; done += wrote) {
            wrote = ::write(to.get(), buffer.data() + done, static_cast<std::size_t>(got - done));
            if (wrote < 0)
                return false;
        }
    }
    return got == 0;
}

} // namespace

Result<> copyExecutable(const std::string &source, const Fd &jail, const std::string &jailPath, const Owner &owner)
{
    const std::string name = jailPath.substr(jailPath.rfind('/') + 1);
    const std::string failure = fmt::format("Failed to copy {} to {}: ", source, jailPath);
    const auto from = openResolved(source, O_RDONLY | O_NONBLOCK);
    if (!from)
        return prefixed(failure, from.error());
    struct stat status {};
    if (::fstat(from->get(), &status) != 0)
        return hostError(errno, failure);
    if (!S_ISREG(status.st_mode)) // no longer
        return fail(ErrorKind::Host, source + " is not a file");

    TRY(removeOldCopy(jail, name, jailPath));
    const auto to = openBeneath(jail, name, O_WRONLY | O_CREAT | O_EXCL, 0700);
    if (!to)
        return prefixed(fmt::format("Failed to open {}: ", jailPath), to.error());
    if (!copyBytes(*from, *to, status.st_size))
        return hostError(errno, failure);
    if (::fchown(to->get(), owner.uid, owner.gid) != 0)
        return hostError(errno, fmt::format("Failed to change owner for {}: ", jailPath));
    if (::fchmod(to->get(), status.st_mode & 0777) != 0)
        return hostError(errno, fmt::format("Failed to change permissions on {}: ", jailPath));
    return {};
}

} // namespace sparkler::jail
