#include "telemetry/call_site_limiter.h"

namespace sparkler::detail {

std::uint64_t CallSiteLimiter::keyOf(const std::source_location &where) noexcept
{
    // The file name's address stands for the file: the compiler emits it once per translation unit.
    std::uint64_t key = reinterpret_cast<std::uintptr_t>(where.file_name());
    key ^= (static_cast<std::uint64_t>(where.line()) << 40) ^ (static_cast<std::uint64_t>(where.column()) << 56);
    // Finalizer of MurmurHash3 (public domain): every input bit reaches every output bit, and it is invertible.
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdu;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53u;
    key ^= key >> 33;
    return key == 0 ? 1 : key;
}

CallSiteLimiter::Site &CallSiteLimiter::siteFor(std::uint64_t key) noexcept
{
    static constexpr std::size_t kProbes = 32;
    for (std::size_t probe = 0; probe < kProbes; ++probe) {
        Site &site = m_sites[(key + probe) % kSites];
        std::uint64_t found = site.key.load(std::memory_order_relaxed);
        if (found == 0 && site.key.compare_exchange_strong(found, key, std::memory_order_relaxed))
            return site;
        if (found == key)
            return site;
    }
    return m_overflow;
}

CallSiteLimiter::Verdict CallSiteLimiter::take(std::uint64_t siteKey, std::uint64_t nowMicros) noexcept
{
    Site &site = siteFor(siteKey);
    std::uint64_t fullAt = site.fullAtMicros.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t base = fullAt > nowMicros ? fullAt : nowMicros;
        if (base - nowMicros > (kBurst - 1) * kRefillMicros) {
            std::uint32_t count = site.suppressed.load(std::memory_order_relaxed);
            while (count < kMaxSuppressed &&
                   !site.suppressed.compare_exchange_weak(count, count + 1, std::memory_order_relaxed)) {
            }
            return {};
        }
        if (site.fullAtMicros.compare_exchange_weak(fullAt, base + kRefillMicros, std::memory_order_relaxed))
            return {true, site.suppressed.exchange(0, std::memory_order_relaxed)};
    }
}

} // namespace sparkler::detail
