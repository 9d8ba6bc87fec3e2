#include "models/lanes.h"

#include <QTest>

#include <algorithm>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestLanes : public QObject {
    Q_OBJECT

    /// "B<A" comes from A, "m=A" is a machine made from A, "!=A" is "you are here". In the order of Lineage::nodes():
    /// parents first.
    static QList<Lineage::Node> nodes(const QStringList &words)
    {
        QList<Lineage::Node> all;
        QHash<QString, int> places;
        for (const QString &word : words) {
            Lineage::Node node;
            const bool leaf = word.contains(u'=');
            const QStringList parts = word.split(leaf ? u'=' : u'<');
            node.id = parts[0];
            if (leaf)
                node.kind = node.id == u"!"_s ? Lineage::Node::Kind::Here : Lineage::Node::Kind::Clone;
            const int at = static_cast<int>(all.size());
            node.parent = places.value(parts.value(1), -1);
            if (node.parent >= 0)
                all[node.parent].children << at;
            places.insert(node.id, at);
            all << node;
        }
        return all;
    }

    static int find(const QList<Lineage::Node> &nodes, const QString &id)
    {
        const auto found = std::ranges::find(nodes, id, &Lineage::Node::id);
        return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
    }

    /// One line per row: the lanes as a picture, then the id.
    static QStringList picture(const QStringList &words)
    {
        const QList<Lineage::Node> list = nodes(words);
        QStringList lines;
        for (const LaneRow &row : layOutLanes(list, find(list, u"!"_s))) {
            QString line;
            for (int lane = 0; lane < row.lane; ++lane) {
                const bool passing = row.passing >> lane & 1;
                if (row.fromLeft && lane == row.lane - 1)
                    line += passing ? u'+' : u'`';
                else
                    line += passing ? u'|' : u' ';
            }
            line += row.fromAbove || row.fromLeft ? u'*' : u'o';
            line += row.goesOn ? u"v "_s : u"  "_s;
            line += list[row.node].id;
            lines << (row.trunk ? line + u" trunk"_s : line);
        }
        return lines;
    }

private slots:
    void nothing_noRows() { QVERIFY(layOutLanes({}, -1).isEmpty()); }

    void chain_staysInOneLane()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<B"_s}), QStringList({u"ov A"_s, u"*v B"_s, u"*  C"_s}));
    }

    void roots_eachBeginsAtTheLeft()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"X"_s, u"!=X"_s}),
                 QStringList({u"ov A"_s, u"*  B"_s, u"ov X trunk"_s, u"*  ! trunk"_s}));
    }

    void branch_theLargerOneGoesOn_theOtherIsShownFirst()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<A"_s, u"D<C"_s}),
                 QStringList({u"ov A"_s, u"+*  B"_s, u"*v C"_s, u"*  D"_s}));
        // Equally large: the older one goes on.
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<A"_s}), QStringList({u"ov A"_s, u"+*  C"_s, u"*  B"_s}));
    }

    void trunk_keepsToTheLeft()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"!=B"_s, u"C<A"_s, u"D<C"_s, u"E<D"_s}),
                 QStringList({u"ov A trunk"_s, u"+*v C trunk"_s, u"|*v D trunk"_s, u"|*  E trunk"_s, u"*v B trunk"_s,
                              u"*  ! trunk"_s}));
    }

    void machines_areNoStepsOfTheLine()
    {
        QCOMPARE(picture({u"A"_s, u"m1=A"_s, u"m2=A"_s}), QStringList({u"ov A"_s, u"+*  m1"_s, u"`*  m2"_s}));
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<B"_s, u"m2=B"_s, u"m1=A"_s}),
                 QStringList({u"ov A"_s, u"+*  m1"_s, u"*v B"_s, u"+*  m2"_s, u"*  C"_s}));
    }

    void branchOfBranch_linesPassBy()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"X<B"_s, u"Y<X"_s, u"m=X"_s, u"C<A"_s, u"!=C"_s}),
                 QStringList({u"ov A trunk"_s, u"+*v B trunk"_s, u"|*v X trunk"_s, u"|+*  m trunk"_s, u"|*  Y trunk"_s,
                              u"*v C trunk"_s, u"*  ! trunk"_s}));
    }

    void deepChain_oneLane()
    {
        QList<Lineage::Node> all(100'000);
        for (int at = 0; at < all.size(); ++at) {
            all[at].parent = at - 1;
            if (at + 1 < all.size())
                all[at].children << at + 1;
        }
        const QList<LaneRow> rows = layOutLanes(all, 50'000);
        QCOMPARE(rows.size(), all.size());
        QVERIFY(std::ranges::all_of(rows, [](const LaneRow &row) { return row.lane == 0; }));
        QVERIFY(std::ranges::is_sorted(rows, {}, &LaneRow::node));
    }

    /// Two come from each: the worst case for the width.
    void bushyTree_fewLanes()
    {
        QList<Lineage::Node> all(16383);
        for (int at = 0; at < all.size(); ++at) {
            all[at].parent = (at + 1) / 2 - 1;
            if (all[at].parent >= 0)
                all[all[at].parent].children << at;
        }
        const QList<LaneRow> rows = layOutLanes(all, 16382);
        QCOMPARE(rows.size(), all.size());
        const int widest = std::ranges::max(rows, {}, &LaneRow::lane).lane;
        QVERIFY2(widest >= 13 && widest <= 15, qPrintable(QString::number(widest)));
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
