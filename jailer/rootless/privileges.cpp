#include "jailer/rootless/privileges.h"

#include "base/os_error.h"
#include "jailer/capabilities.h"

#include <cerrno>
#include <csignal>
#include <linux/close_range.h>
#include <linux/keyctl.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

Result<> limit(__rlimit_resource resource, std::uint64_t value, std::string_view failure)
{
    const rlimit both{value, value};
    if (::setrlimit(resource, &both) != 0)
        return hostError(errno, failure);
    return {};
}

constexpr unsigned long kSecureBits = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                                      SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED |
                                      SECBIT_NO_CAP_AMBIENT_RAISE | SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;

} // namespace

Result<> setFixedLimits()
{
    TRY(limit(RLIMIT_CORE, 0, "Failed to set limit for resource: size of core dumps: "));
    // Counted in the jail's user namespace, so what else the user runs does not matter.
    return limit(RLIMIT_NPROC, kProcessLimit, "Failed to set limit for resource: number of processes: ");
}

Result<> forgetKeys()
{
    // A kernel without keys has none to give away.
    if (::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr, 0, 0, 0) < 0 && errno != ENOSYS)
        return hostError(errno, "Cannot leave the session's keyring: ");
    return {};
}

Result<> dropPrivileges()
{
    // A kernel may know more capabilities than these headers: it says EINVAL after its last one.
    for (unsigned long capability = 0; ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0; ++capability) {
    }
    if (errno != EINVAL)
        return hostError(errno, "Cannot drop capabilities: ");
    if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0 || ::prctl(PR_SET_SECUREBITS, kSecureBits) != 0)
        return hostError(errno, "Cannot drop capabilities: ");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return hostError(errno, "Cannot forbid new privileges: ");
    return setCapabilities({}, "Cannot drop capabilities: ");
}

Result<> cleanProcess()
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL); // fails for those that are the same for everybody
    ::umask(077);
    // Not closed at once: the one that carries errors out is needed until exec has worked.
    if (::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
        return hostError(errno, "Failed to call close range syscall: ");
    return {};
}

} // namespace sparkler::jail
