#include "bus/bus.h"

#include "base/checked.h"

#include <algorithm>

namespace sparkler {

Result<> Bus::insert(std::uint64_t base, std::uint64_t bytes, BusDevice &device)
{
    const auto end = checkedAdd(base, bytes);
    if (bytes == 0 || !end)
        return fail(ErrorKind::InvalidInput, "The address range of a bus device is empty or wraps around.");
    const auto next = std::ranges::upper_bound(m_entries, base, {}, &Entry::base);
    const bool hitsNext = next != m_entries.end() && next->base < *end;
    const bool hitsPrevious = next != m_entries.begin() && std::prev(next)->base + std::prev(next)->bytes > base;
    if (hitsNext || hitsPrevious)
        return fail(ErrorKind::InvalidInput, "The address range of a bus device overlaps another one.");
    m_entries.insert(next, Entry{base, bytes, &device});
    return {};
}

const Bus::Entry *Bus::find(std::uint64_t address, std::uint64_t bytes) const
{
    const auto next = std::ranges::upper_bound(m_entries, address, {}, &Entry::base);
    if (next == m_entries.begin())
        return nullptr;
    const Entry &entry = *std::prev(next);
    const std::uint64_t offset = address - entry.base;
    if (offset >= entry.bytes || bytes > entry.bytes - offset)
        return nullptr;
    return &entry;
}

bool Bus::read(std::uint64_t address, std::span<std::byte> data) const
{
    std::ranges::fill(data, std::byte{0});
    const Entry *entry = find(address, data.size());
    if (entry)
        entry->device->read(address - entry->base, data);
    return entry != nullptr;
}

bool Bus::write(std::uint64_t address, std::span<const std::byte> data) const
{
    const Entry *entry = find(address, data.size());
    if (entry)
        entry->device->write(address - entry->base, data);
    return entry != nullptr;
}

} // namespace sparkler
