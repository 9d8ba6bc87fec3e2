#include "models/counter_model.h"

#include "models/counter_text.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

CounterModel::CounterModel(QObject *parent) : QAbstractItemModel(parent) {}

CounterModel::~CounterModel() = default;

bool CounterModel::Row::failing() const
{
    return value.value_or(0) != 0 && tellsFailure(name);
}

/// In the order that the rows have: by name.
std::vector<CounterModel::Group> CounterModel::grouped(const CounterRates &rates)
{
    std::map<QString, std::vector<Row>> groups;
    const Counters &totals = rates.totals();
    for (auto it = totals.constBegin(); it != totals.constEnd(); ++it)
        groups[groupOf(it.key())].push_back(
            {.leaf = leafOf(it.key()), .name = it.key(), .value = *it, .rate = rates.rate(it.key())});
    for (const QString &name : rates.averages())
        groups[groupOf(name)].push_back(
            {.leaf = leafOf(name), .name = name, .value = {}, .rate = rates.average(name), .average = true});
    std::vector<Group> out;
    for (auto &[name, rows] : groups) {
        std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.leaf < b.leaf; });
        out.push_back({name, std::move(rows)});
    }
    return out;
}

void CounterModel::update(const CounterRates &rates)
{
    // Both sides are ordered by name: one walk removes, inserts and updates.
    int at = 0;
    const auto place = [this](int row) { return m_groups.begin() + row; };
    const auto remove = [&](int first, int last) {
        beginRemoveRows({}, first, last);
        m_groups.erase(place(first), place(last + 1));
        endRemoveRows();
    };
    for (Group &next : grouped(rates)) {
        while (at < rowCount() && (*place(at))->name < next.name)
            remove(at, at);
        if (at < rowCount() && (*place(at))->name == next.name) {
            updateGroup(at, std::move(next.rows));
        } else {
            beginInsertRows({}, at, at);
            m_groups.insert(place(at), std::make_unique<Group>(std::move(next)));
            endInsertRows();
        }
        ++at;
    }
    if (at < rowCount())
        remove(at, rowCount() - 1);
}

void CounterModel::updateGroup(int at, std::vector<Row> &&rows)
{
    Group &group = *m_groups[static_cast<std::size_t>(at)];
    const QModelIndex parent = indexOf(at);
    const auto failing = [&group] { return std::ranges::count_if(group.rows, &Row::failing); };
    const auto failedBefore = failing();
    int row = 0;
    const auto place = [&group](int index) { return group.rows.begin() + index; };
    const auto remove = [&](int first, int last) {
        beginRemoveRows(parent, first, last);
        group.rows.erase(place(first), place(last + 1));
        endRemoveRows();
    };
    const auto size = [&group] { return static_cast<int>(group.rows.size()); };
    for (Row &next : rows) {
        while (row < size() && place(row)->leaf < next.leaf)
            remove(row, row);
        if (row < size() && place(row)->leaf == next.leaf) {
            if (*place(row) != next) {
                *place(row) = std::move(next);
                emit dataChanged(index(row, ValueColumn, parent), index(row, RateColumn, parent));
            }
        } else {
            beginInsertRows(parent, row, row);
            group.rows.insert(place(row), std::move(next));
            endInsertRows();
        }
        ++row;
    }
    if (row < size())
        remove(row, size() - 1);
    if (failing() != failedBefore) // the marks are in the first column
        emit dataChanged(parent, index(at, ValueColumn));
}

void CounterModel::clear()
{
    update({});
}

QStringList CounterModel::chosen() const
{
    QStringList names(m_chosen.begin(), m_chosen.end());
    names.sort();
    return names;
}

void CounterModel::setChosen(const QStringList &names)
{
    const QSet<QString> wanted(names.begin(), names.end());
    if (wanted == m_chosen)
        return;
    m_chosen = wanted;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = indexOf(group);
        if (rowCount(parent) > 0)
            emit dataChanged(index(0, NameColumn, parent), index(rowCount(parent) - 1, NameColumn, parent),
                             {Qt::CheckStateRole});
    }
    emit chosenChanged();
}

int CounterModel::failures() const
{
    int count = 0;
    for (const auto &group : m_groups)
        count += static_cast<int>(std::ranges::count_if(group->rows, &Row::failing));
    return count;
}

int CounterModel::place(const Group *group) const
{
    const auto found = std::ranges::find_if(m_groups, [group](const auto &known) { return known.get() == group; });
    return static_cast<int>(found - m_groups.begin());
}

const CounterModel::Row &CounterModel::rowOf(const QModelIndex &index) const
{
    return static_cast<const Group *>(index.internalPointer())->rows[static_cast<std::size_t>(index.row())];
}

int CounterModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalPointer() || parent.column() != NameColumn)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())]->rows.size());
}

int CounterModel::columnCount(const QModelIndex &) const
{
    return kColumnCount;
}

QModelIndex CounterModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? m_groups[static_cast<std::size_t>(parent.row())].get() : nullptr);
}

QModelIndex CounterModel::parent(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return group ? createIndex(place(group), 0, nullptr) : QModelIndex();
}

Qt::ItemFlags CounterModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.internalPointer()) {
        flags |= Qt::ItemNeverHasChildren;
        if (index.column() == NameColumn)
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

QVariant CounterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == ValueColumn || index.column() == RateColumn))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return index.internalPointer() ? rowData(rowOf(index), index.column(), role)
                                   : groupData(*m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

bool CounterModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !index.internalPointer() ||
        index.column() != NameColumn)
        return false;
    const QString name = rowOf(index).name;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(name);
    else
        m_chosen.remove(name);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit chosenChanged();
    return true;
}

QVariant CounterModel::groupData(const Group &group, int column, int role) const
{
    const auto failing = static_cast<int>(std::ranges::count_if(group.rows, &Row::failing));
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return groupTitle(group.name);
        return column == ValueColumn && failing > 0 ? tr("%n failing", "counters of a group", failing) : QVariant();
    case Qt::ToolTipRole:
        return group.name;
    case SortRole:
        return column == NameColumn ? QVariant(group.name) : QVariant(-1.0);
    case CounterRole:
        return group.name;
    case FilterRole:
        return QString(groupTitle(group.name) + u' ' + group.name);
    case FailureRole:
        return failing > 0;
    default:
        return {};
    }
}

QVariant CounterModel::rowData(const Row &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(m_chosen.contains(row.name) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        return column == NameColumn && row.failing() ? tr("%1, counts failures", "counter").arg(row.leaf)
                                                     : text(row, column);
    case SortRole:
        return sortKey(row, column);
    case CounterRole:
        return row.name;
    case FilterRole:
        return QString(row.name + u' ' + describeCounter(row.name));
    case FailureRole:
        return row.failing();
    default:
        return {};
    }
}

QString CounterModel::text(const Row &row, int column)
{
    const QLocale locale;
    const auto rounded = [&locale](double number) { return locale.toString(number, 'f', number < 10 ? 1 : 0); };
    const QString none = u"–"_s;
    switch (column) {
    case NameColumn:
        return row.leaf;
    case ValueColumn:
        if (row.average)
            return row.rate ? rounded(*row.rate) : none;
        return locale.toString(*row.value);
    case RateColumn:
        return row.rate && !row.average ? tr("%1/s").arg(rounded(*row.rate)) : none;
    case UnitColumn:
        return unitText(unitOf(row.name));
    default:
        return {};
    }
}

QString CounterModel::toolTip(const Row &row)
{
    QStringList lines{row.name};
    if (const QString meaning = describeCounter(row.name); !meaning.isEmpty())
        lines.append(tr("%1.", "what a counter means").arg(meaning));
    if (isGauge(row.name))
        lines.append(tr("This is a level, not a count: it has no rate."));
    if (row.failing())
        lines.append(tr("This is 0 in a healthy run."));
    return lines.join(u'\n');
}

QVariant CounterModel::sortKey(const Row &row, int column)
{
    switch (column) {
    case NameColumn:
        return row.leaf;
    case ValueColumn:
        return row.average ? QVariant(row.rate.value_or(-1)) : QVariant(static_cast<qlonglong>(*row.value));
    case RateColumn:
        return row.average ? -1 : row.rate.value_or(-1);
    default:
        return unitText(unitOf(row.name));
    }
}

QVariant CounterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == ValueColumn || section == RateColumn))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Counter");
    case ValueColumn:
        return tr("Value");
    case RateColumn:
        return tr("Rate");
    case UnitColumn:
        return tr("Unit");
    default:
        return {};
    }
}

CounterFilterModel::CounterFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CounterModel::SortRole);
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(false);
}

void CounterFilterModel::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void CounterFilterModel::setFailuresOnly(bool on)
{
    m_failuresOnly = on;
    invalidateFilter();
}

QStringList CounterFilterModel::shown() const
{
    QStringList names;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row)
            names.append(index(row, 0, parent).data(CounterModel::CounterRole).toString());
    }
    return names;
}

bool CounterFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_text.isEmpty() && !m_failuresOnly; // else only for what is in it
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_failuresOnly && !index.data(CounterModel::FailureRole).toBool())
        return false;
    return m_text.isEmpty() || index.data(CounterModel::FilterRole).toString().contains(m_text, Qt::CaseInsensitive) ||
           parent.data(CounterModel::FilterRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace sparkler::gui
