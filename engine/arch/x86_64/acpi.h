#pragma once

#include "arch/x86_64/layout.h"
#include "base/result.h"
#include "memory/guest_memory.h"

#include <cstdint>
#include <span>

namespace sparkler::x86_64 {

/// Writes the ACPI tables: DSDT, FADT (hardware-reduced), MADT and XSDT from `at` upwards, the RSDP at kRsdp. The DSDT
/// shows the virtio devices, the identity devices VMGenID and VMClock, COM1 and the keyboard controller. Error: Host
/// when they do not fit below kFirmwareTablesEnd, or there is no memory.
Result<> writeAcpiTables(const GuestMemory &memory, GuestAddress at, std::uint32_t vcpuCount,
                         std::span<const MmioSlot> virtioDevices);

} // namespace sparkler::x86_64
