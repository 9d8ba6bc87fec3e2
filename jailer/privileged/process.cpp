#include "jailer/privileged/process.h"

#include "base/format.h"
#include "base/os_error.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

/// The parent's part of continueInNewPidNamespace(). `ready` is closed without a byte when the child is not to go on.
[[noreturn]] void leaveToChild(const Fd &root, const std::string &pidFile, pid_t child, const Fd &ready)
{
    if (const auto written = writePidFile(root, pidFile, child); !written) {
        std::fprintf(stderr, "Jailer error: %s\n", written.error().text.c_str());
        ::_exit(1);
    }
    (void)!::write(ready.get(), "", 1);
    ::_exit(0);
}

} // namespace

Result<> continueInChild()
{
    const pid_t child = ::fork();
    if (child < 0)
        return hostError(errno, "Failed to daemonize: ");
    if (child > 0)
        ::_exit(0);
    return {};
}

Result<> beginSession()
{
    if (::getsid(0) == ::getpid())
        return {};
    if (::setsid() < 0)
        return hostError(errno, "Failed to daemonize: setsid: ");
    return {};
}

Result<> redirectStandardStreams(const Fd &nullDevice)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::dup2(nullDevice.get(), stream) < 0)
            return hostError(errno, "Failed to duplicate fd: ");
    }
    return {};
}

Result<> continueInNewPidNamespace(const Fd &root, const std::string &pidFile)
{
    const pid_t session = ::getsid(0);
    if (session < 0)
        return hostError(errno, "Failed to get SID (getsid): ");
    const bool leadsSession = session == ::getpid();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return hostError(errno, "Failed cloning into a new child process: ");
    Fd told(ends[0]);
    Fd ready(ends[1]);
    const long child = ::syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, nullptr, nullptr, nullptr, 0L);
    if (child < 0)
        return hostError(errno, "Failed cloning into a new child process: ");
    if (child > 0)
        leaveToChild(root, pidFile, static_cast<pid_t>(child), ready);

    ready.reset();
    char byte = 0;
    if (::read(told.get(), &byte, 1) != 1)
        ::_exit(1); // the parent has said why
    if (leadsSession && ::setsid() < 0)
        return hostError(errno, "Failed to daemonize: setsid: ");
    return {};
}

Result<> writePidFile(const Fd &root, const std::string &path, pid_t process)
{
    const auto file = openBeneath(root, path.substr(1), O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (!file)
        return prefixed(fmt::format("Failed to open file {}: ", path), file.error());
    const std::string text = std::to_string(process);
    if (::write(file->get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return hostError(errno, fmt::format("Failed to write to {}: ", path));
    return {};
}

Result<> becomeOwner(const Owner &owner)
{
    static constexpr std::string_view kFailure = "Failed to exec into Firecracker: ";
    const bool isRoot = ::getuid() == 0;
    if (::setresgid(owner.gid, owner.gid, owner.gid) != 0)
        return hostError(errno, kFailure);
    if (isRoot && ::setgroups(0, nullptr) != 0)
        return hostError(errno, kFailure);
    if (::setresuid(owner.uid, owner.uid, owner.uid) != 0)
        return hostError(errno, kFailure);
    return {};
}

} // namespace sparkler::jail
