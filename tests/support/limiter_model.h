#pragma once

#include "ratelimit/rate_limiter.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace sparkler::test {

__extension__ using Wide = unsigned __int128; ///< holds every product of two 64-bit numbers

constexpr std::uint64_t kNanosPerMilli = 1'000'000;
/// No wait is longer than this (73 years), so that a moment plus a wait can be told.
constexpr std::uint64_t kLongestWait = std::uint64_t(std::chrono::nanoseconds::max().count()) / 4;

/// The rules of a token bucket as clients know them, one after the other, in whole numbers and without shortcuts. Time
/// is nanoseconds since any start.
struct BucketModel {
    std::uint64_t size, oneTimeBurst, refillNanos;
    std::uint64_t budget = size;
    std::uint64_t burst = oneTimeBurst;
    std::uint64_t last = 0;
    std::uint64_t refills = 0; ///< replenishments that gave tokens: each may have cost less than 1 ns of tokens

    struct Outcome {
        TokenBucket::Verdict verdict;
        std::uint64_t penalty = 0;
    };

    /// Nothing when the settings disable it.
    static std::optional<BucketModel> make(const BucketSettings &settings, std::uint64_t now)
    {
        const Wide refill = Wide{settings.refillTimeMs} * kNanosPerMilli;
        if (settings.size == 0 || refill == 0 || refill > Wide{~std::uint64_t{0}})
            return std::nullopt;
        BucketModel model{settings.size, settings.oneTimeBurst, static_cast<std::uint64_t>(refill)};
        model.last = now;
        return model;
    }

    Outcome take(std::uint64_t wanted, std::uint64_t now)
    {
        if (burst > 0) {
            if (burst >= wanted) {
                burst -= wanted;
                last = now;
                return {TokenBucket::Verdict::Taken};
            }
            wanted -= burst;
            burst = 0;
        }
        if (wanted > budget)
            replenish(now);
        if (wanted > size) {
            const Wide penalty = Wide{wanted - budget} * refillNanos / size; // what is missing, as a part of a refill
            budget = 0;
            return {TokenBucket::Verdict::Overconsumed,
                    static_cast<std::uint64_t>(std::clamp<Wide>(penalty, 1, kLongestWait))};
        }
        if (wanted > budget)
            return {TokenBucket::Verdict::Refused};
        budget -= wanted;
        return {TokenBucket::Verdict::Taken};
    }

    void replenish(std::uint64_t now)
    {
        const std::uint64_t passed = now - last;
        if (passed >= refillNanos) {
            budget = size;
            last = now;
            return;
        }
        const Wide tokens = Wide{passed} * size / refillNanos;
        const Wide standFor = tokens * refillNanos;
        last += static_cast<std::uint64_t>(standFor / size + (standFor % size != 0 ? 1 : 0));
        budget = static_cast<std::uint64_t>(std::min<Wide>(size, budget + tokens));
        refills += tokens > 0 ? 1 : 0;
    }

    void giveBack(std::uint64_t amount)
    {
        std::uint64_t &to = burst > 0 ? burst : budget;
        to = static_cast<std::uint64_t>(std::min<Wide>(burst > 0 ? oneTimeBurst : size, Wide{to} + amount));
    }
};

/// The rules of a limiter with its one timer.
struct LimiterModel {
    std::optional<BucketModel> bytes, ops;
    std::optional<std::uint64_t> armedUntil;

    LimiterModel(const LimiterSettings &settings, std::uint64_t now) { update(settings, now); }

    std::optional<BucketModel> &bucket(RateLimiter::Kind kind) { return kind == RateLimiter::Kind::Ops ? ops : bytes; }

    RateLimiter::Verdict take(RateLimiter::Kind kind, std::uint64_t amount, std::uint64_t now)
    {
        if (armedUntil && now < *armedUntil)
            return RateLimiter::Verdict::Blocked;
        armedUntil.reset();
        if (!bucket(kind))
            return RateLimiter::Verdict::Allowed;
        const BucketModel::Outcome outcome = bucket(kind)->take(amount, now);
        if (outcome.verdict == TokenBucket::Verdict::Taken)
            return RateLimiter::Verdict::Allowed;
        const bool refused = outcome.verdict == TokenBucket::Verdict::Refused;
        armedUntil = now + (refused ? 100 * kNanosPerMilli : outcome.penalty);
        return refused ? RateLimiter::Verdict::Blocked : RateLimiter::Verdict::Overconsumed;
    }

    /// An operation of a device: both kinds or none.
    RateLimiter::Verdict takeOperation(std::uint64_t amount, std::uint64_t now)
    {
        if (take(RateLimiter::Kind::Ops, 1, now) == RateLimiter::Verdict::Blocked)
            return RateLimiter::Verdict::Blocked;
        if (amount == 0)
            return RateLimiter::Verdict::Allowed;
        const RateLimiter::Verdict verdict = take(RateLimiter::Kind::Bytes, amount, now);
        if (verdict == RateLimiter::Verdict::Blocked && ops)
            ops->giveBack(1);
        return verdict;
    }

    void update(const LimiterSettings &changes, std::uint64_t now)
    {
        if (changes.bandwidth)
            bytes = BucketModel::make(*changes.bandwidth, now);
        if (changes.ops)
            ops = BucketModel::make(*changes.ops, now);
    }
};

/// Tokens that arrive in `nanos`, rounded up.
inline Wide tokensIn(std::uint64_t nanos, std::uint64_t size, std::uint64_t refillNanos)
{
    const Wide exact = Wide{nanos} * size;
    return exact / refillNanos + (exact % refillNanos != 0 ? 1 : 0);
}

} // namespace sparkler::test
