#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

/// Takes a fuzzer's input apart: values first, the rest as bytes. Past the end everything is zero.
class FuzzInput {
public:
    FuzzInput(const std::uint8_t *data, std::size_t size) : m_left(reinterpret_cast<const std::byte *>(data), size) {}

    template <typename T>
        requires std::is_integral_v<T>
    T take()
    {
        T value{};
        const std::size_t bytes = std::min(sizeof value, m_left.size());
        if (bytes != 0)
            std::memcpy(&value, m_left.data(), bytes);
        m_left = m_left.subspan(bytes);
        return value;
    }
    std::span<const std::byte> takeBytes(std::size_t count)
    {
        const auto bytes = m_left.first(std::min(count, m_left.size()));
        m_left = m_left.subspan(bytes.size());
        return bytes;
    }
    bool empty() const { return m_left.empty(); }
    std::span<const std::byte> rest() const { return m_left; }
    std::string_view restAsText() const { return {reinterpret_cast<const char *>(m_left.data()), m_left.size()}; }

private:
    std::span<const std::byte> m_left;
};
