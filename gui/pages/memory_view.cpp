#include "pages/memory_view.h"

#include "pages/balloon_card.h"
#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/form_section.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

MemoryView::MemoryView(PlotControls *controls, const Paths &paths, QWidget *parent)
    : MetricsView(parent), m_controls(controls), m_note(makeHintLabel({}, this)), m_place(new QWidget(this)),
      m_balloon(new BalloonCard(controls, paths, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Memory"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, spacing::kSmall, 0, spacing::kSmall);
    column->setSpacing(spacing::kMedium);
    auto *place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_place);
    column->addWidget(m_note);
    column->addWidget(m_balloon);
    column->addStretch();
    scroll->setWidget(content);
    layout->addWidget(scroll);
}

void MemoryView::enter()
{
    connect(&record()->balloon, &BalloonMonitor::sampled, this, &MemoryView::onBalloon);
    connect(&record()->config, &EngineConfig::changed, this, &MemoryView::onConfig);
    record()->balloon.watch(true);
    record()->config.watch(true);
}

void MemoryView::leave()
{
    record()->balloon.watch(false);
    record()->config.watch(false);
    disconnect(&record()->balloon, nullptr, this, nullptr);
    disconnect(&record()->config, nullptr, this, nullptr);
}

double MemoryView::guestBytes() const
{
    const quint64 told = record()->config.memoryMib();
    return static_cast<double>(told > 0 ? told : machine()->definition().config.machine.memSizeMib) *
           static_cast<double>(kMiB);
}

void MemoryView::reload()
{
    build();
    const QString why = machine() ? whyNothingLive(machine()->state()) : QString();
    m_balloon->setMonitor(record() ? &record()->balloon : nullptr, why);
    onConfig();
}

void MemoryView::build()
{
    delete m_plot;
    m_plot = new LivePlot(tr("Memory"), PlotUnit::Bytes, m_place);
    m_emulated = machine() && machine()->emulated();
    m_plot->addSeries(tr("Guest"));
    m_plot->addSeries(tr("Balloon target"));
    m_plot->addSeries(tr("Balloon"));
    m_plot->addSeries(m_emulated ? tr("QEMU, resident on the host") : tr("Resident on the host"));
    m_plot->setMinimumHeight(260);
    m_place->layout()->addWidget(m_plot);
    m_note->setText(
        m_emulated ? tr("This machine runs emulated: its engine is inside a helper machine, and what the host holds "
                        "is QEMU with all of that helper machine, which has more memory than the guest.")
                   : tr("Resident is what the host holds for the engine's process; nearly all of it is memory that "
                        "the guest has touched and the balloon has not given back."));
    m_lastUsageMs = 0;
    if (record()) {
        std::vector<Sample> target, actual;
        for (const BalloonSample &sample : record()->balloon.samples()) {
            target.push_back({sample.ms, sample.target});
            actual.push_back({sample.ms, sample.actual});
        }
        m_plot->fill(TargetLine, target);
        m_plot->fill(ActualLine, actual);
        onUsage();
    }
    m_controls->addPlot(m_plot);
    m_plot->show();
}

void MemoryView::onUsage()
{
    const std::deque<ResourceUsage> &usage = machine()->usage();
    auto first = usage.end();
    while (first != usage.begin() && std::prev(first)->at.toMSecsSinceEpoch() > m_lastUsageMs)
        --first;
    std::vector<Sample> guest, resident;
    for (auto it = first; it != usage.end(); ++it) {
        m_lastUsageMs = it->at.toMSecsSinceEpoch();
        guest.push_back({m_lastUsageMs, guestBytes()});
        resident.push_back({m_lastUsageMs, static_cast<double>(it->residentBytes)});
    }
    m_plot->fill(GuestLine, guest);
    m_plot->fill(ResidentLine, resident);
}

void MemoryView::onState()
{
    if (machine()->emulated() != m_emulated)
        build();
    m_balloon->setMonitor(&record()->balloon, whyNothingLive(machine()->state()));
}

void MemoryView::onBalloon()
{
    const BalloonSample &sample = record()->balloon.samples().back();
    m_plot->append(TargetLine, sample.ms, sample.target);
    m_plot->append(ActualLine, sample.ms, sample.actual);
}

void MemoryView::onConfig()
{
    if (record())
        m_balloon->setMemoryMib(static_cast<quint64>(guestBytes() / static_cast<double>(kMiB)));
}

std::vector<CsvColumn> MemoryView::columns() const
{
    if (!record())
        return {};
    CsvColumn guest{u"guest.memory_bytes"_s, {}, {}}, resident{u"process.resident_bytes"_s, {}, {}};
    for (const ResourceUsage &usage : machine()->usage()) {
        for (CsvColumn *column : {&guest, &resident})
            column->times.push_back(usage.at.toMSecsSinceEpoch());
        guest.values.push_back(guestBytes());
        resident.values.push_back(static_cast<double>(usage.residentBytes));
    }
    std::vector<CsvColumn> columns{std::move(guest), std::move(resident)};
    const std::pair<QString, double BalloonSample::*> parts[] = {
        {u"balloon.target_bytes"_s, &BalloonSample::target},
        {u"balloon.actual_bytes"_s, &BalloonSample::actual},
        {u"balloon.total_memory_bytes"_s, &BalloonSample::total},
        {u"balloon.available_memory_bytes"_s, &BalloonSample::available},
        {u"balloon.free_memory_bytes"_s, &BalloonSample::free},
        {u"balloon.disk_caches_bytes"_s, &BalloonSample::caches}};
    for (const auto &[name, part] : parts) {
        CsvColumn column{name, {}, {}};
        for (const BalloonSample &sample : record()->balloon.samples()) {
            column.times.push_back(sample.ms);
            column.values.push_back(sample.*part);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace sparkler::gui
