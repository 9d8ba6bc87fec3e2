// Files of the host: by names, by links, by what other processes have open, by what is shown for reading only.
#include "attempt.h"
#include "ring.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <vector>

namespace escape {
namespace {

const std::string kUp = "/../../../../../../../../../..";

Verdict viaProcess(const Targets &targets, const char *link)
{
    return readFile("/proc/" + targets.text("victim") + link);
}

Verdict openLeakedDescriptor(const Targets &targets)
{
    const std::string relative = targets.text("secret").substr(1);
    for (int fd = 0; fd < 1024; ++fd) {
        if (::openat(fd, relative.c_str(), O_RDONLY | O_CLOEXEC) >= 0)
            return escaped("descriptor " + std::to_string(fd) + " leads out");
    }
    return stoppedByErrno("no descriptor is of use");
}

Verdict openByHandle(const Targets &targets)
{
    // As whoever has looked at the file system knows it.
    const std::string &hexadecimal = targets.text("handle");
    alignas(file_handle) unsigned char storage[sizeof(file_handle) + MAX_HANDLE_SZ]{};
    // SAFETY: the storage is aligned and large enough; file_handle is a plain struct with an open end.
    auto *handle = reinterpret_cast<file_handle *>(storage);
    handle->handle_type = targets.number("handletype");
    handle->handle_bytes = static_cast<unsigned>(hexadecimal.size() / 2);
    if (handle->handle_bytes == 0)
        return stopped("this file system gives no handles");
    for (std::size_t i = 0; i < handle->handle_bytes; ++i)
        storage[sizeof(file_handle) + i] =
            static_cast<unsigned char>(std::stoi(hexadecimal.substr(2 * i, 2), nullptr, 16));
    const int mount = ::open(targets.text("rw").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return bySystemCall("open_by_handle_at", ::open_by_handle_at(mount, handle, O_RDONLY | O_CLOEXEC));
}

Verdict listRoot(const Targets &)
{
    DIR *root = ::opendir("/");
    while (root) {
        const dirent *entry = ::readdir(root);
        if (!entry)
            break;
        if (!std::strcmp(entry->d_name, "etc"))
            return escaped("/etc is there");
    }
    return stopped("no /etc");
}

Verdict viaSymbolicLink(const Targets &targets)
{
    const std::string link = targets.text("rw") + "/symbolic";
    ::unlink(link.c_str());
    if (::symlink(targets.text("secret").c_str(), link.c_str()) != 0)
        return stoppedByErrno("symlink");
    return readFile(link);
}

/// A link that somebody outside has made, or the jailed one in an earlier life.
Verdict viaPlantedLink(const Targets &targets)
{
    return readFile(targets.text("rw") + "/planted");
}

Verdict viaHardLink(const Targets &targets)
{
    const std::string link = targets.text("rw") + "/hard";
    ::unlink(link.c_str());
    if (::link(targets.text("secret").c_str(), link.c_str()) != 0)
        return stoppedByErrno("link");
    return readFile(link);
}

Verdict openForWriting(const std::string &path, int more = 0)
{
    return bySystemCall("open for writing", ::open(path.c_str(), O_WRONLY | O_CLOEXEC | more, 0600));
}

Verdict hardLinkOfReadOnly(const Targets &targets)
{
    const std::string link = targets.text("rw") + "/fixed";
    ::unlink(link.c_str());
    if (::link(targets.text("ro").c_str(), link.c_str()) != 0)
        return stoppedByErrno("link");
    return openForWriting(link);
}

Verdict renameReadOnly(const Targets &targets)
{
    const std::string moved = targets.text("rw") + "/moved";
    if (::rename(targets.text("ro").c_str(), moved.c_str()) != 0)
        return stoppedByErrno("rename");
    const Verdict verdict = openForWriting(moved);
    ::rename(moved.c_str(), targets.text("ro").c_str());
    return verdict;
}

Verdict reopenReadOnly(const Targets &targets)
{
    const int fd = ::open(targets.text("ro").c_str(), O_RDONLY | O_CLOEXEC);
    return openForWriting("/proc/self/fd/" + std::to_string(fd));
}

Verdict mapReadOnly(const Targets &targets)
{
    const int fd = ::open(targets.text("ro").c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return stoppedByErrno("open");
    return bySystemCall("mmap", ::mmap(nullptr, 1, PROT_WRITE, MAP_SHARED, fd, 0) == MAP_FAILED ? -1 : 0);
}

/// The status of a program, or its errno below zero.
int execute(const std::string &path, const char *option)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(path.c_str(), path.c_str(), option, nullptr);
        ::_exit(200 + (errno & 31));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 200;
}

Verdict executeSetuid(const Targets &targets)
{
    const int user = execute(targets.text("rw") + "/setuid", "--euid");
    return user == 0 ? escaped("root") : stopped("status " + std::to_string(user));
}

Verdict executeAnother(const Targets &targets)
{
    const int status = execute(targets.text("rw") + "/program", "--list");
    return status == 0 ? escaped("execve") : stopped("status " + std::to_string(status));
}

/// Reads what is mapped from a program file, which is another way to run it.
Verdict mapAnotherExecutable(const Targets &targets)
{
    const int fd = ::open((targets.text("rw") + "/program").c_str(), O_RDONLY | O_CLOEXEC);
    return bySystemCall("mmap to execute",
                        ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0) == MAP_FAILED ? -1 : 0);
}

const std::array kAttempts{
    Attempt{"open_absolute", Needs::OrdinaryUser, [](const Targets &t) { return readFile(t.text("secret")); }},
    Attempt{"open_dot_dot", Needs::OrdinaryUser, [](const Targets &t) { return readFile(kUp + t.text("secret")); }},
    Attempt{"open_dot_dot_from_rw", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile(t.text("rw") + kUp + t.text("secret")); }},
    Attempt{"open_proc_1_root", Needs::Root,
            [](const Targets &t) { return readFile("/proc/1/root" + t.text("secret")); }},
    Attempt{"open_proc_self_root", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile("/proc/self/root" + t.text("secret")); }},
    Attempt{"open_proc_self_cwd", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile("/proc/self/cwd" + kUp + t.text("secret")); }},
    Attempt{"open_victims_root", Needs::OrdinaryUser,
            [](const Targets &t) { return viaProcess(t, ("/root" + t.text("secret")).c_str()); }},
    Attempt{"open_victims_descriptor", Needs::OrdinaryUser, [](const Targets &t) { return viaProcess(t, "/fd/0"); }},
    Attempt{"open_leaked_descriptor", Needs::OrdinaryUser, openLeakedDescriptor},
    Attempt{"open_by_ring", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("io_uring", openByRing(t.text("secret").c_str())); }},
    Attempt{"open_by_handle", Needs::Root, openByHandle},
    Attempt{"open_the_machines_record", Needs::OrdinaryUser,
            [](const Targets &t) { return readFile(t.text("record")); }},
    Attempt{"open_users_shadow", Needs::Root, [](const Targets &) { return readFile("/etc/shadow"); }},
    Attempt{"open_sysfs", Needs::OrdinaryUser, [](const Targets &) { return readFile("/sys/kernel/uevent_seqnum"); }},
    Attempt{"list_root", Needs::OrdinaryUser, listRoot},
    Attempt{"link_symbolic", Needs::OrdinaryUser, viaSymbolicLink},
    Attempt{"link_symbolic_planted", Needs::OrdinaryUser, viaPlantedLink},
    Attempt{"link_hard", Needs::OrdinaryUser, viaHardLink},
    Attempt{"link_hard_of_read_only", Needs::OrdinaryUser, hardLinkOfReadOnly},
    Attempt{"rename_read_only", Needs::OrdinaryUser, renameReadOnly},
    Attempt{"write_read_only", Needs::OrdinaryUser, [](const Targets &t) { return openForWriting(t.text("ro")); }},
    Attempt{"write_read_only_reopened", Needs::OrdinaryUser, reopenReadOnly},
    Attempt{"write_read_only_mapped", Needs::OrdinaryUser, mapReadOnly},
    Attempt{"write_engine", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("chmod", ::chmod(t.text("engine").c_str(), 0777)); }},
    Attempt{"truncate_read_only", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("truncate", ::truncate(t.text("ro").c_str(), 5)); }},
    Attempt{"chmod_read_only", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("chmod", ::chmod(t.text("ro").c_str(), 0600)); }},
    Attempt{"chown_read_only", Needs::OrdinaryUser,
            [](const Targets &t) {
                return bySystemCall("chown", ::chown(t.text("ro").c_str(), ::geteuid(), ::getegid()));
            }},
    Attempt{"xattr_read_only", Needs::OrdinaryUser,
            [](const Targets &t) {
                return bySystemCall("setxattr", ::setxattr(t.text("ro").c_str(), "user.x", "y", 1, 0));
            }},
    Attempt{"times_of_read_only", Needs::OrdinaryUser,
            [](const Targets &t) {
                return bySystemCall("utimensat", ::utimensat(AT_FDCWD, t.text("ro").c_str(), nullptr, 0));
            }},
    Attempt{"make_in_read_only", Needs::OrdinaryUser,
            [](const Targets &t) { return openForWriting(t.text("rodir") + "/made", O_CREAT); }},
    Attempt{"chmod_device", Needs::Root,
            [](const Targets &) { return bySystemCall("chmod", ::chmod("/dev/null", 0666)); }},
    Attempt{"execute_setuid", Needs::OrdinaryUser, executeSetuid},
    Attempt{"execute_another", Needs::OrdinaryUser, executeAnother},
    Attempt{"execute_another_mapped", Needs::OrdinaryUser, mapAnotherExecutable},
};

} // namespace

std::span<const Attempt> fileAttempts()
{
    return kAttempts;
}

} // namespace escape
