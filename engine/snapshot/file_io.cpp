#include "snapshot/file_io.h"

#include "base/format.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <vector>

#include <unistd.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kMostAtOnce = std::uint64_t{1} << 30; ///< the kernel stops a little below 2 GiB
constexpr std::uint64_t kBufferBytes = 256 * 1024;

std::unexpected<Error> endsAt(std::uint64_t offset)
{
    return fail(ErrorKind::Host, fmt::format("the file ends at byte {}", offset));
}

/// Whether copy_file_range(2) cannot serve this pair of files, though reading and writing may.
bool needsBuffer(int error)
{
    return error == EXDEV || error == EINVAL || error == EOPNOTSUPP || error == ENOSYS || error == EPERM;
}

Result<> copyThroughBuffer(const Fd &from, const Fd &to, std::uint64_t begin, std::uint64_t end)
{
    std::vector<std::byte> buffer(std::min(kBufferBytes, end - begin));
    while (begin < end) {
        const ssize_t got = ::pread(from.get(), buffer.data(), std::min<std::uint64_t>(buffer.size(), end - begin),
                                    static_cast<off_t>(begin));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return hostError(errno);
        if (got == 0)
            return endsAt(begin);
        TRY(writeAll(to, std::span(buffer).first(static_cast<std::size_t>(got)), begin));
        begin += static_cast<std::uint64_t>(got);
    }
    return {};
}

sigset_t onlyFileSizeSignal()
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGXFSZ);
    return set;
}

bool isFileSizeSignalPending()
{
    sigset_t pending;
    return ::sigpending(&pending) == 0 && ::sigismember(&pending, SIGXFSZ) == 1;
}

} // namespace

FileSizeLimitAsError::FileSizeLimitAsError() noexcept
{
    const sigset_t set = onlyFileSizeSignal();
    ::pthread_sigmask(SIG_BLOCK, &set, &m_before);
    m_pendingBefore = isFileSizeSignalPending();
}

FileSizeLimitAsError::~FileSizeLimitAsError()
{
    const sigset_t set = onlyFileSizeSignal();
    const timespec now{};
    if (!m_pendingBefore && isFileSizeSignalPending())
        ::sigtimedwait(&set, nullptr, &now); // takes it away
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

Result<> writeAll(const Fd &file, std::span<const std::byte> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(file.get(), bytes.data(), std::min<std::uint64_t>(bytes.size(), kMostAtOnce),
                                      static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return hostError(errno);
        if (done == 0) // no file system does that; going on would not end
            return hostError(EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        offset += static_cast<std::uint64_t>(done);
    }
    return {};
}

Result<std::optional<DataExtent>> nextData(const Fd &file, std::uint64_t from, std::uint64_t limit)
{
    if (from >= limit)
        return std::nullopt;
    const off_t data = ::lseek(file.get(), static_cast<off_t>(from), SEEK_DATA);
    if (data < 0 && errno == ENXIO) // nothing but a hole up to the end
        return std::nullopt;
    if (data < 0)
        return hostError(errno, "Failed to seek data: ");
    const auto begin = static_cast<std::uint64_t>(data);
    if (begin >= limit)
        return std::nullopt;
    const off_t hole = ::lseek(file.get(), data, SEEK_HOLE);
    if (hole < 0)
        return hostError(errno, "Failed to seek hole: ");
    return DataExtent{begin, std::min(static_cast<std::uint64_t>(hole), limit)};
}

Result<> copyRange(const Fd &from, const Fd &to, std::uint64_t begin, std::uint64_t end)
{
    while (begin < end) {
        auto readAt = static_cast<loff_t>(begin);
        auto writeAt = readAt;
        const ssize_t done =
            ::copy_file_range(from.get(), &readAt, to.get(), &writeAt, std::min(end - begin, kMostAtOnce), 0);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0 && needsBuffer(errno))
            return copyThroughBuffer(from, to, begin, end);
        if (done < 0)
            return hostError(errno);
        if (done == 0)
            return copyThroughBuffer(from, to, begin, end); // the end, or a file system that copies nothing (procfs)
        begin += static_cast<std::uint64_t>(done);
    }
    return {};
}

Result<> copyData(const Fd &from, const Fd &to, std::uint64_t begin, std::uint64_t end)
{
    while (const auto extent = TRY(nextData(from, begin, end))) {
        TRY(copyRange(from, to, extent->begin, extent->end));
        begin = extent->end;
    }
    return {};
}

} // namespace sparkler
