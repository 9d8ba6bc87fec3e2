#include "text/human_units.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace sparkler::gui {

namespace {

struct Unit {
    char letter;
    const char *name;
    quint64 bytes;
};
constexpr std::array kUnits{Unit{'T', "TiB", kTiB}, Unit{'G', "GiB", kGiB}, Unit{'M', "MiB", kMiB},
                            Unit{'K', "KiB", kKiB}};

/// "", "b", "k", "kb", "kib" and so on to the number of bytes; 0 when it is no unit.
quint64 unitBytes(QStringView unit, quint64 bareUnit)
{
    if (unit.isEmpty())
        return bareUnit;
    if (unit.compare(QLatin1StringView("B"), Qt::CaseInsensitive) == 0)
        return 1;
    for (const Unit &known : kUnits) {
        if (unit.front().toUpper() != QLatin1Char(known.letter))
            continue;
        const QStringView rest = unit.mid(1);
        if (rest.isEmpty() || rest.compare(QLatin1StringView("B"), Qt::CaseInsensitive) == 0 ||
            rest.compare(QLatin1StringView("iB"), Qt::CaseInsensitive) == 0)
            return known.bytes;
    }
    return 0;
}

/// Digits with at most one decimal point times `unit`, exactly. Long double would lose the last bits of large counts.
std::optional<quint64> multiply(const QString &number, quint64 unit)
{
    const qsizetype point = number.indexOf(u'.');
    const QString whole = point < 0 ? number : number.left(point);
    QString fraction = point < 0 ? QString() : number.mid(point + 1);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if ((whole.isEmpty() && fraction.isEmpty()) || fraction.size() > 18)
        return std::nullopt;
    quint64 result = 0;
    bool ok = true;
    if (!whole.isEmpty()) {
        const quint64 count = whole.toULongLong(&ok);
        if (!ok || __builtin_mul_overflow(count, unit, &result))
            return std::nullopt;
    }
    if (!fraction.isEmpty()) {
        WideCount numerator = fraction.toULongLong(&ok);
        WideCount denominator = 1;
        for (qsizetype i = 0; i < fraction.size(); ++i)
            denominator *= 10;
        numerator *= unit;
        if (!ok || numerator % denominator != 0 ||
            __builtin_add_overflow(result, static_cast<quint64>(numerator / denominator), &result))
            return std::nullopt;
    }
    return result;
}

QString threeDigits(double value)
{
    const int decimals = value >= 99.95 || value == std::floor(value) ? 0 : value >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

std::optional<quint64> parseByteSize(QStringView text, quint64 bareUnit)
{
    const QLocale locale;
    QString number;
    qsizetype at = 0;
    const QString trimmed = text.trimmed().toString();
    for (; at < trimmed.size(); ++at) {
        const QChar c = trimmed.at(at);
        if (c >= u'0' && c <= u'9')
            number += c;
        else if ((c == u'.' || QString(c) == locale.decimalPoint()) && !number.contains(u'.'))
            number += u'.';
        else
            break;
    }
    const quint64 unit = unitBytes(QStringView(trimmed).mid(at).trimmed(), bareUnit);
    if (unit == 0)
        return std::nullopt;
    return multiply(number, unit);
}

QString formatByteSizeExact(quint64 bytes)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    for (const Unit &unit : kUnits) {
        if (bytes < unit.bytes)
            continue;
        // Up to three decimals, and only when they say it all.
        for (int decimals = 0, scale = 1; decimals <= 3; ++decimals, scale *= 10) {
            const quint64 rest = bytes % unit.bytes;
            if (rest * static_cast<quint64>(scale) % unit.bytes != 0)
                continue;
            QString number = locale.toString(bytes / unit.bytes);
            if (decimals > 0)
                number +=
                    locale.decimalPoint() +
                    QString::number(rest * static_cast<quint64>(scale) / unit.bytes).rightJustified(decimals, u'0');
            return number + u' ' + QLatin1StringView(unit.name);
        }
    }
    return locale.toString(bytes) + QStringLiteral(" B");
}

QString formatByteSize(double bytes)
{
    for (const Unit &unit : kUnits) {
        // 1023.6 KiB would be shown as 1024: the next unit is nicer from there on.
        if (bytes >= static_cast<double>(unit.bytes) * 0.9995)
            return threeDigits(bytes / static_cast<double>(unit.bytes)) + u' ' + QLatin1StringView(unit.name);
    }
    return threeDigits(bytes) + QStringLiteral(" B");
}

QString formatCount(double count)
{
    for (const auto &[limit, letter] : {std::pair{1e9, 'G'}, std::pair{1e6, 'M'}, std::pair{1e3, 'k'}}) {
        if (count >= limit * 0.9995)
            return threeDigits(count / limit) + QStringLiteral(" ") + QLatin1Char(letter);
    }
    return threeDigits(count);
}

} // namespace sparkler::gui
