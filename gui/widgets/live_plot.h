#pragma once

#include "widgets/plot_scale.h"
#include "widgets/time_series.h"

#include <QWidget>
#include <chrono>
#include <optional>
#include <vector>

namespace sparkler::gui {

/// Several series of one unit over the last minutes, with title, legend, scale and a crosshair.
///
/// Keys: Left/Right move the crosshair by a sample, Home/End to the edges, Escape hides it, Space pauses. A plot
/// without new samples repaints nothing. GUI thread.
class LivePlot : public QWidget {
    Q_OBJECT
public:
    LivePlot(const QString &title, PlotUnit unit, QWidget *parent = nullptr);

    /// Returns the index to append to. `capacity` is the number of samples kept (an hour at one a second by default).
    int addSeries(const QString &name, std::size_t capacity = 3700);
    int seriesCount() const { return static_cast<int>(m_series.size()); }
    /// A NaN value, or a silence longer than gapAfter(), breaks the line. A paused plot collects and shows it on
    /// resume.
    void append(int series, qint64 timeMs, double value);
    /// Many samples at once, oldest first, as by append().
    void fill(int series, std::span<const Sample> samples);
    const TimeSeries &series(int index) const { return m_series[static_cast<std::size_t>(index)].data; }
    void clear();

    /// Width of the time axis; it ends at the newest sample of all series.
    void setWindow(std::chrono::seconds window);
    std::chrono::seconds window() const { return m_window; }
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedAtMs.has_value(); }
    void setGapAfter(std::chrono::milliseconds gap);
    std::chrono::milliseconds gapAfter() const { return m_gapAfter; }

    /// A dashed line across the plot that belongs in the scale; nothing: none. `name` stands at the line.
    void setLimit(std::optional<double> value, const QString &name);
    std::optional<double> limit() const { return m_limit; }

    /// Top of the scale as drawn now.
    PlotScale scale() const;
    /// Time of the crosshair, if shown.
    std::optional<qint64> crosshairMs() const { return m_crosshairMs; }
    /// Title, then each series with its value at the crosshair or its last value; also the accessible description.
    QString valuesText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void windowChanged(std::chrono::seconds window);
    void pausedChanged(bool paused);
    void crosshairMoved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Series {
        QString name;
        TimeSeries data;
    };
    struct Frame {
        qint64 beginMs = 0;
        qint64 endMs = 0;
        PlotScale scale;
        QRectF area;
    };

    qint64 newestMs() const;
    Frame frame() const;
    QRectF plotArea() const;
    std::optional<double> valueNear(const TimeSeries &samples, qint64 timeMs) const;
    void moveCrosshair(std::optional<qint64> timeMs);
    void stepCrosshair(int direction);
    void paintHeader(QPainter &painter) const;
    void paintGrid(QPainter &painter, const Frame &frame) const;
    void paintSeries(QPainter &painter, const Frame &frame, int index) const;
    void paintLimit(QPainter &painter, const Frame &frame) const;
    void paintCrosshair(QPainter &painter, const Frame &frame) const;
    void refreshAccessibleText();

    QString m_title;
    PlotUnit m_unit;
    std::vector<Series> m_series;
    std::chrono::seconds m_window{60};
    std::chrono::milliseconds m_gapAfter{2500};
    std::optional<qint64> m_pausedAtMs;
    std::optional<qint64> m_crosshairMs;
    std::optional<double> m_limit;
    QString m_limitName;
};

} // namespace sparkler::gui
