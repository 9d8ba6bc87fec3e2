#include "boot/initrd.h"

#include "base/checked.h"
#include "boot/image_file.h"

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = 4096;

template <typename T>
Result<T> asImageError(Result<T> result)
{
    if (!result)
        result.error().text.insert(0, "Cannot load initrd due to an invalid image: ");
    return result;
}

} // namespace

Result<MemoryRange> loadInitrd(const Fd &initrd, const GuestMemory &memory, GuestAddress floor)
{
    const ImageFile file = TRY(asImageError(ImageFile::of(initrd)));
    if (file.bytes() == 0)
        return fail(ErrorKind::InvalidInput, "Initrd image seek returned a size of zero");
    const GuestMemory::Region &first = memory.regions().front();
    const std::uint64_t regionEnd = first.start.value() + first.bytes;
    const auto highest = checkedSubtract(regionEnd, file.bytes());
    const GuestAddress at(alignDown(highest.value_or(0), kPage));
    if (!highest || at < floor || at < first.start)
        return fail(ErrorKind::InvalidInput, "Cannot load initrd due to an invalid memory configuration.");
    TRY(asImageError(file.readIntoGuest(0, file.bytes(), memory, at)));
    return MemoryRange{at, file.bytes()};
}

} // namespace sparkler
