#include "base/ipv4_address.h"

#include "base/format.h"

#include <charconv>

namespace sparkler {

std::optional<Ipv4Address> parseIpv4Address(std::string_view text)
{
    Ipv4Address address;
    for (std::size_t i = 0; i < address.bytes.size(); ++i) {
        if (i > 0) {
            if (!text.starts_with('.'))
                return std::nullopt;
            text.remove_prefix(1);
        }
        const bool leadingZero = text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), address.bytes[i]);
        if (error != std::errc{} || leadingZero)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    if (!text.empty())
        return std::nullopt;
    return address;
}

std::string toString(Ipv4Address address)
{
    const auto &b = address.bytes;
    return fmt::format("{}.{}.{}.{}", b[0], b[1], b[2], b[3]);
}

bool isLinkLocal(Ipv4Address address)
{
    const auto &b = address.bytes;
    return b[0] == 169 && b[1] == 254 && b[2] >= 1 && b[2] <= 254;
}

} // namespace sparkler
