#include "widgets/plot_scale.h"

#include "text/human_units.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace sparkler::gui {

namespace {

bool countsBytes(PlotUnit unit)
{
    return unit == PlotUnit::Bytes || unit == PlotUnit::BytesPerSecond;
}

/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("sparkler::gui::PlotScale", text);
}

} // namespace

std::vector<double> PlotScale::ticks() const
{
    std::vector<double> values;
    const int count = static_cast<int>(std::lround(top / step));
    for (int i = 0; i <= count; ++i)
        values.push_back(i * step);
    return values;
}

PlotScale plotScale(double largest, PlotUnit unit, int maxTicks)
{
    if (unit == PlotUnit::Percent && !(largest > 100))
        return {100, 25};
    if (!(largest > 0) || !std::isfinite(largest))
        largest = countsBytes(unit) ? static_cast<double>(kKiB) : 1;
    const double least = largest / maxTicks;
    double step = 0;
    if (countsBytes(unit)) {
        double power = 1;
        while (least > power * 512)
            power *= 1024;
        step = qMax(1.0, std::pow(2.0, std::ceil(std::log2(least / power) - 1e-9))) * power;
    } else {
        step = roundStep(least);
    }
    return {std::ceil(largest / step - 1e-9) * step, step};
}

QString formatPlotValue(double value, PlotUnit unit)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    switch (unit) {
    case PlotUnit::Count:
        return formatCount(value);
    case PlotUnit::Percent:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 %"))
            .arg(QLocale().toString(value, 'f', value > 0 && value < 9.95 && value != std::floor(value) ? 1 : 0));
    case PlotUnit::Bytes:
        return formatByteSize(value);
    case PlotUnit::BytesPerSecond:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1/s")).arg(formatByteSize(value));
    case PlotUnit::OperationsPerSecond: {
        const QString count = formatCount(value);
        const bool shortened = count.back().isLetter();
        return translated(shortened ? QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1/s")
                                    : QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 /s"))
            .arg(count);
    }
    case PlotUnit::Milliseconds:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 ms")).arg(formatCount(value));
    case PlotUnit::Microseconds:
        if (value >= 1e6 * 0.9995)
            return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 s")).arg(formatCount(value / 1e6));
        if (value >= 1e3 * 0.9995)
            return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 ms")).arg(formatCount(value / 1e3));
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::PlotScale", "%1 µs")).arg(formatCount(value));
    }
    Q_UNREACHABLE();
}

} // namespace sparkler::gui
