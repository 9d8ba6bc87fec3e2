#include "models/balloon_monitor.h"

#include "support/stub_engine.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestBalloonMonitor : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void absent_engineSaysSo_isNotAskedAgain();
    void present_sampleHasTargetActualAndMemory();
    void statisticsOff_actualIsUnknown();
    void target_quickChanges_becomeOneRequest();
    void target_refused_isToldWordForWord();
    void target_duringARequest_followsIt();
    void interval_changed_isSent();
    void hinting_startAndStop_areSent();
    void engineGone_isNotAbsent();
    void clientGone_isUnknownAgain();

private:
    int count(const QByteArray &line) const { return static_cast<int>(m_engine->requestLines().count(line)); }

    std::unique_ptr<stub::Engine> m_engine;
    std::unique_ptr<EngineClient> m_client;
    std::unique_ptr<BalloonMonitor> m_monitor;
};

void TestBalloonMonitor::init()
{
    m_engine = std::make_unique<stub::Engine>();
    m_engine->model().state = u"Running"_s;
    m_engine->model().machineConfig.insert(u"mem_size_mib"_s, 256);
    m_engine->model().balloon = {{u"amount_mib"_s, 16},
                                 {u"deflate_on_oom"_s, false},
                                 {u"stats_polling_interval_s"_s, 1},
                                 {u"free_page_hinting"_s, true}};
    m_engine->model().balloonActualMib = 12;
    m_engine->model().balloonStatistics = {{u"free_memory"_s, 1000}, {u"total_memory"_s, 5000}};
    m_client = std::make_unique<EngineClient>(m_engine->socketPath());
    m_monitor = std::make_unique<BalloonMonitor>();
}

void TestBalloonMonitor::cleanup()
{
    m_monitor.reset();
    m_client.reset();
    m_engine.reset();
}

void TestBalloonMonitor::absent_engineSaysSo_isNotAskedAgain()
{
    m_engine->model().balloon = {};
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    QTRY_VERIFY(m_monitor->state() == BalloonMonitor::State::Absent);
    QCOMPARE(m_monitor->error()->fault, u"Internal VMM error: Failed perform action on device: Device not found"_s);
    m_monitor->watch(false);
    m_monitor->watch(true);
    QCOMPARE(m_client->connection()->pending(), 0);
    QCOMPARE(count("GET /balloon"), 1);
    QVERIFY(m_monitor->samples().empty());
}

void TestBalloonMonitor::present_sampleHasTargetActualAndMemory()
{
    QSignalSpy sampled(m_monitor.get(), &BalloonMonitor::sampled);
    m_monitor->setClient(m_client.get());
    QCOMPARE(m_client->connection()->pending(), 0); // nobody watches
    m_monitor->watch(true);
    QTRY_COMPARE(sampled.count(), 1);
    const BalloonSample sample = m_monitor->samples().back();
    QCOMPARE(sample.target, 16.0 * 1048576);
    QCOMPARE(sample.actual, 12.0 * 1048576);
    QCOMPARE(sample.free, 1000.0);
    QCOMPARE(sample.total, 5000.0);
    QVERIFY(std::isnan(sample.available));
    QVERIFY(m_monitor->hinting());
    QCOMPARE(m_monitor->hinting()->hostCommand, 0u);
    QTRY_VERIFY(sampled.count() >= 2); // goes on by itself
}

void TestBalloonMonitor::statisticsOff_actualIsUnknown()
{
    m_engine->model().balloon.insert(u"stats_polling_interval_s"_s, 0);
    m_engine->model().balloon.insert(u"free_page_hinting"_s, false);
    QSignalSpy sampled(m_monitor.get(), &BalloonMonitor::sampled);
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    QTRY_COMPARE(sampled.count(), 1);
    QVERIFY(std::isnan(m_monitor->samples().back().actual));
    QVERIFY(!m_monitor->statistics());
    QVERIFY(!m_monitor->hinting());
    QCOMPARE(m_engine->requestLines(), QList<QByteArray>{"GET /balloon"});
}

void TestBalloonMonitor::target_quickChanges_becomeOneRequest()
{
    m_monitor->setClient(m_client.get());
    QSignalSpy succeeded(m_monitor.get(), &BalloonMonitor::succeeded);
    for (const quint64 mib : {20U, 40U, 60U, 80U})
        m_monitor->setTarget(mib);
    QCOMPARE(m_monitor->wantedMib(), std::optional<quint64>(80));
    QTRY_COMPARE(succeeded.count(), 1);
    QCOMPARE(count("PATCH /balloon"), 1);
    QCOMPARE(m_engine->model().balloon.value(u"amount_mib"_s).toInt(), 80);
    QVERIFY(!m_monitor->wantedMib());
    QCOMPARE(m_monitor->balloon().amountMib, 80u);
}

void TestBalloonMonitor::target_refused_isToldWordForWord()
{
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    QTRY_VERIFY(m_monitor->state() == BalloonMonitor::State::Present);
    QSignalSpy failed(m_monitor.get(), &BalloonMonitor::failed);
    m_monitor->setTarget(257);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][1].value<ApiError>().fault,
             u"Balloon update error: Balloon: Requested memory should be less than 257MiB"_s);
    QVERIFY(!m_monitor->wantedMib());
    QCOMPARE(m_monitor->balloon().amountMib, 16u);
}

void TestBalloonMonitor::target_duringARequest_followsIt()
{
    m_monitor->setClient(m_client.get());
    m_engine->setDelay(600); // longer than the debouncing
    QSignalSpy succeeded(m_monitor.get(), &BalloonMonitor::succeeded);
    m_monitor->setTarget(30);
    QTRY_COMPARE(count("PATCH /balloon"), 1);
    m_monitor->setTarget(50);
    QTRY_COMPARE(succeeded.count(), 2);
    QCOMPARE(m_engine->model().balloon.value(u"amount_mib"_s).toInt(), 50);
    QCOMPARE(count("PATCH /balloon"), 2);
}

void TestBalloonMonitor::interval_changed_isSent()
{
    m_monitor->setClient(m_client.get());
    QSignalSpy succeeded(m_monitor.get(), &BalloonMonitor::succeeded);
    QSignalSpy failed(m_monitor.get(), &BalloonMonitor::failed);
    m_monitor->setStatisticsInterval(9);
    QTRY_COMPARE(succeeded.count(), 1);
    QCOMPARE(m_engine->model().balloon.value(u"stats_polling_interval_s"_s).toInt(), 9);
    m_monitor->setStatisticsInterval(0);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][1].value<ApiError>().fault,
             u"Balloon update error: Balloon: Statistics cannot be enabled/disabled after activation."_s);
}

void TestBalloonMonitor::hinting_startAndStop_areSent()
{
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    m_monitor->startHinting(false);
    QTRY_VERIFY(m_monitor->hinting() && m_monitor->hinting()->hostCommand == 2);
    m_monitor->stopHinting();
    QTRY_COMPARE(m_monitor->hinting()->hostCommand, 1u);
}

void TestBalloonMonitor::engineGone_isNotAbsent()
{
    m_engine->die();
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    QTRY_VERIFY(m_monitor->error());
    QVERIFY(m_monitor->state() == BalloonMonitor::State::Unknown);
    m_engine->revive();
    QTRY_VERIFY(m_monitor->state() == BalloonMonitor::State::Present);
}

void TestBalloonMonitor::clientGone_isUnknownAgain()
{
    m_monitor->setClient(m_client.get());
    m_monitor->watch(true);
    QTRY_VERIFY(m_monitor->state() == BalloonMonitor::State::Present);
    m_client.reset();
    m_monitor->setTarget(1); // goes nowhere
    m_monitor->setClient(nullptr);
    QVERIFY(m_monitor->state() == BalloonMonitor::State::Unknown);
    QVERIFY(!m_monitor->wantedMib());
}

QTEST_GUILESS_MAIN(TestBalloonMonitor)
#include "tst_balloon_monitor.moc"
