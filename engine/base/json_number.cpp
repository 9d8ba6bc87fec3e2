#include "base/json_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace sparkler {
namespace {

/// Decimal exponents of the first digit for which a float is written without an exponent.
constexpr int kLowestFixed = -5, kHighestFixed = 15;

struct Decimal {
    std::string digits; ///< no point, no zeros at the end
    int exponent = 0;   ///< of the first digit
};

Decimal shortestDecimal(double value)
{
    std::array<char, 32> buffer; // 17 digits, point, sign, exponent
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t split = text.find('e');
    Decimal out;
    for (const char c : text.substr(0, split)) {
        if (c != '.')
            out.digits += c;
    }
    const bool positive = text[split + 1] == '+';
    std::from_chars(text.data() + split + (positive ? 2 : 1), text.data() + text.size(), out.exponent);
    return out;
}

std::string floatText(double value)
{
    const bool negative = std::signbit(value);
    auto [digits, exponent] = shortestDecimal(negative ? -value : value);
    const int count = static_cast<int>(digits.size());
    std::string out = negative ? "-" : "";
    if (exponent < kLowestFixed || exponent > kHighestFixed) {
        if (count > 1)
            digits.insert(1, ".");
        return out + digits + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
    }
    if (exponent < 0)
        return out + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (count <= exponent + 1)
        return out + digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0') + ".0";
    return out + digits.insert(static_cast<std::size_t>(exponent + 1), ".");
}

} // namespace

std::string toString(const JsonNumber &number)
{
    switch (number.kind) {
    case JsonNumber::Kind::Unsigned:
        return std::to_string(number.magnitude);
    case JsonNumber::Kind::Negative:
        return "-" + std::to_string(number.magnitude);
    case JsonNumber::Kind::Float:
        break;
    }
    return floatText(number.value);
}

} // namespace sparkler
