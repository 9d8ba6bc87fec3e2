#include "ctl/raw_terminal.h"

#include <csignal>

#include <fcntl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace sparkler::gui {
namespace {

constexpr char kEscape = 0x1d; // Ctrl-]
constexpr int kGuardPipe = 3;

/// The process that puts the terminal back when its parent ends without a word. Between fork and the end only calls
/// that are safe there.
[[noreturn]] void guard(int pipe, const termios &before)
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU})
        signal(number, SIG_IGN);
    // Nothing else of the parent's is kept open: its sockets, and whatever its output goes to.
    dup2(pipe, kGuardPipe);
    close_range(kGuardPipe + 1, ~0U, 0);
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    char byte = 0;
    const ssize_t told = read(kGuardPipe, &byte, 1);
    if (told == 0) // nobody holds the other end any more
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
    _exit(0);
}

} // namespace

struct RawTerminal::Private {
    termios before{};
    int pipe = -1; ///< to the guard
    pid_t guard = -1;
};

RawTerminal::RawTerminal()
{
    termios before{};
    int ends[2];
    if (isatty(STDIN_FILENO) != 1 || tcgetattr(STDIN_FILENO, &before) != 0 || pipe2(ends, O_CLOEXEC) != 0)
        return;
    d = std::make_unique<Private>();
    d->before = before;
    d->pipe = ends[1];
    d->guard = fork();
    if (d->guard == 0) {
        close(ends[1]);
        guard(ends[0], before);
    }
    close(ends[0]);
    termios raw = before;
    cfmakeraw(&raw);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

RawTerminal::~RawTerminal()
{
    if (!d)
        return;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &d->before);
    [[maybe_unused]] const auto told = write(d->pipe, "k", 1);
    close(d->pipe);
    if (d->guard > 0)
        waitpid(d->guard, nullptr, 0);
}

bool RawTerminal::active() const
{
    return d != nullptr;
}

QByteArray EscapeFilter::take(const QByteArray &typed)
{
    m_wish = Wish::None;
    QByteArray out;
    for (const char byte : typed) {
        if (!m_escaped) {
            m_escaped = byte == kEscape;
            if (!m_escaped)
                out += byte;
            continue;
        }
        m_escaped = false;
        if (byte == 'q' || byte == 'Q' || byte == '.') {
            m_wish = Wish::Leave;
            return out;
        }
        if (byte == '?')
            m_wish = Wish::Help;
        else if (byte == ']' || byte == kEscape)
            out += kEscape;
        else
            out.append(kEscape).append(byte);
    }
    return out;
}

} // namespace sparkler::gui
