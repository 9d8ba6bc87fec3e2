#include "config/cpu_template_text.h"

#include "base/format.h"

#include <charconv>
#include <limits>

namespace sparkler {
namespace {

enum class NumberError { Empty, InvalidDigit, Overflow };

struct NumberErrorTexts {
    std::string_view debug;
    std::string_view display;
};

NumberErrorTexts textsOf(NumberError error)
{
    switch (error) {
    case NumberError::Empty:
        return {"ParseIntError { kind: Empty }", "cannot parse integer from empty string"};
    case NumberError::InvalidDigit:
        return {"ParseIntError { kind: InvalidDigit }", "invalid digit found in string"};
    case NumberError::Overflow:
        break;
    }
    return {"ParseIntError { kind: PosOverflow }", "number too large to fit in target type"};
}

std::expected<std::uint32_t, NumberError> parseDigits(std::string_view digits, int base)
{
    if (digits.starts_with('+') && digits.size() > 1)
        digits.remove_prefix(1);
    if (digits.empty())
        return std::unexpected(NumberError::Empty);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (error == std::errc::invalid_argument || end != digits.data() + digits.size())
        return std::unexpected(NumberError::InvalidDigit);
    if (error == std::errc::result_out_of_range)
        return std::unexpected(NumberError::Overflow);
    return number;
}

} // namespace

Result<std::uint32_t> parseTemplateNumber(std::string_view text)
{
    const int base = text.starts_with("0x") ? 16 : text.starts_with("0b") ? 2 : 0;
    if (base == 0)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("No supported number system prefix found in value [{}]. Make sure to prefix the number "
                                "with '0x' for hexadecimal numbers or '0b' for binary numbers.",
                                text));
    const auto number = parseDigits(text.substr(2), base);
    if (!number)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Failed to parse string [{}] as a number for CPU template - {}", text,
                                textsOf(number.error()).debug));
    return *number;
}

Result<BitChange> parseBitmap(std::string_view text, unsigned widthBits)
{
    const auto bad = [text](const std::string &why) {
        return fail(ErrorKind::InvalidInput, fmt::format("Failed to parse string [{}] as a bitmap - {}", text, why));
    };
    std::string_view bits = text;
    if (bits.starts_with("0b"))
        bits.remove_prefix(2);
    BitChange change;
    unsigned count = 0;
    for (const char bit : bits) {
        if (bit == '_')
            continue;
        if (bit != '0' && bit != '1' && bit != 'x')
            return bad(fmt::format("unknown character: {}", static_cast<unsigned char>(bit)));
        if (++count > widthBits)
            return bad("string is too long");
        change.filter = change.filter << 1 | (bit == 'x' ? 0 : 1);
        change.value = change.value << 1 | (bit == '1' ? 1 : 0);
    }
    return change;
}

Result<CapabilityChange> parseCapability(std::string_view text)
{
    const bool removed = text.starts_with('!');
    const auto number = parseDigits(removed ? text.substr(1) : text, 10);
    if (!number)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Failed to parse string [{}] as a kvm capability - can not convert to numeric: {}",
                                text, textsOf(number.error()).display));
    return CapabilityChange{.number = *number, .removed = removed};
}

std::string bitmapText(const BitChange &change, unsigned widthBits)
{
    std::string text = "0b";
    for (unsigned bit = widthBits; bit-- > 0;) {
        const bool kept = (change.filter >> bit & 1) == 0;
        text += kept ? 'x' : (change.value >> bit & 1) != 0 ? '1' : '0';
    }
    return text;
}

} // namespace sparkler
