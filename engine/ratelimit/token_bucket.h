#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "ratelimit/state.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace sparkler {

/// Longest wait that is ever asked for; keeps `now + wait` representable (about 73 years).
constexpr std::chrono::nanoseconds kLongestLimiterWait = std::chrono::nanoseconds::max() / 4;

/// What a client asked for. `size` or `refillTimeMs` 0, or a refill time beyond 64-bit nanoseconds: no bucket.
struct BucketSettings {
    std::uint64_t size = 0;         ///< tokens: bytes or operations
    std::uint64_t oneTimeBurst = 0; ///< extra tokens, never refilled
    std::uint64_t refillTimeMs = 0; ///< from empty to full
};

/// A token bucket without a clock of its own: time comes in as an argument. Refills lazily, and keeps the fraction of a
/// token that an interval leaves over. Not thread-safe.
class TokenBucket {
public:
    enum class Verdict {
        Taken,        ///< the tokens are spent
        Refused,      ///< not enough tokens; what the one-time burst could give is spent nevertheless
        Overconsumed, ///< more than the bucket ever holds: allowed once, then pay by waiting
    };
    struct Outcome {
        Verdict verdict = Verdict::Taken;
        std::chrono::nanoseconds penalty{0}; ///< with Overconsumed: what the missing tokens take, at least 1 ns
    };

    /// A full bucket with its full burst; nothing when `settings` disable it.
    static std::optional<TokenBucket> make(const BucketSettings &settings, TimePoint now);

    /// Goes on at `now` exactly as the bucket that was saved would have gone on then. Error: InvalidInput for a state
    /// that no bucket can be in.
    static Result<TokenBucket> restore(const BucketState &state, TimePoint now);
    BucketState save(TimePoint now) const;

    Outcome take(std::uint64_t amount, TimePoint now);
    /// Puts tokens of an operation that did not happen back: into the burst while there is one, else into the budget.
    void giveBack(std::uint64_t amount);

    std::uint64_t size() const { return m_size; }
    std::uint64_t budget() const { return m_budget; }
    std::uint64_t remainingBurst() const { return m_burst; }

private:
    TokenBucket(const BucketSettings &settings, std::uint64_t refillNanos, TimePoint now);
    void replenish(TimePoint now);

    std::uint64_t m_size;
    std::uint64_t m_initialBurst;
    std::uint64_t m_burst;
    std::uint64_t m_budget;
    std::uint64_t m_refillNanos;
    std::uint64_t m_stepTokens; ///< size / gcd(size, refill time): so many tokens arrive in …
    std::uint64_t m_stepNanos;  ///< … refill time / gcd(size, refill time)
    TimePoint m_lastUpdate;
};

} // namespace sparkler
