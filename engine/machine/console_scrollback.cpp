#include "machine/console_scrollback.h"

#include <algorithm>

namespace sparkler {

ConsoleScrollback::ConsoleScrollback(std::size_t capacityBytes)
    : m_capacity(capacityBytes), m_ring(std::make_unique_for_overwrite<std::byte[]>(capacityBytes))
{
}

std::size_t ConsoleScrollback::copy(std::uint64_t &position, std::span<std::byte> out) const
{
    position = std::max(position, begin());
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_end - position, out.size()));
    const auto start = static_cast<std::size_t>(position % m_capacity);
    const std::size_t beforeWrap = std::min(size, m_capacity - start);
    std::copy_n(m_ring.get() + start, beforeWrap, out.begin());
    std::copy_n(m_ring.get(), size - beforeWrap, out.begin() + static_cast<std::ptrdiff_t>(beforeWrap));
    return size;
}

} // namespace sparkler
