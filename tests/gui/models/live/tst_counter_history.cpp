#include "models/counter_history.h"

#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms);
}

using Values = std::vector<qint64>;

} // namespace

class TestCounterHistory : public QObject {
    Q_OBJECT
private slots:
    void values_changesAndAbsence_areKept();
    void append_olderSample_isLeftOut();
    void full_oldestLeave_valuesStayRight();
    void shown_isWhatTheRatesSaid();
    void clear_forgetsAll();
};

void TestCounterHistory::values_changesAndAbsence_areKept()
{
    CounterHistory history;
    history.append(at(0), {{u"a"_s, 5}});
    history.append(at(1000), {{u"a"_s, 5}, {u"b"_s, 0}});
    history.append(at(2000), {{u"b"_s, 7}});
    history.append(at(3000), {{u"a"_s, 1}, {u"b"_s, 7}});
    QCOMPARE(history.values(u"a"_s), (Values{5, 5, -1, 1}));
    QCOMPARE(history.values(u"b"_s), (Values{-1, 0, 7, 7}));
    QCOMPARE(history.values(u"c"_s), (Values{-1, -1, -1, -1}));
    QCOMPARE(history.names(), (QStringList{u"a"_s, u"b"_s}));
}

void TestCounterHistory::append_olderSample_isLeftOut()
{
    CounterHistory history;
    history.append(at(1000), {{u"a"_s, 1}});
    history.append(at(1000), {{u"a"_s, 2}});
    history.append(at(500), {{u"a"_s, 3}});
    QCOMPARE(history.values(u"a"_s), (Values{1}));
}

void TestCounterHistory::full_oldestLeave_valuesStayRight()
{
    CounterHistory history(3);
    for (int i = 0; i < 10; ++i) {
        Counters now{{u"constant"_s, 4}, {u"growing"_s, i}};
        if (i < 2)
            now.insert(u"early"_s, 1);
        history.append(at(1000 * i), now);
    }
    QCOMPARE(history.times().size(), std::size_t{3});
    QCOMPARE(history.values(u"constant"_s), (Values{4, 4, 4}));
    QCOMPARE(history.values(u"growing"_s), (Values{7, 8, 9}));
    QCOMPARE(history.names(), (QStringList{u"constant"_s, u"growing"_s})); // what is long gone costs nothing
}

void TestCounterHistory::shown_isWhatTheRatesSaid()
{
    // The same samples, live and from history, with a gap, a restart and a gauge.
    const QString average = u"block_a.read_agg.avg_us"_s;
    const QStringList names{u"block_a.read_count"_s, u"block_a.read_agg.max_us"_s, average};
    const std::vector<std::array<qint64, 4>> samples{// ms, count, sum, longest
                                                     {0, 10, 100, 3},    {1000, 12, 180, 9},  {2000, 12, 180, 9},
                                                     {9000, 20, 900, 9}, {9500, 22, 1000, 9}, {10500, 1, 10, 2},
                                                     {11500, 3, 30, 2}};
    CounterRates rates;
    CounterHistory history;
    QMap<QString, std::vector<double>> live;
    for (const auto &[ms, count, sum, longest] : samples) {
        rates.feed(at(ms), {{u"block_a"_s,
                             QJsonObject{{u"read_count"_s, count},
                                         {u"read_agg"_s, QJsonObject{{u"sum_us"_s, sum}, {u"max_us"_s, longest}}}}}});
        history.append(rates.at(), rates.totals());
        for (const QString &name : names)
            live[name].push_back(rates.shown(name));
    }
    for (const QString &name : names) {
        const std::vector<double> stored = history.shown(name);
        QCOMPARE(stored.size(), samples.size());
        for (std::size_t i = 0; i < stored.size(); ++i)
            QVERIFY2((std::isnan(stored[i]) && std::isnan(live[name][i])) || qFuzzyCompare(stored[i], live[name][i]),
                     qPrintable(u"%1 %2"_s.arg(name).arg(i)));
    }
    QCOMPARE(history.shown(average)[1], 40.0);
    QVERIFY(std::isnan(history.shown(average)[2]));
    QVERIFY(std::isnan(history.shown(names[0])[3])); // a long silence
}

void TestCounterHistory::clear_forgetsAll()
{
    CounterHistory history;
    history.append(at(0), {{u"a"_s, 1}});
    history.clear();
    QVERIFY(history.isEmpty());
    QVERIFY(history.names().isEmpty());
    history.append(at(0), {{u"a"_s, 1}});
    QCOMPARE(history.values(u"a"_s), (Values{1}));
}

QTEST_GUILESS_MAIN(TestCounterHistory)
#include "tst_counter_history.moc"
