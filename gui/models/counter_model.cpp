#include "models/counter_model.h"

#include <QLocale>

namespace sparkler::gui {

void CounterModel::update(const CounterRates &rates)
{
    // Both sides are ordered by name: one walk removes, inserts and updates.
    int row = 0;
    const Counters &totals = rates.totals();
    for (auto it = totals.constBegin(); it != totals.constEnd(); ++it) {
        while (row < rowCount() && m_rows[static_cast<std::size_t>(row)].name < it.key()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
        if (row < rowCount() && m_rows[static_cast<std::size_t>(row)].name == it.key()) {
            updateRow(row, *it, rates.rate(it.key()));
        } else {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, Row{it.key(), *it, rates.rate(it.key())});
            endInsertRows();
        }
        ++row;
    }
    if (row < rowCount()) {
        beginRemoveRows({}, row, rowCount() - 1);
        m_rows.erase(m_rows.begin() + row, m_rows.end());
        endRemoveRows();
    }
}

void CounterModel::updateRow(int row, qint64 total, std::optional<double> rate)
{
    Row &known = m_rows[static_cast<std::size_t>(row)];
    const bool totalChanged = known.total != total;
    const bool rateChanged = known.rate != rate;
    known.total = total;
    known.rate = rate;
    if (totalChanged || rateChanged)
        emit dataChanged(index(row, totalChanged ? TotalColumn : RateColumn),
                         index(row, rateChanged ? RateColumn : TotalColumn), {Qt::DisplayRole, SortRole});
}

void CounterModel::clear()
{
    update({});
}

int CounterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CounterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant CounterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool forPeople = role == Qt::DisplayRole;
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case TotalColumn:
        return forPeople ? QVariant(QLocale().toString(row.total)) : QVariant(static_cast<qlonglong>(row.total));
    case RateColumn:
        if (!forPeople)
            return row.rate.value_or(-1);
        return row.rate ? tr("%1/s").arg(QLocale().toString(*row.rate, 'f', *row.rate < 10 ? 1 : 0))
                        : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant CounterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Counter");
    case TotalColumn:
        return tr("Total");
    case RateColumn:
        return tr("Rate");
    default:
        return {};
    }
}

} // namespace sparkler::gui
