#include "manager/snapshots/lineage.h"

#include <algorithm>

namespace sparkler::gui {
namespace {

/// For each entry the one that it comes from; -1: none, or it would come from itself by detours.
QList<int> parentsOf(const MachineSnapshots &snapshots, const QHash<QString, int> &byId)
{
    QList<int> parents(snapshots.entries.size(), -1);
    for (int at = 0; at < parents.size(); ++at)
        parents[at] = byId.value(snapshots.entries[at].snapshot.parent, -1);
    // Every way up is walked once: what was seen on an earlier one ends it.
    QList<int> seenOn(parents.size(), -1);
    for (int start = 0; start < parents.size(); ++start) {
        for (int at = start; at >= 0 && seenOn[at] < 0; at = parents[at]) {
            seenOn[at] = start;
            if (parents[at] >= 0 && seenOn[parents[at]] == start)
                parents[at] = -1; // closes a circle
        }
    }
    return parents;
}

} // namespace

const SnapshotEntry *MachineSnapshots::find(const QString &id) const
{
    const auto found =
        std::ranges::find(entries, id, [](const SnapshotEntry &entry) -> const QString & { return entry.snapshot.id; });
    return found == entries.end() ? nullptr : &*found;
}

Lineage::Lineage(const MachineSnapshots &snapshots)
{
    QHash<QString, int> byId;
    for (int at = 0; at < snapshots.entries.size(); ++at)
        byId.insert(snapshots.entries[at].snapshot.id, at);
    const QList<int> parents = parentsOf(snapshots, byId);
    QList<QList<int>> children(parents.size());
    QList<int> open; ///< entries still to be laid out, the next one last
    for (int at = 0; at < parents.size(); ++at) {
        if (parents[at] < 0)
            open.append(at);
        else
            children[parents[at]].append(at);
    }
    std::ranges::reverse(open);
    QHash<QString, QStringList> clones;
    for (const MachineSnapshots::Clone &clone : snapshots.clones)
        clones[clone.snapshotId].append(clone.machineId);

    QList<int> nodeOf(parents.size(), -1);
    // A leaf below `parent`: it comes right after the parent's own row, before the rows of the snapshots below.
    const auto add = [this](Node node) {
        const int at = static_cast<int>(m_nodes.size());
        if (node.parent >= 0) {
            node.depth = m_nodes[node.parent].depth + 1;
            m_nodes[node.parent].children.append(at);
        }
        m_nodes.append(std::move(node));
        return at;
    };
    while (!open.isEmpty()) {
        const int entry = open.takeLast();
        const Snapshot &snapshot = snapshots.entries[entry].snapshot;
        const int node = add({.kind = Node::Kind::Snapshot,
                              .id = snapshot.id,
                              .entry = entry,
                              .parent = parents[entry] < 0 ? -1 : nodeOf[parents[entry]],
                              .depth = 0,
                              .children = {}});
        nodeOf[entry] = node;
        m_bySnapshot.insert(snapshot.id, node);
        if (snapshots.here == snapshot.id)
            m_here = add({.kind = Node::Kind::Here, .id = snapshots.machineId, .entry = -1, .parent = node});
        for (const QString &machine : clones.value(snapshot.id))
            add({.kind = Node::Kind::Clone, .id = machine, .entry = -1, .parent = node});
        for (auto child = children[entry].rbegin(); child != children[entry].rend(); ++child)
            open.append(*child);
    }
    if (m_here < 0 && !m_nodes.isEmpty())
        m_here = add({.kind = Node::Kind::Here, .id = snapshots.machineId, .entry = -1, .parent = -1});

    m_kinds.resize(m_nodes.size(), SnapshotKind::Full);
    m_damaged.resize(m_nodes.size(), false);
    for (int entry = 0; entry < nodeOf.size(); ++entry) {
        m_kinds[nodeOf[entry]] = snapshots.entries[entry].snapshot.kind;
        m_damaged[nodeOf[entry]] = snapshots.entries[entry].damaged();
    }
}

QList<int> Lineage::roots() const
{
    QList<int> found;
    for (int at = 0; at < m_nodes.size(); ++at) {
        if (m_nodes[at].parent < 0)
            found.append(at);
    }
    return found;
}

int Lineage::find(const QString &snapshotId) const
{
    return m_bySnapshot.value(snapshotId, -1);
}

QStringList Lineage::chain(const QString &snapshotId) const
{
    QStringList ids;
    for (int at = find(snapshotId); at >= 0 && !m_damaged[at]; at = m_nodes[at].parent) {
        ids.prepend(m_nodes[at].id);
        if (m_kinds[at] == SnapshotKind::Full)
            return ids;
    }
    return {};
}

QStringList Lineage::dependents(const QString &snapshotId) const
{
    QStringList ids;
    QList<int> open{find(snapshotId)};
    for (qsizetype next = 0; next < open.size() && open[next] >= 0; ++next) {
        for (const int child : m_nodes[open[next]].children) {
            if (m_nodes[child].kind != Node::Kind::Snapshot || m_kinds[child] != SnapshotKind::Diff)
                continue;
            ids.append(m_nodes[child].id);
            open.append(child);
        }
    }
    return ids;
}

QStringList Lineage::descendants(const QString &snapshotId) const
{
    QStringList ids;
    const int from = find(snapshotId);
    // Depth first: all that comes from a node follows it, deeper than it.
    for (int at = from + 1; from >= 0 && at < m_nodes.size() && m_nodes[at].depth > m_nodes[from].depth; ++at) {
        if (m_nodes[at].kind == Node::Kind::Snapshot)
            ids.append(m_nodes[at].id);
    }
    return ids;
}

QStringList Lineage::childrenOf(const QString &snapshotId) const
{
    QStringList ids;
    const int from = find(snapshotId);
    for (const int child : from < 0 ? QList<int>() : m_nodes[from].children) {
        if (m_nodes[child].kind == Node::Kind::Snapshot)
            ids.append(m_nodes[child].id);
    }
    return ids;
}

} // namespace sparkler::gui
