#include "ratelimit/rate_limiter.h"

#include <QTest>

using namespace sparkler;
using namespace std::chrono_literals;
using Kind = RateLimiter::Kind;
using Verdict = RateLimiter::Verdict;

namespace {
const TimePoint kStart{1h};

LimiterSettings opsOnly(std::uint64_t size, std::uint64_t refillMs)
{
    return {std::nullopt, BucketSettings{size, 0, refillMs}};
}
} // namespace

class TestRateLimiter : public QObject {
    Q_OBJECT
private slots:
    void take_noBuckets_isAllowed();
    void take_bucketEmpty_blocksHundredMillis();
    void take_whileBlocked_leavesBucketsAlone();
    void take_afterBlock_replenishesLazily();
    void take_overconsumption_allowsThenBlocks();
    void take_kindsAreIndependent();
    void takeOperation_takesBothOrNeither();
    void giveBack_refundsTheKind();
    void update_absentBucket_staysAsItIs();
    void update_zeroSize_removesBucket();
    void update_newBucket_isFull();
    void update_keepsBlock();
};

void TestRateLimiter::take_noBuckets_isAllowed()
{
    RateLimiter limiter;
    QCOMPARE(limiter.take(Kind::Ops, 1'000'000, kStart), Verdict::Allowed);
    QCOMPARE(limiter.take(Kind::Bytes, ~0ull, kStart), Verdict::Allowed);
    QVERIFY(!limiter.retryAfter(kStart));
}

void TestRateLimiter::take_bucketEmpty_blocksHundredMillis()
{
    RateLimiter limiter(opsOnly(1, 1000), kStart);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart), Verdict::Allowed);
    QVERIFY(!limiter.isBlocked(kStart));
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart), Verdict::Blocked);
    QCOMPARE(limiter.retryAfter(kStart).value(), std::chrono::nanoseconds(100ms));
    QCOMPARE(limiter.retryAfter(kStart + 99ms).value(), std::chrono::nanoseconds(1ms));
    QVERIFY(!limiter.retryAfter(kStart + 100ms));
}

void TestRateLimiter::take_whileBlocked_leavesBucketsAlone()
{
    RateLimiter limiter({BucketSettings{1000, 0, 1000}, BucketSettings{1, 0, 1000}}, kStart);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart), Verdict::Allowed);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart), Verdict::Blocked);
    QCOMPARE(limiter.take(Kind::Bytes, 10, kStart + 50ms), Verdict::Blocked);
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 1000u);
}

void TestRateLimiter::take_afterBlock_replenishesLazily()
{
    RateLimiter limiter(opsOnly(10, 1000), kStart);
    QCOMPARE(limiter.take(Kind::Ops, 10, kStart), Verdict::Allowed);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart), Verdict::Blocked);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart + 100ms), Verdict::Allowed); // one token every 100 ms
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart + 100ms), Verdict::Blocked);
}

void TestRateLimiter::take_overconsumption_allowsThenBlocks()
{
    RateLimiter limiter({BucketSettings{1000, 0, 100}, std::nullopt}, kStart);
    QCOMPARE(limiter.take(Kind::Bytes, 4000, kStart), Verdict::Overconsumed);
    QCOMPARE(limiter.retryAfter(kStart).value(), std::chrono::nanoseconds(300ms));
    QCOMPARE(limiter.take(Kind::Bytes, 1, kStart + 299ms), Verdict::Blocked);
    QCOMPARE(limiter.take(Kind::Bytes, 1, kStart + 300ms), Verdict::Allowed);
}

void TestRateLimiter::take_kindsAreIndependent()
{
    RateLimiter limiter({BucketSettings{100, 0, 1000}, BucketSettings{5, 0, 1000}}, kStart);
    QCOMPARE(limiter.take(Kind::Bytes, 100, kStart), Verdict::Allowed);
    QCOMPARE(limiter.take(Kind::Ops, 5, kStart), Verdict::Allowed);
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 0u);
    QCOMPARE(limiter.bucket(Kind::Ops)->budget(), 0u);
}

void TestRateLimiter::takeOperation_takesBothOrNeither()
{
    RateLimiter limiter({BucketSettings{100, 0, 1000}, BucketSettings{2, 0, 1000}}, kStart);
    QCOMPARE(limiter.takeOperation(60, kStart), Verdict::Allowed);
    QCOMPARE(limiter.takeOperation(60, kStart), Verdict::Blocked); // not enough bytes
    QCOMPARE(limiter.bucket(Kind::Ops)->budget(), 1u);
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 40u);
    QCOMPARE(limiter.takeOperation(0, kStart + 100ms), Verdict::Allowed);
    QCOMPARE(limiter.takeOperation(10, kStart + 100ms), Verdict::Blocked); // no operation left
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 40u);
    QCOMPARE(limiter.takeOperation(1000, kStart + 2s), Verdict::Overconsumed);
}

void TestRateLimiter::giveBack_refundsTheKind()
{
    RateLimiter limiter({BucketSettings{100, 0, 1000}, BucketSettings{5, 0, 1000}}, kStart);
    limiter.take(Kind::Ops, 3, kStart);
    limiter.take(Kind::Bytes, 30, kStart);
    limiter.giveBack(Kind::Ops, 1);
    QCOMPARE(limiter.bucket(Kind::Ops)->budget(), 3u);
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 70u);
}

void TestRateLimiter::update_absentBucket_staysAsItIs()
{
    RateLimiter limiter({BucketSettings{100, 0, 1000}, BucketSettings{5, 0, 1000}}, kStart);
    limiter.take(Kind::Bytes, 30, kStart);
    limiter.update(opsOnly(9, 10), kStart);
    QCOMPARE(limiter.bucket(Kind::Bytes)->budget(), 70u);
    QCOMPARE(limiter.bucket(Kind::Ops)->size(), 9u);
}

void TestRateLimiter::update_zeroSize_removesBucket()
{
    RateLimiter limiter(opsOnly(5, 1000), kStart);
    limiter.update(opsOnly(0, 0), kStart);
    QVERIFY(!limiter.bucket(Kind::Ops));
    QCOMPARE(limiter.take(Kind::Ops, 1000, kStart), Verdict::Allowed);
}

void TestRateLimiter::update_newBucket_isFull()
{
    RateLimiter limiter(opsOnly(5, 1000), kStart);
    limiter.take(Kind::Ops, 5, kStart);
    limiter.update({std::nullopt, BucketSettings{7, 2, 1000}}, kStart);
    QCOMPARE(limiter.bucket(Kind::Ops)->budget(), 7u);
    QCOMPARE(limiter.bucket(Kind::Ops)->remainingBurst(), 2u);
}

void TestRateLimiter::update_keepsBlock()
{
    RateLimiter limiter(opsOnly(1, 1000), kStart);
    limiter.take(Kind::Ops, 1, kStart);
    limiter.take(Kind::Ops, 1, kStart);
    limiter.update(opsOnly(0, 0), kStart);
    QVERIFY(limiter.isBlocked(kStart + 99ms));
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart + 99ms), Verdict::Blocked);
    QCOMPARE(limiter.take(Kind::Ops, 1, kStart + 100ms), Verdict::Allowed);
}

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_rate_limiter.moc"
