#include "jailer/privileged/cgroup_files.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/privileged/beneath.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

/// `text` and a newline, in one write: the kernel takes each as a whole value. `failure` begins the error's text.
Result<> writeLine(const Fd &directory, const std::string &file, const std::string &text, std::string_view failure)
{
    const auto opened = openBeneath(directory, file, O_WRONLY | O_TRUNC);
    if (!opened)
        return prefixed(failure, opened.error());
    const std::string line = text + '\n';
    if (::write(opened->get(), line.data(), line.size()) < 0)
        return hostError(errno, failure);
    return {};
}

/// A group's directories, each held open, from the hierarchy's top down to the group itself.
class OpenGroup {
public:
    static Result<OpenGroup> make(const CgroupGroup &group);

    /// The group's own depth; 0 is the top.
    std::size_t depth() const { return m_directories.size() - 1; }
    bool has(std::size_t depth, const std::string &file) const
    {
        return ::faccessat(m_directories[depth].get(), file.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    }
    Result<> writeLine(std::size_t depth, const std::string &file, const std::string &text) const;
    /// The first line without its newline.
    Result<std::string> readLine(std::size_t depth, const std::string &file) const;
    std::string path(std::size_t depth) const { return m_group->directory(depth); }

private:
    explicit OpenGroup(const CgroupGroup &group) : m_group(&group) {}

    const CgroupGroup *m_group; ///< outlives this
    std::vector<Fd> m_directories;
};

Result<OpenGroup> OpenGroup::make(const CgroupGroup &group)
{
    const std::string failure = fmt::format("Failed to create directory {}: ", group.directory());
    auto top = openResolved(group.top, O_PATH | O_DIRECTORY);
    if (!top)
        return prefixed(failure, top.error());
    auto below = makeDirectories(*top, group.path);
    if (!below)
        return prefixed(failure, below.error());
    OpenGroup opened(group);
    opened.m_directories.push_back(std::move(*top));
    for (Fd &directory : *below)
        opened.m_directories.push_back(std::move(directory));
    return opened;
}

Result<> OpenGroup::writeLine(std::size_t depth, const std::string &file, const std::string &text) const
{
    return sparkler::jail::writeLine(m_directories[depth], file, text,
                                     fmt::format("Failed to write to {}/{}: ", path(depth), file));
}

Result<std::string> OpenGroup::readLine(std::size_t depth, const std::string &file) const
{
    const std::string failure = fmt::format("Failed to read line from {}/{}: ", path(depth), file);
    const auto opened = openBeneath(m_directories[depth], file, O_RDONLY);
    if (!opened)
        return prefixed(failure, opened.error());
    std::string line;
    char buffer[4096];
    while (line.find('\n') == std::string::npos) {
        const ssize_t got = ::read(opened->get(), buffer, sizeof buffer);
        if (got < 0)
            return hostError(errno, failure);
        if (got == 0)
            return line;
        line.append(buffer, static_cast<std::size_t>(got));
    }
    return line.substr(0, line.find('\n'));
}

/// Fills the group's `file` with what the nearest ancestor has that has anything, and those between before it.
Result<> inheritFromParent(const OpenGroup &group, const std::string &file)
{
    std::string line;
    std::size_t source = group.depth();
    while (line.empty()) {
        if (source == 0)
            return fail(ErrorKind::Host, fmt::format("Failed to inherit cgroups configurations from file {} in path {}",
                                                     file, group.path(std::min<std::size_t>(1, group.depth()))));
        --source;
        line = TRY(group.readLine(source, file));
    }
    for (std::size_t depth = source + 1; depth <= group.depth(); ++depth)
        TRY(group.writeLine(depth, file, line));
    return {};
}

Result<> switchOn(const OpenGroup &group, std::string_view controller)
{
    static const std::string kFile = "cgroup.subtree_control";
    for (std::size_t depth = 0; depth < group.depth(); ++depth) {
        if (group.has(depth, kFile))
            TRY(group.writeLine(depth, kFile, fmt::format("+{}", controller)));
    }
    return {};
}

} // namespace

Result<> writeCgroup(unsigned version, const CgroupGroup &group)
{
    const OpenGroup opened = TRY(OpenGroup::make(group));
    if (version == 2) {
        for (const std::string_view controller : group.controllers())
            TRY(switchOn(opened, controller));
    }
    for (const CgroupValue &value : group.values) {
        if (version == 1)
            TRY(inheritFromParent(opened, value.file));
        TRY(opened.writeLine(opened.depth(), value.file, value.value));
    }
    return {};
}

Result<> attachToCgroup(unsigned version, const CgroupGroup &group, pid_t process)
{
    const std::string name = version == 1 ? "tasks" : "cgroup.procs";
    const std::string failure = fmt::format("Failed to write to {}/{}: ", group.directory(), name);
    const auto directory = openResolved(group.directory(), O_PATH | O_DIRECTORY);
    if (!directory)
        return prefixed(failure, directory.error());
    return writeLine(*directory, name, std::to_string(process), failure);
}

Result<> moveToCgroup(const CgroupGroup &group, pid_t process)
{
    const std::string directory = group.directory();
    const auto opened = openResolved(directory, O_PATH | O_DIRECTORY);
    if (!opened)
        return opened.error().hostErrno == ENOENT ? Result<>() : propagate(opened);
    const std::string text = std::to_string(process);
    const auto file = openBeneath(*opened, "cgroup.procs", O_WRONLY);
    const bool moved = file && ::write(file->get(), text.data(), text.size()) >= 0;
    if (moved)
        return {};
    const int reason = file ? errno : file.error().hostErrno;
    return fail(ErrorKind::Host,
                fmt::format("Failed to move process to cgroup ({}): {}.\nHint: If you intended to create a child "
                            "cgroup under {}, pass any --cgroup parameters.",
                            directory, osErrorText(reason), directory),
                reason);
}

} // namespace sparkler::jail
