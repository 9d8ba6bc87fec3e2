#include "arch/x86_64/boot_data.h"
#include "guest_bytes.h"

#include <QtTest>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

constexpr std::uint64_t kMiB = 1u << 20;
constexpr std::uint64_t kBootParamsAt = 0x7000;
constexpr std::uint64_t kStartInfoAt = 0x6000;

struct MapEntry {
    quint64 start, bytes;
    quint32 type;
    bool operator==(const MapEntry &) const = default;
};

LoadedKernel elfKernel(BootProtocol protocol = BootProtocol::Linux64)
{
    return LoadedKernel{GuestAddress(0x100'0000), protocol, {}, GuestAddress(0x200'0000)};
}

QList<MapEntry> e820Of(const GuestMemory &memory)
{
    QList<MapEntry> map;
    const auto count = guestValue<std::uint8_t>(memory, kBootParamsAt + 0x1e8);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t at = kBootParamsAt + 0x2d0 + i * 20;
        map.append({guestValue<std::uint64_t>(memory, at), guestValue<std::uint64_t>(memory, at + 8),
                    guestValue<std::uint32_t>(memory, at + 16)});
    }
    return map;
}

QList<MapEntry> pvhMapOf(const GuestMemory &memory)
{
    QList<MapEntry> map;
    const auto count = guestValue<std::uint32_t>(memory, kStartInfoAt + 48);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t at = 0x7000 + i * 24;
        map.append({guestValue<std::uint64_t>(memory, at), guestValue<std::uint64_t>(memory, at + 8),
                    guestValue<std::uint32_t>(memory, at + 16)});
    }
    return map;
}

const QList<MapEntry> kSmallMap{
    {0, 0x9fc00, 1}, {0x9fc00, 0x4'0400, 2}, {0xeec0'0000, 0x1000'0000, 2}, {0x10'0000, 127 * kMiB, 1}};

} // namespace

class TestBootData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandLine_written_endsInNul();
    void commandLine_tooLong_isRefused();
    void pageTables_linux64_mapFirstGiB();
    void pageTables_pvh_areNotWritten();
    void descriptorTables_written_lieWhereRegistersPoint();
    void bootParams_elf_haveRequiredFields();
    void bootParams_initrd_isNamed();
    void bootParams_bzImage_startFromItsHeader();
    void memoryMap_oneRegion_e820();
    void memoryMap_twoRegions_e820();
    void memoryMap_smallestMachine_hasNoHighRam();
    void startInfo_pvh_haveRequiredFields();
    void startInfo_initrd_isAModule();
    void write_memoryTooSmall_saysSo();
};

void TestBootData::commandLine_written_endsInNul()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    QVERIFY(memory.write(GuestAddress(0x2'0000), ~std::uint64_t{0}));
    const LoadedKernel kernel = elfKernel();
    QVERIFY(
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = "quiet", .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(readGuest(memory, 0x2'0000, 7), QByteArray("quiet\0\xff", 7));
}

void TestBootData::commandLine_tooLong_isRefused()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    const std::string longest(2047, 'x');
    QVERIFY(
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = longest, .initrd = {}, .virtioDevices = {}}));
    const std::string longer(2048, 'x');
    const auto done =
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = longer, .initrd = {}, .virtioDevices = {}});
    QVERIFY(!done);
    QVERIFY(done.error().text.starts_with("Cannot load command line string: "));
}

void TestBootData::pageTables_linux64_mapFirstGiB()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x9000), std::uint64_t(0xa003));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x9008), std::uint64_t(0));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0xa000), std::uint64_t(0xb003));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0xb000), std::uint64_t(0x83));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0xb008), std::uint64_t(0x20'0083));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0xbff8), std::uint64_t(0x3fe0'0083));
}

void TestBootData::pageTables_pvh_areNotWritten()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel(BootProtocol::Pvh);
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x9000), std::uint64_t(0));
}

void TestBootData::descriptorTables_written_lieWhereRegistersPoint()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    QVERIFY(memory.write(GuestAddress(0x520), ~std::uint64_t{0}));
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x508), std::uint64_t(0x00af9b000000ffff));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x518), std::uint64_t(0x008f8b000000ffff));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x520), std::uint64_t(0));
}

void TestBootData::bootParams_elf_haveRequiredFields()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    QVERIFY(
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = "quiet", .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint64_t>(memory, kBootParamsAt + 0x070), std::uint64_t(0xe'0000));
    QCOMPARE(guestValue<std::uint16_t>(memory, kBootParamsAt + 0x1fe), std::uint16_t(0xaa55));
    QCOMPARE(readGuest(memory, kBootParamsAt + 0x202, 4), QByteArray("HdrS"));
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x210), std::uint8_t(0xff));
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x218), 0u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x21c), 0u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x228), 0x2'0000u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x230), 0x0100'0000u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x238), 6u);
}

void TestBootData::bootParams_initrd_isNamed()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    const MemoryRange initrd{GuestAddress(0x7f0'0000), 12345};
    QVERIFY(
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = initrd, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x218), 0x7f0'0000u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x21c), 12345u);
}

void TestBootData::bootParams_bzImage_startFromItsHeader()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    LoadedKernel kernel = elfKernel();
    kernel.setupHeader.emplace();
    kernel.setupHeader->fill(std::byte{0x11});
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x1f0), std::uint8_t(0));
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x1f1), std::uint8_t(0x11));
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x230), 0x1111'1111u); // its own alignment
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x28f), std::uint8_t(0x11));
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x290), std::uint8_t(0));
    QCOMPARE(guestValue<std::uint8_t>(memory, kBootParamsAt + 0x210), std::uint8_t(0xff));
    QCOMPARE(guestValue<std::uint32_t>(memory, kBootParamsAt + 0x228), 0x2'0000u);
}

void TestBootData::memoryMap_oneRegion_e820()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel();
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QVERIFY(e820Of(memory) == kSmallMap);
}

void TestBootData::memoryMap_twoRegions_e820()
{
    const GuestMemory memory = makeMemory(memoryRanges(5 * 1024 * kMiB));
    const LoadedKernel kernel = elfKernel();
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    const auto map = e820Of(memory);
    QCOMPARE(map.size(), qsizetype(5));
    QVERIFY(map[3] == (MapEntry{0x10'0000, 3071 * kMiB, 1}));
    QVERIFY(map[4] == (MapEntry{0x1'0000'0000, 2048 * kMiB, 1}));
}

void TestBootData::memoryMap_smallestMachine_hasNoHighRam()
{
    const GuestMemory memory = makeMemory(kMiB);
    const LoadedKernel kernel = elfKernel();
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(e820Of(memory).size(), qsizetype(3));
}

void TestBootData::startInfo_pvh_haveRequiredFields()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel(BootProtocol::Pvh);
    QVERIFY(writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint32_t>(memory, kStartInfoAt), 0x336ec578u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kStartInfoAt + 4), 1u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kStartInfoAt + 8), 0u);
    QCOMPARE(guestValue<std::uint32_t>(memory, kStartInfoAt + 12), 0u);
    QCOMPARE(guestValue<std::uint64_t>(memory, kStartInfoAt + 16), std::uint64_t(0));
    QCOMPARE(guestValue<std::uint64_t>(memory, kStartInfoAt + 24), std::uint64_t(0x2'0000));
    QCOMPARE(guestValue<std::uint64_t>(memory, kStartInfoAt + 32), std::uint64_t(0xe'0000));
    QCOMPARE(guestValue<std::uint64_t>(memory, kStartInfoAt + 40), std::uint64_t(0x7000));
    QVERIFY(pvhMapOf(memory) == kSmallMap);
}

void TestBootData::startInfo_initrd_isAModule()
{
    const GuestMemory memory = makeMemory(128 * kMiB);
    const LoadedKernel kernel = elfKernel(BootProtocol::Pvh);
    const MemoryRange initrd{GuestAddress(0x7f0'0000), 12345};
    QVERIFY(
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = initrd, .virtioDevices = {}}));
    QCOMPARE(guestValue<std::uint32_t>(memory, kStartInfoAt + 12), 1u);
    QCOMPARE(guestValue<std::uint64_t>(memory, kStartInfoAt + 16), std::uint64_t(0x6040));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x6040), std::uint64_t(0x7f0'0000));
    QCOMPARE(guestValue<std::uint64_t>(memory, 0x6048), std::uint64_t(12345));
}

void TestBootData::write_memoryTooSmall_saysSo()
{
    const GuestMemory memory = makeMemory(0x8'0000); // no place for the firmware tables
    const LoadedKernel kernel = elfKernel();
    const auto done =
        writeBootData(memory, BootData{.kernel = kernel, .commandLine = {}, .initrd = {}, .virtioDevices = {}});
    QVERIFY(!done);
    QVERIFY(done.error().text.starts_with("System configuration error: "));
}

QTEST_APPLESS_MAIN(TestBootData)
#include "tst_boot_data.moc"
