#include "machine/terminal.h"

#include <atomic>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace sparkler {
namespace {

struct SavedDescriptor {
    int flags = -1; ///< of fcntl(2); -1: not changed
    termios mode{};
    bool raw = false;
};

SavedDescriptor g_input;
SavedDescriptor g_output;
/// Set after the two above are complete, so a signal handler never sees half of them.
std::atomic<bool> g_prepared{false};

void makeNonBlocking(int fd, SavedDescriptor &saved)
{
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags >= 0 && (flags & O_NONBLOCK) == 0 && ::fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0)
        saved.flags = flags;
}

void restore(int fd, const SavedDescriptor &saved)
{
    if (saved.raw)
        ::tcsetattr(fd, TCSANOW, &saved.mode);
    if (saved.flags >= 0)
        ::fcntl(fd, F_SETFL, saved.flags);
}

} // namespace

void prepareTerminal()
{
    if (g_prepared.load())
        return;
    g_input = {};
    g_output = {};
    if (::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &g_input.mode) == 0) {
        termios raw = g_input.mode;
        ::cfmakeraw(&raw);
        g_input.raw = ::tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
    }
    makeNonBlocking(STDIN_FILENO, g_input);
    makeNonBlocking(STDOUT_FILENO, g_output);
    g_prepared.store(true);
}

void restoreTerminal()
{
    if (!g_prepared.exchange(false))
        return;
    restore(STDOUT_FILENO, g_output);
    restore(STDIN_FILENO, g_input);
}

} // namespace sparkler
