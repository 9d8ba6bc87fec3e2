// The block device with everything but a guest and its exits: ring, request, engine, file, used ring. The file is in
// the page cache, so this is the monitor's own cost and the kernel's. Arguments: bytes of a request, requests in
// flight.

#include "events/event_loop.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/temp_files.h"
#include "virtio/block/device.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <random>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

constexpr std::uint64_t kFileBytes = 64u << 20;
constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect | kFeatureEventIndex;
enum class Order { Random, Sequential };

/// An active device and a driver whose chains lie ready: only their sector numbers change.
class Rig {
public:
    Rig(const std::string &path, BlockEngine engine, MemoryRegistration registration, std::uint32_t bytes, int depth)
        : m_guest(64), m_driver(m_guest, 256, FakeDriver::kRingBase, 48u << 20)
    {
        BlockSettings settings;
        settings.driveId = "bench";
        settings.path = path;
        settings.engine = engine;
        settings.registration = registration;
        auto opened = BlockDevice::open(settings);
        if (!opened)
            return;
        for (HostEvent &event : (*opened)->hostEvents()) {
            auto watch = m_loop->watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); });
            m_watches.push_back(std::move(watch.value()));
        }
        Activation activation{&m_guest.memory(), {}, &m_interrupt, kFeatures};
        activation.queues.push_back(m_driver.queue(kFeatures));
        if ((*opened)->activate(std::move(activation)))
            m_device = std::move(*opened);
        for (int i = 0; i < depth; ++i) {
            const std::uint64_t header = 0x40000 + 32u * static_cast<std::uint64_t>(i);
            const std::uint64_t data = 0x100000 + std::uint64_t{bytes} * static_cast<std::uint64_t>(i);
            const auto head = m_driver.chain()
                                  .raw(header, 16, 0)
                                  .raw(data, bytes, kDescriptorWrite)
                                  .raw(header + 16, 1, kDescriptorWrite)
                                  .indirect()
                                  .place();
            m_requests.push_back({head, GuestAddress(header)});
        }
    }
    bool works() const { return m_device != nullptr; }

    /// All chains once, each reading where `next()` says (bytes into the file), until the last one is back.
    template <typename Next>
    bool round(Next next)
    {
        for (const Request &request : m_requests) {
            const bool placed =
                m_guest.memory().write(GuestAddress(request.header.value() + 8), next() / 512).has_value() &&
                m_guest.memory().write(GuestAddress(request.header.value() + 16), std::uint8_t{0xff});
            if (!placed)
                return false;
            m_driver.makeAvailable(request.head);
        }
        m_device->queueNotified(0);
        while (m_driver.usedIndex() != m_driver.availableIndex()) {
            if (!m_loop->runOnce(1000))
                return false;
        }
        return m_guest.memory()
                   .read<std::uint8_t>(GuestAddress(m_requests.back().header.value() + 16))
                   .value_or(0xff) == 0;
    }

private:
    struct Request {
        std::uint16_t head;
        GuestAddress header;
    };
    FakeGuest m_guest;
    FakeDriver m_driver;
    FakeDeviceInterrupt m_interrupt;
    std::unique_ptr<EventLoop> m_loop = std::move(EventLoop::create().value());
    std::unique_ptr<BlockDevice> m_device;
    std::vector<EventLoop::Registration> m_watches;
    std::vector<Request> m_requests;
};

void read(benchmark::State &state, BlockEngine engine, MemoryRegistration registration, Order order)
{
    static const TempFile file(pattern(kFileBytes)); // no holes
    const auto bytes = static_cast<std::uint32_t>(state.range(0));
    Rig rig(file.path(), engine, registration, bytes, static_cast<int>(state.range(1)));
    if (!rig.works())
        return state.SkipWithError("no device: is there an io_uring?");
    std::minstd_rand random(1);
    std::uint64_t position = 0;
    const auto next = [&] {
        const std::uint64_t at = position * bytes;
        position = (order == Order::Random ? random() : position + 1) % (kFileBytes / bytes);
        return at;
    };
    for (auto _ : state) {
        if (!rig.round(next)) {
            state.SkipWithError("a request failed");
            break;
        }
    }
    state.SetItemsProcessed(state.iterations() * state.range(1));
    state.SetBytesProcessed(state.iterations() * state.range(1) * state.range(0));
}

} // namespace

#define BLOCK_BENCH(name, ...) BENCHMARK_CAPTURE(read, name, __VA_ARGS__)->UseRealTime()
#define RANDOM_4K Args({4096, 1})->Args({4096, 32})
#define SEQUENTIAL_128K Args({131072, 1})->Args({131072, 32})
BLOCK_BENCH(random_sync, BlockEngine::Sync, MemoryRegistration::Off, Order::Random)->RANDOM_4K;
BLOCK_BENCH(random_async, BlockEngine::Async, MemoryRegistration::Off, Order::Random)->RANDOM_4K;
BLOCK_BENCH(random_async_registered, BlockEngine::Async, MemoryRegistration::On, Order::Random)->RANDOM_4K;
BLOCK_BENCH(sequential_sync, BlockEngine::Sync, MemoryRegistration::Off, Order::Sequential)->SEQUENTIAL_128K;
BLOCK_BENCH(sequential_async, BlockEngine::Async, MemoryRegistration::Off, Order::Sequential)->SEQUENTIAL_128K;
BLOCK_BENCH(sequential_async_registered, BlockEngine::Async, MemoryRegistration::On, Order::Sequential)
    ->SEQUENTIAL_128K;
