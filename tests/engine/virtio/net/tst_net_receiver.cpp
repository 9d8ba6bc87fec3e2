#include "net_rig.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "virtio/net/features.h"
#include "virtio/net/receiver.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <chrono>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kOffloads = kNetBase | kNetGuestOffloads;
constexpr std::uint64_t kPlain = kFeatureVersion1 | kFeatureIndirect; ///< one buffer per frame, no offloads

/// A receiver with a driver, a tap and a clock that stands still.
struct Rig {
    FakeGuest guest{64};
    FakeDriver driver;
    FakeTap tap;
    NetMetrics metrics;
    std::string id = "eth0";
    TimePoint now = TimePoint{} + 1h;
    Receiver receiver;
    FrameAssembler assembler;

    explicit Rig(std::uint64_t features = kOffloads, std::uint16_t size = 256, const LimiterSettings &limiter = {})
        : driver(guest, size), receiver(tap, metrics, id, limiter, now)
    {
        receiver.start(driver.queue(features), guest.memory(), features);
    }
    void buffers(int count, std::uint32_t bytes)
    {
        for (int i = 0; i < count; ++i)
            driver.chain().writable(bytes).submit();
    }
    NetPass process() { return receiver.process(now); }
    NetPass arrive(Bytes frame)
    {
        tap.arrive(std::move(frame));
        receiver.backendReadable();
        return process();
    }
    /// All frames the driver has so far and has not been asked for yet.
    std::deque<ReceivedFrame> frames()
    {
        while (const auto used = driver.takeUsed()) {
            if (!assembler.add(*used))
                qFatal("the device broke the rules for merged buffers");
        }
        return std::exchange(assembler.frames, {});
    }
};

LimiterSettings opsLimit(std::uint64_t perSecond)
{
    return {.bandwidth = {}, .ops = BucketSettings{perSecond, 0, 1000}};
}

LimiterSettings bytesLimit(std::uint64_t perSecond)
{
    return {.bandwidth = BucketSettings{perSecond, 0, 1000}, .ops = {}};
}

} // namespace

class TestNetReceiver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void frame_landsInOneBuffer();
    void frame_isSpreadOverMergedBuffers();
    void header_acrossDescriptors_isWritten();
    void frames_ofOneWakeUp_arePublishedAtOnce();
    void driverWithoutWish_isNotInterrupted();
    void buffersShort_frameWaitsWhole();
    void frameLargerThanTheRing_isDropped();
    void unmerged_shortBuffers_areRefused_data();
    void unmerged_shortBuffers_areRefused();
    void unmerged_largerFrame_goesToTheNextBuffer();
    void unmerged_noBufferLargeEnough_dropsTheFrame();
    void readableBuffer_isRefused();
    void scatteredBuffer_isRefused();
    void refusals_areBoundedPerWakeUp();
    void bufferAcrossRegions_works();
    void limiterBlocks_frameIsKeptAndPaidOnce();
    void frameThatWaitsForBuffers_isPaidOnce();
    void limiterBlocked_tapIsNotRead();
    void frameLargerThanTheBucket_passesOnce();
    void detour_comesFirstAndIsCharged();
    void detourDeadline_isAskedFor();
    void detourThatLies_doesNotKeepUsBusy();
    void tapFails_isTriedAgain();
    void tapDeleted_isLeftAlone();
    void offloadsNotAgreed_frameIsDropped();
    void checksumFlags_withoutTheFeature_areCleared();
    void runt_isDropped();
    void tapFull_worksInPortions();
    void tapEmpty_isNotReadAgain();
    void ringImpossible_isAFault();
    void stop_dropsWhatWaited();
};

void TestNetReceiver::frame_landsInOneBuffer()
{
    Rig rig;
    rig.buffers(40, 2048);
    const Bytes frame = netFrame(1000);
    const NetPass pass = rig.arrive(frame);
    QVERIFY(pass.interrupt && !pass.again && !pass.retryAt && !pass.fault);
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(payload(frames[0].bytes), payload(frame));
    QCOMPARE(frames[0].numBuffers, 1);
    QCOMPARE(rig.metrics.rxCount.total(), 1u);
    QCOMPARE(rig.metrics.rxPacketsCount.total(), 1u);
    QCOMPARE(rig.metrics.rxBytesCount.total(), 1000u);
    QCOMPARE(rig.metrics.rxFails.total(), 0u);
    QCOMPARE(rig.driver.outstanding(), std::size_t{39});
}

void TestNetReceiver::frame_isSpreadOverMergedBuffers()
{
    Rig rig;
    rig.buffers(100, 1536);
    const Bytes frame = netFrame(65562);
    QVERIFY(rig.arrive(frame).interrupt);
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].numBuffers, (65562 + 1535) / 1536);
    QCOMPARE(frames[0].buffers, frames[0].numBuffers);
    QCOMPARE(payload(frames[0].bytes), payload(frame));
}

void TestNetReceiver::header_acrossDescriptors_isWritten()
{
    Rig rig;
    rig.driver.chain().writable(5).writable(6).writable(1).writable(0).writable(600).indirect().submit();
    const Bytes frame = netFrame(500);
    rig.arrive(frame);
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].numBuffers, 1);
    QCOMPARE(payload(frames[0].bytes), payload(frame));
}

void TestNetReceiver::frames_ofOneWakeUp_arePublishedAtOnce()
{
    Rig rig(kOffloads | kFeatureEventIndex);
    rig.buffers(100, 4096);
    for (unsigned i = 0; i < 20; ++i)
        rig.tap.arrive(netFrame(100 + i, i));
    rig.driver.setUsedEvent(0);
    QVERIFY(rig.process().interrupt);
    QCOMPARE(rig.driver.usedIndex(), 20);
    QCOMPARE(rig.tap.reads, 21);
    const auto frames = rig.frames();
    for (unsigned i = 0; i < 20; ++i)
        QCOMPARE(payload(frames[i].bytes), payload(netFrame(100 + i, i)));
}

void TestNetReceiver::driverWithoutWish_isNotInterrupted()
{
    Rig rig(kOffloads | kFeatureEventIndex);
    rig.buffers(100, 4096);
    rig.driver.setUsedEvent(50);
    const NetPass pass = rig.arrive(netFrame(100));
    QVERIFY(!pass.interrupt);
    QCOMPARE(rig.driver.usedIndex(), 1);
}

void TestNetReceiver::buffersShort_frameWaitsWhole()
{
    Rig rig(kOffloads | kFeatureEventIndex);
    rig.buffers(3, 1500);
    const Bytes frame = netFrame(20'000);
    NetPass pass = rig.arrive(frame);
    QVERIFY(!pass.interrupt && !pass.again);
    QCOMPARE(rig.metrics.noRxAvailBuffer.total(), 1u);
    QCOMPARE(rig.driver.availableEvent(), 3); // the next buffer is to be told
    rig.buffers(5, 1500);
    pass = rig.process();
    QVERIFY(!pass.interrupt);
    QCOMPARE(rig.driver.availableEvent(), 8);
    rig.buffers(20, 1500);
    QVERIFY(rig.process().interrupt);
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(payload(frames[0].bytes), payload(frame));
    QCOMPARE(frames[0].numBuffers, 14);
    QCOMPARE(rig.metrics.rxFails.total(), 0u);
}

void TestNetReceiver::frameLargerThanTheRing_isDropped()
{
    Rig rig(kOffloads, 16);
    rig.buffers(16, 1500);
    rig.tap.arrive(netFrame(60'000));
    rig.arrive(netFrame(700, 2));
    QCOMPARE(rig.metrics.rxFails.total(), 1u);
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(payload(frames[0].bytes), payload(netFrame(700, 2)));
}

void TestNetReceiver::unmerged_shortBuffers_areRefused_data()
{
    QTest::addColumn<qulonglong>("features");
    QTest::addColumn<uint>("least");
    QTest::newRow("no offloads") << qulonglong{kPlain} << 1526u;
    QTest::newRow("checksum") << qulonglong{kPlain | kNetFeatureGuestCsum} << 1526u;
    QTest::newRow("segmentation") << qulonglong{kPlain | kNetGuestOffloads} << 65562u;
    QTest::newRow("merged") << qulonglong{kPlain | kNetFeatureMergeBuffers} << 12u;
}

void TestNetReceiver::unmerged_shortBuffers_areRefused()
{
    QFETCH(const qulonglong, features);
    QFETCH(const uint, least);
    Rig rig(features);
    rig.driver.chain().writable(least - 1).submit();
    rig.driver.chain().writable(least).submit();
    rig.arrive(netFrame(13));
    QCOMPARE(rig.metrics.rxFails.total(), 1u);
    const auto refused = rig.driver.takeUsed();
    QVERIFY(refused && refused->written == 0);
    if (least > 12) {
        const auto taken = rig.driver.takeUsed();
        QVERIFY(taken && taken->written == 13);
    }
}

void TestNetReceiver::unmerged_largerFrame_goesToTheNextBuffer()
{
    Rig rig(kPlain);
    rig.buffers(2, 1526);
    rig.buffers(1, 9100);
    rig.buffers(1, 1526);
    const Bytes jumbo = netFrame(9012);
    rig.tap.arrive(jumbo);
    rig.arrive(netFrame(90, 2));
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(payload(frames[0].bytes), payload(jumbo));
    QCOMPARE(frames[0].numBuffers, 1);
    QCOMPARE(payload(frames[1].bytes), payload(netFrame(90, 2)));
    QCOMPARE(rig.assembler.refused, 2);
    QCOMPARE(rig.metrics.rxFails.total(), 2u);
}

void TestNetReceiver::unmerged_noBufferLargeEnough_dropsTheFrame()
{
    Rig rig(kPlain, 8);
    rig.buffers(8, 1526);
    rig.arrive(netFrame(9012));
    QCOMPARE(rig.frames().size(), std::size_t{0});
    QCOMPARE(rig.assembler.refused, 8);
    QCOMPARE(rig.metrics.rxFails.total(), 9u); // eight buffers, then the frame
    rig.buffers(1, 1526);
    rig.arrive(netFrame(90, 2));
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::readableBuffer_isRefused()
{
    Rig rig;
    rig.driver.chain().readable(Bytes(100)).writable(2000).submit();
    rig.driver.chain().raw(1ull << 40, 2000, kDescriptorWrite).submit(); // no memory there
    rig.buffers(1, 2000);
    rig.arrive(netFrame(100));
    QCOMPARE(rig.frames().size(), std::size_t{1});
    QCOMPARE(rig.assembler.refused, 2);
    QCOMPARE(rig.metrics.rxFails.total(), 2u);
}

void TestNetReceiver::scatteredBuffer_isRefused()
{
    // More pieces in one chain than one readv(2) takes along with others: 255 descriptors, then a table of 256, all of
    // them across a border between two regions.
    constexpr std::uint64_t kBorder = 32u << 20;
    const std::array ranges{MemoryRange{GuestAddress(0), kBorder}, MemoryRange{GuestAddress(kBorder), kBorder}};
    const FakeGuest guest{std::span<const MemoryRange>(ranges)};
    FakeDriver driver(guest, 256);
    FakeTap tap;
    NetMetrics metrics;
    const std::string id = "eth0";
    Receiver receiver(tap, metrics, id, {}, TimePoint{});
    receiver.start(driver.queue(kOffloads), guest.memory(), kOffloads);
    auto builder = driver.chain();
    for (int i = 0; i < 255 + 256; ++i)
        builder.raw(kBorder - 8, 16, kDescriptorWrite);
    builder.indirect(255).submit();
    tap.arrive(netFrame(100));
    const NetPass pass = receiver.process(TimePoint{});
    QVERIFY(!pass.fault);
    QCOMPARE(metrics.rxFails.total(), 1u);
    const auto used = driver.takeUsed();
    QVERIFY(used && used->written == 0);
}

void TestNetReceiver::refusals_areBoundedPerWakeUp()
{
    Rig rig;
    rig.buffers(200, 11);
    const NetPass pass = rig.arrive(netFrame(100));
    QVERIFY(pass.again);
    QVERIFY(rig.driver.usedIndex() <= 64);
    while (rig.process().again) {
    }
    QCOMPARE(rig.driver.usedIndex(), 200);
    rig.buffers(1, 2000);
    rig.process();
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::bufferAcrossRegions_works()
{
    constexpr std::uint64_t kBorder = 32u << 20;
    const std::array ranges{MemoryRange{GuestAddress(0), kBorder}, MemoryRange{GuestAddress(kBorder), kBorder}};
    const FakeGuest guest{std::span<const MemoryRange>(ranges)};
    FakeDriver driver(guest, 8);
    FakeTap tap;
    NetMetrics metrics;
    const std::string id = "eth0";
    Receiver receiver(tap, metrics, id, {}, TimePoint{});
    receiver.start(driver.queue(kOffloads), guest.memory(), kOffloads);
    driver.chain().raw(kBorder - 6, 2000, kDescriptorWrite).submit(); // even the header crosses
    const Bytes frame = netFrame(1500);
    tap.arrive(frame);
    QVERIFY(receiver.process(TimePoint{}).interrupt);
    FrameAssembler assembler;
    QVERIFY(assembler.add(driver.takeUsed().value()));
    QCOMPARE(assembler.frames.size(), std::size_t{1});
    QCOMPARE(payload(assembler.frames[0].bytes), payload(frame));
}

void TestNetReceiver::limiterBlocks_frameIsKeptAndPaidOnce()
{
    Rig rig(kOffloads, 256, bytesLimit(1500));
    rig.buffers(50, 2000);
    rig.tap.arrive(netFrame(1000, 1));
    rig.tap.arrive(netFrame(1000, 2));
    rig.arrive(netFrame(1000, 3));
    QCOMPARE(rig.frames().size(), std::size_t{1});
    QCOMPARE(rig.tap.reads, 2); // the second is known, so it was read; it waits with us
    QCOMPARE(rig.metrics.rxRateLimiterThrottled.total(), 1u);
    QVERIFY(rig.receiver.throttled());

    NetPass pass = rig.process(); // a kick changes nothing
    QCOMPARE(rig.frames().size(), std::size_t{0});
    QVERIFY(pass.retryAt && *pass.retryAt == rig.now + 100ms);
    while (rig.frames().empty()) {
        QVERIFY(pass.retryAt.has_value());
        rig.now = *pass.retryAt;
        pass = rig.process();
    }
    // 500 tokens were left, so the second comes when 500 more are there, the third 1000 tokens later.
    QCOMPARE((rig.now - (TimePoint{} + 1h)) / 1ms, 400);
    while (rig.frames().empty()) {
        QVERIFY(pass.retryAt.has_value());
        rig.now = *pass.retryAt;
        pass = rig.process();
    }
    QCOMPARE((rig.now - (TimePoint{} + 1h)) / 1ms, 1000);
}

void TestNetReceiver::frameThatWaitsForBuffers_isPaidOnce()
{
    Rig rig(kOffloads, 256, opsLimit(100));
    rig.buffers(1, 1500);
    rig.arrive(netFrame(9000));
    for (int kick = 0; kick < 10; ++kick) {
        rig.buffers(1, 1500);
        rig.process();
    }
    QCOMPARE(rig.frames().size(), std::size_t{1});
    QCOMPARE(rig.receiver.limiter().bucket(RateLimiter::Kind::Ops)->budget(), 99u);
}

void TestNetReceiver::limiterBlocked_tapIsNotRead()
{
    Rig rig(kOffloads, 256, opsLimit(1));
    rig.buffers(50, 2000);
    rig.tap.arrive(netFrame(100, 1));
    rig.tap.arrive(netFrame(100, 2));
    rig.arrive(netFrame(100, 3));
    QCOMPARE(rig.tap.reads, 2);
    rig.arrive(netFrame(100, 4));
    QCOMPARE(rig.tap.reads, 2);
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::frameLargerThanTheBucket_passesOnce()
{
    Rig rig(kOffloads, 256, bytesLimit(100));
    rig.buffers(50, 2000);
    rig.tap.arrive(netFrame(400, 1));
    NetPass pass = rig.arrive(netFrame(400, 2));
    QCOMPARE(rig.frames().size(), std::size_t{1});
    QVERIFY(pass.retryAt && *pass.retryAt == rig.now + 3s); // 300 tokens too many
    QCOMPARE(rig.tap.waiting.size(), std::size_t{1});
    rig.now = *pass.retryAt;
    pass = rig.process();
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::detour_comesFirstAndIsCharged()
{
    Rig rig(kOffloads, 256, opsLimit(2));
    FakeDetour detour;
    rig.receiver.setDetour(&detour);
    rig.buffers(50, 700);
    detour.answers = {pattern(1514, 7), pattern(60, 8)};
    NetPass pass = rig.arrive(netFrame(100, 1));
    auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(payload(frames[0].bytes), pattern(1514, 7));
    QCOMPARE(Bytes(frames[0].bytes.begin(), frames[0].bytes.begin() + 10), Bytes(10));
    QCOMPARE(frames[0].numBuffers, 3);
    QCOMPARE(payload(frames[1].bytes), pattern(60, 8));
    QVERIFY(pass.retryAt.has_value()); // the tap's waits for tokens
    rig.now += 1s;
    pass = rig.process();
    frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(payload(frames[0].bytes), payload(netFrame(100, 1)));
}

void TestNetReceiver::detourDeadline_isAskedFor()
{
    Rig rig;
    FakeDetour detour;
    rig.receiver.setDetour(&detour);
    detour.deadline = rig.now + 300ms;
    QVERIFY(rig.process().retryAt == rig.now + 300ms);
    rig.now += 300ms;
    detour.answers = {pattern(60)};
    QVERIFY(!rig.process().retryAt); // it waits for a buffer, not for the timer
    rig.buffers(2, 2000);
    detour.deadline = rig.now + 300ms;
    rig.tap.readError = EIO; // will be tried again, but later
    QVERIFY(rig.process().retryAt == rig.now + 300ms);
    detour.deadline.reset();
    QVERIFY(rig.process().retryAt == rig.now + 1s);
}

void TestNetReceiver::detourThatLies_doesNotKeepUsBusy()
{
    class Liar final : public FrameDetour {
        bool wants(std::span<const std::byte>) override { return false; }
        void take(std::span<const std::byte>, TimePoint) override {}
        bool hasFrame(TimePoint) override { return true; }
        std::size_t nextFrame(std::span<std::byte>, TimePoint) override { return 0; }
        std::optional<TimePoint> nextDeadline() const override { return {}; }
    };
    Rig rig;
    Liar detour;
    rig.receiver.setDetour(&detour);
    rig.buffers(10, 2000);
    QVERIFY(!rig.process().again);
    rig.arrive(netFrame(100));
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::tapFails_isTriedAgain()
{
    Rig rig;
    rig.buffers(50, 2000);
    rig.tap.readError = EIO;
    const NetPass pass = rig.arrive(netFrame(100));
    QVERIFY(!pass.fault && pass.retryAt);
    QCOMPARE(rig.metrics.tapReadFails.total(), 1u);
    rig.tap.readError = 0;
    rig.process(); // not yet
    QCOMPARE(rig.frames().size(), std::size_t{0});
    rig.now = *pass.retryAt;
    QVERIFY(!rig.process().retryAt);
    QCOMPARE(rig.frames().size(), std::size_t{1});
}

void TestNetReceiver::tapDeleted_isLeftAlone()
{
    Rig rig;
    rig.buffers(50, 2000);
    rig.tap.readError = EBADFD;
    const NetPass pass = rig.arrive(netFrame(100));
    QVERIFY(!pass.fault && !pass.retryAt && !pass.again);
    rig.process();
    QCOMPARE(rig.metrics.tapReadFails.total(), 1u);
}

void TestNetReceiver::offloadsNotAgreed_frameIsDropped()
{
    Rig rig(kNetBase | kNetFeatureGuestCsum | kNetFeatureGuestTso4);
    rig.buffers(50, 2000);
    for (const unsigned type : {1u, 3u, 4u, 5u, 0x81u, 77u, 0u}) {
        Bytes frame = netFrame(100, type);
        frame[1] = static_cast<std::byte>(type);
        rig.tap.arrive(frame);
    }
    rig.process();
    const auto frames = rig.frames();
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0].bytes[1], std::byte{1});
    QCOMPARE(frames[1].bytes[1], std::byte{0});
    QCOMPARE(rig.metrics.rxFails.total(), 5u);
}

void TestNetReceiver::checksumFlags_withoutTheFeature_areCleared()
{
    for (const std::uint64_t features : {kNetBase, kNetBase | kNetFeatureGuestCsum}) {
        Rig rig(features);
        rig.buffers(50, 2000);
        Bytes valid = netFrame(100);
        valid[0] = std::byte{2}; // DATA_VALID
        Bytes partial = netFrame(100);
        partial[0] = std::byte{1}; // NEEDS_CSUM
        rig.tap.arrive(valid);
        rig.arrive(partial);
        const auto frames = rig.frames();
        const bool agreed = features & kNetFeatureGuestCsum;
        QCOMPARE(frames.size(), std::size_t{agreed ? 2u : 1u});
        QCOMPARE(frames[0].bytes[0], std::byte{agreed ? std::uint8_t{2} : std::uint8_t{0}});
    }
}

void TestNetReceiver::runt_isDropped()
{
    Rig rig;
    rig.buffers(50, 2000);
    rig.tap.arrive(netFrame(0));
    rig.tap.arrive(netFrame(12));
    rig.arrive(netFrame(60));
    QCOMPARE(rig.frames().size(), std::size_t{1});
    QCOMPARE(rig.metrics.rxFails.total(), 2u);
}

void TestNetReceiver::tapFull_worksInPortions()
{
    Rig rig;
    rig.buffers(200, 2000);
    for (unsigned i = 0; i < 150; ++i)
        rig.tap.arrive(netFrame(100, i));
    QVERIFY(rig.process().again);
    QCOMPARE(rig.tap.reads, 64);
    QVERIFY(rig.process().again);
    QVERIFY(!rig.process().again);
    QCOMPARE(rig.frames().size(), std::size_t{150});

    rig.buffers(200, 60'000);
    for (unsigned i = 0; i < 40; ++i)
        rig.tap.arrive(netFrame(60'000, i));
    rig.receiver.backendReadable();
    QVERIFY(rig.process().again);
    QCOMPARE(rig.frames().size(), std::size_t{18}); // a megabyte
}

void TestNetReceiver::tapEmpty_isNotReadAgain()
{
    Rig rig;
    rig.process(); // no buffers: nothing is read
    QCOMPARE(rig.tap.reads, 0);
    rig.buffers(10, 2000);
    rig.process();
    QCOMPARE(rig.tap.reads, 1);
    for (int kick = 0; kick < 5; ++kick)
        rig.process();
    QCOMPARE(rig.tap.reads, 1);
    rig.arrive(netFrame(100));
    QCOMPARE(rig.tap.reads, 3);
}

void TestNetReceiver::ringImpossible_isAFault()
{
    Rig rig;
    rig.buffers(2, 2000);
    rig.driver.makeAvailable(9999);
    NetPass pass = rig.arrive(netFrame(100));
    QVERIFY(pass.fault.has_value());
    Rig ahead;
    ahead.driver.setAvailableIndex(300);
    pass = ahead.arrive(netFrame(100));
    QVERIFY(pass.fault && pass.fault->text.find("greater than queue size") != std::string::npos);
}

void TestNetReceiver::stop_dropsWhatWaited()
{
    Rig rig;
    rig.buffers(1, 1500);
    rig.arrive(netFrame(9000));
    rig.receiver.stop();
    FakeDriver next(rig.guest, 64);
    rig.receiver.start(next.queue(kOffloads), rig.guest.memory(), kOffloads);
    next.chain().writable(20'000).submit();
    rig.arrive(netFrame(100, 5));
    const auto used = next.takeUsed();
    QVERIFY(used && used->written == 100);
}

QTEST_GUILESS_MAIN(TestNetReceiver)
#include "tst_net_receiver.moc"
