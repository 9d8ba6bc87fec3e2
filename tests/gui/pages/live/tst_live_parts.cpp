#include "pages/live_parts.h"
#include "pages/machine_surfaces.h"
#include "pages/metrics_plots.h"
#include "pages/overview_cards.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms);
}

QJsonObject totals(qint64 bytes)
{
    const QJsonObject drive{{u"read_bytes"_s, bytes}, {u"write_bytes"_s, 2 * bytes}};
    return {{u"block_rootfs"_s, drive}, {u"block"_s, drive}, {u"vcpu"_s, QJsonObject{{u"exit_io_in"_s, bytes}}}};
}

} // namespace

class TestLiveParts : public QObject {
    Q_OBJECT
private slots:
    void uptime_variousSpans_useTwoUnits();
    void stoppedHint_missingParts_tellsWhatIsMissing();
    void driveNote_properties_areListed();
    void surfaces_overTheLimit_dropTheLeastRecentlyShown();
    void plots_counters_becomeRates();
    void plots_engineRestart_leavesAGap();
    void plots_usageGivenTwice_isTakenOnce();
    void plots_showDrive_hidesTheSum();
};

void TestLiveParts::uptime_variousSpans_useTwoUnits()
{
    using std::chrono::seconds;
    QCOMPARE(uptimeText(seconds(-5)), u"0 s"_s);
    QCOMPARE(uptimeText(seconds(59)), u"59 s"_s);
    QCOMPARE(uptimeText(seconds(200)), u"3 min 20 s"_s);
    QCOMPARE(uptimeText(seconds(3600 * 2 + 300)), u"2 h 5 min"_s);
    QCOMPARE(uptimeText(seconds(86400 * 4 + 3600 * 3)), u"4 d 3 h"_s);
}

void TestLiveParts::stoppedHint_missingParts_tellsWhatIsMissing()
{
    MachineDefinition definition;
    QVERIFY(stoppedHint(definition, {}).contains(u"kernel"));
    definition.config.bootSource.kernelImagePath = u"/vmlinux"_s;
    QVERIFY(stoppedHint(definition, {}).contains(u"root drive"));
    QCOMPARE(stoppedHint(definition, u"The engine was not found."_s), u"The engine was not found."_s);
    Drive root;
    root.isRootDevice = true;
    definition.config.drives.append(root);
    QVERIFY(stoppedHint(definition, {}).contains(u"Ready"));
}

void TestLiveParts::driveNote_properties_areListed()
{
    Drive drive;
    QCOMPARE(driveNote(drive, -1), u"file missing"_s);
    drive.isRootDevice = true;
    drive.isReadOnly = true;
    drive.rateLimiter = RateLimiter{};
    const QString note = driveNote(drive, 1 << 20);
    QVERIFY(note.startsWith(u"root, read-only, rate-limited"));
    QVERIFY(note.contains(u"MiB"));
}

void TestLiveParts::surfaces_overTheLimit_dropTheLeastRecentlyShown()
{
    MachineSurfaces surfaces(2);
    const QPointer<QWidget> a = new QWidget, b = new QWidget, c = new QWidget;
    surfaces.add(u"a"_s, a);
    surfaces.add(u"b"_s, b);
    QCOMPARE(surfaces.showFor(u"a"_s), a.data());
    surfaces.add(u"c"_s, c);
    QVERIFY(a);
    QVERIFY(!b);
    QCOMPARE(surfaces.find(u"b"_s), nullptr);
    QCOMPARE(surfaces.kept(), 2);
    QCOMPARE(surfaces.currentWidget(), c.data());
    surfaces.drop(u"c"_s);
    QVERIFY(!c);
}

void TestLiveParts::plots_counters_becomeRates()
{
    PlotControls controls;
    MetricsPlots plots(&controls);
    QSignalSpy drives(&plots, &MetricsPlots::drivesChanged);
    QVERIFY(plots.isEmpty());
    plots.addCounters(at(0), totals(0));
    plots.addCounters(at(1000), totals(500));
    QCOMPARE(drives.count(), 1);
    QCOMPARE(drives.first().first().toStringList(), QStringList{u"rootfs"_s});
    const LivePlot *throughput = plots.plots().at(2);
    QCOMPARE(throughput->series(0).latest().value, 500.0);
    QCOMPARE(throughput->series(1).latest().value, 1000.0);
    QVERIFY(std::isnan(throughput->series(0).at(0).value));
    QVERIFY(!plots.isEmpty());
    plots.addCounters(at(1000), totals(900)); // the same moment again
    QCOMPARE(throughput->series(0).size(), std::size_t{2});
}

void TestLiveParts::plots_engineRestart_leavesAGap()
{
    PlotControls controls;
    MetricsPlots plots(&controls);
    plots.addCounters(at(0), totals(1000));
    plots.addCounters(at(1000), totals(10));
    QVERIFY(std::isnan(plots.plots().at(2)->series(0).latest().value));
}

void TestLiveParts::plots_usageGivenTwice_isTakenOnce()
{
    PlotControls controls;
    MetricsPlots plots(&controls);
    std::deque<ResourceUsage> usage{{at(0), 10, 100}, {at(1000), 20, 200}};
    plots.addUsage(usage);
    usage.push_back({at(2000), 30, 300});
    plots.addUsage(usage);
    const LivePlot *cpu = plots.plots().at(0);
    QCOMPARE(cpu->series(0).size(), std::size_t{3});
    QCOMPARE(cpu->series(0).latest().value, 30.0);
    QCOMPARE(plots.plots().at(1)->series(0).latest().value, 300.0);
}

void TestLiveParts::plots_showDrive_hidesTheSum()
{
    PlotControls controls;
    MetricsPlots plots(&controls);
    plots.addCounters(at(0), totals(0));
    const LivePlot *sum = plots.plots().at(2);
    QVERIFY(!sum->isHidden());
    plots.showDrive(u"rootfs"_s);
    QVERIFY(sum->isHidden());
    QVERIFY(!plots.plots().at(2)->isHidden());
    plots.showDrive(u"gone"_s);
    QVERIFY(!sum->isHidden());
}

QTEST_MAIN(TestLiveParts)
#include "tst_live_parts.moc"
