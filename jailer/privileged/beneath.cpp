#include "jailer/privileged/beneath.h"

#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

Result<Fd> openWithoutLinks(int directory, const std::string &path, int flags, unsigned mode, std::uint64_t more)
{
    open_how how{};
    how.flags = static_cast<unsigned>(flags | O_CLOEXEC);
    how.mode = mode;
    how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | more;
    long fd = -1;
    do {
        fd = ::syscall(SYS_openat2, directory, path.c_str(), &how, sizeof how);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return hostError(errno);
    return Fd(static_cast<int>(fd));
}

} // namespace

Result<Fd> openBeneath(const Fd &directory, const std::string &path, int flags, unsigned mode)
{
    return openWithoutLinks(directory.get(), path, flags, mode, RESOLVE_BENEATH);
}

Result<Fd> openResolved(const std::string &path, int flags)
{
    return openWithoutLinks(AT_FDCWD, path, flags, 0, 0);
}

Result<std::vector<Fd>> makeDirectories(const Fd &top, std::span<const std::string> names)
{
    std::vector<Fd> made;
    for (const std::string &name : names) {
        const Fd &parent = made.empty() ? top : made.back();
        if (::mkdirat(parent.get(), name.c_str(), 0777) != 0 && errno != EEXIST)
            return hostError(errno);
        Fd directory = TRY(openBeneath(parent, name, O_PATH | O_DIRECTORY));
        made.push_back(std::move(directory));
    }
    return made;
}

} // namespace sparkler::jail
