#include "seccomp/install.h"

#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::seccomp {
namespace {

std::unexpected<Error> refused(int error)
{
    // The unmatched quotation mark is part of the text that is known.
    return hostError(error, "prctl` syscall failed with error code: ");
}

} // namespace

Result<> install(Program program)
{
    if (program.empty())
        return {};
    if (program.size() > kMostInstructions)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Filter length exceeds the maximum size of {} instructions", kMostInstructions));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused(errno);
    // The kernel only reads it, but its struct cannot say so.
    const sock_fprog description{.len = static_cast<unsigned short>(program.size()),
                                 .filter = const_cast<sock_filter *>(program.data())};
    if (::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &description) != 0)
        return refused(errno);
    return {};
}

} // namespace sparkler::seccomp
