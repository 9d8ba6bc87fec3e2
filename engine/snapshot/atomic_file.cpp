#include "snapshot/atomic_file.h"

#include "base/format.h"
#include "base/os_error.h"
#include "base/random.h"
#include "snapshot/file_io.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler {
namespace {

Error reasonOf(int error)
{
    return hostError(error).error();
}

std::unexpected<Error> cannotOpen(SnapshotFile which, int error)
{
    return backingFileError(which, "open", reasonOf(error));
}

struct Place {
    std::string directory;
    std::string name;
};

/// The directory and the name in it. A last component that is a symbolic link counts as what it points to, as for any
/// program that opens the path; renaming over it would replace the link.
Result<Place> findPlace(std::string path, SnapshotFile which)
{
    if (path.find('\0') != std::string::npos)
        return backingFileError(which, "open",
                                {ErrorKind::InvalidInput, "file name contained an unexpected NUL byte", EINVAL});
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode)) {
        const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
        if (!real)
            return cannotOpen(which, errno);
        path = real.get();
    }
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return Place{".", path};
    return Place{path.substr(0, slash + 1), path.substr(slash + 1)};
}

/// Only what a snapshot may replace: a regular file that may be written to, or nothing.
Result<> checkTarget(const Fd &directory, const std::string &name, SnapshotFile which)
{
    if (name.empty())
        return cannotOpen(which, EISDIR);
    struct stat status {};
    if (::fstatat(directory.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? Result<>() : cannotOpen(which, errno);
    if (S_ISDIR(status.st_mode))
        return cannotOpen(which, EISDIR);
    if (!S_ISREG(status.st_mode))
        return backingFileError(which, "open", {ErrorKind::InvalidInput, "it is not a regular file", EINVAL});
    if (::faccessat(directory.get(), name.c_str(), W_OK, AT_EACCESS) != 0)
        return cannotOpen(which, errno);
    return {};
}

} // namespace

std::unexpected<Error> backingFileError(SnapshotFile which, std::string_view operation, const Error &reason)
{
    const std::string_view name = which == SnapshotFile::State    ? "snapshot"
                                  : which == SnapshotFile::Memory ? "memory"
                                                                  : "working set";
    return fail(reason.kind, fmt::format("Cannot perform {} on the {} backing file: {}", operation, name, reason.text),
                reason.hostErrno);
}

AtomicFile::AtomicFile(SnapshotFile which, Fd directory, std::string name, std::string temporary, Fd file)
    : m_which(which), m_directory(std::move(directory)), m_name(std::move(name)), m_temporary(std::move(temporary)),
      m_file(std::move(file))
{
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_which(other.m_which), m_directory(std::move(other.m_directory)), m_name(std::move(other.m_name)),
      m_temporary(std::exchange(other.m_temporary, {})), m_file(std::move(other.m_file)), m_appended(other.m_appended)
{
}

AtomicFile::~AtomicFile()
{
    removeTemporary();
}

Result<AtomicFile> AtomicFile::create(const std::string &path, SnapshotFile which)
{
    const Place place = TRY(findPlace(path, which));
    if (path.empty())
        return cannotOpen(which, ENOENT);
    auto directory = Fd::open(place.directory, O_RDONLY | O_DIRECTORY);
    if (!directory)
        return backingFileError(which, "open", directory.error());
    TRY(checkTarget(*directory, place.name, which));
    std::uint64_t number = 0;
    if (const auto drawn = hostRandom(std::as_writable_bytes(std::span(&number, 1))); !drawn)
        return backingFileError(which, "open", drawn.error());
    std::string temporary = fmt::format(".sparkler-{:016x}.tmp", number);
    Fd file(::openat(directory->get(), temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return cannotOpen(which, errno);
    return AtomicFile(which, std::move(*directory), place.name, std::move(temporary), std::move(file));
}

Result<std::optional<Fd>> AtomicFile::openPresent() const
{
    // Not to wait for the other end of a FIFO that was put there meanwhile.
    Fd present(::openat(m_directory.get(), m_name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!present && errno == ENOENT)
        return std::nullopt;
    if (!present)
        return cannotOpen(m_which, errno);
    return present;
}

Result<> AtomicFile::append(std::span<const std::byte> bytes)
{
    const FileSizeLimitAsError limit;
    if (const auto written = writeAll(m_file, bytes, m_appended); !written)
        return backingFileError(m_which, "flush", written.error());
    m_appended += bytes.size();
    return {};
}

Result<> AtomicFile::commit()
{
    if (TRY(place()) == Placed::Exchanged)
        removeTemporary();
    return {};
}

Result<> AtomicFile::checkPair(const AtomicFile &memory, const AtomicFile &state)
{
    if (memory.isSameTarget(state))
        return backingFileError(state.m_which, "rename",
                                {ErrorKind::InvalidInput, "the memory file has the same name", EINVAL});
    return {};
}

Result<> AtomicFile::commitTogether(AtomicFile &memory, AtomicFile &state)
{
    TRY(checkPair(memory, state));
    TRY(memory.sync());
    TRY(state.sync());
    const Placed how = TRY(memory.place());
    const auto placed = state.place();
    if (!placed) {
        memory.takeBack(how);
        return propagate(placed);
    }
    memory.removeTemporary();
    state.removeTemporary();
    TRY(memory.syncDirectory());
    return state.syncDirectory();
}

bool AtomicFile::isSameTarget(const AtomicFile &other) const
{
    struct stat mine {
    }, others{};
    return m_name == other.m_name && ::fstat(m_directory.get(), &mine) == 0 &&
           ::fstat(other.m_directory.get(), &others) == 0 && mine.st_dev == others.st_dev &&
           mine.st_ino == others.st_ino;
}

Result<> AtomicFile::sync()
{
    if (::fsync(m_file.get()) != 0)
        return backingFileError(m_which, "sync_all", reasonOf(errno));
    return {};
}

Result<> AtomicFile::syncDirectory() const
{
    if (::fsync(m_directory.get()) != 0)
        return backingFileError(m_which, "sync_all", reasonOf(errno));
    return {};
}

Result<AtomicFile::Placed> AtomicFile::place()
{
    TRY(checkTarget(m_directory, m_name, m_which));
    // Exchanging keeps the old file, under the temporary name, until both files of a pair are in place.
    if (::renameat2(m_directory.get(), m_temporary.c_str(), m_directory.get(), m_name.c_str(), RENAME_EXCHANGE) == 0)
        return Placed::Exchanged;
    // There was no old file (ENOENT), or the file system cannot exchange: then the old file is gone with this.
    if (::renameat(m_directory.get(), m_temporary.c_str(), m_directory.get(), m_name.c_str()) != 0)
        return backingFileError(m_which, "rename", reasonOf(errno));
    m_temporary.clear();
    return Placed::Moved;
}

void AtomicFile::takeBack(Placed how) noexcept
{
    if (how == Placed::Moved)
        ::unlinkat(m_directory.get(), m_name.c_str(), 0);
    else // the destructor removes the new file then
        ::renameat2(m_directory.get(), m_temporary.c_str(), m_directory.get(), m_name.c_str(), RENAME_EXCHANGE);
}

void AtomicFile::removeTemporary() noexcept
{
    if (!m_temporary.empty())
        ::unlinkat(m_directory.get(), m_temporary.c_str(), 0);
    m_temporary.clear();
}

} // namespace sparkler
