#include "jailer/rootless/first_process.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/rootless/diagnosis.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::size_t kErrorLimitBytes = 4096;

Result<> put(const char *path, std::string_view text)
{
    const Fd file = TRY(Fd::open(path, O_WRONLY));
    if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return hostError(errno);
    return {};
}

/// Until the other end is closed: by an exec that worked, or by the end of the process.
std::string readError(const Fd &pipe)
{
    std::string text;
    char buffer[512];
    for (;;) {
        const ssize_t got = ::read(pipe.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || text.size() > kErrorLimitBytes)
            return text;
        text.append(buffer, static_cast<std::size_t>(got));
    }
}

} // namespace

Result<pid_t> startFirstProcess(NetworkMode network, const ControlGroup *group, const LentPrivilege &lent,
                                const std::function<Error(const Fd &lidPipe)> &inside)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return hostError(errno, "Cannot make a pipe: ");
    const Fd reader(ends[0]);
    Fd writer(ends[1]);

    clone_args arguments{};
    arguments.flags = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;
    if (network != NetworkMode::Host)
        arguments.flags |= CLONE_NEWNET;
    if (group) {
        arguments.flags |= CLONE_INTO_CGROUP;
        arguments.cgroup = static_cast<__u64>(group->descriptor());
    }
    arguments.exit_signal = SIGCHLD;
    TRY(lent.raise());
    const long pid = ::syscall(SYS_clone3, &arguments, sizeof arguments);
    const int reason = errno;
    if (pid == 0) {
        ::close(reader.get()); // else the pipe would not tell that the lid has died
        const Error error = inside(writer);
        (void)!::write(writer.get(), error.text.data(), error.text.size());
        ::_exit(1);
    }
    const auto dropped = lent.drop();
    if (pid < 0)
        return fail(ErrorKind::Host, explainNamespaceFailure(reason, readSysctl), reason);
    writer.reset(); // should the privilege have stayed, this process ends, and the first one with it
    TRY(dropped);
    std::string text = readError(reader);
    if (text.empty())
        return static_cast<pid_t>(pid);
    ::waitpid(static_cast<pid_t>(pid), nullptr, 0);
    return fail(ErrorKind::Host, std::move(text));
}

Result<> mapUser(uid_t user, gid_t group)
{
    const auto map = [](const char *path, const std::string &text) -> Result<> {
        if (auto written = put(path, text); !written)
            return fail(ErrorKind::Host,
                        fmt::format("Cannot map the user into the jail ({}): {}", path, written.error().text),
                        written.error().hostErrno);
        return {};
    };
    TRY(map("/proc/self/setgroups", "deny"));
    TRY(map("/proc/self/uid_map", fmt::format("{0} {0} 1", user)));
    return map("/proc/self/gid_map", fmt::format("{0} {0} 1", group));
}

Result<> forbidUserNamespaces()
{
    // In a namespace of its own a process would have every capability again, and with it far more of the kernel to
    // attack. The number belongs to the user namespace of whoever writes it.
    if (auto written = put("/proc/sys/user/max_user_namespaces", "0"); !written)
        return fail(ErrorKind::Host, "Cannot forbid user namespaces in the jail: " + written.error().text,
                    written.error().hostErrno);
    return {};
}

Result<> dieWithLid(const Fd &lidPipe)
{
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return hostError(errno, "Cannot be killed with the lid: ");
    pollfd pipe{lidPipe.get(), 0, 0};
    if (::poll(&pipe, 1, 0) > 0 && (pipe.revents & POLLERR) != 0)
        return fail(ErrorKind::Host, "the lid is dead");
    return {};
}

Result<> hideControlGroups()
{
    if (::unshare(CLONE_NEWCGROUP) != 0)
        return fail(ErrorKind::Host, explainNamespaceFailure(errno, readSysctl), errno);
    return {};
}

} // namespace sparkler::jail
