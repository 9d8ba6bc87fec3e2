// What the jail alone leaves to a program, and the engine's own filter does not: in the jail, each is tried by a
// process that has put itself under the filter of the engine's main thread first, as the engine does.
#include "attempt.h"

#include "app/builtin_filters.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <linux/keyctl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace escape {
namespace {

constexpr int kStopped = 20;
constexpr int kStoppedElsewhere = 99;

volatile long g_expected = -1;

/// The filter raises it; the engine would log it and end.
void onBadSystemCall(int, siginfo_t *info, void *)
{
    static constexpr char kText[] = "the filter\n";
    (void)!::write(STDOUT_FILENO, kText, sizeof kText - 1);
    ::_exit(info->si_syscall == g_expected ? kStopped : kStoppedElsewhere);
}

/// In the jail: from here on under the filter, which is expected to stop system call `number`.
void enterFilter(const Targets &targets, long number)
{
    if (targets.outside())
        return;
    g_expected = number;
    struct sigaction action {};
    action.sa_sigaction = onBadSystemCall;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGSYS, &action, nullptr);
    const auto instructions = sparkler::builtinFilters()[sparkler::seccomp::ThreadKind::Vmm];
    sock_fprog program{static_cast<unsigned short>(instructions.size()),
                       const_cast<sock_filter *>(instructions.data())};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0) {
        std::perror("seccomp");
        ::_exit(kStoppedElsewhere);
    }
}

/// No attempt at all: it succeeds in the jail as well, so that the others are known to be stopped by what they do.
Verdict nothing(const Targets &targets)
{
    enterFilter(targets, -1);
    return escaped("back again");
}

Verdict executeMemory(const Targets &targets)
{
    const int program = ::open(targets.text("engine").c_str(), O_RDONLY | O_CLOEXEC);
    enterFilter(targets, SYS_memfd_create);
    const int memory = ::memfd_create("program", MFD_CLOEXEC);
    char buffer[65536];
    for (ssize_t got = 0; (got = ::read(program, buffer, sizeof buffer)) > 0;)
        (void)!::write(memory, buffer, static_cast<std::size_t>(got));
    const pid_t child = ::fork();
    if (child == 0) {
        const char *const words[]{"program", "--euid", nullptr};
        ::syscall(SYS_execveat, memory, "", words, nullptr, AT_EMPTY_PATH);
        ::_exit(254);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status) == 254 ? stopped("execveat") : escaped("a program out of memory runs");
}

Verdict executeItself(const Targets &targets)
{
    enterFilter(targets, SYS_execve);
    const char *const words[]{"again", "--try", "filter_nothing", "outside", nullptr};
    const char *const none[]{nullptr};
    return bySystemCall("execve", ::syscall(SYS_execve, targets.text("engine").c_str(), words, none));
}

Verdict makeSocket(const Targets &targets, int family, int type)
{
    enterFilter(targets, SYS_socket);
    return bySystemCall("socket", ::socket(family, type | SOCK_CLOEXEC, 0));
}

Verdict addKey(const Targets &targets)
{
    enterFilter(targets, SYS_add_key);
    return bySystemCall("add_key", ::syscall(SYS_add_key, "user", "escape", "x", 1, KEY_SPEC_PROCESS_KEYRING));
}

Verdict beTraced(const Targets &targets)
{
    enterFilter(targets, SYS_ptrace);
    return bySystemCall("ptrace", ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr));
}

Verdict signalItself(const Targets &targets)
{
    enterFilter(targets, SYS_kill);
    return bySystemCall("kill", ::kill(::getpid(), 0));
}

Verdict unshareFiles(const Targets &targets)
{
    enterFilter(targets, SYS_unshare);
    return bySystemCall("unshare", ::unshare(CLONE_FILES));
}

Verdict changeDirectory(const Targets &targets)
{
    enterFilter(targets, SYS_chdir);
    return bySystemCall("chdir", ::chdir("/"));
}

const std::array kAttempts{
    Attempt{"filter_nothing", Needs::OrdinaryUser, nothing},
    Attempt{"filter_execute_memory", Needs::OrdinaryUser, executeMemory},
    Attempt{"filter_execute_itself", Needs::OrdinaryUser, executeItself},
    Attempt{"filter_socket_of_virtual_machines", Needs::OrdinaryUser,
            [](const Targets &t) { return makeSocket(t, AF_VSOCK, SOCK_STREAM); }},
    Attempt{"filter_socket_of_ciphers", Needs::OrdinaryUser,
            [](const Targets &t) { return makeSocket(t, AF_ALG, SOCK_SEQPACKET); }},
    Attempt{"filter_socket_of_the_internet", Needs::OrdinaryUser,
            [](const Targets &t) { return makeSocket(t, AF_INET, SOCK_STREAM); }},
    Attempt{"filter_socket_of_the_kernel", Needs::OrdinaryUser,
            [](const Targets &t) { return makeSocket(t, AF_NETLINK, SOCK_RAW); }},
    Attempt{"filter_key", Needs::OrdinaryUser, addKey},
    Attempt{"filter_ptrace", Needs::OrdinaryUser, beTraced},
    Attempt{"filter_signal", Needs::OrdinaryUser, signalItself},
    Attempt{"filter_unshare", Needs::OrdinaryUser, unshareFiles},
    Attempt{"filter_directory", Needs::OrdinaryUser, changeDirectory},
};

} // namespace

std::span<const Attempt> filterAttempts()
{
    return kAttempts;
}

} // namespace escape
