#pragma once

#include <QtGlobal>
#include <optional>

namespace sparkler::gui {

/// A token bucket as the engine takes it. Size 0 or refill time 0 means no limit.
struct TokenBucketValue {
    quint64 size = 0;                    ///< tokens: bytes or operations
    std::optional<quint64> oneTimeBurst; ///< tokens on top, once
    quint64 refillTimeMs = 0;            ///< time to fill an empty bucket

    bool isOff() const { return size == 0 || refillTimeMs == 0; }
    bool operator==(const TokenBucketValue &) const = default;
};

/// Absent buckets are not sent.
struct RateLimiterValue {
    std::optional<TokenBucketValue> bandwidth; ///< tokens are bytes
    std::optional<TokenBucketValue> ops;       ///< tokens are operations

    bool operator==(const RateLimiterValue &) const = default;
};

} // namespace sparkler::gui
