#include "ratelimit/token_bucket.h"

#include <QTest>

#include <limits>

using namespace sparkler;
using namespace std::chrono_literals;
using Verdict = TokenBucket::Verdict;

namespace {

const TimePoint kStart{1h};

TokenBucket bucketOf(std::uint64_t size, std::uint64_t burst, std::uint64_t refillMs)
{
    return *TokenBucket::make({size, burst, refillMs}, kStart);
}

} // namespace

class TestTokenBucket : public QObject {
    Q_OBJECT
private slots:
    void make_disabled_data();
    void make_disabled();
    void make_fullBucket_holdsSizeAndBurst();
    void take_withinBudget_needsNoTime();
    void take_beyondBudget_isRefused();
    void take_refused_keepsBurstSpent();
    void take_burstCovers_leavesBudgetAlone();
    void take_burstPartly_takesRestFromBudget();
    void take_burstUse_refreshesLastUpdate();
    void take_moreThanSize_isOverconsumption();
    void take_moreThanSize_burstCountsFirst();
    void take_moreThanSize_replenishesBefore();
    void replenish_schedule_data();
    void replenish_schedule();
    void replenish_smallSteps_loseNoFraction();
    void replenish_timeGoesBack_isIgnored();
    void giveBack_withBurst_cappedAtInitial();
    void giveBack_withoutBurst_cappedAtSize();
    void extremes_doNotOverflow();
};

void TestTokenBucket::make_disabled_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("refillMs");
    QTest::addColumn<bool>("enabled");
    QTest::newRow("size zero") << quint64{0} << quint64{100} << false;
    QTest::newRow("refill zero") << quint64{100} << quint64{0} << false;
    QTest::newRow("both zero") << quint64{0} << quint64{0} << false;
    QTest::newRow("refill overflows") << quint64{1} << quint64{std::numeric_limits<quint64>::max() / 1'000'000 + 1}
                                      << false;
    QTest::newRow("largest refill") << quint64{1} << quint64{std::numeric_limits<quint64>::max() / 1'000'000} << true;
    QTest::newRow("smallest") << quint64{1} << quint64{1} << true;
}

void TestTokenBucket::make_disabled()
{
    QFETCH(quint64, size);
    QFETCH(quint64, refillMs);
    QTEST(TokenBucket::make({size, 7, refillMs}, kStart).has_value(), "enabled");
}

void TestTokenBucket::make_fullBucket_holdsSizeAndBurst()
{
    const TokenBucket bucket = bucketOf(1000, 50, 100);
    QCOMPARE(bucket.budget(), 1000u);
    QCOMPARE(bucket.size(), 1000u);
    QCOMPARE(bucket.remainingBurst(), 50u);
}

void TestTokenBucket::take_withinBudget_needsNoTime()
{
    TokenBucket bucket = bucketOf(1000, 0, 1000);
    QCOMPARE(bucket.take(400, kStart).verdict, Verdict::Taken);
    QCOMPARE(bucket.take(600, kStart).verdict, Verdict::Taken);
    QCOMPARE(bucket.budget(), 0u);
}

void TestTokenBucket::take_beyondBudget_isRefused()
{
    TokenBucket bucket = bucketOf(1000, 0, 1000);
    bucket.take(900, kStart);
    QCOMPARE(bucket.take(101, kStart).verdict, Verdict::Refused);
    QCOMPARE(bucket.budget(), 100u);
    QCOMPARE(bucket.take(100, kStart).verdict, Verdict::Taken);
}

void TestTokenBucket::take_refused_keepsBurstSpent()
{
    TokenBucket bucket = bucketOf(100, 30, 1000);
    // The burst covers 30 of 120; giving back while there is none refills the budget only.
    QCOMPARE(bucket.take(30 + 90, kStart).verdict, Verdict::Taken);
    QCOMPARE(bucket.take(11, kStart).verdict, Verdict::Refused);
    QCOMPARE(bucket.remainingBurst(), 0u);
    QCOMPARE(bucket.budget(), 10u);

    TokenBucket withBurst = bucketOf(100, 200, 1000);
    withBurst.take(100, kStart); // 100 of the burst are left
    QCOMPARE(withBurst.take(201, kStart).verdict, Verdict::Overconsumed);
    QCOMPARE(withBurst.remainingBurst(), 0u);
}

void TestTokenBucket::take_burstCovers_leavesBudgetAlone()
{
    TokenBucket bucket = bucketOf(100, 500, 1000);
    QCOMPARE(bucket.take(500, kStart).verdict, Verdict::Taken);
    QCOMPARE(bucket.remainingBurst(), 0u);
    QCOMPARE(bucket.budget(), 100u);
}

void TestTokenBucket::take_burstPartly_takesRestFromBudget()
{
    TokenBucket bucket = bucketOf(100, 30, 1000);
    QCOMPARE(bucket.take(80, kStart).verdict, Verdict::Taken);
    QCOMPARE(bucket.remainingBurst(), 0u);
    QCOMPARE(bucket.budget(), 50u);
}

void TestTokenBucket::take_burstUse_refreshesLastUpdate()
{
    TokenBucket bucket = bucketOf(100, 10, 1000);
    // The burst is used at 900 ms: a later refill counts from there.
    QCOMPARE(bucket.take(10, kStart + 900ms).verdict, Verdict::Taken);
    QCOMPARE(bucket.take(100, kStart + 900ms).verdict, Verdict::Taken);
    QCOMPARE(bucket.take(20, kStart + 1000ms).verdict, Verdict::Refused);
    QCOMPARE(bucket.budget(), 10u);
}

void TestTokenBucket::take_moreThanSize_isOverconsumption()
{
    TokenBucket bucket = bucketOf(1000, 0, 1000);
    const auto outcome = bucket.take(2500, kStart);
    QCOMPARE(outcome.verdict, Verdict::Overconsumed);
    QCOMPARE(outcome.penalty, std::chrono::nanoseconds(1500ms)); // (2500 - 1000) / 1000 of the refill time
    QCOMPARE(bucket.budget(), 0u);
}

void TestTokenBucket::take_moreThanSize_burstCountsFirst()
{
    TokenBucket bucket = bucketOf(1000, 500, 1000);
    QCOMPARE(bucket.take(1500, kStart).verdict, Verdict::Taken); // 1000 are left after the burst
    TokenBucket other = bucketOf(1000, 500, 1000);
    const auto outcome = other.take(1501, kStart);
    QCOMPARE(outcome.verdict, Verdict::Overconsumed);
    QCOMPARE(outcome.penalty, std::chrono::nanoseconds(1ms));
}

void TestTokenBucket::take_moreThanSize_replenishesBefore()
{
    TokenBucket bucket = bucketOf(1000, 0, 1000);
    bucket.take(1000, kStart);
    const auto outcome = bucket.take(1100, kStart + 500ms); // 500 tokens came back
    QCOMPARE(outcome.verdict, Verdict::Overconsumed);
    QCOMPARE(outcome.penalty, std::chrono::nanoseconds(600ms));
}

void TestTokenBucket::replenish_schedule_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("refillMs");
    QTest::addColumn<qint64>("waitNanos");
    QTest::addColumn<quint64>("budget"); // after an emptied bucket waited so long
    QTest::newRow("one nanosecond short of a token") << quint64{1000} << quint64{1000} << qint64{999'999} << quint64{0};
    QTest::newRow("exactly one token") << quint64{1000} << quint64{1000} << qint64{1'000'000} << quint64{1};
    QTest::newRow("half") << quint64{1000} << quint64{1000} << qint64{500'000'000} << quint64{500};
    QTest::newRow("one nanosecond short of full")
        << quint64{1000} << quint64{1000} << qint64{999'999'999} << quint64{999};
    QTest::newRow("full") << quint64{1000} << quint64{1000} << qint64{1'000'000'000} << quint64{1000};
    QTest::newRow("long after") << quint64{1000} << quint64{1000} << qint64{3'600'000'000'000} << quint64{1000};
    QTest::newRow("many tokens a nanosecond") << quint64{10'000'000'000} << quint64{1} << qint64{1} << quint64{10'000};
    QTest::newRow("no common divisor") << quint64{7} << quint64{1} << qint64{428'572} << quint64{3};
    QTest::newRow("no common divisor, just below") << quint64{7} << quint64{1} << qint64{428'571} << quint64{2};
}

void TestTokenBucket::replenish_schedule()
{
    QFETCH(quint64, size);
    QFETCH(quint64, refillMs);
    QFETCH(qint64, waitNanos);
    TokenBucket bucket = bucketOf(size, 0, refillMs);
    bucket.take(size, kStart);
    bucket.take(size, kStart + std::chrono::nanoseconds(waitNanos)); // looks, and takes when full
    QFETCH(quint64, budget);
    QCOMPARE(bucket.budget(), budget == size ? 0 : budget);
}

void TestTokenBucket::replenish_smallSteps_loseNoFraction()
{
    TokenBucket bucket = bucketOf(3, 0, 1); // a token every 333,333.3 ns
    bucket.take(3, kStart);
    std::uint64_t taken = 0;
    for (int i = 1; i <= 1000; ++i) {
        if (bucket.take(1, kStart + std::chrono::nanoseconds(i * 100'000)).verdict == Verdict::Taken)
            ++taken;
    }
    // 100 ms at 3 tokens a millisecond; rounding up may cost 1 ns a token, so at most one token in all.
    QVERIFY2(taken >= 299 && taken <= 300, std::to_string(taken).c_str());
}

void TestTokenBucket::replenish_timeGoesBack_isIgnored()
{
    TokenBucket bucket = bucketOf(1000, 0, 1000);
    bucket.take(1000, kStart);
    QCOMPARE(bucket.take(1, kStart - 1h).verdict, Verdict::Refused);
    QCOMPARE(bucket.budget(), 0u);
}

void TestTokenBucket::giveBack_withBurst_cappedAtInitial()
{
    TokenBucket bucket = bucketOf(100, 50, 1000);
    bucket.take(20, kStart);
    bucket.giveBack(1000);
    QCOMPARE(bucket.remainingBurst(), 50u);
    QCOMPARE(bucket.budget(), 100u);
}

void TestTokenBucket::giveBack_withoutBurst_cappedAtSize()
{
    TokenBucket bucket = bucketOf(100, 0, 1000);
    bucket.take(60, kStart);
    bucket.giveBack(20);
    QCOMPARE(bucket.budget(), 60u);
    bucket.giveBack(std::numeric_limits<std::uint64_t>::max());
    QCOMPARE(bucket.budget(), 100u);
}

void TestTokenBucket::extremes_doNotOverflow()
{
    constexpr auto kMax = std::numeric_limits<std::uint64_t>::max();
    TokenBucket huge = bucketOf(kMax, kMax, kMax / 1'000'000);
    QCOMPARE(huge.take(kMax, kStart).verdict, Verdict::Taken); // burst
    QCOMPARE(huge.take(kMax, kStart).verdict, Verdict::Taken); // budget
    QCOMPARE(huge.take(kMax, kStart + 1h).verdict, Verdict::Refused);
    TokenBucket small = bucketOf(1, 0, kMax / 1'000'000);
    const auto outcome = small.take(kMax, kStart);
    QCOMPARE(outcome.verdict, Verdict::Overconsumed);
    QVERIFY(outcome.penalty > 24h * 365 * 70);
    QVERIFY(kStart + outcome.penalty > kStart); // representable
}

QTEST_APPLESS_MAIN(TestTokenBucket)
#include "tst_token_bucket.moc"
