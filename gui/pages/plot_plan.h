#pragma once

#include "models/counter_rates.h"
#include "widgets/plot_scale.h"

#include <QList>

namespace sparkler::gui {

/// A line of a plot: the counter whose CounterRates::shown() it draws.
struct PlotLine {
    QString name; ///< for the legend
    QString counter;
    bool operator==(const PlotLine &) const = default;
};

struct PlotPlan {
    QString title;
    PlotUnit unit = PlotUnit::Count;
    QList<PlotLine> lines;
    bool operator==(const PlotPlan &) const = default;
};

using PlotPlans = QList<PlotPlan>;

/// The plots of a machine as a whole, for the devices that it has.
PlotPlans overviewPlans(const Counters &totals);
/// The plots of one group, "block_rootfs". Counters that `totals` does not have are left out, and so are plots that
/// would be empty; groups that are not known get plots by the units of their counters.
PlotPlans groupPlans(const QString &group, const Counters &totals);
/// The counters that the user chose, by their units, a few lines each.
PlotPlans chosenPlans(const QStringList &counters);

/// A duration of a group and what is known about it since the engine's start, in microseconds.
struct Duration {
    QString name;    ///< "Read"
    QString average; ///< the name of its average
    std::optional<double> sinceStart;
    std::optional<qint64> shortest; ///< nothing: none yet, or not told
    std::optional<qint64> longest;
};
QList<Duration> durationsOf(const QString &group, const Counters &totals);

} // namespace sparkler::gui
