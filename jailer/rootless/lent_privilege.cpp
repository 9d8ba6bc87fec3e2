#include "jailer/rootless/lent_privilege.h"

#include "base/os_error.h"

#include <cerrno>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr __u32 kSysAdmin = 1U << CAP_SYS_ADMIN;
constexpr std::string_view kFailure = "Cannot put the lent privilege aside: ";

__user_cap_header_struct thisThread()
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    return header;
}

/// No capability but these, and none that a program inherits.
Result<> setCapabilities(__u32 permitted, __u32 effective)
{
    __user_cap_header_struct header = thisThread();
    __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3]{};
    sets[0].permitted = permitted;
    sets[0].effective = effective;
    if (::syscall(SYS_capset, &header, sets) != 0)
        return hostError(errno, kFailure);
    return {};
}

} // namespace

Result<LentPrivilege> LentPrivilege::take()
{
    if (::geteuid() == 0)
        return LentPrivilege(false);
    __user_cap_header_struct header = thisThread();
    __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3]{};
    if (::syscall(SYS_capget, &header, sets) != 0)
        return hostError(errno, kFailure);
    if ((sets[0].permitted & kSysAdmin) == 0)
        return LentPrivilege(false);
    // What programs inherit goes first: an ambient capability is permitted and inheritable.
    if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0)
        return hostError(errno, kFailure);
    TRY(setCapabilities(kSysAdmin, 0));
    return LentPrivilege(true);
}

Result<> LentPrivilege::raise() const
{
    if (!m_lent)
        return {};
    return setCapabilities(kSysAdmin, kSysAdmin);
}

Result<> LentPrivilege::drop() const
{
    if (!m_lent)
        return {};
    return setCapabilities(0, 0);
}

} // namespace sparkler::jail
