#pragma once

#include "manager/paths.h"
#include "pages/metrics_view.h"

class QLabel;

namespace sparkler::gui {

class BalloonCard;
class LivePlot;
class PlotControls;

/// Where the machine's memory is: what the guest has, what the balloon takes from it, and what the host holds for it.
class MemoryView : public MetricsView {
    Q_OBJECT
public:
    MemoryView(PlotControls *controls, const Paths &paths, QWidget *parent = nullptr);

    std::vector<CsvColumn> columns() const override;

protected:
    void reload() override;
    void onUsage() override;
    void onState() override;
    void enter() override;
    void leave() override;

private:
    enum Line { GuestLine, TargetLine, ActualLine, ResidentLine };
    void build();
    void onBalloon();
    void onConfig();
    /// Of the guest, in bytes, as the engine says, else as defined.
    double guestBytes() const;

    PlotControls *m_controls;
    LivePlot *m_plot = nullptr;
    bool m_emulated = false; ///< what m_plot was made for
    qint64 m_lastUsageMs = 0;
    QLabel *m_note;
    QWidget *m_place;
    BalloonCard *m_balloon;
};

} // namespace sparkler::gui
