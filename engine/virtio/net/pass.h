#pragma once

#include "base/result.h"
#include "ratelimit/rate_limiter.h"

#include <optional>

namespace sparkler::virtio {

/// What one direction of a network device did in one wake-up, and what must happen so that it goes on.
struct NetPass {
    bool interrupt = false;           ///< buffers were published and the driver wants to know
    bool again = false;               ///< there is more than one wake-up may do
    bool detoured = false;            ///< the detour took a frame, and may answer
    std::optional<TimePoint> retryAt; ///< rate limiter, or a tap that failed: nothing else will wake us
    std::optional<Error> fault;       ///< the ring is impossible: NEEDS_RESET
};

/// Charges one frame. False: not now.
bool chargeFrame(RateLimiter &limiter, std::uint64_t bytes, TimePoint now);

} // namespace sparkler::virtio
