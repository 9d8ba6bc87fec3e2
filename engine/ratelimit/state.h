#pragma once

#include <cstdint>
#include <optional>

namespace sparkler {

/// A token bucket as a snapshot keeps it. `budget` <= `size`, `burst` <= `oneTimeBurst`, `size` and `refillTimeMs` not
/// 0.
struct BucketState {
    std::uint64_t size = 0;
    std::uint64_t oneTimeBurst = 0;
    std::uint64_t refillTimeMs = 0;
    std::uint64_t budget = 0;
    std::uint64_t burst = 0;        ///< what is left of the one-time burst
    std::uint64_t elapsedNanos = 0; ///< since the last refill, at the moment of saving
    bool operator==(const BucketState &) const = default;
};

/// A limiter as a snapshot keeps it. A block in force is not kept: whoever waits tries again after the restore.
struct LimiterState {
    std::optional<BucketState> bandwidth;
    std::optional<BucketState> ops;
    bool operator==(const LimiterState &) const = default;
};

} // namespace sparkler
