#include "models/counter_rates.h"
#include "models/limiters.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject bucket(qint64 size, qint64 refill)
{
    return {{u"size"_s, size}, {u"one_time_burst"_s, QJsonValue::Null}, {u"refill_time"_s, refill}};
}

QJsonObject limiter(const QJsonValue &bandwidth, const QJsonValue &ops)
{
    return {{u"bandwidth"_s, bandwidth}, {u"ops"_s, ops}};
}

} // namespace

class TestLimiters : public QObject {
    Q_OBJECT
private slots:
    void configuration_ofEveryDevice_isUnderstood();
    void configuration_withoutLimits_isEmpty();
    void configuration_notUnderstood_saysWhere();
    void sustainedRate_isSizeOverRefillTime();
    void rate_ofSeveralCounters_isTheirSum();
};

void TestLimiters::configuration_ofEveryDevice_isUnderstood()
{
    const QJsonObject config{
        {u"drives"_s, QJsonArray{QJsonObject{{u"drive_id"_s, u"rootfs"_s},
                                             {u"rate_limiter"_s, limiter(bucket(1 << 20, 500), QJsonValue::Null)}},
                                 QJsonObject{{u"drive_id"_s, u"free"_s}, {u"rate_limiter"_s, QJsonValue::Null}}}},
        {u"network-interfaces"_s,
         QJsonArray{QJsonObject{{u"iface_id"_s, u"eth0"_s},
                                {u"rx_rate_limiter"_s, limiter(QJsonValue::Null, bucket(10, 100))},
                                {u"tx_rate_limiter"_s, limiter(bucket(5, 1000), bucket(0, 100))}}}},
        {u"entropy"_s, QJsonObject{{u"rate_limiter"_s, limiter(bucket(64, 1000), QJsonValue::Null)}}}};
    const auto flows = limitersOf(config);
    QVERIFY(flows);
    QStringList titles;
    for (const LimitedFlow &flow : *flows)
        titles.append(flow.title);
    QCOMPARE(titles, (QStringList{u"Drive rootfs"_s, u"Network interface eth0: receiving"_s,
                                  u"Network interface eth0: sending"_s, u"Entropy device"_s}));
    QCOMPARE(flows->at(0).bytes, (QStringList{u"block_rootfs.read_bytes"_s, u"block_rootfs.write_bytes"_s}));
    QCOMPARE(flows->at(0).throttled, u"block_rootfs.rate_limiter_throttled_events"_s);
    QVERIFY(isOn(flows->at(1).limiter.ops) && !isOn(flows->at(1).limiter.bandwidth));
    QCOMPARE(flows->at(1).operations, QStringList{u"net_eth0.rx_packets_count"_s});
    QCOMPARE(flows->at(2).bytes, QStringList{u"net_eth0.tx_bytes_count"_s});
    QCOMPARE(flows->at(2).throttled, u"net_eth0.tx_rate_limiter_throttled"_s);
    QCOMPARE(flows->at(3).throttled, u"entropy.entropy_rate_limiter_throttled"_s);
}

void TestLimiters::configuration_withoutLimits_isEmpty()
{
    for (const QJsonObject &config :
         {QJsonObject(), QJsonObject{{u"drives"_s, QJsonArray()}, {u"entropy"_s, QJsonValue::Null}},
          QJsonObject{{u"entropy"_s, QJsonObject{{u"rate_limiter"_s, QJsonValue::Null}}}},
          QJsonObject{{u"entropy"_s, QJsonObject{{u"rate_limiter"_s, limiter(bucket(0, 5), bucket(5, 0))}}}}}) {
        const auto flows = limitersOf(config);
        QVERIFY(flows);
        QVERIFY(flows->isEmpty());
    }
}

void TestLimiters::configuration_notUnderstood_saysWhere()
{
    const auto flows = limitersOf(
        {{u"drives"_s, QJsonArray{QJsonObject{{u"drive_id"_s, u"a"_s},
                                              {u"rate_limiter"_s, limiter(QJsonObject{{u"size"_s, u"x"_s}}, {})}}}}});
    QVERIFY(!flows);
    QCOMPARE(flows.error(), u"drives[0]: bandwidth.refill_time: missing"_s);
}

void TestLimiters::sustainedRate_isSizeOverRefillTime()
{
    QCOMPARE(sustainedRate({.size = 1000, .oneTimeBurst = 77, .refillTimeMs = 100}), 10000.0);
    QCOMPARE(sustainedRate({.size = 3, .oneTimeBurst = {}, .refillTimeMs = 2000}), 1.5);
}

void TestLimiters::rate_ofSeveralCounters_isTheirSum()
{
    CounterRates rates;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    rates.feed(now, {{u"a"_s, 1}, {u"b"_s, 2}});
    QVERIFY(std::isnan(rateOf({u"a"_s, u"b"_s}, rates)));
    rates.feed(now.addSecs(1), {{u"a"_s, 3}, {u"b"_s, 5}});
    QCOMPARE(rateOf({u"a"_s, u"b"_s, u"absent"_s}, rates), 5.0);
    QVERIFY(std::isnan(rateOf({u"absent"_s}, rates)));
}

QTEST_GUILESS_MAIN(TestLimiters)
#include "tst_limiters.moc"
