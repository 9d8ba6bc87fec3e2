#include "models/interface_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestInterfaceModel : public QObject {
    Q_OBJECT

    static NetworkInterface interface(const QString &id, const QString &device)
    {
        return {.ifaceId = id, .hostDevName = device};
    }
    static QString shown(const InterfaceModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void texts_everyColumn()
    {
        InterfaceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        NetworkInterface full = interface(u"eth0"_s, u"tap0"_s);
        full.guestMac = u"02:AA:00:00:00:01"_s;
        full.mtu = 1400;
        full.rxRateLimiter = RateLimiter{TokenBucket{1 << 20, {}, 1000}, {}};
        model.setInterfaces({full, interface(u"eth1"_s, u"tap1"_s)});
        QCOMPARE(shown(model, 0, InterfaceModel::IdColumn), u"eth0"_s);
        QCOMPARE(shown(model, 0, InterfaceModel::DeviceColumn), u"tap0"_s);
        QCOMPARE(shown(model, 0, InterfaceModel::MacColumn), u"02:aa:00:00:00:01"_s);
        QCOMPARE(shown(model, 0, InterfaceModel::MtuColumn), u"1,400"_s);
        QCOMPARE(shown(model, 0, InterfaceModel::RxColumn), u"1 MiB/s"_s);
        QCOMPARE(shown(model, 0, InterfaceModel::TxColumn), u"None"_s);
        QCOMPARE(shown(model, 1, InterfaceModel::MacColumn), u"Guest chooses"_s);
        QCOMPARE(shown(model, 1, InterfaceModel::MtuColumn), u"Default"_s);
        QCOMPARE(model.index(0, InterfaceModel::DeviceColumn).data(Qt::AccessibleTextRole).toString(),
                 u"Host device: tap0"_s);
        QCOMPARE(model.rowOf(u"eth1"_s), 1);
        QCOMPARE(model.rowOf(u"eth2"_s), -1);
    }

    void states_areShownAndOursIsNoProblem()
    {
        using Mark = InterfaceModel::HostMark;
        InterfaceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInterfaces({interface(u"a"_s, u"t0"_s), interface(u"b"_s, u"t1"_s), interface(u"c"_s, u"t2"_s),
                             interface(u"d"_s, u"t3"_s), interface(u"e"_s, u"t4"_s)});
        QHash<QString, TapState> states;
        for (const auto &[name, problem] :
             std::initializer_list<std::pair<QString, TapState::Problem>>{{u"t0"_s, TapState::Problem::None},
                                                                          {u"t1"_s, TapState::Problem::Missing},
                                                                          {u"t2"_s, TapState::Problem::Busy},
                                                                          {u"t3"_s, TapState::Problem::Down}}) {
            states[name].name = name;
            states[name].problem = problem;
        }
        const auto mark = [&](int row) {
            return static_cast<Mark>(
                model.index(row, InterfaceModel::HostColumn).data(InterfaceModel::HostMarkRole).toInt());
        };
        QCOMPARE(mark(0), Mark::Unknown);
        model.setStates(states, {});
        QCOMPARE(mark(0), Mark::Good);
        QCOMPARE(mark(1), Mark::Problem);
        QCOMPARE(mark(2), Mark::Problem);
        QCOMPARE(mark(3), Mark::Warning);
        QCOMPARE(mark(4), Mark::Unknown);
        QCOMPARE(shown(model, 1, InterfaceModel::HostColumn), u"Missing"_s);
        QVERIFY(model.index(1, InterfaceModel::HostColumn).data(Qt::ToolTipRole).toString().contains(u"t1"_s));
        model.setStates(states, {u"t2"_s});
        QCOMPARE(mark(2), Mark::Used);
        QCOMPARE(shown(model, 2, InterfaceModel::HostColumn), u"In use here"_s);
    }

    void changes_keepTheSelection()
    {
        InterfaceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto a = interface(u"a"_s, u"t0"_s), b = interface(u"b"_s, u"t1"_s), c = interface(u"c"_s, u"t2"_s);
        model.setInterfaces({a, b, c});
        QItemSelectionModel selection(&model);
        selection.select(model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const auto selected = [&] {
            const auto rows = selection.selectedRows();
            return rows.isEmpty() ? QString() : rows.constFirst().data(InterfaceModel::InterfaceIdRole).toString();
        };
        model.setInterfaces({b, c});
        QCOMPARE(selected(), u"c"_s);
        model.setInterfaces({b, a, c});
        QCOMPARE(selected(), u"c"_s);
        NetworkInterface renamed = b;
        renamed.ifaceId = u"z"_s;
        model.setInterfaces({renamed, a, c});
        QCOMPARE(selected(), u"c"_s);
        QCOMPARE(model.interfaces(), QList<NetworkInterface>({renamed, a, c}));
        model.setInterfaces({});
        QCOMPARE(model.rowCount(), 0);
    }

    void notes_problemsAreMarked()
    {
        InterfaceModel model;
        model.setInterfaces({interface(u"a"_s, u"t0"_s)});
        model.setNotes({{u"a"_s, {u"Changed"_s, false}}});
        QCOMPARE(shown(model, 0, InterfaceModel::NoteColumn), u"Changed"_s);
        QVERIFY(!model.index(0, 0).data(InterfaceModel::ProblemRole).toBool());
        model.setNotes({{u"a"_s, {u"Wrong"_s, true}}});
        QVERIFY(model.index(0, 0).data(InterfaceModel::ProblemRole).toBool());
    }
};

QTEST_GUILESS_MAIN(TestInterfaceModel)
#include "tst_interface_model.moc"
