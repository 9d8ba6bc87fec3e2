// Buckets and limiters against an independent model, and what must hold whatever happens.

#include "support/limiter_model.h"

#include <QTest>

#include <array>
#include <limits>
#include <random>
#include <vector>

using namespace sparkler;
using namespace sparkler::test;
using Kind = RateLimiter::Kind;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kSecond = 1'000'000'000;
/// Schedules end before this (about 200 years), so that time and the longest wait stay representable.
constexpr std::uint64_t kLastMoment = 200 * std::uint64_t{31'557'600} * kSecond;

TimePoint at(std::uint64_t nanos)
{
    return TimePoint(std::chrono::nanoseconds(static_cast<std::int64_t>(nanos)));
}

/// Random numbers of every magnitude: edges are as likely as what lies between them.
class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}

    std::uint64_t upTo(std::uint64_t limit) { return limit == kMax ? m_random() : m_random() % (limit + 1); }
    bool oneIn(unsigned n) { return m_random() % n == 0; }
    /// About evenly over the orders of magnitude up to `limit`.
    std::uint64_t magnitude(std::uint64_t limit) { return std::min(limit, m_random() >> (m_random() % 64)); }
    /// Something around `value`.
    std::uint64_t near(std::uint64_t value)
    {
        switch (m_random() % 5) {
        case 0:
            return value;
        case 1:
            return value == kMax ? value : value + 1;
        case 2:
            return value == 0 ? 0 : value - 1;
        case 3:
            return value / 2;
        default:
            return upTo(value);
        }
    }
    BucketSettings bucket()
    {
        static constexpr std::uint64_t kLongestRefillMs = kMax / kNanosPerMilli;
        BucketSettings settings;
        settings.size = std::max<std::uint64_t>(1, oneIn(4) ? near(kMax) : magnitude(kMax));
        settings.oneTimeBurst = oneIn(2) ? 0 : oneIn(4) ? near(kMax) : magnitude(kMax);
        settings.refillTimeMs = std::max<std::uint64_t>(1, oneIn(4) ? std::min(kLongestRefillMs, near(kLongestRefillMs))
                                                                    : magnitude(100'000));
        return settings;
    }
    std::uint64_t amount(std::uint64_t size, std::uint64_t budget, std::uint64_t burst)
    {
        switch (m_random() % 8) {
        case 0:
            return near(size);
        case 1:
            return near(budget);
        case 2:
            return near(burst);
        case 3:
            return near(std::min(budget, kMax - burst) + burst);
        case 4:
            return near(kMax);
        case 5:
            return magnitude(size);
        default:
            return upTo(1 + size / 8);
        }
    }
    std::uint64_t pause(std::uint64_t size, std::uint64_t refillNanos)
    {
        switch (m_random() % 8) {
        case 0:
            return 0;
        case 1:
            return 1;
        case 2:
            return near(refillNanos);
        case 3:
            return near(refillNanos / size); // a token, where one takes longer than 1 ns
        case 4:
            return magnitude(kMax);
        default:
            return upTo(refillNanos / 16 + 1);
        }
    }

private:
    std::mt19937_64 m_random;
};

/// A moment after `now`, or `now` where that would leave the schedule.
std::uint64_t later(std::uint64_t now, std::uint64_t pause)
{
    return pause <= kLastMoment - now ? now + pause : now;
}

void addSeeds(unsigned count)
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

struct Grant {
    std::uint64_t when = 0;
    std::uint64_t amount = 0;
    std::uint64_t burstBefore = 0;
    bool over = false;
};

/// What may be granted from `first` on until `end`, `first` included. Twice the size: a bucket refills only when it
/// runs out, so one that was full and left alone gives what it holds and then at once what the time before owes it,
/// which is another bucket at most. Rounded up: a part of a token may have been there when the window began.
Wide windowShare(const BucketSettings &settings, const Grant &first, std::uint64_t end)
{
    return Wide{first.burstBefore} + Wide{2} * settings.size +
           tokensIn(end - first.when, settings.size, settings.refillTimeMs * kNanosPerMilli);
}

} // namespace

class TestBucketProperties : public QObject {
    Q_OBJECT
private slots:
    void bucket_matchesTheModel_data() { addSeeds(120); }
    void bucket_matchesTheModel();
    void bucket_anyWindow_grantsAtMostItsShare_data() { addSeeds(60); }
    void bucket_anyWindow_grantsAtMostItsShare();
    void bucket_hungry_losesNoFraction_data() { addSeeds(60); }
    void bucket_hungry_losesNoFraction();
    void bucket_wholeNanosecondsPerToken_isExact_data() { addSeeds(20); }
    void bucket_wholeNanosecondsPerToken_isExact();
    void bucket_neverStarves_data() { addSeeds(60); }
    void bucket_neverStarves();
    void limiter_matchesTheModel_data() { addSeeds(120); }
    void limiter_matchesTheModel();
    void limiter_anyWindow_grantsAtMostItsShare_data() { addSeeds(60); }
    void limiter_anyWindow_grantsAtMostItsShare();
    void limiter_retryAfter_isEnough_data() { addSeeds(60); }
    void limiter_retryAfter_isEnough();
};

void TestBucketProperties::bucket_matchesTheModel()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const BucketSettings settings = dice.bucket();
    std::uint64_t now = kSecond;
    TokenBucket bucket = TokenBucket::make(settings, at(now)).value();
    BucketModel model = BucketModel::make(settings, now).value();
    for (int step = 0; step < 3000; ++step) {
        now = later(now, dice.pause(model.size, model.refillNanos));
        const std::uint64_t amount = dice.amount(model.size, model.budget, model.burst);
        if (dice.oneIn(6)) {
            bucket.giveBack(amount);
            model.giveBack(amount);
        } else {
            const auto outcome = bucket.take(amount, at(now));
            const auto expected = model.take(amount, now);
            QCOMPARE(outcome.verdict, expected.verdict);
            QCOMPARE(static_cast<std::uint64_t>(outcome.penalty.count()), expected.penalty);
        }
        QCOMPARE(bucket.budget(), model.budget);
        QCOMPARE(bucket.remainingBurst(), model.burst);
        QVERIFY(bucket.budget() <= settings.size && bucket.remainingBurst() <= settings.oneTimeBurst);
    }
}

void TestBucketProperties::bucket_anyWindow_grantsAtMostItsShare()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    BucketSettings settings = dice.bucket();
    settings.oneTimeBurst = dice.magnitude(settings.size);
    std::uint64_t now = kSecond;
    TokenBucket bucket = TokenBucket::make(settings, at(now)).value();
    const std::uint64_t refill = settings.refillTimeMs * kNanosPerMilli;
    std::vector<Grant> grants;
    for (int step = 0; step < 600; ++step) {
        now = later(now, dice.pause(settings.size, refill));
        const std::uint64_t amount = std::min(settings.size, dice.amount(settings.size, bucket.budget(), 0));
        const std::uint64_t burst = bucket.remainingBurst();
        if (bucket.take(amount, at(now)).verdict == TokenBucket::Verdict::Taken)
            grants.push_back({now, amount, burst});
    }
    QVERIFY(grants.size() > 5);
    Wide sinceStart = 0;
    for (std::size_t first = 0; first < grants.size(); ++first) {
        sinceStart += grants[first].amount;
        QVERIFY(sinceStart <= Wide{settings.oneTimeBurst} + settings.size +
                                  Wide{grants[first].when - kSecond} * settings.size / refill);
        Wide granted = 0;
        for (std::size_t last = first; last < grants.size(); ++last) {
            granted += grants[last].amount;
            QVERIFY(granted <= windowShare(settings, grants[first], grants[last].when));
        }
    }
}

/// Somebody who takes whatever there is, as often as it comes.
void TestBucketProperties::bucket_hungry_losesNoFraction()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const BucketSettings settings{.size = 2 + dice.magnitude(std::uint64_t{1} << 40),
                                  .oneTimeBurst = 0,
                                  .refillTimeMs = 1 + dice.magnitude(5000)};
    const std::uint64_t refill = settings.refillTimeMs * kNanosPerMilli;
    const std::uint64_t start = kSecond;
    TokenBucket bucket = TokenBucket::make(settings, at(start)).value();
    bucket.take(settings.size, at(start));
    std::uint64_t now = start;
    std::uint64_t takes = 0;
    Wide granted = 0;
    for (int step = 0; step < 5000; ++step) {
        // Never long enough to fill it, so nothing overflows by right.
        now += dice.upTo(dice.oneIn(2) ? refill / settings.size : refill / 2);
        // Asking for more than there is refills and tells what there is.
        if (bucket.take(settings.size, at(now)).verdict == TokenBucket::Verdict::Taken)
            QFAIL("a bucket that was never left alone for a refill time was full");
        const std::uint64_t there = bucket.budget();
        QCOMPARE(bucket.take(there, at(now)).verdict, TokenBucket::Verdict::Taken);
        granted += there;
        takes += there > 0 ? 1 : 0;
        // At most what time gave; at least that, less one nanosecond a refill (rounding) and the token under way.
        const Wide passed = now - start;
        QVERIFY(granted * refill <= passed * settings.size);
        QVERIFY((granted + 1) * refill + Wide{takes} * settings.size > passed * settings.size);
    }
    QVERIFY(granted > 0 || Wide{now - start} * settings.size < refill);
}

void TestBucketProperties::bucket_wholeNanosecondsPerToken_isExact()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const std::uint64_t refill = (1 + dice.upTo(999)) * kNanosPerMilli;
    std::uint64_t size = 1 + dice.upTo(10'000);
    while (refill % size != 0)
        --size;
    const std::uint64_t start = kSecond;
    TokenBucket bucket = TokenBucket::make({size, 0, refill / kNanosPerMilli}, at(start)).value();
    bucket.take(size, at(start));
    std::uint64_t now = start;
    std::uint64_t granted = 0;
    for (int step = 0; step < 5000 && size > 1; ++step) {
        now += dice.upTo(refill / 2);
        bucket.take(size, at(now));
        const std::uint64_t there = bucket.budget();
        bucket.take(there, at(now));
        granted += there;
        QCOMPARE(granted, static_cast<std::uint64_t>(Wide{now - start} * size / refill));
    }
}

void TestBucketProperties::bucket_neverStarves()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    BucketSettings settings = dice.bucket();
    settings.refillTimeMs = 1 + dice.magnitude(60'000);
    const std::uint64_t refill = settings.refillTimeMs * kNanosPerMilli;
    std::uint64_t now = kSecond;
    TokenBucket bucket = TokenBucket::make(settings, at(now)).value();
    for (int step = 0; step < 200; ++step) {
        now = later(now, dice.upTo(refill));
        bucket.take(dice.amount(settings.size, bucket.budget(), bucket.remainingBurst()), at(now));
        if (!dice.oneIn(10))
            continue;
        // From any state: what fits in is granted after one refill time, however often it is asked for meanwhile.
        TokenBucket copy = bucket;
        std::uint64_t when = now;
        bool granted = false;
        for (int tries = 0; tries < 1000 && !granted; ++tries) {
            granted = copy.take(settings.size, at(when)).verdict == TokenBucket::Verdict::Taken;
            when += refill / 100 + 1;
        }
        QVERIFY(granted);
        QVERIFY(when <= now + refill + 3 * (refill / 100 + 1));
    }
}

void TestBucketProperties::limiter_matchesTheModel()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const auto settings = [&dice]() -> LimiterSettings {
        LimiterSettings made;
        for (std::optional<BucketSettings> *one : {&made.bandwidth, &made.ops}) {
            if (dice.oneIn(4))
                continue;
            *one = dice.bucket();
            if (dice.oneIn(8))
                (dice.oneIn(2) ? (*one)->size : (*one)->refillTimeMs) = 0; // removes the bucket
            else if (dice.oneIn(8))
                (*one)->refillTimeMs = kMax; // as well: does not fit into nanoseconds
        }
        return made;
    };
    std::uint64_t now = kSecond;
    const LimiterSettings first = settings();
    RateLimiter limiter(first, at(now));
    LimiterModel model(first, now);
    for (int step = 0; step < 3000; ++step) {
        const Kind kind = dice.oneIn(2) ? Kind::Ops : Kind::Bytes;
        const std::optional<BucketModel> &bucket = model.bucket(kind);
        const std::uint64_t size = bucket ? bucket->size : 1000;
        if (dice.oneIn(4) && model.armedUntil && *model.armedUntil > now)
            now = later(now, dice.near(*model.armedUntil - now)); // around the end of the block
        else
            now = later(now, dice.pause(size, bucket ? bucket->refillNanos : kSecond));
        const std::uint64_t amount = bucket ? dice.amount(size, bucket->budget, bucket->burst) : dice.magnitude(kMax);
        switch (dice.upTo(9)) {
        case 0:
            limiter.giveBack(kind, amount);
            if (model.bucket(kind))
                model.bucket(kind)->giveBack(amount);
            break;
        case 1:
            if (dice.oneIn(5)) {
                const LimiterSettings changes = settings();
                limiter.update(changes, at(now));
                model.update(changes, now);
            }
            break;
        case 2:
        case 3:
        case 4:
            QCOMPARE(limiter.takeOperation(amount, at(now)), model.takeOperation(amount, now));
            break;
        default:
            QCOMPARE(limiter.take(kind, amount, at(now)), model.take(kind, amount, now));
            break;
        }
        const bool blocked = model.armedUntil && now < *model.armedUntil;
        QCOMPARE(limiter.isBlocked(at(now)), blocked);
        QCOMPARE(limiter.retryAfter(at(now)).has_value(), blocked);
        if (blocked)
            QCOMPARE(static_cast<std::uint64_t>(limiter.retryAfter(at(now))->count()), *model.armedUntil - now);
        QCOMPARE(limiter.isUnlimited(), !model.bytes && !model.ops && !model.armedUntil);
        for (const Kind each : {Kind::Ops, Kind::Bytes}) {
            const TokenBucket *const real = limiter.bucket(each);
            const std::optional<BucketModel> &expected = model.bucket(each);
            QCOMPARE(real != nullptr, expected.has_value());
            QVERIFY(!real || (real->budget() == expected->budget && real->remainingBurst() == expected->burst &&
                              real->size() == expected->size));
        }
    }
}

void TestBucketProperties::limiter_anyWindow_grantsAtMostItsShare()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const BucketSettings settings{.size = 1 + dice.magnitude(1'000'000),
                                  .oneTimeBurst = dice.magnitude(1'000'000),
                                  .refillTimeMs = 1 + dice.magnitude(5000)};
    const std::uint64_t refill = settings.refillTimeMs * kNanosPerMilli;
    std::uint64_t now = kSecond;
    RateLimiter limiter({settings, std::nullopt}, at(now));
    std::vector<Grant> grants;
    for (int step = 0; step < 600; ++step) {
        // As a device does: tries again when the limiter says so, else whenever its guest comes.
        const auto blocked = limiter.retryAfter(at(now));
        now += blocked ? static_cast<std::uint64_t>(blocked->count()) : dice.upTo(refill / 8);
        const std::uint64_t amount =
            dice.oneIn(20) ? dice.upTo(settings.size * 4) : dice.upTo(settings.size / (dice.oneIn(2) ? 1 : 20));
        const std::uint64_t burst = limiter.bucket(Kind::Bytes)->remainingBurst();
        const RateLimiter::Verdict verdict = limiter.take(Kind::Bytes, amount, at(now));
        if (verdict != RateLimiter::Verdict::Blocked)
            grants.push_back({now, amount, burst, verdict == RateLimiter::Verdict::Overconsumed});
    }
    QVERIFY(grants.size() > 100);
    const Wide tokensPerNano = tokensIn(1, settings.size, refill);
    for (std::size_t first = 0; first < grants.size(); ++first) {
        Wide granted = 0;
        Wide allowance = 0; // for overconsumption
        Wide lastOver = 0;
        for (std::size_t last = first; last < grants.size(); ++last) {
            granted += grants[last].amount;
            if (grants[last].over) {
                // Paid for by waiting, up to 1 ns; but the bucket fills up during that wait, too. The last one's wait
                // may reach beyond the window.
                allowance += settings.size + tokensPerNano;
                lastOver = grants[last].amount;
            }
            QVERIFY(granted <= windowShare(settings, grants[first], grants[last].when) + allowance + lastOver);
        }
    }
}

/// Whoever waits as long as the limiter says gets on in the end.
void TestBucketProperties::limiter_retryAfter_isEnough()
{
    QFETCH(unsigned, seed);
    Dice dice(seed);
    const BucketSettings ops{1 + dice.magnitude(1000), dice.magnitude(10), 1 + dice.magnitude(2000)};
    const BucketSettings bytes{1 + dice.magnitude(1'000'000), dice.magnitude(1000), 1 + dice.magnitude(2000)};
    std::uint64_t now = kSecond;
    RateLimiter limiter({bytes, ops}, at(now));
    for (int request = 0; request < 300; ++request) {
        const std::uint64_t amount = dice.upTo(bytes.size + bytes.size / 4);
        const std::uint64_t asked = now;
        const auto blockedAtFirst = limiter.retryAfter(at(now)).value_or(std::chrono::nanoseconds(0));
        while (limiter.takeOperation(amount, at(now)) == RateLimiter::Verdict::Blocked) {
            const auto wait = limiter.retryAfter(at(now));
            QVERIFY(wait && wait->count() > 0);
            now += static_cast<std::uint64_t>(wait->count());
            // Both buckets are full after the longer refill time; then there is one more round of 100 ms at most.
            const std::uint64_t longest = std::max(ops.refillTimeMs, bytes.refillTimeMs) * kNanosPerMilli;
            QVERIFY(now - asked <= static_cast<std::uint64_t>(blockedAtFirst.count()) + longest + 200 * kNanosPerMilli);
        }
    }
}

QTEST_APPLESS_MAIN(TestBucketProperties)
#include "tst_bucket_properties.moc"
