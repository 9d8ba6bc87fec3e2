#include "boot/elf.h"

#include "base/checked.h"
#include "base/format.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include <elf.h>

namespace sparkler {
namespace {

// Far above what any kernel has (Linux: 5 headers, notes below 1 KiB); limits what a hostile file can make us do.
constexpr std::uint16_t kMostProgramHeaders = 64;
constexpr std::uint64_t kMostNoteBytes = 64 * 1024;

/// XEN_ELFNOTE_PHYS32_ENTRY: the 32-bit physical entry point for PVH.
constexpr std::uint32_t kNotePhys32Entry = 18;

std::unexpected<Error> bad(std::string text)
{
    return fail(ErrorKind::InvalidInput, std::move(text));
}

Result<Elf64_Ehdr> readHeader(const ImageFile &file)
{
    const auto header = TRY(file.readObject<Elf64_Ehdr>(0));
    if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB)
        return bad("the ELF file is not a little-endian 64-bit one");
    if (header.e_machine != EM_X86_64)
        return bad(fmt::format("the ELF file is for machine {}, not for x86-64", header.e_machine));
    if (header.e_type != ET_EXEC && header.e_type != ET_DYN)
        return bad("the ELF file is not an executable");
    if (header.e_phentsize != sizeof(Elf64_Phdr))
        return bad(fmt::format("the ELF file has program headers of {} bytes", header.e_phentsize));
    if (header.e_phnum == 0 || header.e_phnum > kMostProgramHeaders)
        return bad(fmt::format("the ELF file has {} program headers", header.e_phnum));
    return header;
}

/// Loads one segment and returns the guest address behind it.
Result<GuestAddress> loadSegment(const ImageFile &file, const GuestMemory &memory, const Elf64_Phdr &segment)
{
    if (segment.p_filesz > segment.p_memsz)
        return bad("an ELF segment is larger in the file than in memory");
    if (segment.p_paddr < kKernelFloor.value())
        return bad(fmt::format("an ELF segment lies at {:#x}, below {:#x}", segment.p_paddr, kKernelFloor.value()));
    const GuestAddress at(segment.p_paddr);
    const auto end = at.checkedAdd(segment.p_memsz);
    if (!end || !memory.contains(at, segment.p_memsz)) {
        return bad(fmt::format("an ELF segment of {} bytes at {:#x} does not fit into guest memory", segment.p_memsz,
                               segment.p_paddr));
    }
    // What p_memsz has more than p_filesz is zero already: the memory is fresh.
    TRY(file.readIntoGuest(segment.p_offset, segment.p_filesz, memory, at));
    return *end;
}

template <typename T>
T readAt(std::span<const std::byte> bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// The PVH entry point in a note segment's bytes, if there is one. Each round consumes at least a note header.
Result<std::optional<GuestAddress>> findPvhEntry(std::span<const std::byte> notes, std::uint64_t alignment)
{
    constexpr std::array kXenName{std::byte{'X'}, std::byte{'e'}, std::byte{'n'}, std::byte{0}};
    std::uint64_t offset = 0;
    while (notes.size() - offset >= sizeof(Elf64_Nhdr)) {
        const auto header = readAt<Elf64_Nhdr>(notes, offset);
        // 32-bit sizes in 64-bit arithmetic below 2^34: nothing wraps.
        const std::uint64_t nameAt = offset + sizeof header;
        const std::uint64_t descriptorAt = *alignUp(nameAt + header.n_namesz, alignment);
        const std::uint64_t descriptorEnd = descriptorAt + header.n_descsz;
        if (descriptorEnd > notes.size())
            return bad("an ELF note reaches beyond its segment");
        const auto name = notes.subspan(nameAt, header.n_namesz);
        if (header.n_type == kNotePhys32Entry && std::ranges::equal(name, kXenName)) {
            if (header.n_descsz == sizeof(std::uint64_t))
                return GuestAddress(readAt<std::uint64_t>(notes, descriptorAt));
            if (header.n_descsz == sizeof(std::uint32_t))
                return GuestAddress(readAt<std::uint32_t>(notes, descriptorAt));
            return bad(fmt::format("the PVH entry note holds {} bytes", header.n_descsz));
        }
        offset = std::min<std::uint64_t>(*alignUp(descriptorEnd, alignment), notes.size());
    }
    return std::nullopt;
}

Result<std::optional<GuestAddress>> readPvhEntry(const ImageFile &file, const Elf64_Phdr &segment)
{
    if (segment.p_filesz > kMostNoteBytes)
        return bad(fmt::format("the ELF file has {} bytes of notes", segment.p_filesz));
    std::vector<std::byte> notes(segment.p_filesz);
    TRY(file.read(segment.p_offset, notes));
    return findPvhEntry(notes, segment.p_align == 8 ? 8 : 4);
}

} // namespace

Result<bool> isElf(const ImageFile &file)
{
    const auto magic = TRY(file.readObject<std::uint32_t>(0));
    static_assert(SELFMAG == sizeof magic);
    return std::memcmp(&magic, ELFMAG, SELFMAG) == 0;
}

Result<LoadedKernel> loadElf(const ImageFile &file, const GuestMemory &memory)
{
    const Elf64_Ehdr header = TRY(readHeader(file));
    std::vector<Elf64_Phdr> segments(header.e_phnum);
    TRY(file.read(header.e_phoff, std::as_writable_bytes(std::span(segments))));

    LoadedKernel kernel;
    kernel.entry = GuestAddress(header.e_entry);
    std::uint64_t notReadYet = file.bytes();
    for (const Elf64_Phdr &segment : segments) {
        if (segment.p_type == PT_LOAD && segment.p_memsz > 0) {
            // No byte belongs to two segments; a file that says otherwise could make us read it many times over.
            if (segment.p_filesz > notReadYet)
                return bad("the ELF segments are larger than the file");
            notReadYet -= segment.p_filesz;
            const GuestAddress end = TRY(loadSegment(file, memory, segment));
            kernel.end = std::max(kernel.end, end);
        } else if (segment.p_type == PT_NOTE && kernel.protocol != BootProtocol::Pvh) {
            if (const auto entry = TRY(readPvhEntry(file, segment))) {
                kernel.entry = *entry;
                kernel.protocol = BootProtocol::Pvh;
            }
        }
    }
    if (kernel.end == GuestAddress())
        return bad("the ELF file has nothing to load");
    if (kernel.entry < kKernelFloor || !memory.contains(kernel.entry, 1))
        return bad(fmt::format("the entry point {:#x} is not in guest memory", kernel.entry.value()));
    // PVH starts in 32-bit mode.
    if (kernel.protocol == BootProtocol::Pvh && kernel.entry.value() >> 32 != 0)
        return bad(fmt::format("the PVH entry point {:#x} lies above 4 GiB", kernel.entry.value()));
    return kernel;
}

} // namespace sparkler
