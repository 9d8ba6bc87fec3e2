#pragma once

#include "boot/image_file.h"
#include "boot/kernel.h"

namespace sparkler {

/// Loads the protected-mode part of a bzImage (boot protocol 2.12 or later, with a 64-bit entry point). See
/// loadKernel(); errors carry the reason only. Format: Documentation/arch/x86/boot.rst.
Result<LoadedKernel> loadBzImage(const ImageFile &file, const GuestMemory &memory);

} // namespace sparkler
