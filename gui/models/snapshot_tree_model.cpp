#include "models/snapshot_tree_model.h"

#include "manager/snapshots/snapshot_text.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sparkler::gui {

using Kind = Lineage::Node::Kind;

namespace {

/// One word for a key: ids of snapshots and of machines may be the same.
QString wordOf(const SnapshotTreeModel::Key &key)
{
    return QString::number(static_cast<int>(key.kind)) + u':' + key.id;
}

/// "213 MiB", "1.5 GiB": a digit after the point where it says something.
QString sizeOf(qint64 bytes)
{
    double shown = static_cast<double>(bytes);
    while (shown >= 1024)
        shown /= 1024;
    const bool whole = shown >= 100 || shown == std::floor(shown);
    return QLocale().formattedDataSize(bytes, whole ? 0 : 1);
}

} // namespace

std::vector<SnapshotTreeModel::Row> SnapshotTreeModel::rowsOf(const Content &content)
{
    std::vector<Row> rows;
    if (!content.snapshots || !content.lineage)
        return rows;
    const QList<Lineage::Node> &nodes = content.lineage->nodes();
    rows.reserve(static_cast<std::size_t>(nodes.size()));
    for (const LaneRow &lane : layOutLanes(nodes, content.lineage->here()))
        rows.push_back({{nodes[lane.node].kind, nodes[lane.node].id}, lane});
    return rows;
}

void SnapshotTreeModel::setContent(std::shared_ptr<const MachineSnapshots> snapshots,
                                   std::shared_ptr<const Lineage> lineage, const Names &names)
{
    Content content{std::move(snapshots), std::move(lineage), names};
    const std::vector<Row> wanted = rowsOf(content);
    QHash<QString, int> places;
    places.reserve(static_cast<qsizetype>(wanted.size()));
    for (std::size_t at = 0; at < wanted.size(); ++at)
        places.insert(wordOf(wanted[at].key), static_cast<int>(at));
    removeGone(places);
    reorder(places);
    // The new rows are drawn from the new content; the old ones show what they are only once all of them are there.
    replaceContent(std::move(content), wanted);
    insertNew(wanted);
}

void SnapshotTreeModel::removeGone(const QHash<QString, int> &places)
{
    const auto gone = [&](std::size_t at) { return !places.contains(wordOf(m_rows[at].key)); };
    for (std::size_t end = m_rows.size(); end > 0;) {
        if (!gone(end - 1)) {
            --end;
            continue;
        }
        std::size_t begin = end - 1;
        while (begin > 0 && gone(begin - 1))
            --begin;
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = begin;
    }
}

/// The rows that stay, in the order of the new ones.
void SnapshotTreeModel::reorder(const QHash<QString, int> &places)
{
    const auto place = [&places](const Row &row) { return places.value(wordOf(row.key)); };
    if (std::ranges::is_sorted(m_rows, {}, place))
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<QString> keys;
    for (const QModelIndex &index : before)
        keys << wordOf(m_rows[static_cast<std::size_t>(index.row())].key);
    std::ranges::sort(m_rows, {}, place);
    QHash<QString, int> now;
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        now.insert(wordOf(m_rows[at].key), static_cast<int>(at));
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at)
        after << createIndex(now.value(keys[at]), before[at].column());
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void SnapshotTreeModel::replaceContent(Content content, const std::vector<Row> &wanted)
{
    int first = -1;
    int last = -1;
    std::size_t next = 0;
    std::vector<Row> kept = m_rows;
    for (std::size_t at = 0; at < kept.size(); ++at) {
        while (!(wanted[next].key == kept[at].key))
            ++next;
        kept[at] = wanted[next];
        if (looksTheSame(m_rows[at], kept[at], content))
            continue;
        first = first < 0 ? static_cast<int>(at) : first;
        last = static_cast<int>(at);
    }
    m_rows = std::move(kept);
    m_content = std::move(content);
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, kColumnCount - 1));
}

bool SnapshotTreeModel::looksTheSame(const Row &before, const Row &after, const Content &content) const
{
    LaneRow lane = after.lane;
    lane.node = before.lane.node;
    if (!(lane == before.lane))
        return false;
    const Lineage::Node &old = node(before);
    const Lineage::Node &now = content.lineage->nodes()[after.lane.node];
    switch (now.kind) {
    case Kind::Snapshot:
        return m_content.snapshots->entries[old.entry] == content.snapshots->entries[now.entry];
    case Kind::Clone:
        return m_content.names.machines.value(old.id) == content.names.machines.value(now.id);
    case Kind::Here:
        break;
    }
    return m_content.names.state == content.names.state;
}

void SnapshotTreeModel::insertNew(const std::vector<Row> &wanted)
{
    for (std::size_t at = 0; at < wanted.size();) {
        if (at < m_rows.size() && m_rows[at].key == wanted[at].key) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < wanted.size() && !(at < m_rows.size() && m_rows[at].key == wanted[end].key))
            ++end;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at),
                      wanted.begin() + static_cast<std::ptrdiff_t>(at),
                      wanted.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        at = end;
    }
}

QModelIndex SnapshotTreeModel::find(const Key &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), NameColumn);
}

SnapshotTreeModel::Key SnapshotTreeModel::keyOf(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_rows[static_cast<std::size_t>(index.row())].key : Key();
}

const Lineage::Node &SnapshotTreeModel::node(const Row &row) const
{
    return m_content.lineage->nodes()[row.lane.node];
}

const SnapshotEntry *SnapshotTreeModel::entry(const Row &row) const
{
    const int at = node(row).entry;
    return row.key.kind == Kind::Snapshot && at >= 0 ? &m_content.snapshots->entries[at] : nullptr;
}

QModelIndex SnapshotTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex SnapshotTreeModel::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex SnapshotTreeModel::sibling(int row, int column, const QModelIndex &) const
{
    return index(row, column);
}

int SnapshotTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SnapshotTreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString SnapshotTreeModel::name(const Row &row) const
{
    switch (row.key.kind) {
    case Kind::Snapshot:
        break;
    case Kind::Clone:
        return m_content.names.machines.value(row.key.id, row.key.id);
    case Kind::Here:
        return tr("You are here");
    }
    const SnapshotEntry *found = entry(row);
    return found && !found->snapshot.name.isEmpty() ? found->snapshot.name : row.key.id;
}

QString SnapshotTreeModel::text(const Row &row, int column) const
{
    if (column == NameColumn)
        return name(row);
    const SnapshotEntry *found = entry(row);
    if (!found) {
        if (column != KindColumn)
            return {};
        return row.key.kind == Kind::Clone ? tr("Machine") : m_content.names.state;
    }
    const Snapshot &snapshot = found->snapshot;
    switch (column) {
    case TimeColumn:
        return momentText(snapshot.createdAt);
    case KindColumn:
        return found->damaged() ? tr("Damaged") : kindText(snapshot.kind);
    case DiskColumn:
        return sizeOf(found->diskBytes);
    case MemoryColumn:
        return snapshot.memoryMib > 0 ? sizeOf(static_cast<qint64>(snapshot.memoryMib) << 20) : QString();
    case DrivesColumn:
        return found->damaged() ? QString() : drivesText(snapshot.drives);
    default:
        return {};
    }
}

QString SnapshotTreeModel::accessibleText(const Row &row) const
{
    const int parent = node(row).parent;
    const QString from =
        parent < 0 ? QString()
                   : name(Row{{m_content.lineage->nodes()[parent].kind, m_content.lineage->nodes()[parent].id},
                              LaneRow{.node = parent}});
    const QString own = tr("%1, %2", "name and kind").arg(name(row), text(row, KindColumn));
    return from.isEmpty() ? own : tr("%1, from %2", "a snapshot or machine, and what it comes from").arg(own, from);
}

QString SnapshotTreeModel::searchText(const Row &row) const
{
    QStringList all;
    for (int column = 0; column < kColumnCount; ++column)
        all << text(row, column);
    if (const SnapshotEntry *found = entry(row))
        all << found->snapshot.note << found->snapshot.id;
    return all.join(u'\n');
}

QVariant SnapshotTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const SnapshotEntry *found = entry(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column()).simplified(); // one line
    case Qt::ToolTipRole: {
        const QString more = found ? (found->damaged() ? found->problem : found->snapshot.note) : QString();
        const QString all =
            more.isEmpty() ? text(row, index.column()) : text(row, index.column()) + u'\n' + more.left(500);
        return all.isEmpty() ? QString()
                             : QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(all.toHtmlEscaped());
    }
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? accessibleText(row) : text(row, index.column());
    case Qt::FontRole:
        if (row.key.kind == Kind::Here && index.column() == NameColumn) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case IdRole:
        return row.key.id;
    case NodeRole:
        return static_cast<int>(row.key.kind);
    case LaneRole:
        return QVariant::fromValue(row.lane);
    case DiffRole:
        return found && found->snapshot.kind == SnapshotKind::Diff;
    case DamagedRole:
        return found && found->damaged();
    case SearchRole:
        return searchText(row);
    default:
        return {};
    }
}

QVariant SnapshotTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TimeColumn:
        return tr("Taken");
    case KindColumn:
        return tr("Kind");
    case DiskColumn:
        return tr("On disk");
    case MemoryColumn:
        return tr("RAM");
    case DrivesColumn:
        return tr("Drives");
    default:
        return {};
    }
}

} // namespace sparkler::gui
