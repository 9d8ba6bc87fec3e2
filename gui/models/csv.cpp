#include "models/csv.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool quoted =
        std::any_of(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
    return quoted ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

QByteArray number(double value)
{
    constexpr double kExact = 9007199254740992.0; // integers up to 2^53 are doubles
    if (std::isnan(value))
        return {};
    return std::abs(value) <= kExact && value == std::floor(value) ? QByteArray::number(static_cast<qint64>(value))
                                                                   : QByteArray::number(value, 'g', 15);
}

std::vector<qint64> allTimes(const std::vector<CsvColumn> &columns)
{
    std::vector<qint64> all;
    for (const CsvColumn &column : columns)
        all.insert(all.end(), column.times.begin(), column.times.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QByteArrayList parts;
    for (const QString &text : cells)
        parts.append(cell(text));
    return parts.join(',') + "\r\n";
}

QByteArray csvDocument(const std::vector<CsvColumn> &columns)
{
    QStringList header{u"time"_s};
    for (const CsvColumn &column : columns)
        header.append(column.name);
    QByteArray document = csvLine(header);
    std::vector<std::size_t> next(columns.size(), 0);
    for (const qint64 ms : allTimes(columns)) {
        document += QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            document += ',';
            std::size_t &at = next[i];
            if (at < columns[i].times.size() && columns[i].times[at] == ms)
                document += number(columns[i].values[at++]);
        }
        document += "\r\n";
    }
    return document;
}

} // namespace sparkler::gui
