#include "jail_harness.h"

#include "support/eventually.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <sstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::test {
namespace {

struct Node {
    const char *path;
    unsigned minorNumber;
    unsigned majorNumber = 1;
};
constexpr std::array kNodes{Node{"/dev/null", 3}, Node{"/dev/zero", 5}, Node{"/dev/urandom", 9},
                            Node{"/dev/kvm", 232, 10}, Node{"/dev/net/tun", 200, 10}};

/// A /dev of this process alone, in which /dev/kvm belongs to a group. Async-signal-safe.
bool makeDevices()
{
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    const int shared = ::open_tree(AT_FDCWD, "/dev/shm", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (::mount("test", "/dev", "tmpfs", 0, "mode=755") != 0 || ::mkdir("/dev/net", 0755) != 0 ||
        ::mkdir("/dev/shm", 0755) != 0 || ::move_mount(shared, "", AT_FDCWD, "/dev/shm", MOVE_MOUNT_F_EMPTY_PATH) != 0)
        return false;
    ::close(shared);
    ::umask(0);
    const auto make = [](const Node &node) {
        return ::mknod(node.path, S_IFCHR | 0666, ::makedev(node.majorNumber, node.minorNumber)) == 0;
    };
    const bool made =
        std::ranges::all_of(kNodes, make) && ::chmod("/dev/kvm", 0660) == 0 && ::chown("/dev/kvm", 0, kKvmGroup) == 0;
    ::umask(022);
    return made;
}

/// Async-signal-safe.
bool become(As who)
{
    if (who == As::TheTest || ::geteuid() != 0)
        return true;
    if (!makeDevices())
        return false;
    return who == As::RootWithDevices ||
           (::setgroups(1, &kKvmGroup) == 0 && ::setgid(kJailGroup) == 0 && ::setuid(kJailUser) == 0);
}

/// Moves this process, by the file for that. Async-signal-safe.
bool enter(const std::string &processes)
{
    if (processes.empty())
        return true;
    const int file = ::open(processes.c_str(), O_WRONLY | O_CLOEXEC);
    return ::write(file, "0", 1) == 1;
}

std::vector<char *> pointers(const Words &words)
{
    std::vector<char *> found;
    for (const std::string &word : words)
        found.push_back(const_cast<char *>(word.c_str()));
    found.push_back(nullptr);
    return found;
}

std::string statOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    const std::string stat((std::istreambuf_iterator<char>(file)), {});
    // What follows the name, which may hold anything: state, parent, …
    const std::size_t nameEnd = stat.rfind(')');
    return nameEnd == std::string::npos ? std::string() : stat.substr(nameEnd + 2);
}

} // namespace

Program::Program(const Words &words, As who, const Words &environment, const std::string &controlGroup)
{
    int out[2];
    int err[2];
    if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0)
        std::abort();
    const std::vector<char *> argv = pointers(words);
    const std::vector<char *> envp = pointers(environment);
    const std::string processes = controlGroup.empty() ? "" : controlGroup + "/cgroup.procs";
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(err[1], STDERR_FILENO);
        if (enter(processes) && become(who))
            ::execve(argv.front(), argv.data(), environment.empty() ? environ : envp.data());
        ::_exit(127);
    }
    ::close(out[1]);
    ::close(err[1]);
    m_out = out[0];
    m_err = err[0];
}

Program::~Program()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_out);
    ::close(m_err);
}

bool Program::readSome(int waitMs)
{
    std::array<pollfd, 2> waiting{pollfd{m_out, POLLIN, 0}, pollfd{m_err, POLLIN, 0}};
    (void)::poll(waiting.data(), waiting.size(), waitMs);
    bool open = false;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i].revents == 0) {
            open = true;
            continue;
        }
        char buffer[4096];
        const ssize_t got = ::read(waiting[i].fd, buffer, sizeof buffer);
        if (got <= 0)
            continue;
        (i == 0 ? m_outcome.out : m_outcome.err).append(buffer, static_cast<std::size_t>(got));
        open = true;
    }
    return open;
}

bool Program::says(std::string_view text)
{
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (m_outcome.out.find(text) == std::string::npos) {
        if (!readSome(100) || std::chrono::steady_clock::now() > end)
            return m_outcome.out.find(text) != std::string::npos;
    }
    return true;
}

void Program::signal(int number) const
{
    ::kill(m_pid, number);
}

Outcome Program::finish()
{
    while (readSome(-1)) {
    }
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    if (WIFEXITED(status))
        m_outcome.exitCode = WEXITSTATUS(status);
    else
        m_outcome.signal = WTERMSIG(status);
    return m_outcome;
}

std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> found;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        const pid_t process = static_cast<pid_t>(std::atoi(entry.path().filename().c_str()));
        if (process <= 0)
            continue;
        const std::string stat = statOf(process);
        if (stat.size() > 2 && std::atoi(stat.c_str() + 2) == parent)
            found.push_back(process);
    }
    return found;
}

bool isAlive(pid_t process)
{
    const std::string stat = statOf(process);
    return !stat.empty() && stat.front() != 'Z';
}

JailPlace::JailPlace()
{
    namespace fs = std::filesystem;
    // Copies: where the build is, another user may have no access.
    const auto take = [this](const fs::path &program, const std::string &name) {
        fs::copy_file(program, m_dir.file(name));
        giveToUser(m_dir.file(name));
    };
    take(SPARKLER_ROOTLESS_PATH, "jailer");
    for (const auto &program : fs::directory_iterator(SPARKLER_JAILED_PATH))
        take(program.path(), program.path().filename().string());
    giveToUser(m_dir.path());
    for (const char *name : {"", "/run", "/files", "/logs", "/snapshots"})
        makeDirectory(m_dir.file("machine") + name);
    write(machine("machine.json"), "{}");
}

std::string JailPlace::machine(const std::string &name) const
{
    return m_dir.file("machine") + (name.empty() ? "" : "/" + name);
}

void JailPlace::giveToUser(const std::string &path) const
{
    if (::geteuid() == 0 && ::lchown(path.c_str(), kJailUser, kJailGroup) != 0)
        std::abort();
}

void JailPlace::write(const std::string &path, std::string_view text) const
{
    writeFile(path, text);
    giveToUser(path);
}

void JailPlace::makeDirectory(const std::string &path) const
{
    std::filesystem::create_directory(path);
    giveToUser(path);
}

Words JailPlace::command(const Words &options, const Words &engineWords, const std::string &engineName) const
{
    Words words{m_dir.file("jailer"), "--rootless",       "--id",          "test",
                "--exec-file",        engine(engineName), "--machine-dir", machine()};
    words.insert(words.end(), options.begin(), options.end());
    words.emplace_back("--");
    words.insert(words.end(), engineWords.begin(), engineWords.end());
    return words;
}

Outcome JailPlace::run(const Words &options, const Words &engineWords, const std::string &engineName) const
{
    return Program(command(options, engineWords, engineName), As::OrdinaryUser).finish();
}

std::unique_ptr<Program> JailPlace::start(const Words &options, const Words &engineWords) const
{
    return std::make_unique<Program>(command(options, engineWords), As::OrdinaryUser);
}

std::string JailPlace::whyNot()
{
    // Nothing of the jailer in this: otherwise one that never works would make all tests pass.
    const pid_t child = ::fork();
    if (child == 0) {
        if (!become(As::OrdinaryUser))
            ::_exit(1);
        if (::access("/dev/kvm", R_OK | W_OK) != 0)
            ::_exit(2);
        ::_exit(::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 ? 0 : 3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    switch (WIFEXITED(status) ? WEXITSTATUS(status) : -1) {
    case 0:
        return {};
    case 1:
        return "the test is root, but may not make a /dev of its own";
    case 2:
        return "this user may not use /dev/kvm";
    default:
        return "users cannot make namespaces on this host";
    }
}

std::map<std::string, std::string> sections(const std::string &report)
{
    std::map<std::string, std::string> found;
    std::istringstream lines(report);
    std::string line;
    std::string title;
    while (std::getline(lines, line)) {
        if (line.starts_with('[') && line.ends_with(']'))
            title = line.substr(1, line.size() - 2);
        else
            found[title] += line + '\n';
    }
    return found;
}

} // namespace sparkler::test
