#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "jailer/rootless/options.h"

#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

namespace sparkler::jail {

/// The words with which passt is started, its name first. A guest reaches what the user reaches, except for the host's
/// own loopback addresses.
std::vector<std::string> passtCommand(const RootlessOptions &options);

/// The program passt outside of the jail, a child of the lid that cannot outlive it. Killed with the object, and its
/// socket removed.
class Passt {
public:
    /// Starts it; its socket need not be there yet. Error: Host, a sentence with a remedy.
    static Result<Passt> start(const RootlessOptions &options);
    Passt(Passt &&other) noexcept;
    Passt &operator=(Passt &&) = delete;
    ~Passt();

    /// Waits until it listens. Error: Host, with passt's own words when it has ended.
    Result<> waitUntilListening(std::chrono::milliseconds limit);
    /// Becomes readable when passt says something or ends: then drain() has to be called. Negative after its end.
    int output() const { return m_output.get(); }
    void drain();

private:
    explicit Passt(pid_t pid, Fd output, const std::string &socket);

    pid_t m_pid; ///< 0: given away
    Fd m_output;
    std::string m_said;   ///< the first few KiB
    std::string m_socket; ///< whole path
    std::string m_name;   ///< of the socket
    Fd m_directory;       ///< in which it is
};

/// Whether a process listens at the Unix socket `path`, from the text of /proc/net/unix.
bool isListening(std::string_view procNetUnix, std::string_view path);

/// The sentence of what passt wrote before it ended that says why.
std::string lastWords(std::string_view said);

} // namespace sparkler::jail
