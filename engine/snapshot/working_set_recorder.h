#pragma once

#include "base/fd.h"
#include "memory/dirty_bitmap.h"
#include "memory/guest_memory.h"
#include "snapshot/pagemap.h"
#include "snapshot/userfaultfd.h"
#include "snapshot/working_set.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

namespace sparkler {

/// Finds out which pages of a restored, file-backed memory the guest and we touch: a thread looks every few
/// milliseconds which ones the kernel has mapped by now. What it sees at once is in the order of addresses.
///
/// Why not a userfaultfd that serves the pages, which would know the exact order: it would stand in the way of every
/// first access, needs a privilege that a jailed engine lacks, and a bug in it hangs the guest. This one only looks on;
/// when it fails, there is no record. The kernel maps neighbours along with a page (fault-around), which would record
/// up to 16 pages for one. Memory registered for asynchronous write protection is exempt from that (Linux 6.7), so we
/// register it and protect nothing; on older kernels the record is coarser.
class WorkingSetRecorder {
public:
    using Interval = std::chrono::milliseconds;

    /// To be started before the guest runs; what was touched before counts as touched now. `memory` outlives this
    /// object. Not together with a prefetcher, whose pages would count as touched. Errors: InvalidInput for memory that
    /// is not a file's; Host when there is no /proc or no thread.
    static Result<std::unique_ptr<WorkingSetRecorder>> start(const GuestMemory &memory, Interval every = Interval(10));

    /// Ends the recording and gives what was seen, up to now. Error: Host when the kernel stopped telling.
    Result<WorkingSet> finish();

    /// How often it has looked at the whole memory.
    std::uint64_t looks() const { return m_looks.load(std::memory_order_acquire); }
    /// Whether pages are told apart one by one (see above).
    bool isExact() const { return m_exempt.has_value(); }

    ~WorkingSetRecorder();
    WorkingSetRecorder(const WorkingSetRecorder &) = delete;
    WorkingSetRecorder &operator=(const WorkingSetRecorder &) = delete;

private:
    WorkingSetRecorder(const GuestMemory &memory, Pagemap pagemap, Fd stop);
    void exemptFromFaultAround();
    void watch(Interval every);
    /// Appends what was touched since the last look.
    Result<> look();
    void note(std::uint64_t page);
    void stopThread() noexcept;

    const GuestMemory &m_memory;
    Pagemap m_pagemap;
    Fd m_stop; ///< eventfd
    std::optional<Userfaultfd> m_exempt;
    DirtyBitmap m_seen;
    std::vector<std::uint64_t> m_entries; ///< of one look at one piece
    WorkingSet m_set;
    Result<> m_state; ///< of the looks so far
    std::atomic<std::uint64_t> m_looks{0};
    std::thread m_thread;
};

} // namespace sparkler
