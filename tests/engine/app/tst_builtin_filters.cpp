// The filters that ship: what their source says is what the kernel does, and what must never pass does not.
#include "app/builtin_filters.h"
#include "base/fd.h"
#include "seccomp/install.h"
#include "seccompiler/compile.h"
#include "support/bpf_interpreter.h"

#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <random>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::seccomp;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true; // the built-in filters have more rules then
#else
constexpr bool kSanitized = false;
#endif

using Arguments = std::array<std::uint64_t, 6>;

struct Shipped {
    NamedFilter source;
    std::vector<sock_filter> program;
};

/// The source without what sanitizers add.
const std::vector<Shipped> &shipped()
{
    static const std::vector<Shipped> all = [] {
        std::vector<Shipped> made;
        const auto json = readWholeFile(SHIPPED_FILTERS, 1 << 20);
        const auto filters =
            json ? parseFilters(*json) : Result<std::vector<NamedFilter>>(std::unexpected(json.error()));
        const auto programs = filters ? compile(*filters, Target::X86_64)
                                      : Result<std::vector<NamedProgram>>(std::unexpected(filters.error()));
        if (!programs)
            qFatal("%s", programs.error().text.c_str());
        for (std::size_t i = 0; i < filters->size(); ++i)
            made.push_back({(*filters)[i], (*programs)[i].instructions});
        return made;
    }();
    return all;
}

const Shipped &shipped(std::string_view name)
{
    return *std::ranges::find(shipped(), name, [](const Shipped &one) { return std::string_view(one.source.name); });
}

std::uint32_t verdict(const std::vector<sock_filter> &program, int call, const Arguments &arguments)
{
    seccomp_data data{.nr = call, .arch = AUDIT_ARCH_X86_64, .instruction_pointer = 0, .args = {}};
    std::ranges::copy(arguments, std::begin(data.args));
    return runFilter(program, data).value;
}

bool holds(const Condition &condition, std::uint64_t argument)
{
    const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
    return ((argument ^ condition.value) & mask) == 0; // shipped rules know nothing else; see rules_areOfTheKnownKind()
}

bool matches(const Rule &rule, const std::string &call, const Arguments &arguments)
{
    return rule.syscall == call && std::ranges::all_of(rule.conditions, [&](const Condition &condition) {
               return holds(condition, arguments[condition.index]);
           });
}

int numberOf(const std::string &call)
{
    return ::seccomp_syscall_resolve_name_arch(SCMP_ARCH_X86_64, call.c_str());
}

std::uint32_t expectedVerdict(const Filter &filter, const std::string &call, const Arguments &arguments)
{
    for (const Rule &rule : filter.rules) {
        if (matches(rule, call, arguments))
            return rule.action ? SECCOMP_RET_ERRNO | rule.action->data : SECCOMP_RET_ALLOW;
    }
    return SECCOMP_RET_TRAP;
}

void eachFilter()
{
    QTest::addColumn<QString>("name");
    for (const std::string_view name : kThreadKindNames)
        QTest::newRow(name.data()) << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

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

class TestBuiltinFilters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void engine_hasTheShippedFilters();
    void rules_areOfTheKnownKindAndHaveReasons();
    void rule_matchesItsArgumentsOnly_data() { eachFilter(); }
    void rule_matchesItsArgumentsOnly();
    void callsWithoutARule_areTrapped_data() { eachFilter(); }
    void callsWithoutARule_areTrapped();
    void nothing_becomesExecutable_data() { eachFilter(); }
    void nothing_becomesExecutable();
    void forbiddenCall_isRefusedByTheKernel_data();
    void forbiddenCall_isRefusedByTheKernel();
    void mainThread_canCreateThreads_andNoProcesses();
    void vcpuThread_canTakeItsFilterUnderTheMainThreads();
    void busyCalls_areDecidedInFewSteps_data();
    void busyCalls_areDecidedInFewSteps();
};

void TestBuiltinFilters::engine_hasTheShippedFilters()
{
    const FilterSet builtin = builtinFilters();
    for (std::size_t kind = 0; kind < kThreadKindNames.size(); ++kind) {
        const Program program = builtin[static_cast<ThreadKind>(kind)];
        const auto &source = shipped(kThreadKindNames[kind]).program;
        QVERIFY(!program.empty() && program.size() <= kMostInstructions);
        if (!kSanitized)
            QVERIFY(program.size() == source.size() &&
                    std::memcmp(program.data(), source.data(), source.size() * sizeof(sock_filter)) == 0);
    }
}

void TestBuiltinFilters::rules_areOfTheKnownKindAndHaveReasons()
{
    QCOMPARE(shipped().size(), kThreadKindNames.size());
    for (const Shipped &one : shipped()) {
        QVERIFY(one.source.filter.defaultAction == (Action{Action::Kind::Trap, 0}));
        QVERIFY(one.source.filter.filterAction == (Action{Action::Kind::Allow, 0}));
        for (const Rule &rule : one.source.filter.rules) {
            QVERIFY2(rule.comment.size() > 2, rule.syscall.c_str());
            QVERIFY2(!rule.action || rule.action->kind == Action::Kind::Errno, rule.syscall.c_str());
            for (const Condition &condition : rule.conditions) {
                QVERIFY(condition.width == ArgumentWidth::Dword);
                QVERIFY(condition.comparison == Comparison::Eq || condition.comparison == Comparison::MaskedEq);
            }
        }
    }
}

/// With arguments that just match, and with each of them just not.
void TestBuiltinFilters::rule_matchesItsArgumentsOnly()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    std::mt19937_64 random(7);
    int refused = 0;
    for (const Rule &rule : filter.source.filter.rules) {
        const int number = numberOf(rule.syscall);
        for (int round = 0; round < 20; ++round) {
            Arguments arguments{};
            for (std::uint64_t &argument : arguments)
                argument = random();
            for (const Condition &condition : rule.conditions) {
                const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
                std::uint64_t &argument = arguments[condition.index];
                argument = (argument & ~mask) | (condition.value & mask);
            }
            QVERIFY(matches(rule, rule.syscall, arguments));
            QCOMPARE(verdict(filter.program, number, arguments),
                     expectedVerdict(filter.source.filter, rule.syscall, arguments));
            for (const Condition &condition : rule.conditions) {
                const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
                Arguments wrong = arguments;
                do
                    wrong[condition.index] ^= std::uint64_t{1} << (random() % 32) & mask;
                while (holds(condition, wrong[condition.index]));
                const std::uint32_t expected = expectedVerdict(filter.source.filter, rule.syscall, wrong);
                QCOMPARE(verdict(filter.program, number, wrong), expected);
                refused += expected == SECCOMP_RET_TRAP;
            }
        }
    }
    QVERIFY(refused > 100);
}

void TestBuiltinFilters::callsWithoutARule_areTrapped()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    int without = 0;
    for (int number = 0; number < 600; ++number) {
        const auto isThis = [&](const Rule &rule) { return numberOf(rule.syscall) == number; };
        if (std::ranges::any_of(filter.source.filter.rules, isThis))
            continue;
        QCOMPARE(verdict(filter.program, number, {}), std::uint32_t{SECCOMP_RET_TRAP});
        ++without;
    }
    QVERIFY(without > 450);
}

void TestBuiltinFilters::nothing_becomesExecutable()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    for (const std::uint64_t protection : {4u, 5u, 6u, 7u, 0x0100'0007u}) {
        for (std::uint64_t flags = 0; flags < 0x80000; ++flags)
            QCOMPARE(verdict(filter.program, SYS_mmap, {0, 4096, protection, flags}), std::uint32_t{SECCOMP_RET_TRAP});
        QCOMPARE(verdict(filter.program, SYS_mprotect, {0, 4096, protection}), std::uint32_t{SECCOMP_RET_TRAP});
    }
}

void TestBuiltinFilters::forbiddenCall_isRefusedByTheKernel_data()
{
    QTest::addColumn<int>("call");
    const auto calls = forbiddenCalls();
    for (std::size_t i = 0; i < calls.size(); ++i)
        QTest::newRow(calls[i].name) << static_cast<int>(i);
}

void TestBuiltinFilters::forbiddenCall_isRefusedByTheKernel()
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

void TestBuiltinFilters::mainThread_canCreateThreads_andNoProcesses()
{
    if (kSanitized)
        QSKIP("a sanitizer's threads need more calls; the tests of whole engines have them");
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

void TestBuiltinFilters::vcpuThread_canTakeItsFilterUnderTheMainThreads()
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

/// What a thread does all the time must not be at the end of a long list. Both filters of a vCPU are asked.
void TestBuiltinFilters::busyCalls_areDecidedInFewSteps_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("number");
    QTest::addColumn<quint64>("second");
    QTest::addColumn<int>("most");
    constexpr quint64 kRun = 0xAE80;
    QTest::newRow("vcpu: KVM_RUN") << "vcpu" << int{SYS_ioctl} << kRun << 40;
    QTest::newRow("vmm: KVM_RUN") << "vmm" << int{SYS_ioctl} << kRun << 100;
    QTest::newRow("vmm: readv") << "vmm" << int{SYS_readv} << quint64{0} << 20;
    QTest::newRow("vmm: futex") << "vmm" << int{SYS_futex} << quint64{129} << 30;
    QTest::newRow("api: recvfrom") << "api" << int{SYS_recvfrom} << quint64{0} << 20;
}

void TestBuiltinFilters::busyCalls_areDecidedInFewSteps()
{
    QFETCH(QString, filter);
    QFETCH(int, number);
    QFETCH(quint64, second);
    QFETCH(int, most);
    const seccomp_data data{
        .nr = number, .arch = AUDIT_ARCH_X86_64, .instruction_pointer = 0, .args = {0, second, 0, 0, 0, 0}};
    const BpfVerdict found = runFilter(shipped(filter.toStdString()).program, data);
    QCOMPARE(found.value, std::uint32_t{SECCOMP_RET_ALLOW});
    QVERIFY2(found.executed <= static_cast<std::size_t>(most), qPrintable(QString::number(found.executed)));
}

QTEST_APPLESS_MAIN(TestBuiltinFilters)
#include "tst_builtin_filters.moc"
