#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sparkler {

/// Which pages of a memory file a restored guest touched, in the order of first touch, as far as that is known. It lies
/// beside the memory file and only says what is worth reading early: one that is out of date, of another guest or made
/// up costs time, never correctness.
struct WorkingSet {
    /// `count` 4 KiB pages from page `first` of the memory file on.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        bool operator==(const Run &) const = default;
    };
    std::uint64_t memoryBytes = 0; ///< length of the memory file
    std::vector<Run> runs;         ///< no page twice
    bool operator==(const WorkingSet &) const = default;

    std::uint64_t pages() const;
};

/// More runs are not kept: 8 MiB of file, and far more than a prefetch is good for.
constexpr std::size_t kMostWorkingSetRuns = std::size_t{1} << 20;

/// `<memory file>.ws`.
std::string workingSetPath(const std::string &memoryFile);

// The file, little endian: 8 bytes "SPRKLWS\n", version 1, CRC-32 of what follows it (both 4 bytes); the memory's
// length in bytes (8), number of runs (4), zero (4); per run first page and count (4 each). Nothing behind.

/// What lies beyond kMostWorkingSetRuns is left out.
std::vector<std::byte> encodeWorkingSet(const WorkingSet &set);
/// `bytes` may be anything. Error: InvalidInput, also for a set of a memory of another length than `memoryBytes`, runs
/// outside of it, and more pages in all than it has.
Result<WorkingSet> decodeWorkingSet(std::span<const std::byte> bytes, std::uint64_t memoryBytes);

/// Puts it beside the memory file, whole or not at all. Does not wait for the disk: the VMM thread calls it while the
/// guest runs, and after a power cut the checksum tells. Error: `Cannot perform {} on the working set backing file:
/// {}`.
Result<> writeWorkingSet(const std::string &memoryFile, const WorkingSet &set);
/// The one beside the memory file. Errors: NotFound when there is none, Host, InvalidInput, TooLarge.
Result<WorkingSet> readWorkingSet(const std::string &memoryFile, std::uint64_t memoryBytes);

} // namespace sparkler
