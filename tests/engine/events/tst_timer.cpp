#include "events/event_loop.h"
#include "events/timer.h"
#include "support/eventually.h"

#include <QTest>

#include <array>

using namespace sparkler;
using namespace sparkler::test;
using namespace std::chrono_literals;

namespace {

TimerFd newTimer()
{
    return std::move(TimerFd::create().value());
}

bool fires(const TimerFd &timer, std::chrono::milliseconds limit = kPatience)
{
    return waitReadable(std::array{timer.get()}, limit) == 0;
}

} // namespace

class TestTimer : public QObject {
    Q_OBJECT
private slots:
    void unarmed_isSilent();
    void armOnce_firesOnceNotEarly();
    void armOnce_zero_firesAtOnce();
    void armOnce_negative_firesAtOnce();
    void armOnce_replacesEarlierArming();
    void armPeriodic_firesAgain();
    void disarm_silences();
    void disarm_afterFiring_clears();
};

void TestTimer::unarmed_isSilent()
{
    TimerFd timer = newTimer();
    QVERIFY(!fires(timer, 5ms));
    QCOMPARE(timer.drain(), 0u);
}

void TestTimer::armOnce_firesOnceNotEarly()
{
    TimerFd timer = newTimer();
    const auto start = std::chrono::steady_clock::now();
    timer.armOnce(15ms);
    QVERIFY(fires(timer));
    QVERIFY(std::chrono::steady_clock::now() - start >= 15ms);
    QCOMPARE(timer.drain(), 1u);
    QVERIFY(!fires(timer, 20ms));
    QCOMPARE(timer.drain(), 0u);
}

void TestTimer::armOnce_zero_firesAtOnce()
{
    TimerFd timer = newTimer();
    timer.armOnce(0ns);
    QVERIFY(fires(timer));
}

void TestTimer::armOnce_negative_firesAtOnce()
{
    TimerFd timer = newTimer();
    timer.armOnce(-1h);
    QVERIFY(fires(timer));
}

void TestTimer::armOnce_replacesEarlierArming()
{
    TimerFd timer = newTimer();
    timer.armOnce(1h);
    timer.armOnce(1ms);
    QVERIFY(fires(timer));
}

void TestTimer::armPeriodic_firesAgain()
{
    TimerFd timer = newTimer();
    timer.armPeriodic(1ms);
    QVERIFY(fires(timer));
    QVERIFY(timer.drain() >= 1);
    QVERIFY(fires(timer));
    QVERIFY(timer.drain() >= 1);
}

void TestTimer::disarm_silences()
{
    TimerFd timer = newTimer();
    timer.armOnce(10ms);
    timer.disarm();
    QVERIFY(!fires(timer, 20ms));
}

void TestTimer::disarm_afterFiring_clears()
{
    TimerFd timer = newTimer();
    timer.armOnce(1ns);
    QVERIFY(fires(timer));
    timer.disarm();
    QCOMPARE(timer.drain(), 0u);
}

QTEST_APPLESS_MAIN(TestTimer)
#include "tst_timer.moc"
