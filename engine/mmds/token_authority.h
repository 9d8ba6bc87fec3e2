#pragma once

#include "base/random.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sparkler::mmds {

/// Fills the bytes with random ones. Error: Host.
using RandomSource = std::function<Result<>(std::span<std::byte>)>;

/// Issues and checks the session tokens of version 2: base64 of a 12 byte nonce, the expiry (milliseconds of the
/// monotonic clock, 8 bytes) encrypted with ChaCha20-Poly1305 (RFC 8439), and the 16 byte tag over it and over
/// "microvmid=<instance id>". The key is random and in no snapshot: tokens die with the process. (Firecracker's cipher
/// is AES-256-GCM, with the same layout; nobody but the issuer can tell.)
class TokenAuthority {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    static constexpr std::uint32_t kMinTtlSeconds = 1;
    static constexpr std::uint32_t kMaxTtlSeconds = 21600;

    explicit TokenAuthority(std::string_view instanceId, RandomSource random = hostRandom,
                            std::uint64_t usesPerKey = std::uint64_t{1} << 32);

    /// Makes sure that there is a key. Error: Host, "Token Authority error: …".
    Result<> prepare();
    /// A token for `ttlSeconds` (1..21600) from now. Error: as prepare().
    Result<std::string> issue(std::uint32_t ttlSeconds, TimePoint now);
    /// Whether it was issued here, under the present key, and has not expired.
    bool isValid(std::string_view token, TimePoint now) const;

private:
    static constexpr std::size_t kKeyBytes = 32;

    Result<> replaceKey();

    const std::string m_additionalData;
    const RandomSource m_random;
    const std::uint64_t m_usesPerKey;
    std::array<std::byte, kKeyBytes> m_key{};
    std::uint64_t m_usesLeft = 0; ///< how often the key may still encrypt: few enough that nonces do not repeat
    bool m_hasKey = false;
};

} // namespace sparkler::mmds
