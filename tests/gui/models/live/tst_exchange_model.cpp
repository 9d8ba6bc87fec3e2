#include "models/exchange_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

Exchange good(quint64 serial, const QString &path)
{
    Exchange exchange;
    exchange.serial = serial;
    exchange.method = "PUT";
    exchange.path = path;
    exchange.startedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6));
    exchange.duration = std::chrono::microseconds(1240);
    exchange.status = 204;
    return exchange;
}

Exchange refused(quint64 serial, const QString &path)
{
    Exchange exchange = good(serial, path);
    exchange.status = 400;
    ApiError error;
    error.kind = ApiError::Kind::Fault;
    error.status = 400;
    error.fault = u"no such drive"_s;
    error.method = exchange.method;
    error.path = path;
    exchange.error = error;
    return exchange;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestExchangeModel : public QObject {
    Q_OBJECT
private slots:
    void append_exchange_showsItsParts();
    void append_overTheLimit_dropsTheOldest();
    void setExchanges_moreThanTheLimit_keepsTheNewest();
    void clear_exchanges_removesRows();
    void statusText_everyKindOfError_isDistinct();
    void durationText_milliAndSeconds_useFittingUnits();
    void filter_textAndErrors_narrowTheRows();
    void sort_byDuration_usesNumbers();
};

void TestExchangeModel::append_exchange_showsItsParts()
{
    ExchangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(good(1, u"/drives/rootfs"_s));
    model.append(refused(2, u"/drives/x"_s));
    QCOMPARE(cell(model, 0, ExchangeModel::TimeColumn), u"03:04:05.006"_s);
    QCOMPARE(cell(model, 0, ExchangeModel::MethodColumn), u"PUT"_s);
    QCOMPARE(cell(model, 0, ExchangeModel::PathColumn), u"/drives/rootfs"_s);
    QCOMPARE(cell(model, 0, ExchangeModel::StatusColumn), u"204"_s);
    QVERIFY(!model.index(0, 0).data(ExchangeModel::FailedRole).toBool());
    QVERIFY(model.index(1, 0).data(ExchangeModel::FailedRole).toBool());
    QVERIFY(cell(model, 1, ExchangeModel::StatusColumn).startsWith(u"400"));
    QVERIFY(cell(model, 1, ExchangeModel::StatusColumn) != u"400"_s); // words as well as a colour
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"no such drive"));
}

void TestExchangeModel::append_overTheLimit_dropsTheOldest()
{
    ExchangeModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i <= ExchangeModel::kMaximum; ++i)
        model.append(good(static_cast<quint64>(i), u"/"_s + QString::number(i)));
    QCOMPARE(model.rowCount(), ExchangeModel::kMaximum);
    QCOMPARE(model.at(0).serial, quint64{1});
    QCOMPARE(model.at(model.rowCount() - 1).serial, quint64{ExchangeModel::kMaximum});
    QCOMPARE(resets.count(), 0);
}

void TestExchangeModel::setExchanges_moreThanTheLimit_keepsTheNewest()
{
    std::deque<Exchange> many;
    for (quint64 i = 0; i < quint64{ExchangeModel::kMaximum} + 5; ++i)
        many.push_back(good(i, u"/"_s));
    ExchangeModel model;
    model.setExchanges(many);
    QCOMPARE(model.rowCount(), ExchangeModel::kMaximum);
    QCOMPARE(model.at(0).serial, quint64{5});
}

void TestExchangeModel::clear_exchanges_removesRows()
{
    ExchangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(good(1, u"/"_s));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestExchangeModel::statusText_everyKindOfError_isDistinct()
{
    using Kind = ApiError::Kind;
    QSet<QString> texts;
    for (const Kind kind : {Kind::NotConnected, Kind::TimedOut, Kind::Cancelled, Kind::ConnectionLost, Kind::Protocol,
                            Kind::TooLarge, Kind::Fault}) {
        Exchange exchange = refused(1, u"/"_s);
        exchange.error->kind = kind;
        texts.insert(ExchangeModel::statusText(exchange));
    }
    QCOMPARE(texts.size(), 7);
    QVERIFY(!texts.contains(QString()));
}

void TestExchangeModel::durationText_milliAndSeconds_useFittingUnits()
{
    const QLocale locale;
    QCOMPARE(ExchangeModel::durationText(std::chrono::microseconds(1240)), locale.toString(1.24, 'f', 2) + u" ms"_s);
    QCOMPARE(ExchangeModel::durationText(std::chrono::milliseconds(250)), u"250 ms"_s);
    QCOMPARE(ExchangeModel::durationText(std::chrono::milliseconds(3100)), locale.toString(3.10, 'f', 2) + u" s"_s);
}

void TestExchangeModel::filter_textAndErrors_narrowTheRows()
{
    ExchangeModel model;
    ExchangeFilterModel filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(good(1, u"/drives/rootfs"_s));
    model.append(refused(2, u"/drives/x"_s));
    model.append(good(3, u"/actions"_s));
    QCOMPARE(filter.rowCount(), 3);
    filter.setText(u"DRIVES"_s);
    QCOMPARE(filter.rowCount(), 2);
    filter.setErrorsOnly(true);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(cell(filter, 0, ExchangeModel::PathColumn), u"/drives/x"_s);
    filter.setText({});
    model.append(refused(4, u"/actions"_s));
    QCOMPARE(filter.rowCount(), 2);
    filter.setErrorsOnly(false);
    QCOMPARE(filter.rowCount(), 4);
}

void TestExchangeModel::sort_byDuration_usesNumbers()
{
    ExchangeModel model;
    ExchangeFilterModel filter;
    filter.setSourceModel(&model);
    Exchange slow = good(1, u"/slow"_s);
    slow.duration = std::chrono::milliseconds(10);
    Exchange quick = good(2, u"/quick"_s);
    quick.duration = std::chrono::milliseconds(9);
    model.append(slow);
    model.append(quick);
    filter.sort(ExchangeModel::DurationColumn);
    QCOMPARE(cell(filter, 0, ExchangeModel::PathColumn), u"/quick"_s);
}

QTEST_GUILESS_MAIN(TestExchangeModel)
#include "tst_exchange_model.moc"
