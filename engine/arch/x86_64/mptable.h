#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"

#include <cstdint>

namespace sparkler::x86_64 {

/// Processors that fit next to the IOAPIC's and the broadcast id.
inline constexpr std::uint32_t kMaxMpTableCpus = 254;

/// Writes the tables of the MultiProcessor Specification 1.4 at `at`, for kernels without ACPI, and returns the address
/// behind them. Errors: InvalidInput for too many processors, GuestFault where there is no memory.
Result<GuestAddress> writeMpTable(const GuestMemory &memory, GuestAddress at, std::uint32_t vcpuCount);

} // namespace sparkler::x86_64
