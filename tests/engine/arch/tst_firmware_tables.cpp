#include "aml_reader.h"
#include "arch/x86_64/acpi.h"
#include "arch/x86_64/mptable.h"
#include "guest_bytes.h"

#include <QtTest>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

constexpr std::uint64_t kRsdpAt = 0xe'0000;
constexpr std::uint64_t kMpAt = 0x9fc00;

/// The whole of the ACPI table at `at`.
QByteArray tableAt(const GuestMemory &memory, std::uint64_t at)
{
    return readGuest(memory, at, guestValue<std::uint32_t>(memory, at + 4));
}

std::uint64_t xsdtEntry(const GuestMemory &memory, std::uint64_t index)
{
    return guestValue<std::uint64_t>(memory, guestValue<std::uint64_t>(memory, kRsdpAt + 24) + 36 + index * 8);
}

std::uint64_t dsdtAt(const GuestMemory &memory)
{
    return guestValue<std::uint64_t>(memory, xsdtEntry(memory, 0) + 140);
}

GuestMemory withAcpi(std::uint32_t vcpuCount, std::uint32_t devices)
{
    GuestMemory memory = makeMemory(2u << 20);
    std::vector<MmioSlot> places;
    for (std::uint32_t i = 0; i < devices; ++i)
        places.push_back(*virtioMmioSlot(i));
    if (!writeAcpiTables(memory, GuestAddress(0x9ffd1), vcpuCount, places))
        qFatal("no ACPI tables");
    return memory;
}

GuestMemory withMpTable(std::uint32_t vcpuCount)
{
    GuestMemory memory = makeMemory(2u << 20);
    if (!writeMpTable(memory, GuestAddress(kMpAt), vcpuCount))
        qFatal("no MP table");
    return memory;
}

} // namespace

class TestFirmwareTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rsdp_written_isValid();
    void acpi_everyTable_hasRightLengthAndChecksum_data();
    void acpi_everyTable_hasRightLengthAndChecksum();
    void fadt_written_isHardwareReduced();
    void madt_vcpus_areListed();
    void dsdt_devices_arePresent();
    void dsdt_mostDevices_fit();
    void dsdt_parsed_hasEveryDevice();
    void dsdt_identityDevices_areDescribed();
    void largestTables_endBeforeIdentityPages();
    void acpi_noRoom_isRefused_data();
    void acpi_noRoom_isRefused();
    void mpTable_checksums_areRight_data();
    void mpTable_checksums_areRight();
    void mpTable_twoVcpus_matchesSpecification();
    void mpTable_tooManyVcpus_isRefused();
    void mpTable_noMemory_isRefused();
};

void TestFirmwareTables::rsdp_written_isValid()
{
    const GuestMemory memory = withAcpi(1, 0);
    const QByteArray rsdp = readGuest(memory, kRsdpAt, 36);
    QCOMPARE(rsdp.first(8), QByteArray("RSD PTR "));
    QCOMPARE(rsdp.mid(9, 6), QByteArray("SPRKLR"));
    QCOMPARE(rsdp.at(15), '\x02');
    QCOMPARE(byteSum(rsdp.first(20)), 0u);
    QCOMPARE(byteSum(rsdp), 0u);
    QCOMPARE(tableAt(memory, guestValue<std::uint64_t>(memory, kRsdpAt + 24)).first(4), QByteArray("XSDT"));
}

void TestFirmwareTables::acpi_everyTable_hasRightLengthAndChecksum_data()
{
    QTest::addColumn<quint32>("vcpus");
    QTest::addColumn<quint32>("devices");
    QTest::newRow("smallest") << 1u << 0u;
    QTest::newRow("usual") << 2u << 3u;
    QTest::newRow("largest") << 32u << 19u;
}

void TestFirmwareTables::acpi_everyTable_hasRightLengthAndChecksum()
{
    QFETCH(quint32, vcpus);
    QFETCH(quint32, devices);
    const GuestMemory memory = withAcpi(vcpus, devices);
    const QByteArray xsdt = tableAt(memory, guestValue<std::uint64_t>(memory, kRsdpAt + 24));
    QCOMPARE(xsdt.size(), qsizetype(36 + 2 * 8));
    const QList<QByteArray> tables{xsdt, tableAt(memory, xsdtEntry(memory, 0)), tableAt(memory, xsdtEntry(memory, 1)),
                                   tableAt(memory, dsdtAt(memory))};
    const QList<QByteArray> names{"XSDT", "FACP", "APIC", "DSDT"};
    for (qsizetype i = 0; i < tables.size(); ++i) {
        QCOMPARE(tables[i].first(4), names[i]);
        QCOMPARE(byteSum(tables[i]), 0u);
        QCOMPARE(tables[i].mid(10, 6), QByteArray("SPRKLR"));
    }
}

void TestFirmwareTables::fadt_written_isHardwareReduced()
{
    const GuestMemory memory = withAcpi(1, 0);
    const std::uint64_t fadt = xsdtEntry(memory, 0);
    QCOMPARE(tableAt(memory, fadt).size(), qsizetype(276));
    QCOMPARE(guestValue<std::uint8_t>(memory, fadt + 8), std::uint8_t(6));
    QCOMPARE(guestValue<std::uint8_t>(memory, fadt + 131), std::uint8_t(5));
    QCOMPARE(guestValue<std::uint16_t>(memory, fadt + 109), std::uint16_t(4));
    QCOMPARE(guestValue<std::uint32_t>(memory, fadt + 112), 1u << 20 | 1u << 5 | 1u << 4);
    QCOMPARE(readGuest(memory, fadt + 268, 8), QByteArray("SPARKLER"));
}

void TestFirmwareTables::madt_vcpus_areListed()
{
    const GuestMemory memory = withAcpi(3, 0);
    const QByteArray madt = tableAt(memory, xsdtEntry(memory, 1));
    QCOMPARE(madt.size(), qsizetype(44 + 12 + 3 * 8));
    QCOMPARE(madt.mid(36, 8), QByteArray::fromHex("0000e0fe00000000"));
    QCOMPARE(madt.mid(44, 12), QByteArray::fromHex("010c00000000c0fe00000000"));
    QCOMPARE(madt.mid(56, 8), QByteArray::fromHex("0008000001000000"));
    QCOMPARE(madt.mid(72, 8), QByteArray::fromHex("0008020201000000"));
}

void TestFirmwareTables::dsdt_devices_arePresent()
{
    const QByteArray dsdt = [] {
        const GuestMemory memory = withAcpi(1, 2);
        return tableAt(memory, dsdtAt(memory));
    }();
    QVERIFY(dsdt.contains("V000"));
    QVERIFY(dsdt.contains("V001"));
    QVERIFY(!dsdt.contains("V002"));
    QVERIFY(dsdt.contains("COM1"));
    QVERIFY(dsdt.contains("PS2_"));
    QCOMPARE(dsdt.count("LNRO0005"), qsizetype(2));
    // Memory32Fixed(ReadWrite, 0xc0002000, 0x1000), Interrupt(6)
    QVERIFY(dsdt.contains(QByteArray::fromHex("86090001002000c000100000890600030106000000")));
}

void TestFirmwareTables::dsdt_mostDevices_fit()
{
    const GuestMemory memory = withAcpi(32, kMaxVirtioMmioDevices);
    const QByteArray dsdt = tableAt(memory, dsdtAt(memory));
    QVERIFY(dsdt.contains("V018"));
    QCOMPARE(dsdt.count("LNRO0005"), qsizetype(19));
}

void TestFirmwareTables::dsdt_parsed_hasEveryDevice()
{
    const GuestMemory memory = withAcpi(32, kMaxVirtioMmioDevices);
    const auto objects = AmlReader::read(tableAt(memory, dsdtAt(memory)).mid(36));
    QVERIFY2(!objects.contains("error"), qPrintable(objects["error"]));
    for (unsigned device = 0; device < kMaxVirtioMmioDevices; ++device) {
        const QString name = QStringLiteral("\\_SB_.V%1").arg(device, 3, 10, QLatin1Char('0'));
        QCOMPARE(objects[name + "._HID"], QString("\"LNRO0005\""));
        QCOMPARE(objects[name + "._UID"], QString::number(device));
    }
    QCOMPARE(objects.values().count("device"), qsizetype(kMaxVirtioMmioDevices + 5));
    QVERIFY(objects.contains("\\_SB_.COM1._CRS"));
    QVERIFY(objects.contains("\\_SB_.PS2_._CRS"));
    QCOMPARE(objects["\\_S5_"], QString("[5, 0, 0, 0]"));
}

void TestFirmwareTables::dsdt_identityDevices_areDescribed()
{
    const GuestMemory memory = withAcpi(1, 1);
    const auto objects = AmlReader::read(tableAt(memory, dsdtAt(memory)).mid(36));
    QVERIFY2(!objects.contains("error"), qPrintable(objects["error"]));
    QCOMPARE(objects["\\_SB_.VGEN._HID"], QString("\"VMGENCTR\""));
    QCOMPARE(objects["\\_SB_.VGEN._CID"], QString("\"VM_Gen_Counter\""));
    QCOMPARE(objects["\\_SB_.VGEN._DDN"], QString("\"VM_Gen_Counter\""));
    QCOMPARE(objects["\\_SB_.VGEN.ADDR"], QString("[%1, 0]").arg(0xd'e000));
    QCOMPARE(objects["\\_SB_.VCLK._HID"], QString("\"AMZNC10C\""));
    QCOMPARE(objects["\\_SB_.VCLK._CID"], QString("\"VMCLOCK\""));
    QCOMPARE(objects["\\_SB_.VCLK._STA"], QString("15"));
    // Memory32Fixed(ReadWrite, 0xdf000, 0x1000) and the end
    QCOMPARE(objects["\\_SB_.VCLK._CRS"], QString("8609000100f00d00001000007900"));
    QCOMPARE(objects["\\_SB_.GED_._HID"], QString("\"ACPI0013\""));
    // Interrupt(ResourceConsumer, Edge, ActiveHigh, Exclusive) { 3 } and the end
    QCOMPARE(objects["\\_SB_.GED_._CRS"], QString("890600030103000000"
                                                  "7900"));
    QCOMPARE(objects["\\_SB_.GED_._EVT"], QString("method 9: if (arg0 == 3) { notify(VGEN, 128) notify(VCLK, 128) }"));
}

void TestFirmwareTables::largestTables_endBeforeIdentityPages()
{
    GuestMemory memory = makeMemory(2u << 20);
    std::vector<MmioSlot> places;
    for (std::uint32_t i = 0; i < kMaxVirtioMmioDevices; ++i)
        places.push_back(*virtioMmioSlot(i));
    const auto end = writeMpTable(memory, kSystemMemoryStart, 254);
    QVERIFY(end);
    QVERIFY(writeAcpiTables(memory, *end, 254, places));
    QCOMPARE(readGuest(memory, 0xd'e000, 0x2000), QByteArray(0x2000, '\0'));
}

void TestFirmwareTables::acpi_noRoom_isRefused_data()
{
    QTest::addColumn<quint64>("at");
    QTest::newRow("at the end") << quint64(0xddff0);
    QTest::newRow("behind the end") << quint64(0xd'e000);
    QTest::newRow("wraps") << ~quint64(0);
}

void TestFirmwareTables::acpi_noRoom_isRefused()
{
    QFETCH(quint64, at);
    const GuestMemory memory = makeMemory(2u << 20);
    QVERIFY(!writeAcpiTables(memory, GuestAddress(at), 1, {}));
}

void TestFirmwareTables::mpTable_checksums_areRight_data()
{
    QTest::addColumn<quint32>("vcpus");
    QTest::newRow("1") << 1u;
    QTest::newRow("32") << 32u;
    QTest::newRow("254") << 254u;
}

void TestFirmwareTables::mpTable_checksums_areRight()
{
    QFETCH(quint32, vcpus);
    const GuestMemory memory = withMpTable(vcpus);
    const QByteArray pointer = readGuest(memory, kMpAt, 16);
    QCOMPARE(pointer.first(4), QByteArray("_MP_"));
    QCOMPARE(byteSum(pointer), 0u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kMpAt + 4), std::uint32_t(kMpAt + 16));
    const QByteArray table = readGuest(memory, kMpAt + 16, guestValue<std::uint16_t>(memory, kMpAt + 20));
    QCOMPARE(table.size(), qsizetype(44 + vcpus * 20 + 8 + 8 + 24 * 8 + 2 * 8));
    QCOMPARE(byteSum(table), 0u);
}

void TestFirmwareTables::mpTable_twoVcpus_matchesSpecification()
{
    const GuestMemory memory = withMpTable(2);
    const QByteArray table = readGuest(memory, kMpAt + 16, guestValue<std::uint16_t>(memory, kMpAt + 20));
    QCOMPARE(table.first(4), QByteArray("PCMP"));
    QCOMPARE(table.at(6), '\x04');
    QCOMPARE(table.mid(8, 20), QByteArray("SPARKLER000000000000"));
    QCOMPARE(table.mid(36, 4), QByteArray::fromHex("0000e0fe"));
    QCOMPARE(table.mid(44, 20), QByteArray::fromHex("00001403000600000102000000000000") + QByteArray(4, '\0'));
    QCOMPARE(table.mid(64, 4), QByteArray::fromHex("00011401")); // not the boot processor
    QCOMPARE(table.mid(84, 8), QByteArray::fromHex("0100") + "ISA   ");
    QCOMPARE(table.mid(92, 8), QByteArray::fromHex("020314010000c0fe"));
    QCOMPARE(table.mid(100, 8), QByteArray::fromHex("0300000000000300"));
    QCOMPARE(table.mid(100 + 23 * 8, 8), QByteArray::fromHex("0300000000170317"));
    QCOMPARE(table.mid(100 + 24 * 8, 16), QByteArray::fromHex("04030000000000000401000000"
                                                              "00ff01"));
}

void TestFirmwareTables::mpTable_tooManyVcpus_isRefused()
{
    const GuestMemory memory = makeMemory(2u << 20);
    QVERIFY(!writeMpTable(memory, GuestAddress(kMpAt), 255));
}

void TestFirmwareTables::mpTable_noMemory_isRefused()
{
    const GuestMemory memory = makeMemory(0xa'0000);
    QVERIFY(!writeMpTable(memory, GuestAddress(kMpAt), 254));
}

QTEST_APPLESS_MAIN(TestFirmwareTables)
#include "tst_firmware_tables.moc"
