#include "jailer/privileged/settings.h"

#include "base/format.h"
#include "base/instance_id.h"
#include "base/os_error.h"
#include "jailer/number.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <sys/stat.h>

namespace sparkler::jail {
namespace {

constexpr std::uint64_t kHostFileLimit = 4u << 20; ///< bytes; /proc/mounts of a host with very many mounts

Result<std::string> resolved(const std::string &path)
{
    const std::unique_ptr<char, decltype(&std::free)> found(::realpath(path.c_str(), nullptr), &std::free);
    if (!found)
        return hostError(errno, fmt::format("Failed to canonicalize path {}: ", path));
    return std::string(found.get());
}

/// stat(2)'s mode, or 0.
mode_t modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode : 0;
}

Result<std::uint32_t> parseId(std::string_view what, const std::string &text)
{
    const auto number = parseDecimal<std::uint32_t>(text);
    if (!number)
        return fail(ErrorKind::InvalidInput, fmt::format("Invalid {}: {}", what, text));
    return *number;
}

Result<std::string> readHostFile(const std::string &path)
{
    auto content = readWholeFile(path, kHostFileLimit);
    if (!content)
        return prefixed(fmt::format("Failed to open file {}: ", path), content.error());
    return std::move(*content);
}

/// id, exec file, chroot base, uid, gid.
Result<> checkIdentity(const ParsedArguments &arguments, Settings &settings)
{
    // The required ones are there: the grammar saw to it.
    settings.id = arguments.value("id").value_or("");
    if (const auto wrong = checkInstanceId(settings.id))
        return fail(ErrorKind::InvalidInput, "Invalid instance ID: " + wrong->text());
    settings.execFile = TRY(resolved(arguments.value("exec-file").value_or("")));
    if (!S_ISREG(modeOf(settings.execFile)))
        return fail(ErrorKind::InvalidInput, settings.execFile + " is not a file");
    settings.execName = settings.execFile.substr(settings.execFile.rfind('/') + 1);
    settings.chrootBase = TRY(resolved(arguments.value("chroot-base-dir").value_or("")));
    if (!S_ISDIR(modeOf(settings.chrootBase)))
        return fail(ErrorKind::InvalidInput, settings.chrootBase + " is not a directory");
    settings.owner.uid = TRY(parseId("uid", arguments.value("uid").value_or("")));
    settings.owner.gid = TRY(parseId("gid", arguments.value("gid").value_or("")));
    return {};
}

Result<> checkCgroups(const ParsedArguments &arguments, const HostFiles &host, Settings &settings)
{
    settings.parentCgroup = arguments.value("parent-cgroup").value_or(settings.execName);
    TRY(checkParentCgroup(settings.parentCgroup));
    const auto versionText = arguments.value("cgroup-version");
    const auto wanted = parseDecimal<std::uint8_t>(versionText.value_or("1"));
    if (!wanted)
        return fail(ErrorKind::InvalidInput, *versionText + " is an invalid cgroup version specifier");
    const std::vector<std::string> values = arguments.values("cgroup");
    // Version 1 without values: nothing is done, so nothing is looked up. The same when no version was asked for: a
    // host that has version 2 alone must not make a difference then.
    if (values.empty() && *wanted != 2)
        return {};
    const CgroupMounts mounts = CgroupMounts::parse(TRY(readHostFile(host.mounts)));
    if (values.empty()) {
        settings.moveInto = TRY(parentGroup(mounts, settings.parentCgroup));
        return {};
    }
    const unsigned version = versionText ? *wanted : mounts.defaultVersion();
    std::string available;
    if (version == 2 && mounts.unified) {
        const std::string path = *mounts.unified + "/cgroup.controllers";
        auto content = readWholeFile(path, kHostFileLimit);
        if (!content)
            return prefixed(fmt::format("Failed to read file {} into a string: ", path), content.error());
        available = std::move(*content);
    }
    settings.cgroups = TRY(layOutCgroups(version, mounts, available, values, settings.parentCgroup, settings.id));
    return {};
}

/// The minor number of a misc device: lines of "NUMBER NAME". Nothing also when the file cannot be read.
std::optional<unsigned> miscMinor(const std::string &path, std::string_view device)
{
    const auto content = readWholeFile(path, kHostFileLimit);
    if (!content)
        return std::nullopt;
    std::string_view rest = *content;
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos || line.substr(blank + 1) != device)
            continue;
        if (const auto number = parseDecimal<unsigned>(line.substr(0, blank)))
            return *number;
    }
    return std::nullopt;
}

} // namespace

std::string Settings::jailDirectory() const
{
    std::string path = chrootBase;
    for (const std::string &name : jailNames())
        path += (path.ends_with('/') ? "" : "/") + name;
    return path;
}

Result<Settings> makeSettings(const ParsedArguments &arguments, const HostFiles &host)
{
    Settings settings;
    TRY(checkIdentity(arguments, settings));
    TRY(checkCgroups(arguments, host, settings));
    settings.limits = TRY(parseResourceLimits(arguments.values("resource-limit")));
    settings.userfaultfdMinor = miscMinor(host.misc, "userfaultfd");
    settings.networkNamespace = arguments.value("netns");
    settings.daemonize = arguments.flag("daemonize");
    settings.newPidNamespace = arguments.flag("new-pid-ns");
    settings.engineArguments = arguments.extra();
    return settings;
}

} // namespace sparkler::jail
