#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sparkler::virtio {

/// The balloon counts in pages of this size whatever the guest or the host uses. Virtio 1.2, 5.5.
constexpr std::uint64_t kBalloonPageBytes = 4096;
constexpr std::uint32_t kBalloonPagesPerMib = (1u << 20) / kBalloonPageBytes;

/// A run of pages, by page frame number.
struct PageRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Collects page frame numbers in any order and hands them out as few, ascending ranges. Fixed memory.
class PageList {
public:
    static constexpr std::size_t kCapacity = 2048;

    std::size_t room() const { return kCapacity - m_count; }
    /// At most room() numbers.
    void append(std::span<const std::uint32_t> pages);
    /// Calls visit(PageRange) for each run of pages, duplicates dropped, in ascending order; empty after that.
    template <typename Visit>
    void takeRanges(Visit visit)
    {
        sortAndDropDuplicates();
        for (std::size_t at = 0; at < m_count;) {
            PageRange range{m_pages[at], 1};
            while (at + range.count < m_count && m_pages[at + range.count] == range.first + range.count)
                ++range.count;
            at += range.count;
            visit(range);
        }
        m_count = 0;
    }
    void clear() { m_count = 0; }

private:
    void sortAndDropDuplicates();

    std::array<std::uint32_t, kCapacity> m_pages{};
    std::size_t m_count = 0;
};

} // namespace sparkler::virtio
