#include "jailer/rootless/control_group.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/rootless/privileges.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::uint64_t kProcLimitBytes = 1 << 20;

/// Calls `take` with each line until it says true.
template <typename Take>
void eachLine(std::string_view text, Take take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (take(text.substr(0, end)))
            return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view field(std::string_view line, int index)
{
    for (; index > 0; --index) {
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos)
            return {};
        line.remove_prefix(blank + 1);
    }
    return line.substr(0, line.find(' '));
}

Result<> writeTo(const std::string &path, std::string_view text)
{
    const Fd file = TRY(Fd::open(path, O_WRONLY));
    if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return hostError(errno);
    return {};
}

/// Gives the controllers that `values` need (and pids) to the children of `parent`, if this process is the only one in
/// it: then it makes room by moving into the group `own`. With processes in it a group has nothing to give; the kernel
/// would take "+pids" all the same, and children could hold threads only.
void divide(const std::string &parent, const std::string &own, std::span<const ControlValue> values)
{
    const auto processes = readWholeFile(parent + "/cgroup.procs", kProcLimitBytes);
    if (!processes || *processes != std::to_string(::getpid()) + "\n")
        return;
    if ((::mkdir(own.c_str(), 0755) != 0 && errno != EEXIST) || !writeTo(own + "/cgroup.procs", "0"))
        return;
    const std::string control = parent + "/cgroup.subtree_control";
    (void)writeTo(control, "+pids");
    for (const auto &[file, value] : values)
        (void)writeTo(control, "+" + file.substr(0, file.find('.')));
}

} // namespace

std::string ownControlGroup(std::string_view procCgroup, std::string_view procMountinfo)
{
    std::string_view path;
    eachLine(procCgroup, [&](std::string_view line) {
        if (!line.starts_with("0::/"))
            return false;
        path = line.substr(3);
        return true;
    });
    std::string directory;
    eachLine(procMountinfo, [&](std::string_view line) {
        const std::size_t type = line.find(" - cgroup2 ");
        if (path.empty() || type == std::string_view::npos || field(line, 3) != "/")
            return false;
        directory = field(line, 4);
        return true;
    });
    if (directory.empty())
        return {};
    return path == "/" ? directory : directory.append(path);
}

std::optional<std::string> delegatedControlGroup()
{
    const auto groups = readWholeFile("/proc/self/cgroup", kProcLimitBytes);
    const auto mounts = readWholeFile("/proc/self/mountinfo", kProcLimitBytes);
    if (!groups || !mounts)
        return std::nullopt;
    std::string directory = ownControlGroup(*groups, *mounts);
    const auto mayWrite = [](const std::string &path) {
        return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
    };
    if (directory.empty() || !mayWrite(directory) || !mayWrite(directory + "/cgroup.procs"))
        return std::nullopt;
    return directory;
}

ControlGroup::ControlGroup(ControlGroup &&other) noexcept
    : m_path(std::move(other.m_path)), m_directory(std::move(other.m_directory))
{
    other.m_path.clear();
}

ControlGroup::~ControlGroup()
{
    if (!m_path.empty())
        ::rmdir(m_path.c_str());
}

Result<ControlGroup> ControlGroup::make(const std::string &parent, const std::string &id,
                                        std::span<const ControlValue> values)
{
    const std::string path = parent + "/" + id;
    const auto cannot = [](const std::string &what, const Error &reason) {
        return fail(reason.kind, fmt::format("Cannot make the control group {}: {}", what, reason.text),
                    reason.hostErrno);
    };
    if (::mkdir(path.c_str(), 0755) != 0 && errno != EEXIST)
        return hostError(errno, fmt::format("Cannot make the control group {}: ", path));
    ControlGroup group(path);
    auto directory = Fd::open(path, O_RDONLY | O_DIRECTORY);
    if (!directory)
        return cannot(path, directory.error());
    group.m_directory = std::move(*directory);

    divide(parent, path + ".lid", values);
    (void)writeTo(path + "/pids.max", std::to_string(kProcessLimit)); // a limit on processes holds in any case (rlimit)
    for (const auto &[file, value] : values) {
        if (auto written = writeTo(path + "/" + file, value); !written)
            return cannot(fmt::format("{} with {}={}", path, file, value), written.error());
    }
    return group;
}

} // namespace sparkler::jail
