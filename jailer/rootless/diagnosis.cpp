#include "jailer/rootless/diagnosis.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>

namespace sparkler::jail {
namespace {

constexpr std::uint64_t kSysctlLimitBytes = 4096;

std::string switchedOff(std::string_view what, std::string_view setting)
{
    return fmt::format("A rootless jail needs user namespaces, and {}. As root: sysctl {}", what, setting);
}

bool appArmorRestricts(const SysctlReader &sysctl)
{
    return sysctl("kernel/apparmor_restrict_unprivileged_userns") == "1";
}

std::string appArmorSentence()
{
    return "A rootless jail needs user namespaces, and AppArmor keeps this program from using them. As root: give "
           "sparkler-jailer an AppArmor profile that allows userns, or sysctl "
           "kernel.apparmor_restrict_unprivileged_userns=0";
}

} // namespace

std::string readSysctl(const std::string &name)
{
    auto text = readWholeFile("/proc/sys/" + name, kSysctlLimitBytes);
    if (!text)
        return {};
    if (text->ends_with('\n'))
        text->pop_back();
    return std::move(*text);
}

std::string explainNamespaceFailure(int error, const SysctlReader &sysctl)
{
    if (sysctl("kernel/unprivileged_userns_clone") == "0" && error == EPERM)
        return switchedOff("they are for root only here", "kernel.unprivileged_userns_clone=1");
    if (error == EPERM && appArmorRestricts(sysctl))
        return appArmorSentence();
    for (const std::string_view kind : {"user", "mnt", "pid", "net", "ipc", "uts"}) {
        if (error == ENOSPC && sysctl(fmt::format("user/max_{}_namespaces", kind)) == "0")
            return switchedOff(fmt::format("no namespaces of the kind {} are allowed here", kind),
                               fmt::format("user.max_{}_namespaces=10000", kind));
    }
    if (error == ENOSPC)
        return "A rootless jail needs namespaces, and there are as many as this host allows. End something, or as root "
               "raise user.max_user_namespaces and the like.";
    if (error == EINVAL || error == ENOSYS)
        return fmt::format("A rootless jail needs namespaces, and this kernel has not all of them: {}",
                           osErrorText(error));
    return fmt::format("Cannot make the jail's namespaces: {}", osErrorText(error));
}

std::string explainMountFailure(int error, const SysctlReader &sysctl)
{
    if ((error == EPERM || error == EACCES) && appArmorRestricts(sysctl))
        return appArmorSentence();
    if (error == ENOSYS)
        return "A rootless jail needs Linux 5.12 or later.";
    return fmt::format("Cannot mount anything for the jail: {}", osErrorText(error));
}

std::string explainKvmFailure(int error)
{
    if (error == ENOENT)
        return "There is no /dev/kvm: this host has no KVM, or its module (kvm_intel, kvm_amd) is not loaded.";
    if (error == EACCES)
        return "This user may not use /dev/kvm. As root: usermod -a -G kvm USER, then log in again.";
    return fmt::format("Cannot use /dev/kvm: {}", osErrorText(error));
}

} // namespace sparkler::jail
