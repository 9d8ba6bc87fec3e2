// Filters in the kernel: each case in a process of its own, since a filter never goes away.
#include "seccomp/install.h"

#include <QTest>

#include <cerrno>
#include <functional>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::seccomp;

namespace {

/// getpriority(2) gets `verdict`, all else passes.
std::vector<sock_filter> onGetPriority(std::uint32_t verdict)
{
    return {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpriority, 0, 1),
            BPF_STMT(BPF_RET | BPF_K, verdict), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
}

/// Runs `body` in a child; what it returns, or minus the signal that killed it.
int inChild(const std::function<int()> &body)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return 1000;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

bool fails(long result, int error)
{
    return result == -1 && errno == error;
}

} // namespace

class TestInstall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filter_isInForce();
    void filter_isOfTheThreadAndWhomItCreates();
    void filters_addUp();
    void emptyProgram_changesNothing();
    void badProgram_isRefused();
};

void TestInstall::filter_isInForce()
{
    QCOMPARE(inChild([] {
                 const auto filter = onGetPriority(SECCOMP_RET_ERRNO | EDOM);
                 if (!install(filter))
                     return 1;
                 if (::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1 || ::prctl(PR_GET_SECCOMP) != 2)
                     return 2;
                 return fails(::syscall(SYS_getpriority, 0, 0), EDOM) ? 0 : 3;
             }),
             0);
    QCOMPARE(inChild([] {
                 const auto filter = onGetPriority(SECCOMP_RET_KILL_PROCESS);
                 if (!install(filter))
                     return 1;
                 return ::syscall(SYS_getpriority, 0, 0) == 0 ? 2 : 3;
             }),
             -SIGSYS);
}

void TestInstall::filter_isOfTheThreadAndWhomItCreates()
{
    const auto isFiltered = [] { return fails(::syscall(SYS_getpriority, 0, 0), EDOM); };
    QCOMPARE(inChild([&] {
                 bool own = false, childs = false;
                 std::thread([&] {
                     const auto filter = onGetPriority(SECCOMP_RET_ERRNO | EDOM);
                     own = install(filter) && isFiltered();
                     std::thread([&] { childs = isFiltered(); }).join();
                 }).join();
                 if (!own || !childs)
                     return 1;
                 return isFiltered() ? 2 : 0;
             }),
             0);
}

void TestInstall::filters_addUp()
{
    QCOMPARE(inChild([] {
                 const auto first = onGetPriority(SECCOMP_RET_ERRNO | EDOM);
                 const auto second = onGetPriority(SECCOMP_RET_ALLOW);
                 if (!install(first) || !install(second))
                     return 1;
                 return fails(::syscall(SYS_getpriority, 0, 0), EDOM) ? 0 : 2;
             }),
             0);
}

void TestInstall::emptyProgram_changesNothing()
{
    QCOMPARE(inChild([] {
                 if (!install({}))
                     return 1;
                 return ::prctl(PR_GET_SECCOMP) == 0 && ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0 ? 0 : 2;
             }),
             0);
}

void TestInstall::badProgram_isRefused()
{
    QCOMPARE(inChild([] {
                 const std::vector<sock_filter> tooLong(4097, BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
                 const auto refused = install(tooLong);
                 if (refused || refused.error().text != "Filter length exceeds the maximum size of 4096 instructions")
                     return 1;
                 const std::vector<sock_filter> noEnd{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0)};
                 const auto invalid = install(noEnd);
                 if (invalid ||
                     invalid.error().text != "prctl` syscall failed with error code: Invalid argument (os error 22)")
                     return 2;
                 const std::vector<sock_filter> longest(4096, BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
                 return install(longest) ? 0 : 3;
             }),
             0);
}

QTEST_APPLESS_MAIN(TestInstall)
#include "tst_install.moc"
