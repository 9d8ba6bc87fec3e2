#include "manager/readiness.h"
#include "models/machine_filter_model.h"
#include "models/machine_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// A store in a folder of its own and what hangs on it.
struct Fixture {
    QTemporaryDir dir;
    Paths paths = [this] {
        Paths made;
        made.data = dir.path() + u"/data"_s;
        return made;
    }();
    MachineStore store{paths.machines(), paths.trash()};
    Readiness readiness{paths};
    Supervisor supervisor{paths, &store, &readiness};

    Fixture() { store.load(); }

    QString make(const QString &name, const QString &group = {}, const QStringList &tags = {})
    {
        MachineDefinition definition;
        definition.name = name;
        definition.group = group;
        definition.tags = tags;
        definition.config.machine = {.vcpuCount = 2, .memSizeMib = 512};
        const auto id = store.create(definition);
        return id ? *id : QString();
    }
};

class TestMachineModel : public QObject {
    Q_OBJECT

private slots:
    void machinesWithoutGroup_areAtTheTop()
    {
        Fixture fixture;
        MachineModel model(&fixture.supervisor);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString id = fixture.make(u"alpha"_s);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex index = model.index(0, 0);
        QVERIFY(!model.isGroup(index));
        QCOMPARE(index.data().toString(), u"alpha"_s);
        QCOMPARE(index.data(MachineModel::IdRole).toString(), id);
        QCOMPARE(model.indexOf(id), index);
        QVERIFY(index.data(MachineModel::SummaryRole).toString().contains(u'2'));
        QCOMPARE(index.data(MachineModel::StateRole).toInt(), static_cast<int>(MachineState::Stopped));
        QVERIFY(
            index.data(Qt::AccessibleTextRole).toString().contains(index.data(MachineModel::StateTextRole).toString()));
    }

    void group_comesAndGoesWithItsMachines()
    {
        Fixture fixture;
        MachineModel model(&fixture.supervisor);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString one = fixture.make(u"one"_s, u"web"_s);
        const QString two = fixture.make(u"two"_s, u"web"_s);
        QCOMPARE(model.rowCount(), 1);
        const QPersistentModelIndex group = model.index(0, 0);
        QVERIFY(model.isGroup(group));
        QCOMPARE(model.rowCount(group), 2);
        QVERIFY(fixture.store.moveToTrash(one).has_value());
        QCOMPARE(model.rowCount(group), 1);
        QVERIFY(fixture.store.moveToTrash(two).has_value());
        QVERIFY(!group.isValid());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(fixture.store.restore(two).has_value());
        QCOMPARE(model.rowCount(), 1);
    }

    void changedGroup_movesTheMachine()
    {
        Fixture fixture;
        MachineModel model(&fixture.supervisor);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString id = fixture.make(u"one"_s, u"web"_s);
        MachineDefinition definition = *fixture.store.find(id);
        definition.group = u"db"_s;
        QVERIFY(fixture.store.save(definition).has_value());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"db"_s);
        QCOMPARE(model.parent(model.indexOf(id)), model.index(0, 0));
    }

    void rename_isOneChangeAndNoReset()
    {
        Fixture fixture;
        const QString id = fixture.make(u"one"_s);
        fixture.make(u"two"_s);
        MachineModel model(&fixture.supervisor);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex index = model.indexOf(id);
        MachineDefinition definition = *fixture.store.find(id);
        definition.name = u"renamed"_s;
        QVERIFY(fixture.store.save(definition).has_value());
        QCOMPARE(resets.size(), 0);
        QVERIFY(!changes.isEmpty());
        QCOMPARE(changes.last().at(0).toModelIndex(), QModelIndex(index));
        QCOMPARE(index.data().toString(), u"renamed"_s);
    }

    void search_looksAtNameTagsAndGroup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("all") << QString() << QStringList{u"alpha"_s, u"beta 2"_s, u"beta 10"_s};
        QTest::newRow("part of a name, any case") << u"BET"_s << QStringList{u"beta 2"_s, u"beta 10"_s};
        QTest::newRow("two words, both needed") << u"beta 10"_s << QStringList{u"beta 10"_s};
        QTest::newRow("tag") << u"blue"_s << QStringList{u"alpha"_s};
        QTest::newRow("group") << u"web"_s << QStringList{u"beta 2"_s};
        QTest::newRow("nothing") << u"zzz"_s << QStringList();
    }

    void search_looksAtNameTagsAndGroup()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        Fixture fixture;
        fixture.make(u"beta 10"_s);
        fixture.make(u"alpha"_s, {}, {u"blue"_s});
        fixture.make(u"beta 2"_s, u"web"_s);
        MachineModel model(&fixture.supervisor);
        MachineFilterModel filter;
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setSearch(text);
        QStringList names;
        const std::function<void(QModelIndex)> walk = [&](const QModelIndex &parent) {
            for (int row = 0; row < filter.rowCount(parent); ++row) {
                const QModelIndex index = filter.index(row, 0, parent);
                if (!index.data(MachineModel::IdRole).toString().isEmpty())
                    names.append(index.data().toString());
                walk(index);
            }
        };
        walk({});
        names.sort();
        QStringList wanted = found;
        wanted.sort();
        QCOMPARE(names, wanted);
    }

    void order_isByNameWithNumbersInOrder()
    {
        Fixture fixture;
        fixture.make(u"b10"_s);
        fixture.make(u"b9"_s);
        fixture.make(u"inGroup"_s, u"a-group"_s);
        fixture.make(u"A1"_s);
        MachineModel model(&fixture.supervisor);
        MachineFilterModel filter;
        filter.setSourceModel(&model);
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, 0).data().toString());
        QCOMPARE(names, (QStringList{u"A1"_s, u"b9"_s, u"b10"_s, u"a-group"_s}));
    }

    void stateAndTagFilter_narrow()
    {
        Fixture fixture;
        fixture.make(u"one"_s, {}, {u"red"_s});
        fixture.make(u"two"_s, u"g"_s, {u"green"_s});
        MachineModel model(&fixture.supervisor);
        MachineFilterModel filter;
        filter.setSourceModel(&model);
        filter.setTags({u"green"_s});
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"g"_s);
        filter.setStates({MachineState::Running});
        QCOMPARE(filter.rowCount(), 0);
        filter.setStates({MachineState::Stopped});
        QCOMPARE(filter.rowCount(), 1);
        filter.setTags({});
        QCOMPARE(filter.rowCount(), 2);
        QVERIFY(filter.isFiltering());
    }
};

QTEST_GUILESS_MAIN(TestMachineModel)
#include "tst_machine_model.moc"
