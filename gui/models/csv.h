#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace sparkler::gui {

/// One column of numbers over time. `times` are milliseconds since 1970 UTC in rising order, as many as values.
struct CsvColumn {
    QString name;
    std::vector<qint64> times;
    std::vector<double> values; ///< NaN: an empty cell
};

/// One line as RFC 4180 has it, with its CR LF.
QByteArray csvLine(const QStringList &cells);
/// A header ("time" and the names), then one line for each time of any column, with ISO 8601 times in UTC. Cells of
/// columns without a value at that time are empty. Numbers have a full stop. Any thread.
QByteArray csvDocument(const std::vector<CsvColumn> &columns);

} // namespace sparkler::gui
