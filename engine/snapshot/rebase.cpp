#include "base/format.h"
#include "base/os_error.h"
#include "snapshot/file_io.h"
#include "snapshot/memory_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler {
namespace {

struct OpenFile {
    Fd file;
    struct stat status {};
};

std::unexpected<Error> because(std::string_view what, const Error &reason)
{
    return fail(reason.kind, fmt::format("{}{}", what, reason.text), reason.hostErrno);
}

/// A regular file; `name` is "memory" or "diff".
Result<OpenFile> openRegular(std::string_view name, const std::string &path, int flags)
{
    // Without O_NONBLOCK a FIFO would make us wait before it can be refused.
    auto file = Fd::open(path, flags | O_NONBLOCK | O_NOCTTY);
    if (!file)
        return because(fmt::format("Could not open {} file: ", name), file.error());
    OpenFile open{std::move(*file)};
    if (::fstat(open.file.get(), &open.status) != 0)
        return hostError(errno, fmt::format("Failed to get metadata for {} file: ", name));
    if (!S_ISREG(open.status.st_mode))
        return fail(ErrorKind::InvalidInput, fmt::format("Could not open {} file: it is not a regular file", name));
    return open;
}

} // namespace

Result<> rebase(const std::string &base, const std::string &diff)
{
    const FileSizeLimitAsError limit;
    const OpenFile from = TRY(openRegular("diff", diff, O_RDONLY));
    const OpenFile to = TRY(openRegular("memory", base, O_RDWR));
    if (from.status.st_dev == to.status.st_dev && from.status.st_ino == to.status.st_ino)
        return fail(ErrorKind::InvalidInput, "The diff file and the memory file are the same file");
    if (from.status.st_size > to.status.st_size) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The diff file has {} bytes, more than the {} of the memory file", from.status.st_size,
                                to.status.st_size));
    }
    const auto end = static_cast<std::uint64_t>(from.status.st_size);
    std::uint64_t at = 0;
    for (;;) {
        const auto extent = nextData(from.file, at, end);
        if (!extent) {
            Error reason = extent.error();
            reason.text.insert(reason.text.find(": "), " in diff file");
            return std::unexpected(std::move(reason));
        }
        if (!*extent)
            break;
        if (const auto copied = copyRange(from.file, to.file, (*extent)->begin, (*extent)->end); !copied)
            return because("Failed to send the file: ", copied.error());
        at = (*extent)->end;
    }
    if (::fsync(to.file.get()) != 0)
        return hostError(errno, "Failed to send the file: ");
    return {};
}

} // namespace sparkler
