#pragma once

#include "manager/snapshots/snapshot.h"

#include <QHash>

namespace sparkler::gui {

/// The snapshots of one machine as a tree: what came from what, the machines that were made from them, and where the
/// machine is now. Built in time proportional to the number of snapshots, without recursion. Whatever the files say, it
/// is a forest: a parent that does not exist or that would close a circle counts as none. A value; any thread.
class Lineage {
public:
    struct Node {
        enum class Kind {
            Snapshot,
            Clone, ///< another machine, made from the parent
            Here,  ///< this machine now
        };
        Kind kind = Kind::Snapshot;
        QString id{};          ///< of the snapshot, or of the machine
        int entry = -1;        ///< of a snapshot: in MachineSnapshots::entries
        int parent = -1;       ///< a node; -1: a root
        int depth = 0;         ///< roots: 0
        QList<int> children{}; ///< nodes, "here", then the clones, then the snapshots by time
    };

    Lineage() = default;
    explicit Lineage(const MachineSnapshots &snapshots);

    /// Every node after its parent, each followed by all that comes from it (depth first): the rows of a tree view.
    const QList<Node> &nodes() const { return m_nodes; }
    QList<int> roots() const;
    int find(const QString &snapshotId) const; ///< a node; -1: none
    int here() const { return m_here; }        ///< the node; -1: the machine has no snapshots

    /// The snapshots whose memory makes up that of `snapshotId`, from a full one to itself. Empty: it is not whole (a
    /// base is missing or damaged, or there is no such snapshot).
    QStringList chain(const QString &snapshotId) const;
    /// The diffs that are of no use without `snapshotId`, parents before children.
    QStringList dependents(const QString &snapshotId) const;
    /// All snapshots below `snapshotId`, parents before children.
    QStringList descendants(const QString &snapshotId) const;
    /// The snapshots whose parent is `snapshotId`.
    QStringList childrenOf(const QString &snapshotId) const;

private:
    QList<Node> m_nodes;
    QList<SnapshotKind> m_kinds; ///< by node
    QList<bool> m_damaged;       ///< by node
    QHash<QString, int> m_bySnapshot;
    int m_here = -1;
};

} // namespace sparkler::gui
