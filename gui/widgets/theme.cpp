#include "widgets/theme.h"

#include "widgets/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>
#include <cmath>

namespace sparkler::gui {

namespace {

struct Shades {
    QRgb window, base, alternate, text, muted, disabled, button, mid, fieldBorder, cardBorder, grid, tip, tipText;
    QRgb fill, accent, success, warning, danger, info;
    QRgb series[6];
};

constexpr Shades kLight{
    .window = 0xfff4f5f8,
    .base = 0xffffffff,
    .alternate = 0xfff8f9fb,
    .text = 0xff1a2030,
    .muted = 0xff596273,
    .disabled = 0xff9aa2b1,
    .button = 0xffffffff,
    .mid = 0xffc9cfd9,
    .fieldBorder = 0xff808999,
    .cardBorder = 0xffe1e5eb,
    .grid = 0xffe6e9ef,
    .tip = 0xff242a38,
    .tipText = 0xfff4f6fa,
    .fill = 0xff3a57d6,
    .accent = 0xff3a57d6,
    .success = 0xff16743c,
    .warning = 0xff8a5300,
    .danger = 0xffc0272d,
    .info = 0xff1463b3,
    .series = {0xff3a57d6, 0xffc2510c, 0xff16803f, 0xff8b3fc9, 0xff0c7a85, 0xffb0245f},
};
constexpr Shades kDark{
    .window = 0xff191c22,
    .base = 0xff20242c,
    .alternate = 0xff252a33,
    .text = 0xffe7eaf0,
    .muted = 0xffa1abbc,
    .disabled = 0xff69717f,
    .button = 0xff2a303a,
    .mid = 0xff3b424f,
    .fieldBorder = 0xff717b8c,
    .cardBorder = 0xff323843,
    .grid = 0xff313742,
    .tip = 0xff39404d,
    .tipText = 0xfff1f3f7,
    .fill = 0xff4661da,
    .accent = 0xff8fa6ff,
    .success = 0xff63cd86,
    .warning = 0xffeab551,
    .danger = 0xffff8d85,
    .info = 0xff78b8ff,
    .series = {0xff8fa6ff, 0xffff9f60, 0xff6dd58c, 0xffcb9fff, 0xff4fd0da, 0xffff87b5},
};

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Moves the lightness of a chosen accent until it can be read as text on the window. The light one is also dark enough
/// to carry white text.
QColor readableAccent(QColor accent, const Shades &shades, bool dark)
{
    for (int step = 0; step < 100 && (Theme::contrast(accent, QColor(shades.window)) < 4.5 ||
                                      Theme::contrast(accent, QColor(shades.base)) < 4.5);
         ++step) {
        float hue = 0;
        float saturation = 0;
        float lightness = 0;
        accent.getHslF(&hue, &saturation, &lightness);
        accent = QColor::fromHslF(qMax(hue, 0.0F), saturation, qBound(0.0F, lightness + (dark ? 0.01F : -0.01F), 1.0F));
    }
    return accent;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent), m_application(application), m_systemIsDark(isDark(QApplication::palette()))
{
}

void Theme::apply(ThemeMode mode)
{
    m_mode = mode;
    m_dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && m_systemIsDark);
    if (!qobject_cast<Style *>(m_application.style()))
        QApplication::setStyle(new Style);
    const QPalette chosen = palette(m_dark, m_accent);
    QApplication::setPalette(chosen);
    QToolTip::setPalette(chosen);
    emit changed();
}

void Theme::setAccent(const QColor &accent)
{
    m_accent = accent;
    apply(m_mode);
}

QPalette Theme::palette(bool dark, const QColor &accent)
{
    const Shades &shades = dark ? kDark : kLight;
    const QColor ink = accent.isValid() ? readableAccent(accent.toRgb(), shades, dark) : QColor(shades.accent);
    const QColor highlight = accent.isValid() ? readableAccent(accent.toRgb(), kLight, false) : QColor(shades.fill);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(shades.window));
    palette.setColor(QPalette::WindowText, QColor(shades.text));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Text, QColor(shades.text));
    palette.setColor(QPalette::PlaceholderText, QColor(shades.muted));
    palette.setColor(QPalette::Button, QColor(shades.button));
    palette.setColor(QPalette::ButtonText, QColor(shades.text));
    palette.setColor(QPalette::BrightText, QColor(shades.danger));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.tip));
    palette.setColor(QPalette::ToolTipText, QColor(shades.tipText));
    palette.setColor(QPalette::Light, QColor(dark ? 0xff39404c : 0xffffffff));
    palette.setColor(QPalette::Midlight, QColor(dark ? 0xff2f3540 : 0xffeceff3));
    palette.setColor(QPalette::Mid, QColor(shades.mid));
    palette.setColor(QPalette::Dark, QColor(dark ? 0xff14171c : 0xffaeb6c2));
    palette.setColor(QPalette::Shadow, QColor(dark ? 0xff0d0f12 : 0xff7a8290));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, QColor(Qt::white));
    palette.setColor(QPalette::Link, ink);
    palette.setColor(QPalette::LinkVisited, QColor(shades.series[3]));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(shades.text));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(shades.window));
    return palette;
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F;
}

QColor Theme::colour(ColourRole role, const QPalette &palette)
{
    const Shades &shades = isDark(palette) ? kDark : kLight;
    switch (role) {
    case ColourRole::Accent:
        return palette.color(QPalette::Active, QPalette::Link);
    case ColourRole::Success:
        return QColor(shades.success);
    case ColourRole::Warning:
        return QColor(shades.warning);
    case ColourRole::Danger:
        return QColor(shades.danger);
    case ColourRole::Info:
        return QColor(shades.info);
    case ColourRole::MutedText:
        return QColor(shades.muted);
    case ColourRole::CardBackground:
        return palette.color(QPalette::Active, QPalette::Base);
    case ColourRole::CardBorder:
        return QColor(shades.cardBorder);
    case ColourRole::FieldBorder:
        return QColor(shades.fieldBorder);
    case ColourRole::PlotGrid:
        return QColor(shades.grid);
    case ColourRole::Series1:
    case ColourRole::Series2:
    case ColourRole::Series3:
    case ColourRole::Series4:
    case ColourRole::Series5:
    case ColourRole::Series6:
        return QColor(shades.series[static_cast<int>(role) - static_cast<int>(ColourRole::Series1)]);
    }
    Q_UNREACHABLE();
}

QColor Theme::seriesColour(int index, const QPalette &palette)
{
    return colour(static_cast<ColourRole>(static_cast<int>(ColourRole::Series1) + index % 6), palette);
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QFont Theme::font(TextRole role)
{
    QFont font = QApplication::font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    switch (role) {
    case TextRole::Title:
        font.setPointSizeF(size * 1.6);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        font.setPointSizeF(size * 1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Subheading:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Body:
        break;
    case TextRole::Caption:
        font.setPointSizeF(size * 0.92);
        break;
    case TextRole::Monospace:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(size * 0.96);
        break;
    }
    return font;
}

} // namespace sparkler::gui
