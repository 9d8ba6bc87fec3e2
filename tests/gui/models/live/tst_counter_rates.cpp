#include "models/counter_rates.h"

#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject totals(qint64 readBytes, qint64 maxUs = 7)
{
    return {{u"utc_timestamp_ms"_s, 123456},
            {u"block_rootfs"_s, QJsonObject{{u"read_bytes"_s, readBytes},
                                            {u"read_agg"_s, QJsonObject{{u"max_us"_s, maxUs}, {u"sum_us"_s, 10}}}}},
            {u"block_a"_s, QJsonObject{{u"read_bytes"_s, 1}}},
            {u"block"_s, QJsonObject{{u"read_bytes"_s, readBytes + 1}}},
            {u"id"_s, u"text"_s}};
}

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms);
}

const QString kRead = u"block_rootfs.read_bytes"_s;

} // namespace

class TestCounterRates : public QObject {
    Q_OBJECT
private slots:
    void flatten_nestedDocument_namesLeavesWithDots();
    void flatten_hugeAndNegativeNumbers_areLeftOutOrExact();
    void rate_firstSample_isUnknown();
    void rate_secondSample_isDifferenceOverTime();
    void rate_counterWentBack_isUnknownThenGoesOn();
    void rate_longSilence_beginsAnew();
    void rate_timeStoodStillOrWentBack_isUnknown();
    void rate_gauge_isUnknown();
    void rate_newCounter_isUnknown();
    void average_sumAndCountGrow_isTheirQuotient();
    void average_nothingHappened_isUnknown();
    void average_counters_areFoundByTheirNames_data();
    void average_counters_areFoundByTheirNames();
    void shown_eachKind_isWhatIsDrawn();
    void groups_areListedOnce();
};

void TestCounterRates::flatten_nestedDocument_namesLeavesWithDots()
{
    const Counters flat = flattenCounters(totals(5));
    QCOMPARE(flat.keys(), (QStringList{u"block.read_bytes"_s, u"block_a.read_bytes"_s,
                                       u"block_rootfs.read_agg.max_us"_s, u"block_rootfs.read_agg.sum_us"_s, kRead}));
    QCOMPARE(flat.value(kRead), 5);
}

void TestCounterRates::flatten_hugeAndNegativeNumbers_areLeftOutOrExact()
{
    const qint64 exact = (qint64{1} << 60) + 1;
    const Counters flat = flattenCounters({{u"a"_s, exact}, {u"b"_s, -1}, {u"c"_s, 1e30}});
    QCOMPARE(flat.keys(), QStringList{u"a"_s});
    QCOMPARE(flat.value(u"a"_s), exact);
}

void TestCounterRates::rate_firstSample_isUnknown()
{
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    QVERIFY(!rates.rate(kRead));
    QVERIFY(std::isnan(rates.rateOrGap(kRead)));
    QCOMPARE(rates.totals().value(kRead), 1000);
}

void TestCounterRates::rate_secondSample_isDifferenceOverTime()
{
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    rates.feed(at(2000), totals(5000));
    QCOMPARE(rates.rate(kRead), std::optional(2000.0));
    QCOMPARE(rates.rate(u"block_a.read_bytes"_s), std::optional(0.0));
}

void TestCounterRates::rate_counterWentBack_isUnknownThenGoesOn()
{
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    rates.feed(at(1000), totals(10));
    QVERIFY(!rates.rate(kRead));
    rates.feed(at(2000), totals(110));
    QCOMPARE(rates.rate(kRead), std::optional(100.0));
}

void TestCounterRates::rate_longSilence_beginsAnew()
{
    CounterRates rates;
    rates.feed(at(0), totals(0));
    rates.feed(at(CounterRates::kLongestGap.count()), totals(5000));
    QCOMPARE(rates.rate(kRead), std::optional(1000.0));
    rates.feed(at(2 * CounterRates::kLongestGap.count() + 1), totals(10000));
    QVERIFY(!rates.rate(kRead));
}

void TestCounterRates::rate_timeStoodStillOrWentBack_isUnknown()
{
    CounterRates rates;
    rates.feed(at(1000), totals(0));
    rates.feed(at(1000), totals(10));
    QVERIFY(!rates.rate(kRead));
    rates.feed(at(500), totals(20));
    QVERIFY(!rates.rate(kRead));
}

void TestCounterRates::rate_gauge_isUnknown()
{
    CounterRates rates;
    rates.feed(at(0), totals(0, 5));
    rates.feed(at(1000), totals(0, 9));
    QVERIFY(!rates.rate(u"block_rootfs.read_agg.max_us"_s));
    QVERIFY(rates.rate(u"block_rootfs.read_agg.sum_us"_s));
    QVERIFY(isGauge(u"latencies_us.pause_vm"_s));
    QVERIFY(isGauge(u"signals.sigill"_s));
    QVERIFY(!isGauge(u"signals.sigpipe"_s));
    QVERIFY(!isGauge(u"vcpu.exit_io_in"_s));
}

void TestCounterRates::rate_newCounter_isUnknown()
{
    CounterRates rates;
    rates.feed(at(0), {});
    rates.feed(at(1000), totals(10));
    QVERIFY(!rates.rate(kRead));
}

void TestCounterRates::average_sumAndCountGrow_isTheirQuotient()
{
    const auto sample = [](qint64 count, qint64 sum) {
        return QJsonObject{
            {u"block_a"_s, QJsonObject{{u"read_count"_s, count}, {u"read_agg"_s, QJsonObject{{u"sum_us"_s, sum}}}}}};
    };
    const QString name = u"block_a.read_agg.avg_us"_s;
    CounterRates rates;
    rates.feed(at(0), sample(10, 1000));
    QVERIFY(!rates.average(name));
    QCOMPARE(rates.averages(), QStringList{name});
    rates.feed(at(1000), sample(14, 1600));
    QCOMPARE(rates.average(name), std::optional(150.0));
    QCOMPARE(rates.shown(name), 150.0);
    rates.feed(at(2000), sample(2, 100)); // another engine
    QVERIFY(!rates.average(name));
    rates.feed(at(2000 + CounterRates::kLongestGap.count() + 1), sample(4, 300));
    QVERIFY(!rates.average(name));
}

void TestCounterRates::average_nothingHappened_isUnknown()
{
    CounterRates rates;
    const QJsonObject same{
        {u"block_a"_s, QJsonObject{{u"read_count"_s, 5}, {u"read_agg"_s, QJsonObject{{u"sum_us"_s, 9}}}}}};
    rates.feed(at(0), same);
    rates.feed(at(1000), same);
    QVERIFY(!rates.average(u"block_a.read_agg.avg_us"_s));
    QVERIFY(std::isnan(rates.shown(u"block_a.read_agg.avg_us"_s)));
}

void TestCounterRates::average_counters_areFoundByTheirNames_data()
{
    QTest::addColumn<QString>("average");
    QTest::addColumn<QString>("counter");
    QTest::newRow("drive") << u"block_a.write_agg.avg_us"_s << u"block_a.write_count"_s;
    QTest::newRow("interface") << u"net_b.tap_write_agg.avg_us"_s << u"net_b.tx_count"_s;
    QTest::newRow("vcpu") << u"vcpu.exit_io_in_agg.avg_us"_s << u"vcpu.exit_io_in"_s;
    QTest::newRow("none") << u"new.thing_agg.avg_us"_s << QString();
}

void TestCounterRates::average_counters_areFoundByTheirNames()
{
    QFETCH(QString, average);
    QFETCH(QString, counter);
    const Counters all{{u"block_a.write_count"_s, 1}, {u"net_b.tx_count"_s, 1}, {u"vcpu.exit_io_in"_s, 1}};
    QCOMPARE(countOfAverage(average, all), counter);
    QVERIFY(isAverage(average));
    QCOMPARE(sumOfAverage(average), average.chopped(7) + u".sum_us"_s);
}

void TestCounterRates::shown_eachKind_isWhatIsDrawn()
{
    CounterRates rates;
    rates.feed(at(0), totals(0, 5));
    rates.feed(at(1000), totals(300, 9));
    QCOMPARE(rates.shown(kRead), 300.0);
    QCOMPARE(rates.shown(u"block_rootfs.read_agg.max_us"_s), 9.0);
    QVERIFY(std::isnan(rates.shown(u"none.such"_s)));
}

void TestCounterRates::groups_areListedOnce()
{
    CounterRates rates;
    rates.feed(at(0), totals(0));
    QCOMPARE(rates.groups(), (QStringList{u"block"_s, u"block_a"_s, u"block_rootfs"_s}));
}

QTEST_GUILESS_MAIN(TestCounterRates)
#include "tst_counter_rates.moc"
