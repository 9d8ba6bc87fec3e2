// The filters that ship in the kernel: what nobody in the engine needs is refused there. Each call is made in a process
// of its own.
#include "seccomp/install.h"
#include "shipped_filters.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <sched.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::seccomp;
using namespace sparkler::test;

namespace {

/// A call that no thread of the engine has any business with, and which does no harm where it is not refused.
struct Forbidden {
    const char *name;
    long number;
    std::array<long, 6> arguments = {};
    bool vmmToo = true; ///< whether the main thread may not either
};

long address(const void *pointer)
{
    return reinterpret_cast<long>(pointer);
}

const char kNowhere[] = "/nonexistent/file";
sockaddr_storage someAddress{};

std::vector<Forbidden> forbiddenCalls()
{
    const long self = ::getpid();
    const long path = address(kNowhere);
    constexpr long kBad = -1;
    return {
        {"execve", SYS_execve, {path, 0, 0}},
        {"execveat", SYS_execveat, {kBad, path, 0, 0, 0}},
        {"fork", SYS_fork},
        {"clone: a process", SYS_clone, {SIGCHLD}},
        {"clone: a user namespace", SYS_clone, {CLONE_NEWUSER | SIGCHLD}},
        {"unshare", SYS_unshare, {0}},
        {"setns", SYS_setns, {kBad, 0}},
        {"ptrace", SYS_ptrace, {16 /* attach */, kBad, 0, 0}},
        {"process_vm_readv", SYS_process_vm_readv, {kBad, 0, 0, 0, 0, 0}},
        {"process_vm_writev", SYS_process_vm_writev, {kBad, 0, 0, 0, 0, 0}},
        {"pidfd_getfd", SYS_pidfd_getfd, {kBad, 0, 0}},
        {"kcmp", SYS_kcmp, {self, kBad, 0, 0, 0}},
        {"kill", SYS_kill, {self, 0}},
        {"tkill", SYS_tkill, {kBad, 9}},
        {"tgkill: SIGKILL", SYS_tgkill, {self, kBad, 9}},
        {"rt_sigqueueinfo", SYS_rt_sigqueueinfo, {self, 0, 0}},
        {"mount", SYS_mount, {path, path, path, 0, 0}},
        {"umount2", SYS_umount2, {path, 0}},
        {"pivot_root", SYS_pivot_root, {path, path}},
        {"chroot", SYS_chroot, {path}},
        {"fsopen", SYS_fsopen, {path, 0}},
        {"open_tree", SYS_open_tree, {kBad, path, 0}},
        {"move_mount", SYS_move_mount, {kBad, path, kBad, path, 0}},
        {"bpf", SYS_bpf, {kBad, 0, 0}},
        {"keyctl", SYS_keyctl, {kBad, 0, 0, 0, 0}},
        {"add_key", SYS_add_key, {path, path, 0, 0, 0}},
        {"request_key", SYS_request_key, {path, path, 0, 0}},
        {"perf_event_open", SYS_perf_event_open, {0, kBad, kBad, kBad, 0}},
        {"init_module", SYS_init_module, {0, 0, 0}},
        {"finit_module", SYS_finit_module, {kBad, 0, 0}},
        {"delete_module", SYS_delete_module, {path, 0}},
        {"kexec_load", SYS_kexec_load, {0, 0, 0, kBad}},
        {"reboot", SYS_reboot, {0, 0, 0, 0}},
        {"swapon", SYS_swapon, {path, 0}},
        {"socket: IPv4", SYS_socket, {AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0}},
        {"socket: packets", SYS_socket, {AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0}},
        {"socket: netlink", SYS_socket, {AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0}},
        {"socket: vsock", SYS_socket, {AF_VSOCK, SOCK_STREAM | SOCK_CLOEXEC, 0}},
        {"socket: Unix datagrams", SYS_socket, {AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0}},
        {"socketpair", SYS_socketpair, {AF_UNIX, SOCK_STREAM, 0, 0}},
        {"mmap: executable", SYS_mmap, {0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, kBad, 0}},
        {"mmap: writable and executable",
         SYS_mmap,
         {0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, kBad, 0}},
        {"mprotect: executable", SYS_mprotect, {0, 0, PROT_READ | PROT_EXEC}},
        {"pkey_mprotect", SYS_pkey_mprotect, {0, 0, PROT_READ, kBad}},
        {"remap_file_pages", SYS_remap_file_pages, {0, 0, 0, 0, 0}},
        {"memfd_create", SYS_memfd_create, {path, 0}},
        {"personality", SYS_personality, {0xFFFFFFFF}},
        {"arch_prctl: where gs is", SYS_arch_prctl, {0x1004, address(&someAddress)}},
        {"prctl: capabilities of children", SYS_prctl, {47 /* ambient */, 4 /* clear all */, 0, 0, 0}},
        {"prctl: may be traced", SYS_prctl, {4 /* dumpable */, 1, 0, 0, 0}},
        {"seccomp: who listens", SYS_seccomp, {3 /* sizes */, 0, address(&someAddress)}},
        {"setuid", SYS_setuid, {kBad}},
        {"setgid", SYS_setgid, {kBad}},
        {"setgroups", SYS_setgroups, {0x7FFFFFFF, 0}},
        {"capset", SYS_capset, {0, 0}},
        {"prlimit64", SYS_prlimit64, {0, 99, 0, 0}},
        {"sched_setaffinity", SYS_sched_setaffinity, {0, 0, 0}},
        {"ioperm", SYS_ioperm, {0, 0, 0}},
        {"iopl", SYS_iopl, {99}},
        {"modify_ldt", SYS_modify_ldt, {99, 0, 0}},
        {"clock_settime", SYS_clock_settime, {99, 0}},
        {"sethostname", SYS_sethostname, {0, kBad}},
        {"syslog", SYS_syslog, {99, 0, 0}},
        {"open_by_handle_at", SYS_open_by_handle_at, {kBad, 0, 0}},
        {"mknodat", SYS_mknodat, {kBad, path, 0, 0}},
        {"symlinkat", SYS_symlinkat, {path, kBad, path}},
        {"linkat", SYS_linkat, {kBad, path, kBad, path, 0}},
        {"mkdirat", SYS_mkdirat, {kBad, path, 0}},
        {"fchmodat", SYS_fchmodat, {kBad, path, 0}},
        {"fchownat", SYS_fchownat, {kBad, path, 0, 0, 0}},
        {"chdir", SYS_chdir, {path}},
        {"getdents64", SYS_getdents64, {kBad, 0, 0}},
        {"inotify_init1", SYS_inotify_init1, {kBad}},
        {"fanotify_init", SYS_fanotify_init, {kBad, 0}},
        {"ioctl: types on a terminal", SYS_ioctl, {kBad, 0x5412, 0}},
        {"ioctl: KVM_CREATE_DEVICE", SYS_ioctl, {kBad, 0xC00CAEE0, 0}},
        {"ioctl: a filter for a tap", SYS_ioctl, {kBad, 0x801054DB, 0}},
        {"fcntl: another process is told", SYS_fcntl, {kBad, 8 /* F_SETOWN */, 0}},
        {"splice", SYS_splice, {kBad, 0, kBad, 0, 0, 0}},
        {"shmget", SYS_shmget, {0, 0, 0}},
        {"mq_open", SYS_mq_open, {path, 0, 0, 0}},
        // What only the main thread may.
        {"openat", SYS_openat, {kBad, path, 0, 0}, false},
        {"socket: Unix streams", SYS_socket, {AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0}, false},
        {"connect", SYS_connect, {kBad, address(&someAddress), 2}, false},
        {"bind", SYS_bind, {kBad, address(&someAddress), 2}, false},
        {"clone: a thread", SYS_clone, {0x3D0F00, 0, 0, 0, 0}, false},
        {"ioctl: KVM_CREATE_VM", SYS_ioctl, {kBad, 0xAE01, 0}, false},
        {"ioctl: KVM_SET_MSRS", SYS_ioctl, {kBad, 0x4008AE89, 0}, false},
        {"ioctl: TUNSETIFF", SYS_ioctl, {kBad, 0x400454CA, 0}, false},
        {"io_uring_setup", SYS_io_uring_setup, {0, 0}, false},
        {"userfaultfd", SYS_userfaultfd, {kBad}, false},
        {"mmap: shared", SYS_mmap, {0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, kBad, 0}, false},
        {"mprotect", SYS_mprotect, {0, 0, PROT_READ | PROT_WRITE}, false},
        {"unlink", SYS_unlink, {path}, false},
        {"umask", SYS_umask, {022}, false},
        {"seccomp", SYS_seccomp, {1, 0, 0}, false},
    };
}

constexpr int kWentOn = 77;

/// Makes the call in a child, under `program`: kWentOn, or minus the signal that killed it.
int callUnder(Program program, const Forbidden &forbidden)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (!install(program))
            ::_exit(1);
        const auto &a = forbidden.arguments;
        // Another process or thread that comes of it, too, just ends.
        ::syscall(forbidden.number, a[0], a[1], a[2], a[3], a[4], a[5]);
        ::syscall(SYS_exit_group, kWentOn);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return 1000;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

class TestForbiddenCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void forbiddenCall_isRefusedByTheKernel_data();
    void forbiddenCall_isRefusedByTheKernel();
    void mainThread_canCreateThreads_andNoProcesses();
    void vcpuThread_canTakeItsFilterUnderTheMainThreads();
};

void TestForbiddenCalls::forbiddenCall_isRefusedByTheKernel_data()
{
    QTest::addColumn<int>("call");
    const auto calls = forbiddenCalls();
    for (std::size_t i = 0; i < calls.size(); ++i)
        QTest::newRow(calls[i].name) << static_cast<int>(i);
}

void TestForbiddenCalls::forbiddenCall_isRefusedByTheKernel()
{
    QFETCH(int, call);
    const Forbidden forbidden = forbiddenCalls()[static_cast<std::size_t>(call)];
    // First that it is the filter who refuses.
    const bool isThread = forbidden.number == SYS_clone && !forbidden.vmmToo; // would end in nowhere
    if (!isThread)
        QCOMPARE(callUnder({}, forbidden), kWentOn);
    QCOMPARE(callUnder(shipped("api").program, forbidden), -SIGSYS);
    QCOMPARE(callUnder(shipped("vcpu").program, forbidden), -SIGSYS);
    if (forbidden.vmmToo)
        QCOMPARE(callUnder(shipped("vmm").program, forbidden), -SIGSYS);
    else if (!isThread)
        QCOMPARE(callUnder(shipped("vmm").program, forbidden), kWentOn);
}

void TestForbiddenCalls::mainThread_canCreateThreads_andNoProcesses()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's threads need more calls; the tests of whole engines have them");
#endif
    const pid_t child = ::fork();
    if (child == 0) {
        if (!install(shipped("vmm").program))
            ::_exit(1);
        if (::syscall(SYS_clone3, nullptr, 0) != -1 || errno != ENOSYS)
            ::_exit(2);
        int made = 0;
        std::thread([&] { ++made; }).join();
        ::_exit(made == 1 ? 0 : 3);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    const Forbidden process{"clone: a process that shares all but the thread group", SYS_clone, {0x3C0F00 | SIGCHLD}};
    QCOMPARE(callUnder(shipped("vmm").program, process), -SIGSYS);
}

void TestForbiddenCalls::vcpuThread_canTakeItsFilterUnderTheMainThreads()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const bool both = install(shipped("vmm").program) && install(shipped("vcpu").program);
        ::_exit(both ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

QTEST_APPLESS_MAIN(TestForbiddenCalls)
#include "tst_forbidden_calls.moc"
