// A stand-in for the engine in a jail: writes what it sees into /seen, then stays (argument --stay) until it is killed,
// or ends with status 42. Arguments: --grow BYTES writes that many into /grown (file size limit), --sleep-free.
// One line per fact: "name value…".

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <net/if.h>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

extern char **environ;

namespace {

constexpr int kHighestDescriptor = 4096;

void tellArguments(std::FILE *out, int argc, char **argv)
{
    for (int i = 0; i < argc; ++i)
        std::fprintf(out, "argument %s\n", argv[i]);
    for (char **variable = environ; *variable; ++variable)
        std::fprintf(out, "variable %s\n", *variable);
}

void tellDescriptors(std::FILE *out)
{
    for (int fd = 0; fd < kHighestDescriptor; ++fd) {
        struct stat status {};
        if (fd == ::fileno(out) || ::fstat(fd, &status) != 0)
            continue;
        const bool isNull = S_ISCHR(status.st_mode) && status.st_rdev == 0x103; // 1:3
        std::fprintf(out, "descriptor %d %s\n", fd, isNull ? "null" : "other");
    }
}

void tellIdentity(std::FILE *out)
{
    uid_t users[3];
    gid_t groups[3];
    ::getresuid(&users[0], &users[1], &users[2]);
    ::getresgid(&groups[0], &groups[1], &groups[2]);
    std::fprintf(out, "users %u %u %u\n", users[0], users[1], users[2]);
    std::fprintf(out, "groups %u %u %u\n", groups[0], groups[1], groups[2]);
    std::fprintf(out, "supplementary %d\n", ::getgroups(0, nullptr));
    std::fprintf(out, "processes %d %d %d\n", ::getpid(), ::getsid(0), ::getpgrp());
    std::fprintf(out, "leads-session %d\n", ::getsid(0) == ::getpid());
    char directory[256];
    std::fprintf(out, "directory %s\n", ::getcwd(directory, sizeof directory) ? directory : "none");
    const mode_t mask = ::umask(0);
    std::fprintf(out, "umask %o\n", mask);
}

void tellLimit(std::FILE *out, const char *name, __rlimit_resource_t resource)
{
    rlimit limit{};
    ::getrlimit(resource, &limit);
    std::fprintf(out, "%s %llu %llu\n", name, static_cast<unsigned long long>(limit.rlim_cur),
                 static_cast<unsigned long long>(limit.rlim_max));
}

void tellSignals(std::FILE *out)
{
    struct sigaction action {};
    ::sigaction(SIGPIPE, nullptr, &action);
    sigset_t blocked;
    ::sigprocmask(SIG_BLOCK, nullptr, &blocked);
    int count = 0;
    for (int signal = 1; signal < 65; ++signal)
        count += ::sigismember(&blocked, signal) == 1;
    std::fprintf(out, "signals %s %d\n", action.sa_handler == SIG_DFL ? "default" : "changed", count);
}

void tellNetwork(std::FILE *out)
{
    if (struct if_nameindex *all = ::if_nameindex()) {
        for (const struct if_nameindex *one = all; one->if_index != 0; ++one)
            std::fprintf(out, "interface %s\n", one->if_name);
        ::if_freenameindex(all);
    }
}

/// What of the host is in reach, by name.
void tellReach(std::FILE *out)
{
    for (const char *path : {"/etc", "/proc", "/sys", "/old_root", "/dev/null", "..", "/../etc", "/inside/file"})
        std::fprintf(out, "reaches %s %d\n", path, ::access(path, F_OK) == 0);
    for (const char *path : {"/dev/urandom", "/dev/kvm"}) {
        const int fd = ::open(path, O_RDWR | O_CLOEXEC);
        std::fprintf(out, "opens %s %d\n", path, fd >= 0);
        if (fd >= 0)
            ::close(fd);
    }
}

void grow(const char *bytes)
{
    const int fd = ::open("/grown", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::vector<char> zeros(static_cast<std::size_t>(std::atol(bytes)));
    (void)!::write(fd, zeros.data(), zeros.size());
    (void)!::write(fd, "x", 1); // the kernel's signal comes with what begins beyond the limit
}

} // namespace

int main(int argc, char **argv)
{
    if (std::FILE *out = std::fopen("/seen.new", "we")) {
        tellArguments(out, argc, argv);
        tellDescriptors(out);
        tellIdentity(out);
        tellLimit(out, "files", RLIMIT_NOFILE);
        tellLimit(out, "file-size", RLIMIT_FSIZE);
        tellSignals(out);
        tellNetwork(out);
        tellReach(out);
        std::fclose(out);
        (void)std::rename("/seen.new", "/seen");
    }
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--grow") == 0 && i + 1 < argc)
            grow(argv[i + 1]);
        if (std::strcmp(argv[i], "--stay") == 0) {
            for (;;)
                ::pause();
        }
    }
    return 42;
}
