#include "mmds/token_authority.h"

#include "base/os_error.h"

#include <cerrno>
#include <cstring>
#include <mbedtls/base64.h>
#include <mbedtls/gcm.h>
#include <optional>
#include <sys/random.h>

namespace sparkler::mmds {
namespace {

constexpr std::size_t kIvBytes = 12, kExpiryBytes = 8, kTagBytes = 16;
constexpr std::size_t kTokenBytes = kIvBytes + kExpiryBytes + kTagBytes;
/// Longer texts are not looked at. (36 bytes are 48 characters.)
constexpr std::size_t kMaxTokenChars = 70;
using Token = std::array<std::byte, kTokenBytes>;

unsigned char *raw(std::byte *bytes)
{
    return reinterpret_cast<unsigned char *>(bytes);
}
const unsigned char *raw(const std::byte *bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes);
}
const unsigned char *raw(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::unexpected<Error> tokenError(std::string_view why, int hostErrno = 0)
{
    return fail(ErrorKind::Host, "Token Authority error: " + std::string(why), hostErrno);
}

std::uint64_t millis(TokenAuthority::TimePoint time)
{
    using std::chrono::milliseconds;
    return static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(time.time_since_epoch()).count());
}

/// AES-256-GCM with one key. All calls return 0 for success, as the library's do.
class Cipher {
public:
    explicit Cipher(std::span<const std::byte> key)
    {
        mbedtls_gcm_init(&m_context);
        m_status = mbedtls_gcm_setkey(&m_context, MBEDTLS_CIPHER_ID_AES, raw(key.data()),
                                      static_cast<unsigned>(key.size() * 8));
    }
    ~Cipher() { mbedtls_gcm_free(&m_context); }
    Cipher(const Cipher &) = delete;
    Cipher &operator=(const Cipher &) = delete;

    /// Behind the token's IV: the encrypted expiry and the tag.
    int seal(Token &token, std::string_view additional, std::uint64_t expiry)
    {
        if (m_status != 0)
            return m_status;
        std::array<unsigned char, kExpiryBytes> plain;
        std::memcpy(plain.data(), &expiry, plain.size());
        std::byte *sealed = token.data() + kIvBytes;
        return mbedtls_gcm_crypt_and_tag(&m_context, MBEDTLS_GCM_ENCRYPT, plain.size(), raw(token.data()), kIvBytes,
                                         raw(additional), additional.size(), plain.data(), raw(sealed), kTagBytes,
                                         raw(sealed + kExpiryBytes));
    }
    int open(const Token &token, std::string_view additional, std::uint64_t &expiry)
    {
        if (m_status != 0)
            return m_status;
        const std::byte *sealed = token.data() + kIvBytes;
        std::array<unsigned char, kExpiryBytes> plain;
        const int status = mbedtls_gcm_auth_decrypt(&m_context, kExpiryBytes, raw(token.data()), kIvBytes,
                                                    raw(additional), additional.size(), raw(sealed + kExpiryBytes),
                                                    kTagBytes, raw(sealed), plain.data());
        if (status == 0)
            std::memcpy(&expiry, plain.data(), plain.size());
        return status;
    }

private:
    mbedtls_gcm_context m_context;
    int m_status = 0;
};

std::string encode(const Token &token)
{
    std::array<unsigned char, kMaxTokenChars> text;
    std::size_t length = 0;
    // Cannot fail: 48 characters and a NUL fit.
    mbedtls_base64_encode(text.data(), text.size(), &length, raw(token.data()), token.size());
    return {reinterpret_cast<const char *>(text.data()), length};
}

std::optional<Token> decode(std::string_view text)
{
    Token token;
    std::size_t length = 0;
    if (text.size() > kMaxTokenChars ||
        mbedtls_base64_decode(raw(token.data()), token.size(), &length, raw(text), text.size()) != 0 ||
        length != token.size())
        return std::nullopt;
    return token;
}

} // namespace

Result<> hostRandom(std::span<std::byte> out)
{
    while (!out.empty()) {
        const ssize_t got = getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno != EINTR)
            return hostError(errno);
        out = out.subspan(got < 0 ? 0 : static_cast<std::size_t>(got));
    }
    return {};
}

TokenAuthority::TokenAuthority(std::string_view instanceId, RandomSource random, std::uint64_t usesPerKey)
    : m_additionalData("microvmid=" + std::string(instanceId)), m_random(std::move(random)), m_usesPerKey(usesPerKey)
{
}

Result<> TokenAuthority::prepare()
{
    return m_hasKey && m_usesLeft > 0 ? Result<>{} : replaceKey();
}

Result<> TokenAuthority::replaceKey()
{
    std::array<std::byte, kKeyBytes> key;
    if (const auto filled = m_random(key); !filled)
        return tokenError(filled.error().text, filled.error().hostErrno);
    m_key = key;
    m_usesLeft = m_usesPerKey;
    m_hasKey = true;
    return {};
}

Result<std::string> TokenAuthority::issue(std::uint32_t ttlSeconds, TimePoint now)
{
    TRY(prepare());
    Token token;
    if (const auto filled = m_random(std::span(token).first(kIvBytes)); !filled)
        return tokenError(filled.error().text, filled.error().hostErrno);
    const std::uint64_t expiry = millis(now) + std::uint64_t{ttlSeconds} * 1000;
    --m_usesLeft;
    if (Cipher(m_key).seal(token, m_additionalData, expiry) != 0)
        return tokenError("Failed to encrypt token.");
    return encode(token);
}

bool TokenAuthority::isValid(std::string_view token, TimePoint now) const
{
    const auto bytes = decode(token);
    std::uint64_t expiry = 0;
    return m_hasKey && bytes && Cipher(m_key).open(*bytes, m_additionalData, expiry) == 0 && millis(now) < expiry;
}

} // namespace sparkler::mmds
