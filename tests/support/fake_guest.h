#pragma once

#include "memory/guest_memory.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sparkler::test {

/// Real guest RAM without a guest.
class FakeGuest {
public:
    /// `mib` MiB from address 0.
    explicit FakeGuest(std::uint64_t mib);
    /// RAM where `ranges` say, as GuestMemory::map().
    explicit FakeGuest(std::span<const MemoryRange> ranges);

    /// A guest of its own with the same RAM and content.
    FakeGuest copy() const;

    const GuestMemory &memory() const { return m_memory; }

    std::vector<std::byte> bytes(GuestAddress at, std::size_t count) const;
    void put(GuestAddress at, std::span<const std::byte> bytes) const;

private:
    GuestMemory m_memory;
};

/// `count` bytes that differ from their neighbours and, with another `seed`, from those of another call.
std::vector<std::byte> pattern(std::size_t count, unsigned seed = 1);

} // namespace sparkler::test
