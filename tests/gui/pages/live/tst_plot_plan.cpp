#include "pages/plot_plan.h"

#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList titles(const PlotPlans &plans)
{
    QStringList out;
    for (const PlotPlan &plan : plans)
        out.append(plan.title);
    return out;
}

Counters counters(const QStringList &names)
{
    Counters out;
    for (const QString &name : names)
        out.insert(name, 1);
    return out;
}

} // namespace

class TestPlotPlan : public QObject {
    Q_OBJECT
private slots:
    void drive_hasThroughputOperationsLatencyAndHeldBack();
    void group_absentCounters_areLeftOut();
    void group_unknown_isPlottedByUnit();
    void overview_withoutNetwork_hasNoNetworkPlots();
    void chosen_byUnit_inSixes();
    void durations_haveAverageAndExtremes();
};

void TestPlotPlan::drive_hasThroughputOperationsLatencyAndHeldBack()
{
    const PlotPlans plans =
        groupPlans(u"block_a"_s, counters({u"block_a.read_bytes"_s, u"block_a.write_bytes"_s, u"block_a.read_count"_s,
                                           u"block_a.read_agg.sum_us"_s, u"block_a.rate_limiter_throttled_events"_s}));
    QCOMPARE(titles(plans), (QStringList{u"Throughput"_s, u"Operations"_s, u"Latency, average"_s, u"Held back"_s}));
    QCOMPARE(plans[0].unit, PlotUnit::BytesPerSecond);
    QCOMPARE(plans[0].lines.size(), 2);
    QCOMPARE(plans[2].unit, PlotUnit::Microseconds);
    QCOMPARE(plans[2].lines.first().counter, u"block_a.read_agg.avg_us"_s);
}

void TestPlotPlan::group_absentCounters_areLeftOut()
{
    const PlotPlans plans = groupPlans(u"vcpu"_s, counters({u"vcpu.exit_io_in"_s})); // an older engine
    QCOMPARE(plans.size(), 1);
    QCOMPARE(plans.first().lines.size(), 1);
    QVERIFY(groupPlans(u"vsock"_s, {}).isEmpty());
}

void TestPlotPlan::group_unknown_isPlottedByUnit()
{
    const PlotPlans plans =
        groupPlans(u"future"_s, counters({u"future.a_bytes"_s, u"future.b"_s, u"future.c"_s, u"futures.d"_s}));
    QCOMPARE(titles(plans), (QStringList{u"Bytes per second"_s, u"Events per second"_s}));
    QCOMPARE(plans[1].lines.size(), 2);
    QCOMPARE(plans[1].lines.first().name, u"b"_s);
}

void TestPlotPlan::overview_withoutNetwork_hasNoNetworkPlots()
{
    QStringList names{u"block.read_bytes"_s, u"net.rx_bytes_count"_s, u"net.rx_packets_count"_s};
    QCOMPARE(titles(overviewPlans(counters(names))), QStringList{u"Drive throughput, all drives"_s});
    names.append(u"net_eth0.rx_bytes_count"_s);
    QCOMPARE(overviewPlans(counters(names)).size(), 3);
}

void TestPlotPlan::chosen_byUnit_inSixes()
{
    QStringList names;
    for (int i = 0; i < 8; ++i)
        names.append(u"x.count%1"_s.arg(i));
    names.append(u"x.read_bytes"_s);
    names.append(u"latencies_us.pause_vm"_s);
    const PlotPlans plans = chosenPlans(names);
    QCOMPARE(plans.size(), 4);
    QCOMPARE(plans[0].lines.size(), 6);
    QCOMPARE(plans[1].lines.size(), 2);
    QCOMPARE(plans[0].lines.first().name, u"x.count0"_s); // the whole name
    QCOMPARE(plans[2].unit, PlotUnit::BytesPerSecond);
    QCOMPARE(plans[3].unit, PlotUnit::Microseconds);
}

void TestPlotPlan::durations_haveAverageAndExtremes()
{
    const Counters totals{{u"block_a.read_agg.sum_us"_s, 900}, {u"block_a.read_agg.min_us"_s, 10},
                          {u"block_a.read_agg.max_us"_s, 300}, {u"block_a.read_count"_s, 9},
                          {u"block_a.write_agg.sum_us"_s, 0},  {u"block_a.write_agg.min_us"_s, 0},
                          {u"block_a.write_agg.max_us"_s, 0},  {u"block_a.write_count"_s, 0}};
    const QList<Duration> durations = durationsOf(u"block_a"_s, totals);
    QCOMPARE(durations.size(), 2);
    QCOMPARE(durations[0].name, u"Read"_s);
    QCOMPARE(durations[0].sinceStart, std::optional(100.0));
    QCOMPARE(durations[0].shortest, std::optional<qint64>(10));
    QCOMPARE(durations[0].longest, std::optional<qint64>(300));
    QVERIFY(!durations[1].sinceStart && !durations[1].longest && !durations[1].shortest);
}

QTEST_GUILESS_MAIN(TestPlotPlan)
#include "tst_plot_plan.moc"
