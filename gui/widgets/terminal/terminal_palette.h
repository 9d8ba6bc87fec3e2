#pragma once

#include "widgets/terminal/terminal_types.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace sparkler::gui {

/// What the guest's colour names look like on this desktop: 16 colours of our own for light and for dark, the usual
/// cube and grey ramp above them, true colour as it comes.
class TerminalPalette {
public:
    /// The set that fits the widget palette: Base and Text are the default colours, their lightness picks the set.
    static TerminalPalette fromWidgetPalette(const QPalette &palette);

    bool isDark() const { return m_dark; }
    QColor defaultForeground() const { return m_foreground; }
    QColor defaultBackground() const { return m_background; }

    struct Pair {
        QColor foreground;
        QColor background;
    };
    /// The colours to draw `style` with; reverse is applied. A named colour that would be unreadable on its background
    /// is moved towards black or white; colours the guest gave in full are left alone.
    Pair resolve(const TerminalStyle &style) const;

    /// WCAG contrast of two colours, 1 to 21.
    static double contrast(const QColor &a, const QColor &b);

private:
    using Named = std::array<QColor, 16>;
    static QColor colour(const TerminalColor &name, const QColor &byDefault, const Named &named);

    Named m_inks;
    Named m_grounds; // deeper than the inks on dark, so that light text on them stays light
    QColor m_foreground;
    QColor m_background;
    bool m_dark = false;
};

} // namespace sparkler::gui
