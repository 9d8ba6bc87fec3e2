#include "widgets/live_plot.h"

#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace sparkler::gui {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

/// One pixel column of a series: enough to draw it exactly as all its samples would look.
struct Column {
    int x = -1;
    double first = 0, last = 0, low = 0, high = 0;
};

QString timeText(qint64 timeMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(timeMs).time(), QStringLiteral("HH:mm:ss"));
}

} // namespace

LivePlot::LivePlot(const QString &title, PlotUnit unit, QWidget *parent) : QWidget(parent), m_title(title), m_unit(unit)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
    refreshAccessibleText();
}

int LivePlot::addSeries(const QString &name, std::size_t capacity)
{
    m_series.push_back({name, TimeSeries(capacity)});
    refreshAccessibleText();
    update();
    return seriesCount() - 1;
}

void LivePlot::append(int series, qint64 timeMs, double value)
{
    Q_ASSERT(series >= 0 && series < seriesCount());
    if (!m_series[static_cast<std::size_t>(series)].data.append({timeMs, value}) || isPaused())
        return;
    refreshAccessibleText();
    update();
}

void LivePlot::fill(int series, std::span<const Sample> samples)
{
    Q_ASSERT(series >= 0 && series < seriesCount());
    for (const Sample &sample : samples)
        m_series[static_cast<std::size_t>(series)].data.append(sample);
    refreshAccessibleText();
    update();
}

void LivePlot::clear()
{
    for (Series &series : m_series)
        series.data.clear();
    m_crosshairMs.reset();
    if (isPaused())
        m_pausedAtMs = 0;
    refreshAccessibleText();
    update();
}

void LivePlot::setWindow(std::chrono::seconds window)
{
    if (window.count() <= 0 || window == m_window)
        return;
    m_window = window;
    moveCrosshair(std::nullopt);
    update();
    emit windowChanged(window);
}

void LivePlot::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_pausedAtMs = paused ? std::optional(newestMs()) : std::nullopt;
    refreshAccessibleText();
    update();
    emit pausedChanged(paused);
}

void LivePlot::setGapAfter(std::chrono::milliseconds gap)
{
    m_gapAfter = gap;
    update();
}

qint64 LivePlot::newestMs() const
{
    if (m_pausedAtMs)
        return *m_pausedAtMs;
    qint64 newest = 0;
    for (const Series &series : m_series) {
        if (!series.data.isEmpty())
            newest = qMax(newest, series.data.latest().timeMs);
    }
    return newest;
}

void LivePlot::setLimit(std::optional<double> value, const QString &name)
{
    if (value == m_limit && name == m_limitName)
        return;
    m_limit = value;
    m_limitName = name;
    refreshAccessibleText();
    update();
}

PlotScale LivePlot::scale() const
{
    const qint64 end = newestMs();
    const qint64 begin = end - std::chrono::milliseconds(m_window).count();
    double largest = m_limit.value_or(0);
    for (const Series &series : m_series) {
        for (std::size_t i = series.data.lowerBound(begin); i < series.data.size() && series.data.at(i).timeMs <= end;
             ++i)
            largest = std::fmax(largest, series.data.at(i).value);
    }
    return plotScale(largest, m_unit);
}

QRectF LivePlot::plotArea() const
{
    const QFontMetrics caption(Theme::font(TextRole::Caption));
    const int header =
        QFontMetrics(Theme::font(TextRole::Subheading)).height() + caption.height() + spacing::kLarge + 2;
    // The same for every unit, so that plots above each other begin at one line. No percentage is wider.
    int labels = 0;
    for (const PlotUnit unit : {PlotUnit::BytesPerSecond, PlotUnit::OperationsPerSecond}) {
        for (const double wide : {888 * 1024.0, 888.0 * 1024 * 1024})
            labels = qMax(labels, caption.horizontalAdvance(formatPlotValue(wide, unit)) + spacing::kSmall);
    }
    return QRectF(rect()).adjusted(labels, header, -spacing::kTight, -(caption.height() + spacing::kTight));
}

LivePlot::Frame LivePlot::frame() const
{
    const qint64 end = newestMs();
    return {end - std::chrono::milliseconds(m_window).count(), end, scale(), plotArea()};
}

std::optional<double> LivePlot::valueNear(const TimeSeries &samples, qint64 timeMs) const
{
    std::size_t index = samples.lowerBound(timeMs);
    if (index > 0 &&
        (index == samples.size() || samples.at(index).timeMs - timeMs > timeMs - samples.at(index - 1).timeMs))
        --index;
    if (index >= samples.size() || std::abs(samples.at(index).timeMs - timeMs) > m_gapAfter.count())
        return std::nullopt;
    return samples.at(index).value;
}

QString LivePlot::valuesText() const
{
    QStringList parts;
    const qint64 time = m_crosshairMs.value_or(newestMs());
    for (const Series &series : m_series)
        parts << tr("%1: %2").arg(series.name,
                                  formatPlotValue(valueNear(series.data, time).value_or(kNoValue), m_unit));
    if (m_limit)
        parts << tr("%1: %2").arg(m_limitName, formatPlotValue(*m_limit, m_unit));
    QString text = m_title;
    if (m_crosshairMs)
        text = tr("%1 at %2").arg(text, timeText(*m_crosshairMs));
    if (isPaused())
        text = tr("%1 (paused)").arg(text);
    return parts.isEmpty() ? text : tr("%1. %2").arg(text, parts.join(QStringLiteral(", ")));
}

QSize LivePlot::sizeHint() const
{
    return {420, 220};
}

QSize LivePlot::minimumSizeHint() const
{
    return {220, 140};
}

void LivePlot::refreshAccessibleText()
{
    setAccessibleDescription(valuesText());
}

void LivePlot::moveCrosshair(std::optional<qint64> timeMs)
{
    if (timeMs == m_crosshairMs)
        return;
    m_crosshairMs = timeMs;
    refreshAccessibleText();
    update();
    emit crosshairMoved();
}

void LivePlot::stepCrosshair(int direction)
{
    // Over the sample times of all series, so that no value is out of reach.
    const qint64 end = newestMs();
    const qint64 begin = end - std::chrono::milliseconds(m_window).count();
    if (!m_crosshairMs) {
        if (end > 0)
            moveCrosshair(end);
        return;
    }
    std::optional<qint64> best;
    for (const Series &series : m_series) {
        const TimeSeries &samples = series.data;
        const std::size_t at = samples.lowerBound(direction > 0 ? *m_crosshairMs + 1 : *m_crosshairMs);
        if (direction > 0 && at < samples.size() && samples.at(at).timeMs <= end)
            best = best ? qMin(*best, samples.at(at).timeMs) : samples.at(at).timeMs;
        if (direction < 0 && at > 0 && samples.at(at - 1).timeMs >= begin)
            best = best ? qMax(*best, samples.at(at - 1).timeMs) : samples.at(at - 1).timeMs;
    }
    if (best)
        moveCrosshair(best);
}

void LivePlot::keyPressEvent(QKeyEvent *event)
{
    const qint64 end = newestMs();
    switch (event->key()) {
    case Qt::Key_Left:
        stepCrosshair(-1);
        return;
    case Qt::Key_Right:
        stepCrosshair(1);
        return;
    case Qt::Key_Home:
        // The first sample of the window: one step on from just before it.
        if (end > 0) {
            m_crosshairMs = end - std::chrono::milliseconds(m_window).count() - 1;
            stepCrosshair(1);
        }
        return;
    case Qt::Key_End:
        if (end > 0)
            moveCrosshair(end);
        return;
    case Qt::Key_Escape:
        if (m_crosshairMs) {
            moveCrosshair(std::nullopt);
            return;
        }
        break;
    case Qt::Key_Space:
        setPaused(!isPaused());
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LivePlot::mouseMoveEvent(QMouseEvent *event)
{
    const Frame now = frame();
    if (!now.area.contains(event->position()) || now.endMs <= 0) {
        moveCrosshair(std::nullopt);
        return;
    }
    const double share = (event->position().x() - now.area.left()) / now.area.width();
    moveCrosshair(now.beginMs + std::llround(share * static_cast<double>(now.endMs - now.beginMs)));
}

void LivePlot::leaveEvent(QEvent *)
{
    moveCrosshair(std::nullopt);
}

void LivePlot::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QList<std::pair<int, QString>> windows{
        {60, tr("Last minute")}, {300, tr("Last 5 minutes")}, {900, tr("Last 15 minutes")}, {3600, tr("Last hour")}};
    for (const auto &[seconds, text] : windows) {
        QAction *action =
            menu.addAction(text, this, [this, length = std::chrono::seconds(seconds)] { setWindow(length); });
        action->setCheckable(true);
        action->setChecked(m_window.count() == seconds);
    }
    menu.addSeparator();
    menu.addAction(isPaused() ? tr("Resume") : tr("Pause"), this, [this] { setPaused(!isPaused()); });
    menu.exec(event->globalPos());
}

void LivePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
}

void LivePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Frame now = frame();
    paintHeader(painter);
    if (now.area.width() < 10 || now.area.height() < 10)
        return;
    paintGrid(painter, now);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(now.area.adjusted(0, -2, 0, 1));
    for (int i = 0; i < seriesCount(); ++i)
        paintSeries(painter, now, i);
    painter.restore();
    paintLimit(painter, now);
    if (newestMs() == 0) {
        painter.setPen(Theme::colour(ColourRole::MutedText, palette()));
        painter.drawText(now.area, Qt::AlignCenter, tr("No data yet"));
    }
    if (m_crosshairMs)
        paintCrosshair(painter, now);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::colour(ColourRole::Accent, palette()), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), spacing::kCornerRadius, spacing::kCornerRadius);
    }
}

void LivePlot::paintHeader(QPainter &painter) const
{
    const QFont titleFont = Theme::font(TextRole::Subheading);
    const QFont captionFont = Theme::font(TextRole::Caption);
    const QFontMetrics title(titleFont);
    const QFontMetrics caption(captionFont);
    const int left = spacing::kTight;
    const int right = width() - spacing::kTight;
    painter.setFont(titleFont);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(left, 2, right - left, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     title.elidedText(m_title, Qt::ElideRight, (right - left) * 2 / 3));
    painter.setFont(captionFont);
    const QColor muted = Theme::colour(ColourRole::MutedText, palette());
    const QString state = m_crosshairMs ? timeText(*m_crosshairMs) : isPaused() ? tr("Paused") : QString();
    painter.setPen(muted);
    painter.drawText(QRect(left, 2, right - left, title.height()), Qt::AlignRight | Qt::AlignVCenter, state);

    int x = left;
    const int y = 2 + title.height() + 2;
    const qint64 time = m_crosshairMs.value_or(newestMs());
    // Where there is no room for all, the names count more than the values.
    int needed = left;
    for (const Series &series : m_series)
        needed += 18 + spacing::kTight + spacing::kMedium + caption.horizontalAdvance(series.name) +
                  caption.horizontalAdvance(formatPlotValue(888 * 1024.0, m_unit));
    const bool withValues = needed <= right;
    for (int i = 0; i < seriesCount() && x < right; ++i) {
        const Series &series = m_series[static_cast<std::size_t>(i)];
        const QString value = formatPlotValue(valueNear(series.data, time).value_or(kNoValue), m_unit);
        painter.setPen(QPen(Theme::seriesColour(i, palette()), 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(x + 2, y + caption.height() / 2, x + 12, y + caption.height() / 2);
        x += 18;
        painter.setPen(muted);
        painter.drawText(x, y + caption.ascent(), series.name);
        x += caption.horizontalAdvance(series.name) + 6;
        if (withValues) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(x, y + caption.ascent(), value);
            x += caption.horizontalAdvance(value);
        }
        x += withValues ? spacing::kLarge : spacing::kTight;
    }
}

void LivePlot::paintGrid(QPainter &painter, const Frame &frame) const
{
    const QColor grid = Theme::colour(ColourRole::PlotGrid, palette());
    const QColor muted = Theme::colour(ColourRole::MutedText, palette());
    painter.setFont(Theme::font(TextRole::Caption));
    const QFontMetrics metrics(painter.font());
    for (const double tick : frame.scale.ticks()) {
        const double y = std::round(frame.area.bottom() - tick / frame.scale.top * frame.area.height()) + 0.5;
        painter.setPen(grid);
        painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y));
        painter.setPen(muted);
        const QRectF label(0, y - metrics.height() / 2.0, frame.area.left() - spacing::kSmall, metrics.height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, formatPlotValue(tick, m_unit));
    }
    const qint64 seconds = m_window.count();
    const QString start = seconds % 60 == 0 ? tr("%1 min ago").arg(seconds / 60) : tr("%1 s ago").arg(seconds);
    const QRectF axis(frame.area.left(), frame.area.bottom() + spacing::kTight, frame.area.width(), metrics.height());
    painter.drawText(axis, Qt::AlignLeft, start);
    painter.drawText(axis, Qt::AlignRight, isPaused() ? timeText(frame.endMs) : tr("now"));
}

void LivePlot::paintSeries(QPainter &painter, const Frame &frame, int index) const
{
    const TimeSeries &samples = m_series[static_cast<std::size_t>(index)].data;
    const double perMs = frame.area.width() / static_cast<double>(frame.endMs - frame.beginMs);
    const auto yOf = [&](double value) {
        return frame.area.bottom() - qBound(0.0, value / frame.scale.top, 1.0) * frame.area.height();
    };
    QPainterPath path;
    Column column;
    bool joined = false;
    const auto flush = [&] {
        if (column.x < 0)
            return;
        const QPointF first(column.x, yOf(column.first));
        joined ? path.lineTo(first) : path.moveTo(first);
        if (column.low < column.high) {
            path.lineTo(column.x, yOf(column.low));
            path.lineTo(column.x, yOf(column.high));
            path.lineTo(column.x, yOf(column.last));
        } else if (!joined) {
            path.lineTo(first + QPointF(0.01, 0)); // a lone sample is a dot
        }
        joined = true;
        column.x = -1;
    };
    std::size_t at = samples.lowerBound(frame.beginMs);
    at = at > 0 ? at - 1 : at; // the line comes in from the left edge
    qint64 previousMs = 0;
    for (; at < samples.size() && samples.at(at).timeMs <= frame.endMs; ++at) {
        const Sample &sample = samples.at(at);
        if (std::isnan(sample.value) || (previousMs > 0 && sample.timeMs - previousMs > m_gapAfter.count())) {
            flush();
            joined = false;
        }
        previousMs = sample.timeMs;
        if (std::isnan(sample.value))
            continue;
        const int x =
            qMax(0, static_cast<int>(frame.area.left() + static_cast<double>(sample.timeMs - frame.beginMs) * perMs));
        if (x != column.x) {
            flush();
            column = {x, sample.value, sample.value, sample.value, sample.value};
        }
        column.last = sample.value;
        column.low = qMin(column.low, sample.value);
        column.high = qMax(column.high, sample.value);
    }
    flush();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::seriesColour(index, palette()), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void LivePlot::paintLimit(QPainter &painter, const Frame &frame) const
{
    if (!m_limit)
        return;
    const double y = std::round(frame.area.bottom() - *m_limit / frame.scale.top * frame.area.height()) + 0.5;
    const QColor colour = Theme::colour(ColourRole::Danger, palette());
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y));
    painter.setFont(Theme::font(TextRole::Caption));
    const QFontMetrics metrics(painter.font());
    // Beneath the line, where it cannot leave the plot.
    const QRectF place(frame.area.left(), y + 1, frame.area.width() - spacing::kTight, metrics.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, m_limitName);
}

void LivePlot::paintCrosshair(QPainter &painter, const Frame &frame) const
{
    const double share =
        static_cast<double>(*m_crosshairMs - frame.beginMs) / static_cast<double>(frame.endMs - frame.beginMs);
    if (share < 0 || share > 1)
        return;
    const double x = frame.area.left() + share * frame.area.width();
    painter.setPen(QPen(Theme::colour(ColourRole::MutedText, palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()));
    for (int i = 0; i < seriesCount(); ++i) {
        const double value = valueNear(m_series[static_cast<std::size_t>(i)].data, *m_crosshairMs).value_or(kNoValue);
        if (std::isnan(value))
            continue;
        painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
        painter.setBrush(Theme::seriesColour(i, palette()));
        painter.drawEllipse(QPointF(x, frame.area.bottom() - qMin(1.0, value / frame.scale.top) * frame.area.height()),
                            4, 4);
    }
}

} // namespace sparkler::gui
