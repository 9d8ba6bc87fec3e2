#include "arch/x86_64/acpi.h"

#include "arch/x86_64/aml.h"
#include "arch/x86_64/table_bytes.h"
#include "base/format.h"

#include <array>

namespace sparkler::x86_64 {
namespace {

constexpr std::size_t kHeaderBytes = 36;
constexpr std::size_t kLengthOffset = 4;
constexpr std::size_t kChecksumOffset = 9;
constexpr std::string_view kOemId = "SPRKLR";
constexpr std::string_view kCreatorId = "SPRK";
constexpr std::uint32_t kCreatorRevision = 1;

/// A table's common header (ACPI 6.5, 5.2.6); length and checksum come with finish().
TableBytes beginTable(std::string_view signature, std::uint8_t revision, std::string_view oemTableId)
{
    TableBytes table;
    table.addText(signature, 4);
    table.add32(0);
    table.add8(revision);
    table.add8(0);
    table.addText(kOemId, 6);
    table.addText(oemTableId, 8);
    table.add32(0); // OEM revision
    table.addText(kCreatorId, 4);
    table.add32(kCreatorRevision);
    return table;
}

void finish(TableBytes &table)
{
    table.set32(kLengthOffset, table.size());
    table.setChecksum(kChecksumOffset, 0, table.size());
}

AmlBlock virtioDevice(std::uint32_t ordinal, const MmioSlot &slot)
{
    AmlResources resources;
    resources.addMemory(static_cast<std::uint32_t>(slot.base.value()), kVirtioMmioBytes);
    resources.addInterrupt(slot.gsi);
    AmlBlock device;
    device.addName("_HID", "LNRO0005");
    device.addName("_UID", ordinal);
    device.addName("_CCA", 1); // DMA is coherent
    device.addName("_CRS", resources);
    return device;
}

/// "Virtual Machine Generation ID" (Microsoft, 2012): where the 16 bytes are, as two 32-bit words.
AmlBlock vmGenIdDevice()
{
    constexpr std::array<std::uint64_t, 2> kAddress{kVmGenId.value() & 0xffffffff, kVmGenId.value() >> 32};
    AmlBlock device;
    device.addName("_HID", "VMGENCTR");
    device.addName("_CID", "VM_Gen_Counter");
    device.addName("_DDN", "VM_Gen_Counter");
    device.addPackage("ADDR", kAddress);
    return device;
}

/// Its page is a struct vmclock_abi (linux/vmclock-abi.h).
AmlBlock vmClockDevice()
{
    constexpr std::uint64_t kPresentAndWorking = 0xf;
    AmlResources resources;
    resources.addMemory(static_cast<std::uint32_t>(kVmClock.value()), kIdentityPageBytes);
    AmlBlock device;
    device.addName("_HID", "AMZNC10C");
    device.addName("_CID", "VMCLOCK");
    device.addName("_DDN", "VMCLOCK");
    device.addName("_STA", kPresentAndWorking);
    device.addName("_CRS", resources);
    return device;
}

/// A hardware-reduced platform has no general purpose events: a generic event device (ACPI 6.5, 5.6.9) turns the
/// identity devices' interrupt into notifications.
AmlBlock eventDevice()
{
    constexpr std::uint8_t kStatusChanged = 0x80;
    AmlResources resources;
    resources.addInterrupt(kIdentityGsi);
    AmlBlock notifications;
    notifications.addNotify("VGEN", kStatusChanged);
    notifications.addNotify("VCLK", kStatusChanged);
    AmlBlock onInterrupt;
    onInterrupt.addIfArgumentIs(kIdentityGsi, notifications);
    AmlBlock device;
    device.addName("_HID", "ACPI0013");
    device.addName("_UID", 0);
    device.addName("_CRS", resources);
    device.addEventMethod("_EVT", onInterrupt);
    return device;
}

AmlBlock serialPort()
{
    AmlResources resources;
    resources.addPorts(kCom1Port, 8);
    resources.addInterrupt(kSerialGsi);
    AmlBlock device;
    device.addEisaId("_HID", "PNP0501");
    device.addName("_UID", 0);
    device.addName("_DDN", "COM1");
    device.addName("_CRS", resources);
    return device;
}

AmlBlock keyboardController()
{
    AmlResources resources;
    resources.addPorts(kKeyboardDataPort, 1);
    resources.addPorts(kKeyboardCommandPort, 1);
    resources.addInterrupt(kKeyboardGsi);
    AmlBlock device;
    device.addEisaId("_HID", "PNP0303");
    device.addName("_CRS", resources);
    return device;
}

TableBytes buildDsdt(std::span<const MmioSlot> virtioDevices)
{
    AmlBlock devices;
    std::uint32_t ordinal = 0;
    for (const MmioSlot &slot : virtioDevices) {
        devices.addDevice(fmt::format("V{:03}", slot.gsi - kFirstDeviceGsi), virtioDevice(ordinal, slot));
        ++ordinal;
    }
    devices.addDevice("VGEN", vmGenIdDevice());
    devices.addDevice("VCLK", vmClockDevice());
    devices.addDevice("GED_", eventDevice());
    devices.addDevice("COM1", serialPort());
    devices.addDevice("PS2_", keyboardController());
    AmlBlock block;
    block.addRootScope("_SB_", devices);
    constexpr std::array<std::uint64_t, 4> kPowerOff{kSleepTypeS5, 0, 0, 0};
    block.addPackage("_S5_", kPowerOff);
    TableBytes table = beginTable("DSDT", 2, "SPRKDSDT");
    table.addBytes(block.bytes());
    finish(table);
    return table;
}

/// A generic address structure (ACPI 6.5, 5.2.3.2) that names a one-byte port.
void setPort(TableBytes &table, std::size_t offset, std::uint16_t port)
{
    table.set8(offset, 1);     // system I/O space
    table.set8(offset + 1, 8); // bits
    table.set8(offset + 3, 1); // byte access
    table.set64(offset + 4, port);
}

TableBytes buildFadt(GuestAddress dsdt)
{
    constexpr std::size_t kFadtBytes = 276;
    constexpr std::uint32_t kPowerButtonIsControlMethod = 1u << 4;
    constexpr std::uint32_t kSleepButtonIsControlMethod = 1u << 5;
    constexpr std::uint32_t kHardwareReduced = 1u << 20;
    constexpr std::uint32_t kVgaNotPresent = 1u << 2;
    TableBytes table = beginTable("FACP", 6, "SPRKFADT");
    table.addZeros(kFadtBytes - kHeaderBytes);
    table.set16(109, kVgaNotPresent);
    table.set32(112, kHardwareReduced | kPowerButtonIsControlMethod | kSleepButtonIsControlMethod);
    table.set8(131, 5); // minor version
    table.set64(140, dsdt.value());
    setPort(table, 244, kSleepControlPort);
    setPort(table, 256, kSleepStatusPort);
    constexpr std::array kHypervisorId{std::byte{'S'}, std::byte{'P'}, std::byte{'A'}, std::byte{'R'},
                                       std::byte{'K'}, std::byte{'L'}, std::byte{'E'}, std::byte{'R'}};
    table.setBytes(268, kHypervisorId);
    finish(table);
    return table;
}

TableBytes buildMadt(std::uint32_t vcpuCount)
{
    TableBytes table = beginTable("APIC", 6, "SPRKMADT");
    table.add32(kLocalApic.value());
    table.add32(0); // no 8259 controllers to be masked
    table.add8(1);  // IOAPIC
    table.add8(12);
    table.add8(0); // id
    table.add8(0);
    table.add32(kIoApic.value());
    table.add32(0); // first GSI
    for (std::uint32_t index = 0; index < vcpuCount; ++index) {
        table.add8(0); // processor-local APIC
        table.add8(8);
        table.add8(index); // processor uid
        table.add8(index); // APIC id
        table.add32(1);    // enabled
    }
    finish(table);
    return table;
}

TableBytes buildXsdt(std::span<const GuestAddress> tables)
{
    TableBytes table = beginTable("XSDT", 1, "SPRKXSDT");
    for (const GuestAddress address : tables)
        table.add64(address.value());
    finish(table);
    return table;
}

TableBytes buildRsdp(GuestAddress xsdt)
{
    constexpr std::size_t kRevision0Bytes = 20;
    constexpr std::size_t kRevision2Bytes = 36;
    TableBytes table;
    table.addText("RSD PTR ", 8);
    table.add8(0); // checksum of the first 20 bytes
    table.addText(kOemId, 6);
    table.add8(2);  // revision
    table.add32(0); // no RSDT
    table.add32(kRevision2Bytes);
    table.add64(xsdt.value());
    table.add8(0); // checksum of all
    table.addZeros(3);
    table.setChecksum(8, 0, kRevision0Bytes);
    table.setChecksum(32, 0, table.size());
    return table;
}

/// Hands out system memory from the bottom up.
class TablePlacer {
public:
    TablePlacer(const GuestMemory &memory, GuestAddress at) : m_memory(memory), m_next(at.value()) {}

    Result<GuestAddress> place(const TableBytes &table)
    {
        constexpr std::uint64_t kAlignment = 16;
        const auto at = alignUp(m_next, kAlignment);
        const auto end = at ? checkedAdd<std::uint64_t>(*at, table.size()) : std::nullopt;
        if (!end || *end > kFirmwareTablesEnd.value())
            return fail(ErrorKind::Host, "the ACPI tables do not fit into system memory");
        TRY(m_memory.writeBytes(GuestAddress(*at), table.bytes()));
        m_next = *end;
        return GuestAddress(*at);
    }

private:
    const GuestMemory &m_memory;
    std::uint64_t m_next;
};

} // namespace

Result<> writeAcpiTables(const GuestMemory &memory, GuestAddress at, std::uint32_t vcpuCount,
                         std::span<const MmioSlot> virtioDevices)
{
    TablePlacer placer(memory, at);
    const GuestAddress dsdt = TRY(placer.place(buildDsdt(virtioDevices)));
    const GuestAddress fadt = TRY(placer.place(buildFadt(dsdt)));
    const GuestAddress madt = TRY(placer.place(buildMadt(vcpuCount)));
    const std::array tables{fadt, madt};
    const GuestAddress xsdt = TRY(placer.place(buildXsdt(tables)));
    return memory.writeBytes(kRsdp, buildRsdp(xsdt).bytes());
}

} // namespace sparkler::x86_64
