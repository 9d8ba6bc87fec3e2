// Both queues of a network device in guest memory that is all the fuzzer's, and a tap that brings frames in between.
#include "fuzz_input.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "telemetry/metrics.h"
#include "virtio/net/features.h"
#include "virtio/net/receiver.h"
#include "virtio/net/transmitter.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::virtio;

constexpr std::uint64_t kReceiveRing = 0x0, kTransmitRing = 0x4000; ///< table, then available ring, then used ring

class World {
public:
    World(const test::FakeGuest &guest, FuzzInput &input)
        : m_guest(guest), m_size(static_cast<std::uint16_t>(1u << (input.take<std::uint8_t>() % 9))),
          m_features(input.take<std::uint64_t>()), m_limiter(limiter(input)),
          m_receiver(m_tap, m_metrics, m_id, m_limiter, m_now),
          m_transmitter(m_tap, m_metrics, m_id, MacAddress{}, m_limiter, m_now)
    {
        m_receiver.start(queue(kReceiveRing), m_guest.memory(), m_features);
        m_transmitter.start(queue(kTransmitRing), m_guest.memory());
    }
    /// False: the device gave up on the guest.
    bool step(FuzzInput &input)
    {
        switch (input.take<std::uint8_t>() % 6) {
        case 0: { // the guest writes somewhere in its rings, tables and headers
            const std::uint16_t at = input.take<std::uint16_t>();
            (void)m_guest.memory().writeBytes(GuestAddress(at), input.takeBytes(input.take<std::uint8_t>()));
            return true;
        }
        case 1:
            return publish(kReceiveRing, input);
        case 2:
            return publish(kTransmitRing, input);
        case 3: {
            std::vector<std::byte> frame(input.take<std::uint16_t>());
            const auto start = input.takeBytes(std::min<std::size_t>(frame.size(), input.take<std::uint8_t>()));
            std::ranges::copy(start, frame.begin());
            m_tap.waiting.push_back(std::move(frame));
            m_receiver.backendReadable();
            return check(m_receiver.process(m_now));
        }
        case 4:
            return check(m_receiver.process(m_now));
        default:
            m_now += std::chrono::milliseconds(input.take<std::uint8_t>());
            return check(m_transmitter.process(m_now));
        }
    }

private:
    static LimiterSettings limiter(FuzzInput &input)
    {
        const std::uint16_t bytes = input.take<std::uint16_t>();
        const std::uint8_t ops = input.take<std::uint8_t>();
        return {.bandwidth = BucketSettings{bytes, 0, 100}, .ops = BucketSettings{ops, 0, 100}};
    }
    Queue queue(std::uint64_t base) const
    {
        const QueueConfig config{.size = m_size,
                                 .ready = true,
                                 .descriptors = GuestAddress(base),
                                 .available = GuestAddress(base + 0x1000),
                                 .used = GuestAddress(base + 0x2000)};
        return Queue::create(config, m_guest.memory(), 256, m_features).value();
    }
    /// The guest makes up to 15 more chains available.
    bool publish(std::uint64_t base, FuzzInput &input)
    {
        const GuestAddress index(base + 0x1002);
        const std::uint16_t now = m_guest.memory().loadAcquire(index).value_or(0);
        const unsigned more = input.take<std::uint8_t>() % 16;
        (void)m_guest.memory().storeRelease(index, static_cast<std::uint16_t>(now + more));
        return check(base == kReceiveRing ? m_receiver.process(m_now) : m_transmitter.process(m_now));
    }
    bool check(const NetPass &pass)
    {
        for (const auto &frame : m_tap.sent) {
            if (frame.size() <= kNetHeaderBytes || frame.size() > kNetMaxFrameBytes)
                std::abort();
        }
        m_tap.sent.clear();
        return !pass.fault;
    }

    const test::FakeGuest &m_guest;
    std::uint16_t m_size;
    std::uint64_t m_features;
    LimiterSettings m_limiter;
    TimePoint m_now{std::chrono::hours(1)};
    test::FakeTap m_tap;
    NetMetrics m_metrics;
    std::string m_id = "fuzz";
    Receiver m_receiver;
    Transmitter m_transmitter;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const test::FakeGuest guest(1);
    FuzzInput input(data, size);
    (void)guest.memory().zero(GuestAddress(0), 0x10000);
    World world(guest, input);
    for (int step = 0; step < 200 && !input.empty(); ++step) {
        if (!world.step(input))
            break;
    }
    return 0;
}
