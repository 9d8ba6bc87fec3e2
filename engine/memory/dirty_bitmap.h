#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>

namespace sparkler {

/// Which 4 KiB pages of a memory were written: one bit each. Marking is thread-safe and lock-free; collecting is for a
/// time when nobody marks (the machine is paused).
class DirtyBitmap {
public:
    static constexpr std::uint64_t kPage = 4096; ///< bytes

    /// All clean. `pages`: how many there are. Takes memory only as pages are marked: 32 KiB for each GiB of guest
    /// memory is too much for what most machines never use.
    explicit DirtyBitmap(std::uint64_t pages);

    /// Marks `count` pages from `first` on; what lies beyond the end is ignored.
    void mark(std::uint64_t first, std::uint64_t count) noexcept;
    /// Marks what is set in `words` (bit 0 of word 0 is page `first`, a multiple of 64): KVM's log has this form.
    void merge(std::uint64_t first, std::span<const std::uint64_t> words) noexcept;
    /// Marks what is marked in `other`, which has as many pages.
    void merge(const DirtyBitmap &other) noexcept;
    /// What is marked, after which nothing is.
    DirtyBitmap take();
    bool isMarked(std::uint64_t page) const noexcept;

    std::uint64_t pages() const { return m_pages; }
    std::uint64_t marked() const noexcept;
    /// The next run of marked pages from `from` on; `count` 0 when there is none.
    struct Run {
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };
    Run nextRun(std::uint64_t from) const noexcept;

private:
    struct Free {
        void operator()(std::uint64_t *words) const noexcept { std::free(words); }
    };

    std::uint64_t m_pages;
    std::unique_ptr<std::uint64_t[], Free> m_words; ///< each only touched through std::atomic_ref
};

} // namespace sparkler
