#include "snapshot/working_set_recorder.h"

#include "base/named_thread.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <poll.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = DirtyBitmap::kPage;
constexpr std::uint64_t kEntriesAtOnce = 8192; ///< 64 KiB of entries, 32 MiB of memory
constexpr int kPausePerLook = 5;               ///< large memories take longer: a sixth of a core at most
constexpr std::uint64_t kFeatureWpAsync = std::uint64_t{1} << 15; ///< UFFD_FEATURE_WP_ASYNC; not in older headers

} // namespace

WorkingSetRecorder::WorkingSetRecorder(const GuestMemory &memory, Pagemap pagemap, Fd stop)
    : m_memory(memory), m_pagemap(std::move(pagemap)), m_stop(std::move(stop)), m_seen(memory.discardedPages().pages()),
      m_entries(kEntriesAtOnce), m_set{memory.totalBytes(), {}}
{
}

Result<std::unique_ptr<WorkingSetRecorder>> WorkingSetRecorder::start(const GuestMemory &memory, Interval every)
{
    if (memory.pageSource() != PageSource::File)
        return fail(ErrorKind::InvalidInput, "a working set can only be recorded of a mapped memory file");
    Pagemap pagemap = TRY(Pagemap::open());
    Fd stop = TRY(Fd::eventFd());
    std::unique_ptr<WorkingSetRecorder> recorder(new WorkingSetRecorder(memory, std::move(pagemap), std::move(stop)));
    recorder->exemptFromFaultAround();
    try {
        recorder->m_thread = startNamedThread("fc_record", [self = recorder.get(), every] { self->watch(every); });
    } catch (const std::system_error &error) {
        return hostError(error.code().value());
    }
    return recorder;
}

void WorkingSetRecorder::exemptFromFaultAround()
{
    auto exempt = Userfaultfd::open(Userfaultfd::Faults::OfUserCode, kFeatureWpAsync);
    for (const GuestMemory::Region &region : m_memory.regions()) {
        if (!exempt || !exempt->add(region, Userfaultfd::Mode::WriteProtect))
            return; // what was registered ends with the descriptor
    }
    m_exempt = std::move(*exempt);
}

void WorkingSetRecorder::watch(Interval every)
{
    pollfd stop{m_stop.get(), POLLIN, 0};
    for (Interval pause = every; m_state && ::poll(&stop, 1, static_cast<int>(pause.count())) <= 0;) {
        const auto start = std::chrono::steady_clock::now();
        m_state = look();
        const auto took = std::chrono::steady_clock::now() - start;
        pause = std::max(every, std::chrono::ceil<Interval>(took * kPausePerLook));
    }
}

Result<> WorkingSetRecorder::look()
{
    for (const GuestMemory::Region &region : m_memory.regions()) {
        const std::uint64_t pages = region.bytes / kPage;
        for (std::uint64_t first = 0; first < pages; first += kEntriesAtOnce) {
            const auto entries = std::span(m_entries).first(std::min(kEntriesAtOnce, pages - first));
            TRY(m_pagemap.read(region.host + first * kPage, entries));
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (Pagemap::isPopulated(entries[i]))
                    note(region.fileOffset / kPage + first + i);
            }
        }
    }
    m_looks.fetch_add(1, std::memory_order_release);
    return {};
}

void WorkingSetRecorder::note(std::uint64_t page)
{
    if (m_seen.isMarked(page))
        return;
    m_seen.mark(page, 1);
    if (!m_set.runs.empty()) {
        WorkingSet::Run &last = m_set.runs.back();
        if (std::uint64_t{last.first} + last.count == page) {
            ++last.count;
            return;
        }
    }
    if (m_set.runs.size() < kMostWorkingSetRuns && page <= UINT32_MAX)
        m_set.runs.push_back({static_cast<std::uint32_t>(page), 1});
}

Result<WorkingSet> WorkingSetRecorder::finish()
{
    stopThread();
    TRY(std::exchange(m_state, {}));
    TRY(look());
    m_exempt.reset();
    return std::exchange(m_set, {});
}

void WorkingSetRecorder::stopThread() noexcept
{
    if (!m_thread.joinable())
        return;
    signalEventFd(m_stop.get());
    m_thread.join();
}

WorkingSetRecorder::~WorkingSetRecorder()
{
    stopThread();
}

} // namespace sparkler
