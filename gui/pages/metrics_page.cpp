#include "pages/metrics_page.h"

#include "manager/machine.h"
#include "models/counter_model.h"
#include "pages/live_parts.h"
#include "pages/machine_surfaces.h"
#include "pages/metrics_plots.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"
#include "widgets/plot_controls.h"
#include "widgets/search_field.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace sparkler::gui {

MetricsPage::MetricsPage(QWidget *parent)
    : MachinePage(parent), m_counters(new CounterModel(this)), m_filter(new QSortFilterProxyModel(this))
{
    m_filter->setSourceModel(m_counters);
    m_filter->setFilterKeyColumn(CounterModel::NameColumn);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortRole(CounterModel::SortRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    buildBar();
    m_message = new InlineMessage(this);
    m_message->setClosable(false);
    layout->addWidget(m_message);
    m_empty = new EmptyState(Icon::Metrics, tr("No metrics yet"), tr("Select a machine to see its metrics."), this);
    layout->addWidget(m_empty, 1);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Metrics"));
    m_tabs->tabBar()->setAccessibleName(tr("Plots or counters"));
    m_tabs->addTab(buildPlots(), tr("&Plots"));
    m_tabs->addTab(buildTable(), tr("&All counters"));
    layout->addWidget(m_tabs, 1);
    refresh();
}

MetricsPage::~MetricsPage()
{
    watch(false);
}

void MetricsPage::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kSmall);
    m_controls = new PlotControls(this);
    auto *label = new QLabel(tr("&Drive:"), this);
    m_drive = new QComboBox(this);
    m_drive->setAccessibleName(tr("Drive shown"));
    m_drive->addItem(tr("All drives"), QString());
    m_drive->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(m_drive);
    bar->addWidget(m_controls);
    bar->addStretch();
    bar->addWidget(label);
    bar->addWidget(m_drive);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_drive, &QComboBox::currentIndexChanged, this, [this] {
        if (MetricsPlots *shown = plots())
            shown->showDrive(m_drive->currentData().toString());
    });
}

QWidget *MetricsPage::buildPlots()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Plots"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_surfaces = new MachineSurfaces(kKeptMachines, scroll);
    scroll->setWidget(m_surfaces);
    return scroll;
}

QWidget *MetricsPage::buildTable()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    layout->setSpacing(spacing::kSmall);
    m_search = new SearchField(box);
    m_search->setPlaceholderText(tr("Filter counters"));
    m_search->setAccessibleName(tr("Filter counters by name"));
    m_search->setMaximumWidth(320);
    layout->addWidget(m_search);
    m_table = new QTableView(box);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Counters"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CounterModel::NameColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(CounterModel::NameColumn, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = m_table->fontMetrics().averageCharWidth();
    header->resizeSection(CounterModel::TotalColumn, character * 24);
    header->resizeSection(CounterModel::RateColumn, character * 20);
    layout->addWidget(m_table, 1);
    connect(m_search, &SearchField::searchChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::moveToResults, m_table, qOverload<>(&QWidget::setFocus));
    return box;
}

MetricsPlots *MetricsPage::plots()
{
    if (!m_machine)
        return nullptr;
    const QString id = m_machine->id();
    if (QWidget *known = m_surfaces->find(id))
        return static_cast<MetricsPlots *>(known);
    auto *made = new MetricsPlots(m_controls);
    m_surfaces->add(id, made);
    connect(made, &MetricsPlots::drivesChanged, this, [this, made](const QStringList &ids) {
        if (m_surfaces->currentWidget() == made)
            showDrives(ids);
    });
    connect(m_machine, &QObject::destroyed, m_surfaces, [this, id] { m_surfaces->drop(id); });
    return made;
}

void MetricsPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    watch(false);
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    if (machine) {
        connect(machine, &Machine::metricsSampled, this, &MetricsPage::onMetrics);
        connect(machine, &Machine::usageSampled, this, &MetricsPage::onUsage);
        connect(machine, &Machine::stateChanged, this, &MetricsPage::refresh);
        MetricsPlots *shown = plots();
        m_surfaces->showFor(machine->id());
        showDrives(shown->rates().drives());
        m_counters->update(shown->rates());
        onUsage();
    } else {
        m_counters->clear();
    }
    watch(isVisible());
    refresh();
}

void MetricsPage::focusContent()
{
    if (m_tabs->isVisible())
        m_tabs->setFocus();
    else
        m_controls->setFocus();
}

void MetricsPage::showEvent(QShowEvent *event)
{
    MachinePage::showEvent(event);
    watch(true);
}

void MetricsPage::hideEvent(QHideEvent *event)
{
    watch(false);
    MachinePage::hideEvent(event);
}

void MetricsPage::watch(bool on)
{
    on = on && m_machine;
    if (on == m_watching)
        return;
    m_watching = on;
    if (m_machine)
        m_machine->watchMetrics(on);
}

void MetricsPage::onMetrics(const QDateTime &at, const QJsonObject &totals)
{
    MetricsPlots *shown = plots();
    if (!shown)
        return;
    shown->addCounters(at, totals);
    m_counters->update(shown->rates());
    refresh();
}

void MetricsPage::onUsage()
{
    if (MetricsPlots *shown = plots()) {
        shown->addUsage(m_machine->usage());
        refresh();
    }
}

void MetricsPage::showDrives(const QStringList &ids)
{
    const QString before = m_drive->currentData().toString();
    const QSignalBlocker blocker(m_drive);
    m_drive->clear();
    m_drive->addItem(tr("All drives"), QString());
    for (const QString &id : ids)
        m_drive->addItem(id, id);
    m_drive->setCurrentIndex(std::max(0, m_drive->findData(before)));
    m_drive->setEnabled(!ids.isEmpty());
    if (MetricsPlots *shown = plots())
        shown->showDrive(m_drive->currentData().toString());
}

void MetricsPage::refresh()
{
    MetricsPlots *shown = plots();
    const bool any = shown && !shown->isEmpty();
    m_tabs->setVisible(any);
    m_empty->setVisible(!any);
    m_controls->setEnabled(any);
    const QString why = m_machine ? whyNothingLive(m_machine->state()) : QString();
    if (!m_machine) {
        m_empty->setHeadline(tr("No machine selected"));
        m_empty->setText(tr("Select a machine to see its metrics."));
    } else if (why.isEmpty()) {
        m_empty->setHeadline(tr("Waiting for the first sample"));
        m_empty->setText(tr("The engine is asked once a second."));
    } else {
        m_empty->setHeadline(tr("No metrics yet"));
        m_empty->setText(tr("%1 Metrics appear here while it runs.", "why there are none").arg(why));
    }
    if (any && !why.isEmpty())
        m_message->setMessage(InlineMessage::Kind::Info, tr("%1 The plots end with its last run.").arg(why));
    else
        m_message->hide();
}

} // namespace sparkler::gui
