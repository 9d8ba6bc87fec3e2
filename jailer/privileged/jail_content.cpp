#include "jailer/privileged/jail_content.h"

#include "base/format.h"
#include "base/os_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::array<std::string_view, 4> kDirectories{"/", "/dev", "/dev/net", "/run"};
constexpr mode_t kDirectoryMode = 0700;
constexpr mode_t kDeviceMode = 0600;

/// An absolute path in the jail, as seen from the root's descriptor.
struct Place {
    std::string parent; ///< "dev" of "/dev/net"; "." where that is the root
    std::string name;   ///< "net"; "." of the root itself
};

Place placeOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return {slash == 0 ? "." : path.substr(1, slash - 1), path.size() == 1 ? "." : path.substr(slash + 1)};
}

} // namespace

std::span<const std::string_view> jailDirectories()
{
    return kDirectories;
}

Result<> makeJailDirectory(const Fd &root, const std::string &path, const Owner &owner)
{
    const std::string failure = fmt::format("Failed to create directory {}: ", path);
    const auto [parentPath, name] = placeOf(path);
    const auto parent = openBeneath(root, parentPath, O_PATH | O_DIRECTORY);
    if (!parent)
        return prefixed(failure, parent.error());
    if (::mkdirat(parent->get(), name.c_str(), kDirectoryMode) != 0 && errno != EEXIST)
        return hostError(errno, failure);
    // What is changed is what was opened, and that is a directory below the root, whoever made it.
    const auto directory = openBeneath(*parent, name, O_RDONLY | O_DIRECTORY);
    if (!directory)
        return prefixed(failure, directory.error());
    if (::fchmod(directory->get(), kDirectoryMode) != 0)
        return hostError(errno, fmt::format("Failed to change permissions on {}: ", path));
    if (::fchown(directory->get(), owner.uid, owner.gid) != 0)
        return hostError(errno, fmt::format("Failed to change owner for {}: ", path));
    return {};
}

Result<> makeDevice(const Fd &root, const DeviceNode &device, const Owner &owner)
{
    const std::string failure = fmt::format("Failed to create {} via mknod inside the jail: ", device.path);
    const auto [parentPath, name] = placeOf(device.path);
    const auto parent = openBeneath(root, parentPath, O_PATH | O_DIRECTORY);
    if (!parent)
        return prefixed(failure, parent.error());
    const dev_t number = makedev(device.major, device.minor);
    if (::mknodat(parent->get(), name.c_str(), S_IFCHR | kDeviceMode, number) != 0)
        return hostError(errno, failure);

    // The directory belongs to the jailed user by now, who could have put something else in the node's place.
    const std::string ownerFailure = fmt::format("Failed to change owner for {}: ", device.path);
    const auto node = openBeneath(*parent, name, O_PATH);
    if (!node)
        return prefixed(ownerFailure, node.error());
    struct stat status {};
    if (::fstat(node->get(), &status) != 0)
        return hostError(errno, ownerFailure);
    if (!S_ISCHR(status.st_mode) || status.st_rdev != number)
        return hostError(ENODEV, ownerFailure);
    if (::fchownat(node->get(), "", owner.uid, owner.gid, AT_EMPTY_PATH) != 0)
        return hostError(errno, ownerFailure);
    return {};
}

} // namespace sparkler::jail
