#include "models/snapshot_filter_model.h"
#include "manager/snapshots/snapshot_text.h"
#include "models/snapshot_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using Kind = Lineage::Node::Kind;
using Tester = QAbstractItemModelTester;

namespace {

constexpr auto kStrict = Tester::FailureReportingMode::QtTest;

SnapshotEntry entry(const QString &id, const QString &parent = {}, SnapshotKind kind = SnapshotKind::Full)
{
    SnapshotEntry made;
    made.snapshot.id = id;
    made.snapshot.parent = parent;
    made.snapshot.kind = kind;
    made.snapshot.name = u"name of "_s + id;
    made.snapshot.createdAt = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    made.snapshot.memoryMib = 512;
    made.diskBytes = 3 << 20;
    return made;
}

/// "A B<A": two snapshots, the second one from the first.
MachineSnapshots content(const QString &words, const QString &here = {}, const QStringList &clones = {})
{
    MachineSnapshots all;
    all.machineId = u"machine1"_s;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u'<');
        all.entries << entry(parts[0], parts.value(1), parts.size() > 1 ? SnapshotKind::Diff : SnapshotKind::Full);
    }
    all.here = here;
    for (const QString &clone : clones)
        all.clones << MachineSnapshots::Clone{clone.section(u'<', 0, 0), clone.section(u'<', 1)};
    return all;
}

void show(SnapshotTreeModel &model, MachineSnapshots snapshots, const SnapshotTreeModel::Names &names = {})
{
    auto lineage = std::make_shared<const Lineage>(snapshots);
    model.setContent(std::make_shared<const MachineSnapshots>(std::move(snapshots)), std::move(lineage), names);
}

QString ids(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const bool here = index.data(SnapshotTreeModel::NodeRole).toInt() == static_cast<int>(Kind::Here);
        all << (here ? u"!"_s : index.data(SnapshotTreeModel::IdRole).toString());
    }
    return all.join(u' ');
}

QString cell(const SnapshotTreeModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestSnapshotTreeModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void nothing_noRows()
    {
        SnapshotTreeModel model;
        const Tester tester(&model, kStrict);
        model.setContent(nullptr, nullptr, {});
        QCOMPARE(model.rowCount(), 0);
        show(model, content({}));
        QCOMPARE(model.rowCount(), 0);
    }

    void rows_tellWhatTheyAre()
    {
        SnapshotTreeModel model;
        const Tester tester(&model, kStrict);
        MachineSnapshots all = content(u"A B<A"_s, u"B"_s, {u"m1<A"_s});
        all.entries[0].snapshot.drives = {{.driveId = u"rootfs"_s, .copy = SnapshotDrive::Copy::Shared},
                                          {.driveId = u"data"_s, .copy = SnapshotDrive::Copy::Full},
                                          {.driveId = u"tools"_s, .readOnly = true}};
        show(model, all, {{{u"m1"_s, u"web-2"_s}}, u"Running"_s});
        QCOMPARE(ids(model), u"A m1 B !"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::NameColumn), u"name of A"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::KindColumn), u"Full"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::DiskColumn), u"3 MiB"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::MemoryColumn), u"512 MiB"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::DrivesColumn), u"1 shared, 1 copied, 1 read-only"_s);
        QVERIFY(!cell(model, 0, SnapshotTreeModel::TimeColumn).isEmpty());
        QCOMPARE(cell(model, 1, SnapshotTreeModel::NameColumn), u"web-2"_s);
        QCOMPARE(cell(model, 1, SnapshotTreeModel::KindColumn), u"Machine"_s);
        QCOMPARE(cell(model, 2, SnapshotTreeModel::KindColumn), u"Diff"_s);
        QCOMPARE(cell(model, 2, SnapshotTreeModel::DrivesColumn), u"None"_s);
        QCOMPARE(cell(model, 3, SnapshotTreeModel::NameColumn), u"You are here"_s);
        QCOMPARE(cell(model, 3, SnapshotTreeModel::KindColumn), u"Running"_s);
        QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"name of B, Diff, from name of A"_s);
        QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"You are here, Running, from name of B"_s);
        const auto lane = model.index(1, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>();
        QCOMPARE(lane.lane, 1);
        QVERIFY(lane.fromLeft && lane.trunk);
    }

    void damaged_isSaidWithTheReason()
    {
        SnapshotTreeModel model;
        MachineSnapshots all = content(u"A"_s);
        all.entries[0].snapshot.name.clear();
        all.entries[0].snapshot.createdAt = {};
        all.entries[0].problem = u"The file <b>snapshot.json</b> is missing."_s;
        show(model, all);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::NameColumn), u"A"_s);
        QCOMPARE(cell(model, 0, SnapshotTreeModel::KindColumn), u"Damaged"_s);
        QVERIFY(cell(model, 0, SnapshotTreeModel::TimeColumn).isEmpty());
        QVERIFY(model.index(0, 0).data(SnapshotTreeModel::DamagedRole).toBool());
        // As text, whatever it looks like.
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;snapshot.json"_s));
    }

    void change_onlyWhatDiffersIsTouched()
    {
        SnapshotTreeModel model;
        const Tester tester(&model, kStrict);
        show(model, content(u"A B<A C<B X"_s, u"C"_s));
        QCOMPARE(ids(model), u"A B C ! X"_s);
        const QPersistentModelIndex kept = model.find({Kind::Snapshot, u"C"_s});
        const QPersistentModelIndex gone = model.find({Kind::Snapshot, u"X"_s});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        show(model, content(u"A B<A C<B D<C E<D"_s, u"E"_s));
        QCOMPARE(ids(model), u"A B C D E !"_s);
        QVERIFY(kept.isValid() && !gone.isValid());
        QCOMPARE(model.keyOf(kept).id, u"C"_s);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QVERIFY(reset.isEmpty() && layout.isEmpty() && changed.isEmpty());
        show(model, content(u"A B<A C<B D<C E<D"_s, u"E"_s));
        QVERIFY(changed.isEmpty());
        MachineSnapshots renamed = content(u"A B<A C<B D<C E<D"_s, u"E"_s);
        renamed.entries[1].snapshot.name = u"other"_s;
        show(model, renamed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        QCOMPARE(cell(model, 1, 0), u"other"_s);
    }

    void restore_movesYouAreHere_selectionStays()
    {
        SnapshotTreeModel model;
        const Tester tester(&model, kStrict);
        show(model, content(u"A B<A C<B D<A"_s, u"C"_s));
        QCOMPARE(ids(model), u"A D B C !"_s);
        const QPersistentModelIndex here = model.find({Kind::Here, u"machine1"_s});
        const QPersistentModelIndex other = model.find({Kind::Snapshot, u"C"_s});
        QVERIFY(here.isValid());
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        show(model, content(u"A B<A C<B D<A"_s, u"D"_s));
        QCOMPARE(ids(model), u"A B C D !"_s);
        QCOMPARE(layout.size(), 1);
        QCOMPARE(here.row(), 4);
        QCOMPARE(other.row(), 2);
        QCOMPARE(other.data(SnapshotTreeModel::LaneRole).value<LaneRow>().lane, 1);
    }

    void contentsOfEverySort_followEachOther()
    {
        SnapshotTreeModel model;
        const Tester tester(&model, kStrict);
        const std::pair<const char *, const char *> steps[] = {
            {"A B<A C<A D<C", "B"}, {"C D<C", ""}, {"", ""}, {"X A<X D<A", "X"}, {"D", "D"}, {"D E<D A X<A", "A"}};
        for (const auto &[words, here] : steps) {
            const MachineSnapshots all =
                content(QString::fromLatin1(words), QString::fromLatin1(here), {u"m1<D"_s, u"m2<A"_s});
            show(model, all);
            SnapshotTreeModel fresh;
            show(fresh, all);
            QCOMPARE(ids(model), ids(fresh));
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(model.index(row, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>(),
                         fresh.index(row, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>());
        }
        model.setContent(nullptr, nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }

    /// Neither the stack nor the number of signals depends on the length of the chain.
    void deepChain_isOneStraightLine()
    {
        constexpr int kDeep = 10'000;
        MachineSnapshots all;
        all.machineId = u"machine1"_s;
        for (int at = 0; at < kDeep; ++at)
            all.entries << entry(QString::number(at), at > 0 ? QString::number(at - 1) : QString(),
                                 at > 0 ? SnapshotKind::Diff : SnapshotKind::Full);
        all.here = QString::number(kDeep - 1);
        SnapshotTreeModel model;
        SnapshotFilterModel filter;
        filter.setSourceModel(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        show(model, all);
        QCOMPARE(model.rowCount(), kDeep + 1);
        QCOMPARE(filter.rowCount(), kDeep + 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.index(kDeep, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>().lane, 0);
        all.entries << entry(u"new"_s, all.here, SnapshotKind::Diff);
        all.here = u"new"_s;
        show(model, all);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(model.find({Kind::Snapshot, u"new"_s}).row(), kDeep);
        filter.setSearch(u"name of 77"_s);
        QCOMPARE(filter.rowCount(), 280); // numbers with 77 in them
    }

    void filter_byWordsAndKind()
    {
        SnapshotTreeModel model;
        SnapshotFilterModel filter;
        const Tester tester(&filter, kStrict);
        filter.setSourceModel(&model);
        MachineSnapshots all = content(u"A B<A C<B X"_s, u"C"_s, {u"m1<B"_s});
        all.entries[1].snapshot.note = u"before the upgrade\nof the kernel"_s;
        all.entries[3].problem = u"A file is missing."_s;
        show(model, all, {{{u"m1"_s, u"upgraded"_s}}, u"Stopped"_s});
        QCOMPARE(ids(filter), u"A B m1 C ! X"_s);
        QVERIFY(!filter.isFiltering());
        filter.setSearch(u"UPGRADE"_s);
        QCOMPARE(ids(filter), u"B m1"_s);
        QVERIFY(filter.isFiltering());
        filter.setSearch(u"kernel before"_s);
        QCOMPARE(ids(filter), u"B"_s);
        filter.setSearch({});
        using Show = SnapshotFilterModel::Show;
        const std::pair<Show, QString> expected[] = {{Show::Full, u"A"_s},
                                                     {Show::Diffs, u"B C"_s},
                                                     {Show::Machines, u"m1"_s},
                                                     {Show::Damaged, u"X"_s},
                                                     {Show::All, u"A B m1 C ! X"_s}};
        for (const auto &[what, left] : expected) {
            filter.setShow(what);
            QCOMPARE(ids(filter), left);
        }
    }

    void texts_areForPeople()
    {
        using namespace std::chrono_literals;
        QCOMPARE(durationText(35ms), u"35 ms"_s);
        QCOMPARE(durationText(1234ms), u"1.2 s"_s);
        QCOMPARE(durationText(83'000ms), u"83 s"_s);
        QCOMPARE(cpuText({}), u"Unknown"_s);
        QCOMPARE(cpuText({.vendor = u"GenuineIntel"_s, .family = 6, .modelNumber = 85, .stepping = 7}),
                 u"GenuineIntel (family 6, model 85, stepping 7)"_s);
        Snapshot snapshot;
        snapshot.engine = {u"1.4.0"_s, u"0.1.0"_s};
        snapshot.runner = u"emulated"_s;
        QCOMPARE(engineText(snapshot), u"Sparkler 0.1.0, API 1.4.0, emulated"_s);
        snapshot.engine.sparklerVersion.clear();
        snapshot.runner = u"local"_s;
        QCOMPARE(engineText(snapshot), u"API 1.4.0"_s);
        QVERIFY(momentText({}).isEmpty());
        Verification verification{QDateTime::currentDateTimeUtc(), {{u"memory"_s, VerifiedFile::State::Recorded, {}}}};
        QVERIFY(verificationText(verification).contains(u"no checksum yet"_s));
        verification.files << VerifiedFile{u"state"_s, VerifiedFile::State::Changed, {}};
        QVERIFY(verificationText(verification).contains(u"not all files"_s));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotTreeModel)
#include "tst_snapshot_tree_model.moc"
