// Limiters saved and restored: a restored one goes on as its twin that was never saved, and takes no impossible state.

#include "ratelimit/rate_limiter.h"

#include <QTest>

#include <limits>
#include <random>

using namespace sparkler;
using namespace std::chrono_literals;
using Kind = RateLimiter::Kind;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

TimePoint at(std::chrono::nanoseconds sinceStart)
{
    return TimePoint(sinceStart);
}

/// Numbers of every magnitude.
class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}
    std::uint64_t magnitude(std::uint64_t limit) { return std::min(limit, m_random() >> (m_random() % 64)); }
    bool oneIn(unsigned n) { return m_random() % n == 0; }
    std::optional<BucketSettings> bucket()
    {
        if (oneIn(4))
            return std::nullopt;
        return BucketSettings{std::max<std::uint64_t>(1, magnitude(oneIn(8) ? kMax : 1'000'000)),
                              oneIn(2) ? 0 : magnitude(1'000'000), 1 + magnitude(oneIn(8) ? kMax / 2'000'000 : 10'000)};
    }
    LimiterSettings limiter() { return {bucket(), bucket()}; }

private:
    std::mt19937_64 m_random;
};

/// One step of a device, the same for both twins.
struct Step {
    enum class What { Operation, Bytes, GiveBack, Update } what;
    std::uint64_t amount;
    LimiterSettings settings;

    static Step random(Dice &dice)
    {
        Step step{What::Operation, dice.magnitude(dice.oneIn(10) ? kMax : 10'000), {}};
        if (dice.oneIn(4))
            step.what = What::Bytes;
        else if (dice.oneIn(10))
            step.what = What::GiveBack;
        else if (dice.oneIn(60))
            step = {What::Update, 0, dice.limiter()};
        return step;
    }
    /// What the device sees of it.
    std::pair<RateLimiter::Verdict, std::optional<std::chrono::nanoseconds>> apply(RateLimiter &limiter,
                                                                                   TimePoint now) const
    {
        auto verdict = RateLimiter::Verdict::Allowed;
        if (what == What::Operation)
            verdict = limiter.takeOperation(amount, now);
        else if (what == What::Bytes)
            verdict = limiter.take(Kind::Bytes, amount, now);
        else if (what == What::GiveBack)
            limiter.giveBack(Kind::Bytes, amount);
        else
            limiter.update(settings, now);
        return {verdict, limiter.retryAfter(now)};
    }
};

LimiterState goodState()
{
    return {BucketState{1000, 50, 100, 400, 20, 30'000'000}, BucketState{10, 0, 1000, 3, 0, 999'999'999}, 5'000'000};
}

} // namespace

class TestLimiterState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 200; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(unsigned, seed);
        Dice dice(seed);
        std::chrono::nanoseconds now = 100h;
        std::chrono::nanoseconds otherHost = 1s; // its clock began later
        RateLimiter twin(dice.limiter(), at(now));
        RateLimiter restored = RateLimiter::restore(twin.save(at(now)), at(otherHost)).value();
        for (int i = 0; i < 600; ++i) {
            const std::chrono::nanoseconds pause(static_cast<std::int64_t>(
                dice.magnitude(dice.oneIn(20) ? std::chrono::nanoseconds(2400h).count() : 50'000'000)));
            now += pause;
            otherHost += pause;
            const Step step = Step::random(dice);
            QCOMPARE(step.apply(restored, at(otherHost)), step.apply(twin, at(now)));
            if (dice.oneIn(10)) {
                const LimiterState state = restored.save(at(otherHost));
                QVERIFY2(state == twin.save(at(now)), "both are in the same state");
                otherHost = std::chrono::nanoseconds(static_cast<std::int64_t>(dice.magnitude(1'000'000'000'000)));
                auto again = RateLimiter::restore(state, at(otherHost));
                QVERIFY2(again, "every state that is saved can be restored");
                QVERIFY2(again->save(at(otherHost)) == state, "and is the same when it is saved again");
                restored = *again;
            }
        }
    }
    void blockInForce_isKept()
    {
        LimiterSettings settings;
        settings.bandwidth = BucketSettings{100, 0, 1000};
        RateLimiter limiter(settings, at(1h));
        QCOMPARE(limiter.take(Kind::Bytes, 600, at(1h)), RateLimiter::Verdict::Overconsumed);
        const LimiterState state = limiter.save(at(1h + 2s));
        QCOMPARE(state.blockedNanos, std::uint64_t{3'000'000'000});
        RateLimiter restored = RateLimiter::restore(state, at(1s)).value();
        QVERIFY(restored.isBlocked(at(3s + 999ms)));
        QVERIFY(!restored.isBlocked(at(4s)));
    }
    void unlimited_staysUnlimited()
    {
        const LimiterState state = RateLimiter().save(at(1h));
        QVERIFY(state == LimiterState{});
        QVERIFY(RateLimiter::restore(state, at(0s)).value().isUnlimited());
    }

    void impossibleState_isRefused_data()
    {
        QTest::addColumn<LimiterState>("state");
        const auto row = [](const char *name, auto change) {
            LimiterState state = goodState();
            change(state);
            QTest::newRow(name) << state;
        };
        row("size 0", [](LimiterState &s) { s.bandwidth->size = 0; });
        row("size below the budget", [](LimiterState &s) { s.bandwidth->size = s.bandwidth->budget - 1; });
        row("budget", [](LimiterState &s) { s.bandwidth->budget = 1001; });
        row("burst", [](LimiterState &s) { s.bandwidth->burst = 51; });
        row("burst without one", [](LimiterState &s) { s.ops->burst = 1; });
        row("refill time 0", [](LimiterState &s) { s.ops->refillTimeMs = 0; });
        row("refill time too long", [](LimiterState &s) { s.ops->refillTimeMs = kMax / 1'000'000 + 1; });
        row("elapsed beyond a refill", [](LimiterState &s) { s.bandwidth->elapsedNanos = 100'000'001; });
        row("elapsed beyond 73 years", [](LimiterState &s) {
            s.ops->refillTimeMs = kMax / 1'000'000;
            s.ops->elapsedNanos = kMax / 2;
        });
        row("elapsed most", [](LimiterState &s) { s.ops->elapsedNanos = kMax; });
        row("blocked beyond 73 years", [](LimiterState &s) { s.blockedNanos = kMax / 8 + 1; });
        row("blocked most", [](LimiterState &s) { s.blockedNanos = kMax; });
    }
    void impossibleState_isRefused()
    {
        QFETCH(LimiterState, state);
        QVERIFY2(RateLimiter::restore(goodState(), at(0s)), "the one that it was made from is fine");
        const auto restored = RateLimiter::restore(state, at(0s));
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!restored.error().text.empty());
    }
};

QTEST_GUILESS_MAIN(TestLimiterState)
#include "tst_limiter_state.moc"
