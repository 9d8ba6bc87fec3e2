#include "snapshot/memory_file.h"

#include "base/os_error.h"
#include "snapshot/file_io.h"
#include "snapshot/residency.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = DirtyBitmap::kPage;
/// Zeroes up to this long between other pages are written with them: fewer, larger writes and extents.
constexpr std::uint64_t kMostZeroesAlong = 64 * 1024;

constinit std::array<std::byte, kPage> zeroPage{}; // not const: so it takes no room in the program

bool isZero(std::span<const std::byte> page)
{
    return std::memcmp(page.data(), zeroPage.data(), page.size()) == 0;
}

/// What becomes of a page that is all zero.
enum class ZeroPages { Write, Leave };

std::unexpected<Error> cannotWrite(const Error &reason)
{
    return fail(reason.kind, "Cannot write memory file: " + reason.text, reason.hostErrno);
}

std::unexpected<Error> cannot(std::string_view operation, int error)
{
    return backingFileError(SnapshotFile::Memory, operation, hostError(error).error());
}

/// Where `pages`, with nothing but zeroes from `from` on, has something else again; its end if nowhere.
std::size_t endOfZeroes(std::span<const std::byte> pages, std::size_t from)
{
    while (from < pages.size() && isZero(pages.subspan(from, kPage)))
        from += kPage;
    return from;
}

/// Writes what is not zero; long stretches of zeroes are left out.
Result<> writeNonZero(const Fd &file, std::span<const std::byte> pages, std::uint64_t offset)
{
    std::size_t begin = endOfZeroes(pages, 0);
    while (begin < pages.size()) {
        std::size_t end = begin;
        std::size_t next = begin;
        while (next < pages.size() && next - end <= kMostZeroesAlong) {
            end = next;
            while (end < pages.size() && !isZero(pages.subspan(end, kPage)))
                end += kPage;
            next = endOfZeroes(pages, end);
        }
        TRY(writeAll(file, pages.subspan(begin, end - begin), offset + begin));
        begin = next;
    }
    return {};
}

/// The parts of a memory file in order: pages out of guest memory, and between them what is below.
class Composer {
public:
    /// `below`: what untouched pages are copied from, null when they are holes.
    Composer(const GuestMemory &memory, const Fd &file, const Fd *below, ZeroPages zeroPages)
        : m_memory(memory), m_file(file), m_below(below), m_zeroPages(zeroPages)
    {
    }

    Result<> compose(const DirtyBitmap &pages)
    {
        std::uint64_t done = 0; // bytes
        for (auto run = pages.nextRun(0); run.count != 0; run = pages.nextRun(run.first + run.count)) {
            TRY(copyBelow(done, run.first * kPage));
            done = (run.first + run.count) * kPage;
            TRY(writePages(run.first * kPage, done));
        }
        return copyBelow(done, m_memory.totalBytes());
    }

private:
    Result<> copyBelow(std::uint64_t begin, std::uint64_t end) const
    {
        return m_below ? copyData(*m_below, m_file, begin, end) : Result<>();
    }

    /// [begin, end) of the file may lie in several regions.
    Result<> writePages(std::uint64_t begin, std::uint64_t end) const
    {
        for (const GuestMemory::Region &region : m_memory.regions()) {
            const std::uint64_t from = std::max(begin, region.fileOffset);
            const std::uint64_t to = std::min(end, region.fileOffset + region.bytes);
            if (from >= to)
                continue;
            const std::span<const std::byte> pages(region.host + (from - region.fileOffset), to - from);
            TRY(m_zeroPages == ZeroPages::Leave ? writeNonZero(m_file, pages, from) : writeAll(m_file, pages, from));
        }
        return {};
    }

    const GuestMemory &m_memory;
    const Fd &m_file;
    const Fd *m_below;
    ZeroPages m_zeroPages;
};

/// Gives the file its length, as one hole.
Result<> setLength(const GuestMemory &memory, const Fd &file)
{
    for (const GuestMemory::Region &region : memory.regions()) {
        if (region.bytes % kPage != 0)
            return cannotWrite({ErrorKind::InvalidInput, "the memory is not made of whole pages"});
    }
    if (::ftruncate(file.get(), static_cast<off_t>(memory.totalBytes())) != 0)
        return cannot("set_length", errno);
    return {};
}

/// What stands under the file's name when a diff can be laid onto it.
Result<std::optional<Fd>> findBase(const AtomicFile &file, std::uint64_t bytes)
{
    auto present = TRY(file.openPresent());
    if (!present)
        return std::nullopt;
    struct stat status {};
    if (::fstat(present->get(), &status) != 0)
        return cannot("get_metadata", errno);
    if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) != bytes)
        return std::nullopt;
    return present;
}

Result<> composed(const Result<> &result)
{
    return result ? result : cannotWrite(result.error());
}

} // namespace

Result<> writeFull(const GuestMemory &memory, const AtomicFile &file)
{
    const FileSizeLimitAsError limit;
    TRY(setLength(memory, file.descriptor()));
    DirtyBitmap pages = touchedPages(memory);
    if (memory.pageSource() == PageSource::Handler)
        pages.mark(0, pages.pages()); // what was never touched is not here, only the handler has it
    Composer composer(memory, file.descriptor(), memory.memoryFile(), ZeroPages::Leave);
    return composed(composer.compose(pages));
}

Result<> writeDiff(const GuestMemory &memory, const DirtyBitmap &dirty, const AtomicFile &file)
{
    const FileSizeLimitAsError limit;
    TRY(setLength(memory, file.descriptor()));
    if (dirty.pages() != memory.discardedPages().pages())
        return cannotWrite({ErrorKind::InvalidInput, "the dirty pages are those of another memory"});
    const std::optional<Fd> base = TRY(findBase(file, memory.totalBytes()));
    Composer composer(memory, file.descriptor(), base ? &*base : nullptr, ZeroPages::Write);
    return composed(composer.compose(dirty));
}

} // namespace sparkler
