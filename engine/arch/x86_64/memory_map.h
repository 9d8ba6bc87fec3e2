#pragma once

#include "memory/guest_memory.h"

#include <cstdint>
#include <vector>

namespace sparkler::x86_64 {

/// The values are those of both e820 and PVH.
enum class MemoryMapType : std::uint32_t { Ram = 1, Reserved = 2 };

struct MemoryMapEntry {
    GuestAddress start;
    std::uint64_t bytes = 0;
    MemoryMapType type = MemoryMapType::Ram;
    bool operator==(const MemoryMapEntry &) const = default;
};

/// What the guest is told of its address space: low RAM, the firmware tables, the PCI configuration window, then each
/// RAM region (the first from 1 MiB).
std::vector<MemoryMapEntry> buildMemoryMap(const GuestMemory &memory);

} // namespace sparkler::x86_64
