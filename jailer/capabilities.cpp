#include "jailer/capabilities.h"

#include "base/os_error.h"

#include <cerrno>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {

Result<> setCapabilities(const CapabilitySets &sets, std::string_view failure)
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};
    data[0].permitted = sets.permitted;
    data[0].effective = sets.effective;
    data[0].inheritable = sets.inheritable;
    if (::syscall(SYS_capset, &header, data) != 0)
        return hostError(errno, failure);
    return {};
}

} // namespace sparkler::jail
