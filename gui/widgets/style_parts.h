#pragma once

#include "widgets/style.h"

#include <QColor>
#include <QStyleOption>

class QPainter;

namespace sparkler::gui {

inline constexpr int kIndicatorSize = 18;

// How Style draws single controls. Colours come from the option's palette.
void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, double width = 1);
void drawPushButton(const QStyleOption *option, QPainter *painter, ButtonKind kind);
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawField(const QStyleOption *option, QPainter *painter);
void drawArrow(QPainter *painter, const QRect &rect, bool up, const QColor &colour);
void drawCheck(const QStyleOption *option, QPainter *painter);
void drawRadio(const QStyleOption *option, QPainter *painter);
void drawTab(const QStyleOption *option, QPainter *painter);
void drawHeader(const QStyleOption *option, QPainter *painter);
void drawToolBar(const QStyleOption *option, QPainter *painter);
void drawMenuBarItem(const QStyleOptionMenuItem *item, QPainter *painter, const QStyle *style);
void drawProgressGroove(const QStyleOption *option, QPainter *painter);
/// Horizontal bars with a known end.
void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter);
void drawScrollBar(const QStyleOptionSlider *bar, QRect slider, QPainter *painter);
/// A horizontal slider; `handle` is where its handle is.
void drawSlider(const QStyleOptionSlider *slider, const QRect &handle, QPainter *painter);
/// Without arrow buttons: the slider has the whole groove. Left-to-right coordinates.
QRect scrollBarRect(const QStyleOptionSlider *bar, QStyle::SubControl part);

} // namespace sparkler::gui
