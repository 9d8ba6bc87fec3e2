#include "accessible_names.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/sparkline.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <limits>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000'000;
const double kNan = std::numeric_limits<double>::quiet_NaN();

/// Columns of the picture that hold the colour.
QList<int> columnsWith(const QImage &image, const QColor &colour)
{
    QList<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor pixel = image.pixelColor(x, y);
            if (qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green()) +
                    qAbs(pixel.blue() - colour.blue()) <
                90) {
                columns << x;
                break;
            }
        }
    }
    return columns;
}

int longestHole(const QList<int> &columns)
{
    int longest = 0;
    for (qsizetype i = 1; i < columns.size(); ++i)
        longest = qMax(longest, columns[i] - columns[i - 1] - 1);
    return longest;
}

} // namespace

class TestPlots : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setPalette(Theme::palette(false)); }

    void timeSeries_full_dropsTheOldest()
    {
        TimeSeries series(3);
        for (int i = 0; i < 5; ++i)
            QVERIFY(series.append({i, i * 10.0}));
        QCOMPARE(series.size(), std::size_t{3});
        QCOMPARE(series.at(0).value, 20.0);
        QCOMPARE(series.latest().value, 40.0);
        QCOMPARE(series.tail(2), (std::vector{30.0, 40.0}));
        QCOMPARE(series.tail(9), (std::vector{20.0, 30.0, 40.0}));
        QCOMPARE(series.lowerBound(3), std::size_t{1});
        QCOMPARE(series.lowerBound(0), std::size_t{0});
        QCOMPARE(series.lowerBound(9), std::size_t{3});
    }

    void timeSeries_olderSample_isRefused()
    {
        TimeSeries series(0);
        QCOMPARE(series.capacity(), std::size_t{1});
        QVERIFY(series.append({10, 1}));
        QVERIFY(!series.append({9, 2}));
        QVERIFY(series.append({10, 3}));
        QCOMPARE(series.latest().value, 3.0);
        series.clear();
        QVERIFY(series.isEmpty());
    }

    void plotScale_anyValue_isCoveredByRoundSteps_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        const auto row = [](double largest, PlotUnit unit, double top, double step) {
            QTest::addRow("%g %d", largest, static_cast<int>(unit)) << largest << static_cast<int>(unit) << top << step;
        };
        row(37, PlotUnit::Percent, 100, 25);
        row(180, PlotUnit::Percent, 200, 50);
        row(7, PlotUnit::Count, 8, 2);
        row(1000, PlotUnit::OperationsPerSecond, 1000, 500);
        row(0, PlotUnit::Count, 1, 0.5);
        row(kNan, PlotUnit::Milliseconds, 1, 0.5);
        row(100.0 * 1024 * 1024, PlotUnit::BytesPerSecond, 128.0 * 1024 * 1024, 32.0 * 1024 * 1024);
        row(1, PlotUnit::Bytes, 1, 1);
        row(2048, PlotUnit::Bytes, 2048, 512);
    }
    void plotScale_anyValue_isCoveredByRoundSteps()
    {
        QFETCH(double, largest);
        QFETCH(int, unit);
        QFETCH(double, top);
        QFETCH(double, step);
        const PlotScale scale = plotScale(largest, static_cast<PlotUnit>(unit));
        QCOMPARE(scale.top, top);
        QCOMPARE(scale.step, step);
        QCOMPARE(scale.ticks().back(), top);
        QVERIFY(scale.ticks().size() <= 5);
    }

    void livePlot_fill_takesMany()
    {
        LivePlot plot(u"Filled"_s, PlotUnit::Count);
        plot.addSeries(u"a"_s, 3);
        const std::vector<Sample> samples{{kStart, 1}, {kStart + 1000, 2}, {kStart + 2000, 3}, {kStart + 3000, 4}};
        plot.fill(0, samples);
        QCOMPARE(plot.series(0).size(), std::size_t{3});
        QCOMPARE(plot.series(0).latest().value, 4.0);
        QVERIFY(plot.accessibleDescription().contains(u"4"));
    }

    void livePlot_limit_isInTheScaleAndDrawn()
    {
        LivePlot plot(u"Limited"_s, PlotUnit::OperationsPerSecond);
        plot.addSeries(u"Now"_s);
        plot.append(0, kStart, 10);
        QVERIFY(plot.scale().top < 100);
        plot.resize(400, 220);
        const QColor colour = Theme::colour(ColourRole::Danger, plot.palette());
        QVERIFY(columnsWith(plot.grab().toImage(), colour).isEmpty());
        plot.setLimit(100, u"Limit"_s);
        QVERIFY(plot.scale().top >= 100);
        QVERIFY(columnsWith(plot.grab().toImage(), colour).size() > 100);
        QVERIFY(plot.accessibleDescription().contains(u"Limit: 100 /s"));
        plot.setLimit(std::nullopt, {});
        QVERIFY(plot.scale().top < 100);
    }

    void formatPlotValue_units_areNamed()
    {
        QCOMPARE(formatPlotValue(12.5 * 1024 * 1024, PlotUnit::BytesPerSecond), u"12.5 MiB/s"_s);
        QCOMPARE(formatPlotValue(37.2, PlotUnit::Percent), u"37 %"_s);
        QCOMPARE(formatPlotValue(1234, PlotUnit::OperationsPerSecond), u"1.23 k/s"_s);
        QCOMPARE(formatPlotValue(12, PlotUnit::OperationsPerSecond), u"12 /s"_s);
        QCOMPARE(formatPlotValue(850, PlotUnit::Microseconds), u"850 µs"_s);
        QCOMPARE(formatPlotValue(1250, PlotUnit::Microseconds), u"1.25 ms"_s);
        QCOMPARE(formatPlotValue(3e6, PlotUnit::Microseconds), u"3 s"_s);
        QCOMPARE(formatPlotValue(kNan, PlotUnit::Count), u"–"_s);
    }

    void livePlot_values_areSpoken()
    {
        LivePlot plot(u"Block traffic"_s, PlotUnit::Percent);
        const int read = plot.addSeries(u"Read"_s);
        plot.addSeries(u"Write"_s);
        plot.append(read, kStart, 40);
        QCOMPARE(plot.valuesText(), u"Block traffic. Read: 40 %, Write: –"_s);
        QCOMPARE(plot.accessibleDescription(), plot.valuesText());
        QCOMPARE(plot.accessibleName(), u"Block traffic"_s);
    }

    void livePlot_keys_moveTheCrosshairOverSamples()
    {
        LivePlot plot(u"CPU"_s, PlotUnit::Percent);
        const int a = plot.addSeries(u"a"_s);
        const int b = plot.addSeries(u"b"_s);
        for (int i = 0; i < 100; ++i)
            plot.append(a, kStart + i * 1000, i);
        plot.append(b, kStart + 98500, 5);
        QTest::keyClick(&plot, Qt::Key_Left); // shows it at the newest
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 99000));
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 98500));
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(plot.valuesText().contains(u"a: 98 %"_s));
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 98500));
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 39000)); // a minute before the newest
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 39000));
        QTest::keyClick(&plot, Qt::Key_End);
        QCOMPARE(plot.crosshairMs(), std::optional(kStart + 99000));
        QTest::keyClick(&plot, Qt::Key_Escape);
        QCOMPARE(plot.crosshairMs(), std::nullopt);
    }

    void livePlot_paused_keepsThePictureAndCollects()
    {
        LivePlot plot(u"CPU"_s, PlotUnit::Count);
        const int a = plot.addSeries(u"a"_s);
        plot.append(a, kStart, 3);
        QSignalSpy paused(&plot, &LivePlot::pausedChanged);
        QTest::keyClick(&plot, Qt::Key_Space);
        QCOMPARE(paused.count(), 1);
        plot.append(a, kStart + 1000, 900);
        QCOMPARE(plot.scale().top, plotScale(3, PlotUnit::Count).top);
        QVERIFY(plot.valuesText().contains(u"a: 3"_s));
        plot.setPaused(false);
        QVERIFY(plot.valuesText().contains(u"a: 900"_s));
        QVERIFY(plot.scale().top >= 900);
    }

    void livePlot_window_limitsTheScale()
    {
        LivePlot plot(u"CPU"_s, PlotUnit::Count);
        const int a = plot.addSeries(u"a"_s);
        plot.append(a, kStart, 1000);
        plot.append(a, kStart + 120'000, 4);
        QCOMPARE(plot.scale().top, 4.0);
        plot.setWindow(std::chrono::minutes(5));
        QCOMPARE(plot.scale().top, 1000.0);
        plot.setWindow(std::chrono::seconds(0)); // no window at all is refused
        QCOMPARE(plot.window(), std::chrono::seconds(300));
    }

    void livePlot_missingData_leavesAHole_data()
    {
        QTest::addColumn<bool>("nan");
        QTest::addColumn<bool>("hole");
        QTest::newRow("silence") << false << true;
        QTest::newRow("not a number") << true << true;
        QTest::newRow("complete") << false << false;
    }
    void livePlot_missingData_leavesAHole()
    {
        QFETCH(bool, nan);
        QFETCH(bool, hole);
        LivePlot plot(u"T"_s, PlotUnit::Percent);
        plot.resize(600, 220);
        const int a = plot.addSeries(u"s"_s);
        for (int i = 0; i <= 60; ++i) {
            const bool missing = hole && i > 20 && i < 40;
            if (!missing || nan)
                plot.append(a, kStart + i * 1000, missing ? kNan : 50);
        }
        QImage image = plot.grab().toImage();
        image = image.copy(70, 70, image.width() - 80, image.height() - 100); // without the legend
        const QList<int> columns = columnsWith(image, Theme::seriesColour(0, plot.palette()));
        QVERIFY(columns.size() > 200);
        QCOMPARE(longestHole(columns) > 100, hole);
        QVERIFY(hole || longestHole(columns) <= 1);
    }

    void livePlot_spikeInManySamples_survivesDecimation()
    {
        LivePlot plot(u"T"_s, PlotUnit::Percent);
        plot.resize(400, 220);
        plot.setWindow(std::chrono::hours(1));
        const int a = plot.addSeries(u"s"_s, 20'000);
        for (int i = 0; i < 14'400; ++i)
            plot.append(a, kStart + i * 250, i == 7001 ? 100 : 0);
        QImage image = plot.grab().toImage();
        image = image.copy(70, 75, image.width() - 80, 40); // the upper part of the scale
        QVERIFY(!columnsWith(image, Theme::seriesColour(0, plot.palette())).isEmpty());
    }

    void livePlot_empty_drawsWithoutWarnings()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        LivePlot plot(u"T"_s, PlotUnit::Bytes);
        plot.resize(20, 10);
        QVERIFY(!plot.grab().isNull());
        plot.resize(400, 200);
        QTest::keyClick(&plot, Qt::Key_Left);
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.crosshairMs(), std::nullopt);
        QVERIFY(!plot.grab().isNull());
    }

    void plotControls_changes_reachAllPlots()
    {
        PlotControls controls;
        LivePlot first(u"1"_s, PlotUnit::Count);
        auto second = std::make_unique<LivePlot>(u"2"_s, PlotUnit::Count);
        controls.addPlot(&first);
        controls.addPlot(second.get());
        second.reset();
        QTest::keyClick(controls.findChild<QComboBox *>(), Qt::Key_Down);
        QCOMPARE(first.window(), std::chrono::seconds(300));
        QTest::keyClick(controls.findChild<QToolButton *>(), Qt::Key_Space);
        QVERIFY(first.isPaused());
        QCOMPARE(namelessFocusableWidgets(controls), QStringList());
        QCOMPARE(namelessFocusableWidgets(first), QStringList());
    }

    void sparkline_values_areDrawnAndSpoken()
    {
        Sparkline line;
        line.resize(100, 30);
        const QImage empty = line.grab().toImage();
        line.setValues({1, 5, kNan, 2});
        QVERIFY(line.grab().toImage() != empty);
        QCOMPARE(line.accessibleDescription(), u"Latest value 2"_s);
        line.setValues({kNan});
        QCOMPARE(line.accessibleDescription(), u"No value"_s);
    }

    void paintSparkline_fixedMaximum_scalesToIt()
    {
        const auto topmost = [](std::optional<double> maximum) {
            QImage image(50, 50, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintSparkline(painter, QRectF(0, 0, 50, 50), std::vector{50.0, 50.0}, {Qt::black, maximum});
            painter.end();
            for (int y = 0; y < 50; ++y) {
                if (image.pixelColor(25, y).lightness() < 128)
                    return y;
            }
            return 50;
        };
        QVERIFY(topmost(std::nullopt) <= 2);
        QVERIFY(qAbs(topmost(100) - 25) <= 2);
    }
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
