#pragma once

#include "base/fd.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <signal.h>

namespace sparkler {

/// While one exists, this thread gets EFBIG for a write beyond RLIMIT_FSIZE and no SIGXFSZ, which would end the
/// process.
class FileSizeLimitAsError {
public:
    FileSizeLimitAsError() noexcept;
    ~FileSizeLimitAsError();
    FileSizeLimitAsError(const FileSizeLimitAsError &) = delete;
    FileSizeLimitAsError &operator=(const FileSizeLimitAsError &) = delete;

private:
    sigset_t m_before{};
    bool m_pendingBefore = false;
};

/// Writes all of `bytes` at `offset`; short writes go on. Error: Host, the reason alone.
Result<> writeAll(const Fd &file, std::span<const std::byte> bytes, std::uint64_t offset);

/// A stretch of a file that is not a hole: [begin, end).
struct DataExtent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};
/// The first one at or after `from`, cut off at `limit`; nothing when there are only holes. A file system that does not
/// know holes has data everywhere. Moves the file's offset. Error: Host with "Failed to seek data: " or
/// "Failed to seek hole: " before the reason.
Result<std::optional<DataExtent>> nextData(const Fd &file, std::uint64_t from, std::uint64_t limit);

/// Copies [begin, end) of `from` to the same place of `to`, without a detour through this process or even by sharing
/// blocks where the file systems can do that. Error: Host, the reason alone, also when `from` ends before.
Result<> copyRange(const Fd &from, const Fd &to, std::uint64_t begin, std::uint64_t end);
/// The same for what is not a hole; where `from` has holes, `to` stays as it is.
Result<> copyData(const Fd &from, const Fd &to, std::uint64_t begin, std::uint64_t end);

} // namespace sparkler
