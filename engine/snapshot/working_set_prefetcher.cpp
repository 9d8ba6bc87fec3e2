#include "snapshot/working_set_prefetcher.h"

#include "base/named_thread.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <sys/mman.h>
#include <sys/uio.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = 4096;
/// Pages between two recorded stretches that are read along: one larger read is cheaper than two.
constexpr std::uint64_t kMostPagesAlong = 8;
/// What is mapped with one call; stopping waits for one.
constexpr std::uint64_t kMostPagesOfPiece = 256;
/// How much the kernel may be reading ahead of what is being mapped.
constexpr std::uint64_t kReadAheadBytes = 16u << 20;
constexpr std::size_t kSamples = 64; ///< of whether it is all in the page cache

} // namespace

Result<std::unique_ptr<WorkingSetPrefetcher>> WorkingSetPrefetcher::start(const GuestMemory &memory,
                                                                          const WorkingSet &set, When when)
{
    if (memory.pageSource() != PageSource::File)
        return fail(ErrorKind::InvalidInput, "a working set can only be prefetched into a mapped memory file");
    if (set.memoryBytes != memory.totalBytes())
        return fail(ErrorKind::InvalidInput, "the working set is of another memory");
    std::unique_ptr<WorkingSetPrefetcher> prefetcher(
        new WorkingSetPrefetcher(memory.memoryFile()->get(), piecesOf(memory, set)));
    if (when == When::NotCached && prefetcher->isCached()) {
        prefetcher->m_done = true;
        return prefetcher;
    }
    try {
        prefetcher->m_thread = startNamedThread("fc_prefetch", [self = prefetcher.get()] { self->run(); });
    } catch (const std::system_error &error) {
        return hostError(error.code().value());
    }
    return prefetcher;
}

std::vector<WorkingSetPrefetcher::Piece> WorkingSetPrefetcher::piecesOf(const GuestMemory &memory,
                                                                        const WorkingSet &set)
{
    std::vector<Piece> pieces;
    const auto add = [&](std::uint64_t first, std::uint64_t end) { // pages of the memory file
        for (const GuestMemory::Region &region : memory.regions()) {
            const std::uint64_t to = std::min(end * kPage, region.fileOffset + region.bytes);
            for (std::uint64_t at = std::max(first * kPage, region.fileOffset); at < to;) {
                const std::uint64_t bytes = std::min(to - at, kMostPagesOfPiece * kPage);
                pieces.push_back({region.host + (at - region.fileOffset), bytes, at});
                at += bytes;
            }
        }
    };
    for (std::size_t i = 0; i < set.runs.size();) {
        const std::uint64_t first = set.runs[i].first;
        std::uint64_t end = first + set.runs[i].count;
        for (++i; i < set.runs.size(); ++i) {
            const WorkingSet::Run &next = set.runs[i];
            if (next.first < end || next.first - end > kMostPagesAlong)
                break;
            end = std::uint64_t{next.first} + next.count;
        }
        add(first, end);
    }
    return pieces;
}

bool WorkingSetPrefetcher::isCached() const
{
    const std::size_t step = std::max<std::size_t>(1, m_pieces.size() / kSamples);
    for (std::size_t i = 0; i < m_pieces.size(); i += step) {
        // Fails for what is not in the page cache. mincore(2) tells the truth about one's own files only.
        char byte = 0;
        const iovec one{&byte, 1};
        if (::preadv2(m_file, &one, 1, static_cast<off_t>(m_pieces[i].fileOffset), RWF_NOWAIT) != 1)
            return false;
    }
    return true;
}

void WorkingSetPrefetcher::run()
{
    std::size_t ahead = 0;           // the next piece to have read
    std::uint64_t bytesOnTheWay = 0; // of pieces between the one being mapped and that
    for (std::size_t at = 0; at < m_pieces.size() && !m_stop.load(std::memory_order_relaxed); ++at) {
        while (ahead < m_pieces.size() && bytesOnTheWay < kReadAheadBytes) {
            ::madvise(m_pieces[ahead].host, m_pieces[ahead].bytes, MADV_WILLNEED); // starts reading, does not wait
            bytesOnTheWay += m_pieces[ahead++].bytes;
        }
        // Not known before Linux 5.14: then the pages are in the page cache at least.
        ::madvise(m_pieces[at].host, m_pieces[at].bytes, MADV_POPULATE_READ);
        bytesOnTheWay -= m_pieces[at].bytes;
    }
    m_done.store(true, std::memory_order_release);
}

WorkingSetPrefetcher::~WorkingSetPrefetcher()
{
    m_stop.store(true, std::memory_order_relaxed);
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace sparkler
