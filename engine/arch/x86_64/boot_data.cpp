#include "arch/x86_64/boot_data.h"

#include "arch/x86_64/acpi.h"
#include "arch/x86_64/gdt.h"
#include "arch/x86_64/memory_map.h"
#include "arch/x86_64/mptable.h"
#include "arch/x86_64/table_bytes.h"
#include "base/format.h"
#include "boot/command_line.h"

#include <array>

namespace sparkler::x86_64 {
namespace {

Result<> writeCommandLine(const GuestMemory &memory, std::string_view commandLine)
{
    if (commandLine.size() >= KernelCommandLine::kMaxBytes) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Cannot load command line string: {} bytes are more than the {} it may have",
                                commandLine.size() + 1, KernelCommandLine::kMaxBytes));
    }
    TableBytes bytes;
    bytes.addText(commandLine, commandLine.size());
    bytes.add8(0);
    const auto written = memory.writeBytes(kCommandLine, bytes.bytes());
    if (!written)
        return fail(ErrorKind::InvalidInput, "Cannot load command line string: " + written.error().text);
    return {};
}

Result<> writeDescriptorTables(const GuestMemory &memory, BootProtocol protocol)
{
    const Gdt gdt = bootGdt(protocol);
    TRY(memory.writeBytes(kGdtStart, std::as_bytes(std::span(gdt))));
    return memory.write(kIdtStart, std::uint64_t{0});
}

/// Maps the first GiB onto itself with 2 MiB pages.
Result<> writePageTables(const GuestMemory &memory)
{
    constexpr std::uint64_t kPresentWritable = 0x3;
    constexpr std::uint64_t kLargePage = 0x80;
    TRY(memory.write(kPml4, kPdpt.value() | kPresentWritable));
    TRY(memory.write(kPdpt, kPageDirectory.value() | kPresentWritable));
    std::array<std::uint64_t, 512> directory{};
    for (std::uint64_t i = 0; i < directory.size(); ++i)
        directory[i] = (i << 21) | kLargePage | kPresentWritable;
    return memory.writeBytes(kPageDirectory, std::as_bytes(std::span(directory)));
}

/// The zero page (Documentation/arch/x86/zero-page.rst and boot.rst).
Result<> writeBootParams(const GuestMemory &memory, const BootData &data)
{
    constexpr std::size_t kBootParamsBytes = 4096;
    constexpr std::size_t kE820Table = 0x2d0;
    constexpr std::size_t kE820EntryBytes = 20;
    constexpr std::size_t kMostE820Entries = 128;
    constexpr std::uint32_t kElfKernelAlignment = 0x0100'0000;

    TableBytes page(kBootParamsBytes);
    if (data.kernel.setupHeader)
        page.setBytes(kSetupHeaderOffset, *data.kernel.setupHeader);
    else
        page.set32(0x230, kElfKernelAlignment);
    page.set64(0x070, kRsdp.value());
    page.set16(0x1fe, 0xaa55);      // boot_flag
    page.set32(0x202, 0x5372'6448); // header: "HdrS"
    page.set8(0x210, 0xff);         // type_of_loader: undefined
    page.set32(0x228, kCommandLine.value());
    page.set32(0x238, data.commandLine.size() + 1);
    if (data.initrd) {
        page.set32(0x218, data.initrd->start.value());
        page.set32(0x21c, data.initrd->bytes);
    }
    const auto map = buildMemoryMap(memory);
    if (map.size() > kMostE820Entries)
        return fail(ErrorKind::Host, "the memory map has too many entries");
    page.set8(0x1e8, map.size());
    std::size_t at = kE820Table;
    for (const MemoryMapEntry &entry : map) {
        page.set64(at, entry.start.value());
        page.set64(at + 8, entry.bytes);
        page.set32(at + 16, static_cast<std::uint32_t>(entry.type));
        at += kE820EntryBytes;
    }
    return memory.writeBytes(kBootParams, page.bytes());
}

/// hvm_start_info version 1 and what it points to (xen/include/public/arch-x86/hvm/start_info.h).
Result<> writePvhStartInfo(const GuestMemory &memory, const BootData &data)
{
    const auto map = buildMemoryMap(memory);
    TableBytes entries;
    for (const MemoryMapEntry &entry : map) {
        entries.add64(entry.start.value());
        entries.add64(entry.bytes);
        entries.add32(static_cast<std::uint32_t>(entry.type));
        entries.add32(0);
    }
    TRY(memory.writeBytes(kPvhMemoryMap, entries.bytes()));
    if (data.initrd) {
        TableBytes module;
        module.add64(data.initrd->start.value());
        module.add64(data.initrd->bytes);
        module.add64(0); // no command line of its own
        module.add64(0);
        TRY(memory.writeBytes(kPvhModuleList, module.bytes()));
    }
    TableBytes info;
    info.add32(0x336ec578); // magic: "xEn3" with bit 7 of the E set
    info.add32(1);          // version
    info.add32(0);          // flags
    info.add32(data.initrd ? 1 : 0);
    info.add64(data.initrd ? kPvhModuleList.value() : 0);
    info.add64(kCommandLine.value());
    info.add64(kRsdp.value());
    info.add64(kPvhMemoryMap.value());
    info.add32(map.size());
    info.add32(0);
    return memory.writeBytes(kPvhStartInfo, info.bytes());
}

Result<> writeSystemData(const GuestMemory &memory, const BootData &data)
{
    TRY(writeDescriptorTables(memory, data.kernel.protocol));
    const GuestAddress tablesEnd = TRY(writeMpTable(memory, kSystemMemoryStart, data.vcpuCount));
    TRY(writeAcpiTables(memory, tablesEnd, data.vcpuCount, data.virtioDevices));
    if (data.kernel.protocol == BootProtocol::Pvh)
        return writePvhStartInfo(memory, data);
    TRY(writePageTables(memory));
    return writeBootParams(memory, data);
}

} // namespace

Result<> writeBootData(const GuestMemory &memory, const BootData &data)
{
    TRY(writeCommandLine(memory, data.commandLine));
    auto written = writeSystemData(memory, data);
    if (!written)
        written.error().text.insert(0, "System configuration error: ");
    return written;
}

} // namespace sparkler::x86_64
