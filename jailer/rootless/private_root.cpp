#include "jailer/rootless/private_root.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/privileged/beneath.h"
#include "jailer/rootless/diagnosis.h"
#include "jailer/rootless/mounts.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::uint64_t kData = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;

std::unexpected<Error> cannot(std::string_view what, std::string_view path, const Error &reason)
{
    return fail(reason.kind, fmt::format("Cannot {} {}: {}", what, path, reason.text), reason.hostErrno);
}

/// The file or directory itself, whatever becomes of its name afterwards.
Result<Fd> openShown(const Show &entry, const std::string &machineDirectory)
{
    if (!isBelow(entry.path, machineDirectory))
        return Fd::open(entry.path, O_PATH | O_NOFOLLOW);
    const Fd directory = TRY(Fd::open(machineDirectory, O_PATH | O_DIRECTORY));
    return openBeneath(directory, entry.path.substr(machineDirectory.size() + 1), O_PATH | O_NOFOLLOW);
}

Result<mode_t> typeOf(const Fd &file)
{
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return hostError(errno);
    return status.st_mode & S_IFMT;
}

} // namespace

Result<PrivateRoot> PrivateRoot::make()
{
    // The namespace is a copy; what is done here shall not reach the original, nor the other way round.
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return fail(ErrorKind::Host, explainMountFailure(errno, readSysctl), errno);
    auto root = makeFileSystem("tmpfs", {{"size", "1m"}, {"nr_inodes", "1024"}, {"mode", "0755"}}, kData);
    if (!root)
        return fail(ErrorKind::Host, explainMountFailure(root.error().hostErrno, readSysctl), root.error().hostErrno);
    // Over the present root: that is the one place that is certainly there, and nothing resolves to it meanwhile.
    if (::move_mount(root->get(), "", AT_FDCWD, "/", MOVE_MOUNT_F_EMPTY_PATH) != 0)
        return hostError(errno, "Cannot mount the jail's root directory: ");
    return PrivateRoot(std::move(*root));
}

Result<> PrivateRoot::makeDirectory(const std::string &inside)
{
    if (auto made = openPlace(m_root, inside, PlaceKind::Directory, Missing::Make); !made)
        return cannot("make the jail's", inside, made.error());
    return {};
}

Result<> PrivateRoot::place(const Fd &mount, const std::string &inside, bool directory, bool mayMake)
{
    const Fd spot = TRY(openPlace(m_root, inside, directory ? PlaceKind::Directory : PlaceKind::File,
                                  mayMake ? Missing::Make : Missing::Refuse));
    return attachMount(mount, spot);
}

Result<> PrivateRoot::showEngine(const std::string &path, const std::string &inside)
{
    auto engine = Fd::open(path, O_PATH);
    if (!engine)
        return cannot("open the engine", path, engine.error());
    if (TRY(typeOf(*engine)) != S_IFREG)
        return fail(ErrorKind::InvalidInput, path + " is not a file");
    auto mount = cloneMount(*engine, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
    if (!mount)
        return cannot("show the engine", path, mount.error());
    if (auto placed = place(*mount, inside, false, true); !placed)
        return cannot("show the engine", path, placed.error());
    return {};
}

Result<> PrivateRoot::show(const Show &entry, const std::string &machineDirectory)
{
    auto file = openShown(entry, machineDirectory);
    if (!file && file.error().hostErrno == ELOOP)
        return fail(
            ErrorKind::InvalidInput,
            fmt::format("Cannot show {}: a symbolic link is on the way. Name the file that it leads to.", entry.path));
    if (!file)
        return cannot("show", entry.path, file.error());
    const mode_t type = TRY(typeOf(*file));
    if (type == S_IFLNK)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Cannot show {}: it is a symbolic link. Name the file that it leads to.", entry.path));
    if (type == S_IFCHR || type == S_IFBLK)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Cannot show {}: it is a device, and a jail has only its own devices.", entry.path));
    const bool readOnly = entry.mode == ShowMode::ReadOnly;
    auto mount = cloneMount(*file, kData | (readOnly ? MOUNT_ATTR_RDONLY : 0U));
    if (!mount)
        return cannot("show", entry.path, mount.error());
    auto placed = place(*mount, entry.inside, type == S_IFDIR, !entry.nested);
    if (!placed && placed.error().hostErrno == ENOENT && entry.nested)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Cannot show {} at {}: a directory that is shown there has no such entry, and none is "
                                "made on the host.",
                                entry.path, entry.inside));
    if (!placed)
        return cannot("show", fmt::format("{} at {}", entry.path, entry.inside), placed.error());
    return {};
}

Result<> PrivateRoot::showDevice(const std::string &path)
{
    auto node = Fd::open(path, O_PATH | O_NOFOLLOW);
    if (!node)
        return cannot("show the device", path, node.error());
    if (TRY(typeOf(*node)) != S_IFCHR)
        return fail(ErrorKind::InvalidInput, path + " is not a character device");
    // Read-only does not keep anybody from using a device; it keeps the node's mode and owner as they are.
    auto mount = cloneMount(*node, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC);
    if (!mount)
        return cannot("show the device", path, mount.error());
    if (auto placed = place(*mount, path, false, true); !placed)
        return cannot("show the device", path, placed.error());
    return {};
}

Result<> PrivateRoot::mountProc()
{
    auto proc = makeFileSystem("proc", {{"hidepid", "invisible"}, {"subset", "pid"}}, kData | MOUNT_ATTR_RDONLY);
    if (!proc && proc.error().hostErrno == EPERM)
        return fail(ErrorKind::Host,
                    "Cannot mount a /proc for the jail: parts of this one are covered, as in a container. Run the "
                    "jailer outside of it, or give the container a whole /proc.",
                    EPERM);
    if (!proc)
        return cannot("mount the jail's", "/proc", proc.error());
    if (auto placed = place(*proc, "/proc", true, true); !placed)
        return cannot("mount the jail's", "/proc", placed.error());
    return {};
}

Result<> PrivateRoot::mountTmp()
{
    auto tmp = makeFileSystem("tmpfs", {{"size", "16m"}, {"nr_inodes", "1024"}, {"mode", "0700"}}, kData);
    if (!tmp)
        return cannot("mount the jail's", "/tmp", tmp.error());
    if (auto placed = place(*tmp, "/tmp", true, true); !placed)
        return cannot("mount the jail's", "/tmp", placed.error());
    return {};
}

Result<> PrivateRoot::enter()
{
    // The old root is put where the new one is, so it lies on top and the next "." is all of it.
    if (::fchdir(m_root.get()) != 0 || ::syscall(SYS_pivot_root, ".", ".") != 0)
        return hostError(errno, "Failed to pivot root: ");
    if (::umount2(".", MNT_DETACH) != 0)
        return hostError(errno, "Failed to unmount the old root: ");
    mount_attr change{};
    change.attr_set = MOUNT_ATTR_RDONLY;
    if (::mount_setattr(m_root.get(), "", AT_EMPTY_PATH, &change, sizeof change) != 0)
        return hostError(errno, "Cannot make the jail's root directory read-only: ");
    m_root.reset();
    return {};
}

} // namespace sparkler::jail
