#include "jailer/rootless/passt.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::size_t kSaidLimitBytes = 4096;
constexpr std::uint64_t kProcNetUnixLimitBytes = 16 << 20;
constexpr int kPollMs = 2;

/// In the child: becomes passt, or exits with errno.
[[noreturn]] void becomePasst(const std::vector<std::string> &words, pid_t lid, int output)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != lid)
        ::_exit(0); // it died before that
    std::vector<char *> argv;
    for (const std::string &word : words)
        argv.push_back(const_cast<char *>(word.c_str()));
    argv.push_back(nullptr);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execvp(argv.front(), argv.data());
    const std::string why =
        errno == ENOENT ? "the program is not there: install the package passt" : osErrorText(errno);
    (void)!::write(STDERR_FILENO, why.data(), why.size());
    ::_exit(1);
}

} // namespace

std::vector<std::string> passtCommand(const RootlessOptions &options)
{
    // It serves as long as the jail is there, one connection after the other: an interface that is configured again
    // connects again. --no-map-gw: otherwise the gateway's address would be the host's loopback interface for the
    // guest.
    std::vector<std::string> words{options.passtProgram, "--foreground", "--quiet",
                                   "--no-map-gw",        "--socket",     options.passtSocket};
    for (const Forward &forward : options.forwards) {
        words.emplace_back(forward.transport == Transport::Tcp ? "--tcp-ports" : "--udp-ports");
        words.push_back(fmt::format("{}/{}:{}", forward.address, forward.hostPort, forward.guestPort));
    }
    return words;
}

bool isListening(std::string_view procNetUnix, std::string_view path)
{
    // "Num: RefCount Protocol Flags Type St Inode Path"; the flag is the kernel's __SO_ACCEPTCON.
    const std::string end = fmt::format(" {}\n", path);
    for (std::size_t at = procNetUnix.find(end); at != std::string_view::npos; at = procNetUnix.find(end, at + 1)) {
        const std::size_t before = procNetUnix.rfind('\n', at);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (procNetUnix.substr(begin, at - begin).find(" 00010000 ") != std::string_view::npos)
            return true;
    }
    return false;
}

std::string lastWords(std::string_view said)
{
    std::string last = "it said nothing";
    while (!said.empty()) {
        const std::size_t end = std::min(said.find('\n'), said.size());
        const std::string_view line = said.substr(0, end);
        // Without a syslog daemon it complains about that with every line.
        if (!line.empty() && !line.starts_with("Failed to send "))
            last = line;
        said.remove_prefix(std::min(end + 1, said.size()));
    }
    return last;
}

Passt::Passt(pid_t pid, Fd output, const std::string &socket)
    : m_pid(pid), m_output(std::move(output)), m_socket(socket), m_name(socket.substr(socket.rfind('/') + 1))
{
}

Passt::Passt(Passt &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)), m_output(std::move(other.m_output)), m_said(std::move(other.m_said)),
      m_socket(std::move(other.m_socket)), m_name(std::move(other.m_name)), m_directory(std::move(other.m_directory))
{
}

Passt::~Passt()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    ::unlinkat(m_directory.get(), m_name.c_str(), 0);
}

Result<Passt> Passt::start(const RootlessOptions &options)
{
    // passt does not run as root but as nobody, who could neither make the socket nor be killed with the lid.
    if (::geteuid() == 0)
        return fail(ErrorKind::InvalidInput, "--network user is for ordinary users: passt does not run as root.");
    const std::string parent = options.passtSocket.substr(0, options.passtSocket.rfind('/') + 1);
    auto directory = Fd::open(parent, O_PATH | O_DIRECTORY);
    if (!directory)
        return fail(directory.error().kind,
                    fmt::format("Cannot use {} for passt's socket: {}", parent, directory.error().text),
                    directory.error().hostErrno);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return hostError(errno, "Cannot start passt: ");
    Fd output(ends[0]);
    const Fd input(ends[1]);
    const std::vector<std::string> words = passtCommand(options);
    const pid_t lid = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        return hostError(errno, "Cannot start passt: ");
    if (pid == 0)
        becomePasst(words, lid, input.get());
    Passt passt(pid, std::move(output), options.passtSocket);
    passt.m_directory = std::move(*directory);
    return passt;
}

void Passt::drain()
{
    char buffer[4096];
    ssize_t got = 0;
    while ((got = ::read(m_output.get(), buffer, sizeof buffer)) > 0)
        m_said.append(buffer, std::min(static_cast<std::size_t>(got),
                                       kSaidLimitBytes - std::min(kSaidLimitBytes, m_said.size())));
    if (got == 0)
        m_output.reset(); // all of it has ended
}

Result<> Passt::waitUntilListening(std::chrono::milliseconds limit)
{
    const TimePoint end = hostClock().now() + limit;
    for (;;) {
        if (isListening(TRY(readWholeFile("/proc/net/unix", kProcNetUnixLimitBytes)), m_socket))
            return {};
        pollfd said{m_output.get(), POLLIN, 0};
        (void)::poll(&said, 1, kPollMs);
        drain();
        if (m_output.get() < 0)
            return fail(ErrorKind::Host, fmt::format("passt did not start: {}", lastWords(m_said)));
        if (hostClock().now() > end)
            return fail(
                ErrorKind::Host,
                fmt::format("passt does not listen at {}. It has to be a path where this user may write, at most "
                            "107 bytes long, and allowed by passt's AppArmor profile (below the home directory, "
                            "/tmp or /run/user).",
                            m_socket));
    }
}

} // namespace sparkler::jail
