#pragma once

#include "manager/machine.h"
#include "models/counter_rates.h"

#include <QWidget>

class QGridLayout;

namespace sparkler::gui {

class LivePlot;
class PlotControls;

/// The plots of one machine. They collect also while another machine's are shown. Bounded: an hour of samples each.
class MetricsPlots : public QWidget {
    Q_OBJECT
public:
    /// `controls` gets every plot; it must outlive them or let go of them itself.
    explicit MetricsPlots(PlotControls *controls, QWidget *parent = nullptr);

    void addCounters(const QDateTime &at, const QJsonObject &totals);
    /// Only samples newer than the last one are taken, so the machine's whole history may be given each time.
    void addUsage(const std::deque<ResourceUsage> &usage);
    /// A drive by its id; empty: all together.
    void showDrive(const QString &id);

    const CounterRates &rates() const { return m_rates; }
    bool isEmpty() const { return m_empty; }
    /// For tests: the plots as drawn now, in their order.
    QList<LivePlot *> plots() const;

signals:
    /// A drive has counters now that had none before.
    void drivesChanged(const QStringList &ids);

private:
    struct DrivePlots {
        LivePlot *throughput = nullptr;
        LivePlot *operations = nullptr;
        LivePlot *throttled = nullptr;
    };
    LivePlot *addPlot(LivePlot *plot, int row, int column, const QStringList &series);
    DrivePlots &drivePlots(const QString &id);
    void place(const DrivePlots &plots, bool shown);
    void addDrive(const QString &id, qint64 ms);

    PlotControls *m_controls;
    QGridLayout *m_grid;
    CounterRates m_rates;
    QStringList m_driveIds;
    QMap<QString, DrivePlots> m_drives; ///< by id; "": the sum
    QString m_shownDrive;
    qint64 m_lastUsageMs = 0;
    qint64 m_lastCountersMs = 0;
    bool m_empty = true;
    LivePlot *m_cpu;
    LivePlot *m_memory;
    LivePlot *m_exits;
    LivePlot *m_serial;
    LivePlot *m_interrupts;
};

} // namespace sparkler::gui
