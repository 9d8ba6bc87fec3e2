#pragma once

#include "boot/image_file.h"
#include "boot/kernel.h"

namespace sparkler {

/// Whether the file begins with the ELF magic. Error: InvalidInput when it is too short for any kernel.
Result<bool> isElf(const ImageFile &file);

/// Loads the PT_LOAD segments of an x86-64 ELF file at their physical addresses. See loadKernel(); errors carry the
/// reason only.
Result<LoadedKernel> loadElf(const ImageFile &file, const GuestMemory &memory);

} // namespace sparkler
