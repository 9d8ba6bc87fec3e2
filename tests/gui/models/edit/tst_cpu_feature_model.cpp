#include "manager/cpu_answer.h"
#include "models/cpu_feature_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCpuFeatureModel : public QObject {
    Q_OBJECT

    static QList<CpuFeature> sample() { return cpuReportFromJson(cpuAnswer())->features; }
    static QStringList row(const QAbstractItemModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
        return texts;
    }
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList names;
        for (int at = 0; at < model.rowCount(); ++at)
            names << model.index(at, 0).data().toString();
        return names;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void texts_everyColumn()
    {
        CpuFeatureModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFeatures(sample());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(row(model, 0),
                 QStringList({u"avx"_s, u"Advanced vector extensions"_s, u"yes"_s, u"as on the host"_s, u"yes"_s}));
        QCOMPARE(row(model, 1),
                 QStringList({u"erms"_s, u"Enhanced REP MOVSB and STOSB"_s, u"no"_s, u"sets it"_s, u"yes"_s}));
        QCOMPARE(row(model, 2), QStringList({u"rdseed"_s, u"RDSEED"_s, u"yes"_s, u"takes it away"_s, u"no"_s}));
        QCOMPARE(model.index(2, CpuFeatureModel::GuestColumn).data(Qt::AccessibleTextRole).toString(), u"Guest: no"_s);
        QCOMPARE(model.index(2, 0).data(Qt::ToolTipRole).toString(), u"RDSEED\nCPUID 0x7.0 EBX[18]"_s);
        QVERIFY(!model.index(0, 0).data(CpuFeatureModel::DifferenceRole).toBool());
        QVERIFY(model.index(1, 0).data(CpuFeatureModel::DifferenceRole).toBool());
        QVERIFY(model.index(3, 0).data(CpuFeatureModel::DifferenceRole).toBool()); // the engine's own doing
    }

    void sameFeatures_keepTheirRows()
    {
        CpuFeatureModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFeatures(sample());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<CpuFeature> other = sample();
        other[1].change = CpuFeature::Change::Host;
        other[1].guest = std::nullopt;
        model.setFeatures(other);
        QVERIFY(reset.isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(row(model, 1).constLast(), u"–"_s);
        other.removeLast();
        model.setFeatures(other);
        QCOMPARE(reset.size(), 1);
        model.setFeatures({});
        QCOMPARE(model.rowCount(), 0);
    }

    void filter_textAndDifferences()
    {
        CpuFeatureModel model;
        CpuFeatureFilterModel filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        model.setFeatures(sample());
        QCOMPARE(names(filter), QStringList({u"avx"_s, u"erms"_s, u"rdseed"_s, u"ht"_s}));
        filter.setText(u"VECTOR"_s);
        QCOMPARE(names(filter), QStringList{u"avx"_s});
        filter.setText(u"0x7.0 ebx"_s);
        QCOMPARE(names(filter), QStringList({u"erms"_s, u"rdseed"_s}));
        filter.setText({});
        filter.setDifferencesOnly(true);
        QCOMPARE(names(filter), QStringList({u"erms"_s, u"rdseed"_s, u"ht"_s}));
        // A change of a value is a change of what is shown.
        QList<CpuFeature> other = sample();
        other[1].change = CpuFeature::Change::Host;
        other[1].guest = false;
        model.setFeatures(other);
        QCOMPARE(names(filter), QStringList({u"rdseed"_s, u"ht"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCpuFeatureModel)
#include "tst_cpu_feature_model.moc"
