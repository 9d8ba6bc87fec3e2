#pragma once

#include "memory/guest_memory.h"
#include "snapshot/working_set.h"

#include <atomic>
#include <memory>
#include <thread>

namespace sparkler {

/// Brings the recorded pages of a restored memory in before the guest asks for them: a thread goes through the recorded
/// order, has the kernel read ahead in large pieces, and maps what has arrived. The vCPUs run meanwhile. Reads only:
/// no page changes, none counts as written. Whatever fails leaves pages to be read when they are touched, as without
/// it.
///
/// With the pages in the page cache already there is nothing to gain, and the thread would only take time from the
/// vCPUs (tests/bench/bench_restore): then there is none.
class WorkingSetPrefetcher {
public:
    enum class When {
        NotCached, ///< unless a sample of the recorded pages is all in the page cache
        Always,    ///< for measurements and tests
    };
    /// `memory` outlives this object; `set` is of it (decodeWorkingSet()). Errors: InvalidInput when it is not, or for
    /// memory that is not a file's; Host when there is no thread to be had.
    static Result<std::unique_ptr<WorkingSetPrefetcher>> start(const GuestMemory &memory, const WorkingSet &set,
                                                               When when = When::NotCached);

    bool isDone() const { return m_done.load(std::memory_order_acquire); }

    /// Stops after the piece at hand (at most 1 MiB) and joins.
    ~WorkingSetPrefetcher();
    WorkingSetPrefetcher(const WorkingSetPrefetcher &) = delete;
    WorkingSetPrefetcher &operator=(const WorkingSetPrefetcher &) = delete;

private:
    struct Piece {
        std::byte *host = nullptr;
        std::uint64_t bytes = 0;
        std::uint64_t fileOffset = 0;
    };
    WorkingSetPrefetcher(int file, std::vector<Piece> pieces) : m_file(file), m_pieces(std::move(pieces)) {}
    static std::vector<Piece> piecesOf(const GuestMemory &memory, const WorkingSet &set);
    bool isCached() const;
    void run();

    int m_file;                  ///< the memory's
    std::vector<Piece> m_pieces; ///< in order, each within one region
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_done{false};
    std::thread m_thread;
};

} // namespace sparkler
