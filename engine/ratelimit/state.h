#pragma once

#include <cstdint>
#include <optional>

namespace sparkler {

/// A token bucket as a snapshot keeps it. `budget` <= `size`, `burst` <= `oneTimeBurst`, `size` and `refillTimeMs` not
/// 0, `elapsedNanos` no more than a refill takes.
struct BucketState {
    std::uint64_t size = 0;
    std::uint64_t oneTimeBurst = 0;
    std::uint64_t refillTimeMs = 0;
    std::uint64_t budget = 0;
    std::uint64_t burst = 0;        ///< what is left of the one-time burst
    std::uint64_t elapsedNanos = 0; ///< since the last refill, at the moment of saving
    bool operator==(const BucketState &) const = default;
};

/// A limiter as a snapshot keeps it.
struct LimiterState {
    std::optional<BucketState> bandwidth;
    std::optional<BucketState> ops;
    std::uint64_t blockedNanos = 0; ///< what was left of a block in force: nobody escapes a wait by a snapshot
    bool operator==(const LimiterState &) const = default;
};

} // namespace sparkler
