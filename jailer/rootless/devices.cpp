#include "jailer/rootless/devices.h"

#include "base/format.h"
#include "jailer/rootless/diagnosis.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

bool mayUse(const char *path)
{
    return ::faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0;
}

} // namespace

std::vector<std::string> jailDevices(NetworkMode network)
{
    std::vector<std::string> devices{"/dev/kvm", "/dev/null", "/dev/urandom"};
    if (network == NetworkMode::Host)
        devices.emplace_back("/dev/net/tun");
    if (mayUse("/dev/userfaultfd"))
        devices.emplace_back("/dev/userfaultfd");
    return devices;
}

Result<> checkKvm()
{
    if (!mayUse("/dev/kvm")) {
        const int reason = errno;
        return fail(ErrorKind::Host, explainKvmFailure(reason), reason);
    }
    return {};
}

Result<> checkStandardDescriptors()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        struct stat status {};
        if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode))
            return fail(
                ErrorKind::InvalidInput,
                fmt::format("Descriptor {} is a directory, from which the engine could leave the jail. Give it a "
                            "file, a pipe or /dev/null.",
                            fd));
    }
    return {};
}

} // namespace sparkler::jail
