#include "widgets/plot_controls.h"

#include "widgets/icons.h"
#include "widgets/live_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace sparkler::gui {

PlotControls::PlotControls(QWidget *parent)
    : QWidget(parent), m_window(new QComboBox(this)), m_pause(new QToolButton(this))
{
    m_window->addItem(tr("Last minute"), 60);
    m_window->addItem(tr("Last 5 minutes"), 300);
    m_window->addItem(tr("Last 15 minutes"), 900);
    m_window->addItem(tr("Last hour"), 3600);
    m_window->setAccessibleName(tr("Time shown in the plots"));
    m_pause->setCheckable(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_window);
    layout->addWidget(m_pause);
    retitlePause();
    connect(m_window, &QComboBox::currentIndexChanged, this, [this] {
        for (const auto &plot : m_plots) {
            if (plot)
                plot->setWindow(window());
        }
        emit windowChanged(window());
    });
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        retitlePause();
        for (const auto &plot : m_plots) {
            if (plot)
                plot->setPaused(paused);
        }
        emit pausedChanged(paused);
    });
}

void PlotControls::addPlot(LivePlot *plot)
{
    std::erase_if(m_plots, [](const auto &known) { return known.isNull(); });
    m_plots.emplace_back(plot);
    plot->setWindow(window());
    plot->setPaused(isPaused());
}

void PlotControls::setWindow(std::chrono::seconds window)
{
    if (const int index = m_window->findData(static_cast<int>(window.count())); index >= 0)
        m_window->setCurrentIndex(index);
}

std::chrono::seconds PlotControls::window() const
{
    return std::chrono::seconds(m_window->currentData().toInt());
}

void PlotControls::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

bool PlotControls::isPaused() const
{
    return m_pause->isChecked();
}

void PlotControls::retitlePause()
{
    const bool paused = m_pause->isChecked();
    m_pause->setText(paused ? tr("Resume plots") : tr("Pause plots"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIcon(icon(paused ? Icon::Start : Icon::Pause));
}

} // namespace sparkler::gui
