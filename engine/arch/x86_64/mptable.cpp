#include "arch/x86_64/mptable.h"

#include "arch/x86_64/layout.h"
#include "arch/x86_64/table_bytes.h"
#include "base/format.h"

namespace sparkler::x86_64 {
namespace {

enum EntryType : std::uint8_t { kProcessor = 0, kBus = 1, kIoApicEntry = 2, kInterrupt = 3, kLocalInterrupt = 4 };
enum InterruptType : std::uint8_t { kInt = 0, kNmi = 1, kExtInt = 3 };

constexpr std::uint8_t kSpecification14 = 4;
constexpr std::uint8_t kApicVersion = 0x14;
constexpr std::uint8_t kEveryLocalApic = 0xff;
constexpr std::size_t kFloatingPointerBytes = 16;

TableBytes buildFloatingPointer(GuestAddress at)
{
    TableBytes pointer;
    pointer.addText("_MP_", 4);
    pointer.add32(at.value() + kFloatingPointerBytes);
    pointer.add8(1); // length, in units of 16 bytes
    pointer.add8(kSpecification14);
    pointer.add8(0); // checksum
    pointer.addZeros(5);
    pointer.setChecksum(10, 0, pointer.size());
    return pointer;
}

void addProcessor(TableBytes &table, std::uint32_t index)
{
    constexpr std::uint8_t kEnabled = 1;
    constexpr std::uint8_t kBootProcessor = 2;
    constexpr std::uint32_t kFamily6 = 0x600;
    constexpr std::uint32_t kFpuAndApic = 0x201;
    table.add8(kProcessor);
    table.add8(index); // APIC id
    table.add8(kApicVersion);
    table.add8(index == 0 ? kEnabled | kBootProcessor : kEnabled);
    table.add32(kFamily6);
    table.add32(kFpuAndApic);
    table.addZeros(8);
}

void addInterruptSource(TableBytes &table, EntryType entry, InterruptType type, std::uint32_t irq, std::uint32_t apic,
                        std::uint32_t pin)
{
    table.add8(entry);
    table.add8(type);
    table.add16(0); // polarity and trigger mode of the bus
    table.add8(0);  // bus
    table.add8(irq);
    table.add8(apic);
    table.add8(pin);
}

TableBytes buildTable(std::uint32_t vcpuCount)
{
    const std::uint32_t ioApicId = vcpuCount + 1;
    TableBytes table;
    table.addText("PCMP", 4);
    table.add16(0); // length
    table.add8(kSpecification14);
    table.add8(0); // checksum
    table.addText("SPARKLER", 8);
    table.addText("000000000000", 12);
    table.add32(0); // OEM table
    table.add16(0);
    table.add16(vcpuCount + 2 + (kLastDeviceGsi + 1) + 2); // entries
    table.add32(kLocalApic.value());
    table.add32(0);

    for (std::uint32_t index = 0; index < vcpuCount; ++index)
        addProcessor(table, index);
    table.add8(kBus);
    table.add8(0);
    table.addText("ISA", 6);
    table.add8(kIoApicEntry);
    table.add8(ioApicId);
    table.add8(kApicVersion);
    table.add8(1); // usable
    table.add32(kIoApic.value());
    for (std::uint32_t irq = 0; irq <= kLastDeviceGsi; ++irq)
        addInterruptSource(table, kInterrupt, kInt, irq, ioApicId, irq);
    addInterruptSource(table, kLocalInterrupt, kExtInt, 0, 0, 0);
    addInterruptSource(table, kLocalInterrupt, kNmi, 0, kEveryLocalApic, 1);

    table.set16(4, table.size());
    table.setChecksum(7, 0, table.size());
    return table;
}

} // namespace

Result<GuestAddress> writeMpTable(const GuestMemory &memory, GuestAddress at, std::uint32_t vcpuCount)
{
    if (vcpuCount > kMaxMpTableCpus)
        return fail(ErrorKind::InvalidInput, fmt::format("{} processors do not fit into the MP table", vcpuCount));
    TableBytes tables = buildFloatingPointer(at);
    tables.addBytes(buildTable(vcpuCount).bytes());
    TRY(memory.writeBytes(at, tables.bytes()));
    return GuestAddress(at.value() + tables.size());
}

} // namespace sparkler::x86_64
