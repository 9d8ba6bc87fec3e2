#include "widgets/style_parts.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QWidget>

namespace sparkler::gui {

namespace {

QColor blend(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

QColor indicatorFill(const QStyleOption *option, bool on)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const QPalette &palette = option->palette;
    if (on)
        return enabled ? palette.color(QPalette::Active, QPalette::Highlight) : palette.color(QPalette::Mid);
    return palette.color(enabled ? QPalette::Base : QPalette::Window);
}

QColor indicatorEdge(const QStyleOption *option, bool on)
{
    if (!(option->state & QStyle::State_Enabled))
        return option->palette.color(QPalette::Mid);
    const bool hovered = option->state & QStyle::State_MouseOver;
    return on ? indicatorFill(option, true)
              : Theme::colour(hovered ? ColourRole::Accent : ColourRole::FieldBorder, option->palette);
}

QRectF indicatorRect(const QStyleOption *option)
{
    QRectF rect(0, 0, kIndicatorSize - 2, kIndicatorSize - 2);
    rect.moveCenter(QRectF(option->rect).center());
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), spacing::kCornerRadius - 1,
                             spacing::kCornerRadius - 1);
    painter->restore();
}

void drawSlider(const QStyleOptionSlider *slider, const QRect &handle, QPainter *painter)
{
    constexpr int kGroove = 4;
    const bool enabled = slider->state & QStyle::State_Enabled;
    const QColor edge = Theme::colour(ColourRole::FieldBorder, slider->palette);
    const QColor filled = indicatorFill(slider, true);
    QRect groove(0, 0, slider->rect.width() - handle.width(), kGroove);
    groove.moveCenter(slider->rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(enabled ? edge : slider->palette.color(QPalette::Mid));
    painter->drawRoundedRect(groove, kGroove / 2.0, kGroove / 2.0);
    QRect done = groove;
    if (slider->upsideDown)
        done.setLeft(handle.center().x());
    else
        done.setRight(handle.center().x());
    painter->setBrush(filled);
    painter->drawRoundedRect(done, kGroove / 2.0, kGroove / 2.0);
    // Large enough to be grasped, and to see where the focus is.
    const bool focus = slider->state & QStyle::State_HasFocus;
    QRectF knob(0, 0, kIndicatorSize - 2, kIndicatorSize - 2);
    knob.moveCenter(QRectF(handle).center());
    painter->setBrush(enabled ? slider->palette.color(QPalette::Base) : slider->palette.color(QPalette::Window));
    const bool active = slider->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->setPen(QPen(focus || active ? Theme::colour(ColourRole::Accent, slider->palette)
                         : enabled       ? edge
                                         : slider->palette.color(QPalette::Mid),
                         focus ? 3 : 1.5));
    painter->drawEllipse(knob.adjusted(1, 1, -1, -1));
    painter->restore();
}

void drawPushButton(const QStyleOption *option, QPainter *painter, ButtonKind kind)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    QColor fill = palette.color(QPalette::Active, QPalette::Button);
    QColor edge = Theme::colour(ColourRole::FieldBorder, palette);
    if (kind == ButtonKind::Primary && enabled) {
        fill = palette.color(QPalette::Active, QPalette::Highlight);
        edge = fill;
    } else if (kind == ButtonKind::Danger && enabled) {
        edge = Theme::colour(ColourRole::Danger, palette);
    }
    const QColor ink = kind == ButtonKind::Danger ? Theme::colour(ColourRole::Danger, palette)
                                                  : palette.color(QPalette::Active, QPalette::ButtonText);
    if (down)
        fill = blend(fill, ink, 0.14);
    else if (hovered)
        fill = blend(fill, ink, 0.06);
    if (!enabled) {
        fill = palette.color(QPalette::Window);
        edge = palette.color(QPalette::Mid);
    }
    drawRounded(painter, option->rect, fill, edge);
    if (option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange) {
        const QColor ring = kind == ButtonKind::Primary ? palette.color(QPalette::Active, QPalette::HighlightedText)
                                                        : Theme::colour(ColourRole::Accent, palette);
        drawRounded(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent, ring, 1.5);
    }
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const QColor ink = palette.color(QPalette::Active, QPalette::WindowText);
    QColor fill = Qt::transparent;
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        fill = QColor(ink.red(), ink.green(), ink.blue(), 36);
    else if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled)
        fill = QColor(ink.red(), ink.green(), ink.blue(), 18);
    if (fill.alpha() > 0)
        drawRounded(painter, option->rect, fill, {});
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool focused = option->state & QStyle::State_HasFocus;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor edge = focused   ? Theme::colour(ColourRole::Accent, palette)
                        : enabled ? Theme::colour(ColourRole::FieldBorder, palette)
                                  : palette.color(QPalette::Mid);
    drawRounded(painter, option->rect, palette.color(enabled ? QPalette::Base : QPalette::Window), edge,
                focused ? 2 : 1);
}

void drawArrow(QPainter *painter, const QRect &rect, bool up, const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = QRectF(rect).center();
    const double rise = up ? 1.8 : -1.8;
    painter->drawPolyline(
        QPolygonF{centre + QPointF(-3.5, rise), centre - QPointF(0, rise), centre + QPointF(3.5, rise)});
    painter->restore();
}

void drawCheck(const QStyleOption *option, QPainter *painter)
{
    const bool partly = option->state & QStyle::State_NoChange;
    const bool on = partly || option->state & QStyle::State_On;
    const QRectF rect = indicatorRect(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(indicatorEdge(option, on));
    painter->setBrush(indicatorFill(option, on));
    painter->drawRoundedRect(rect, 4, 4);
    painter->setPen(QPen(option->palette.color(QPalette::Active, QPalette::HighlightedText), 1.8, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = rect.center();
    if (partly)
        painter->drawLine(centre - QPointF(3.5, 0), centre + QPointF(3.5, 0));
    else if (on)
        painter->drawPolyline(
            QPolygonF{centre + QPointF(-3.6, 0.2), centre + QPointF(-1.1, 2.9), centre + QPointF(3.8, -2.7)});
    painter->restore();
}

void drawRadio(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & QStyle::State_On;
    const QRectF rect = indicatorRect(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(indicatorEdge(option, on));
    painter->setBrush(indicatorFill(option, on));
    painter->drawEllipse(rect);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.color(QPalette::Active, QPalette::HighlightedText));
        painter->drawEllipse(rect.center(), 3, 3);
    }
    painter->restore();
}

void drawTab(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool selected = option->state & QStyle::State_Selected;
    const bool vertical = option->rect.height() > 2 * option->rect.width();
    if (!selected && option->state & QStyle::State_MouseOver) {
        QColor tint = palette.color(QPalette::WindowText);
        tint.setAlpha(14);
        drawRounded(painter, option->rect.adjusted(2, 3, -2, -4), tint, {});
    }
    if (selected) {
        const QRect &rect = option->rect;
        const QRect line = vertical ? QRect(rect.right() - 2, rect.top() + 6, 3, rect.height() - 12)
                                    : QRect(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3);
        painter->fillRect(line, Theme::colour(ColourRole::Accent, palette));
    }
}

void drawHeader(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::AlternateBase));
    if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled) {
        QColor tint = palette.color(QPalette::WindowText);
        tint.setAlpha(12);
        painter->fillRect(option->rect, tint);
    }
    painter->setPen(Theme::colour(ColourRole::CardBorder, palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && header->position != QStyleOptionHeader::End && header->position != QStyleOptionHeader::OnlyOneSection)
        painter->drawLine(option->rect.topRight() + QPoint(0, 7), option->rect.bottomRight() - QPoint(0, 7));
}

void drawScrollBar(const QStyleOptionSlider *bar, QRect slider, QPainter *painter)
{
    if (bar->minimum == bar->maximum)
        return;
    const bool active = bar->state & QStyle::State_MouseOver || bar->activeSubControls & QStyle::SC_ScrollBarSlider;
    QColor colour = Theme::colour(ColourRole::FieldBorder, bar->palette);
    if (active)
        colour = blend(colour, bar->palette.color(QPalette::WindowText), 0.35);
    const int across = active ? 2 : 3;
    slider = bar->orientation == Qt::Vertical ? slider.adjusted(across, 2, -across, -2)
                                              : slider.adjusted(2, across, -2, -across);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const double radius = qMin(slider.width(), slider.height()) / 2.0;
    painter->drawRoundedRect(slider, radius, radius);
    painter->restore();
}

QRect scrollBarRect(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool vertical = bar->orientation == Qt::Vertical;
    const QRect &rect = bar->rect;
    const int length = vertical ? rect.height() : rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int size = length;
    if (range > 0)
        size = qBound(qMin(32, length), static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                      length);
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size,
                                                      bar->upsideDown);
    const auto section = [&](int from, int extent) {
        return vertical ? QRect(rect.left(), rect.top() + from, rect.width(), extent)
                        : QRect(rect.left() + from, rect.top(), extent, rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSlider:
        return section(start, size);
    case QStyle::SC_ScrollBarSubPage:
        return section(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return section(start + size, length - start - size);
    default:
        return {};
    }
}

void drawToolBar(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->setPen(Theme::colour(ColourRole::CardBorder, option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawMenuBarItem(const QStyleOptionMenuItem *item, QPainter *painter, const QStyle *style)
{
    painter->fillRect(item->rect, item->palette.color(QPalette::Window));
    if (item->state & QStyle::State_Selected && item->state & QStyle::State_Enabled) {
        QColor tint = item->palette.color(QPalette::WindowText);
        tint.setAlpha(26);
        drawRounded(painter, item->rect.adjusted(0, 1, 0, -1), tint, {});
    }
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    style->drawItemText(painter, item->rect, flags, item->palette, item->state & QStyle::State_Enabled, item->text,
                        QPalette::WindowText);
}

void drawProgressGroove(const QStyleOption *option, QPainter *painter)
{
    drawRounded(painter, option->rect, option->palette.color(QPalette::Base),
                Theme::colour(ColourRole::FieldBorder, option->palette));
}

void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter)
{
    const double share = double(bar->progress - bar->minimum) / (double(bar->maximum) - bar->minimum);
    const QRect inner = bar->rect.adjusted(1, 1, -1, -1);
    QRect done = inner;
    done.setWidth(qBound(0, qRound(inner.width() * share), inner.width()));
    if (done.width() < 2)
        return;
    const bool fromRight = (bar->direction == Qt::RightToLeft) != bar->invertedAppearance;
    if (fromRight)
        done.moveRight(inner.right());
    drawRounded(painter, done, bar->palette.color(QPalette::Active, QPalette::Highlight), {});
}

} // namespace sparkler::gui
