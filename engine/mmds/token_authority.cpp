#include "mmds/token_authority.h"

#include <cstdlib>
#include <cstring>
#include <optional>
#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/utils.h>

/// What libsodium calls for lengths beyond its limits; ours are fixed. Its own definition lies beside sodium_init(), and
/// with it the whole library would be linked.
extern "C" [[noreturn]] void sodium_misuse()
{
    std::abort();
}

namespace sparkler::mmds {
namespace {

// sodium_init() is not called: it only chooses faster implementations and seeds libsodium's own generator.
constexpr std::size_t kNonceBytes = crypto_aead_chacha20poly1305_IETF_NPUBBYTES, kExpiryBytes = 8,
                      kTagBytes = crypto_aead_chacha20poly1305_IETF_ABYTES;
constexpr std::size_t kTokenBytes = kNonceBytes + kExpiryBytes + kTagBytes;
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

using Key = std::span<const std::byte, crypto_aead_chacha20poly1305_IETF_KEYBYTES>;

/// Behind the token's nonce: the encrypted expiry and the tag.
void seal(Key key, Token &token, std::string_view additional, std::uint64_t expiry)
{
    std::array<unsigned char, kExpiryBytes> plain;
    std::memcpy(plain.data(), &expiry, plain.size());
    std::byte *sealed = token.data() + kNonceBytes;
    // Cannot fail.
    crypto_aead_chacha20poly1305_ietf_encrypt_detached(raw(sealed), raw(sealed + kExpiryBytes), nullptr, plain.data(),
                                                       plain.size(), raw(additional), additional.size(), nullptr,
                                                       raw(token.data()), raw(key.data()));
}

/// Nothing for a token that was not sealed with this key.
std::optional<std::uint64_t> open(Key key, const Token &token, std::string_view additional)
{
    const std::byte *sealed = token.data() + kNonceBytes;
    std::array<unsigned char, kExpiryBytes> plain;
    if (crypto_aead_chacha20poly1305_ietf_decrypt_detached(plain.data(), nullptr, raw(sealed), kExpiryBytes,
                                                           raw(sealed + kExpiryBytes), raw(additional),
                                                           additional.size(), raw(token.data()), raw(key.data())) != 0)
        return std::nullopt;
    std::uint64_t expiry = 0;
    std::memcpy(&expiry, plain.data(), plain.size());
    return expiry;
}

std::string encode(const Token &token)
{
    std::array<char, sodium_base64_ENCODED_LEN(kTokenBytes, sodium_base64_VARIANT_ORIGINAL)> text; // with a NUL
    return sodium_bin2base64(text.data(), text.size(), raw(token.data()), token.size(), sodium_base64_VARIANT_ORIGINAL);
}

std::optional<Token> decode(std::string_view text)
{
    Token token;
    std::size_t length = 0;
    if (text.size() > kMaxTokenChars ||
        sodium_base642bin(raw(token.data()), token.size(), text.data(), text.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        length != token.size())
        return std::nullopt;
    return token;
}

} // namespace

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
    if (const auto filled = m_random(std::span(token).first(kNonceBytes)); !filled)
        return tokenError(filled.error().text, filled.error().hostErrno);
    const std::uint64_t expiry = millis(now) + std::uint64_t{ttlSeconds} * 1000;
    --m_usesLeft;
    seal(m_key, token, m_additionalData, expiry);
    return encode(token);
}

bool TokenAuthority::isValid(std::string_view token, TimePoint now) const
{
    const auto bytes = decode(token);
    if (!m_hasKey || !bytes)
        return false;
    const auto expiry = open(m_key, *bytes, m_additionalData);
    return expiry && millis(now) < *expiry;
}

} // namespace sparkler::mmds
