#include "models/lanes.h"

#include <algorithm>
#include <vector>

namespace sparkler::gui {
namespace {

class Layout {
public:
    Layout(const QList<Lineage::Node> &nodes, int here)
        : m_nodes(nodes), m_sizes(static_cast<std::size_t>(nodes.size()), 1),
          m_onTrunk(static_cast<std::size_t>(nodes.size()), false)
    {
        for (int at = static_cast<int>(nodes.size()) - 1; at >= 0; --at) {
            if (const int parent = nodes[at].parent; parent >= 0)
                size(parent) += size(at);
        }
        for (int at = here; at >= 0; at = nodes[at].parent)
            m_onTrunk[static_cast<std::size_t>(at)] = true;
    }

    QList<LaneRow> rows()
    {
        QList<LaneRow> all;
        all.reserve(m_nodes.size());
        std::vector<LaneRow> waiting; // the last one is next
        for (int at = static_cast<int>(m_nodes.size()) - 1; at >= 0; --at) {
            if (m_nodes[at].parent < 0)
                waiting.push_back({.node = at, .trunk = onTrunk(at)});
        }
        while (!waiting.empty()) {
            LaneRow row = waiting.back();
            waiting.pop_back();
            row.goesOn = !m_nodes[row.node].children.isEmpty();
            all << row;
            pushChildren(row, waiting);
        }
        return all;
    }

private:
    int &size(int at) { return m_sizes[static_cast<std::size_t>(at)]; }
    bool onTrunk(int at) const { return m_onTrunk[static_cast<std::size_t>(at)]; }

    /// The child that goes on in the lane of its parent; -1: none. A machine is never a step of the line.
    int heir(int at)
    {
        int best = -1;
        for (const int child : m_nodes[at].children) {
            if (m_nodes[child].kind == Lineage::Node::Kind::Clone)
                continue;
            if (best < 0 || onTrunk(child) || (!onTrunk(best) && size(child) > size(best)))
                best = child;
        }
        return best;
    }

    /// Branches first, so that the line of the parent passes them by. The last to be pushed is the first to be shown.
    void pushChildren(const LaneRow &row, std::vector<LaneRow> &waiting)
    {
        const int main = heir(row.node);
        const auto below = [&row](int node) {
            LaneRow child = row;
            child.node = node;
            child.fromAbove = child.fromLeft = false;
            return child;
        };
        if (main >= 0) {
            LaneRow child = below(main);
            child.fromAbove = true;
            waiting.push_back(child);
        }
        const QList<int> &children = m_nodes[row.node].children;
        bool lineEnds = main < 0; // below the branch that is pushed first
        for (auto at = children.crbegin(); at != children.crend(); ++at) {
            if (*at == main)
                continue;
            LaneRow child = below(*at);
            child.fromLeft = true;
            child.lane = std::min(row.lane + 1, LaneRow::kMostLanes);
            if (!lineEnds)
                child.passing |= quint64(1) << row.lane;
            lineEnds = false;
            waiting.push_back(child);
        }
    }

    const QList<Lineage::Node> &m_nodes;
    std::vector<int> m_sizes; ///< of what comes from a node, with itself
    std::vector<bool> m_onTrunk;
};

} // namespace

QList<LaneRow> layOutLanes(const QList<Lineage::Node> &nodes, int here)
{
    return Layout(nodes, here).rows();
}

} // namespace sparkler::gui
