#include "telemetry/output_target.h"

#include "base/fd.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>
#include <unistd.h>

namespace sparkler::detail {

Result<> OutputTarget::open(const std::string &path)
{
    // Read and write, although nothing is ever read: only so does opening a FIFO that has no reader neither wait nor
    // fail with ENXIO, and only so does a reader that goes away and comes back cause no SIGPIPE. Not O_APPEND: a file
    // prepared by the client is written from its beginning.
    Fd file = TRY(Fd::open(path, O_RDWR | O_NONBLOCK | O_CREAT | O_NOCTTY, 0666));
    if (!m_owned.load(std::memory_order_relaxed)) {
        m_fd.store(file.release(), std::memory_order_relaxed);
        m_owned.store(true, std::memory_order_release);
    } else {
        // In place of the old descriptor in one step: a handler or another thread may be about to write to its number.
        const int current = m_fd.load(std::memory_order_relaxed);
        int status = 0;
        do {
            status = ::dup3(file.get(), current, O_CLOEXEC);
        } while (status < 0 && (errno == EINTR || errno == EBUSY));
        if (status < 0)
            return hostError(errno);
    }
    m_lineBroken.store(false, std::memory_order_relaxed);
    return {};
}

int OutputTarget::write(std::string_view line) noexcept
{
    // Whoever sees the mark of an owned descriptor also sees its number; the other way round costs a poll(2) at worst.
    const bool owned = m_owned.load(std::memory_order_acquire);
    const int fd = m_fd.load(std::memory_order_relaxed);
    if (fd < 0)
        return EBADF;
    return owned ? writeNonBlocking(fd, line) : writeChunked(fd, line);
}

int OutputTarget::writeNonBlocking(int fd, std::string_view line) noexcept
{
    // A line cut off by a full pipe is ended before the next one starts, so that only that line is spoilt for the
    // reader.
    char newline = '\n';
    const std::size_t extra = m_lineBroken.load(std::memory_order_relaxed) ? 1 : 0;
    // SAFETY: writev only reads through these pointers; iovec has no const form.
    const iovec parts[2] = {{&newline, extra}, {const_cast<char *>(line.data()), line.size()}};
    ssize_t written = 0;
    do {
        written = ::writev(fd, parts, 2);
    } while (written < 0 && errno == EINTR);
    if (written < 0)
        return errno;
    const auto done = static_cast<std::size_t>(written);
    const bool whole = done == line.size() + extra;
    m_lineBroken.store(!whole && done > 0, std::memory_order_relaxed);
    return whole ? 0 : EAGAIN;
}

int OutputTarget::writeChunked(int fd, std::string_view line) noexcept
{
    // Standard output is shared with whoever started us, so its mode is not ours to change. poll(2) promises room for
    // PIPE_BUF bytes in a pipe; it also tells that nobody reads any more, before a write would raise SIGPIPE. Most
    // records are shorter and so are one write.
    while (!line.empty()) {
        pollfd room{fd, POLLOUT, 0};
        int ready = 0;
        do {
            ready = ::poll(&room, 1, 0);
        } while (ready < 0 && errno == EINTR);
        if (ready < 0)
            return errno;
        if (ready == 0)
            return EAGAIN;
        if ((room.revents & POLLOUT) == 0 || (room.revents & (POLLERR | POLLNVAL)) != 0)
            return EPIPE;
        const ssize_t written = ::write(fd, line.data(), std::min<std::size_t>(line.size(), PIPE_BUF));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            line.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace sparkler::detail
