#include "arch/x86_64/table_bytes.h"

#include <algorithm>
#include <cassert>

namespace sparkler::x86_64 {

void TableBytes::add(std::uint64_t value, std::size_t width)
{
    const std::size_t offset = m_bytes.size();
    addZeros(width);
    set(offset, value, width);
}

void TableBytes::set(std::size_t offset, std::uint64_t value, std::size_t width)
{
    assert(offset <= m_bytes.size() && width <= m_bytes.size() - offset);
    for (std::size_t i = 0; i < width; ++i)
        m_bytes[offset + i] = static_cast<std::byte>(value >> (8 * i));
}

void TableBytes::addText(std::string_view text, std::size_t width, char filler)
{
    for (std::size_t i = 0; i < width; ++i)
        m_bytes.push_back(static_cast<std::byte>(i < text.size() ? text[i] : filler));
}

void TableBytes::addBytes(std::span<const std::byte> bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

void TableBytes::setBytes(std::size_t offset, std::span<const std::byte> bytes)
{
    assert(offset <= m_bytes.size() && bytes.size() <= m_bytes.size() - offset);
    std::ranges::copy(bytes, m_bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

void TableBytes::setChecksum(std::size_t offset, std::size_t start, std::size_t count)
{
    assert(start <= m_bytes.size() && count <= m_bytes.size() - start);
    set8(offset, 0);
    unsigned sum = 0;
    for (const std::byte byte : std::span(m_bytes).subspan(start, count))
        sum += std::to_integer<unsigned>(byte);
    set8(offset, 0u - sum);
}

} // namespace sparkler::x86_64
