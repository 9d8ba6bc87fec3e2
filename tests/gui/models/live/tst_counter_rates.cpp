#include "models/counter_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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
    void drives_severalDrives_areListedWithoutTheSum();
    void model_updates_keepRowsAndAnnounceOnlyChanges();
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

void TestCounterRates::drives_severalDrives_areListedWithoutTheSum()
{
    CounterRates rates;
    rates.feed(at(0), totals(0));
    QCOMPARE(rates.drives(), (QStringList{u"a"_s, u"rootfs"_s}));
}

void TestCounterRates::model_updates_keepRowsAndAnnounceOnlyChanges()
{
    CounterModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    model.update(rates);
    QCOMPARE(model.rowCount(), 5);
    const QPersistentModelIndex readRow = model.index(4, CounterModel::NameColumn);
    QCOMPARE(readRow.data().toString(), kRead);

    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    rates.feed(at(1000), totals(1000)); // rates become known, totals stay
    model.update(rates);
    QCOMPARE(inserts.count(), 0);
    QCOMPARE(changes.first().at(0).toModelIndex().column(), static_cast<int>(CounterModel::RateColumn));
    changes.clear();
    rates.feed(at(2000), totals(3000));
    model.update(rates);
    QCOMPARE(changes.count(), 2); // the drive's and the sum's
    QCOMPARE(model.index(readRow.row(), CounterModel::TotalColumn).data().toString(), QLocale().toString(3000));
    QVERIFY(
        model.index(readRow.row(), CounterModel::RateColumn).data().toString().startsWith(QLocale().toString(2000)));

    rates.feed(at(3000), {{u"aaa"_s, 1}, {u"block_rootfs"_s, QJsonObject{{u"read_bytes"_s, 3000}}}, {u"zzz"_s, 2}});
    model.update(rates);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(readRow.isValid());
    QCOMPARE(readRow.row(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

QTEST_GUILESS_MAIN(TestCounterRates)
#include "tst_counter_rates.moc"
