#pragma once

#include "base/fd.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace sparkler::emulator {

/// A program that is run and, at the latest by the destructor, killed. It also dies with this process, however that
/// ends. To be made and destroyed by the main thread.
class ChildProcess {
public:
    struct Setup {
        std::vector<std::string> command; ///< searched for in PATH when its name holds no slash
        std::string directory;            ///< to run in; empty: this process's
        int output = -1;                  ///< becomes standard output; -1: /dev/null
        int error = -1;                   ///< becomes standard error; -1: /dev/null
        std::vector<int> inherited;       ///< kept open under their numbers
    };
    /// Standard input is /dev/null; the process leads a session of its own, so that what a terminal sends to ours does
    /// not reach it. Error: Host.
    static Result<ChildProcess> start(const Setup &setup);
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;
    ~ChildProcess();

    /// Readable when the process has ended. Borrowed.
    int pidFd() const { return m_pidFd.get(); }
    void signal(int number) const;
    /// Waits until it has ended, at most `timeoutMs`; its exit status, or 128+N for signal N.
    std::optional<int> wait(int timeoutMs);

private:
    ChildProcess(pid_t pid, Fd pidFd) : m_pid(pid), m_pidFd(std::move(pidFd)) {}
    pid_t m_pid;
    Fd m_pidFd;
    std::optional<int> m_status;
};

} // namespace sparkler::emulator
