#include "models/snapshot_filter_model.h"

#include "models/snapshot_tree_model.h"

#include <algorithm>

namespace sparkler::gui {

void SnapshotFilterModel::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void SnapshotFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool SnapshotFilterModel::isShownKind(const QModelIndex &index) const
{
    const auto kind = static_cast<Lineage::Node::Kind>(index.data(SnapshotTreeModel::NodeRole).toInt());
    const bool snapshot = kind == Lineage::Node::Kind::Snapshot;
    const bool damaged = index.data(SnapshotTreeModel::DamagedRole).toBool();
    const bool diff = index.data(SnapshotTreeModel::DiffRole).toBool();
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Full:
        return snapshot && !damaged && !diff;
    case Show::Diffs:
        return snapshot && !damaged && diff;
    case Show::Machines:
        return kind == Lineage::Node::Kind::Clone;
    case Show::Damaged:
        return damaged;
    }
    return true;
}

bool SnapshotFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!isShownKind(index))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(SnapshotTreeModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace sparkler::gui
