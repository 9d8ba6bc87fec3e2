#include "snapshot/semver.h"

#include "base/checked.h"
#include "base/format.h"
#include "base/json_text.h"

namespace sparkler::snapshot {
namespace {

constexpr std::string_view kPreRelease = "pre-release identifier";
constexpr std::string_view kBuild = "build metadata";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isIdentifierCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

/// The character at the front of `text` in quotation marks, with what cannot be shown as an escape.
std::string quotedFront(std::string_view text)
{
    const std::string valid = lossyUtf8(text);
    std::size_t end = 0;
    const char32_t codePoint = takeUtf8(valid, end);
    switch (codePoint) {
    case U'\'':
        return "'\\''";
    case U'\\':
        return "'\\\\'";
    case U'\n':
        return "'\\n'";
    case U'\r':
        return "'\\r'";
    case U'\t':
        return "'\\t'";
    case U'\0':
        return "'\\0'";
    default:
        break;
    }
    if (codePoint < 0x20 || codePoint == 0x7f)
        return fmt::format("'\\u{{{:x}}}'", static_cast<std::uint32_t>(codePoint));
    return fmt::format("'{}'", valid.substr(0, end));
}

/// Takes a version apart from its front.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_left(text) {}

    /// Decimal digits without leading zeros; `what` they are, for errors.
    Result<std::uint64_t> number(std::string_view what)
    {
        std::size_t digits = 0;
        std::optional<std::uint64_t> value = 0;
        for (; digits < m_left.size() && isDigit(m_left[digits]); ++digits) {
            if (digits == 1 && m_left.front() == '0')
                return fail(ErrorKind::InvalidInput, fmt::format("invalid leading zero in {}", what));
            value = checkedMultiply<std::uint64_t>(*value, 10);
            if (value)
                value = checkedAdd<std::uint64_t>(*value, static_cast<std::uint64_t>(m_left[digits] - '0'));
            if (!value)
                return fail(ErrorKind::InvalidInput, fmt::format("value of {} exceeds u64::MAX", what));
        }
        if (digits == 0)
            return m_left.empty()
                       ? fail(ErrorKind::InvalidInput, fmt::format("unexpected end of input while parsing {}", what))
                       : fail(ErrorKind::InvalidInput,
                              fmt::format("unexpected character {} while parsing {}", quotedFront(m_left), what));
        m_left.remove_prefix(digits);
        return *value;
    }

    /// The dot behind `what`.
    Result<> dot(std::string_view what)
    {
        if (m_left.empty())
            return fail(ErrorKind::InvalidInput, fmt::format("unexpected end of input while parsing {}", what));
        if (!takeIf('.'))
            return end(what);
        return {};
    }

    bool takeIf(char wanted)
    {
        if (!m_left.starts_with(wanted))
            return false;
        m_left.remove_prefix(1);
        return true;
    }

    /// One or more segments of letters, digits and '-', with dots between them.
    Result<std::string> identifier(std::string_view what)
    {
        const std::string_view all = m_left;
        do {
            std::size_t length = 0;
            bool isNumber = true;
            for (; length < m_left.size() && isIdentifierCharacter(m_left[length]); ++length)
                isNumber = isNumber && isDigit(m_left[length]);
            if (length == 0)
                return fail(ErrorKind::InvalidInput, fmt::format("empty identifier segment in {}", what));
            if (what == kPreRelease && isNumber && length > 1 && m_left.front() == '0')
                return fail(ErrorKind::InvalidInput, fmt::format("invalid leading zero in {}", what));
            m_left.remove_prefix(length);
        } while (takeIf('.'));
        return std::string(all.substr(0, all.size() - m_left.size()));
    }

    /// Nothing may follow `what`.
    Result<> end(std::string_view what) const
    {
        if (!m_left.empty())
            return fail(ErrorKind::InvalidInput,
                        fmt::format("unexpected character {} after {}", quotedFront(m_left), what));
        return {};
    }

private:
    std::string_view m_left;
};

} // namespace

Result<SemanticVersion> parseSemver(std::string_view text)
{
    constexpr std::string_view kMajor = "major version number";
    constexpr std::string_view kMinor = "minor version number";
    constexpr std::string_view kPatch = "patch version number";
    if (text.empty())
        return fail(ErrorKind::InvalidInput, "empty string, expected a semver version");
    Cursor cursor(text);
    SemanticVersion version;
    version.major = TRY(cursor.number(kMajor));
    TRY(cursor.dot(kMajor));
    version.minor = TRY(cursor.number(kMinor));
    TRY(cursor.dot(kMinor));
    version.patch = TRY(cursor.number(kPatch));
    std::string_view last = kPatch;
    if (cursor.takeIf('-')) {
        last = kPreRelease;
        version.preRelease = TRY(cursor.identifier(last));
    }
    if (cursor.takeIf('+')) {
        last = kBuild;
        version.build = TRY(cursor.identifier(last));
    }
    TRY(cursor.end(last));
    return version;
}

} // namespace sparkler::snapshot
