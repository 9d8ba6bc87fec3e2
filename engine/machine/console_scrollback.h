#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace sparkler {

/// The newest bytes of an endless stream, for any number of readers. Bytes are numbered from 0 as they come; a reader
/// is nothing but the number of the byte it wants next. Memory is taken once and used as it fills. Not thread-safe.
class ConsoleScrollback {
public:
    /// `capacityBytes`: at least 1.
    explicit ConsoleScrollback(std::size_t capacityBytes);

    /// The oldest byte goes when there is no room.
    void append(std::byte byte)
    {
        m_ring[static_cast<std::size_t>(m_end % m_capacity)] = byte;
        ++m_end;
    }

    /// The number of the oldest byte that is kept.
    std::uint64_t begin() const { return m_end > m_capacity ? m_end - m_capacity : 0; }
    /// The number of the byte that will come next.
    std::uint64_t end() const { return m_end; }

    /// Copies what there is from `position` on, as far as `out` has room; the count of bytes, 0 at the end. A position
    /// whose byte is gone is moved to begin() first; otherwise it stays: the reader counts what it has used.
    std::size_t copy(std::uint64_t &position, std::span<std::byte> out) const;

private:
    std::size_t m_capacity;
    std::unique_ptr<std::byte[]> m_ring;
    std::uint64_t m_end = 0;
};

} // namespace sparkler
