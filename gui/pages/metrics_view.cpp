#include "pages/metrics_view.h"

namespace sparkler::gui {

void MetricsView::bind(Machine *machine, MachineRecord *record)
{
    if (m_record && isVisible())
        leave();
    m_machine = machine;
    m_record = record;
    if (!isVisible())
        return;
    if (m_record)
        enter();
    reload();
}

void MetricsView::sampled()
{
    if (m_record && isVisible())
        onSample();
}

void MetricsView::used()
{
    if (m_record && isVisible())
        onUsage();
}

void MetricsView::stateChanged()
{
    if (m_record && isVisible())
        onState();
}

void MetricsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_record)
        enter();
    reload();
}

void MetricsView::hideEvent(QHideEvent *event)
{
    if (m_record)
        leave();
    QWidget::hideEvent(event);
}

CsvColumn shownColumn(const CounterHistory &history, const QString &counter)
{
    const bool level = isGauge(counter) || isAverage(counter);
    // Columns are for programs: their names are not translated.
    const QString name = level ? counter : QString(counter + QLatin1StringView(" per second"));
    return {name, {history.times().begin(), history.times().end()}, history.shown(counter)};
}

} // namespace sparkler::gui
