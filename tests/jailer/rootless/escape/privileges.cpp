// More than a process was given: user ids, capabilities, limits, priorities.
#include "attempt.h"

#include <array>
#include <cstddef>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace escape {
namespace {

Verdict raiseCapabilities(const Targets &)
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    __user_cap_data_struct all[_LINUX_CAPABILITY_U32S_3]{};
    all[0].effective = all[0].permitted = 1U << CAP_SYS_ADMIN | 1U << CAP_DAC_OVERRIDE;
    return bySystemCall("capset", ::syscall(SYS_capset, &header, all));
}

Verdict raiseAmbient(const Targets &)
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    __user_cap_data_struct own[_LINUX_CAPABILITY_U32S_3]{};
    ::syscall(SYS_capget, &header, own);
    own[0].inheritable = own[0].permitted;
    ::syscall(SYS_capset, &header, own);
    return bySystemCall("PR_CAP_AMBIENT_RAISE", ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_NET_ADMIN, 0, 0));
}

Verdict raiseLimit(__rlimit_resource resource, rlim_t soft)
{
    rlimit limit{};
    ::getrlimit(resource, &limit);
    limit.rlim_cur = soft;
    limit.rlim_max = limit.rlim_max < soft ? soft : limit.rlim_max;
    return bySystemCall("setrlimit", ::setrlimit(resource, &limit));
}

Verdict becomeRealTime(const Targets &)
{
    sched_param parameters{};
    parameters.sched_priority = 1;
    const Verdict verdict = bySystemCall("sched_setscheduler", ::sched_setscheduler(0, SCHED_FIFO, &parameters));
    parameters.sched_priority = 0;
    ::sched_setscheduler(0, SCHED_OTHER, &parameters);
    return verdict;
}

Verdict setGroups(const Targets &)
{
    constexpr gid_t kRoot = 0;
    return bySystemCall("setgroups", ::setgroups(1, &kRoot));
}

const std::array kAttempts{
    Attempt{"privilege_user_id", Needs::Root,
            [](const Targets &) { return bySystemCall("setresuid", ::setresuid(0, 0, 0)); }},
    Attempt{"privilege_user_id_of_another", Needs::Root,
            [](const Targets &) { return bySystemCall("setresuid", ::setresuid(1, 1, 1)); }},
    Attempt{"privilege_group_id", Needs::Root,
            [](const Targets &) { return bySystemCall("setresgid", ::setresgid(0, 0, 0)); }},
    Attempt{"privilege_groups", Needs::Root, setGroups},
    Attempt{"privilege_capabilities", Needs::Root, raiseCapabilities},
    Attempt{"privilege_ambient", Needs::Root, raiseAmbient},
    Attempt{"privilege_securebits", Needs::Root,
            [](const Targets &) { return bySystemCall("PR_SET_SECUREBITS", ::prctl(PR_SET_SECUREBITS, 0)); }},
    Attempt{"privilege_open_files", Needs::OrdinaryUser,
            [](const Targets &) { return raiseLimit(RLIMIT_NOFILE, 3000); }},
    Attempt{"privilege_core_dumps", Needs::OrdinaryUser, [](const Targets &) { return raiseLimit(RLIMIT_CORE, 4096); }},
    Attempt{"privilege_priority", Needs::Root,
            [](const Targets &) { return bySystemCall("setpriority", ::setpriority(PRIO_PROCESS, 0, -5)); }},
    Attempt{"privilege_real_time", Needs::Root, becomeRealTime},
};

} // namespace

std::span<const Attempt> privilegeAttempts()
{
    return kAttempts;
}

} // namespace escape
