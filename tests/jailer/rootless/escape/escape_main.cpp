// escape_attempts --list: a line for each attempt, its name and whom it needs to be outside.
// escape_attempts [jailer's words] --try NAME [TARGET=VALUE]...: status 10 when the attempt was successful, 20 when it
// was
//   stopped; what happened on standard output.
// escape_attempts --hold [TTY]: a victim, which waits; in a session with that terminal.
// escape_attempts --euid: exits with the effective user id (at most 255).
// escape_attempts --wait-and-read DIRECTORY PATH: says "ready" in the directory, waits for a line, reads PATH from
// there.

#include "attempt.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace {

using namespace escape;

constexpr int kEscaped = 10;
constexpr int kStopped = 20;

std::array<std::span<const Attempt>, 7> allAttempts()
{
    return {fileAttempts(),   mountAttempts(),   processAttempts(), privilegeAttempts(),
            kernelAttempts(), networkAttempts(), filterAttempts()};
}

int list()
{
    for (const auto &group : allAttempts()) {
        for (const Attempt &attempt : group)
            std::printf("%s %s\n", attempt.name, attempt.needs == Needs::Root ? "root" : "user");
    }
    return 0;
}

int report(const Verdict &verdict)
{
    std::puts(verdict.detail.c_str());
    return verdict.escaped ? kEscaped : kStopped;
}

int tryOne(std::string_view name, std::span<char *> words)
{
    Targets targets;
    for (const std::string word : words) {
        const std::size_t equals = word.find('=');
        targets.add(word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1));
    }
    for (const auto &group : allAttempts()) {
        const auto attempt =
            std::find_if(group.begin(), group.end(), [name](const Attempt &one) { return one.name == name; });
        if (attempt != group.end())
            return report(attempt->make(targets));
    }
    return 2;
}

[[noreturn]] void hold(const char *terminal)
{
    if (terminal) {
        ::setsid();
        (void)::open(terminal, O_RDWR); // makes it the session's
    }
    std::puts("ready");
    std::fflush(stdout);
    for (;;)
        ::pause();
}

int waitAndRead(const char *directory, const char *path)
{
    if (::chdir(directory) != 0)
        return report(stoppedByErrno(directory));
    std::puts("ready");
    std::fflush(stdout);
    char byte = 0;
    (void)!::read(STDIN_FILENO, &byte, 1);
    return report(readFile(path));
}

} // namespace

int main(int argc, char **argv)
{
    const std::span words(argv, static_cast<std::size_t>(argc));
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto rest = words.subspan(i + 1);
        if (word == "--list")
            return list();
        if (word == "--try" && !rest.empty())
            return tryOne(rest[0], rest.subspan(1));
        if (word == "--hold")
            hold(rest.empty() ? nullptr : rest[0]);
        if (word == "--euid")
            return static_cast<int>(std::min(::geteuid(), uid_t{255}));
        if (word == "--wait-and-read" && rest.size() == 2)
            return waitAndRead(rest[0], rest[1]);
    }
    return 2;
}
