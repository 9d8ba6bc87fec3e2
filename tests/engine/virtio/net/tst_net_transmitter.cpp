#include "net_rig.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "virtio/net/features.h"
#include "virtio/net/transmitter.h"

#include <QTest>

#include <cerrno>
#include <chrono>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kFeatures = kNetBase;
constexpr MacAddress kMac{{0x06, 0, 0xac, 0x10, 0, 0x02}};

struct Rig {
    FakeGuest guest{64};
    FakeDriver driver;
    FakeTap tap;
    FakeDetour detour;
    NetMetrics metrics;
    std::string id = "eth0";
    TimePoint now = TimePoint{} + 1h;
    Transmitter transmitter;

    explicit Rig(std::uint64_t features = kFeatures, const LimiterSettings &limiter = {})
        : driver(guest, 256), transmitter(tap, metrics, id, kMac, limiter, now)
    {
        transmitter.start(driver.queue(features), guest.memory());
    }
    NetPass process() { return transmitter.process(now); }
    NetPass send(const Bytes &frame)
    {
        driver.chain().readable(frame).submit();
        return process();
    }
    /// Chains that came back; all must have length 0.
    int takeUsed()
    {
        int count = 0;
        while (const auto used = driver.takeUsed()) {
            if (used->written != 0)
                qFatal("a transmitted chain with a length");
            ++count;
        }
        return count;
    }
};

LimiterSettings limit(std::uint64_t bytes, std::uint64_t ops)
{
    LimiterSettings settings;
    if (bytes)
        settings.bandwidth = BucketSettings{bytes, 0, 1000};
    if (ops)
        settings.ops = BucketSettings{ops, 0, 1000};
    return settings;
}

Bytes from(const MacAddress &mac, std::size_t bytes)
{
    Bytes frame = netFrame(bytes);
    for (std::size_t i = 0; i < mac.bytes.size(); ++i)
        frame[18 + i] = std::byte{mac.bytes[i]};
    return frame;
}

} // namespace

class TestNetTransmitter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void frame_reachesTheTapUnchanged();
    void scatteredFrame_isOneFrame();
    void malformedFrames_areCounted_data();
    void malformedFrames_areCounted();
    void foreignSource_isCountedAndSent();
    void noMacConfigured_nothingIsCounted();
    void tapFails_frameIsLostAndOthersGoOn();
    void limiter_putsTheChainBack();
    void manyChains_inPortions();
    void largeChains_inPortions();
    void batch_isOneInterrupt_andAsksForMore();
    void detour_takesWhatItWants_andIsFree();
    void detour_seesTheStartOnly();
    void ringImpossible_isAFault();
};

void TestNetTransmitter::frame_reachesTheTapUnchanged()
{
    Rig rig;
    Bytes frame = netFrame(1000);
    frame[0] = std::byte{1};
    const NetPass pass = rig.send(frame);
    QVERIFY(pass.interrupt && !pass.again && !pass.retryAt && !pass.fault && !pass.detoured);
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    QCOMPARE(rig.tap.sent[0], frame);
    QCOMPARE(rig.takeUsed(), 1);
    QCOMPARE(rig.metrics.txCount.total(), 1u);
    QCOMPARE(rig.metrics.txPacketsCount.total(), 1u);
    QCOMPARE(rig.metrics.txBytesCount.total(), 1000u);
    QCOMPARE(rig.metrics.noTxAvailBuffer.total(), 0u);
    rig.process();
    QCOMPARE(rig.metrics.noTxAvailBuffer.total(), 1u);
}

void TestNetTransmitter::scatteredFrame_isOneFrame()
{
    Rig rig;
    const Bytes frame = netFrame(65562);
    const std::span all(frame);
    auto builder = rig.driver.chain();
    builder.readable(all.first(5)).readable(all.subspan(5, 7)).readable({}).readable(all.subspan(12, 3));
    for (std::size_t at = 15; at < all.size(); at += 4096)
        builder.readable(all.subspan(at, std::min<std::size_t>(4096, all.size() - at)));
    builder.indirect().submit();
    rig.process();
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    QCOMPARE(rig.tap.sent[0], frame);
}

void TestNetTransmitter::malformedFrames_areCounted_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("malformed");
    QTest::newRow("empty") << 0 << true;
    QTest::newRow("shorter than the header") << 11 << true;
    QTest::newRow("nothing but the header") << 12 << true;
    QTest::newRow("too large") << 65563 << true;
    QTest::newRow("writable buffer") << -1 << false;
    QTest::newRow("outside memory") << -2 << false;
    QTest::newRow("only a writable buffer") << -3 << false;
}

void TestNetTransmitter::malformedFrames_areCounted()
{
    QFETCH(const int, kind);
    QFETCH(const bool, malformed);
    Rig rig(kFeatures, limit(0, 2)); // they cost nothing
    for (int i = 0; i < 3; ++i) {
        if (kind >= 0)
            rig.driver.chain().readable(netFrame(static_cast<std::size_t>(kind))).submit();
        else if (kind == -1)
            rig.driver.chain().readable(netFrame(100)).writable(100).submit();
        else if (kind == -2)
            rig.driver.chain().raw(1ull << 40, 100, 0).submit();
        else
            rig.driver.chain().writable(100).submit();
    }
    rig.driver.chain().readable(netFrame(100)).submit();
    const NetPass pass = rig.process();
    QVERIFY(!pass.fault && !pass.retryAt);
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    QCOMPARE(rig.takeUsed(), 4);
    QCOMPARE(rig.metrics.txMalformedFrames.total(), malformed ? 3u : 0u);
    QCOMPARE(rig.metrics.txFails.total(), malformed ? 0u : 3u);
    QCOMPARE(rig.metrics.txPacketsCount.total(), 1u);
}

void TestNetTransmitter::foreignSource_isCountedAndSent()
{
    Rig rig;
    rig.send(from(kMac, 60));
    QCOMPARE(rig.metrics.txSpoofedMacCount.total(), 0u);
    MacAddress other = kMac;
    other.bytes[5] = 3;
    rig.send(from(other, 60));
    QCOMPARE(rig.metrics.txSpoofedMacCount.total(), 1u);
    QCOMPARE(rig.tap.sent.size(), std::size_t{2});
}

void TestNetTransmitter::noMacConfigured_nothingIsCounted()
{
    Rig rig;
    Transmitter anonymous(rig.tap, rig.metrics, rig.id, std::nullopt, {}, rig.now);
    FakeDriver driver(rig.guest, 16);
    anonymous.start(driver.queue(kFeatures), rig.guest.memory());
    driver.chain().readable(netFrame(100)).submit();
    anonymous.process(rig.now);
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    QCOMPARE(rig.metrics.txSpoofedMacCount.total(), 0u);
}

void TestNetTransmitter::tapFails_frameIsLostAndOthersGoOn()
{
    Rig rig;
    rig.tap.writeError = EIO;
    const NetPass pass = rig.send(netFrame(100));
    QVERIFY(!pass.fault && pass.interrupt);
    QCOMPARE(rig.takeUsed(), 1);
    QCOMPARE(rig.metrics.tapWriteFails.total(), 1u);
    QCOMPARE(rig.metrics.txPacketsCount.total(), 0u);
    QCOMPARE(rig.metrics.txCount.total(), 0u);
    rig.tap.writeError = 0;
    rig.send(netFrame(200));
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
}

void TestNetTransmitter::limiter_putsTheChainBack()
{
    Rig rig(kFeatures, limit(1500, 10));
    for (unsigned i = 0; i < 3; ++i)
        rig.driver.chain().readable(netFrame(1000, i)).submit();
    NetPass pass = rig.process();
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    QCOMPARE(rig.takeUsed(), 1);
    QVERIFY(rig.transmitter.throttled());
    QVERIFY(pass.retryAt && *pass.retryAt == rig.now + 100ms);
    QCOMPARE(rig.metrics.txRateLimiterThrottled.total(), 1u);
    QCOMPARE(rig.metrics.txRemainingReqsCount.total(), 2u);
    // The operation of the chain that was put back was not spent.
    QCOMPARE(rig.transmitter.limiter().bucket(RateLimiter::Kind::Ops)->budget(), 9u);
    rig.process();
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    for (int wait = 0; wait < 20 && rig.tap.sent.size() < 3; ++wait) {
        rig.now += 100ms;
        pass = rig.process();
    }
    QCOMPARE((rig.now - (TimePoint{} + 1h)) / 1ms, 1000); // at 1500 bytes a second, and 1500 to begin with
    for (unsigned i = 0; i < 3; ++i)
        QCOMPARE(rig.tap.sent[i], netFrame(1000, i));
}

void TestNetTransmitter::manyChains_inPortions()
{
    Rig rig;
    for (unsigned i = 0; i < 256; ++i)
        rig.driver.chain().readable(netFrame(100, i)).submit();
    QVERIFY(rig.process().again);
    QCOMPARE(rig.tap.sent.size(), std::size_t{256});
    QVERIFY(!rig.process().again);
}

void TestNetTransmitter::largeChains_inPortions()
{
    Rig rig;
    for (unsigned i = 0; i < 40; ++i)
        rig.driver.chain().readable(netFrame(60'000, i)).submit();
    QVERIFY(rig.process().again);
    QCOMPARE(rig.tap.sent.size(), std::size_t{18});
    QCOMPARE(rig.metrics.txRemainingReqsCount.total(), 22u);
    QVERIFY(rig.process().again);
    QVERIFY(!rig.process().again);
    QCOMPARE(rig.tap.sent.size(), std::size_t{40});
    for (unsigned i = 0; i < 40; ++i)
        QCOMPARE(rig.tap.sent[i], netFrame(60'000, i));
}

void TestNetTransmitter::batch_isOneInterrupt_andAsksForMore()
{
    Rig rig(kFeatures | kFeatureEventIndex);
    for (unsigned i = 0; i < 5; ++i)
        rig.driver.chain().readable(netFrame(100, i)).submit();
    rig.driver.setUsedEvent(4);
    QVERIFY(rig.process().interrupt);
    QCOMPARE(rig.driver.usedIndex(), 5);
    QCOMPARE(rig.driver.availableEvent(), 5);
    rig.driver.setUsedEvent(100);
    QVERIFY(!rig.send(netFrame(100)).interrupt);
}

void TestNetTransmitter::detour_takesWhatItWants_andIsFree()
{
    Rig rig(kFeatures, limit(2000, 2));
    rig.transmitter.setDetour(&rig.detour);
    Bytes wanted = netFrame(1000);
    wanted[12] = rig.detour.wanted;
    for (int i = 0; i < 10; ++i) {
        const NetPass pass = rig.send(wanted);
        QVERIFY(pass.detoured && !pass.retryAt);
    }
    QCOMPARE(rig.detour.taken.size(), std::size_t{10});
    QCOMPARE(rig.detour.taken[9], payload(wanted));
    QCOMPARE(rig.tap.sent.size(), std::size_t{0});
    QCOMPARE(rig.metrics.txPacketsCount.total() + rig.metrics.txCount.total() + rig.metrics.txBytesCount.total(), 0u);
    QCOMPARE(rig.metrics.txSpoofedMacCount.total(), 0u);
    QVERIFY(!rig.send(netFrame(100)).detoured);
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
    rig.transmitter.setDetour(nullptr);
    QVERIFY(!rig.send(wanted).detoured);
}

void TestNetTransmitter::detour_seesTheStartOnly()
{
    Rig rig;
    rig.transmitter.setDetour(&rig.detour);
    rig.send(netFrame(12 + 30));
    QCOMPARE(rig.detour.longestStart, std::size_t{30});
    rig.send(netFrame(2000));
    QCOMPARE(rig.detour.longestStart, std::size_t{64});
    Bytes large = netFrame(65562);
    large[12] = rig.detour.wanted;
    const std::span all(large);
    rig.driver.chain().readable(all.first(20)).readable(all.subspan(20, 20)).readable(all.subspan(40)).submit();
    rig.process();
    QCOMPARE(rig.detour.taken.back(), payload(large));
}

void TestNetTransmitter::ringImpossible_isAFault()
{
    Rig rig;
    rig.driver.chain().readable(netFrame(100)).submit();
    rig.driver.makeAvailable(500);
    const NetPass pass = rig.process();
    QVERIFY(pass.fault.has_value());
    QVERIFY(pass.interrupt); // the first came back
    QCOMPARE(rig.tap.sent.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestNetTransmitter)
#include "tst_net_transmitter.moc"
