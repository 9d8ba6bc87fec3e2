#include "ratelimit/token_bucket.h"

#include "base/checked.h"

#include <algorithm>
#include <numeric>

namespace sparkler {
namespace {

__extension__ using Wide = unsigned __int128; // products of two 64-bit quantities

constexpr std::uint64_t kNanosPerMilli = 1'000'000;

/// The longest time since a refill that makes a difference, and that can be told.
std::uint64_t longestElapsed(std::uint64_t refillNanos)
{
    return std::min(refillNanos, static_cast<std::uint64_t>(kLongestLimiterWait.count()));
}

} // namespace

std::optional<TokenBucket> TokenBucket::make(const BucketSettings &settings, TimePoint now)
{
    const auto refillNanos = checkedMultiply(settings.refillTimeMs, kNanosPerMilli);
    if (settings.size == 0 || settings.refillTimeMs == 0 || !refillNanos)
        return std::nullopt;
    return TokenBucket(settings, *refillNanos, now);
}

TokenBucket::TokenBucket(const BucketSettings &settings, std::uint64_t refillNanos, TimePoint now)
    : m_size(settings.size), m_initialBurst(settings.oneTimeBurst), m_burst(settings.oneTimeBurst),
      m_budget(settings.size), m_refillNanos(refillNanos),
      m_stepTokens(settings.size / std::gcd(settings.size, refillNanos)),
      m_stepNanos(refillNanos / std::gcd(settings.size, refillNanos)), m_lastUpdate(now)
{
}

Result<TokenBucket> TokenBucket::restore(const BucketState &state, TimePoint now)
{
    auto bucket = make({state.size, state.oneTimeBurst, state.refillTimeMs}, now);
    if (!bucket || state.budget > state.size || state.burst > state.oneTimeBurst ||
        state.elapsedNanos > longestElapsed(bucket->m_refillNanos))
        return fail(ErrorKind::InvalidInput, "a saved token bucket is impossible");
    bucket->m_budget = state.budget;
    bucket->m_burst = state.burst;
    bucket->m_lastUpdate = now - std::chrono::nanoseconds(static_cast<std::int64_t>(state.elapsedNanos));
    return *bucket;
}

BucketState TokenBucket::save(TimePoint now) const
{
    const std::int64_t passed = std::max<std::int64_t>(0, std::chrono::nanoseconds(now - m_lastUpdate).count());
    return {.size = m_size,
            .oneTimeBurst = m_initialBurst,
            .refillTimeMs = m_refillNanos / kNanosPerMilli,
            .budget = m_budget,
            .burst = m_burst,
            .elapsedNanos = std::min(static_cast<std::uint64_t>(passed), longestElapsed(m_refillNanos))};
}

void TokenBucket::replenish(TimePoint now)
{
    const std::int64_t passed = std::chrono::duration_cast<std::chrono::nanoseconds>(now - m_lastUpdate).count();
    if (passed <= 0)
        return;
    const auto elapsed = static_cast<std::uint64_t>(passed);
    if (elapsed >= m_refillNanos) {
        m_budget = m_size;
        m_lastUpdate = now;
        return;
    }
    const Wide tokens = Wide{elapsed} * m_stepTokens / m_stepNanos;
    // Only the time these tokens stand for is used up (rounded up, never more than `elapsed`): the rest counts next
    // time.
    const Wide usedUp = (tokens * m_stepNanos + m_stepTokens - 1) / m_stepTokens;
    m_lastUpdate += std::chrono::nanoseconds(static_cast<std::int64_t>(usedUp));
    m_budget += std::min(m_size - m_budget, static_cast<std::uint64_t>(tokens));
}

TokenBucket::Outcome TokenBucket::take(std::uint64_t amount, TimePoint now)
{
    if (m_burst > 0) {
        if (m_burst >= amount) {
            m_burst -= amount;
            m_lastUpdate = now;
            return {};
        }
        amount -= m_burst;
        m_burst = 0;
    }
    if (amount > m_budget)
        replenish(now);
    if (amount > m_size) {
        const Wide wait = Wide{amount - m_budget} * m_refillNanos / m_size;
        m_budget = 0;
        const auto capped = std::clamp<Wide>(wait, 1, static_cast<Wide>(kLongestLimiterWait.count()));
        return {Verdict::Overconsumed, std::chrono::nanoseconds(static_cast<std::int64_t>(capped))};
    }
    if (amount > m_budget)
        return {Verdict::Refused, {}};
    m_budget -= amount;
    return {};
}

void TokenBucket::giveBack(std::uint64_t amount)
{
    if (m_burst > 0)
        m_burst += std::min(amount, m_initialBurst - m_burst);
    else
        m_budget += std::min(amount, m_size - m_budget);
}

} // namespace sparkler
