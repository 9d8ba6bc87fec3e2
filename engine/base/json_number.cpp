#include "base/json_number.h"

#include "base/format.h"

#include <algorithm>
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

/// The shortest digits that read back as `value` (not negative). By libfmt, which is linked anyway: std::to_chars would
/// bring 125 KiB of tables along.
Decimal shortestDecimal(double value)
{
    const std::string text = fmt::format("{}", value); // "0.001", "12.5", "1.5e-07", "1e+20"
    const std::string_view all = text;
    const std::size_t split = std::min(all.find('e'), all.size());
    const std::string_view mantissa = all.substr(0, split);
    Decimal out;
    if (split < all.size()) {
        const std::size_t sign = all[split + 1] == '+' ? 2 : 1;
        std::from_chars(all.data() + split + sign, all.data() + all.size(), out.exponent);
    }
    out.exponent += static_cast<int>(std::min(mantissa.find('.'), mantissa.size())) - 1;
    for (const char c : mantissa) {
        if (c == '0' && out.digits.empty())
            --out.exponent; // a zero in front
        else if (c != '.')
            out.digits += c;
    }
    while (out.digits.ends_with('0'))
        out.digits.pop_back();
    return out.digits.empty() ? Decimal{"0", 0} : out;
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
