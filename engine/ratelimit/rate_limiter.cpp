#include "ratelimit/rate_limiter.h"

namespace sparkler {
namespace {

constexpr std::chrono::milliseconds kRefusedWait{100};

} // namespace

RateLimiter::RateLimiter(const LimiterSettings &settings, TimePoint now)
{
    update(settings, now);
}

Result<RateLimiter> RateLimiter::restore(const LimiterState &state, TimePoint now)
{
    if (state.blockedNanos > static_cast<std::uint64_t>(kLongestLimiterWait.count()))
        return fail(ErrorKind::InvalidInput, "a saved rate limiter is blocked for too long");
    RateLimiter limiter;
    if (state.bandwidth)
        limiter.m_bytes = TRY(TokenBucket::restore(*state.bandwidth, now));
    if (state.ops)
        limiter.m_ops = TRY(TokenBucket::restore(*state.ops, now));
    if (state.blockedNanos > 0)
        limiter.m_blockedUntil = now + std::chrono::nanoseconds(static_cast<std::int64_t>(state.blockedNanos));
    return limiter;
}

LimiterState RateLimiter::save(TimePoint now) const
{
    LimiterState state;
    if (m_bytes)
        state.bandwidth = m_bytes->save(now);
    if (m_ops)
        state.ops = m_ops->save(now);
    if (const auto wait = retryAfter(now))
        state.blockedNanos = static_cast<std::uint64_t>(wait->count());
    return state;
}

RateLimiter::Verdict RateLimiter::take(Kind kind, std::uint64_t amount, TimePoint now)
{
    if (isBlocked(now))
        return Verdict::Blocked;
    m_blockedUntil.reset();
    std::optional<TokenBucket> &bucket = slot(kind);
    if (!bucket)
        return Verdict::Allowed;
    const TokenBucket::Outcome outcome = bucket->take(amount, now);
    switch (outcome.verdict) {
    case TokenBucket::Verdict::Taken:
        return Verdict::Allowed;
    case TokenBucket::Verdict::Overconsumed:
        m_blockedUntil = now + outcome.penalty;
        return Verdict::Overconsumed;
    case TokenBucket::Verdict::Refused:
        break;
    }
    m_blockedUntil = now + kRefusedWait;
    return Verdict::Blocked;
}

RateLimiter::Verdict RateLimiter::takeOperation(std::uint64_t bytes, TimePoint now)
{
    const Verdict operation = take(Kind::Ops, 1, now); // a bucket holds at least one token, so never Overconsumed
    if (operation == Verdict::Blocked || bytes == 0)
        return operation;
    const Verdict transfer = take(Kind::Bytes, bytes, now);
    if (transfer == Verdict::Blocked)
        giveBack(Kind::Ops, 1);
    return transfer;
}

void RateLimiter::giveBack(Kind kind, std::uint64_t amount)
{
    if (std::optional<TokenBucket> &bucket = slot(kind))
        bucket->giveBack(amount);
}

std::optional<std::chrono::nanoseconds> RateLimiter::retryAfter(TimePoint now) const
{
    if (!isBlocked(now))
        return std::nullopt;
    return *m_blockedUntil - now;
}

void RateLimiter::update(const LimiterSettings &changes, TimePoint now)
{
    if (changes.bandwidth)
        m_bytes = TokenBucket::make(*changes.bandwidth, now);
    if (changes.ops)
        m_ops = TokenBucket::make(*changes.ops, now);
}

const TokenBucket *RateLimiter::bucket(Kind kind) const
{
    const std::optional<TokenBucket> &bucket = kind == Kind::Bytes ? m_bytes : m_ops;
    return bucket ? &*bucket : nullptr;
}

} // namespace sparkler
