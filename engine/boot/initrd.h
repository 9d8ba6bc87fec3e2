#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "memory/guest_memory.h"

namespace sparkler {

/// Puts an initial RAM disk at the end of the first memory region, rounded down to a page, and returns where it lies
/// (`bytes`: the file's size). It must not reach below `floor`, the end of the kernel. Errors: InvalidInput "Initrd
/// image seek returned a size of zero", "Cannot load initrd due to an invalid memory configuration."; Host "Cannot load
/// initrd due to an invalid image: …".
Result<MemoryRange> loadInitrd(const Fd &initrd, const GuestMemory &memory, GuestAddress floor);

} // namespace sparkler
