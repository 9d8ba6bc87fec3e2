#pragma once

#include "widgets/theme.h"

#include <QWidget>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace sparkler::gui {

struct SparklineStyle {
    QColor line;
    std::optional<double> maximum; ///< fixed top of the scale; otherwise the largest value
};

/// Draws values, oldest first, into `rect` from 0 upwards; NaN leaves a gap. For delegates as well.
void paintSparkline(QPainter &painter, const QRectF &rect, std::span<const double> values, const SparklineStyle &style);

/// A line of recent values without axes. Not focusable; the accessible description tells the newest value.
class Sparkline : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setValues(std::vector<double> values);
    const std::vector<double> &values() const { return m_values; }
    void setMaximum(std::optional<double> maximum);
    void setColourRole(ColourRole role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
    std::optional<double> m_maximum;
    ColourRole m_role = ColourRole::Series1;
};

} // namespace sparkler::gui
