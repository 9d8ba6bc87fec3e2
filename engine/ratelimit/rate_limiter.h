#pragma once

#include "base/result.h"
#include "ratelimit/state.h"
#include "ratelimit/token_bucket.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace sparkler {

/// Two buckets; an absent one does not limit. As an update: an absent bucket stays as it is.
struct LimiterSettings {
    std::optional<BucketSettings> bandwidth; ///< tokens are bytes
    std::optional<BucketSettings> ops;       ///< tokens are operations
};

/// Limits operations and bytes. After a refusal everything waits: the limiter says how long, and whoever uses it owns
/// the timer and tries again after that. Time comes in as an argument. Not thread-safe.
class RateLimiter {
public:
    enum class Kind { Bytes, Ops };
    enum class Verdict {
        Allowed,
        Overconsumed, ///< allowed, though it is more than the bucket holds; blocked from now on. Worth a log line
        Blocked,      ///< not now: see retryAfter()
    };

    RateLimiter() = default;
    RateLimiter(const LimiterSettings &settings, TimePoint now);

    /// Goes on at `now` exactly as the limiter that was saved would have gone on then, a block in force included.
    /// Error: InvalidInput for a state that no limiter can be in.
    static Result<RateLimiter> restore(const LimiterState &state, TimePoint now);
    LimiterState save(TimePoint now) const;

    /// While blocked every call is refused and the buckets stay untouched.
    Verdict take(Kind kind, std::uint64_t amount, TimePoint now);
    /// One operation that moves `bytes` bytes (0: it only counts as an operation): takes from both kinds, or is Blocked
    /// and what it took goes back.
    Verdict takeOperation(std::uint64_t bytes, TimePoint now);
    /// For an operation that did not happen after all.
    void giveBack(Kind kind, std::uint64_t amount);

    /// No bucket and no block: take() would allow anything, so there is no need to ask for the time.
    bool isUnlimited() const { return !m_bytes && !m_ops && !m_blockedUntil; }
    bool isBlocked(TimePoint now) const { return m_blockedUntil && now < *m_blockedUntil; }
    /// How long to wait before trying again; nothing when not blocked.
    std::optional<std::chrono::nanoseconds> retryAfter(TimePoint now) const;

    /// PATCH: replaces the buckets that are present by fresh, full ones (or removes them, where the settings disable
    /// them). A block that is in force stays.
    void update(const LimiterSettings &changes, TimePoint now);

    /// The bucket in force; null when that kind is not limited.
    const TokenBucket *bucket(Kind kind) const;

private:
    std::optional<TokenBucket> &slot(Kind kind) { return kind == Kind::Bytes ? m_bytes : m_ops; }

    std::optional<TokenBucket> m_bytes;
    std::optional<TokenBucket> m_ops;
    std::optional<TimePoint> m_blockedUntil;
};

} // namespace sparkler
