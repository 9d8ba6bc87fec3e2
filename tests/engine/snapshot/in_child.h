#pragma once

#include <cerrno>
#include <cstdlib>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::test {

/// Runs `work` in a child process; its exit status, or 128 + the signal that ended it. For what must not happen to the
/// test itself: limits, mounts, kills. (No threads may be running.)
template <typename Work>
int inChild(Work work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// In a child: puts a file system of `size` (as mount(8) has it) over `path`, for this process alone. Whether that is
/// allowed here.
inline bool mountSmallDisk(const std::string &path, const std::string &size)
{
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return ::mount("small", path.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

} // namespace sparkler::test
