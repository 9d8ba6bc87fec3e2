#include "machine/limiters.h"

namespace sparkler {

std::optional<BucketSettings> bucketSettings(const std::optional<TokenBucketConfig> &config)
{
    if (!config)
        return std::nullopt;
    return BucketSettings{config->size, config->oneTimeBurst.value_or(0), config->refillTimeMs};
}

LimiterSettings limiterSettings(const std::optional<RateLimiterConfig> &config)
{
    if (!config)
        return {};
    return LimiterSettings{bucketSettings(config->bandwidth), bucketSettings(config->ops)};
}

} // namespace sparkler
