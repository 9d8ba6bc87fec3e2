#include "base/fd.h"

#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sparkler {

Fd &Fd::operator=(Fd &&other) noexcept
{
    if (this != &other) {
        reset();
        m_fd = other.release();
    }
    return *this;
}

Result<Fd> Fd::open(const std::string &path, int flags, unsigned mode)
{
    // The kernel would stop there and open another file than the one that was named.
    if (path.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "file name contained an unexpected NUL byte", EINVAL);
    int fd = -1;
    do {
        fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return hostError(errno);
    return Fd(fd);
}

Result<Fd> Fd::eventFd(unsigned initial)
{
    const int fd = ::eventfd(initial, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0)
        return hostError(errno);
    return Fd(fd);
}

int Fd::release() noexcept
{
    return std::exchange(m_fd, -1);
}

void Fd::reset() noexcept
{
    if (m_fd >= 0)
        ::close(release());
}

void fillStandardDescriptors() noexcept
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null", O_RDWR); // takes the lowest number that is free
    }
}

void signalEventFd(int fd) noexcept
{
    const std::uint64_t one = 1;
    while (::write(fd, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

std::uint64_t drainEventFd(int fd) noexcept
{
    std::uint64_t count = 0;
    ssize_t got = 0;
    do {
        got = ::read(fd, &count, sizeof count);
    } while (got < 0 && errno == EINTR);
    return got == static_cast<ssize_t>(sizeof count) ? count : 0;
}

Result<std::uint64_t> fileSizeBytes(const Fd &file)
{
    const off_t end = ::lseek(file.get(), 0, SEEK_END);
    if (end < 0)
        return hostError(errno);
    return static_cast<std::uint64_t>(end);
}

Result<std::string> readToEnd(const Fd &file, std::uint64_t limitBytes)
{
    std::string content;
    char buffer[16384];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return hostError(errno);
        if (got == 0)
            return content;
        if (content.size() + static_cast<std::uint64_t>(got) > limitBytes)
            return fail(ErrorKind::TooLarge, "File too large (os error 27)", EFBIG);
        content.append(buffer, static_cast<std::size_t>(got));
    }
}

Result<std::string> readWholeFile(const std::string &path, std::uint64_t limitBytes)
{
    const Fd file = TRY(Fd::open(path, O_RDONLY));
    return readToEnd(file, limitBytes);
}

} // namespace sparkler
