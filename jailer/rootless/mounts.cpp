#include "jailer/rootless/mounts.h"

#include "base/os_error.h"
#include "jailer/privileged/beneath.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

/// Errors of the calls below are negative results with errno.
Result<Fd> owned(long result)
{
    if (result < 0)
        return hostError(errno);
    return Fd(static_cast<int>(result));
}

Result<> done(long result)
{
    if (result < 0)
        return hostError(errno);
    return {};
}

/// The next part of a plain path, and the way to the rest.
std::string takePart(std::string_view &rest)
{
    rest.remove_prefix(1); // its slash
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string part(rest.substr(0, end));
    rest.remove_prefix(end);
    return part;
}

Result<> make(const Fd &directory, const std::string &name, PlaceKind kind)
{
    if (kind == PlaceKind::Directory)
        return done(::mkdirat(directory.get(), name.c_str(), 0755));
    TRY(owned(::openat(directory.get(), name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600)));
    return {};
}

} // namespace

Result<Fd> makeFileSystem(const char *type, std::initializer_list<std::pair<const char *, std::string>> options,
                          std::uint64_t attributes)
{
    const Fd context = TRY(owned(::fsopen(type, FSOPEN_CLOEXEC)));
    for (const auto &[key, value] : options) {
        const bool flag = value.empty();
        TRY(done(::fsconfig(context.get(), flag ? FSCONFIG_SET_FLAG : FSCONFIG_SET_STRING, key,
                            flag ? nullptr : value.c_str(), 0)));
    }
    TRY(done(::fsconfig(context.get(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0)));
    return owned(::fsmount(context.get(), FSMOUNT_CLOEXEC, static_cast<unsigned>(attributes)));
}

Result<Fd> cloneMount(const Fd &source, std::uint64_t attributes)
{
    // With what is mounted below it: the kernel refuses to uncover a place that somebody more powerful has covered.
    Fd mount =
        TRY(owned(::open_tree(source.get(), "", AT_EMPTY_PATH | AT_RECURSIVE | OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC)));
    TRY(setMountAttributes(mount, attributes));
    return mount;
}

Result<> setMountAttributes(const Fd &mount, std::uint64_t attributes)
{
    mount_attr change{};
    change.attr_set = attributes;
    return done(::mount_setattr(mount.get(), "", AT_EMPTY_PATH | AT_RECURSIVE, &change, sizeof change));
}

Result<> attachMount(const Fd &mount, const Fd &place)
{
    return done(::move_mount(mount.get(), "", place.get(), "", MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH));
}

Result<Fd> openPlace(const Fd &root, const std::string &path, PlaceKind kind, Missing missing)
{
    Fd place;
    const Fd *directory = &root;
    for (std::string_view rest = path; !rest.empty();) {
        const std::string part = takePart(rest);
        Result<Fd> next = openBeneath(*directory, part, O_PATH | O_NOFOLLOW);
        if (!next && next.error().hostErrno == ENOENT && missing == Missing::Make) {
            TRY(make(*directory, part, rest.empty() ? kind : PlaceKind::Directory));
            next = openBeneath(*directory, part, O_PATH | O_NOFOLLOW);
        }
        place = TRY(std::move(next));
        directory = &place;
    }
    return place;
}

} // namespace sparkler::jail
