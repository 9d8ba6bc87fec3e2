#pragma once

// The x86-64 guest's physical address map and interrupt lines.

#include "memory/guest_memory.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sparkler::x86_64 {

// What the boot code puts into low memory.
inline constexpr GuestAddress kGdtStart{0x500};
inline constexpr GuestAddress kIdtStart{0x520};
inline constexpr GuestAddress kPvhStartInfo{0x6000};
inline constexpr GuestAddress kPvhModuleList{0x6040};
inline constexpr GuestAddress kPvhMemoryMap{0x7000}; ///< PVH boot only; the same page as boot_params
inline constexpr GuestAddress kBootParams{0x7000};   ///< Linux 64-bit boot only
inline constexpr GuestAddress kBootStack{0x8ff0};
inline constexpr GuestAddress kPml4{0x9000};
inline constexpr GuestAddress kPdpt{0xa000};
inline constexpr GuestAddress kPageDirectory{0xb000};
inline constexpr GuestAddress kCommandLine{0x2'0000};

// System memory, which a guest's memory map shows as reserved: the MPTable, then the ACPI tables, and at its end a page
// for each of the two identity devices. The RSDP lies where a guest scans for it.
inline constexpr GuestAddress kSystemMemoryStart{0x9fc00};
inline constexpr GuestAddress kFirmwareTablesEnd{0xd'e000};
inline constexpr GuestAddress kVmGenId{0xd'e000};
inline constexpr GuestAddress kVmClock{0xd'f000};
inline constexpr std::uint64_t kIdentityPageBytes = 0x1000;
inline constexpr GuestAddress kSystemMemoryEnd{0xe'0000};
inline constexpr GuestAddress kRsdp{0xe'0000};
inline constexpr GuestAddress kHighMemoryStart{0x10'0000};

// The hole for devices below 4 GiB, and what lies in it.
inline constexpr GuestAddress kMmio32Start{0xc000'0000};
inline constexpr GuestAddress kMmio32End{0x1'0000'0000};
inline constexpr GuestAddress kBootTimer{0xc000'0000};
inline constexpr GuestAddress kFirstVirtioMmio{0xc000'1000};
inline constexpr std::uint64_t kVirtioMmioBytes = 0x1000;
inline constexpr GuestAddress kPciEcamStart{0xeec0'0000};
inline constexpr GuestAddress kPciEcamEnd{0xfec0'0000};
inline constexpr GuestAddress kIoApic{0xfec0'0000};
inline constexpr GuestAddress kLocalApic{0xfee0'0000};

// RAM above the 32-bit hole, the 64-bit hole and what lies behind it.
inline constexpr GuestAddress kRamAbove4GiB{0x1'0000'0000};
inline constexpr GuestAddress kMmio64Start{std::uint64_t{256} << 30};
inline constexpr GuestAddress kMmio64End{std::uint64_t{512} << 30};

// Interrupt lines (GSIs, identical to IOAPIC pins) and ports of the legacy devices.
inline constexpr std::uint32_t kKeyboardGsi = 1;
/// The second serial port's line, which this machine does not have. Both identity devices share it, so that the lines
/// from kFirstDeviceGsi on stay for virtio devices; a guest tells them apart by their contents, and both change
/// together.
inline constexpr std::uint32_t kIdentityGsi = 3;
inline constexpr std::uint32_t kSerialGsi = 4;
inline constexpr std::uint32_t kFirstDeviceGsi = 5;
inline constexpr std::uint32_t kLastDeviceGsi = 23;
inline constexpr std::uint16_t kCom1Port = 0x3f8;
inline constexpr std::uint16_t kKeyboardDataPort = 0x60;
inline constexpr std::uint16_t kKeyboardCommandPort = 0x64;

// The sleep registers of a hardware-reduced platform (ACPI 6.5, 4.8.3.7), and the sleep type that means power off. An
// addition of ours: with them a stock guest's power-off ends the machine.
inline constexpr std::uint16_t kSleepControlPort = 0x600;
inline constexpr std::uint16_t kSleepStatusPort = 0x601;
inline constexpr std::uint8_t kSleepTypeS5 = 5;

inline constexpr std::uint32_t kMaxVirtioMmioDevices = kLastDeviceGsi - kFirstDeviceGsi + 1;

/// Where a virtio-mmio device sits: a window of kVirtioMmioBytes at `base`, and its interrupt line.
struct MmioSlot {
    GuestAddress base;
    std::uint32_t gsi = 0;
};

/// The slot of the n-th virtio-mmio device (from 0); nothing when the interrupt lines are used up.
std::optional<MmioSlot> virtioMmioSlot(std::uint32_t ordinal);

/// The RAM ranges for a machine of `bytes` bytes (a multiple of the page size, not 0): below 3 GiB, from 4 GiB and,
/// beyond 252 GiB more, from 512 GiB. A size beyond the address space gives a last range that no host can map, but none
/// that wraps.
std::vector<MemoryRange> memoryRanges(std::uint64_t bytes);

} // namespace sparkler::x86_64
