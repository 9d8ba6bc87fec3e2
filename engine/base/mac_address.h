#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {

/// An Ethernet address.
struct MacAddress {
    std::array<std::uint8_t, 6> bytes{};
    bool operator==(const MacAddress &) const = default;
};

/// "06:00:AC:10:00:02": exactly six groups of two hexadecimal digits, either case. Nothing for any other text.
std::optional<MacAddress> parseMacAddress(std::string_view text);
/// Lower case.
std::string toString(const MacAddress &address);

} // namespace sparkler
