#include "pages/counters_view.h"

#include "models/counter_model.h"
#include "pages/live_parts.h"
#include "widgets/search_field.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>

#include <cmath>

namespace sparkler::gui {
namespace {

std::optional<IconColumnDelegate::Mark> failureMark(const QModelIndex &index)
{
    if (!index.data(CounterModel::FailureRole).toBool())
        return std::nullopt;
    return IconColumnDelegate::Mark{Icon::Warning, ColourRole::Danger};
}

} // namespace

CountersView::CountersView(QWidget *parent)
    : MetricsView(parent), m_counters(new CounterModel(this)), m_filter(new CounterFilterModel(this))
{
    m_filter->setSourceModel(m_counters);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(buildBar());
    buildTree();
    layout->addWidget(m_tree, 1);
    m_count = new QLabel(this);
    m_count->setFont(Theme::font(TextRole::Caption));
    layout->addWidget(m_count);
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_tree->expandAll();
        refreshBar();
    });
    connect(m_search, &SearchField::moveToResults, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_failuresOnly, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setFailuresOnly(on);
        m_tree->expandAll();
        refreshBar();
    });
    connect(m_counters, &CounterModel::chosenChanged, this, &CountersView::refreshBar);
    refreshBar();
}

QWidget *CountersView::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    m_search = new SearchField(bar);
    m_search->setPlaceholderText(tr("Filter counters"));
    m_search->setAccessibleName(tr("Filter counters by name or meaning"));
    m_search->setMaximumWidth(320);
    m_failuresOnly = new QCheckBox(tr("&Failures only"), bar);
    m_failuresOnly->setToolTip(tr("Counters that are 0 in a healthy run, and are not now"));
    QToolButton *none = makeTextButton(Icon::Close, tr("Untick a&ll"), bar);
    QToolButton *plot = makeTextButton(Icon::Metrics, tr("Plot &ticked"), bar);
    connect(none, &QToolButton::clicked, this, [this] { m_counters->setChosen({}); });
    connect(plot, &QToolButton::clicked, this, &CountersView::plotChosenWanted);
    m_none = none;
    m_plot = plot;
    row->addWidget(m_search, 1);
    row->addWidget(m_failuresOnly);
    row->addStretch();
    row->addWidget(none);
    row->addWidget(plot);
    return bar;
}

void CountersView::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setModel(m_filter);
    m_tree->setAccessibleName(tr("Counters"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(CounterModel::NameColumn, Qt::AscendingOrder);
    m_tree->setItemDelegateForColumn(CounterModel::NameColumn, new IconColumnDelegate(failureMark, this));
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(CounterModel::NameColumn, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = m_tree->fontMetrics().averageCharWidth();
    header->resizeSection(CounterModel::ValueColumn, character * 22);
    header->resizeSection(CounterModel::RateColumn, character * 18);
    header->resizeSection(CounterModel::UnitColumn, character * 8);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &CountersView::expandNew);
}

/// Groups come open; what the user closes stays closed.
void CountersView::expandNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row)
        m_tree->expand(m_filter->index(row, 0));
}

bool CountersView::focusSearch()
{
    if (!m_search->isVisible())
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void CountersView::reload()
{
    m_counters->update(record() ? record()->rates : CounterRates());
    refreshBar();
}

void CountersView::onSample()
{
    m_counters->update(record()->rates);
    refreshBar();
}

void CountersView::refreshBar()
{
    const auto chosen = static_cast<int>(m_counters->chosen().size());
    const QString why = chosen > 0 ? QString() : tr("Tick counters first.");
    setEnabledOrWhyNot(m_plot, why, tr("Draw the ticked counters under “Plots”"));
    setEnabledOrWhyNot(m_none, why);
    int shown = 0;
    for (int group = 0; group < m_filter->rowCount(); ++group)
        shown += m_filter->rowCount(m_filter->index(group, 0));
    QStringList parts{tr("%n counter(s) shown", nullptr, shown)};
    if (chosen > 0)
        parts.append(tr("%n ticked", "counters", chosen));
    if (const int failing = m_counters->failures(); failing > 0)
        parts.append(tr("%n counting failures", "counters", failing));
    m_count->setText(parts.join(QStringLiteral(" · ")));
}

std::vector<CsvColumn> CountersView::columns() const
{
    std::vector<CsvColumn> columns;
    if (!record())
        return columns;
    const CounterHistory &history = record()->counters;
    const QStringList chosen = m_counters->chosen();
    for (const QString &counter : chosen.isEmpty() ? m_filter->shown() : chosen) {
        if (!isGauge(counter) && !isAverage(counter)) {
            CsvColumn totals{counter, {history.times().begin(), history.times().end()}, {}};
            for (const qint64 value : history.values(counter))
                totals.values.push_back(value < 0 ? std::nan("") : static_cast<double>(value));
            columns.push_back(std::move(totals));
        }
        columns.push_back(shownColumn(history, counter));
    }
    return columns;
}

} // namespace sparkler::gui
