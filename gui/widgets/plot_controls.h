#pragma once

#include <QPointer>
#include <QWidget>
#include <chrono>
#include <vector>

class QComboBox;
class QToolButton;

namespace sparkler::gui {

class LivePlot;

/// Time window and pause for all plots of a page at once.
class PlotControls : public QWidget {
    Q_OBJECT
public:
    explicit PlotControls(QWidget *parent = nullptr);

    /// The plot gets the present window and pause state; it may die before the controls.
    void addPlot(LivePlot *plot);
    void setWindow(std::chrono::seconds window);
    std::chrono::seconds window() const;
    void setPaused(bool paused);
    bool isPaused() const;

signals:
    void windowChanged(std::chrono::seconds window);
    void pausedChanged(bool paused);

private:
    void retitlePause();

    std::vector<QPointer<LivePlot>> m_plots;
    QComboBox *m_window;
    QToolButton *m_pause;
};

} // namespace sparkler::gui
