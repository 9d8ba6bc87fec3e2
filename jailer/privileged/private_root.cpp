#include "jailer/privileged/private_root.h"

#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {

Result<> enterPrivateRoot(const Fd &jail)
{
    // Entered before, since the working directory is the one thing that follows into the new namespace.
    if (::fchdir(jail.get()) != 0)
        return hostError(errno, "Failed to change current directory: ");
    if (::unshare(CLONE_NEWNS) != 0)
        return hostError(errno, "Failed to unshare into new mount namespace: ");
    // Slave: what the host mounts later may still arrive, nothing goes back.
    if (::mount(nullptr, "/", nullptr, MS_SLAVE | MS_REC, nullptr) != 0)
        return hostError(errno, "Failed to change the propagation type to slave: ");

    // pivot_root(2) wants a mount point, so the jail is mounted on itself.
    const Fd tree(::open_tree(AT_FDCWD, ".", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE));
    if (!tree || ::move_mount(tree.get(), "", AT_FDCWD, ".", MOVE_MOUNT_F_EMPTY_PATH) != 0)
        return hostError(errno, "Failed to bind mount the jail root directory: ");
    if (::fchdir(tree.get()) != 0)
        return hostError(errno, "Failed to change current directory: ");

    // The old root comes to lie on top of the new one, from where it is taken away (pivot_root(2), "pivot_root(".",
    // ".")"): no directory is needed for it.
    if (::syscall(SYS_pivot_root, ".", ".") != 0)
        return hostError(errno, "Failed to pivot root: ");
    if (::umount2(".", MNT_DETACH) != 0)
        return hostError(errno, "Failed to unmount the old jail root: ");
    if (::chdir("/") != 0)
        return hostError(errno, "Failed to chdir into chroot directory: ");
    return {};
}

} // namespace sparkler::jail
