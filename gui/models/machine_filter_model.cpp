#include "models/machine_filter_model.h"

#include "models/machine_model.h"

#include <algorithm>

namespace sparkler::gui {

MachineFilterModel::MachineFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    // The C locale's order knows no numbers.
    if (m_collator.locale().language() == QLocale::C)
        m_collator.setLocale(QLocale(QLocale::English));
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
    sort(0);
}

void MachineFilterModel::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void MachineFilterModel::setStates(const QSet<MachineState> &states)
{
    m_states = states;
    invalidateFilter();
}

void MachineFilterModel::setTags(const QSet<QString> &tags)
{
    m_tags = tags;
    invalidateFilter();
}

bool MachineFilterModel::isFiltering() const
{
    return !m_words.isEmpty() || !m_states.isEmpty() || !m_tags.isEmpty();
}

bool MachineFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    // A group shows as soon as one of its machines does.
    if (index.data(MachineModel::IdRole).toString().isEmpty())
        return false;
    if (!m_states.isEmpty() &&
        !m_states.contains(static_cast<MachineState>(index.data(MachineModel::StateRole).toInt())))
        return false;
    if (!m_tags.isEmpty()) {
        const QStringList tags = index.data(MachineModel::TagsRole).toStringList();
        if (std::ranges::none_of(tags, [this](const QString &tag) { return m_tags.contains(tag); }))
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(MachineModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool MachineFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftIsGroup = left.data(MachineModel::IdRole).toString().isEmpty();
    const bool rightIsGroup = right.data(MachineModel::IdRole).toString().isEmpty();
    if (leftIsGroup != rightIsGroup)
        return rightIsGroup;
    const int order = m_collator.compare(left.data().toString(), right.data().toString());
    if (order != 0)
        return order < 0;
    return left.data(MachineModel::IdRole).toString() < right.data(MachineModel::IdRole).toString();
}

} // namespace sparkler::gui
