#include "jailer/engine_start.h"

#include "base/os_error.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace sparkler::jail {

std::vector<std::string> engineCommandLine(const std::string &program, const std::string &id, const StartTimes &times,
                                           const std::vector<std::string> &extra)
{
    std::vector<std::string> words{program,
                                   "--id",
                                   id,
                                   "--start-time-us",
                                   std::to_string(times.startUs),
                                   "--start-time-cpu-us",
                                   std::to_string(times.cpuUs),
                                   "--parent-cpu-time-us",
                                   std::to_string(times.parentCpuUs)};
    words.insert(words.end(), extra.begin(), extra.end());
    return words;
}

Error execEngine(const std::vector<std::string> &commandLine)
{
    ::signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);

    std::vector<char *> argv;
    argv.reserve(commandLine.size() + 1);
    // SAFETY: execve(2) reads the words only; that its parameter is not const is history.
    for (const std::string &word : commandLine)
        argv.push_back(const_cast<char *>(word.c_str()));
    argv.push_back(nullptr);
    char *environment[] = {nullptr};
    ::execve(argv.front(), argv.data(), environment);
    return hostError(errno, "Failed to exec into Firecracker: ").error();
}

} // namespace sparkler::jail
