#include "widgets/terminal/terminal_palette.h"

#include <algorithm>
#include <cmath>

namespace sparkler::gui {

namespace {

constexpr double kReadable = 4.0;

constexpr std::array<QRgb, 16> kLight{
    0xff24292f, 0xffb42318, 0xff1a7f37, 0xff8a6100, 0xff0b5cad, 0xff8636a3, 0xff0b7285, 0xffc4cad1,
    0xff59636e, 0xffd92d20, 0xff16883a, 0xffa06a00, 0xff1570d1, 0xffa045bd, 0xff0c8599, 0xffeef1f4,
};
constexpr std::array<QRgb, 16> kDark{
    0xff30363d, 0xfff47067, 0xff6bc46d, 0xffd9a944, 0xff6cb6ff, 0xffd08ee8, 0xff5cc8d0, 0xffc9d1d9,
    0xff7d8793, 0xffff938a, 0xff8ddb8c, 0xfff0c665, 0xff96d0ff, 0xffe2b1f5, 0xff86e0e6, 0xffffffff,
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(static_cast<double>(colour.redF())) + 0.7152 * linear(static_cast<double>(colour.greenF())) +
           0.0722 * linear(static_cast<double>(colour.blueF()));
}

QColor blend(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

QColor readableOn(const QColor &foreground, const QColor &background)
{
    const QColor goal = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    QColor moved = foreground;
    for (int step = 1; step <= 10 && TerminalPalette::contrast(moved, background) < kReadable; ++step)
        moved = blend(foreground, goal, step / 10.0);
    return moved;
}

} // namespace

double TerminalPalette::contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

TerminalPalette TerminalPalette::fromWidgetPalette(const QPalette &palette)
{
    TerminalPalette made;
    made.m_background = palette.color(QPalette::Base);
    made.m_foreground = palette.color(QPalette::Text);
    made.m_dark = luminance(made.m_background) < luminance(made.m_foreground);
    std::ranges::transform(made.m_dark ? kDark : kLight, made.m_inks.begin(), [](QRgb rgb) { return QColor(rgb); });
    std::ranges::transform(kLight, made.m_grounds.begin(), [](QRgb rgb) { return QColor(rgb); });
    for (const std::size_t grey : {0u, 7u, 8u, 15u})
        made.m_grounds[grey] = made.m_inks[grey];
    return made;
}

QColor TerminalPalette::colour(const TerminalColor &name, const QColor &byDefault, const Named &named)
{
    if (name.kind == TerminalColor::Kind::Default)
        return byDefault;
    if (name.kind == TerminalColor::Kind::Rgb)
        return {name.red, name.green, name.blue};
    const int index = name.red;
    if (index < 16)
        return named[static_cast<std::size_t>(index)];
    if (index >= 232) {
        const int grey = 8 + 10 * (index - 232);
        return {grey, grey, grey};
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    const int cube = index - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

TerminalPalette::Pair TerminalPalette::resolve(const TerminalStyle &style) const
{
    const TerminalColor &ink = style.reverse ? style.background : style.foreground;
    const TerminalColor &ground = style.reverse ? style.foreground : style.background;
    Pair pair{colour(ink, style.reverse ? m_background : m_foreground, m_inks),
              colour(ground, style.reverse ? m_foreground : m_background, m_grounds)};
    const bool named =
        ink.kind != TerminalColor::Kind::Rgb && (ink.kind == TerminalColor::Kind::Default || ink.red < 16);
    const bool hidden = ink == ground && ink.kind != TerminalColor::Kind::Default;
    if (hidden)
        pair.foreground = pair.background;
    else if (named)
        pair.foreground = readableOn(pair.foreground, pair.background);
    return pair;
}

} // namespace sparkler::gui
