#pragma once

#include <concepts>
#include <expected>
#include <limits>
#include <string_view>

namespace sparkler::jail {

/// A decimal number of the command line; a single '+' may stand before it. The error is why it is none, in the words
/// that Firecracker's users know.
template <std::unsigned_integral Number>
std::expected<Number, std::string_view> parseDecimal(std::string_view text)
{
    if (text.empty())
        return std::unexpected(std::string_view("cannot parse integer from empty string"));
    if (text.size() > 1 && text.front() == '+')
        text.remove_prefix(1);
    constexpr Number kMost = std::numeric_limits<Number>::max();
    Number number = 0;
    for (const char character : text) {
        if (character < '0' || character > '9')
            return std::unexpected(std::string_view("invalid digit found in string"));
        const auto digit = static_cast<Number>(character - '0');
        if (number > kMost / 10 || (number == kMost / 10 && digit > kMost % 10))
            return std::unexpected(std::string_view("number too large to fit in target type"));
        number = static_cast<Number>(number * 10 + digit);
    }
    return number;
}

} // namespace sparkler::jail
