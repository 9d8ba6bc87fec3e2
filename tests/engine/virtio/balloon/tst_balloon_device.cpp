#include "support/counter_increase.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "support/resident_pages.h"
#include "virtio/balloon/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <cstring>
#include <numeric>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kGuestMib = 64;
/// What the driver gives to the balloon: behind the rings and buffers of all queues.
constexpr std::uint64_t kSpare = 16 * kMib;

constexpr BalloonSettings kEverything{.amountMib = 0,
                                      .deflateOnOom = true,
                                      .statsPollingIntervalSeconds = 1,
                                      .freePageHinting = true,
                                      .freePageReporting = true};

// Queue indices with kEverything.
constexpr std::uint16_t kInflate = 0, kDeflate = 1, kStatistics = 2, kHinting = 3, kReporting = 4;

/// Page frame numbers as the driver writes them.
std::vector<std::byte> frames(const std::vector<std::uint32_t> &numbers)
{
    const auto bytes = std::as_bytes(std::span(numbers));
    return {bytes.begin(), bytes.end()};
}

std::vector<std::uint32_t> run(std::uint64_t at, std::size_t count)
{
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), static_cast<std::uint32_t>(at / kPage));
    return numbers;
}

std::vector<std::byte> number(std::uint32_t value)
{
    return frames({value});
}

std::vector<std::byte> record(std::uint16_t tag, std::uint64_t value)
{
    std::vector<std::byte> out(10);
    std::memcpy(out.data(), &tag, sizeof tag);
    std::memcpy(out.data() + 2, &value, sizeof value);
    return out;
}

struct Bench {
    FakeGuest guest{kGuestMib};
    std::vector<FakeDriver> drivers;
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<BalloonDevice> device;
    BalloonMetrics &metrics = sparkler::metrics().balloon;
    CounterIncrease eventFails{metrics.eventFails};
    CounterIncrease inflates{metrics.inflateCount}, deflates{metrics.deflateCount};
    CounterIncrease updates{metrics.statsUpdatesCount}, updateFails{metrics.statsUpdateFails};
    CounterIncrease hints{metrics.freePageHintCount}, hinted{metrics.freePageHintFreed},
        hintFails{metrics.freePageHintFails};
    CounterIncrease reports{metrics.freePageReportCount}, reported{metrics.freePageReportFreed},
        reportFails{metrics.freePageReportFails};

    explicit Bench(const BalloonSettings &settings = kEverything)
    {
        auto made = BalloonDevice::create(settings);
        if (!made)
            qFatal("%s", made.error().text.c_str());
        device = std::move(*made);
        activate(device->features());
        static const auto content = pattern(kMib);
        for (std::uint64_t at = kSpare; at < kGuestMib << 20; at += kMib)
            guest.put(GuestAddress(at), content);
    }
    void activate(std::uint64_t features)
    {
        drivers.clear();
        Activation activation{&guest.memory(), {}, &interrupt, features};
        const std::size_t queues = device->queuesInUse(features);
        for (std::size_t i = 0; i < queues; ++i)
            drivers.emplace_back(guest, std::uint16_t{256}, kMib * (1 + i), kMib * (8 + i));
        for (const FakeDriver &driver : drivers)
            activation.queues.push_back(driver.queue(features));
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }

    FakeDriver &driver(std::uint16_t queue) { return drivers[queue]; }
    void kick(std::uint16_t queue) { device->queueNotified(queue); }
    /// Gives one chain to the device; whether it came back.
    bool comesBack(std::uint16_t queue, FakeDriver::ChainBuilder &&builder)
    {
        builder.submit();
        kick(queue);
        const auto used = driver(queue).takeUsed();
        return used && used->written == 0;
    }
    bool inflate(const std::vector<std::uint32_t> &numbers)
    {
        return comesBack(kInflate, std::move(driver(kInflate).chain().readable(frames(numbers))));
    }
    bool tellCommand(std::uint32_t command)
    {
        return comesBack(kHinting, std::move(driver(kHinting).chain().readable(number(command))));
    }
    /// One range for hints or reports. Does not look at its bytes, which would bring them back.
    bool hand(std::uint16_t queue, std::uint64_t at, std::uint32_t bytes)
    {
        const std::uint16_t before = driver(queue).usedIndex();
        driver(queue).chain().raw(at, bytes, kDescriptorWrite).submit();
        kick(queue);
        return driver(queue).usedIndex() == before + 1;
    }
    std::size_t resident(std::uint64_t at, std::uint64_t bytes) const
    {
        return residentPages(guest.memory(), GuestAddress(at), bytes);
    }
    std::uint32_t config(std::uint64_t offset) const
    {
        std::uint32_t value = 0xeeee'eeee;
        device->readConfig(offset, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    std::vector<EventLoop::Registration> watch(EventLoop &loop) const
    {
        std::vector<EventLoop::Registration> all;
        for (HostEvent &event : device->hostEvents())
            all.push_back(loop.watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        return all;
    }
};

} // namespace

class TestBalloonDevice : public QObject {
    Q_OBJECT
private slots:
    void create_features_data();
    void create_features();
    void create_tooMuch_isRefused();
    void config_reads_data();
    void config_reads();
    void config_actual_isTheGuests_data();
    void config_actual_isTheGuests();
    void setAmount_tellsTheDriver();
    void setAmount_refusals();

    void inflate_givesMemoryBack();
    void inflate_unsortedAcrossChains_isReleasedBeforeTheGuestIsTold();
    void inflate_highestPages_areSkipped();
    void inflate_badArrays_data();
    void inflate_badArrays();
    void inflate_manyChains_goOnAfterTheWake();
    void deflate_isAcknowledged();

    void statistics_bufferIsHeldUntilPolled();
    void statistics_patch_asksAtOnce();
    void statistics_interval_rules();
    void statistics_disabled_isAnError();
    void statistics_twoBuffers_oneComesBack();
    void statistics_bad_isCountedAndHeld();

    void reporting_givesMemoryBack();
    void reporting_badRanges_data();
    void reporting_badRanges();
    void reporting_bytesPerWake_areBounded();
    void hinting_onlyTheActiveRunReleases();
    void hinting_acknowledgedStop_tellsTheDriver();
    void hinting_refusals();

    void features_declined_leaveNoGap();
    void brokenRing_needsReset();
    void reset_isAsNew();
    void activate_wrongQueues_isCounted();
    void behindMmioTransport_withoutOptionalQueues();
};

void TestBalloonDevice::create_features_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<int>("queues");
    QTest::newRow("plain") << 0 << quint64{0} << 2;
    QTest::newRow("statistics") << 1 << quint64{2} << 3;
    QTest::newRow("deflate on oom") << 2 << quint64{4} << 2;
    QTest::newRow("hinting") << 4 << quint64{8} << 3;
    QTest::newRow("reporting") << 8 << quint64{32} << 3;
    QTest::newRow("all") << 15 << quint64{2 | 4 | 8 | 32} << 5;
}

void TestBalloonDevice::create_features()
{
    QFETCH(int, which);
    QFETCH(quint64, bits);
    const auto device = BalloonDevice::create({.amountMib = 3,
                                               .deflateOnOom = (which & 2) != 0,
                                               .statsPollingIntervalSeconds = static_cast<std::uint16_t>(which & 1),
                                               .freePageHinting = (which & 4) != 0,
                                               .freePageReporting = (which & 8) != 0});
    QVERIFY(device);
    QCOMPARE((*device)->type(), DeviceType::Balloon);
    QCOMPARE((*device)->features(), kFeatureVersion1 | kFeatureEventIndex | bits);
    QTEST(static_cast<int>((*device)->queueMaxSizes().size()), "queues");
    QVERIFY(std::ranges::all_of((*device)->queueMaxSizes(), [](std::uint16_t size) { return size == 256; }));
    QCOMPARE((*device)->settings().amountMib, 3u);
}

void TestBalloonDevice::create_tooMuch_isRefused()
{
    const auto device = BalloonDevice::create({.amountMib = 1 << 24});
    QVERIFY(!device);
    QCOMPARE(device.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(device.error().text, std::string("Requested memory should be less than 16777216MiB"));
    QVERIFY(BalloonDevice::create({.amountMib = (1 << 24) - 1}));
}

void TestBalloonDevice::config_reads_data()
{
    QTest::addColumn<unsigned>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("target") << 0u << QByteArray("\0\x05\0\0", 4);
    QTest::newRow("one byte of it") << 1u << QByteArray("\x05", 1);
    QTest::newRow("actual") << 4u << QByteArray("\x12\0\0\0", 4);
    QTest::newRow("hinting command") << 8u << QByteArray("\x02\0\0\0", 4);
    QTest::newRow("all") << 0u << QByteArray("\0\x05\0\0\x12\0\0\0\x02\0\0\0", 12);
    QTest::newRow("over the end") << 8u << QByteArray("\x02\0\0\0\0\0\0\0", 8);
    QTest::newRow("behind") << 12u << QByteArray("\0\0\0\0", 4);
    QTest::newRow("far behind") << 0xefcu << QByteArray("\0\0\0\0", 4);
}

void TestBalloonDevice::config_reads()
{
    QFETCH(unsigned, offset);
    QFETCH(QByteArray, bytes);
    Bench bench;
    QVERIFY(bench.device->setAmount(5));
    QVERIFY(bench.device->startHinting(true));
    bench.device->writeConfig(4, number(0x12));
    QByteArray out(bytes.size(), 'x');
    bench.device->readConfig(offset,
                             std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(out.size()))));
    QCOMPARE(out, bytes);
}

void TestBalloonDevice::config_actual_isTheGuests_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("actual");
    QTest::newRow("all") << quint64{4} << 4 << 0x0403'0201u;
    QTest::newRow("one byte") << quint64{6} << 1 << 0x0001'0000u;
    QTest::newRow("nothing") << quint64{4} << 0 << 0u;
    QTest::newRow("the target") << quint64{0} << 4 << 0u;
    QTest::newRow("target and actual") << quint64{0} << 8 << 0u;
    QTest::newRow("over its end") << quint64{4} << 8 << 0u;
    QTest::newRow("last bytes and more") << quint64{7} << 2 << 0u;
    QTest::newRow("hinting command") << quint64{8} << 4 << 0u;
    QTest::newRow("far behind") << ~quint64{0} << 4 << 0u;
}

void TestBalloonDevice::config_actual_isTheGuests()
{
    QFETCH(quint64, offset);
    QFETCH(int, count);
    Bench bench;
    const std::array bytes{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4},
                           std::byte{5}, std::byte{6}, std::byte{7}, std::byte{8}};
    bench.device->writeConfig(offset, std::span(bytes).first(static_cast<std::size_t>(count)));
    QTEST(bench.config(4), "actual");
    QCOMPARE(bench.config(0), 0u);
    QCOMPARE(bench.config(8), 0u);
}

void TestBalloonDevice::setAmount_tellsTheDriver()
{
    Bench bench;
    QVERIFY(bench.device->setAmount(40));
    QCOMPARE(bench.config(0), 40u * 256);
    QCOMPARE(bench.interrupt.config.load(), 1);
    QCOMPARE(bench.device->settings().amountMib, 40u);
    const auto told = bench.device->statistics();
    QVERIFY(told && told->targetPages == 40 * 256 && told->targetMib == 40 && told->actualPages == 0);
}

void TestBalloonDevice::setAmount_refusals()
{
    Bench bench;
    const auto tooMuch = bench.device->setAmount(0xffff'ffff);
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().text, std::string("Requested memory should be less than 4294967295MiB"));
    QVERIFY(bench.device->reset());
    const auto inactive = bench.device->setAmount(0xffff'ffff); // the driver is looked at first
    QVERIFY(!inactive);
    QCOMPARE(inactive.error().kind, ErrorKind::WrongPhase);
    QCOMPARE(inactive.error().text, std::string("Device not activated yet."));
    QCOMPARE(bench.config(0), 0u);
    QCOMPARE(bench.interrupt.config.load(), 0);
}

void TestBalloonDevice::inflate_givesMemoryBack()
{
    Bench bench;
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QVERIFY(bench.inflate(run(kSpare, 256)));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.resident(kSpare + kMib, kMib), std::size_t{256});
    QCOMPARE(bench.guest.bytes(GuestAddress(kSpare), kMib), std::vector(kMib, std::byte{0}));
    QCOMPARE(bench.inflates(), 1u);
    QCOMPARE(bench.eventFails(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonDevice::inflate_unsortedAcrossChains_isReleasedBeforeTheGuestIsTold()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    std::vector<std::uint32_t> backwards = run(kSpare, 256);
    std::ranges::reverse(backwards);
    driver.chain().readable(frames(backwards)).submit();
    driver.chain().readable(frames({0, backwards[0]})).submit(); // the very first page, and a duplicate
    driver.chain().readable(frames({})).submit();
    bench.guest.put(GuestAddress(0), pattern(kPage));
    bench.kick(kInflate);
    QCOMPARE(driver.usedIndex(), 3);
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.resident(0, kPage), std::size_t{0});
    QCOMPARE(bench.interrupt.used.load(), 1);
    QCOMPARE(bench.eventFails(), 0u);
}

void TestBalloonDevice::inflate_highestPages_areSkipped()
{
    Bench bench;
    const auto end = static_cast<std::uint32_t>((kGuestMib << 20) / kPage);
    QVERIFY(bench.inflate({0xffff'ffff, 0xffff'fffe, end + 7, static_cast<std::uint32_t>(kSpare / kPage)}));
    QCOMPARE(bench.eventFails(), 2u); // two ranges
    QCOMPARE(bench.resident(kSpare, kPage), std::size_t{0});
    QCOMPARE(bench.interrupt.needsReset.load(), 0);
}

void TestBalloonDevice::inflate_badArrays_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("too long") << 0;
    QTest::newRow("no multiple of four") << 1;
    QTest::newRow("writable") << 2;
    QTest::newRow("partly outside memory") << 3;
    QTest::newRow("endless") << 4;
}

void TestBalloonDevice::inflate_badArrays()
{
    QFETCH(int, kind);
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    auto chain = driver.chain();
    switch (kind) {
    case 0:
        chain.readable(frames(run(kSpare, 257)));
        break;
    case 1:
        chain.readable(std::vector(7, std::byte{0}));
        break;
    case 2:
        chain.writable(16);
        break;
    case 3:
        chain.raw((kGuestMib << 20) - 4, 8, 0);
        break;
    default:
        chain.raw(0, 60u << 20, 0);
        break;
    }
    QVERIFY(bench.comesBack(kInflate, std::move(chain)));
    QCOMPARE(bench.eventFails(), 1u);
    QCOMPARE(bench.resident(kSpare, 2 * kMib), std::size_t{512});
    QVERIFY(bench.inflate(run(kSpare, 1))); // and goes on
    QCOMPARE(bench.resident(kSpare, kPage), std::size_t{0});
}

void TestBalloonDevice::inflate_manyChains_goOnAfterTheWake()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    for (std::uint64_t i = 0; i < 48; ++i) // a MiB minus a page each: no two merge
        driver.chain().readable(frames(run(kSpare + i * kMib, 255))).submit();
    bench.kick(kInflate);
    QCOMPARE(driver.usedIndex(), 32);
    QCOMPARE(bench.resident(kSpare, 32 * kMib), std::size_t{32});
    QCOMPARE(bench.resident(kSpare + 32 * kMib, 16 * kMib), std::size_t{16 * 256});
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    QVERIFY(eventually(*loop, [&] { return driver.usedIndex() == 48; }));
    QCOMPARE(bench.resident(kSpare, 48 * kMib), std::size_t{48});
}

void TestBalloonDevice::deflate_isAcknowledged()
{
    Bench bench;
    QVERIFY(bench.comesBack(kDeflate, std::move(bench.driver(kDeflate).chain().readable(frames(run(kSpare, 256))))));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QCOMPARE(bench.deflates(), 1u);
    QCOMPARE(bench.inflates(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonDevice::statistics_bufferIsHeldUntilPolled()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kStatistics);
    driver.chain().readable(record(4, 777)).submit();
    bench.kick(kStatistics);
    QCOMPARE(driver.usedIndex(), 0);
    QCOMPARE(bench.updates(), 1u);
    QCOMPARE(bench.device->statistics()->freeMemory.value(), 777u);
    QVERIFY(!bench.device->statistics()->totalMemory);
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    QVERIFY(eventually(*loop, [&] { return driver.usedIndex() == 1; })); // the timer asks for fresh ones
    QCOMPARE(bench.interrupt.used.load(), 1);
    QCOMPARE(bench.updateFails(), 0u);
}

void TestBalloonDevice::statistics_patch_asksAtOnce()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kStatistics);
    QVERIFY(bench.device->setStatsPollingInterval(3)); // no buffer there yet: nothing to ask with
    driver.chain().readable(record(4, 1)).submit();
    bench.kick(kStatistics);
    QVERIFY(bench.device->setStatsPollingInterval(3));
    QCOMPARE(driver.usedIndex(), 0); // unchanged
    QVERIFY(bench.device->setStatsPollingInterval(60'000));
    QCOMPARE(driver.usedIndex(), 1);
    QCOMPARE(bench.device->settings().statsPollingIntervalSeconds, 60'000);
    QVERIFY(bench.device->setStatsPollingInterval(1));
    QCOMPARE(driver.usedIndex(), 1); // the driver has not answered yet
}

void TestBalloonDevice::statistics_interval_rules()
{
    Bench on;
    const auto off = on.device->setStatsPollingInterval(0);
    QVERIFY(!off);
    QCOMPARE(off.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(off.error().text, std::string("Statistics cannot be enabled/disabled after activation."));
    Bench without(BalloonSettings{});
    QVERIFY(without.device->setStatsPollingInterval(0));
    QVERIFY(!without.device->setStatsPollingInterval(5));
    QCOMPARE(without.device->settings().statsPollingIntervalSeconds, 0);
}

void TestBalloonDevice::statistics_disabled_isAnError()
{
    const Bench bench(BalloonSettings{});
    const auto statistics = bench.device->statistics();
    QVERIFY(!statistics);
    QCOMPARE(statistics.error().text, std::string("Received stats query when stats are disabled."));
}

void TestBalloonDevice::statistics_twoBuffers_oneComesBack()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kStatistics);
    const auto first = driver.chain().readable(record(4, 1)).submit();
    driver.chain().readable(record(4, 2)).submit();
    bench.kick(kStatistics);
    const auto used = driver.takeUsed();
    QVERIFY(used && used->head == first);
    QCOMPARE(driver.outstanding(), std::size_t{1});
    QCOMPARE(bench.device->statistics()->freeMemory.value(), 2u);
    QCOMPARE(bench.updates(), 2u);
}

void TestBalloonDevice::statistics_bad_isCountedAndHeld()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kStatistics);
    driver.chain().readable(std::vector(9, std::byte{1})).submit();
    bench.kick(kStatistics);
    driver.chain().raw(~std::uint64_t{7}, 10, 0).submit();
    bench.kick(kStatistics);
    driver.chain().readable(record(4, 1)).writable(10).submit();
    bench.kick(kStatistics);
    QCOMPARE(bench.updates(), 3u);
    QCOMPARE(bench.updateFails(), 3u);
    QCOMPARE(driver.usedIndex(), 2);
    QVERIFY(!bench.device->statistics()->freeMemory);
    QVERIFY(bench.device->setStatsPollingInterval(9));
    QCOMPARE(driver.usedIndex(), 3);
}

void TestBalloonDevice::reporting_givesMemoryBack()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kReporting);
    driver.chain().raw(kSpare, 2 * kMib, kDescriptorWrite).raw(kSpare + 4 * kMib, kMib, kDescriptorWrite).submit();
    bench.kick(kReporting);
    QCOMPARE(bench.resident(kSpare, 6 * kMib), std::size_t{3 * 256});
    QCOMPARE(bench.guest.bytes(GuestAddress(kSpare), 16), std::vector(16, std::byte{0}));
    const auto used = driver.takeUsed();
    QVERIFY(used && used->written == 0);
    QCOMPARE(bench.reports(), 2u);
    QCOMPARE(bench.reported(), 3 * kMib);
    QCOMPARE(bench.reportFails(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonDevice::reporting_badRanges_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<quint32>("bytes");
    QTest::addColumn<int>("ranges"); // that reached the balloon
    QTest::newRow("unaligned address") << quint64{kSpare + 8} << quint32{kPage} << 1;
    QTest::newRow("unaligned length") << quint64{kSpare} << quint32{kPage + 1} << 1;
    QTest::newRow("outside memory") << quint64{kGuestMib << 20} << quint32{kPage} << 0;
    QTest::newRow("over the end") << quint64{(kGuestMib << 20) - kPage} << quint32{2 * kPage} << 0;
    QTest::newRow("wraps around") << ~quint64{kPage - 1} << quint32{2 * kPage} << 0;
}

void TestBalloonDevice::reporting_badRanges()
{
    QFETCH(quint64, at);
    QFETCH(quint32, bytes);
    QFETCH(int, ranges);
    Bench bench;
    QVERIFY(bench.hand(kReporting, at, bytes));
    QCOMPARE(bench.reports(), static_cast<quint64>(ranges));
    QCOMPARE(bench.reportFails(), static_cast<quint64>(ranges));
    QCOMPARE(bench.eventFails(), static_cast<quint64>(1 - ranges)); // a malformed chain
    QCOMPARE(bench.reported(), 0u);
    QCOMPARE(bench.resident(kSpare, (kGuestMib << 20) - kSpare), std::size_t{48 * 256});
    QVERIFY(bench.hand(kReporting, kSpare, kPage)); // and goes on
    QCOMPARE(bench.reported(), kPage);
}

void TestBalloonDevice::reporting_bytesPerWake_areBounded()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kReporting);
    for (int i = 0; i < 8; ++i)
        driver.chain().raw(kSpare, 32 * kMib, kDescriptorWrite).submit();
    bench.kick(kReporting);
    QCOMPARE(driver.usedIndex(), 4); // 128 MiB
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    QVERIFY(eventually(*loop, [&] { return driver.usedIndex() == 8; }));
    QCOMPARE(bench.reports(), 8u);
}

void TestBalloonDevice::hinting_onlyTheActiveRunReleases()
{
    Bench bench;
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // no run
    QVERIFY(bench.device->startHinting(true));
    QCOMPARE(bench.config(8), 2u);
    QCOMPARE(bench.interrupt.config.load(), 1);
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // before the guest took it up
    QVERIFY(bench.tellCommand(7));
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // another run
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QCOMPARE(bench.hints(), 0u);

    QVERIFY(bench.tellCommand(2));
    QCOMPARE(bench.device->hinting()->guestCommand.value(), 2u);
    QVERIFY(bench.hand(kHinting, kSpare, kMib));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.hints(), 1u);
    QCOMPARE(bench.hinted(), kMib);
    QVERIFY(bench.hand(kHinting, kSpare + kMib + 1, kPage));
    QCOMPARE(bench.hintFails(), 1u);

    // A hint that the host finds after it ended the run: the guest may be using the pages again.
    bench.driver(kHinting).chain().raw(kSpare + kMib, kMib, kDescriptorWrite).submit();
    QVERIFY(bench.device->stopHinting());
    QCOMPARE(bench.config(8), 1u);
    const std::uint16_t before = bench.driver(kHinting).usedIndex();
    bench.kick(kHinting);
    QCOMPARE(bench.driver(kHinting).usedIndex(), before + 1);
    QCOMPARE(bench.resident(kSpare + kMib, kMib), std::size_t{256});
}

void TestBalloonDevice::hinting_acknowledgedStop_tellsTheDriver()
{
    Bench bench;
    QVERIFY(bench.device->startHinting(true));
    QVERIFY(bench.tellCommand(2));
    QVERIFY(bench.tellCommand(0));
    QCOMPARE(bench.interrupt.config.load(), 2);
    QCOMPARE(bench.config(8), 1u);
    QCOMPARE(bench.device->hinting()->hostCommand, 1u);
    QCOMPARE(bench.device->hinting()->guestCommand.value(), 0u);
    QVERIFY(bench.device->startHinting(false));
    QVERIFY(bench.tellCommand(3));
    QVERIFY(bench.tellCommand(0));
    QCOMPARE(bench.interrupt.config.load(), 3);
    QCOMPARE(bench.config(8), 3u);
}

void TestBalloonDevice::hinting_refusals()
{
    const std::string notEnabled = "Attempting to use hinting when not enabled";
    Bench without(BalloonSettings{});
    QCOMPARE(without.device->startHinting(true).error().text, notEnabled);
    QCOMPARE(without.device->stopHinting().error().text, notEnabled);
    QCOMPARE(without.device->hinting().error().text, notEnabled);
    Bench with;
    QVERIFY(with.device->reset());
    QCOMPARE(with.device->startHinting(true).error().text, std::string("Device not activated yet."));
    QCOMPARE(with.device->stopHinting().error().kind, ErrorKind::WrongPhase);
    QVERIFY(with.device->hinting());
    with.activate(kFeatureVersion1); // a driver that cannot
    QCOMPARE(with.device->startHinting(true).error().text, notEnabled);
}

void TestBalloonDevice::features_declined_leaveNoGap()
{
    Bench bench;
    QVERIFY(bench.device->reset());
    bench.activate(kFeatureVersion1 | kBalloonFeatureReporting);
    QCOMPARE(bench.drivers.size(), std::size_t{3});
    QVERIFY(bench.hand(2, kSpare, kMib));
    QCOMPARE(bench.reported(), kMib);
    QCOMPARE(bench.updates(), 0u);
    bench.kick(3); // what there is no queue for
    bench.kick(0xffff);
    QVERIFY(bench.device->setStatsPollingInterval(5));
}

void TestBalloonDevice::brokenRing_needsReset()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    driver.chain().readable(frames(run(kSpare, 1))).submit();
    driver.makeAvailable(999);
    bench.kick(kInflate);
    QCOMPARE(bench.interrupt.needsReset.load(), 1);
    QCOMPARE(bench.eventFails(), 1u);
    QCOMPARE(driver.usedIndex(), 0);
    bench.driver(kReporting).chain().raw(kSpare, kMib, kDescriptorWrite).submit();
    bench.kick(kReporting); // nothing is served any more
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QVERIFY(bench.device->reset());
    bench.activate(bench.device->features());
    QVERIFY(bench.inflate(run(kSpare, 2)));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{254});
}

void TestBalloonDevice::reset_isAsNew()
{
    Bench bench;
    QVERIFY(bench.device->setAmount(9));
    QVERIFY(bench.device->startHinting(true));
    QVERIFY(bench.tellCommand(2));
    bench.device->writeConfig(4, number(55));
    bench.driver(kStatistics).chain().readable(record(4, 1)).submit();
    bench.kick(kStatistics);
    for (std::uint64_t i = 0; i < 40; ++i)
        bench.driver(kInflate).chain().readable(frames(run(kSpare, 1))).submit();
    bench.kick(kInflate); // leaves some for later

    QVERIFY(bench.device->reset());
    QVERIFY(!bench.device->isActive());
    for (HostEvent &event : bench.device->hostEvents())
        event.onReady();
    bench.kick(kInflate);
    QCOMPARE(bench.config(0), 9u * 256); // the host's wish stays
    QCOMPARE(bench.config(4), 0u);
    QCOMPARE(bench.config(8), 0u);
    QVERIFY(!bench.device->hinting()->guestCommand);
    QVERIFY(!bench.device->statistics()->freeMemory);

    bench.activate(bench.device->features());
    QVERIFY(bench.device->setStatsPollingInterval(2)); // no buffer of the old driver's comes back
    QCOMPARE(bench.driver(kStatistics).usedIndex(), 0);
    QVERIFY(bench.inflate(run(kSpare, 256)));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
}

void TestBalloonDevice::activate_wrongQueues_isCounted()
{
    const auto device = std::move(BalloonDevice::create(kEverything).value());
    const CounterIncrease fails(metrics().balloon.activateFails);
    FakeGuest guest(4);
    FakeDeviceInterrupt interrupt;
    const FakeDriver driver(guest, 16);
    Activation activation{&guest.memory(), {}, &interrupt, kFeatureVersion1};
    activation.queues.push_back(driver.queue());
    QVERIFY(!device->activate(std::move(activation)));
    QVERIFY(!device->isActive());
    QCOMPARE(fails(), 1u);
}

void TestBalloonDevice::behindMmioTransport_withoutOptionalQueues()
{
    FakeGuest guest(8);
    FakeInterruptLine line;
    const auto device = std::move(BalloonDevice::create(kEverything).value());
    MmioTransport transport(*device, guest.memory(), line);
    MmioDriver registers(transport);
    FakeDriver inflate(guest, 64), deflate(guest, 64, 2 * kMib, 3 * kMib);
    // A kernel from before statistics, hints and reports: two queues, the others stay untouched.
    QCOMPARE(registers.bringUp(kFeatureEventIndex, std::array{inflate.config(), deflate.config()}), 15u);
    QVERIFY(device->isActive());
    guest.put(GuestAddress(4 * kMib), pattern(kMib));
    inflate.chain().readable(frames(run(4 * kMib, 256))).submit();
    registers.write(kMmioQueueNotify, 0);
    QVERIFY(inflate.takeUsed());
    QCOMPARE(residentPages(guest.memory(), GuestAddress(4 * kMib), kMib), std::size_t{0});
    registers.write(kMmioQueueNotify, 4); // no such queue with these features
    registers.write(0x104, 256);
    QCOMPARE(registers.read(0x104), 256u);
    {
        const auto lock = transport.lock();
        QVERIFY(device->setAmount(2));
    }
    QCOMPARE(registers.read(0x100), 512u);
    QVERIFY(registers.read(0x60) & 2);
    QVERIFY(registers.read(0xfc) > 0); // the generation tells that the space changed
    registers.write(0x70, 0);
    QCOMPARE(registers.read(0x70), 0u);
}

QTEST_APPLESS_MAIN(TestBalloonDevice)
#include "tst_balloon_device.moc"
