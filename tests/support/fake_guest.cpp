#include "support/fake_guest.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace sparkler::test {
namespace {

GuestMemory mapOrDie(std::span<const MemoryRange> ranges)
{
    auto memory = GuestMemory::map(ranges);
    if (!memory) {
        std::fprintf(stderr, "FakeGuest: %s\n", memory.error().text.c_str());
        std::abort();
    }
    return std::move(*memory);
}

} // namespace

FakeGuest::FakeGuest(std::uint64_t mib) : m_memory(mapOrDie(std::array{MemoryRange{GuestAddress(0), mib << 20}})) {}

FakeGuest::FakeGuest(std::span<const MemoryRange> ranges) : m_memory(mapOrDie(ranges)) {}

FakeGuest FakeGuest::copy() const
{
    std::vector<MemoryRange> ranges;
    for (const GuestMemory::Region &region : m_memory.regions())
        ranges.push_back({region.start, region.bytes});
    FakeGuest other(ranges);
    for (const GuestMemory::Region &region : m_memory.regions())
        other.put(region.start, std::span(region.host, region.bytes));
    return other;
}

std::vector<std::byte> FakeGuest::bytes(GuestAddress at, std::size_t count) const
{
    std::vector<std::byte> out(count);
    if (!m_memory.readBytes(at, out))
        std::abort();
    return out;
}

void FakeGuest::put(GuestAddress at, std::span<const std::byte> bytes) const
{
    if (!m_memory.writeBytes(at, bytes))
        std::abort();
}

std::vector<std::byte> pattern(std::size_t count, unsigned seed)
{
    std::vector<std::byte> out(count);
    std::uint32_t state = seed * 2654435761u + 12345u;
    for (std::byte &byte : out) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<std::byte>(state >> 24);
    }
    return out;
}

} // namespace sparkler::test
