#include "../byte_sequence.h"
#include "loads.h"

#include <algorithm>
#include <cstring>
#include <sys/mman.h>
#include <vector>

namespace {

constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kWords = kPageBytes / sizeof(std::uint64_t);
/// By these bytes at its beginning the host finds a page in a memory file: "SPKLPAGE".
constexpr std::uint64_t kMagic = 0x454741504C4B5053;
constexpr std::size_t kPagesAtATime = 128;
constexpr std::uint32_t kRewrittenOf = 16; ///< one page of so many, in each round

void fill(std::uint64_t *page, std::uint64_t index, std::uint64_t generation)
{
    page[0] = kMagic;
    page[1] = index;
    page[2] = generation;
    ByteSequence bytes(generation << 32 | index);
    std::generate(page + 3, page + kWords, [&] { return bytes.nextWord(); });
}

/// The first word that is not what it should be, or kWords.
std::size_t firstWrong(const std::uint64_t *page, std::uint64_t index, std::uint64_t generation)
{
    if (page[0] != kMagic || page[1] != index || page[2] != generation)
        return 0;
    ByteSequence bytes(generation << 32 | index);
    const std::uint64_t *end = page + kWords;
    return static_cast<std::size_t>(std::find_if(page + 3, end, [&](auto word) { return word != bytes.nextWord(); }) -
                                    page);
}

} // namespace

void loadMemory(Check &check, std::size_t mib)
{
    const std::size_t pages = (mib << 20) / kPageBytes;
    void *memory = ::mmap(nullptr, pages * kPageBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        check.wrong("no memory");
        return;
    }
    auto *words = static_cast<std::uint64_t *>(memory);
    std::vector<std::uint32_t> generations(pages, 1);
    for (std::size_t i = 0; i < pages; ++i)
        fill(words + i * kWords, i, 1);
    for (std::uint32_t round = 0; running(); ++round) {
        for (std::size_t i = 0; i < pages && running(); ++i) {
            // Not one page after the other.
            const std::size_t index = i * 769 % pages;
            std::uint64_t *page = words + index * kWords;
            const std::size_t word = firstWrong(page, index, generations[index]);
            if (word != kWords) {
                check.wrong("page %zu differs at word %zu: %016llx", index, word,
                            static_cast<unsigned long long>(page[word]));
                fill(page, index, ++generations[index]);
            } else if ((i + round) % kRewrittenOf == 0) {
                fill(page, index, ++generations[index]);
            }
            check.did();
            if (i % kPagesAtATime == 0)
                rest(std::chrono::milliseconds(2));
        }
    }
    ::munmap(memory, pages * kPageBytes);
}
