#include "jailer/privileged/cgroup_layout.h"

#include "base/format.h"

#include <algorithm>

namespace sparkler::jail {
namespace {

/// The names between slashes, empty ones left out.
std::vector<std::string> components(std::string_view path)
{
    std::vector<std::string> names;
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('/'));
        if (!name.empty())
            names.emplace_back(name);
        path.remove_prefix(std::min(path.size(), name.size() + 1));
    }
    return names;
}

/// Neither from the root of the file system nor with steps that lead elsewhere than down.
bool leadsDown(std::string_view path)
{
    return !path.starts_with('/') &&
           std::ranges::none_of(components(path), [](const std::string &name) { return name == "." || name == ".."; });
}

std::unexpected<Error> unavailable(std::string_view controller)
{
    return fail(ErrorKind::NotFound, fmt::format("Controller {} is unavailable", controller));
}

std::unexpected<Error> noHierarchy()
{
    return fail(ErrorKind::NotFound, "Hierarchy not found: No hierarchy found for this cgroup version.");
}

/// Whether `words`, separated by blanks and ended by a newline, hold `word`.
bool holdsWord(std::string_view words, std::string_view word)
{
    std::size_t begin = 0;
    while (begin < words.size()) {
        const std::size_t end = std::min(words.find_first_of(" \n", begin), words.size());
        if (words.substr(begin, end - begin) == word)
            return true;
        begin = end + 1;
    }
    return false;
}

/// The group of `layout` at `top`, added when there is none yet.
CgroupGroup &groupAt(CgroupLayout &layout, const std::string &top, std::string_view controller,
                     const std::vector<std::string> &path)
{
    const auto known = std::ranges::find_if(layout.groups, [&](const CgroupGroup &group) {
        return layout.version == 2 || group.values.front().controller() == controller;
    });
    return known != layout.groups.end() ? *known : layout.groups.emplace_back(CgroupGroup{top, path, {}});
}

} // namespace

Result<CgroupValue> CgroupValue::parse(const std::string &argument)
{
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || equals + 1 == argument.size() ||
        argument.find('=', equals + 1) != std::string::npos)
        return fail(ErrorKind::InvalidInput, "Invalid format for cgroups: " + argument);
    CgroupValue parsed{argument.substr(0, equals), argument.substr(equals + 1)};
    if (!leadsDown(parsed.file))
        return fail(ErrorKind::InvalidInput, "Cgroup invalid file: " + argument);
    if (parsed.file.find('.') == std::string::npos)
        return fail(ErrorKind::InvalidInput, "Cgroup invalid file: " + parsed.file);
    return parsed;
}

std::string CgroupGroup::directory(std::size_t depth) const
{
    std::string text = top;
    for (std::size_t i = 0; i < depth; ++i)
        text += (text.ends_with('/') ? "" : "/") + path[i];
    return text;
}

std::vector<std::string_view> CgroupGroup::controllers() const
{
    std::vector<std::string_view> found;
    for (const CgroupValue &value : values) {
        if (std::ranges::find(found, value.controller()) == found.end())
            found.push_back(value.controller());
    }
    return found;
}

Result<> checkParentCgroup(std::string_view path)
{
    if (!leadsDown(path))
        return fail(ErrorKind::InvalidInput,
                    "Parent cgroup path is invalid. Path should not be absolute or contain '..' or '.'");
    return {};
}

Result<CgroupLayout> layOutCgroups(unsigned version, const CgroupMounts &mounts, std::string_view available,
                                   const std::vector<std::string> &arguments, std::string_view parent,
                                   const std::string &id)
{
    const bool isMounted = version == 1 ? !mounts.v1.empty() : version == 2 && mounts.unified;
    if (!isMounted)
        return noHierarchy();
    std::vector<std::string> path = components(parent);
    path.push_back(id);
    CgroupLayout layout{version, {}};
    for (const std::string &argument : arguments) {
        CgroupValue value = TRY(CgroupValue::parse(argument));
        const std::string_view controller = value.controller();
        const std::string *top = version == 1 ? mounts.directoryOf(controller) : &*mounts.unified;
        if (!top || (version == 2 && !holdsWord(available, controller)))
            return unavailable(controller);
        groupAt(layout, *top, controller, path).values.push_back(std::move(value));
    }
    return layout;
}

Result<CgroupGroup> parentGroup(const CgroupMounts &mounts, std::string_view parent)
{
    if (!mounts.unified)
        return noHierarchy();
    return CgroupGroup{*mounts.unified, components(parent), {}};
}

} // namespace sparkler::jail
