#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {

struct Ipv4Address {
    std::array<std::uint8_t, 4> bytes{};
    bool operator==(const Ipv4Address &) const = default;
};

/// Dotted quad, each part without leading zeros and at most 255. Nothing for any other text.
std::optional<Ipv4Address> parseIpv4Address(std::string_view text);
std::string toString(Ipv4Address address);
/// 169.254.1.0 to 169.254.254.255 (RFC 3927, 2.1).
bool isLinkLocal(Ipv4Address address);

} // namespace sparkler
