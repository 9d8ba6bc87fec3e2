#include "app/tools/manifest.h"

#include "base/format.h"
#include "base/os_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <sodium/crypto_hash_sha256.h>
#include <unistd.h>

namespace sparkler::tools {
namespace {

constexpr std::size_t kDigits = 2 * crypto_hash_sha256_BYTES;

bool isDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool isPlainName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == 0x7f || c == '\\' || c == '/';
    });
}

/// "<digits>  <name>", or with " *" for files that were read as binary, which means the same.
std::optional<Checksum> parseLine(std::string_view line)
{
    if (line.size() < kDigits + 2 || !std::ranges::all_of(line.substr(0, kDigits), isDigit) || line[kDigits] != ' ' ||
        (line[kDigits + 1] != ' ' && line[kDigits + 1] != '*') || !isPlainName(line.substr(kDigits + 2)))
        return std::nullopt;
    return Checksum{.sha256 = std::string(line.substr(0, kDigits)), .name = std::string(line.substr(kDigits + 2))};
}

} // namespace

std::string toText(const Manifest &manifest)
{
    std::string text;
    for (const Checksum &checksum : manifest)
        text += fmt::format("{}  {}\n", checksum.sha256, checksum.name);
    return text;
}

Result<Manifest> parseManifest(std::string_view text)
{
    Manifest manifest;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        auto checksum = parseLine(line);
        if (!checksum)
            return fail(ErrorKind::InvalidInput, fmt::format("line {} is no checksum and name", number));
        manifest.push_back(std::move(*checksum));
    }
    return manifest;
}

Result<std::string> manifestName(const std::string &path)
{
    std::string name = path.substr(path.rfind('/') + 1); // npos + 1 is 0
    if (!isPlainName(name))
        return fail(ErrorKind::InvalidInput, "The file's name cannot stand in a list of checksums");
    return name;
}

Result<std::string> sha256Of(const Fd &file)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<unsigned char> buffer(1u << 20);
    off_t at = 0;
    for (;;) {
        const ssize_t count = ::pread(file.get(), buffer.data(), buffer.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return hostError(errno);
        if (count == 0)
            break;
        crypto_hash_sha256_update(&state, buffer.data(), static_cast<unsigned long long>(count));
        at += count;
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::string text;
    for (const unsigned char byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

} // namespace sparkler::tools
