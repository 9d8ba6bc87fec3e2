#include "jailer/rootless/lent_privilege.h"

#include "base/os_error.h"
#include "jailer/capabilities.h"

#include <cerrno>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::string_view kFailure = "Cannot put the lent privilege aside: ";

} // namespace

Result<LentPrivilege> LentPrivilege::take()
{
    if (::geteuid() == 0)
        return LentPrivilege(false);
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3]{};
    if (::syscall(SYS_capget, &header, sets) != 0)
        return hostError(errno, kFailure);
    if ((sets[0].permitted & kSysAdmin) == 0)
        return LentPrivilege(false);
    // What programs inherit goes first: an ambient capability is permitted and inheritable.
    if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0)
        return hostError(errno, kFailure);
    TRY(setCapabilities({.permitted = kSysAdmin}, kFailure));
    return LentPrivilege(true);
}

Result<> LentPrivilege::raise() const
{
    if (!m_lent)
        return {};
    return setCapabilities({.permitted = kSysAdmin, .effective = kSysAdmin}, kFailure);
}

Result<> LentPrivilege::drop() const
{
    if (!m_lent)
        return {};
    return setCapabilities({}, kFailure);
}

} // namespace sparkler::jail
