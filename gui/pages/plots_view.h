#pragma once

#include "pages/metrics_view.h"
#include "pages/plot_plan.h"

class QComboBox;
class QGridLayout;
class QScrollArea;

namespace sparkler::gui {

class Card;
class FactGrid;
class ElidedLabel;
class InlineMessage;
class LivePlot;
class PlotControls;

/// Plots of the machine as a whole, of one of its devices, or of the counters that were chosen.
class PlotsView : public MetricsView {
    Q_OBJECT
public:
    /// `controls` gets every plot.
    explicit PlotsView(PlotControls *controls, QWidget *parent = nullptr);

    /// Counters that "Chosen counters" draws.
    void setChosen(const QStringList &counters);
    void showChosen();
    std::vector<CsvColumn> columns() const override;

protected:
    void reload() override;
    void onSample() override;
    void onUsage() override;
    void onState() override {}

private:
    QWidget *buildBar();
    Card *buildDurations();
    void refreshGroups();
    QString group() const; ///< empty: none is selected
    PlotPlans plans() const;
    void build();
    void appendUsage();
    void refreshDurations();
    void refreshFailures();
    void addPlot(LivePlot *plot, const QStringList &series);
    void place();

    PlotControls *m_controls;
    QStringList m_chosen;
    QStringList m_groups;
    PlotPlans m_plans;
    QList<LivePlot *> m_plots; ///< the first m_plans.size() are theirs
    LivePlot *m_cpu = nullptr; ///< only in the overview
    LivePlot *m_resident = nullptr;
    qint64 m_lastUsageMs = 0;
    QComboBox *m_what = nullptr;
    InlineMessage *m_failures = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    Card *m_durationsCard = nullptr;
    FactGrid *m_durations = nullptr;
    QList<ElidedLabel *> m_durationTexts;
};

} // namespace sparkler::gui
