#include "boot/kernel.h"

#include "boot/bzimage.h"
#include "boot/elf.h"
#include "boot/image_file.h"

namespace sparkler {
namespace {

Result<LoadedKernel> load(const Fd &kernel, const GuestMemory &memory)
{
    const ImageFile file = TRY(ImageFile::of(kernel));
    const bool elf = TRY(isElf(file));
    return elf ? loadElf(file, memory) : loadBzImage(file, memory);
}

} // namespace

Result<LoadedKernel> loadKernel(const Fd &kernel, const GuestMemory &memory)
{
    auto loaded = load(kernel, memory);
    if (!loaded) {
        Error error = std::move(loaded).error();
        error.text.insert(0, "Cannot load kernel due to invalid memory configuration or invalid kernel image: ");
        return std::unexpected(std::move(error));
    }
    return loaded;
}

} // namespace sparkler
