#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "memory/guest_memory.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sparkler {

/// How the kernel expects to find the processor at its first instruction.
enum class BootProtocol {
    Linux64, ///< 64-bit mode, RSI points to boot_params (Documentation/arch/x86/boot.rst)
    Pvh,     ///< 32-bit protected mode, EBX points to hvm_start_info (Xen's x86/HVM direct boot ABI)
};

/// Bytes 0x1f1..0x28f of boot_params, all that the boot protocol reserves for the setup header.
inline constexpr std::size_t kSetupHeaderOffset = 0x1f1;
inline constexpr std::size_t kSetupHeaderBytes = 0x290 - kSetupHeaderOffset;
using SetupHeader = std::array<std::byte, kSetupHeaderBytes>;

/// A kernel that lies in guest memory.
struct LoadedKernel {
    GuestAddress entry;
    BootProtocol protocol = BootProtocol::Linux64;
    std::optional<SetupHeader> setupHeader; ///< a bzImage's own, to start boot_params from; zero behind its length
    GuestAddress end; ///< behind the last byte that the kernel needs before it manages memory itself
};

/// Where kernels are loaded at the lowest: below lie the boot structures.
inline constexpr GuestAddress kKernelFloor{0x10'0000};

/// Puts an ELF vmlinux or a bzImage into `memory`, which must be fresh (all zero), and says how to enter it. An ELF
/// file with a PVH entry note boots by PVH, all else by the 64-bit Linux protocol. Errors: InvalidInput or Host,
/// "Cannot load kernel due to invalid memory configuration or invalid kernel image: …"; memory may then hold parts of
/// the kernel.
Result<LoadedKernel> loadKernel(const Fd &kernel, const GuestMemory &memory);

} // namespace sparkler
