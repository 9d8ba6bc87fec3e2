#pragma once

#include "base/result.h"

#include <atomic>
#include <string>
#include <string_view>

namespace sparkler::detail {

/// Where log lines or metrics lines go: standard output, a regular file or a FIFO. A write never blocks; a line that
/// the target cannot take is lost. write() is async-signal-safe; callers that want lines of several threads kept apart
/// beyond what one write(2) guarantees hold a lock of their own.
class OutputTarget {
public:
    /// `descriptor` is borrowed and may be in blocking mode (standard output); negative: nothing is open.
    constexpr explicit OutputTarget(int descriptor) noexcept : m_fd(descriptor) {}
    OutputTarget(const OutputTarget &) = delete;
    OutputTarget &operator=(const OutputTarget &) = delete;
    ~OutputTarget() = default; // trivial: targets live as long as the process, handlers may still write at exit

    /// Opens `path` from now on in place of what was the target; creates it with mode 0666 when it is missing. Neither
    /// truncates nor appends. Error: Host/NotFound with the bare reason; the target then stays what it was.
    Result<> open(const std::string &path);
    bool isOpen() const noexcept { return m_fd.load(std::memory_order_relaxed) >= 0; }

    /// Writes one whole line, its newline included. 0, or the errno that made it lost.
    int write(std::string_view line) noexcept;

private:
    int writeNonBlocking(int fd, std::string_view line) noexcept;
    int writeChunked(int fd, std::string_view line) noexcept;

    std::atomic<int> m_fd;
    std::atomic<bool> m_owned{false};      ///< opened by open(): non-blocking
    std::atomic<bool> m_lineBroken{false}; ///< the last line was cut off by a full pipe
};

} // namespace sparkler::detail
