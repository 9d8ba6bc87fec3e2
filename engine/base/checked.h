#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>

namespace sparkler {

/// a + b, or nothing when it does not fit into T.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedAdd(T a, T b)
{
    T sum{};
    if (__builtin_add_overflow(a, b, &sum))
        return std::nullopt;
    return sum;
}

/// a - b, or nothing when it does not fit into T.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedSubtract(T a, T b)
{
    T difference{};
    if (__builtin_sub_overflow(a, b, &difference))
        return std::nullopt;
    return difference;
}

/// a * b, or nothing when it does not fit into T.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedMultiply(T a, T b)
{
    T product{};
    if (__builtin_mul_overflow(a, b, &product))
        return std::nullopt;
    return product;
}

/// value cast to To, or nothing when To cannot hold it.
template <std::integral To, std::integral From>
[[nodiscard]] constexpr std::optional<To> checkedCast(From value)
{
    if (value < static_cast<From>(0)) {
        if constexpr (std::is_signed_v<To>) {
            if (static_cast<std::int64_t>(value) < static_cast<std::int64_t>(std::numeric_limits<To>::min()))
                return std::nullopt;
            return static_cast<To>(value);
        } else {
            return std::nullopt;
        }
    }
    if (static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(std::numeric_limits<To>::max()))
        return std::nullopt;
    return static_cast<To>(value);
}

/// Largest multiple of `alignment` (a power of two) that is not above `value`.
[[nodiscard]] constexpr std::uint64_t alignDown(std::uint64_t value, std::uint64_t alignment)
{
    return value & ~(alignment - 1);
}

/// Smallest multiple of `alignment` (a power of two) that is not below `value`; nothing when that would wrap around.
[[nodiscard]] constexpr std::optional<std::uint64_t> alignUp(std::uint64_t value, std::uint64_t alignment)
{
    const auto raised = checkedAdd<std::uint64_t>(value, alignment - 1);
    if (!raised)
        return std::nullopt;
    return alignDown(*raised, alignment);
}

} // namespace sparkler
