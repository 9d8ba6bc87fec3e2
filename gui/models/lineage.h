#pragma once

#include <QList>
#include <QString>

namespace sparkler::gui {

/// One thing that stems from another one.
struct LineageEntry {
    QString id;
    QString parentId; ///< empty, or of nothing in the list: it stems from nothing
    /// Nothing stems from it, and it is no step of a line of its own: a machine beside the snapshots.
    bool leaf = false;
};

/// Where an entry stands when lineage is drawn from the top down, one row each.
///
/// A line of descent stays in one lane however long it is; only what branches off it moves one lane to the right. So
/// the picture is as wide as the branching is deep: with n entries at most about log2(n) + 2 lanes.
struct LineageRow {
    qsizetype entry = 0; ///< its place in the list
    int lane = 0;        ///< where its dot is
    /// Lanes left of `lane` whose lines go on below this row.
    quint64 passing = 0;
    bool fromAbove = false; ///< a line comes down in its own lane
    bool fromLeft = false;  ///< it branches off the lane at its left
    bool goesOn = false;    ///< a line leaves downwards in its own lane
    bool operator==(const LineageRow &) const = default;
};

/// Rows in order: what something stems from is always above it. The line that leads to `trunk` keeps to the left; other
/// lines follow the branch with the most entries. Circles are cut open. No recursion, O(n log n).
QList<LineageRow> layOutLineage(const QList<LineageEntry> &entries, const QString &trunk);

} // namespace sparkler::gui
