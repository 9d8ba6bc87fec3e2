#include "pages/plots_view.h"

#include "models/counter_text.h"
#include "pages/overview_cards.h"
#include "widgets/card.h"
#include "widgets/elided_label.h"
#include "widgets/inline_message.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

#include <cmath>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kOverview = u"*overview"_s; // no group is named like this
const QString kChosen = u"*chosen"_s;

} // namespace

PlotsView::PlotsView(PlotControls *controls, QWidget *parent) : MetricsView(parent), m_controls(controls)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(buildBar());
    m_failures = new InlineMessage(this);
    m_failures->setClosable(false);
    layout->addWidget(m_failures);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Plots"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, spacing::kSmall, 0, 0);
    column->setSpacing(spacing::kXLarge);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(spacing::kLarge);
    m_grid->setVerticalSpacing(spacing::kXLarge);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addWidget(buildDurations());
    column->addStretch();
    m_scroll->setWidget(content);
    layout->addWidget(m_scroll, 1);
}

QWidget *PlotsView::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    auto *label = new QLabel(tr("&Show:"), bar);
    m_what = new QComboBox(bar);
    m_what->setAccessibleName(tr("Plots of"));
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_what->addItem(tr("Overview"), kOverview);
    m_what->addItem(tr("Chosen counters"), kChosen);
    m_what->setItemData(1, tr("Those that are ticked under “All counters”"), Qt::ToolTipRole);
    label->setBuddy(m_what);
    row->addWidget(label);
    row->addWidget(m_what);
    row->addStretch();
    connect(m_what, &QComboBox::currentIndexChanged, this, &PlotsView::reload);
    return bar;
}

Card *PlotsView::buildDurations()
{
    m_durationsCard = new Card(tr("Latencies"), this);
    m_durations = new FactGrid(m_durationsCard);
    m_durationsCard->body()->addWidget(m_durations);
    m_durationsCard->hide();
    return m_durationsCard;
}

void PlotsView::setChosen(const QStringList &counters)
{
    m_chosen = counters;
    if (isVisible() && m_what->currentData() == kChosen)
        reload();
}

void PlotsView::showChosen()
{
    m_what->setCurrentIndex(m_what->findData(kChosen));
}

QString PlotsView::group() const
{
    const QString what = m_what->currentData().toString();
    return what == kOverview || what == kChosen ? QString() : what;
}

/// Devices first, then the rest, as the user calls them.
void PlotsView::refreshGroups()
{
    QStringList groups = record() ? record()->rates.groups() : QStringList();
    if (groups == m_groups)
        return;
    m_groups = groups;
    std::stable_sort(groups.begin(), groups.end(), [](const QString &a, const QString &b) {
        return std::pair(deviceOfGroup(a).isEmpty(), groupTitle(a)) <
               std::pair(deviceOfGroup(b).isEmpty(), groupTitle(b));
    });
    const QVariant before = m_what->currentData();
    const QSignalBlocker quiet(m_what);
    while (m_what->count() > 2)
        m_what->removeItem(m_what->count() - 1);
    if (!groups.isEmpty())
        m_what->insertSeparator(2);
    for (const QString &group : std::as_const(groups))
        m_what->addItem(groupTitle(group), group);
    m_what->setCurrentIndex(std::max(0, m_what->findData(before)));
}

PlotPlans PlotsView::plans() const
{
    if (!record())
        return {};
    if (m_what->currentData() == kChosen)
        return chosenPlans(m_chosen);
    const Counters &totals = record()->rates.totals();
    return m_what->currentData() == kOverview ? overviewPlans(totals) : groupPlans(group(), totals);
}

void PlotsView::addPlot(LivePlot *plot, const QStringList &series)
{
    for (const QString &name : series)
        plot->addSeries(name);
    plot->setMinimumHeight(plot->sizeHint().height()); // the page scrolls rather than squeeze them
}

void PlotsView::reload()
{
    refreshGroups();
    build();
    refreshDurations();
    refreshFailures();
}

/// The plots of the present plans, filled from the record.
void PlotsView::build()
{
    qDeleteAll(m_plots);
    m_plots.clear();
    m_cpu = m_resident = nullptr;
    m_lastUsageMs = 0;
    m_plans = plans();
    for (const PlotPlan &plan : std::as_const(m_plans)) {
        auto *plot = new LivePlot(plan.title, plan.unit, m_scroll->widget());
        QStringList names;
        for (const PlotLine &line : plan.lines)
            names.append(line.name);
        addPlot(plot, names);
        const auto &times = record()->counters.times();
        for (int i = 0; i < plot->seriesCount(); ++i) {
            const std::vector<double> values = record()->counters.shown(plan.lines[i].counter);
            std::vector<Sample> samples;
            samples.reserve(times.size());
            for (std::size_t at = 0; at < times.size(); ++at)
                samples.push_back({times[at], values[at]});
            plot->fill(i, samples);
        }
        m_plots.append(plot);
    }
    if (record() && m_what->currentData() == kOverview) {
        m_cpu = new LivePlot(tr("Processor"), PlotUnit::Percent, m_scroll->widget());
        addPlot(m_cpu, {tr("Engine process")});
        m_resident = new LivePlot(tr("Memory"), PlotUnit::Bytes, m_scroll->widget());
        addPlot(m_resident, {tr("Resident")});
        appendUsage();
        m_plots.append({m_cpu, m_resident});
    }
    place();
}

/// Two in a row; processor and memory first.
void PlotsView::place()
{
    QList<LivePlot *> order = m_plots;
    if (m_cpu)
        std::rotate(order.begin(), order.end() - 2, order.end());
    QWidget *before = m_what;
    for (int at = 0; at < order.size(); ++at) {
        m_grid->addWidget(order[at], at / 2, at % 2);
        m_controls->addPlot(order[at]);
        order[at]->show();
        setTabOrder(before, order[at]);
        before = order[at];
    }
}

void PlotsView::onSample()
{
    refreshGroups();
    if (plans() != m_plans) {
        build();
    } else {
        const qint64 ms = record()->rates.at().toMSecsSinceEpoch();
        for (int at = 0; at < m_plans.size(); ++at) {
            for (int line = 0; line < m_plans[at].lines.size(); ++line)
                m_plots[at]->append(line, ms, record()->rates.shown(m_plans[at].lines[line].counter));
        }
    }
    refreshDurations();
    refreshFailures();
}

void PlotsView::onUsage()
{
    if (m_cpu)
        appendUsage();
}

void PlotsView::appendUsage()
{
    // The newest are at the end, and all but one are known already.
    const std::deque<ResourceUsage> &usage = machine()->usage();
    auto first = usage.end();
    while (first != usage.begin() && std::prev(first)->at.toMSecsSinceEpoch() > m_lastUsageMs)
        --first;
    std::vector<Sample> processor, resident;
    for (auto it = first; it != usage.end(); ++it) {
        m_lastUsageMs = it->at.toMSecsSinceEpoch();
        processor.push_back({m_lastUsageMs, it->cpuPercent});
        resident.push_back({m_lastUsageMs, static_cast<double>(it->residentBytes)});
    }
    m_cpu->fill(0, processor);
    m_resident->fill(0, resident);
}

void PlotsView::refreshDurations()
{
    const QList<Duration> durations =
        record() && !group().isEmpty() ? durationsOf(group(), record()->rates.totals()) : QList<Duration>();
    m_durationsCard->setVisible(!durations.isEmpty());
    if (m_durationTexts.size() != durations.size()) {
        m_durations->clear();
        m_durationTexts.clear();
        for (const Duration &duration : durations)
            m_durationTexts.append(m_durations->addFact(duration.name));
    }
    const auto text = [](double us) { return formatPlotValue(us, PlotUnit::Microseconds); };
    for (int at = 0; at < durations.size(); ++at) {
        const Duration &duration = durations[at];
        QStringList parts{tr("now %1 on average").arg(text(record()->rates.shown(duration.average)))};
        if (duration.sinceStart)
            parts.append(tr("since the start %1").arg(text(*duration.sinceStart)));
        if (duration.longest)
            parts.append(
                tr("shortest %1, longest %2")
                    .arg(text(static_cast<double>(*duration.shortest)), text(static_cast<double>(*duration.longest))));
        m_durationTexts[at]->setText(parts.join(u" · "_s));
    }
}

void PlotsView::refreshFailures()
{
    QStringList failing;
    if (record() && m_what->currentData() != kChosen) {
        const Counters &totals = record()->rates.totals();
        for (auto it = totals.constBegin(); it != totals.constEnd(); ++it) {
            // The sums over all devices would tell everything twice.
            const QString of = groupOf(it.key());
            const bool wanted =
                group().isEmpty() ? of != "block"_L1 && of != "net"_L1 && of != "pmem"_L1 : of == group();
            if (wanted && *it != 0 && tellsFailure(it.key()))
                failing.append(tr("%1: %2").arg(it.key(), QLocale().toString(*it)));
        }
    }
    if (failing.isEmpty())
        m_failures->hide();
    else if (const QString text = tr("Failures were counted: %1").arg(failing.join(u", "_s));
             m_failures->text() != text || m_failures->isHidden())
        m_failures->setMessage(InlineMessage::Kind::Warning, text);
}

std::vector<CsvColumn> PlotsView::columns() const
{
    std::vector<CsvColumn> columns;
    if (!record())
        return columns;
    if (m_cpu) {
        CsvColumn cpu{u"process.cpu_percent"_s, {}, {}}, resident{u"process.resident_bytes"_s, {}, {}};
        for (const ResourceUsage &usage : machine()->usage()) {
            for (CsvColumn *column : {&cpu, &resident})
                column->times.push_back(usage.at.toMSecsSinceEpoch());
            cpu.values.push_back(usage.cpuPercent);
            resident.values.push_back(static_cast<double>(usage.residentBytes));
        }
        columns = {std::move(cpu), std::move(resident)};
    }
    for (const PlotPlan &plan : m_plans) {
        for (const PlotLine &line : plan.lines)
            columns.push_back(shownColumn(record()->counters, line.counter));
    }
    return columns;
}

} // namespace sparkler::gui
