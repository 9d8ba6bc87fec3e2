#include "models/lineage.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace sparkler::gui {
namespace {

constexpr qsizetype kNone = -1;
constexpr int kMostLanes = 63; ///< of LineageRow::passing

class Layout {
public:
    Layout(const QList<LineageEntry> &entries, const QString &trunk)
        : m_entries(entries), m_nodes(static_cast<std::size_t>(entries.size()))
    {
        link();
        cutCircles();
        count();
        follow(trunk);
    }

    QList<LineageRow> rows()
    {
        QList<LineageRow> all;
        all.reserve(m_entries.size());
        std::vector<LineageRow> waiting; // the last one is next
        for (qsizetype at = m_entries.size() - 1; at >= 0; --at) {
            if (node(at).parent == kNone)
                waiting.push_back({.entry = at});
        }
        while (!waiting.empty()) {
            const LineageRow row = waiting.back();
            waiting.pop_back();
            all << row;
            all.last().goesOn = !node(row.entry).children.empty();
            pushChildren(row, waiting);
        }
        return all;
    }

private:
    struct Node {
        qsizetype parent = kNone;
        std::vector<qsizetype> children{}; ///< in the order of the list
        qsizetype size = 1;                ///< of what stems from it, with itself
        bool onTrunk = false;
    };

    Node &node(qsizetype at) { return m_nodes[static_cast<std::size_t>(at)]; }

    void link()
    {
        QHash<QString, qsizetype> places;
        places.reserve(m_entries.size());
        for (qsizetype at = 0; at < m_entries.size(); ++at)
            places.insert(m_entries[at].id, at);
        for (qsizetype at = 0; at < m_entries.size(); ++at) {
            const qsizetype parent = places.value(m_entries[at].parentId, kNone);
            if (parent != kNone && parent != at && !m_entries[parent].leaf)
                node(at).parent = parent;
        }
    }

    /// Walks up from each entry until ground that is known to be sound; meeting its own steps again is a circle.
    void cutCircles()
    {
        std::vector<qsizetype> walk(m_nodes.size(), kNone);
        for (qsizetype start = 0; start < m_entries.size(); ++start) {
            qsizetype at = start;
            while (at != kNone && walk[static_cast<std::size_t>(at)] == kNone) {
                walk[static_cast<std::size_t>(at)] = start;
                at = node(at).parent;
            }
            if (at != kNone && walk[static_cast<std::size_t>(at)] == start)
                node(at).parent = kNone;
        }
        for (qsizetype at = 0; at < m_entries.size(); ++at) {
            if (node(at).parent != kNone)
                node(node(at).parent).children.push_back(at);
        }
    }

    /// Sizes, from the leaves up.
    void count()
    {
        std::vector<qsizetype> open(m_nodes.size());
        std::vector<qsizetype> ready;
        for (qsizetype at = 0; at < m_entries.size(); ++at) {
            open[static_cast<std::size_t>(at)] = static_cast<qsizetype>(node(at).children.size());
            if (open[static_cast<std::size_t>(at)] == 0)
                ready.push_back(at);
        }
        while (!ready.empty()) {
            const qsizetype at = ready.back();
            ready.pop_back();
            const qsizetype parent = node(at).parent;
            if (parent == kNone)
                continue;
            node(parent).size += node(at).size;
            if (--open[static_cast<std::size_t>(parent)] == 0)
                ready.push_back(parent);
        }
    }

    void follow(const QString &trunk)
    {
        const auto found = std::ranges::find(m_entries, trunk, &LineageEntry::id);
        qsizetype at = found == m_entries.end() ? kNone : found - m_entries.begin();
        for (; at != kNone; at = node(at).parent)
            node(at).onTrunk = true;
    }

    /// The child that goes on in the lane of its parent.
    qsizetype heir(qsizetype at)
    {
        qsizetype best = kNone;
        for (const qsizetype child : node(at).children) {
            if (m_entries[child].leaf && !node(child).onTrunk)
                continue;
            const bool better = best == kNone || node(child).onTrunk ||
                                (!node(best).onTrunk && node(child).size > node(best).size);
            if (better)
                best = child;
        }
        return best;
    }

    /// Branches first, so that the line of the parent passes them by; the last to be pushed is the first to be shown.
    void pushChildren(const LineageRow &row, std::vector<LineageRow> &waiting)
    {
        const qsizetype main = heir(row.entry);
        if (main != kNone)
            waiting.push_back({.entry = main, .lane = row.lane, .passing = row.passing, .fromAbove = true});
        const auto &children = node(row.entry).children;
        bool last = main == kNone;
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            if (*child == main)
                continue;
            const int lane = std::min(row.lane + 1, kMostLanes);
            const quint64 own = last || row.lane >= kMostLanes ? 0 : quint64(1) << row.lane;
            waiting.push_back({.entry = *child, .lane = lane, .passing = row.passing | own, .fromLeft = true});
            last = false;
        }
    }

    const QList<LineageEntry> &m_entries;
    std::vector<Node> m_nodes;
};

} // namespace

QList<LineageRow> layOutLineage(const QList<LineageEntry> &entries, const QString &trunk)
{
    return Layout(entries, trunk).rows();
}

} // namespace sparkler::gui
