#pragma once

#include "config/types.h"
#include "ratelimit/rate_limiter.h"

#include <optional>

namespace sparkler {

/// The limiter settings of a configuration; an absent limiter does not limit.
LimiterSettings limiterSettings(const std::optional<RateLimiterConfig> &config);
/// Likewise for one bucket.
std::optional<BucketSettings> bucketSettings(const std::optional<TokenBucketConfig> &config);

} // namespace sparkler
