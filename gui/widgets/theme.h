#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace sparkler::gui {

enum class ThemeMode { System, Light, Dark };

/// A colour by meaning. Text roles reach a contrast of 4.5 : 1 on Window and Base, plot series and borders of inputs 3
/// : 1.
enum class ColourRole {
    Accent, ///< text, lines and focus rings; areas are filled with the palette's Highlight
    Success,
    Warning,
    Danger,
    Info,
    MutedText,
    CardBackground,
    CardBorder,  ///< decoration only: hairlines round cards and between rows
    FieldBorder, ///< edge of something that can be typed into or pressed
    PlotGrid,    ///< decoration only
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
};

enum class TextRole { Title, Heading, Subheading, Body, Caption, Monospace };

/// Distances in device-independent pixels. Use these rather than numbers.
namespace spacing {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kXLarge = 24;
inline constexpr int kSection = 32;
inline constexpr int kCornerRadius = 6;
inline constexpr int kContentWidth = 880; ///< reading width of a page column
} // namespace spacing

/// Gives the application its style, palette and fonts. One object, owned by the application, GUI thread.
///
/// Widgets need no reference to it: they take colours from their palette, or from colour(role, palette()), and repaint
/// on QEvent::PaletteChange.
class Theme : public QObject {
    Q_OBJECT
public:
    /// Remembers whether the desktop's palette was dark; nothing is changed before apply().
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    /// Installs style, palette and fonts. System follows the lightness of the desktop's palette at construction.
    void apply(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }

    /// An invalid colour goes back to the default accent. The shade is moved until text in it is readable.
    void setAccent(const QColor &accent);

    static QPalette palette(bool dark, const QColor &accent = {});
    static bool isDark(const QPalette &palette);
    static QColor colour(ColourRole role, const QPalette &palette);
    /// `index` counts from 0 and wraps after six.
    static QColor seriesColour(int index, const QPalette &palette);
    /// WCAG 2 contrast of two opaque colours, 1 to 21.
    static double contrast(const QColor &a, const QColor &b);
    /// Sized relative to the application's font.
    static QFont font(TextRole role);

signals:
    void changed();

private:
    QApplication &m_application;
    bool m_systemIsDark;
    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = false;
    QColor m_accent;
};

} // namespace sparkler::gui
