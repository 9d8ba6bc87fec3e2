#pragma once

#include "models/balloon_monitor.h"

#include <QWidget>

class QTableWidget;

namespace sparkler::gui {

class LivePlot;
class PlotControls;

/// What the guest's balloon driver reports: its memory over time, and all numbers of the last report.
class BalloonStatisticsView : public QWidget {
    Q_OBJECT
public:
    explicit BalloonStatisticsView(PlotControls *controls, QWidget *parent = nullptr);

    /// Another machine's: all anew.
    void fill(const std::deque<BalloonSample> &samples);
    void append(const BalloonSample &sample);
    /// Nothing: the numbers leave.
    void show(const std::optional<BalloonStatistics> &statistics);

private:
    LivePlot *m_plot;
    QTableWidget *m_table;
    QStringList m_keys; ///< of the rows
};

/// "Free memory" for "free_memory"; what is not known keeps its key.
QString statisticName(const QString &key);
/// What it means, a sentence; empty: not known.
QString statisticMeaning(const QString &key);
/// With its unit: "1.5 GiB", "12,345".
QString statisticText(const QString &key, quint64 value);

} // namespace sparkler::gui
