#include "emulator/child_process.h"

#include "base/os_error.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

/// In the child: all that goes before exec. False with errno set when something failed.
bool prepareChild(const ChildProcess::Setup &setup, pid_t parent)
{
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return false;
    if (::getppid() != parent) // it died before prctl()
        ::_exit(1);
    ::setsid();
    ::signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || ::dup2(null, STDIN_FILENO) < 0 ||
        ::dup2(setup.output < 0 ? null : setup.output, STDOUT_FILENO) < 0 ||
        ::dup2(setup.error < 0 ? null : setup.error, STDERR_FILENO) < 0)
        return false;
    for (const int fd : setup.inherited)
        if (::fcntl(fd, F_SETFD, 0) != 0)
            return false;
    return setup.directory.empty() || ::chdir(setup.directory.c_str()) == 0;
}

} // namespace

Result<ChildProcess> ChildProcess::start(const Setup &setup)
{
    std::vector<char *> argv;
    for (const std::string &word : setup.command)
        argv.push_back(const_cast<char *>(word.c_str())); // SAFETY: exec does not write to them
    argv.push_back(nullptr);
    // Closed by a successful exec, and otherwise told what failed.
    int report[2];
    if (::pipe2(report, O_CLOEXEC) != 0)
        return hostError(errno);
    Fd reader(report[0]);
    Fd writer(report[1]);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        return hostError(errno);
    if (pid == 0) {
        if (prepareChild(setup, parent))
            ::execvp(argv[0], argv.data());
        const int reason = errno;
        (void)!::write(writer.get(), &reason, sizeof(reason));
        ::_exit(127);
    }
    writer.reset();
    ChildProcess child(pid, Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))));
    int reason = child.m_pidFd ? 0 : errno;
    if (reason == 0 && ::read(reader.get(), &reason, sizeof(reason)) <= 0)
        reason = 0;
    if (reason != 0)
        return hostError(reason);
    return child;
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_pidFd(std::move(other.m_pidFd)), m_status(other.m_status)
{
}

ChildProcess::~ChildProcess()
{
    if (m_pid <= 0 || m_status)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

void ChildProcess::signal(int number) const
{
    if (!m_status)
        ::kill(m_pid, number);
}

std::optional<int> ChildProcess::wait(int timeoutMs)
{
    pollfd ended{.fd = m_pidFd.get(), .events = POLLIN, .revents = 0};
    int status = 0;
    if (!m_status && ::poll(&ended, 1, timeoutMs) > 0 && ::waitpid(m_pid, &status, 0) == m_pid)
        m_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return m_status;
}

} // namespace sparkler::emulator
