#include "snapshot/residency.h"

#include <algorithm>
#include <vector>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = DirtyBitmap::kPage;
constexpr std::uint64_t kEntriesAtOnce = 16384; ///< 128 KiB of entries, 64 MiB of memory

/// Adds the touched pages of one region.
Result<> addRegion(const Pagemap &pagemap, const GuestMemory::Region &region, PageSource source, DirtyBitmap &touched)
{
    const std::uint64_t pages = region.bytes / kPage;
    std::vector<std::uint64_t> entries(std::min(pages, kEntriesAtOnce));
    for (std::uint64_t first = 0; first < pages; first += entries.size()) {
        const auto piece = std::span(entries).first(std::min<std::uint64_t>(entries.size(), pages - first));
        TRY(pagemap.read(region.host + first * kPage, piece));
        for (std::size_t i = 0; i < piece.size(); ++i) {
            // A private mapping of a file holds the file's own page until somebody writes.
            const bool counts =
                source == PageSource::File ? Pagemap::isAnonymous(piece[i]) : Pagemap::isPopulated(piece[i]);
            if (counts)
                touched.mark(region.fileOffset / kPage + first + i, 1);
        }
    }
    return {};
}

} // namespace

DirtyBitmap touchedPages(const GuestMemory &memory)
{
    return touchedPages(memory, Pagemap::open());
}

DirtyBitmap touchedPages(const GuestMemory &memory, const Result<Pagemap> &pagemap)
{
    const DirtyBitmap &discarded = memory.discardedPages();
    DirtyBitmap touched(discarded.pages());
    bool known = pagemap.has_value();
    for (const GuestMemory::Region &region : memory.regions())
        known = known && addRegion(*pagemap, region, memory.pageSource(), touched).has_value();
    if (!known)
        touched.mark(0, touched.pages());
    for (auto run = discarded.nextRun(0); run.count != 0; run = discarded.nextRun(run.first + run.count))
        touched.mark(run.first, run.count);
    return touched;
}

} // namespace sparkler
