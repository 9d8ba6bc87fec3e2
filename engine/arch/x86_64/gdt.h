#pragma once

#include "boot/kernel.h"
#include "hypervisor/registers.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sparkler::x86_64 {

// Places in the boot-time descriptor table.
inline constexpr std::size_t kGdtCode = 1;
inline constexpr std::size_t kGdtData = 2;
inline constexpr std::size_t kGdtTss = 3;
using Gdt = std::array<std::uint64_t, 4>;

/// A segment descriptor with base 0. `flags`: access byte in bits 7:0, granularity nibble in bits 15:12. `limit`: 20
/// bits.
constexpr std::uint64_t makeDescriptor(std::uint16_t flags, std::uint32_t limit)
{
    const std::uint64_t highLimit = (limit >> 16) & 0xf;
    return (std::uint64_t{flags} & 0xf0ff) << 40 | highLimit << 48 | (limit & 0xffff);
}

/// The table a kernel is entered with: flat 64-bit segments for Linux, flat 32-bit ones for PVH.
constexpr Gdt bootGdt(BootProtocol protocol)
{
    if (protocol == BootProtocol::Pvh)
        return {0, makeDescriptor(0xc09b, 0xfffff), makeDescriptor(0xc093, 0xfffff), makeDescriptor(0x008b, 0x67)};
    return {0, makeDescriptor(0xa09b, 0xfffff), makeDescriptor(0xc093, 0xfffff), makeDescriptor(0x808b, 0xfffff)};
}

/// The segment register that holds entry `index` of a table, as the processor would have loaded it (base 0).
constexpr Segment segmentOf(const Gdt &gdt, std::size_t index)
{
    const std::uint64_t descriptor = gdt[index];
    const auto bits = [descriptor](unsigned shift, unsigned mask) {
        return static_cast<std::uint8_t>((descriptor >> shift) & mask);
    };
    const auto limit = static_cast<std::uint32_t>((descriptor & 0xffff) | ((descriptor >> 32) & 0xf'0000));
    Segment segment;
    segment.selector = static_cast<std::uint16_t>(index * sizeof descriptor);
    segment.type = bits(40, 0xf);
    segment.s = bits(44, 1);
    segment.dpl = bits(45, 3);
    segment.present = bits(47, 1);
    segment.avl = bits(52, 1);
    segment.l = bits(53, 1);
    segment.db = bits(54, 1);
    segment.g = bits(55, 1);
    segment.limit = segment.g ? (limit << 12 | 0xfff) : limit;
    segment.unusable = segment.present ? 0 : 1;
    return segment;
}

} // namespace sparkler::x86_64
