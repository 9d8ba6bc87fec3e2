// The balloon as a device: features, configuration space, what the host sets, a driver that goes and comes.
#include "balloon_bench.h"
#include "support/mmio_driver.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>

using namespace sparkler;
using namespace sparkler::test;
using Bench = BalloonBench;

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
