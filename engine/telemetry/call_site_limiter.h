#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <source_location>

namespace sparkler::detail {

/// A token bucket for every place in the source that logs: 10 records at once, one more every 500 ms. Lock-free, fixed
/// memory, any thread and any signal handler. Time is passed in.
class CallSiteLimiter {
public:
    static constexpr std::uint64_t kBurst = 10;
    static constexpr std::uint64_t kRefillMicros = 500'000;
    static constexpr std::uint32_t kMaxSuppressed = 16'777'215;

    struct Verdict {
        bool admitted = false;
        std::uint32_t suppressed = 0; ///< with admitted: records of this site lost since the last admitted one
    };

    constexpr CallSiteLimiter() noexcept = default;
    Verdict take(const std::source_location &where, std::uint64_t nowMicros) noexcept
    {
        return take(keyOf(where), nowMicros);
    }
    /// `site`: any number but 0 that stands for one place.
    Verdict take(std::uint64_t site, std::uint64_t nowMicros) noexcept;
    static std::uint64_t keyOf(const std::source_location &where) noexcept;

    static constexpr std::size_t kSites = 512; ///< places with a bucket of their own

private:
    /// The bucket as one number: the moment at which it will be full again. It holds a token as long as that moment is
    /// at most (kBurst - 1) refills away.
    struct Site {
        std::atomic<std::uint64_t> key{0}; ///< 0: free
        std::atomic<std::uint64_t> fullAtMicros{0};
        std::atomic<std::uint32_t> suppressed{0};
    };

    Site &siteFor(std::uint64_t key) noexcept;

    std::array<Site, kSites> m_sites{};
    Site m_overflow{}; ///< shared by all sites that found the table full
};

} // namespace sparkler::detail
