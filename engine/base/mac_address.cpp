#include "base/mac_address.h"

#include "base/format.h"

#include <charconv>

namespace sparkler {

std::optional<MacAddress> parseMacAddress(std::string_view text)
{
    constexpr std::size_t kGroup = 3; // two digits and a colon, the last one without
    MacAddress address;
    if (text.size() != address.bytes.size() * kGroup - 1)
        return std::nullopt;
    for (std::size_t i = 0; i < address.bytes.size(); ++i) {
        const char *digits = text.data() + i * kGroup;
        if (i > 0 && digits[-1] != ':')
            return std::nullopt;
        const auto [end, error] = std::from_chars(digits, digits + 2, address.bytes[i], 16);
        if (error != std::errc{} || end != digits + 2)
            return std::nullopt;
    }
    return address;
}

std::string toString(const MacAddress &address)
{
    const auto &b = address.bytes;
    return fmt::format("{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}", b[0], b[1], b[2], b[3], b[4], b[5]);
}

} // namespace sparkler
