// What a restored machine's first work costs the host in page faults: memory mapped lazily, populated as a whole, and
// with a recorded working set prefetched meanwhile. The guest is played: it touches 5 % of the pages, in short runs at
// random places, writes every third, and computes for 2 us after each. Timed from mapping the file to its last touch.
// Arguments: MiB of memory, 1 for a cold page cache. BENCH_MIB is the memory's size, 128 if it is not set. The file
// lies under TMPDIR, so choose a real disk there.

#include "snapshot/residency.h"
#include "snapshot/working_set_prefetcher.h"
#include "snapshot/working_set_recorder.h"
#include "support/temp_files.h"

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kMib = 1 << 20;
constexpr auto kThink = std::chrono::microseconds(2);

void computeFor(Clock::duration time)
{
    for (const auto end = Clock::now() + time; Clock::now() < end;) {
    }
}

/// A memory file without holes, and what its guest does first.
class Subject {
public:
    explicit Subject(std::uint64_t bytes) : m_bytes(bytes), m_path(m_dir.file("mem"))
    {
        std::mt19937_64 random(2026);
        writeFile(m_path, std::string_view());
        m_file = std::move(Fd::open(m_path, O_RDWR).value());
        std::vector<std::uint64_t> chunk(kMib / sizeof(std::uint64_t));
        for (std::uint64_t at = 0; at < bytes; at += kMib) {
            for (std::uint64_t &word : chunk)
                word = random();
            if (::pwrite(m_file.get(), chunk.data(), kMib, static_cast<off_t>(at)) != ssize_t{kMib})
                std::abort();
        }
        ::fsync(m_file.get());
        std::vector<bool> seen(bytes / kPage);
        while (m_touches.size() < seen.size() / 20) {
            const std::uint64_t first = random() % seen.size();
            for (std::uint64_t page = first; page < std::min<std::uint64_t>(first + 1 + random() % 7, seen.size());
                 ++page) {
                if (!seen[page])
                    m_touches.push_back(page);
                seen[page] = true;
            }
        }
        const GuestMemory memory = map();
        const auto recorder = std::move(WorkingSetRecorder::start(memory, std::chrono::milliseconds(10)).value());
        play(memory);
        m_set = std::move(recorder->finish().value());
    }

    GuestMemory map() const
    {
        return std::move(GuestMemory::mapFile(std::array{MemoryRange{GuestAddress(0), m_bytes}}, m_file).value());
    }

    void play(const GuestMemory &memory) const
    {
        std::byte *host = memory.regions()[0].host;
        std::uint64_t count = 0;
        for (const std::uint64_t page : m_touches) {
            volatile std::byte &byte = host[page * kPage];
            if (++count % 3 == 0)
                byte = std::byte{1};
            else
                benchmark::DoNotOptimize(std::to_integer<int>(byte));
            computeFor(kThink);
        }
    }

    void setCache(bool cold) const
    {
        if (cold)
            ::posix_fadvise(m_file.get(), 0, 0, POSIX_FADV_DONTNEED);
        else // reading ahead would not wait until it is there
            benchmark::DoNotOptimize(readFile(m_path).size());
    }

    const WorkingSet &set() const { return m_set; }
    std::size_t touches() const { return m_touches.size(); }

private:
    TempDir m_dir;
    std::uint64_t m_bytes;
    std::string m_path;
    Fd m_file;
    std::vector<std::uint64_t> m_touches; ///< pages, in order
    WorkingSet m_set;
};

const Subject &subjectOf(std::int64_t mib)
{
    static std::map<std::int64_t, Subject> subjects;
    return subjects.try_emplace(mib, static_cast<std::uint64_t>(mib) * kMib).first->second;
}

template <typename Before>
void restore(benchmark::State &state, Before before)
{
    const Subject &subject = subjectOf(state.range(0));
    for (auto _ : state) {
        subject.setCache(state.range(1) != 0);
        const auto start = Clock::now();
        const GuestMemory memory = subject.map();
        [[maybe_unused]] const auto kept = before(memory, subject);
        subject.play(memory);
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - start).count());
    }
    state.counters["touched"] = static_cast<double>(subject.touches());
    state.counters["recorded"] = static_cast<double>(subject.set().pages());
}

void lazily(benchmark::State &state)
{
    restore(state, [](const GuestMemory &, const Subject &) { return 0; });
}

void populated(benchmark::State &state)
{
    restore(state, [](const GuestMemory &memory, const Subject &) {
        return ::madvise(memory.regions()[0].host, memory.totalBytes(), MADV_POPULATE_READ);
    });
}

void workingSet(benchmark::State &state)
{
    restore(state, [](const GuestMemory &memory, const Subject &subject) {
        return std::move(WorkingSetPrefetcher::start(memory, subject.set()).value());
    });
}

/// Also with everything in the page cache.
void workingSetAlways(benchmark::State &state)
{
    restore(state, [](const GuestMemory &memory, const Subject &subject) {
        constexpr auto kAlways = WorkingSetPrefetcher::When::Always;
        return std::move(WorkingSetPrefetcher::start(memory, subject.set(), kAlways).value());
    });
}

/// What one look of the recorder costs; MiB of memory, all of it mapped.
void recorderLook(benchmark::State &state)
{
    const Subject &subject = subjectOf(state.range(0));
    const GuestMemory memory = subject.map();
    subject.play(memory);
    for (auto _ : state)
        benchmark::DoNotOptimize(touchedPages(memory).marked());
}

std::int64_t size()
{
    const char *wish = std::getenv("BENCH_MIB");
    return wish ? std::atoll(wish) : 128;
}

void arguments(benchmark::internal::Benchmark *bench)
{
    bench->ArgNames({"MiB", "cold"})->ArgsProduct({{size()}, {0, 1}})->UseManualTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(lazily)->Apply(arguments);
BENCHMARK(populated)->Apply(arguments);
BENCHMARK(workingSet)->Apply(arguments);
BENCHMARK(workingSetAlways)->Apply(arguments);
BENCHMARK(recorderLook)->ArgName("MiB")->Arg(size())->Unit(benchmark::kMillisecond);

} // namespace
