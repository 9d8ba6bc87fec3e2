#include "widgets/sparkline.h"

#include "text/human_units.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace sparkler::gui {

namespace {

void paintRun(QPainter &painter, const QPolygonF &run, double bottom, const QColor &line)
{
    if (run.size() == 1) {
        painter.setPen(QPen(line, 2.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoint(run.front());
        return;
    }
    QPolygonF area = run;
    area << QPointF(run.back().x(), bottom) << QPointF(run.front().x(), bottom);
    QColor fill = line;
    fill.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(run);
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, std::span<const double> values, const SparklineStyle &style)
{
    if (values.empty() || rect.isEmpty())
        return;
    double top = 0;
    for (const double value : values)
        top = std::fmax(top, value); // ignores NaN
    top = style.maximum.value_or(top);
    if (!(top > 0))
        top = 1;
    const double step = values.size() > 1 ? rect.width() / static_cast<double>(values.size() - 1) : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF run;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) {
            if (!run.isEmpty())
                paintRun(painter, run, rect.bottom(), style.line);
            run.clear();
            continue;
        }
        const double share = qBound(0.0, values[i] / top, 1.0);
        run << QPointF(rect.left() + step * static_cast<double>(i), rect.bottom() - share * rect.height());
    }
    if (!run.isEmpty())
        paintRun(painter, run, rect.bottom(), style.line);
    painter.restore();
}

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    const bool known = !m_values.empty() && !std::isnan(m_values.back());
    setAccessibleDescription(known ? tr("Latest value %1").arg(formatCount(m_values.back())) : tr("No value"));
    update();
}

void Sparkline::setMaximum(std::optional<double> maximum)
{
    m_maximum = maximum;
    update();
}

void Sparkline::setColourRole(ColourRole role)
{
    m_role = role;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {120, 28};
}

QSize Sparkline::minimumSizeHint() const
{
    return {40, 16};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -1);
    paintSparkline(painter, area, m_values, {Theme::colour(m_role, palette()), m_maximum});
}

} // namespace sparkler::gui
