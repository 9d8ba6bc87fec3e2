#pragma once

// How large the parts of a state may be. Each is well above what an engine writes, and together they stay below the
// limit of the file.

#include "arch/x86_64/layout.h"
#include "legacy/i8042.h"
#include "legacy/uart16550.h"
#include "virtio/net/features.h"

#include <cstddef>

namespace sparkler::snapshot {

/// Bytes of a whole state file; the number of Firecracker's current level.
inline constexpr std::size_t kMaxStateFile = 10'000'000;

inline constexpr std::size_t kMaxVcpus = 32;
inline constexpr std::size_t kMaxDevices = x86_64::kMaxVirtioMmioDevices;
inline constexpr std::size_t kMaxMemoryRanges = 3;
inline constexpr std::size_t kMaxQueues = 8;         ///< of a device; the balloon has up to 5
inline constexpr std::size_t kMaxCpuidEntries = 256; ///< KVM_MAX_CPUID_ENTRIES
inline constexpr std::size_t kMaxMsrs = 1024;        ///< hosts list some 300
inline constexpr std::size_t kMaxKvmStruct = 1024;   ///< bytes; kvm_lapic_state is the largest
inline constexpr std::size_t kMaxXsave = 64u << 10;  ///< bytes; with AMX some 11 KiB
inline constexpr std::size_t kMaxStatistics = 16;    ///< of a balloon
inline constexpr std::size_t kMaxPath = 4095;        ///< bytes; PATH_MAX
inline constexpr std::size_t kMaxId = 1024;          ///< bytes of an id, a MAC or a UUID: a request's path is no longer
inline constexpr std::size_t kMaxHostDevName = 15;   ///< bytes; IFNAMSIZ
inline constexpr std::size_t kMaxBootArgs = 2048;    ///< bytes
inline constexpr std::size_t kMaxOriginText = 256;   ///< bytes of each

namespace detail {
inline constexpr std::size_t kVcpuBytes = kMaxCpuidEntries * 28 + kMaxMsrs * 16 + 6 * kMaxKvmStruct + kMaxXsave + 256;
inline constexpr std::size_t kDeviceBytes = kMaxPath + 3 * kMaxId + kMaxQueues * 128 + virtio::kNetMaxFrameBytes + 2048;
inline constexpr std::size_t kRestBytes =
    4 * kMaxKvmStruct + 3 * kMaxPath + kMaxDevices * kMaxId + 5 * kMaxOriginText + 4096;
} // namespace detail
// A machine at every limit at once must still give a file that can be loaded: that takes some 4.5 MB.
static_assert(kMaxVcpus * detail::kVcpuBytes + kMaxDevices * detail::kDeviceBytes + detail::kRestBytes < kMaxStateFile);

// What the verifier of the payload walks over before anything is decoded.
inline constexpr unsigned kMaxDepth = 8;     ///< State > Drive > Transport > Queue: 4, and two vectors
inline constexpr unsigned kMaxTables = 4096; ///< a machine at every limit has some 700

} // namespace sparkler::snapshot
