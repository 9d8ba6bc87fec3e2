#pragma once

#include "arch/x86_64/layout.h"
#include "base/result.h"
#include "boot/kernel.h"
#include "memory/guest_memory.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sparkler::x86_64 {

/// What a kernel is told of its machine.
struct BootData {
    const LoadedKernel &kernel;
    std::string_view commandLine; ///< without NUL
    std::optional<MemoryRange> initrd;
    std::uint32_t vcpuCount = 1;
    std::span<const MmioSlot> virtioDevices; ///< as they were attached
};

/// Writes everything but the kernel that a booting guest finds in memory: command line, descriptor tables, page tables
/// (Linux 64-bit boot), MPTable, ACPI tables, and boot_params or the PVH start info. Errors: "Cannot load command line
/// string: …", "System configuration error: …".
Result<> writeBootData(const GuestMemory &memory, const BootData &data);

} // namespace sparkler::x86_64
