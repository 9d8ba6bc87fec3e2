#include "ratelimit/rate_limiter.h"

namespace sparkler {
namespace {

constexpr std::chrono::milliseconds kRefusedWait{100};

} // namespace

RateLimiter::RateLimiter(const LimiterSettings &settings, TimePoint now)
{
    update(settings, now);
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
    const Verdict operation = take(Kind::Ops, 1, now);
    if (operation == Verdict::Blocked || bytes == 0)
        return operation;
    const Verdict moved = take(Kind::Bytes, bytes, now);
    if (moved == Verdict::Blocked)
        giveBack(Kind::Ops, 1);
    return moved;
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
