#include "jail_runner.h"

#include "support/eventually.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace sparkler::test {
namespace {

/// Whether a child of this process may do what a jailer does.
bool childMay(bool (*action)())
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(action() ? 0 : 1);
    int status = -1;
    ::waitpid(child, &status, 0);
    return status == 0;
}

std::vector<std::string> split(const QByteArray &words)
{
    std::vector<std::string> all;
    for (const QByteArray &word : words.split(' ')) {
        if (!word.isEmpty())
            all.push_back(word.toStdString());
    }
    return all;
}

} // namespace

QByteArray whyNoJails()
{
    if (::geteuid() != 0)
        return "jails are built by root, and this is not root";
    if (!childMay([] {
            return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_SLAVE | MS_REC, nullptr) == 0;
        }))
        return "no mount namespace of our own can be had";
    if (!childMay([] {
            TempDir directory;
            return ::mknod(directory.file("node").c_str(), S_IFCHR | 0600, makedev(1, 9)) == 0;
        }))
        return "no device nodes can be made";
    return {};
}

QByteArray Seen::value(const char *name) const
{
    const QByteArrayList all = values(name);
    return all.size() == 1 ? all.front() : QByteArray();
}

QByteArrayList Seen::values(const char *name) const
{
    QByteArrayList found;
    const QByteArray prefix = QByteArray(name) + ' ';
    for (const QByteArray &line : m_text.split('\n')) {
        if (line.startsWith(prefix))
            found += line.mid(prefix.size());
    }
    return found;
}

JailRunner::JailRunner()
{
    std::filesystem::create_directories(base());
    std::filesystem::copy_file(SPARKLER_JAILED_PROGRAM_PATH, program());
}

JailRunner::~JailRunner()
{
    // What is in the jail can be told by its root directory.
    struct stat root {};
    if (::stat(jail().c_str(), &root) == 0) {
        for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
            struct stat other {};
            const pid_t process = std::atoi(entry.path().filename().c_str());
            if (process > 1 && ::stat((entry.path() / "root").c_str(), &other) == 0 && other.st_ino == root.st_ino &&
                other.st_dev == root.st_dev)
                kill(process);
        }
    }
    if (m_pid > 0 && m_end.code < 0 && m_end.signal == 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    for (const int fd : {m_output, m_errors}) {
        if (fd >= 0)
            ::close(fd);
    }
}

std::string JailRunner::jailerPath() const
{
    return SPARKLER_JAILER_PATH;
}

JailerEnd JailRunner::run(const QByteArray &options)
{
    start(options);
    return waitForEnd();
}

std::vector<std::string> JailRunner::commandLine(const QByteArray &options) const
{
    std::vector<std::string> words = split(launcher);
    for (const std::string &word :
         {jailerPath(), std::string("--id"), id, std::string("--exec-file"), program(), std::string("--uid"),
          std::to_string(kUid), std::string("--gid"), std::to_string(kGid), std::string("--chroot-base-dir"), base()})
        words.push_back(word);
    for (const std::string &word : split(options))
        words.push_back(word);
    return words;
}

void JailRunner::start(const QByteArray &options)
{
    std::vector<std::string> words = commandLine(options);
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    int output[2], errors[2];
    if (::pipe2(output, O_CLOEXEC) != 0 || ::pipe2(errors, O_CLOEXEC) != 0)
        std::abort();
    m_end = {};
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(errors[1], STDERR_FILENO);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    ::close(output[1]);
    ::close(errors[1]);
    m_output = output[0];
    m_errors = errors[0];
}

JailerEnd JailRunner::waitForEnd()
{
    int status = 0;
    const bool ended = eventually([&] { return ::waitpid(m_pid, &status, WNOHANG) == m_pid; });
    if (!ended)
        return m_end;
    m_end.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    m_end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    // Somebody who kept the pipes would keep this from ending: then what came so far is told.
    for (auto [fd, text] : {std::pair{m_output, &m_end.output}, {m_errors, &m_end.errors}}) {
        char buffer[4096];
        pollfd waiting{fd, POLLIN, 0};
        ssize_t got = 0;
        while (::poll(&waiting, 1, 2000) == 1 && (got = ::read(fd, buffer, sizeof buffer)) > 0)
            text->append(buffer, got);
    }
    return m_end;
}

std::optional<Seen> JailRunner::seen() const
{
    if (!eventually([&] { return std::filesystem::exists(jail("/seen")); }))
        return std::nullopt;
    return Seen(contentOf(jail("/seen")));
}

pid_t JailRunner::pidFile() const
{
    bool valid = false;
    const int number = contentOf(jail("/firecracker.pid")).toInt(&valid);
    return valid ? number : -1;
}

void JailRunner::kill(pid_t process) const
{
    ::kill(process, SIGKILL);
}

std::string describeEntry(const std::string &path)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return "missing";
    char text[96];
    const char type = S_ISDIR(status.st_mode)   ? 'd'
                      : S_ISCHR(status.st_mode) ? 'c'
                      : S_ISREG(status.st_mode) ? '-'
                                                : '?';
    std::snprintf(text, sizeof text, "%c%04o %u:%u", type, status.st_mode & 07777, status.st_uid, status.st_gid);
    std::string all = text;
    if (type == 'c')
        all += " " + std::to_string(major(status.st_rdev)) + ":" + std::to_string(minor(status.st_rdev));
    return all;
}

QByteArray contentOf(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return {};
    QByteArray text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(fd, buffer, sizeof buffer)) > 0;)
        text.append(buffer, got);
    ::close(fd);
    return text;
}

QByteArray statusOf(pid_t process, const char *name)
{
    return Seen(contentOf("/proc/" + std::to_string(process) + "/status").replace(":\t", " ")).value(name).simplified();
}

} // namespace sparkler::test
