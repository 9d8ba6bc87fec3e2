#include "telemetry/call_site_limiter.h"

#include <QTest>

#include <memory>

using sparkler::detail::CallSiteLimiter;

class TestCallSiteLimiter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void burst_eleventhRecord_isSuppressed();
    void refill_oneTokenEveryHalfSecond();
    void refill_longSilence_givesNoMoreThanTheBurst();
    void suppressed_isToldOnceWithTheNextAdmittedRecord();
    void sites_haveBucketsOfTheirOwn();
    void tableFull_remainingSitesShareABucket();
};

namespace {

const std::source_location here = std::source_location::current();
const std::source_location there = std::source_location::current();
constexpr std::uint64_t kStart = 1'000'000;

/// How many of `count` records at one moment are admitted.
int admitted(CallSiteLimiter &limiter, int count, std::uint64_t nowMicros, const std::source_location &where = here)
{
    int passed = 0;
    for (int i = 0; i < count; ++i)
        passed += limiter.take(where, nowMicros).admitted ? 1 : 0;
    return passed;
}

} // namespace

void TestCallSiteLimiter::burst_eleventhRecord_isSuppressed()
{
    CallSiteLimiter limiter;
    QCOMPARE(admitted(limiter, 11, kStart), 10);
}

void TestCallSiteLimiter::refill_oneTokenEveryHalfSecond()
{
    CallSiteLimiter limiter;
    QCOMPARE(admitted(limiter, 20, kStart), 10);
    QCOMPARE(admitted(limiter, 5, kStart + 499'999), 0);
    QCOMPARE(admitted(limiter, 5, kStart + 500'000), 1);
    QCOMPARE(admitted(limiter, 5, kStart + 2'000'000), 3);
}

void TestCallSiteLimiter::refill_longSilence_givesNoMoreThanTheBurst()
{
    CallSiteLimiter limiter;
    QCOMPARE(admitted(limiter, 10, kStart), 10);
    QCOMPARE(admitted(limiter, 50, kStart + 3'600'000'000), 10);
}

void TestCallSiteLimiter::suppressed_isToldOnceWithTheNextAdmittedRecord()
{
    CallSiteLimiter limiter;
    QCOMPARE(admitted(limiter, 17, kStart), 10);
    const auto first = limiter.take(here, kStart + 1'000'000);
    QVERIFY(first.admitted);
    QCOMPARE(first.suppressed, 7u);
    const auto second = limiter.take(here, kStart + 1'000'000);
    QVERIFY(second.admitted);
    QCOMPARE(second.suppressed, 0u);
}

void TestCallSiteLimiter::sites_haveBucketsOfTheirOwn()
{
    CallSiteLimiter limiter;
    QCOMPARE(admitted(limiter, 20, kStart, here), 10);
    QCOMPARE(admitted(limiter, 20, kStart, there), 10);
}

void TestCallSiteLimiter::tableFull_remainingSitesShareABucket()
{
    const auto limiter = std::make_unique<CallSiteLimiter>();
    for (std::uint64_t site = 1; site <= CallSiteLimiter::kSites; ++site)
        QVERIFY(limiter->take(site, kStart).admitted);
    constexpr std::uint64_t kFirstWithout = CallSiteLimiter::kSites + 1;
    int passed = 0;
    for (std::uint64_t site = kFirstWithout; site < kFirstWithout + 100; ++site)
        passed += limiter->take(site, kStart).admitted ? 1 : 0;
    QCOMPARE(passed, 10);
    for (int record = 1; record < 10; ++record)
        QVERIFY(limiter->take(std::uint64_t{1}, kStart).admitted); // a site in the table keeps its own
}

QTEST_APPLESS_MAIN(TestCallSiteLimiter)
#include "tst_call_site_limiter.moc"
