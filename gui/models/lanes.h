#pragma once

#include "manager/snapshots/lineage.h"

namespace sparkler::gui {

/// Where a node stands when a lineage is drawn from the top down, one row each.
///
/// A line of descent stays in one lane however long it is; only what branches off moves one lane to the right. So the
/// picture is as wide as the branching is deep: with n nodes at most about log2(n) + 2 lanes.
struct LaneRow {
    static constexpr int kMostLanes = 63;

    int node = 0; ///< its place in Lineage::nodes()
    int lane = 0; ///< where its dot is, at most kMostLanes
    /// Lanes at the left of `lane` whose lines go on below this row, a bit each.
    quint64 passing = 0;
    bool fromAbove = false; ///< a line comes down in its own lane
    bool fromLeft = false;  ///< it branches off the lane at its left
    bool goesOn = false;    ///< a line leaves downwards in its own lane
    bool trunk = false;     ///< lane 0 leads to where the machine is now
    bool operator==(const LaneRow &) const = default;
};

/// Rows in order: what something comes from is always above it. The line that leads to `here` (a node; -1: none) keeps
/// to the left; other lines follow the branch with the most nodes. Of nodes in the order of Lineage::nodes(). No
/// recursion, and time in proportion to the number of nodes.
QList<LaneRow> layOutLanes(const QList<Lineage::Node> &nodes, int here);

} // namespace sparkler::gui
