#pragma once

#include "manager/paths.h"
#include "models/balloon_monitor.h"
#include "widgets/form_section.h"

#include <QPointer>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace sparkler::gui {

class BalloonStatisticsView;
class InlineMessage;
class PlotControls;

/// The balloon of a running machine: its target, what the guest has given up, what the guest reports, and hinting.
/// What the engine refuses is shown in its own words, and the controls go back to what is.
class BalloonCard : public FormSection {
    Q_OBJECT
public:
    BalloonCard(PlotControls *controls, Paths paths, QWidget *parent = nullptr);

    /// Null: no machine. `whyNot`: why nothing is live, see whyNothingLive().
    void setMonitor(BalloonMonitor *monitor, const QString &whyNot);
    /// The largest target; 0: not known.
    void setMemoryMib(quint64 mib);

private:
    void buildTarget();
    void buildStatistics(PlotControls *controls);
    void buildHinting();
    void chooseTarget(int mib);
    void refresh();
    void refreshAbsent();
    void refreshTarget();
    void showTarget(quint64 mib);
    void refreshInterval();
    void refreshHinting();
    void onFailed(const QString &what, const ApiError &error);

    QPointer<BalloonMonitor> m_monitor;
    QString m_whyNot;
    bool m_showing = false; ///< values are being shown, not chosen
    Paths m_paths;
    InlineMessage *m_message;
    QLabel *m_absent;
    QList<QWidget *> m_fields; ///< there only with a balloon
    QWidget *m_targetField = nullptr;
    QSlider *m_slider = nullptr;
    QSpinBox *m_target = nullptr;
    QLabel *m_actual = nullptr;
    QSpinBox *m_interval = nullptr;
    QLabel *m_intervalHint = nullptr;
    QWidget *m_hintingField = nullptr;
    QLabel *m_hinting = nullptr;
    QCheckBox *m_acknowledge = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    BalloonStatisticsView *m_statistics = nullptr;
};

} // namespace sparkler::gui
