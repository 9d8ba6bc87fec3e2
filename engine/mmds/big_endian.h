#pragma once

#include <concepts>
#include <cstddef>
#include <span>

namespace sparkler::mmds {

/// The number in network byte order at `offset`; all its bytes lie within `bytes`.
template <std::unsigned_integral T>
T loadBig(std::span<const std::byte> bytes, std::size_t offset)
{
    T value = 0;
    for (const std::byte b : bytes.subspan(offset, sizeof(T)))
        value = static_cast<T>((value << 8) | std::to_integer<T>(b));
    return value;
}

template <std::unsigned_integral T>
void storeBig(std::span<std::byte> bytes, std::size_t offset, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes[offset + i] = static_cast<std::byte>(value >> (8 * (sizeof(T) - 1 - i)));
}

} // namespace sparkler::mmds
