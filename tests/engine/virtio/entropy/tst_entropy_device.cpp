#include "base/os_error.h"
#include "support/counter_increase.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/manual_clock.h"
#include "support/mmio_driver.h"
#include "telemetry/metrics.h"
#include "virtio/entropy/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <set>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect;
constexpr std::uint32_t kKib = 1024;

/// Bytes of 0x5a, as long as the test wants it.
class ScriptedSource final : public RandomSource {
public:
    Result<> fill(std::span<std::byte> out) override
    {
        if (++m_calls == failingCall)
            return hostError(EAGAIN);
        std::ranges::fill(out, std::byte{0x5a});
        filled += out.size();
        return {};
    }
    int failingCall = 0; ///< counted from 1
    std::uint64_t filled = 0;

private:
    int m_calls = 0;
};

struct Bench {
    FakeGuest guest{4};
    FakeDriver driver;
    FakeDeviceInterrupt interrupt;
    ScriptedSource source;
    ManualClock clock;
    std::unique_ptr<EntropyDevice> device;
    CounterIncrease handled{metrics().entropy.entropyEventCount};
    CounterIncrease fails{metrics().entropy.entropyEventFails};
    CounterIncrease bytes{metrics().entropy.entropyBytes};
    CounterIncrease rngFails{metrics().entropy.hostRngFails};
    CounterIncrease throttled{metrics().entropy.entropyRateLimiterThrottled};
    CounterIncrease timerEvents{metrics().entropy.rateLimiterEventCount};

    enum class Host { Scripted, Real };
    explicit Bench(const LimiterSettings &limiter = {}, Host host = Host::Scripted, std::uint64_t features = kFeatures)
        : driver(guest, 256)
    {
        auto made = EntropyDevice::create(limiter, host == Host::Real ? EntropyHost{} : EntropyHost{&source, &clock});
        if (!made)
            qFatal("%s", made.error().text.c_str());
        device = std::move(*made);
        Activation activation{&guest.memory(), {}, &interrupt, features};
        activation.queues.push_back(driver.queue(features));
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }

    void kick() { device->queueNotified(0); }
    /// Chains that came back since the last call.
    std::vector<FakeDriver::Used> taken()
    {
        std::vector<FakeDriver::Used> all;
        while (auto used = driver.takeUsed())
            all.push_back(std::move(*used));
        return all;
    }
    void ask(std::uint32_t size) { driver.chain().writable(size).submit(); }
    /// Watches the device's events on `loop`.
    std::vector<EventLoop::Registration> watch(EventLoop &loop) const
    {
        std::vector<EventLoop::Registration> all;
        for (HostEvent &event : device->hostEvents())
            all.push_back(loop.watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        return all;
    }
};

} // namespace

class TestEntropyDevice : public QObject {
    Q_OBJECT
private slots:
    void identity();
    void request_isFilled();
    void request_hostSource_givesDifferentBytes();
    void request_scattered_isFilledInOrder();
    void request_capped_leavesTheRestAlone();
    void request_empty_givesNothing();
    void request_malformed_data();
    void request_malformed();
    void hostFailure_givesNothingAndGoesOn();
    void hostFailure_inTheMiddle_givesNothing();
    void wake_isBoundedAndGoesOn();
    void wake_manyRequests_allComeBack();
    void interrupts_followTheEventIndex();
    void brokenRing_needsResetOnce();
    void limiter_ops_putsTheChainBack();
    void limiter_bytes_givesTheOpBack();
    void limiter_overconsumption_passesThenBlocks();
    void limiter_timer_resumes();
    void reset_forgetsTheQueue();
    void reset_whileBlocked_theNextDriverIsServedInTime();
    void activate_wrongQueues_isCounted();
    void behindMmioTransport_answersAGuest();
};

void TestEntropyDevice::identity()
{
    Bench bench;
    QCOMPARE(bench.device->type(), DeviceType::Entropy);
    QCOMPARE(bench.device->features(), kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect);
    QCOMPARE(bench.device->queueMaxSizes().size(), std::size_t{1});
    QCOMPARE(bench.device->queueMaxSizes()[0], 256);
    std::array<std::byte, 8> config;
    config.fill(std::byte{0xff});
    bench.device->readConfig(0, config);
    QCOMPARE(config, (std::array<std::byte, 8>{}));
    bench.device->writeConfig(0, config); // refused, and nothing else happens
    QVERIFY(bench.device->isActive());
}

void TestEntropyDevice::request_isFilled()
{
    Bench bench;
    bench.ask(64);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{1});
    QCOMPARE(used[0].written, 64u);
    QCOMPARE(used[0].content, std::vector(64, std::byte{0x5a}));
    QCOMPARE(bench.interrupt.used.load(), 1);
    QCOMPARE(bench.handled(), 1u);
    QCOMPARE(bench.bytes(), 64u);
    QCOMPARE(bench.fails(), 0u);
}

void TestEntropyDevice::request_hostSource_givesDifferentBytes()
{
    Bench bench({}, Bench::Host::Real);
    for (int i = 0; i < 4; ++i)
        bench.ask(4 * kKib);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{4});
    for (const auto &answer : used) {
        QCOMPARE(answer.written, 4 * kKib);
        // Each of the 256 values is missing with a probability of e^-16; more than half of them missing would be a bug.
        QVERIFY((std::set<std::byte>(answer.content.begin(), answer.content.end()).size() > 128));
        QVERIFY(&answer == &used[0] || answer.content != used[0].content);
    }
}

void TestEntropyDevice::request_scattered_isFilledInOrder()
{
    Bench bench;
    bench.driver.chain().writable(3).writable(0).writable(100).writable(1).indirect().submit();
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{1});
    QCOMPARE(used[0].written, 104u);
    QCOMPARE(used[0].content, std::vector(104, std::byte{0x5a}));
}

void TestEntropyDevice::request_capped_leavesTheRestAlone()
{
    Bench bench;
    bench.driver.chain().writable(60 * kKib).writable(60 * kKib).submit();
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{1});
    QCOMPARE(used[0].written, kMaxEntropyRequestBytes);
    QCOMPARE(bench.source.filled, std::uint64_t{kMaxEntropyRequestBytes});
    QCOMPARE(used[0].content[kMaxEntropyRequestBytes - 1], std::byte{0x5a});
    QCOMPARE(std::ranges::count(used[0].content, std::byte{0x5a}),
             static_cast<std::ptrdiff_t>(kMaxEntropyRequestBytes));
    QCOMPARE(bench.bytes(), std::uint64_t{kMaxEntropyRequestBytes});
}

void TestEntropyDevice::request_empty_givesNothing()
{
    Bench bench;
    bench.ask(0);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{1});
    QCOMPARE(used[0].written, 0u);
    QCOMPARE(bench.handled(), 1u);
    QCOMPARE(bench.fails(), 0u);
}

void TestEntropyDevice::request_malformed_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("readable") << 0;
    QTest::newRow("readable and writable") << 1;
    QTest::newRow("outside memory") << 2;
    QTest::newRow("partly outside memory") << 3;
    QTest::newRow("wraps around") << 4;
}

void TestEntropyDevice::request_malformed()
{
    QFETCH(int, kind);
    Bench bench;
    auto chain = bench.driver.chain();
    switch (kind) {
    case 0:
        chain.readable(pattern(16));
        break;
    case 1:
        chain.readable(pattern(16)).writable(16);
        break;
    case 2:
        chain.raw(std::uint64_t{1} << 40, 64, kDescriptorWrite);
        break;
    case 3:
        chain.writable(16).raw((4u << 20) - 32, 64, kDescriptorWrite);
        break;
    default:
        chain.raw(~std::uint64_t{15}, 64, kDescriptorWrite);
        break;
    }
    chain.submit();
    bench.ask(8);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{2});
    QCOMPARE(used[0].written, 0u);
    QCOMPARE(used[1].written, 8u);
    QCOMPARE(bench.fails(), 1u);
    QCOMPARE(bench.rngFails(), 0u);
    QCOMPARE(bench.source.filled, 8u);
    QCOMPARE(bench.interrupt.needsReset.load(), 0);
}

void TestEntropyDevice::hostFailure_givesNothingAndGoesOn()
{
    Bench bench;
    bench.source.failingCall = 1;
    bench.ask(64);
    bench.ask(32);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{2});
    QCOMPARE(used[0].written, 0u);
    QCOMPARE(used[1].written, 32u);
    QCOMPARE(bench.rngFails(), 1u);
    QCOMPARE(bench.fails(), 1u);
    QCOMPARE(bench.handled(), 2u);
    QCOMPARE(bench.bytes(), 32u);
}

void TestEntropyDevice::hostFailure_inTheMiddle_givesNothing()
{
    Bench bench;
    bench.source.failingCall = 3;
    bench.ask(64 * kKib);
    bench.kick();
    const auto used = bench.taken();
    QCOMPARE(used.size(), std::size_t{1});
    QCOMPARE(used[0].written, 0u);
    QCOMPARE(bench.rngFails(), 1u);
    QCOMPARE(bench.bytes(), 0u);
}

void TestEntropyDevice::wake_isBoundedAndGoesOn()
{
    Bench bench;
    for (int i = 0; i < 12; ++i)
        bench.ask(kMaxEntropyRequestBytes);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{4}); // 256 KiB
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    std::size_t more = 0;
    QVERIFY(eventually(*loop, [&] {
        more += bench.taken().size();
        return bench.driver.outstanding() == 0;
    }));
    QCOMPARE(more, std::size_t{8});
    QCOMPARE(bench.timerEvents(), 0u);
}

void TestEntropyDevice::wake_manyRequests_allComeBack()
{
    Bench bench;
    for (int i = 0; i < 256; ++i)
        bench.ask(1);
    bench.kick(); // as many as one wake-up may handle
    QCOMPARE(bench.taken().size(), std::size_t{256});
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestEntropyDevice::interrupts_followTheEventIndex()
{
    Bench bench({}, Bench::Host::Scripted, kFeatures | kFeatureEventIndex);
    bench.driver.setUsedEvent(1); // wants to know about the second
    bench.ask(8);
    bench.kick();
    QCOMPARE(bench.interrupt.used.load(), 0);
    QCOMPARE(bench.driver.availableEvent(), 1);
    bench.ask(8);
    bench.kick();
    QCOMPARE(bench.interrupt.used.load(), 1);
    QCOMPARE(bench.taken().size(), std::size_t{2});
}

void TestEntropyDevice::brokenRing_needsResetOnce()
{
    Bench bench;
    bench.driver.setAvailableIndex(300);
    bench.kick();
    bench.kick();
    QCOMPARE(bench.interrupt.needsReset.load(), 1);
    QCOMPARE(bench.fails(), 1u);
    QVERIFY(bench.device->reset());
    QVERIFY(!bench.device->isActive());
}

void TestEntropyDevice::limiter_ops_putsTheChainBack()
{
    Bench bench({std::nullopt, BucketSettings{2, 0, 1000}});
    for (int i = 0; i < 3; ++i)
        bench.ask(16);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{2});
    QCOMPARE(bench.throttled(), 1u);
    QCOMPARE(bench.handled(), 2u);
    bench.clock.advance(99ms);
    bench.kick();
    QCOMPARE(bench.throttled(), 2u); // blocked: not even looked at
    bench.clock.advance(401ms);      // the first token is back
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{1});
    QCOMPARE(bench.handled(), 3u);
}

void TestEntropyDevice::limiter_bytes_givesTheOpBack()
{
    Bench bench({BucketSettings{100, 0, 1000}, BucketSettings{2, 0, 1'000'000}});
    bench.ask(80);
    bench.ask(80);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{1});
    bench.clock.advance(1s);
    bench.kick(); // would be short of an operation if the refused try had cost one
    QCOMPARE(bench.taken().size(), std::size_t{1});
}

void TestEntropyDevice::limiter_overconsumption_passesThenBlocks()
{
    Bench bench({BucketSettings{100, 0, 1000}, std::nullopt});
    bench.ask(300);
    bench.ask(1);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{1});
    bench.clock.advance(1999ms);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{0});
    bench.clock.advance(1ms);
    bench.kick();
    QCOMPARE(bench.taken().size(), std::size_t{1});
}

void TestEntropyDevice::limiter_timer_resumes()
{
    Bench bench({std::nullopt, BucketSettings{1, 0, 1}}, Bench::Host::Real);
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    bench.ask(8);
    bench.ask(8);
    bench.kick(); // may take both when a millisecond passes in between
    std::size_t back = 0;
    QVERIFY(eventually(*loop, [&] {
        back += bench.taken().size();
        return back == 2;
    }));
    QCOMPARE(bench.handled(), 2u);
    QCOMPARE(bench.timerEvents(), bench.throttled());
}

void TestEntropyDevice::reset_forgetsTheQueue()
{
    Bench bench({std::nullopt, BucketSettings{1, 0, 1000}});
    bench.ask(8);
    bench.ask(8);
    bench.kick();
    QVERIFY(bench.device->reset());
    bench.kick();
    bench.clock.advance(1h);
    for (HostEvent &event : bench.device->hostEvents())
        event.onReady();
    QCOMPARE(bench.taken().size(), std::size_t{1});
    FakeDriver again(bench.guest, 16);
    Activation activation{&bench.guest.memory(), {}, &bench.interrupt, kFeatures};
    activation.queues.push_back(again.queue());
    QVERIFY(bench.device->activate(std::move(activation)));
    QVERIFY(bench.device->isActive());
}

void TestEntropyDevice::reset_whileBlocked_theNextDriverIsServedInTime()
{
    Bench bench({std::nullopt, BucketSettings{1, 0, 1000}});
    bench.ask(8);
    bench.ask(8);
    bench.kick();
    QCOMPARE(bench.throttled(), 1u);
    QVERIFY(bench.device->reset());
    FakeDriver again(bench.guest, 16);
    Activation activation{&bench.guest.memory(), {}, &bench.interrupt, kFeatures};
    activation.queues.push_back(again.queue());
    QVERIFY(bench.device->activate(std::move(activation)));
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    again.chain().writable(8).submit();
    bench.kick(); // the only one: a driver waits for its answer
    QCOMPARE(bench.throttled(), 2u);
    bench.clock.advance(1h);
    QVERIFY(eventually(*loop, [&] { return again.takeUsed().has_value(); }));
}

void TestEntropyDevice::activate_wrongQueues_isCounted()
{
    const auto device = std::move(EntropyDevice::create({}).value());
    const CounterIncrease fails(metrics().entropy.activateFails);
    FakeGuest guest(1);
    FakeDeviceInterrupt interrupt;
    QVERIFY(!device->activate({&guest.memory(), {}, &interrupt, kFeatures}));
    QVERIFY(!device->isActive());
    QCOMPARE(fails(), 1u);
}

void TestEntropyDevice::behindMmioTransport_answersAGuest()
{
    FakeGuest guest(4);
    FakeInterruptLine line;
    const auto device = std::move(EntropyDevice::create({}).value());
    MmioTransport transport(*device, guest.memory(), line);
    MmioDriver registers(transport);
    FakeDriver driver(guest, 64);
    QCOMPARE(registers.bringUp(kFeatureEventIndex | kFeatureIndirect, std::array{driver.config()}), 15u);
    driver.chain().writable(64).submit();
    registers.write(kMmioQueueNotify, 0);
    const auto used = driver.takeUsed();
    QVERIFY(used && used->written == 64);
    QCOMPARE(line.count(), 1);
    registers.write(0x70, 0);
    QCOMPARE(registers.read(0x70), 0u);
    QVERIFY(!device->isActive());
}

QTEST_APPLESS_MAIN(TestEntropyDevice)
#include "tst_entropy_device.moc"
