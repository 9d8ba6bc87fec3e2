#pragma once

#include "base/result.h"
#include "memory/guest_address.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sparkler {

/// What a guest gets when no boot_args are configured.
inline constexpr std::string_view kDefaultBootArgs =
    "reboot=k panic=1 nomodule 8250.nr_uarts=0 i8042.noaux i8042.nomux "
    "i8042.dumbkbd swiotlb=noforce";

/// The kernel's command line while a machine is put together: the configured arguments, to which devices append tokens.
/// Arguments for init, behind the first " -- ", stay at the end.
class KernelCommandLine {
public:
    /// Bytes with the terminating NUL.
    static constexpr std::size_t kMaxBytes = 2048;

    /// Errors: InvalidInput "The kernel command line is invalid: …" for characters that are not printable ASCII, and
    /// for more than kMaxBytes.
    static Result<KernelCommandLine> create(std::string_view bootArgs);

    /// Adds a token (or several, separated by spaces) behind the kernel's arguments. Error: InvalidInput "Invalid
    /// kernel command line: …".
    Result<> append(std::string_view token);

    /// Without the terminating NUL.
    std::string text() const;

private:
    std::string m_kernelArgs;
    std::string m_initArgs;
};

/// The token that tells the virtio_mmio driver of a device: a window of 4 KiB at `base` with interrupt `gsi`.
std::string virtioMmioToken(GuestAddress base, std::uint32_t gsi);

} // namespace sparkler
