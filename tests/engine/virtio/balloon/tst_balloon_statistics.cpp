// The guest's statistics: one buffer that is held until the host wants fresh ones.
#include "balloon_bench.h"
#include "support/eventually.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::test;
using Bench = BalloonBench;

class TestBalloonStatistics : public QObject {
    Q_OBJECT
private slots:
    void statistics_bufferIsHeldUntilPolled();
    void statistics_patch_asksAtOnce();
    void statistics_interval_rules();
    void statistics_disabled_isAnError();
    void statistics_twoBuffers_oneComesBack();
    void statistics_bad_isCountedAndHeld();
};

void TestBalloonStatistics::statistics_bufferIsHeldUntilPolled()
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

void TestBalloonStatistics::statistics_patch_asksAtOnce()
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

void TestBalloonStatistics::statistics_interval_rules()
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

void TestBalloonStatistics::statistics_disabled_isAnError()
{
    const Bench bench(BalloonSettings{});
    const auto statistics = bench.device->statistics();
    QVERIFY(!statistics);
    QCOMPARE(statistics.error().text, std::string("Received stats query when stats are disabled."));
}

void TestBalloonStatistics::statistics_twoBuffers_oneComesBack()
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

void TestBalloonStatistics::statistics_bad_isCountedAndHeld()
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

QTEST_APPLESS_MAIN(TestBalloonStatistics)
#include "tst_balloon_statistics.moc"
