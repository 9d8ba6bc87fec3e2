#include "net_rig.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/fake_tap.h"
#include "telemetry/metrics.h"
#include "virtio/net/device.h"
#include "virtio/net/features.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <sys/epoll.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kNetBase | kNetGuestOffloads | kFeatureEventIndex;
constexpr MacAddress kMac{{0x06, 0, 0xac, 0x10, 0, 0x02}};

/// A device over a tap in memory, with two drivers, an interrupt and a loop that serves its host events.
struct Rig {
    FakeGuest guest{64};
    FakeDriver rx{guest, 256};
    FakeDriver tx{guest, 256, 0x40000, 0x2000000};
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    FakeTap *tap = nullptr;
    std::unique_ptr<NetDevice> device;
    std::vector<EventLoop::Registration> registrations;
    NetMetrics *metrics = nullptr;
    FrameAssembler assembler;

    explicit Rig(NetSettings settings = {}, unsigned offloads = FakeTap().offloads())
    {
        static int counter = 0;
        settings.ifaceId = "eth" + std::to_string(counter++); // metrics of its own
        settings.hostDevName = "tap0";
        settings.backendFactory = [this, offloads](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
            auto made = std::make_unique<FakeTap>(offloads);
            tap = made.get();
            return made;
        };
        device = std::move(NetDevice::open(settings).value());
        metrics = &netMetrics(settings.ifaceId);
        for (HostEvent &event : device->hostEvents()) {
            const std::uint32_t watched = EPOLLIN | (event.edgeTriggered ? std::uint32_t{EPOLLET} : 0);
            registrations.push_back(
                loop->watch(event.fd, watched, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        }
    }
    Result<> activate(std::uint64_t features = kFeatures) { return activate(rx, tx, features); }
    Result<> activate(const FakeDriver &receive, const FakeDriver &transmit, std::uint64_t features = kFeatures)
    {
        Activation activation{&guest.memory(), {}, &interrupt, features};
        activation.queues.push_back(receive.queue(features));
        activation.queues.push_back(transmit.queue(features));
        return device->activate(std::move(activation));
    }
    void buffers(int count, std::uint32_t bytes = 2000)
    {
        for (int i = 0; i < count; ++i)
            rx.chain().writable(bytes).submit();
        device->queueNotified(0);
    }
    void send(const Bytes &frame)
    {
        tx.chain().readable(frame).submit();
        device->queueNotified(1);
    }
    std::size_t received()
    {
        while (const auto used = rx.takeUsed()) {
            if (!assembler.add(*used))
                qFatal("the device broke the rules for merged buffers");
        }
        return assembler.frames.size();
    }
};

NetSettings limited(std::uint64_t ops, std::uint64_t refillMs)
{
    NetSettings settings;
    settings.rxLimiter.ops = settings.txLimiter.ops = BucketSettings{ops, 0, refillMs};
    return settings;
}

} // namespace

class TestNetDevice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void features_areWhatTheTapCan_data();
    void features_areWhatTheTapCan();
    void activation_switchesOffloadsOn_data();
    void activation_switchesOffloadsOn();
    void config_showsMacAndMtu();
    void config_withoutSettings_isZero();
    void config_writesAreRefused();
    void mtu_outOfRange_isRefused();
    void activation_wrongQueueCount_fails();
    void activation_tapRefusesOffloads_fails();
    void frames_goBothWays();
    void frameBeforeActivation_isDelivered();
    void tapWithoutTakers_doesNotKeepTheLoopBusy();
    void manyFrames_goOnByThemselves();
    void limiters_goOnByThemselves();
    void limiters_changeWhileRunning();
    void detour_answersAtOnce();
    void detourDeadline_wakesTheDevice();
    void impossibleRing_needsReset_andResetHelps_data();
    void impossibleRing_needsReset_andResetHelps();
    void reset_forgetsEverything();
};

void TestNetDevice::features_areWhatTheTapCan_data()
{
    QTest::addColumn<uint>("offloads");
    QTest::addColumn<qulonglong>("expected");
    constexpr qulonglong base = kNetBase | kFeatureEventIndex;
    constexpr qulonglong csum = base | kNetFeatureCsum | kNetFeatureGuestCsum;
    constexpr qulonglong tso =
        csum | kNetFeatureGuestTso4 | kNetFeatureGuestTso6 | kNetFeatureHostTso4 | kNetFeatureHostTso6;
    constexpr qulonglong ufo = tso | kNetFeatureGuestUfo | kNetFeatureHostUfo;
    constexpr qulonglong uso = ufo | 1ull << 54 | 1ull << 55 | 1ull << 56;
    QTest::newRow("none") << 0u << base;
    QTest::newRow("checksums") << kTapCsum << csum;
    QTest::newRow("TSO") << (kTapCsum | kTapTso4 | kTapTso6) << tso;
    QTest::newRow("UFO") << (kTapCsum | kTapTso4 | kTapTso6 | kTapUfo) << ufo;
    QTest::newRow("USO") << (kTapCsum | kTapTso4 | kTapTso6 | kTapUfo | kTapUso) << uso;
    QTest::newRow("half of USO") << (kTapCsum | kTapTso4 | kTapTso6 | kTapUfo | 0x20) << ufo;
    QTest::newRow("TSO alone") << (kTapTso4 | kTapTso6) << base;
}

void TestNetDevice::features_areWhatTheTapCan()
{
    QFETCH(const uint, offloads);
    QFETCH(const qulonglong, expected);
    QCOMPARE(qulonglong{Rig({}, offloads).device->features()}, expected);
    NetSettings settings;
    settings.mac = kMac;
    settings.mtu = 9000;
    QCOMPARE(qulonglong{Rig(settings, offloads).device->features()}, expected | 1 << 5 | 1 << 3);
}

void TestNetDevice::activation_switchesOffloadsOn_data()
{
    QTest::addColumn<qulonglong>("features");
    QTest::addColumn<uint>("expected");
    QTest::newRow("none") << qulonglong{kNetBase} << 0u;
    QTest::newRow("checksums") << qulonglong{kNetBase | kNetFeatureGuestCsum} << 1u;
    QTest::newRow("host's only") << qulonglong{kNetBase | kNetFeatureCsum | kNetFeatureHostTso4} << 0u;
    QTest::newRow("TSO4") << qulonglong{kNetBase | kNetFeatureGuestCsum | kNetFeatureGuestTso4} << 3u;
    QTest::newRow("TSO without checksums") << qulonglong{kNetBase | kNetFeatureGuestTso4} << 0u;
    QTest::newRow("half of USO") << qulonglong{kNetBase | kNetFeatureGuestCsum | kNetFeatureGuestUso4} << 1u;
    QTest::newRow("all") << qulonglong{kNetBase | kNetGuestOffloads} << 0x77u;
}

void TestNetDevice::activation_switchesOffloadsOn()
{
    QFETCH(const qulonglong, features);
    QFETCH(const uint, expected);
    Rig rig;
    QVERIFY(rig.activate(features).has_value());
    QCOMPARE(rig.tap->active, expected);
    QVERIFY(rig.device->reset());
    QCOMPARE(rig.tap->active, 0u);
}

void TestNetDevice::config_showsMacAndMtu()
{
    NetSettings settings;
    settings.mac = kMac;
    settings.mtu = 9000;
    Rig rig(settings);
    std::array<std::byte, 12> all{};
    rig.device->readConfig(0, all);
    const std::array<std::uint8_t, 12> expected{0x06, 0, 0xac, 0x10, 0, 0x02, 0, 0, 0, 0, 0x28, 0x23};
    QVERIFY(std::ranges::equal(all, std::as_bytes(std::span(expected))));
    std::array<std::byte, 4> tail{};
    tail.fill(std::byte{0xff});
    rig.device->readConfig(10, tail);
    QVERIFY((tail == std::array{std::byte{0x28}, std::byte{0x23}, std::byte{0}, std::byte{0}}));
    QCOMPARE(rig.metrics->cfgFails.total(), 0u);
    rig.device->readConfig(12, tail);
    rig.device->readConfig(~0ull, tail);
    QVERIFY(tail == (std::array<std::byte, 4>{}));
    QCOMPARE(rig.metrics->cfgFails.total(), 2u);
}

void TestNetDevice::config_withoutSettings_isZero()
{
    Rig rig;
    std::array<std::byte, 12> all{};
    all.fill(std::byte{0xff});
    rig.device->readConfig(0, all);
    QVERIFY(all == (std::array<std::byte, 12>{}));
}

void TestNetDevice::config_writesAreRefused()
{
    NetSettings settings;
    settings.mac = kMac;
    Rig rig(settings);
    rig.device->writeConfig(0, std::array{std::byte{0x77}});
    QCOMPARE(rig.metrics->cfgFails.total(), 1u);
    std::array<std::byte, 1> first{};
    rig.device->readConfig(0, first);
    QCOMPARE(first[0], std::byte{0x06});
}

void TestNetDevice::mtu_outOfRange_isRefused()
{
    NetSettings settings;
    settings.backendFactory = [](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
        return std::make_unique<FakeTap>();
    };
    settings.mtu = 67;
    const auto opened = NetDevice::open(settings);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().text, std::string("MTU 67 is out of range [68, 65535]"));
    settings.mtu = 68;
    QVERIFY(NetDevice::open(settings).has_value());
    settings.mtu = 65535;
    QVERIFY(NetDevice::open(settings).has_value());
}

void TestNetDevice::activation_wrongQueueCount_fails()
{
    Rig rig;
    Activation activation{&rig.guest.memory(), {}, &rig.interrupt, kFeatures};
    activation.queues.push_back(rig.rx.queue(kFeatures));
    QVERIFY(!rig.device->activate(std::move(activation)).has_value());
    QVERIFY(!rig.device->isActive());
    QCOMPARE(rig.metrics->activateFails.total(), 1u);
    rig.device->queueNotified(0); // harmless
    rig.device->queueNotified(1);
    QVERIFY(rig.activate().has_value());
}

void TestNetDevice::activation_tapRefusesOffloads_fails()
{
    Rig rig;
    rig.tap->failOffloads = true;
    const auto activated = rig.activate();
    QVERIFY(!activated.has_value());
    QCOMPARE(activated.error().text,
             std::string("Setting tap interface offload flags failed: Invalid argument (os error 22)"));
    QVERIFY(!rig.device->isActive());
    QCOMPARE(rig.metrics->activateFails.total(), 1u);
}

void TestNetDevice::frames_goBothWays()
{
    Rig rig;
    QVERIFY(rig.activate().has_value());
    rig.buffers(100);
    QCOMPARE(rig.metrics->rxQueueEventCount.total(), 1u);
    rig.send(netFrame(500, 1));
    QCOMPARE(rig.tap->sent.size(), std::size_t{1});
    QCOMPARE(rig.metrics->txQueueEventCount.total(), 1u);
    QCOMPARE(rig.interrupt.used, 1);
    for (unsigned i = 1; i <= 10; ++i) {
        rig.tap->arrive(netFrame(500, i));
        QVERIFY(eventually(*rig.loop, [&] { return rig.received() == i; }));
    }
    QCOMPARE(rig.metrics->rxTapEventCount.total(), 10u);
    QCOMPARE(rig.metrics->rxPacketsCount.total(), 10u);
    QCOMPARE(rig.metrics->eventFails.total(), 0u);
    rig.device->queueNotified(2); // there is no such queue
}

void TestNetDevice::frameBeforeActivation_isDelivered()
{
    Rig rig;
    QVERIFY(rig.activate().has_value());
    rig.buffers(10); // so that the tap was found empty
    QVERIFY(rig.device->reset());
    rig.tap->arrive(netFrame(100));
    QVERIFY(rig.loop->runOnce(1000).has_value()); // the edge is gone now
    QCOMPARE(rig.tap->waiting.size(), std::size_t{1});
    FakeDriver rx(rig.guest, 256);
    const FakeDriver tx(rig.guest, 256, 0x40000, 0x2000000);
    QVERIFY(rig.activate(rx, tx).has_value());
    rx.chain().writable(2000).submit();
    rig.device->queueNotified(0);
    QCOMPARE(rx.usedIndex(), 1);
}

void TestNetDevice::tapWithoutTakers_doesNotKeepTheLoopBusy()
{
    Rig rig;
    QVERIFY(rig.activate().has_value());
    rig.tap->arrive(netFrame(100));
    for (int round = 0; round < 20; ++round)
        QVERIFY(rig.loop->runOnce(0).has_value());
    QCOMPARE(rig.metrics->rxTapEventCount.total(), 1u);
    QCOMPARE(rig.metrics->noRxAvailBuffer.total(), 1u);
    rig.buffers(1);
    QCOMPARE(rig.received(), std::size_t{1});
}

void TestNetDevice::manyFrames_goOnByThemselves()
{
    Rig rig;
    QVERIFY(rig.activate().has_value());
    rig.buffers(250);
    for (unsigned i = 0; i < 200; ++i)
        rig.tap->arrive(netFrame(100, i));
    for (unsigned i = 0; i < 40; ++i)
        rig.tx.chain().readable(netFrame(60'000, i)).submit();
    rig.device->queueNotified(1);
    QVERIFY(rig.tap->sent.size() < 40);
    QVERIFY(eventually(*rig.loop, [&] { return rig.received() == 200 && rig.tap->sent.size() == 40; }));
    QCOMPARE(rig.metrics->rxTapEventCount.total(), 1u);
}

void TestNetDevice::limiters_goOnByThemselves()
{
    Rig rig(limited(2, 100));
    QVERIFY(rig.activate().has_value());
    rig.buffers(100);
    for (unsigned i = 0; i < 5; ++i)
        rig.tap->arrive(netFrame(100, i));
    for (unsigned i = 0; i < 5; ++i)
        rig.send(netFrame(100, i));
    QCOMPARE(rig.tap->sent.size(), std::size_t{2});
    QVERIFY(eventually(*rig.loop, [&] { return rig.received() == 5 && rig.tap->sent.size() == 5; }));
    QVERIFY(rig.metrics->rxEventRateLimiterCount.total() >= 2);
    QVERIFY(rig.metrics->txRateLimiterEventCount.total() >= 2);
    QVERIFY(rig.metrics->rxRateLimiterThrottled.total() >= 2);
    QVERIFY(rig.metrics->txRateLimiterThrottled.total() >= 3); // by notifications, too
}

void TestNetDevice::limiters_changeWhileRunning()
{
    Rig rig(limited(1, 1'000'000));
    QVERIFY(rig.activate().has_value());
    rig.buffers(100);
    for (unsigned i = 0; i < 5; ++i)
        rig.tap->arrive(netFrame(100, i));
    for (unsigned i = 0; i < 5; ++i)
        rig.send(netFrame(100, i));
    QVERIFY(eventually(*rig.loop, [&] { return rig.received() == 1; }));
    QCOMPARE(rig.tap->sent.size(), std::size_t{1});
    const LimiterSettings off{.bandwidth = {}, .ops = BucketSettings{}};
    rig.device->updateRateLimiters({}, off);
    QVERIFY(eventually(*rig.loop, [&] { return rig.tap->sent.size() == 5; })); // the block that is in force runs out
    QCOMPARE(rig.received(), std::size_t{1});
    rig.device->updateRateLimiters(off, {});
    QVERIFY(eventually(*rig.loop, [&] { return rig.received() == 5; }));
}

void TestNetDevice::detour_answersAtOnce()
{
    Rig rig;
    const auto detour = std::make_shared<FakeDetour>();
    detour->echo = true;
    rig.device->setDetour(detour);
    QVERIFY(rig.activate().has_value());
    rig.buffers(10);
    Bytes frame = netFrame(300);
    frame[kNetHeaderBytes] = detour->wanted;
    rig.send(frame);
    QCOMPARE(rig.received(), std::size_t{1}); // no loop was needed
    QCOMPARE(payload(rig.assembler.frames[0].bytes), payload(frame));
    QCOMPARE(rig.tap->sent.size(), std::size_t{0});
    QCOMPARE(rig.metrics->txPacketsCount.total(), 0u);
}

void TestNetDevice::detourDeadline_wakesTheDevice()
{
    class Late final : public FrameDetour {
    public:
        bool wants(std::span<const std::byte>) override { return true; }
        void take(std::span<const std::byte>, TimePoint now) override { due = now + std::chrono::milliseconds(20); }
        bool hasFrame(TimePoint now) override { return due && now >= *due; }
        std::size_t nextFrame(std::span<std::byte> out, TimePoint) override
        {
            due.reset();
            std::ranges::fill(out.first(99), std::byte{1});
            return 99;
        }
        std::optional<TimePoint> nextDeadline() const override { return due; }
        std::optional<TimePoint> due;
    };
    Rig rig;
    rig.device->setDetour(std::make_shared<Late>());
    QVERIFY(rig.activate().has_value());
    rig.buffers(10);
    for (std::size_t round = 1; round <= 3; ++round) {
        rig.send(netFrame(300));
        QVERIFY(eventually(*rig.loop, [&] { return rig.received() == round; }));
    }
    QCOMPARE(rig.metrics->rxEventRateLimiterCount.total(), 0u);
}

void TestNetDevice::impossibleRing_needsReset_andResetHelps_data()
{
    QTest::addColumn<bool>("receive");
    QTest::newRow("receive queue") << true;
    QTest::newRow("transmit queue") << false;
}

void TestNetDevice::impossibleRing_needsReset_andResetHelps()
{
    QFETCH(const bool, receive);
    Rig rig;
    QVERIFY(rig.activate().has_value());
    (receive ? rig.rx : rig.tx).setAvailableIndex(1000);
    rig.tap->arrive(netFrame(100));
    rig.device->queueNotified(receive ? 0 : 1);
    QCOMPARE(rig.interrupt.needsReset, 1);
    QCOMPARE(rig.metrics->eventFails.total(), 1u);
    rig.device->queueNotified(0); // says nothing more
    rig.device->queueNotified(1);
    QCOMPARE(rig.interrupt.needsReset, 1);
    QVERIFY(rig.device->reset());
    QVERIFY(!rig.device->isActive());
    FakeDriver rx(rig.guest, 256);
    FakeDriver tx(rig.guest, 256, 0x40000, 0x2000000);
    QVERIFY(rig.activate(rx, tx).has_value());
    rx.chain().writable(2000).submit();
    rig.device->queueNotified(0);
    QVERIFY(eventually(*rig.loop, [&] { return rx.usedIndex() == 1; }));
    tx.chain().readable(netFrame(100)).submit();
    rig.device->queueNotified(1);
    QCOMPARE(rig.tap->sent.size(), std::size_t{1});
}

void TestNetDevice::reset_forgetsEverything()
{
    Rig rig(limited(1, 60'000));
    QVERIFY(rig.activate().has_value());
    rig.buffers(5);
    rig.tap->arrive(netFrame(100, 1));
    rig.tap->arrive(netFrame(100, 2));
    QVERIFY(eventually(*rig.loop, [&] { return rig.received() == 1; }));
    QVERIFY(rig.device->reset());
    QVERIFY(!rig.device->isActive());
    for (int round = 0; round < 5; ++round)
        QVERIFY(rig.loop->runOnce(0).has_value());
    rig.device->queueNotified(0);
    rig.device->queueNotified(1);
    QCOMPARE(rig.received(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestNetDevice)
#include "tst_net_device.moc"
