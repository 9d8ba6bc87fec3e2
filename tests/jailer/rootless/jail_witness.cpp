// jail_witness [jailer's words] --do WHAT [ARGUMENT]: stands in for an engine in a jail and tells what it sees, or ends
// in some way. WHAT: report, exit N, crash, hold, catch N (exits with 33 on signal N), exec PATH, fill PATH,
// connect PATH (to a Unix socket, then hold).

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/securebits.h>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace {

void copyFile(const char *title, const char *path)
{
    std::printf("[%s]\n", title);
    if (FILE *file = std::fopen(path, "r")) {
        char line[4096];
        while (std::fgets(line, sizeof line, file))
            std::fputs(line, stdout);
        std::fclose(file);
    } else {
        std::printf("errno %d\n", errno);
    }
}

std::vector<std::string> names(const std::string &path)
{
    std::vector<std::string> found;
    if (DIR *directory = ::opendir(path.c_str())) {
        while (const dirent *entry = ::readdir(directory)) {
            if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
                found.emplace_back(entry->d_name);
        }
        ::closedir(directory);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void printTree(const std::string &path)
{
    for (const std::string &name : names(path.empty() ? "/" : path)) {
        const std::string whole = path + "/" + name;
        struct stat status {};
        ::lstat(whole.c_str(), &status);
        const bool directory = S_ISDIR(status.st_mode);
        std::printf("%s%s\n", whole.c_str(), directory ? "/" : "");
        if (directory && whole != "/proc")
            printTree(whole);
    }
}

void printLimit(const char *name, __rlimit_resource resource)
{
    rlimit both{};
    ::getrlimit(resource, &both);
    std::printf("%s %llu %llu\n", name, static_cast<unsigned long long>(both.rlim_cur),
                static_cast<unsigned long long>(both.rlim_max));
}

void report(int argc, char **argv, char **environment)
{
    std::puts("[arguments]");
    for (int i = 0; i < argc; ++i)
        std::puts(argv[i]);
    std::puts("[environment]");
    for (char **variable = environment; *variable; ++variable)
        std::puts(*variable);
    std::puts("[descriptors]");
    for (int fd = 0; fd < 4096; ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0)
            std::printf("%d\n", fd);
    }
    char host[256]{};
    ::gethostname(host, sizeof host - 1);
    char directory[4096]{};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    std::printf("[process]\npid %d\nparent %d\nsession %d\nuid %u\ngid %u\ncwd %s\numask %03o\nhost %s\n", ::getpid(),
                ::getppid(), ::getsid(0), ::geteuid(), ::getegid(),
                ::getcwd(directory, sizeof directory) ? directory : "?", mask, host);
    int deathSignal = 0;
    ::prctl(PR_GET_PDEATHSIG, &deathSignal);
    std::printf("securebits %#x\ndeath-signal %d\n", static_cast<unsigned>(::prctl(PR_GET_SECUREBITS)), deathSignal);
    std::puts("[limits]");
    printLimit("files", RLIMIT_NOFILE);
    printLimit("core", RLIMIT_CORE);
    printLimit("processes", RLIMIT_NPROC);
    printLimit("fsize", RLIMIT_FSIZE);
    std::puts("[tree]");
    printTree("");
    std::puts("[proc]");
    for (const std::string &name : names("/proc"))
        std::puts(name.c_str());
    copyFile("status", "/proc/self/status");
    copyFile("mounts", "/proc/self/mountinfo");
    copyFile("cgroup", "/proc/self/cgroup");
    std::puts("[end]");
}

void onSignal(int)
{
    ::_exit(33);
}

[[noreturn]] void hold()
{
    std::puts("ready");
    std::fflush(stdout);
    for (;;)
        ::pause();
}

/// Writes until it fails; tells the errno.
int fill(const char *path)
{
    const int fd = ::open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const std::vector<char> block(65536, 'x');
    if (fd < 0)
        return errno;
    while (::write(fd, block.data(), block.size()) > 0) {
    }
    return errno;
}

bool connectTo(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // SAFETY: the socket API takes every address family through sockaddr.
    return ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

} // namespace

int main(int argc, char **argv, char **environment)
{
    const char *const *end = argv + argc;
    const char *const *what =
        std::find_if(argv, argv + argc, [](const char *word) { return !std::strcmp(word, "--do"); });
    const std::string verb = what + 1 < end ? what[1] : "";
    const char *argument = what + 2 < end ? what[2] : "";
    if (verb == "report") {
        report(argc, argv, environment);
        return 0;
    }
    if (verb == "exit")
        return std::atoi(argument);
    if (verb == "crash")
        __builtin_trap();
    if (verb == "catch")
        ::signal(std::atoi(argument), onSignal);
    if (verb == "connect" && !connectTo(argument))
        return errno;
    if (verb == "hold" || verb == "connect" || verb == "catch")
        hold();
    if (verb == "fill")
        return fill(argument);
    if (verb == "exec") {
        ::execl(argument, argument, "--do", "exit", "7", nullptr);
        return errno;
    }
    return 99;
}
