#pragma once

#include "base/checked.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace sparkler {

/// A guest physical address in bytes. Only GuestMemory can reach what it names.
class GuestAddress {
public:
    constexpr GuestAddress() = default;
    constexpr explicit GuestAddress(std::uint64_t value) : m_value(value) {}

    constexpr std::uint64_t value() const { return m_value; }
    /// This address plus `bytes`; nothing on wrap-around.
    constexpr std::optional<GuestAddress> checkedAdd(std::uint64_t bytes) const
    {
        const auto sum = sparkler::checkedAdd(m_value, bytes);
        if (!sum)
            return std::nullopt;
        return GuestAddress(*sum);
    }
    constexpr auto operator<=>(const GuestAddress &) const = default;

private:
    std::uint64_t m_value = 0;
};

} // namespace sparkler
