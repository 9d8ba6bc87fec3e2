#include "arch/x86_64/memory_map.h"

#include "arch/x86_64/layout.h"

#include <algorithm>

namespace sparkler::x86_64 {

std::vector<MemoryMapEntry> buildMemoryMap(const GuestMemory &memory)
{
    const auto between = [](GuestAddress start, GuestAddress end, MemoryMapType type) {
        return MemoryMapEntry{start, end.value() - start.value(), type};
    };
    std::vector<MemoryMapEntry> map{
        between(GuestAddress(0), kSystemMemoryStart, MemoryMapType::Ram),
        between(kSystemMemoryStart, kSystemMemoryEnd, MemoryMapType::Reserved),
        between(kPciEcamStart, kPciEcamEnd, MemoryMapType::Reserved),
    };
    for (const GuestMemory::Region &region : memory.regions()) {
        const GuestAddress start = std::max(region.start, kHighMemoryStart);
        const GuestAddress end(region.start.value() + region.bytes);
        if (start < end)
            map.push_back(between(start, end, MemoryMapType::Ram));
    }
    return map;
}

} // namespace sparkler::x86_64
