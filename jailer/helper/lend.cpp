#include "jailer/helper/lend.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/capabilities.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <string>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr int kMostGroups = 65536; // the kernel's own limit

Result<> keepOnlyNamespaces()
{
    TRY(setCapabilities({.permitted = kSysAdmin, .effective = kSysAdmin, .inheritable = kSysAdmin},
                        "Cannot give up root's capabilities: "));
    if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0) != 0)
        return hostError(errno, "Cannot lend the right to make namespaces: ");
    return {};
}

/// None of the others can come back with an exec either.
Result<> boundCapabilities()
{
    for (unsigned long capability = 0;; ++capability) {
        if (capability == CAP_SYS_ADMIN)
            continue;
        if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0)
            continue;
        // After the kernel's last one it says EINVAL.
        if (errno == EINVAL)
            return {};
        return hostError(errno, "Cannot give up root's capabilities: ");
    }
}

} // namespace

Result<uid_t> parseCaller(const char *pkexecUid)
{
    if (!pkexecUid)
        return fail(ErrorKind::InvalidInput, "This program is started by pkexec, for the manager.");
    const std::string_view text(pkexecUid);
    uid_t user = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), user);
    if (error != std::errc() || end != text.data() + text.size() || user == static_cast<uid_t>(-1))
        return fail(ErrorKind::InvalidInput, fmt::format("PKEXEC_UID is no user's number: {}", text));
    if (user == 0)
        return fail(ErrorKind::InvalidInput, "Root needs no leave to make a jail: call sparkler-jailer.");
    return user;
}

Result<std::vector<gid_t>> groupsOf(uid_t user)
{
    const passwd *entry = ::getpwuid(user);
    if (!entry)
        return fail(ErrorKind::NotFound, fmt::format("This host knows no user with the number {}.", user));
    const std::string name = entry->pw_name;
    const gid_t primary = entry->pw_gid;
    int count = 64;
    std::vector<gid_t> groups(static_cast<std::size_t>(count));
    while (::getgrouplist(name.c_str(), primary, groups.data(), &count) < 0) {
        if (count > kMostGroups || groups.size() > kMostGroups)
            return fail(ErrorKind::Host, fmt::format("The user {} is in too many groups.", name));
        count = std::max(count, static_cast<int>(groups.size()) * 2);
        groups.resize(static_cast<std::size_t>(count));
    }
    groups.resize(static_cast<std::size_t>(count));
    std::erase(groups, primary);
    groups.insert(groups.begin(), primary);
    return groups;
}

Result<Fd> openTrustedProgram(const char *path)
{
    Fd program(::open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!program)
        return hostError(errno, fmt::format("Cannot open {}: ", path));
    struct stat status {};
    if (::fstat(program.get(), &status) != 0)
        return hostError(errno, fmt::format("Cannot look at {}: ", path));
    if (!S_ISREG(status.st_mode) || status.st_uid != 0 || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return fail(ErrorKind::InvalidInput, fmt::format("{} is not root's alone to change.", path));
    return program;
}

Result<> becomeUser(uid_t user, const std::vector<gid_t> &groups)
{
    TRY(boundCapabilities());
    if (::prctl(PR_SET_KEEPCAPS, 1) != 0)
        return hostError(errno, "Cannot become the user: ");
    const gid_t primary = groups.front();
    if (::setgroups(groups.size(), groups.data()) != 0 || ::setresgid(primary, primary, primary) != 0 ||
        ::setresuid(user, user, user) != 0)
        return hostError(errno, "Cannot become the user: ");
    return keepOnlyNamespaces();
}

} // namespace sparkler::jail
