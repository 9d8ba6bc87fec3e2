#include "pages/balloon_statistics.h"

#include "text/human_units.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>

#include <algorithm>
#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Statistic {
    QLatin1StringView key;
    bool bytes;
    const char *name;
    const char *meaning;
};

constexpr Statistic kStatistics[] = {
    {"swap_in"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Swapped in"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that came back from swap space")},
    {"swap_out"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Swapped out"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that went to swap space")},
    {"major_faults"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Major page faults"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Page faults that had to read from a disk")},
    {"minor_faults"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Minor page faults"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Page faults without reading from a disk")},
    {"free_memory"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Free memory"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that is used for nothing")},
    {"total_memory"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Total memory"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that the guest has, the balloon taken off")},
    {"available_memory"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Available memory"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that new programs could have without swapping")},
    {"disk_caches"_L1, true, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Disk caches"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Memory that holds file contents and could be given up")},
    {"hugetlb_allocations"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Huge pages handed out"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Allocations of huge pages that succeeded")},
    {"hugetlb_failures"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Huge pages refused"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Allocations of huge pages that failed")},
    {"oom_kill"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Killed for lack of memory"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Processes that the guest ended because it had no memory")},
    {"alloc_stall"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Stalled allocations"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Allocations that had to wait until memory was reclaimed")},
    {"async_scan"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages scanned in the background"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages looked at by the guest's background reclaim")},
    {"direct_scan"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages scanned while waiting"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages looked at while an allocation was waiting")},
    {"async_reclaim"_L1, false,
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages reclaimed in the background"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages won by the guest's background reclaim")},
    {"direct_reclaim"_L1, false, QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages reclaimed while waiting"),
     QT_TRANSLATE_NOOP("sparkler::gui::BalloonStatistics", "Pages won while an allocation was waiting")},
};

const Statistic *find(const QString &key)
{
    for (const Statistic &statistic : kStatistics) {
        if (statistic.key == key)
            return &statistic;
    }
    return nullptr;
}

/// As in kStatistics, then what is not known.
QStringList inOrder(QStringList keys)
{
    std::stable_sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) {
        const auto place = [](const Statistic *known) { return known ? known - kStatistics : std::ssize(kStatistics); };
        return place(find(a)) < place(find(b));
    });
    return keys;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("sparkler::gui::BalloonStatistics", text);
}

} // namespace

QString statisticName(const QString &key)
{
    const Statistic *known = find(key);
    return known ? translated(known->name) : key;
}

QString statisticMeaning(const QString &key)
{
    const Statistic *known = find(key);
    return known ? translated(known->meaning) : QString();
}

QString statisticText(const QString &key, quint64 value)
{
    const Statistic *known = find(key);
    return known && known->bytes ? formatByteSize(static_cast<double>(value)) : QLocale().toString(value);
}

BalloonStatisticsView::BalloonStatisticsView(PlotControls *controls, QWidget *parent)
    : QWidget(parent), m_plot(new LivePlot(tr("Memory as the guest sees it"), PlotUnit::Bytes, this)),
      m_table(new QTableWidget(0, 2, this))
{
    for (const QString &name : {tr("Total"), tr("Available"), tr("Free"), tr("Caches")})
        m_plot->addSeries(name);
    m_plot->setMinimumHeight(m_plot->sizeHint().height());
    controls->addPlot(m_plot);
    m_table->setAccessibleName(tr("Statistics of the guest's memory"));
    m_table->setHorizontalHeaderLabels({tr("Statistic"), tr("Value")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(1, m_table->fontMetrics().averageCharWidth() * 16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kLarge);
    row->addWidget(m_plot, 1);
    row->addWidget(m_table, 1);
}

void BalloonStatisticsView::fill(const std::deque<BalloonSample> &samples)
{
    m_plot->clear();
    const std::array parts{&BalloonSample::total, &BalloonSample::available, &BalloonSample::free,
                           &BalloonSample::caches};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        std::vector<Sample> values;
        values.reserve(samples.size());
        for (const BalloonSample &sample : samples)
            values.push_back({sample.ms, sample.*parts[part]});
        m_plot->fill(static_cast<int>(part), values);
    }
}

void BalloonStatisticsView::append(const BalloonSample &sample)
{
    m_plot->append(0, sample.ms, sample.total);
    m_plot->append(1, sample.ms, sample.available);
    m_plot->append(2, sample.ms, sample.free);
    m_plot->append(3, sample.ms, sample.caches);
}

void BalloonStatisticsView::show(const std::optional<BalloonStatistics> &statistics)
{
    const QStringList keys = statistics ? inOrder(statistics->reported.keys()) : QStringList();
    if (keys != m_keys) {
        m_keys = keys;
        m_table->setRowCount(static_cast<int>(keys.size()));
        for (int row = 0; row < m_table->rowCount(); ++row) {
            for (int column = 0; column < 2; ++column) {
                auto *item = new QTableWidgetItem(column == 0 ? statisticName(keys[row]) : QString());
                item->setToolTip(QString(keys[row] + u'\n' + statisticMeaning(keys[row])).trimmed());
                m_table->setItem(row, column, item);
            }
        }
    }
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, 1)->setText(statisticText(keys[row], statistics->reported.value(keys[row])));
}

} // namespace sparkler::gui
