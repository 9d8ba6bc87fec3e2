#include "snapshot/paging.h"

#include "base/fd.h"
#include "events/timer.h"
#include "snapshot/uffd.h"
#include "snapshot/working_set.h"
#include "snapshot/working_set_prefetcher.h"
#include "snapshot/working_set_recorder.h"
#include "telemetry/log.h"

#include <chrono>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/epoll.h>
#include <utility>

namespace sparkler::snapshot {
namespace {

/// A guest that was restored has answered long before that, and what it touches later is not worth reading ahead.
constexpr std::chrono::seconds kRecordingTime{10};

/// Reads what was recorded ahead.
class Prefetching final : public Paging {
public:
    explicit Prefetching(std::unique_ptr<WorkingSetPrefetcher> prefetcher) : m_prefetcher(std::move(prefetcher)) {}
    void follow(const GuestMemory &, EventLoop &) override {}

private:
    std::unique_ptr<WorkingSetPrefetcher> m_prefetcher;
};

/// Records which pages are touched first. A machine that never ran leaves what was recorded before.
class Recording final : public Paging {
public:
    explicit Recording(std::string memoryPath) : m_memoryPath(std::move(memoryPath)) {}
    ~Recording() override { finish(); }

    void follow(const GuestMemory &memory, EventLoop &loop) override
    {
        if (std::exchange(m_followed, true))
            return;
        if (const auto started = start(memory, loop); !started)
            logWarnAlways("The working set is not recorded: {}", started.error().text);
    }

private:
    Result<> start(const GuestMemory &memory, EventLoop &loop)
    {
        m_end.emplace(TRY(TimerFd::create()));
        m_onEnd = TRY(loop.watch(m_end->get(), EPOLLIN, [this](std::uint32_t) {
            m_end->drain();
            finish();
        }));
        m_recorder = TRY(WorkingSetRecorder::start(memory));
        m_end->armOnce(kRecordingTime);
        return {};
    }

    void finish()
    {
        if (!m_recorder)
            return;
        auto set = m_recorder->finish();
        m_recorder.reset();
        const auto written = set ? writeWorkingSet(m_memoryPath, *set) : Result<>(propagate(std::move(set)));
        if (written)
            logInfoAlways("The working set is in {}", workingSetPath(m_memoryPath));
        else
            logWarnAlways("The working set is not recorded: {}", written.error().text);
    }

    std::string m_memoryPath;
    bool m_followed = false;
    std::optional<TimerFd> m_end;
    EventLoop::Registration m_onEnd;
    std::unique_ptr<WorkingSetRecorder> m_recorder;
};

/// Another process brings the pages.
class Handled final : public Paging {
public:
    explicit Handled(UffdBackend backend) : m_backend(std::move(backend)) {}
    Result<> watch(std::function<void()> onLost)
    {
        return m_backend.watch([lost = std::move(onLost)](UffdBackend::End end) {
            if (end == UffdBackend::End::Lost)
                lost();
            else
                logInfoAlways("The page fault handler has ended. It had brought all of the guest's memory.");
        });
    }
    void follow(const GuestMemory &, EventLoop &) override {}

private:
    UffdBackend m_backend;
};

/// Nothing is left to do: pages come when they are touched.
class OnDemand final : public Paging {
public:
    void follow(const GuestMemory &, EventLoop &) override {}
};

std::unique_ptr<Paging> pagingOf(const LoadRequest &request, const GuestMemory &memory)
{
    if (request.recordWorkingSet)
        return std::make_unique<Recording>(request.memoryPath);
    const auto set = readWorkingSet(request.memoryPath, memory.totalBytes());
    if (!set) {
        if (set.error().kind != ErrorKind::NotFound)
            logWarnAlways("The recorded working set is of no use: {}", set.error().text);
        return std::make_unique<OnDemand>();
    }
    auto prefetcher = WorkingSetPrefetcher::start(memory, *set);
    if (!prefetcher) {
        logWarnAlways("The recorded working set is of no use: {}", prefetcher.error().text);
        return std::make_unique<OnDemand>();
    }
    return std::make_unique<Prefetching>(std::move(*prefetcher));
}

Result<RestoredMemory> openFile(const LoadRequest &request, const std::vector<MemoryRange> &ranges, PageBacking backing)
{
    constexpr std::string_view kPrefix = "Failed to load guest memory: Error creating guest memory from file: ";
    // O_NONBLOCK: a FIFO must not stop the whole monitor.
    const auto file = Fd::open(request.memoryPath, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file)
        return prefixed(std::string(kPrefix) + "Failed to load guest memory: ", file.error());
    auto memory = GuestMemory::mapFile(ranges, *file, backing);
    if (!memory)
        return prefixed(kPrefix, memory.error());
    // Reads ahead from now on, while the rest of the machine is made.
    auto paging = pagingOf(request, *memory);
    return RestoredMemory{std::make_shared<GuestMemory>(std::move(*memory)), std::move(paging)};
}

Result<RestoredMemory> openHandled(const LoadRequest &request, const std::vector<MemoryRange> &ranges,
                                   PageBacking backing, std::function<void()> onLost)
{
    constexpr std::string_view kPrefix = "Failed to load guest memory: Error creating guest memory from uffd: ";
    auto memory = GuestMemory::map(ranges, backing);
    if (!memory)
        return prefixed(std::string(kPrefix) + "Failed to load guest memory: ", memory.error());
    auto backend = UffdBackend::connect(*memory, request.memoryPath);
    if (!backend)
        return prefixed(kPrefix, backend.error());
    auto handled = std::make_unique<Handled>(std::move(*backend));
    if (const auto watching = handled->watch(std::move(onLost)); !watching)
        return prefixed(kPrefix, watching.error());
    return RestoredMemory{std::make_shared<GuestMemory>(std::move(*memory)), std::move(handled)};
}

} // namespace

Result<RestoredMemory> openMemory(const LoadRequest &request, const std::vector<MemoryRange> &ranges,
                                  PageBacking backing, std::function<void()> onLost)
{
    if (request.backend == MemoryBackend::Uffd)
        return openHandled(request, ranges, backing, std::move(onLost));
    return openFile(request, ranges, backing);
}

} // namespace sparkler::snapshot
