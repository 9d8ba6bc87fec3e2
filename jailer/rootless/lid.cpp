#include "jailer/rootless/lid.h"

#include "base/format.h"
#include "base/os_error.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::array kPassedOn{SIGTERM, SIGINT, SIGHUP, SIGQUIT};
constexpr std::uint64_t kStatusLimitBytes = 65536;

/// Returns the signal of which the lid is to die when the engine dies of SIGKILL now; 0: it handles the signal itself.
int passOn(pid_t engine, int signal)
{
    const auto status = readWholeFile(fmt::format("/proc/{}/status", engine), kStatusLimitBytes);
    if (status && catches(*status, signal)) {
        ::kill(engine, signal);
        return 0;
    }
    ::kill(engine, SIGKILL);
    return signal;
}

/// Whether the engine has ended; other children are nobody's.
std::optional<EngineEnd> reap(pid_t engine)
{
    int status = 0;
    if (::waitpid(engine, &status, WNOHANG) != engine)
        return std::nullopt;
    if (WIFSIGNALED(status))
        return EngineEnd{0, WTERMSIG(status)};
    return EngineEnd{WEXITSTATUS(status), 0};
}

} // namespace

Result<Fd> holdSignals()
{
    sigset_t held;
    ::sigemptyset(&held);
    ::sigaddset(&held, SIGCHLD);
    for (const int signal : kPassedOn)
        ::sigaddset(&held, signal);
    if (::sigprocmask(SIG_BLOCK, &held, nullptr) != 0)
        return hostError(errno, "Cannot hold signals: ");
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGCHLD, SIG_DFL); // inherited as ignored, there would be no exit status
    Fd signals(::signalfd(-1, &held, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!signals)
        return hostError(errno, "Cannot hold signals: ");
    return signals;
}

bool catches(std::string_view procStatus, int signal)
{
    static constexpr std::string_view kKey = "\nSigCgt:\t";
    const std::size_t at = procStatus.find(kKey);
    if (at == std::string_view::npos)
        return false;
    const char *begin = procStatus.data() + at + kKey.size();
    std::uint64_t caught = 0;
    std::from_chars(begin, procStatus.data() + procStatus.size(), caught, 16);
    return (caught >> (signal - 1) & 1) != 0;
}

EngineEnd superviseEngine(pid_t engine, const Fd &signals, std::optional<Passt> &passt)
{
    int asked = 0;
    for (;;) {
        if (auto end = reap(engine)) {
            if (end->signal == SIGKILL && asked != 0)
                end->signal = asked;
            return *end;
        }
        std::array<pollfd, 2> waiting{pollfd{signals.get(), POLLIN, 0},
                                      pollfd{passt ? passt->output() : -1, POLLIN, 0}};
        (void)::poll(waiting.data(), waiting.size(), -1);
        if (waiting[1].revents != 0)
            passt->drain();
        signalfd_siginfo info{};
        while (::read(signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
            const int signal = static_cast<int>(info.ssi_signo);
            if (signal != SIGCHLD)
                asked = passOn(engine, signal);
        }
    }
}

void dieOf(int signal)
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::signal(signal, SIG_DFL);
    sigset_t one;
    ::sigemptyset(&one);
    ::sigaddset(&one, signal);
    ::sigprocmask(SIG_UNBLOCK, &one, nullptr);
    ::kill(::getpid(), signal);
    ::_exit(128 + signal); // whoever traces the lid may have taken the signal away
}

} // namespace sparkler::jail
