#include "virtio/net/pass.h"

#include "telemetry/log.h"

namespace sparkler::virtio {

bool chargeFrame(RateLimiter &limiter, std::uint64_t bytes, TimePoint now)
{
    const auto verdict = limiter.takeOperation(bytes, now);
    if (verdict == RateLimiter::Verdict::Overconsumed) // one operation never is
        logError("Consumed {} tokens from bucket of size {}", bytes, limiter.bucket(RateLimiter::Kind::Bytes)->size());
    return verdict != RateLimiter::Verdict::Blocked;
}

} // namespace sparkler::virtio
