#include "jailer/privileged/executable_copy.h"

#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::size_t kAtOnce = 1u << 30; ///< bytes; the kernel does not take more than two of these

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

/// All bytes of `from`. The kernel moves them, so that they are copied once only. False: errno tells.
bool copyBytes(const Fd &from, const Fd &to)
{
    // On file systems that can, this shares the blocks on the disk, though not the pages in memory.
    ssize_t got = ::copy_file_range(from.get(), nullptr, to.get(), nullptr, kAtOnce, 0);
    if (got < 0 || got == 0) { // another file system, or one that does not know it
        do
            got = ::sendfile(to.get(), from.get(), nullptr, kAtOnce);
        while (got > 0);
        return got == 0;
    }
    while (got > 0)
        got = ::copy_file_range(from.get(), nullptr, to.get(), nullptr, kAtOnce, 0);
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
    if (!copyBytes(*from, *to))
        return hostError(errno, failure);
    if (::fchown(to->get(), owner.uid, owner.gid) != 0)
        return hostError(errno, fmt::format("Failed to change owner for {}: ", jailPath));
    if (::fchmod(to->get(), status.st_mode & 0777) != 0)
        return hostError(errno, fmt::format("Failed to change permissions on {}: ", jailPath));
    return {};
}

} // namespace sparkler::jail
