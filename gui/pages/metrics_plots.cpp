#include "pages/metrics_plots.h"

#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QGridLayout>

#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

MetricsPlots::MetricsPlots(PlotControls *controls, QWidget *parent)
    : QWidget(parent), m_controls(controls), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, spacing::kMedium, 0, 0);
    m_grid->setHorizontalSpacing(spacing::kLarge);
    m_grid->setVerticalSpacing(spacing::kXLarge);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_cpu = addPlot(new LivePlot(tr("Processor"), PlotUnit::Percent, this), 0, 0, {tr("Engine process")});
    m_memory = addPlot(new LivePlot(tr("Memory"), PlotUnit::Bytes, this), 0, 1, {tr("Resident")});
    drivePlots({});
    m_exits = addPlot(new LivePlot(tr("vCPU exits"), PlotUnit::OperationsPerSecond, this), 2, 1,
                      {tr("Port in"), tr("Port out"), tr("MMIO read"), tr("MMIO write")});
    m_serial = addPlot(new LivePlot(tr("Serial console"), PlotUnit::BytesPerSecond, this), 3, 0,
                       {tr("From the guest"), tr("To the guest")});
    m_interrupts = addPlot(new LivePlot(tr("Interrupts"), PlotUnit::OperationsPerSecond, this), 3, 1, {tr("Raised")});
}

LivePlot *MetricsPlots::addPlot(LivePlot *plot, int row, int column, const QStringList &series)
{
    for (const QString &name : series)
        plot->addSeries(name);
    m_grid->addWidget(plot, row, column);
    plot->setMinimumHeight(plot->sizeHint().height()); // the page scrolls rather than squeeze them
    m_controls->addPlot(plot);
    return plot;
}

MetricsPlots::DrivePlots &MetricsPlots::drivePlots(const QString &id)
{
    DrivePlots &plots = m_drives[id];
    if (plots.throughput)
        return plots;
    const QString of = id.isEmpty() ? tr("all drives") : id;
    plots.throughput = addPlot(new LivePlot(tr("Drive throughput, %1").arg(of), PlotUnit::BytesPerSecond, this), 1, 0,
                               {tr("Read"), tr("Write")});
    plots.operations = addPlot(new LivePlot(tr("Drive operations, %1").arg(of), PlotUnit::OperationsPerSecond, this), 1,
                               1, {tr("Read"), tr("Write"), tr("Flush")});
    plots.throttled = addPlot(new LivePlot(tr("Held back, %1").arg(of), PlotUnit::OperationsPerSecond, this), 2, 0,
                              {tr("By rate limiter"), tr("By full I/O queue")});
    place(plots, id == m_shownDrive);
    return plots;
}

void MetricsPlots::place(const DrivePlots &plots, bool shown)
{
    // Only what is shown is in the grid: hidden widgets in a shared cell would cost the row its spacing.
    const std::array cells{std::tuple(plots.throughput, 1, 0), std::tuple(plots.operations, 1, 1),
                           std::tuple(plots.throttled, 2, 0)};
    for (const auto &[plot, row, column] : cells) {
        m_grid->removeWidget(plot);
        if (shown)
            m_grid->addWidget(plot, row, column);
        plot->setVisible(shown);
    }
}

void MetricsPlots::addDrive(const QString &id, qint64 ms)
{
    const QString group = id.isEmpty() ? u"block."_s : u"block_%1."_s.arg(id);
    const auto rate = [&](const char *leaf) { return m_rates.rateOrGap(group + QLatin1StringView(leaf)); };
    const DrivePlots &plots = drivePlots(id);
    plots.throughput->append(0, ms, rate("read_bytes"));
    plots.throughput->append(1, ms, rate("write_bytes"));
    plots.operations->append(0, ms, rate("read_count"));
    plots.operations->append(1, ms, rate("write_count"));
    plots.operations->append(2, ms, rate("flush_count"));
    plots.throttled->append(0, ms, rate("rate_limiter_throttled_events"));
    plots.throttled->append(1, ms, rate("io_engine_throttled_events"));
}

void MetricsPlots::addCounters(const QDateTime &at, const QJsonObject &totals)
{
    const qint64 ms = at.toMSecsSinceEpoch();
    if (ms <= m_lastCountersMs)
        return;
    m_lastCountersMs = ms;
    m_empty = false;
    m_rates.feed(at, totals);
    addDrive({}, ms);
    const QStringList ids = m_rates.drives();
    for (const QString &id : ids)
        addDrive(id, ms);
    m_exits->append(0, ms, m_rates.rateOrGap(u"vcpu.exit_io_in"_s));
    m_exits->append(1, ms, m_rates.rateOrGap(u"vcpu.exit_io_out"_s));
    m_exits->append(2, ms, m_rates.rateOrGap(u"vcpu.exit_mmio_read"_s));
    m_exits->append(3, ms, m_rates.rateOrGap(u"vcpu.exit_mmio_write"_s));
    m_serial->append(0, ms, m_rates.rateOrGap(u"uart.write_count"_s));
    m_serial->append(1, ms, m_rates.rateOrGap(u"uart.read_count"_s));
    m_interrupts->append(0, ms, m_rates.rateOrGap(u"interrupts.triggers"_s));
    if (ids != m_driveIds) {
        m_driveIds = ids;
        emit drivesChanged(ids);
    }
}

void MetricsPlots::addUsage(const std::deque<ResourceUsage> &usage)
{
    // The newest are at the end, and all but one are known already.
    auto first = usage.end();
    while (first != usage.begin() && std::prev(first)->at.toMSecsSinceEpoch() > m_lastUsageMs)
        --first;
    for (auto it = first; it != usage.end(); ++it) {
        m_lastUsageMs = it->at.toMSecsSinceEpoch();
        m_cpu->append(0, m_lastUsageMs, it->cpuPercent);
        m_memory->append(0, m_lastUsageMs, static_cast<double>(it->residentBytes));
        m_empty = false;
    }
}

void MetricsPlots::showDrive(const QString &id)
{
    m_shownDrive = m_drives.contains(id) ? id : QString();
    for (auto it = m_drives.cbegin(); it != m_drives.cend(); ++it) {
        if (it.key() != m_shownDrive)
            place(*it, false);
    }
    place(m_drives[m_shownDrive], true);
}

QList<LivePlot *> MetricsPlots::plots() const
{
    const DrivePlots drive = m_drives.value(m_shownDrive);
    return {m_cpu, m_memory, drive.throughput, drive.operations, drive.throttled, m_exits, m_serial, m_interrupts};
}

} // namespace sparkler::gui
