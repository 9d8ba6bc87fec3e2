#include "boot/bzimage.h"

#include "base/checked.h"
#include "base/format.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sparkler {
namespace {

constexpr std::uint32_t kHdrS = 0x5372'6448; // "HdrS"
constexpr std::uint16_t kOldestProtocol = 0x020c;
constexpr std::uint16_t kXloadflagKernel64 = 1;
constexpr std::uint64_t kEntry64Offset = 0x200;
constexpr std::uint64_t kSector = 512;
constexpr std::size_t kHeaderStart = 0x202;    ///< where the length in byte 0x201 counts from
constexpr std::size_t kShortestHeader = 0x264; ///< behind init_size, the last field of protocol 2.12 that we read

/// The fields of the setup header that matter here; offsets are those of the file.
struct Header {
    SetupHeader raw{};

    template <typename T>
    T field(std::size_t fileOffset) const
    {
        T value{};
        std::memcpy(&value, raw.data() + (fileOffset - kSetupHeaderOffset), sizeof value);
        return value;
    }
    std::uint8_t setupSectors() const
    {
        const auto sectors = field<std::uint8_t>(0x1f1);
        return sectors == 0 ? std::uint8_t{4} : sectors; // an old convention that the protocol keeps
    }
    std::uint64_t protectedModeBytes() const { return std::uint64_t{field<std::uint32_t>(0x1f4)} * 16; }
    std::uint32_t magic() const { return field<std::uint32_t>(0x202); }
    std::uint16_t version() const { return field<std::uint16_t>(0x206); }
    std::uint32_t alignment() const { return field<std::uint32_t>(0x230); }
    bool relocatable() const { return field<std::uint8_t>(0x234) != 0; }
    std::uint16_t xloadflags() const { return field<std::uint16_t>(0x236); }
    std::uint64_t preferredAddress() const { return field<std::uint64_t>(0x258); }
    std::uint32_t initBytes() const { return field<std::uint32_t>(0x260); }
};

std::unexpected<Error> bad(std::string text)
{
    return fail(ErrorKind::InvalidInput, std::move(text));
}

Result<Header> readHeader(const ImageFile &file)
{
    constexpr std::string_view kNeitherFormat = "the file is neither an ELF file nor a bzImage";
    if (!file.contains(0, kHeaderStart + sizeof kHdrS))
        return bad(std::string(kNeitherFormat));
    if (TRY(file.readObject<std::uint32_t>(kHeaderStart)) != kHdrS)
        return bad(std::string(kNeitherFormat));
    // The header says itself how long it is: the byte before its magic is the target of a jump over it.
    const auto length = TRY(file.readObject<std::uint8_t>(kHeaderStart - 1));
    const std::size_t end = std::min(kHeaderStart + length, kSetupHeaderOffset + kSetupHeaderBytes);
    Header header;
    TRY(file.read(kSetupHeaderOffset, std::span(header.raw).first(end - kSetupHeaderOffset)));
    const bool has64BitEntry = header.version() >= kOldestProtocol && end >= kShortestHeader &&
                               (header.xloadflags() & kXloadflagKernel64) != 0;
    if (!has64BitEntry)
        return bad("bzImage does not provide a 64-bit entry point");
    return header;
}

/// Where the image goes. The kernel decompresses to its preferred address (or its own load address, when that is
/// higher) and needs init_size bytes from there, so nothing is gained by loading it elsewhere.
Result<GuestAddress> chooseAddress(const Header &header)
{
    if (header.preferredAddress() >= kKernelFloor.value())
        return GuestAddress(header.preferredAddress());
    if (!header.relocatable()) {
        return bad(fmt::format("the bzImage must be loaded at {:#x}, below {:#x}", header.preferredAddress(),
                               kKernelFloor.value()));
    }
    if (!std::has_single_bit(header.alignment()))
        return bad(fmt::format("the bzImage asks for an alignment of {}", header.alignment()));
    return GuestAddress(*alignUp(kKernelFloor.value(), header.alignment())); // two 32-bit numbers: cannot wrap
}

} // namespace

Result<LoadedKernel> loadBzImage(const ImageFile &file, const GuestMemory &memory)
{
    const Header header = TRY(readHeader(file));
    const std::uint64_t kernelAt = (header.setupSectors() + std::uint64_t{1}) * kSector;
    const std::uint64_t inFile = checkedSubtract(file.bytes(), kernelAt).value_or(0);
    // A signature may follow the kernel; the last 16-byte unit may be cut short.
    const std::uint64_t bytes = std::min(header.protectedModeBytes(), inFile);
    if (bytes <= kEntry64Offset || header.protectedModeBytes() - bytes >= 16)
        return bad(fmt::format("the bzImage of {} bytes is cut short", file.bytes()));

    const GuestAddress at = TRY(chooseAddress(header));
    const std::uint64_t needed = std::max<std::uint64_t>(header.initBytes(), bytes);
    const auto end = at.checkedAdd(needed);
    if (!end || !memory.contains(at, needed)) {
        return bad(
            fmt::format("the kernel needs {} bytes at {:#x}, which do not fit into guest memory", needed, at.value()));
    }
    TRY(file.readIntoGuest(kernelAt, bytes, memory, at));
    return LoadedKernel{GuestAddress(at.value() + kEntry64Offset), BootProtocol::Linux64, header.raw, *end};
}

} // namespace sparkler
