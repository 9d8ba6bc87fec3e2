#include "memory/dirty_bitmap.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <new>
#include <utility>

namespace sparkler {
namespace {

constexpr std::uint64_t kBits = 64;

/// Bits [from, to) of a word; 0 <= from < to <= 64.
constexpr std::uint64_t bits(std::uint64_t from, std::uint64_t to)
{
    return (~std::uint64_t{0} >> (kBits - (to - from))) << from;
}

constexpr std::uint64_t wordsFor(std::uint64_t pages)
{
    return pages / kBits + (pages % kBits != 0 ? 1 : 0);
}

std::uint64_t load(std::uint64_t &word) noexcept
{
    return std::atomic_ref(word).load(std::memory_order_relaxed);
}

void set(std::uint64_t &word, std::uint64_t wanted) noexcept
{
    // Most writes go to pages that are marked already: no need to take the cache line from others for that.
    if ((load(word) & wanted) != wanted)
        std::atomic_ref(word).fetch_or(wanted, std::memory_order_relaxed);
}

} // namespace

DirtyBitmap::DirtyBitmap(std::uint64_t pages)
    : m_pages(pages), m_words(static_cast<std::uint64_t *>(std::calloc(wordsFor(pages), sizeof(std::uint64_t))))
{
    // calloc() has large blocks from the kernel, which are zero without being touched; make_unique() writes all of it.
    if (!m_words && pages != 0)
        throw std::bad_alloc();
}

void DirtyBitmap::mark(std::uint64_t first, std::uint64_t count) noexcept
{
    if (first >= m_pages)
        return;
    const std::uint64_t end = first + std::min(count, m_pages - first);
    for (std::uint64_t at = first; at < end;) {
        const std::uint64_t word = at / kBits;
        const std::uint64_t stop = std::min(end, (word + 1) * kBits);
        set(m_words[word], bits(at % kBits, stop - word * kBits));
        at = stop;
    }
}

void DirtyBitmap::merge(std::uint64_t first, std::span<const std::uint64_t> words) noexcept
{
    std::uint64_t word = first / kBits;
    const std::uint64_t all = wordsFor(m_pages);
    for (std::uint64_t bitsOfWord : words) {
        if (word >= all)
            return;
        if (word == m_pages / kBits)
            bitsOfWord &= bits(0, m_pages % kBits); // the last word, when it is not a whole one
        set(m_words[word], bitsOfWord);
        ++word;
    }
}

void DirtyBitmap::merge(const DirtyBitmap &other) noexcept
{
    for (Run run = other.nextRun(0); run.count != 0; run = other.nextRun(run.first + run.count))
        mark(run.first, run.count);
}

DirtyBitmap DirtyBitmap::take()
{
    DirtyBitmap taken(m_pages);
    std::swap(taken.m_words, m_words);
    return taken;
}

bool DirtyBitmap::isMarked(std::uint64_t page) const noexcept
{
    return page < m_pages && ((load(m_words[page / kBits]) >> (page % kBits)) & 1) != 0;
}

std::uint64_t DirtyBitmap::marked() const noexcept
{
    std::uint64_t count = 0;
    for (std::uint64_t word = 0; word < wordsFor(m_pages); ++word)
        count += static_cast<std::uint64_t>(std::popcount(load(m_words[word])));
    return count;
}

DirtyBitmap::Run DirtyBitmap::nextRun(std::uint64_t from) const noexcept
{
    const auto find = [this](std::uint64_t at, bool set) {
        while (at < m_pages) {
            std::uint64_t word = load(m_words[at / kBits]);
            if (!set)
                word = ~word;
            word >>= at % kBits;
            if (word != 0)
                return std::min(m_pages, at + static_cast<std::uint64_t>(std::countr_zero(word)));
            at = (at / kBits + 1) * kBits;
        }
        return m_pages;
    };
    const std::uint64_t first = find(from, true);
    return {first, find(first, false) - first};
}

} // namespace sparkler
