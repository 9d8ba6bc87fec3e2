#include "models/counter_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms);
}

QJsonObject totals(qint64 readBytes, qint64 fails = 0)
{
    return {{u"block"_s, QJsonObject{{u"read_bytes"_s, readBytes}}},
            {u"block_rootfs"_s, QJsonObject{{u"read_bytes"_s, readBytes},
                                            {u"read_count"_s, readBytes / 100},
                                            {u"execute_fails"_s, fails},
                                            {u"read_agg"_s, QJsonObject{{u"sum_us"_s, readBytes * 2}}}}}};
}

QModelIndex find(const QAbstractItemModel &model, const QString &name, int column = 0)
{
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data(CounterModel::CounterRole).toString() == name)
                return model.index(row, column, parent);
        }
    }
    return {};
}

} // namespace

class TestCounterModel : public QObject {
    Q_OBJECT
private slots:
    void update_counters_areGroupedWithValueRateAndUnit();
    void update_again_announcesOnlyChanges();
    void update_groupsAndRowsComeAndGo_indexesStay();
    void failures_nonZero_markCounterAndGroup();
    void average_ofADuration_isARow();
    void ticks_stayByName();
    void filter_textAndFailures_showGroupsOfMatches();
};

void TestCounterModel::update_counters_areGroupedWithValueRateAndUnit()
{
    CounterModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    rates.feed(at(1000), totals(3000));
    model.update(rates);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), u"All drives"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"Drive rootfs"_s);
    const QModelIndex read = find(model, u"block_rootfs.read_bytes"_s);
    QCOMPARE(read.data().toString(), u"read_bytes"_s);
    QCOMPARE(read.siblingAtColumn(CounterModel::ValueColumn).data().toString(), QLocale().toString(3000));
    QCOMPARE(read.siblingAtColumn(CounterModel::RateColumn).data().toString(), QLocale().toString(2000) + u"/s"_s);
    QCOMPARE(read.siblingAtColumn(CounterModel::UnitColumn).data().toString(), u"B"_s);
    const QString tip = read.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"block_rootfs.read_bytes") && tip.contains(u"Bytes read by the guest."), qPrintable(tip));
}

void TestCounterModel::update_again_announcesOnlyChanges()
{
    CounterModel model;
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    rates.feed(at(1000), totals(1000));
    model.update(rates);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    rates.feed(at(2000), totals(1000));
    model.update(rates);
    QCOMPARE(changes.count(), 0);
    rates.feed(at(3000), totals(1500));
    model.update(rates);
    QCOMPARE(changes.count(), 5); // bytes of the drive and of all; count, sum and average of the drive
    QCOMPARE(resets.count() + inserts.count(), 0);
}

void TestCounterModel::update_groupsAndRowsComeAndGo_indexesStay()
{
    CounterModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    model.update(rates);
    const QPersistentModelIndex read = find(model, u"block_rootfs.read_bytes"_s);
    rates.feed(at(1000), {{u"aaa"_s, QJsonObject{{u"x"_s, 1}}},
                          {u"zero"_s, 4},
                          {u"block_rootfs"_s, QJsonObject{{u"a"_s, 1}, {u"read_bytes"_s, 2000}, {u"z"_s, 1}}},
                          {u"zzz"_s, QJsonObject{{u"x"_s, 1}}}});
    model.update(rates);
    QVERIFY(read.isValid());
    QCOMPARE(read.data().toString(), u"read_bytes"_s);
    QCOMPARE(read.row(), 1);
    QCOMPARE(model.rowCount(), 4); // the rest, aaa, the drive, zzz
    QCOMPARE(model.index(0, 0).data().toString(), u"Other"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!read.isValid());
}

void TestCounterModel::failures_nonZero_markCounterAndGroup()
{
    CounterModel model;
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    model.update(rates);
    QCOMPARE(model.failures(), 0);
    const QModelIndex fails = find(model, u"block_rootfs.execute_fails"_s);
    QVERIFY(!fails.data(CounterModel::FailureRole).toBool());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    rates.feed(at(1000), totals(1000, 2));
    model.update(rates);
    QCOMPARE(model.failures(), 1);
    QVERIFY(fails.data(CounterModel::FailureRole).toBool());
    QVERIFY(fails.parent().data(CounterModel::FailureRole).toBool());
    QVERIFY(!model.index(0, 0).data(CounterModel::FailureRole).toBool());
    QVERIFY(fails.data(Qt::AccessibleTextRole).toString().contains(u"failures"));
    QVERIFY(fails.data(Qt::ToolTipRole).toString().contains(u"healthy"));
    const bool group = std::any_of(changes.begin(), changes.end(),
                                   [](const auto &change) { return !change.at(0).toModelIndex().parent().isValid(); });
    QVERIFY(group);
}

void TestCounterModel::average_ofADuration_isARow()
{
    CounterModel model;
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    rates.feed(at(1000), totals(3000)); // 20 reads took 4000 us
    model.update(rates);
    const QModelIndex average = find(model, u"block_rootfs.read_agg.avg_us"_s);
    QVERIFY(average.isValid());
    QCOMPARE(average.siblingAtColumn(CounterModel::ValueColumn).data().toString(), u"200"_s);
    QCOMPARE(average.siblingAtColumn(CounterModel::UnitColumn).data().toString(), u"µs"_s);
    QCOMPARE(average.siblingAtColumn(CounterModel::RateColumn).data().toString(), u"–"_s);
}

void TestCounterModel::ticks_stayByName()
{
    CounterModel model;
    QSignalSpy chosen(&model, &CounterModel::chosenChanged);
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    model.update(rates);
    const QString name = u"block_rootfs.read_bytes"_s;
    const QModelIndex read = find(model, name);
    QVERIFY(read.flags() & Qt::ItemIsUserCheckable);
    QVERIFY(!(read.parent().flags() & Qt::ItemIsUserCheckable));
    QVERIFY(model.setData(read, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(read.parent(), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList{name});
    model.clear();
    QCOMPARE(model.chosen(), QStringList{name});
    model.update(rates);
    QCOMPARE(find(model, name).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    model.setChosen({});
    QCOMPARE(find(model, name).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QCOMPARE(chosen.count(), 2);
}

void TestCounterModel::filter_textAndFailures_showGroupsOfMatches()
{
    CounterModel model;
    CounterFilterModel filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    CounterRates rates;
    rates.feed(at(0), totals(1000));
    model.update(rates);
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(u"BYTES"_s);
    QCOMPARE(filter.shown(), (QStringList{u"block.read_bytes"_s, u"block_rootfs.read_bytes"_s}));
    filter.setText(u"drive rootfs"_s); // a whole group by its title
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.shown().size(), model.rowCount(model.index(1, 0)));
    filter.setText(u"carried out"_s); // by the meaning
    QCOMPARE(filter.shown(), QStringList{u"block_rootfs.execute_fails"_s});
    filter.setText({});
    filter.setFailuresOnly(true);
    QCOMPARE(filter.rowCount(), 0);
    rates.feed(at(1000), totals(1000, 1));
    model.update(rates);
    QCOMPARE(filter.shown(), QStringList{u"block_rootfs.execute_fails"_s});
}

QTEST_GUILESS_MAIN(TestCounterModel)
#include "tst_counter_model.moc"
