#include "memory/guest_memory.h"

#include "base/os_error.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHugePage = 2u << 20;

std::unexpected<Error> outsideMemory(GuestAddress at, std::uint64_t bytes)
{
    return fail(ErrorKind::GuestFault, "guest range of " + std::to_string(bytes) + " bytes at address " +
                                           std::to_string(at.value()) + " is not memory");
}

constexpr std::uint64_t bytesOfPage(PageBacking backing)
{
    return backing == PageBacking::Huge2M ? kHugePage : kPage;
}

/// Marks the pages of [fileOffset, fileOffset + bytes); `bytes` is not 0.
void markBytes(DirtyBitmap &pages, std::uint64_t fileOffset, std::uint64_t bytes)
{
    const std::uint64_t first = fileOffset / kPage;
    pages.mark(first, (fileOffset + bytes - 1) / kPage - first + 1);
}

} // namespace

Result<GuestMemory> GuestMemory::map(std::span<const MemoryRange> ranges, PageBacking backing)
{
    return mapRegions(ranges, backing, -1);
}

Result<GuestMemory> GuestMemory::mapFile(std::span<const MemoryRange> ranges, const Fd &file, PageBacking backing)
{
    if (backing == PageBacking::Huge2M) {
        return fail(ErrorKind::InvalidInput,
                    "Cannot restore hugetlbfs backed snapshot by mapping the memory file. Please use uffd.");
    }
    std::uint64_t wanted = 0;
    for (const MemoryRange &range : ranges) {
        const auto sum = checkedAdd(wanted, range.bytes);
        if (!sum)
            return hostError(ENOMEM);
        wanted = *sum;
    }
    const std::uint64_t present = TRY(fileSizeBytes(file));
    if (present < wanted) {
        return fail(ErrorKind::Host, "the memory file is too short: it has " + std::to_string(present) +
                                         " bytes, the machine's memory " + std::to_string(wanted));
    }
    Fd kept(::fcntl(file.get(), F_DUPFD_CLOEXEC, 0));
    if (!kept)
        return hostError(errno);
    GuestMemory memory = TRY(mapRegions(ranges, backing, kept.get()));
    memory.m_pageSource = PageSource::File;
    memory.m_file.reset(new FileBacking{std::move(kept), DirtyBitmap(memory.m_discarded->pages())});
    return memory;
}

Result<GuestMemory> GuestMemory::mapRegions(std::span<const MemoryRange> ranges, PageBacking backing, int file)
{
    GuestMemory memory;
    memory.m_backing = backing;
    const std::uint64_t guard = bytesOfPage(backing);
    std::uint64_t fileOffset = 0;
    for (const MemoryRange &range : ranges) {
        // First reserve with the guards, then put the RAM in the middle: neighbours stay separate mappings.
        const auto reserved = checkedAdd<std::uint64_t>(range.bytes, 3 * guard);
        if (!reserved)
            return hostError(ENOMEM);
        void *base = ::mmap(nullptr, *reserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base == MAP_FAILED)
            return hostError(errno);
        memory.m_mappings.push_back(Mapping{base, *reserved});
        const auto aligned = *alignUp(reinterpret_cast<std::uintptr_t>(base) + guard, guard);
        int flags = MAP_PRIVATE | MAP_NORESERVE | MAP_FIXED;
        if (file < 0)
            flags |= MAP_ANONYMOUS;
        if (backing == PageBacking::Huge2M) {
            // Without a reservation a missing huge page would kill the process later with SIGBUS: reserve them now.
            flags = (flags & ~MAP_NORESERVE) | MAP_HUGETLB | (21 << MAP_HUGE_SHIFT);
        }
        void *ram = ::mmap(reinterpret_cast<void *>(aligned), range.bytes, PROT_READ | PROT_WRITE, flags, file,
                           file < 0 ? 0 : static_cast<off_t>(fileOffset));
        if (ram == MAP_FAILED)
            return hostError(errno);
        if (backing == PageBacking::Transparent && ::madvise(ram, range.bytes, MADV_HUGEPAGE) != 0)
            return hostError(errno);
        // Guest pages do not belong into a core file of the monitor.
        ::madvise(ram, range.bytes, MADV_DONTDUMP);
        memory.m_regions.push_back(Region{range.start, range.bytes, static_cast<std::byte *>(ram), fileOffset});
        const auto next = checkedAdd(fileOffset, range.bytes);
        if (!next)
            return hostError(ENOMEM);
        fileOffset = *next;
    }
    memory.m_discarded = std::make_unique<DirtyBitmap>(fileOffset / kPage + (fileOffset % kPage != 0 ? 1 : 0));
    return memory;
}

GuestMemory::GuestMemory(GuestMemory &&other) noexcept
    : m_regions(std::exchange(other.m_regions, {})), m_mappings(std::exchange(other.m_mappings, {})),
      m_backing(other.m_backing), m_pageSource(other.m_pageSource), m_discarded(std::move(other.m_discarded)),
      m_dirty(std::move(other.m_dirty)), m_file(std::move(other.m_file))
{
}

GuestMemory &GuestMemory::operator=(GuestMemory &&other) noexcept
{
    if (this != &other) {
        unmapAll();
        m_regions = std::exchange(other.m_regions, {});
        m_mappings = std::exchange(other.m_mappings, {});
        m_backing = other.m_backing;
        m_pageSource = other.m_pageSource;
        m_discarded = std::move(other.m_discarded);
        m_dirty = std::move(other.m_dirty);
        m_file = std::move(other.m_file);
    }
    return *this;
}

GuestMemory::~GuestMemory()
{
    unmapAll();
}

void GuestMemory::unmapAll() noexcept
{
    for (const Mapping &mapping : m_mappings)
        ::munmap(mapping.base, mapping.bytes);
    m_mappings.clear();
    m_regions.clear();
}

std::uint64_t GuestMemory::pageBytes() const
{
    return bytesOfPage(m_backing);
}

void GuestMemory::trackDirtyPages()
{
    if (!m_dirty)
        m_dirty = std::make_unique<DirtyBitmap>(m_discarded->pages());
}

std::uint64_t GuestMemory::totalBytes() const
{
    std::uint64_t total = 0;
    for (const Region &region : m_regions)
        total += region.bytes;
    return total;
}

template <typename Visit>
bool GuestMemory::visitPieces(GuestAddress at, std::uint64_t bytes, Visit visit) const
{
    // Almost every range lies in one region: look for that first.
    for (const Region &region : m_regions) {
        const auto offset = checkedSubtract(at.value(), region.start.value());
        if (offset && *offset < region.bytes && bytes <= region.bytes - *offset) {
            if (bytes > 0) // an empty span may have no data()
                visit(region.host + *offset, bytes, region.fileOffset + *offset);
            return true;
        }
    }
    if (!contains(at, bytes))
        return false;
    std::uint64_t address = at.value();
    for (const Region &region : m_regions) {
        if (bytes == 0)
            break;
        if (address < region.start.value() || address - region.start.value() >= region.bytes)
            continue;
        const std::uint64_t offset = address - region.start.value();
        const std::uint64_t piece = std::min(bytes, region.bytes - offset);
        visit(region.host + offset, piece, region.fileOffset + offset);
        address += piece;
        bytes -= piece;
    }
    return true;
}

template <Access access, typename Visit>
bool GuestMemory::forEachPiece(GuestAddress at, std::uint64_t bytes, Visit visit) const
{
    return visitPieces(at, bytes, [&](std::byte *host, std::uint64_t piece, std::uint64_t fileOffset) {
        if constexpr (access == Access::Write) {
            if (m_dirty) [[unlikely]]
                markBytes(*m_dirty, fileOffset, piece);
        }
        visit(host, piece);
    });
}

bool GuestMemory::contains(GuestAddress at, std::uint64_t bytes) const
{
    std::uint64_t address = at.value();
    std::uint64_t left = bytes;
    for (const Region &region : m_regions) {
        if (address < region.start.value() || address - region.start.value() >= region.bytes)
            continue;
        const std::uint64_t available = region.bytes - (address - region.start.value());
        if (left <= available)
            return true;
        left -= available;
        address += available;
    }
    return false;
}

Result<> GuestMemory::readBytes(GuestAddress at, std::span<std::byte> out) const
{
    std::byte *to = out.data();
    const bool done = forEachPiece<Access::Read>(at, out.size(), [&to](const std::byte *host, std::uint64_t bytes) {
        std::memcpy(to, host, bytes);
        to += bytes;
    });
    if (!done)
        return outsideMemory(at, out.size());
    return {};
}

Result<> GuestMemory::writeBytes(GuestAddress at, std::span<const std::byte> in) const
{
    const std::byte *from = in.data();
    const bool done = forEachPiece<Access::Write>(at, in.size(), [&from](std::byte *host, std::uint64_t bytes) {
        std::memcpy(host, from, bytes);
        from += bytes;
    });
    if (!done)
        return outsideMemory(at, in.size());
    return {};
}

Result<> GuestMemory::zero(GuestAddress at, std::uint64_t bytes) const
{
    if (!forEachPiece<Access::Write>(at, bytes,
                                     [](std::byte *host, std::uint64_t piece) { std::memset(host, 0, piece); }))
        return outsideMemory(at, bytes);
    return {};
}

Result<> GuestMemory::discard(GuestAddress at, std::uint64_t bytes) const
{
    if (at.value() % kPage != 0 || bytes % kPage != 0)
        return outsideMemory(at, bytes);
    // madvise(2) rounds a length in huge pages down, and so may succeed without doing anything.
    bool wholePages = true;
    const bool inside = forEachPiece<Access::Read>(at, bytes, [&](const std::byte *host, std::uint64_t piece) {
        wholePages &= (reinterpret_cast<std::uintptr_t>(host) | piece) % pageBytes() == 0;
    });
    if (!inside)
        return outsideMemory(at, bytes);
    if (!wholePages)
        return hostError(EINVAL);
    int error = 0;
    visitPieces(at, bytes, [&](std::byte *host, std::uint64_t piece, std::uint64_t fileOffset) {
        if (const int reason = discardPiece(host, piece, fileOffset); reason != 0)
            error = reason;
    });
    if (error != 0)
        return hostError(error);
    return {};
}

int GuestMemory::discardPiece(std::byte *host, std::uint64_t bytes, std::uint64_t fileOffset) const
{
    markBytes(*m_discarded, fileOffset, bytes);
    if (m_dirty)
        markBytes(*m_dirty, fileOffset, bytes);
    if (m_file)
        return replaceFilePages(host, bytes, fileOffset);
    return ::madvise(host, bytes, MADV_DONTNEED) == 0 ? 0 : errno;
}

int GuestMemory::replaceFilePages(std::byte *host, std::uint64_t bytes, std::uint64_t fileOffset) const
{
    const std::uint64_t first = fileOffset / kPage;
    const DirtyBitmap::Run replaced = m_file->replaced.nextRun(first);
    if (replaced.first == first && replaced.count >= bytes / kPage)
        return ::madvise(host, bytes, MADV_DONTNEED) == 0 ? 0 : errno;
    if (m_file->count.fetch_add(1, std::memory_order_relaxed) >= kMostReplacements) {
        m_file->count.fetch_sub(1, std::memory_order_relaxed);
        std::memset(host, 0, bytes);
        return 0;
    }
    // SAFETY: the range lies within one region of ours; its addresses stay mapped, at no moment to anything else.
    if (::mmap(host, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) ==
        MAP_FAILED)
        return errno;
    ::madvise(host, bytes, MADV_DONTDUMP);
    if (m_backing == PageBacking::Transparent)
        ::madvise(host, bytes, MADV_HUGEPAGE);
    m_file->replaced.mark(first, bytes / kPage);
    return 0;
}

Result<std::uint16_t> GuestMemory::loadAcquire(GuestAddress at) const
{
    std::uint16_t value = 0;
    if (at.value() % alignof(std::uint16_t) != 0)
        return outsideMemory(at, sizeof value);
    // Aligned, so it lies in one piece. SAFETY: regions are page aligned, hence the pointer is 2-byte aligned too.
    const bool done = forEachPiece<Access::Read>(at, sizeof value, [&value](std::byte *host, std::uint64_t) {
        value = std::atomic_ref(*reinterpret_cast<std::uint16_t *>(host)).load(std::memory_order_acquire);
    });
    if (!done)
        return outsideMemory(at, sizeof value);
    return value;
}

Result<> GuestMemory::storeRelease(GuestAddress at, std::uint16_t value) const
{
    if (at.value() % alignof(std::uint16_t) != 0)
        return outsideMemory(at, sizeof value);
    // SAFETY: as in loadAcquire.
    const bool done = forEachPiece<Access::Write>(at, sizeof value, [value](std::byte *host, std::uint64_t) {
        std::atomic_ref(*reinterpret_cast<std::uint16_t *>(host)).store(value, std::memory_order_release);
    });
    if (!done)
        return outsideMemory(at, sizeof value);
    return {};
}

Result<> GuestMemory::appendSlices(GuestAddress at, std::uint64_t bytes, std::vector<iovec> &out, Access access) const
{
    const auto append = [&out](std::byte *host, std::uint64_t piece) { out.push_back(iovec{host, piece}); };
    const bool done = access == Access::Write ? forEachPiece<Access::Write>(at, bytes, append)
                                              : forEachPiece<Access::Read>(at, bytes, append);
    if (!done)
        return outsideMemory(at, bytes);
    return {};
}

} // namespace sparkler
