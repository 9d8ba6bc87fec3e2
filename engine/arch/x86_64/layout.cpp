#include "arch/x86_64/layout.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sparkler::x86_64 {

std::optional<MmioSlot> virtioMmioSlot(std::uint32_t ordinal)
{
    if (ordinal >= kMaxVirtioMmioDevices)
        return std::nullopt;
    return MmioSlot{GuestAddress(kFirstVirtioMmio.value() + ordinal * kVirtioMmioBytes), kFirstDeviceGsi + ordinal};
}

std::vector<MemoryRange> memoryRanges(std::uint64_t bytes)
{
    constexpr std::uint64_t kLastPage = alignDown(std::numeric_limits<std::uint64_t>::max(), 4096);
    constexpr std::array kPlaces{
        MemoryRange{GuestAddress(0), kMmio32Start.value()},
        MemoryRange{kRamAbove4GiB, kMmio64Start.value() - kRamAbove4GiB.value()},
        MemoryRange{kMmio64End, kLastPage - kMmio64End.value()},
    };
    std::vector<MemoryRange> ranges;
    for (const MemoryRange &place : kPlaces) {
        const std::uint64_t here = std::min(bytes, place.bytes);
        if (here == 0)
            break;
        ranges.push_back(MemoryRange{place.start, here});
        bytes -= here;
    }
    return ranges;
}

} // namespace sparkler::x86_64
