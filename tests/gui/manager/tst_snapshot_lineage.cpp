#include "snapshot_testing.h"

#include "manager/snapshots/lineage.h"

#include <QSet>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotLineage : public QObject {
    Q_OBJECT

    using Kind = Lineage::Node::Kind;

    /// One line a node: depth as dots, then what it is.
    static QStringList drawn(const Lineage &lineage)
    {
        QStringList lines;
        for (const Lineage::Node &node : lineage.nodes()) {
            const QString what = node.kind == Kind::Here    ? u"here"_s
                                 : node.kind == Kind::Clone ? u"clone "_s + node.id
                                                            : node.id;
            lines << QString(node.depth, u'.') + what;
        }
        return lines;
    }

    static void verifyForest(const Lineage &lineage)
    {
        const auto &nodes = lineage.nodes();
        for (int at = 0; at < nodes.size(); ++at) {
            QVERIFY(nodes[at].parent < at);
            QCOMPARE(nodes[at].depth, nodes[at].parent < 0 ? 0 : nodes[nodes[at].parent].depth + 1);
            if (nodes[at].parent >= 0)
                QVERIFY(nodes[nodes[at].parent].children.contains(at));
        }
    }

private slots:
    void nodes_areInOrderOfATree()
    {
        MachineSnapshots all =
            list({snapshot(1), snapshot(2, 1, SnapshotKind::Diff), snapshot(3, 1), snapshot(4, 2), snapshot(5)});
        all.here = idOf(2);
        all.clones = {{u"clone1"_s, idOf(1)}, {u"clone2"_s, idOf(1)}, {u"clone3"_s, idOf(99)}};
        const Lineage lineage(all);
        QCOMPARE(drawn(lineage), (QStringList{idOf(1), u".clone clone1"_s, u".clone clone2"_s, u'.' + idOf(2),
                                              u"..here"_s, u".."_s + idOf(4), u'.' + idOf(3), idOf(5)}));
        verifyForest(lineage);
        QCOMPARE(lineage.nodes()[lineage.here()].parent, lineage.find(idOf(2)));
        QCOMPARE(lineage.roots(), (QList<int>{lineage.find(idOf(1)), lineage.find(idOf(5))}));
        QCOMPARE(lineage.descendants(idOf(1)), (QStringList{idOf(2), idOf(4), idOf(3)}));
        QCOMPARE(lineage.childrenOf(idOf(1)), (QStringList{idOf(2), idOf(3)}));
        QCOMPARE(lineage.find(u"nowhere1"_s), -1);
        QVERIFY(lineage.descendants(u"nowhere1"_s).isEmpty());
    }

    void here_withoutAnySnapshotOfIt_isARoot()
    {
        QCOMPARE(Lineage(list({})).here(), -1);
        QVERIFY(Lineage(list({})).nodes().isEmpty());
        const Lineage lineage(list({snapshot(1)}));
        QCOMPARE(drawn(lineage), (QStringList{idOf(1), u"here"_s}));
    }

    void chain_goesToTheFullOne()
    {
        MachineSnapshots all = list({snapshot(1), snapshot(2, 1), snapshot(3, 2, SnapshotKind::Diff),
                                     snapshot(4, 3, SnapshotKind::Diff), snapshot(5, 4)});
        const Lineage lineage(all);
        QCOMPARE(lineage.chain(idOf(4)), (QStringList{idOf(2), idOf(3), idOf(4)}));
        QCOMPARE(lineage.chain(idOf(5)), QStringList{idOf(5)});
        QCOMPARE(lineage.dependents(idOf(2)), (QStringList{idOf(3), idOf(4)}));
        QVERIFY(lineage.dependents(idOf(4)).isEmpty()); // 5 comes from it and has its own memory
        QVERIFY(lineage.dependents(idOf(1)).isEmpty());
        all.entries[2].problem = u"broken"_s;
        const Lineage broken(all);
        QVERIFY(broken.chain(idOf(4)).isEmpty());
        QVERIFY(broken.chain(idOf(3)).isEmpty());
        QCOMPARE(broken.chain(idOf(2)), QStringList{idOf(2)});
        QCOMPARE(broken.dependents(idOf(2)), (QStringList{idOf(3), idOf(4)}));
    }

    void missingBase_hasNoChain()
    {
        const Lineage lineage(list({snapshot(3, 2, SnapshotKind::Diff)}));
        QVERIFY(lineage.chain(idOf(3)).isEmpty());
        QCOMPARE(lineage.nodes()[0].parent, -1);
    }

    void circles_areCutAndEndNothing()
    {
        const Lineage lineage(list({snapshot(1, 3, SnapshotKind::Diff), snapshot(2, 1, SnapshotKind::Diff),
                                    snapshot(3, 2, SnapshotKind::Diff), snapshot(4, 2, SnapshotKind::Diff)}));
        verifyForest(lineage);
        QCOMPARE(lineage.nodes().size(), 5); // and here
        QVERIFY(lineage.chain(idOf(3)).isEmpty());
        QSet<QString> seen;
        for (const Lineage::Node &node : lineage.nodes())
            seen.insert(node.id);
        QCOMPARE(seen.size(), 5);
    }

    void aThousandInARow_areLaidOutOnce()
    {
        QList<Snapshot> row;
        for (int number = 0; number < 1000; ++number)
            row << snapshot(number, number - 1, number == 0 ? SnapshotKind::Full : SnapshotKind::Diff);
        const Lineage lineage(list(row));
        QCOMPARE(lineage.nodes().size(), 1001);
        QCOMPARE(lineage.nodes()[999].depth, 999);
        QCOMPARE(lineage.chain(idOf(999)).size(), 1000);
        QCOMPARE(lineage.dependents(idOf(0)).size(), 999);
        QCOMPARE(lineage.descendants(idOf(0)).size(), 999);
        verifyForest(lineage);
    }

    void aHundredThousandInARow_areNoTrouble()
    {
        // Recursion or work that grows with the square would not end here.
        constexpr int kMany = 100'000;
        QList<Snapshot> row;
        for (int number = 0; number < kMany; ++number)
            row << snapshot(number, number - 1, number == 0 ? SnapshotKind::Full : SnapshotKind::Diff);
        const Lineage lineage(list(row));
        QCOMPARE(lineage.chain(idOf(kMany - 1)).size(), kMany);
        QCOMPARE(lineage.nodes().size(), kMany + 1);
    }

    void aThousandOfOneParent_areAllItsChildren()
    {
        QList<Snapshot> fan{snapshot(0)};
        for (int number = 1; number <= 1000; ++number)
            fan << snapshot(number, 0, SnapshotKind::Diff);
        const Lineage lineage(list(fan));
        QCOMPARE(lineage.nodes()[0].children.size(), 1000);
        QCOMPARE(lineage.dependents(idOf(0)).size(), 1000);
        QCOMPARE(lineage.dependents(idOf(0)).constFirst(), idOf(1));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotLineage)
#include "tst_snapshot_lineage.moc"
