// What one descriptor chain costs the device: pop, complete, publish. The argument is the number of buffers in a chain.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "virtio/queue.h"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using virtio::Queue;

enum class Table { Direct, Indirect };

constexpr std::uint32_t kBufferBytes = 4096;

std::uint16_t placeChain(FakeDriver &driver, Table table, std::int64_t buffers)
{
    auto chain = driver.chain();
    for (std::int64_t i = 0; i < buffers; ++i)
        chain.raw(FakeDriver::kDataBase + static_cast<std::uint64_t>(i) * kBufferBytes, kBufferBytes,
                  i == 0 ? std::uint16_t{0} : virtio::kDescriptorWrite);
    if (table == Table::Indirect)
        chain.indirect();
    return chain.place();
}

/// One chain at a time: what a guest with queue depth 1 sees.
void oneByOne(benchmark::State &state, Table table)
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 256, FakeDriver::kRingBase, 8u << 20);
    const std::uint16_t head = placeChain(driver, table, state.range(0));
    Queue queue = driver.queue(virtio::kFeatureIndirect | virtio::kFeatureEventIndex);
    virtio::DescriptorChain chain;
    for (auto _ : state) {
        driver.makeAvailable(head);
        const auto popped = queue.pop(chain);
        if (!popped || *popped != Queue::Pop::Chain) {
            state.SkipWithError("the chain was refused");
            break;
        }
        const auto completed = queue.complete(chain.head(), kBufferBytes);
        const auto wanted = queue.publish();
        benchmark::DoNotOptimize(completed);
        benchmark::DoNotOptimize(wanted);
    }
    state.SetItemsProcessed(state.iterations());
}

/// A full queue in one go, published once. Time is per chain.
void wholeRing(benchmark::State &state, Table table)
{
    constexpr std::uint16_t kDepth = 64;
    const FakeGuest guest(16);
    FakeDriver driver(guest, 256, FakeDriver::kRingBase, 8u << 20);
    std::vector<std::uint16_t> heads;
    for (std::uint16_t i = 0; i < kDepth; ++i)
        heads.push_back(placeChain(driver, table, state.range(0)));
    Queue queue = driver.queue(virtio::kFeatureIndirect | virtio::kFeatureEventIndex);
    virtio::DescriptorChain chain;
    for (auto _ : state) {
        for (const std::uint16_t head : heads)
            driver.makeAvailable(head);
        for (auto popped = queue.pop(chain); popped && *popped == Queue::Pop::Chain; popped = queue.pop(chain)) {
            const auto completed = queue.complete(chain.head(), kBufferBytes);
            benchmark::DoNotOptimize(completed);
        }
        const auto wanted = queue.publish();
        benchmark::DoNotOptimize(wanted);
    }
    if (driver.usedIndex() != static_cast<std::uint16_t>(state.iterations() * kDepth))
        state.SkipWithError("chains are missing");
    state.SetItemsProcessed(state.iterations() * kDepth);
}

} // namespace

BENCHMARK_CAPTURE(oneByOne, direct, Table::Direct)->Arg(1)->Arg(3)->Arg(34);
BENCHMARK_CAPTURE(oneByOne, indirect, Table::Indirect)->Arg(1)->Arg(3)->Arg(34);
BENCHMARK_CAPTURE(wholeRing, direct, Table::Direct)->Arg(3);
BENCHMARK_CAPTURE(wholeRing, indirect, Table::Indirect)->Arg(3);
