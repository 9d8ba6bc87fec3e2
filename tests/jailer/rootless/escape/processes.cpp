// Other processes, and what they share: memory, messages, keys, terminals.
#include "attempt.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/keyctl.h>
#include <mqueue.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace escape {
namespace {

std::string procFile(const Targets &targets, const char *name)
{
    return "/proc/" + targets.text("victim") + "/" + name;
}

Verdict trace(const Targets &targets)
{
    return bySystemCall("ptrace", ::ptrace(PTRACE_SEIZE, targets.number("victim"), nullptr, nullptr));
}

Verdict readMemory(const Targets &targets)
{
    char copy[sizeof kMemorySecret]{};
    const iovec here{copy, sizeof copy};
    const iovec there{const_cast<char *>(kMemorySecret), sizeof kMemorySecret};
    if (::process_vm_readv(targets.number("victim"), &here, 1, &there, 1, 0) < 0)
        return stoppedByErrno("process_vm_readv");
    return std::strcmp(copy, kMemorySecret) == 0 ? escaped(copy) : stopped("not what was there");
}

Verdict writeMemory(const Targets &targets)
{
    const int memory = ::open(procFile(targets, "mem").c_str(), O_RDWR | O_CLOEXEC);
    if (memory < 0)
        return stoppedByErrno("open mem");
    // The same bytes, in memory that its owner may not even write.
    return bySystemCall("pwrite", ::pwrite(memory, kMemorySecret, sizeof kMemorySecret,
                                           static_cast<off_t>(reinterpret_cast<std::uintptr_t>(kMemorySecret))));
}

Verdict takeDescriptor(const Targets &targets)
{
    const long process = ::syscall(SYS_pidfd_open, targets.number("victim"), 0);
    if (process < 0)
        return stoppedByErrno("pidfd_open");
    return bySystemCall("pidfd_getfd", ::syscall(SYS_pidfd_getfd, process, 0, 0));
}

Verdict findInProc(const Targets &targets)
{
    DIR *directory = ::opendir("/proc");
    while (directory) {
        const dirent *entry = ::readdir(directory);
        if (!entry)
            break;
        if (targets.text("victim") == entry->d_name)
            return escaped("the victim is listed");
    }
    return stopped("not listed");
}

Verdict limitVictim(const Targets &targets)
{
    rlimit old{};
    return bySystemCall("prlimit", ::prlimit(targets.number("victim"), RLIMIT_CORE, nullptr, &old));
}

Verdict moveVictim(const Targets &targets)
{
    cpu_set_t all;
    CPU_ZERO(&all);
    for (unsigned cpu = 0; cpu < 64; ++cpu)
        CPU_SET(cpu, &all);
    return bySystemCall("sched_setaffinity", ::sched_setaffinity(targets.number("victim"), sizeof all, &all));
}

Verdict attachSharedMemory(const Targets &targets)
{
    const void *memory = ::shmat(targets.number("sharedmemory"), nullptr, 0);
    // SAFETY: the failure value of shmat.
    return bySystemCall("shmat", memory == reinterpret_cast<void *>(-1) ? -1 : 0);
}

Verdict openMessageQueue(const Targets &targets)
{
    return bySystemCall("mq_open", ::mq_open(targets.text("messages").c_str(), O_RDWR));
}

Verdict openSharedMemoryFile(const Targets &targets)
{
    return readFile("/dev/shm/" + targets.text("sharedfile"));
}

Verdict findKey(const Targets &targets)
{
    const long key =
        ::syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_SESSION_KEYRING, "user", targets.text("key").c_str(), 0);
    if (key < 0)
        return stoppedByErrno("search");
    char content[64];
    return bySystemCall("read", ::syscall(SYS_keyctl, KEYCTL_READ, key, content, sizeof content, 0));
}

/// Types on a terminal of somebody else's, which was passed as standard input.
Verdict typeOnTerminal(const Targets &)
{
    if (::isatty(STDIN_FILENO) == 0)
        return stopped("standard input is no terminal");
    ::setsid();
    ::ioctl(STDIN_FILENO, TIOCSCTTY, 0); // it would be ours then
    return bySystemCall("TIOCSTI", ::ioctl(STDIN_FILENO, TIOCSTI, "x"));
}

Verdict manyProcesses(const Targets &)
{
    constexpr std::size_t kMany = 600;
    std::vector<pid_t> children;
    while (children.size() < kMany) {
        const pid_t child = ::fork();
        if (child < 0)
            break;
        if (child == 0) {
            ::pause();
            ::_exit(0);
        }
        children.push_back(child);
    }
    const Verdict verdict = children.size() == kMany ? escaped("600 processes") : stoppedByErrno("fork");
    for (const pid_t child : children) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    return verdict;
}

const std::array kAttempts{
    Attempt{"process_ptrace", Needs::OrdinaryUser, trace},
    Attempt{"process_read_memory", Needs::OrdinaryUser, readMemory},
    Attempt{"process_write_memory", Needs::OrdinaryUser, writeMemory},
    Attempt{"process_signal", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("kill", ::kill(t.number("victim"), 0)); }},
    Attempt{"process_take_descriptor", Needs::OrdinaryUser, takeDescriptor},
    Attempt{"process_list", Needs::OrdinaryUser, findInProc},
    Attempt{"process_command_line", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile(procFile(t, "cmdline")); }},
    Attempt{"process_environment", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile(procFile(t, "environ")); }},
    Attempt{"process_limits", Needs::OrdinaryUser, limitVictim},
    Attempt{"process_affinity", Needs::OrdinaryUser, moveVictim},
    Attempt{"process_priority", Needs::OrdinaryUser,
            [](const Targets &t) {
                return bySystemCall("setpriority",
                                    ::setpriority(PRIO_PROCESS, static_cast<id_t>(t.number("victim")), 0));
            }},
    Attempt{"process_many", Needs::OrdinaryUser, manyProcesses},
    Attempt{"ipc_shared_memory", Needs::OrdinaryUser, attachSharedMemory},
    Attempt{"ipc_message_queue", Needs::OrdinaryUser, openMessageQueue},
    Attempt{"ipc_shared_memory_file", Needs::OrdinaryUser, openSharedMemoryFile},
    Attempt{"key_of_the_session", Needs::OrdinaryUser, findKey},
    Attempt{"terminal_type", Needs::Root, typeOnTerminal},
};

} // namespace

std::span<const Attempt> processAttempts()
{
    return kAttempts;
}

} // namespace escape
