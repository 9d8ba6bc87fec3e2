#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>

namespace sparkler {

/// An owned file descriptor. Move-only; closes what it owns. Everything opened here is close-on-exec.
class Fd {
public:
    Fd() = default;
    /// Takes ownership of `descriptor` (or of nothing when it is negative).
    explicit Fd(int descriptor) : m_fd(descriptor) {}
    Fd(Fd &&other) noexcept : m_fd(other.release()) {}
    Fd &operator=(Fd &&other) noexcept;
    Fd(const Fd &) = delete;
    Fd &operator=(const Fd &) = delete;
    ~Fd() { reset(); }

    /// open(2) with O_CLOEXEC added. Error: Host, text = the reason in the wire's form ("… (os error N)"), or
    /// InvalidInput for a path with a zero byte in it.
    static Result<Fd> open(const std::string &path, int flags, unsigned mode = 0666);
    /// A non-blocking eventfd. Error: Host.
    static Result<Fd> eventFd(unsigned initial = 0);

    /// Borrowed: the caller must neither close nor keep it.
    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    /// Gives the descriptor away.
    int release() noexcept;
    void reset() noexcept;

private:
    int m_fd = -1;
};

/// Puts /dev/null where standard input, output or error are closed. Before the first descriptor is opened: otherwise a
/// disk or a log could become "standard output". Errors are ignored; there is no one to tell.
void fillStandardDescriptors() noexcept;

/// Adds 1 to an eventfd. A full counter is no error: the reader is awake already.
void signalEventFd(int fd) noexcept;
/// Reads and clears an eventfd; 0 when it was not signalled.
std::uint64_t drainEventFd(int fd) noexcept;

/// Size in bytes of a regular file or block device, found by seeking to its end. Error: Host.
Result<std::uint64_t> fileSizeBytes(const Fd &file);
/// What is left of a file from where it stands, as text, refused beyond `limitBytes`. Errors: Host, TooLarge.
Result<std::string> readToEnd(const Fd &file, std::uint64_t limitBytes);
/// The whole of a file as text. Errors: as above, and those of Fd::open().
Result<std::string> readWholeFile(const std::string &path, std::uint64_t limitBytes);

} // namespace sparkler
