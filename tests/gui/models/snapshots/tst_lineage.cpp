#include "models/lineage.h"

#include <QTest>

#include <algorithm>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestLineage : public QObject {
    Q_OBJECT

    /// "B<A" stems from A, "c=A" is a leaf of A.
    static QList<LineageEntry> entries(const QStringList &words)
    {
        QList<LineageEntry> all;
        for (const QString &word : words) {
            const bool leaf = word.contains(u'=');
            const QStringList parts = word.split(leaf ? u'=' : u'<');
            all << LineageEntry{parts[0], parts.value(1), leaf};
        }
        return all;
    }

    /// One line per row: the lanes as a picture, then the id.
    static QStringList picture(const QStringList &words, const QString &trunk = {})
    {
        const QList<LineageEntry> list = entries(words);
        QStringList lines;
        for (const LineageRow &row : layOutLineage(list, trunk)) {
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
            lines << line + list[row.entry].id;
        }
        return lines;
    }

private slots:
    void nothing_noRows() { QVERIFY(layOutLineage({}, u"x"_s).isEmpty()); }

    void chain_staysInOneLane()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<B"_s}), QStringList({u"ov A"_s, u"*v B"_s, u"*  C"_s}));
    }

    void roots_eachBeginsAtTheLeft()
    {
        QCOMPARE(picture({u"A"_s, u"X"_s, u"B<A"_s, u"Y<gone"_s}),
                 QStringList({u"ov A"_s, u"*  B"_s, u"o  X"_s, u"o  Y"_s}));
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
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"C<A"_s, u"D<C"_s, u"here=B"_s}, u"here"_s),
                 QStringList({u"ov A"_s, u"+*v C"_s, u"|*  D"_s, u"*v B"_s, u"*  here"_s}));
    }

    void leaves_neverGoOn()
    {
        QCOMPARE(picture({u"A"_s, u"m1=A"_s, u"m2=A"_s}), QStringList({u"ov A"_s, u"+*  m1"_s, u"`*  m2"_s}));
        QCOMPARE(picture({u"A"_s, u"m1=A"_s, u"B<A"_s, u"m2=B"_s, u"C<B"_s}),
                 QStringList({u"ov A"_s, u"+*  m1"_s, u"*v B"_s, u"+*  m2"_s, u"*  C"_s}));
        // Nothing stems from a leaf, whatever is claimed.
        QCOMPARE(picture({u"A"_s, u"m=A"_s, u"B<m"_s}), QStringList({u"ov A"_s, u"`*  m"_s, u"o  B"_s}));
    }

    void branchOfBranch_linesPassBy()
    {
        QCOMPARE(picture({u"A"_s, u"B<A"_s, u"X<B"_s, u"Y<X"_s, u"m=X"_s, u"C<A"_s, u"here=C"_s}, u"here"_s),
                 QStringList({u"ov A"_s, u"+*v B"_s, u"|*v X"_s, u"|+*  m"_s, u"|*  Y"_s, u"*v C"_s, u"*  here"_s}));
    }

    void circles_areCutOpen()
    {
        for (const QStringList &words : {QStringList{u"A<A"_s}, QStringList{u"A<B"_s, u"B<A"_s},
                                         QStringList{u"T<A"_s, u"A<C"_s, u"B<A"_s, u"C<B"_s, u"S<T"_s}}) {
            const QList<LineageRow> rows = layOutLineage(entries(words), u"A"_s);
            QCOMPARE(rows.size(), words.size());
            QList<qsizetype> seen;
            for (const LineageRow &row : rows)
                seen << row.entry;
            std::ranges::sort(seen);
            for (qsizetype at = 0; at < seen.size(); ++at)
                QCOMPARE(seen[at], at);
            QCOMPARE(std::ranges::count_if(rows, [](const auto &row) { return !row.fromAbove && !row.fromLeft; }), 1);
        }
    }

    void deepChain_oneLane()
    {
        QList<LineageEntry> all;
        for (int at = 0; at < 100'000; ++at)
            all << LineageEntry{QString::number(at), QString::number(at - 1)};
        const QList<LineageRow> rows = layOutLineage(all, {});
        QCOMPARE(rows.size(), all.size());
        QVERIFY(std::ranges::all_of(rows, [](const LineageRow &row) { return row.lane == 0; }));
        QVERIFY(std::ranges::is_sorted(rows, {}, &LineageRow::entry));
    }

    /// Every snapshot has two that stem from it: the worst case for the width.
    void bushyTree_fewLanes()
    {
        QList<LineageEntry> all{LineageEntry{u"1"_s, {}}};
        for (int at = 2; at < 16384; ++at)
            all << LineageEntry{QString::number(at), QString::number(at / 2)};
        int widest = 0;
        for (const LineageRow &row : layOutLineage(all, u"16383"_s))
            widest = std::max(widest, row.lane);
        QVERIFY2(widest <= 15, qPrintable(QString::number(widest)));
    }
};

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
