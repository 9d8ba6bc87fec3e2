#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace sparkler::detail {

/// Text assembled in memory of the caller's, for code that also runs in signal handlers: no allocation, no locale, no
/// exception. What does not fit is cut off and remembered.
class TextBuffer {
public:
    explicit TextBuffer(std::span<char> storage) noexcept : m_storage(storage) {}

    void append(std::string_view text) noexcept
    {
        const std::size_t room = m_storage.size() - m_size;
        const std::size_t taken = text.size() < room ? text.size() : room;
        if (taken != 0)
            std::memcpy(m_storage.data() + m_size, text.data(), taken);
        m_size += taken;
        m_truncated = m_truncated || taken < text.size();
    }
    void append(char character) noexcept { append(std::string_view(&character, 1)); }

    /// In decimal, with leading zeros up to `minDigits` (at most 20).
    void appendDecimal(std::uint64_t value, unsigned minDigits = 1) noexcept
    {
        char digits[20];
        std::size_t first = sizeof digits;
        do {
            digits[--first] = static_cast<char>('0' + value % 10);
            value /= 10;
        } while (value != 0);
        while (first > 0 && sizeof digits - first < minDigits)
            digits[--first] = '0';
        append(std::string_view(digits + first, sizeof digits - first));
    }

    std::string_view text() const noexcept { return {m_storage.data(), m_size}; }
    bool truncated() const noexcept { return m_truncated; }

private:
    std::span<char> m_storage;
    std::size_t m_size = 0;
    bool m_truncated = false;
};

} // namespace sparkler::detail
