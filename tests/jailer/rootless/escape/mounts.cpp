// Mounts, root directories, device nodes, namespaces.
#include "attempt.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

namespace escape {
namespace {

/// Outside: nothing that is mounted shall stay. `place` becomes a mount that can only be read, as in the jail.
void prepare(const Targets &targets, const std::string &place)
{
    if (!targets.outside())
        return;
    ::unshare(CLONE_NEWNS);
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    ::mount(place.c_str(), place.c_str(), nullptr, MS_BIND, nullptr);
    ::mount(nullptr, place.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr);
}

Verdict remount(const Targets &targets)
{
    const std::string &place = targets.text("rodir");
    prepare(targets, place);
    if (::mount(nullptr, place.c_str(), nullptr, MS_REMOUNT | MS_BIND, nullptr) != 0)
        return stoppedByErrno("remount");
    return bySystemCall("open", ::open((place + "/remounted").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
}

Verdict remountByAttributes(const Targets &targets)
{
    const std::string &place = targets.text("rodir");
    prepare(targets, place);
    mount_attr change{};
    change.attr_clr = MOUNT_ATTR_RDONLY;
    return bySystemCall("mount_setattr", ::mount_setattr(AT_FDCWD, place.c_str(), 0, &change, sizeof change));
}

Verdict unmount(const Targets &targets)
{
    prepare(targets, targets.text("rodir"));
    return bySystemCall("umount", ::umount2(targets.text("rodir").c_str(), MNT_DETACH));
}

Verdict mountTmpfs(const Targets &targets)
{
    prepare(targets, targets.text("rodir"));
    return bySystemCall("mount", ::mount("none", targets.text("rw").c_str(), "tmpfs", 0, nullptr));
}

Verdict mountBind(const Targets &targets)
{
    prepare(targets, targets.text("rodir"));
    return bySystemCall("mount", ::mount("/", targets.text("rw").c_str(), nullptr, MS_BIND, nullptr));
}

Verdict mountProc(const Targets &targets)
{
    prepare(targets, targets.text("rodir"));
    return bySystemCall("mount", ::mount("proc", targets.text("rw").c_str(), "proc", 0, nullptr));
}

Verdict pivotRoot(const Targets &targets)
{
    prepare(targets, targets.text("rodir"));
    const std::string &place = targets.text("rodir");
    if (::chdir(place.c_str()) != 0)
        return stoppedByErrno("chdir");
    return bySystemCall("pivot_root", ::syscall(SYS_pivot_root, ".", "."));
}

Verdict changeRoot(const Targets &targets)
{
    return bySystemCall("chroot", ::chroot(targets.text("rw").c_str()));
}

Verdict makeNode(const Targets &targets)
{
    const std::string node = targets.text("rw") + "/node";
    ::unlink(node.c_str());
    if (::mknod(node.c_str(), S_IFCHR | 0600, ::makedev(1, 3)) != 0)
        return stoppedByErrno("mknod");
    return bySystemCall("open", ::open(node.c_str(), O_RDWR | O_CLOEXEC));
}

/// A node that somebody more powerful has left in a directory that the jail shows.
Verdict openNode(const Targets &targets)
{
    return bySystemCall("open", ::open((targets.text("rw") + "/zero").c_str(), O_RDONLY | O_CLOEXEC));
}

Verdict openDevice(const char *path, int flags)
{
    return bySystemCall(path, ::open(path, flags | O_CLOEXEC));
}

template <int kind>
Verdict unshareOne(const Targets &)
{
    return bySystemCall("unshare", ::unshare(kind));
}

constexpr int kTimeNamespace = 0x80; // CLONE_NEWTIME

Verdict cloneWithAll(const Targets &)
{
    constexpr int kAll = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET;
    const long child = ::syscall(SYS_clone, kAll | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    if (child == 0)
        ::_exit(0);
    if (child > 0)
        ::waitpid(static_cast<pid_t>(child), nullptr, 0);
    return bySystemCall("clone", child);
}

Verdict enterNamespace(const Targets &targets, const char *kind)
{
    const std::string path = "/proc/" + targets.text("victim") + "/ns/" + kind;
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    return fd < 0 ? stoppedByErrno(path) : bySystemCall("setns", ::setns(fd, 0));
}

Verdict enterNamespacesByPid(const Targets &targets)
{
    const long process = ::syscall(SYS_pidfd_open, targets.number("victim"), 0);
    if (process < 0)
        return stoppedByErrno("pidfd_open");
    return bySystemCall("setns", ::setns(static_cast<int>(process), CLONE_NEWNET | CLONE_NEWIPC));
}

const std::array kAttempts{
    Attempt{"mount_remount", Needs::Root, remount},
    Attempt{"mount_remount_by_attributes", Needs::Root, remountByAttributes},
    Attempt{"mount_unmount", Needs::Root, unmount},
    Attempt{"mount_tmpfs", Needs::Root, mountTmpfs},
    Attempt{"mount_bind", Needs::Root, mountBind},
    Attempt{"mount_proc", Needs::Root, mountProc},
    Attempt{"mount_fsopen", Needs::Root,
            [](const Targets &) { return bySystemCall("fsopen", ::fsopen("tmpfs", FSOPEN_CLOEXEC)); }},
    Attempt{"mount_open_tree", Needs::Root,
            [](const Targets &) { return bySystemCall("open_tree", ::open_tree(AT_FDCWD, "/", OPEN_TREE_CLONE)); }},
    Attempt{"root_pivot", Needs::Root, pivotRoot},
    Attempt{"root_chroot", Needs::Root, changeRoot},
    Attempt{"device_mknod", Needs::Root, makeNode},
    Attempt{"device_planted", Needs::OrdinaryUser, openNode},
    Attempt{"device_kernel_log", Needs::Root, [](const Targets &) { return openDevice("/dev/kmsg", O_WRONLY); }},
    Attempt{"device_memory", Needs::Root, [](const Targets &) { return openDevice("/dev/mem", O_RDONLY); }},
    Attempt{"device_terminal_multiplexer", Needs::Root,
            [](const Targets &) { return openDevice("/dev/ptmx", O_RDWR); }},
    Attempt{"namespace_user", Needs::OrdinaryUser, unshareOne<CLONE_NEWUSER>},
    Attempt{"namespace_mount", Needs::Root, unshareOne<CLONE_NEWNS>},
    Attempt{"namespace_pid", Needs::Root, unshareOne<CLONE_NEWPID>},
    Attempt{"namespace_network", Needs::Root, unshareOne<CLONE_NEWNET>},
    Attempt{"namespace_ipc", Needs::Root, unshareOne<CLONE_NEWIPC>},
    Attempt{"namespace_uts", Needs::Root, unshareOne<CLONE_NEWUTS>},
    Attempt{"namespace_cgroup", Needs::Root, unshareOne<CLONE_NEWCGROUP>},
    Attempt{"namespace_time", Needs::Root, unshareOne<kTimeNamespace>},
    Attempt{"namespace_clone", Needs::OrdinaryUser, cloneWithAll},
    Attempt{"namespace_enter_network", Needs::Root, [](const Targets &t) { return enterNamespace(t, "net"); }},
    Attempt{"namespace_enter_mount", Needs::Root, [](const Targets &t) { return enterNamespace(t, "mnt"); }},
    Attempt{"namespace_enter_by_pid", Needs::Root, enterNamespacesByPid},
};

} // namespace

std::span<const Attempt> mountAttempts()
{
    return kAttempts;
}

} // namespace escape
