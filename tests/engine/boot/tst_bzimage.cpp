#include "boot/kernel.h"
#include "image_bytes.h"

#include <QtTest>

#include <functional>

using namespace sparkler;

namespace {

constexpr std::uint64_t kMemory = 8u << 20;
constexpr std::uint64_t kKernelAt = 3 * 512; // two setup sectors behind the boot sector
constexpr qsizetype kKernelBytes = 0x1000;
const QByteArray kPrefix = "Cannot load kernel due to invalid memory configuration or invalid kernel image: ";

/// A bzImage of protocol 2.15 with its kernel at the 2 MiB mark, 1 MiB for it to unpack in.
struct BzImage {
    ImageBytes bytes{static_cast<qsizetype>(kKernelAt) + kKernelBytes};

    BzImage()
    {
        bytes.put<std::uint8_t>(0x1f1, 2);                  // setup_sects
        bytes.put<std::uint32_t>(0x1f4, kKernelBytes / 16); // syssize
        bytes.put<std::uint8_t>(0x201, 0x6a);               // header length, counted from 0x202
        bytes.put(0x202, QByteArray("HdrS"));
        bytes.put<std::uint16_t>(0x206, 0x020f);
        bytes.put<std::uint32_t>(0x230, 0x20'0000); // kernel_alignment
        bytes.put<std::uint8_t>(0x234, 1);          // relocatable_kernel
        bytes.put<std::uint16_t>(0x236, 0x7f);      // xloadflags
        bytes.put<std::uint64_t>(0x258, 0x20'0000); // pref_address
        bytes.put<std::uint32_t>(0x260, 0x10'0000); // init_size
        bytes.fill(kKernelAt, kKernelBytes, 'K');
    }
};

using Break = std::function<void(BzImage &)>;

} // namespace
Q_DECLARE_METATYPE(Break)

class TestBzImage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void load_plainImage_bootsByLinux64();
    void load_setupHeader_isHandedOn();
    void load_setupSectors0_means4();
    void load_signatureBehind_isNotLoaded();
    void load_lowPreferredAddress_movesToFloor();
    void load_initSizeUpToMemoryEnd_fits();
    void load_unusableImage_isRefused_data();
    void load_unusableImage_isRefused();
};

void TestBzImage::load_plainImage_bootsByLinux64()
{
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(BzImage().bytes.file(), memory);
    QVERIFY2(kernel, kernel ? "" : kernel.error().text.c_str());
    QCOMPARE(kernel->entry, GuestAddress(0x20'0200));
    QVERIFY(kernel->protocol == BootProtocol::Linux64);
    QCOMPARE(kernel->end, GuestAddress(0x30'0000));
    QCOMPARE(readGuest(memory, 0x20'0000, kKernelBytes), QByteArray(kKernelBytes, 'K'));
}

void TestBzImage::load_setupHeader_isHandedOn()
{
    BzImage image;
    image.bytes.fill(0x26c, 0x24, 'Z'); // behind the header's own length
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.bytes.file(), memory);
    QVERIFY(kernel);
    QVERIFY(kernel->setupHeader);
    const SetupHeader &header = *kernel->setupHeader;
    QCOMPARE(header[0], std::byte{2}); // setup_sects
    QCOMPARE(header[0x202 - kSetupHeaderOffset], std::byte{'H'});
    QCOMPARE(header[0x232 - kSetupHeaderOffset], std::byte{0x20}); // kernel_alignment
    QCOMPARE(header[0x26c - kSetupHeaderOffset], std::byte{0});
}

void TestBzImage::load_setupSectors0_means4()
{
    BzImage image;
    image.bytes.put<std::uint8_t>(0x1f1, 0);
    image.bytes.put<std::uint32_t>(0x1f4, (kKernelBytes - 1024) / 16);
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.bytes.file(), memory);
    QVERIFY2(kernel, kernel ? "" : kernel.error().text.c_str());
    QCOMPARE(readGuest(memory, 0x20'0000, kKernelBytes), QByteArray(kKernelBytes - 1024, 'K') + QByteArray(1024, '\0'));
}

void TestBzImage::load_signatureBehind_isNotLoaded()
{
    BzImage image;
    image.bytes.put<std::uint32_t>(0x1f4, 0x800 / 16);
    const GuestMemory memory = makeMemory(kMemory);
    QVERIFY(loadKernel(image.bytes.file(), memory));
    QCOMPARE(readGuest(memory, 0x20'0800, 16), QByteArray(16, '\0'));
}

void TestBzImage::load_lowPreferredAddress_movesToFloor()
{
    BzImage image;
    image.bytes.put<std::uint64_t>(0x258, 0);
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.bytes.file(), memory);
    QVERIFY(kernel);
    QCOMPARE(kernel->entry, GuestAddress(0x20'0200)); // 1 MiB, aligned to the 2 MiB that the kernel asks for
}

void TestBzImage::load_initSizeUpToMemoryEnd_fits()
{
    BzImage image;
    image.bytes.put<std::uint32_t>(0x260, kMemory - 0x20'0000);
    const GuestMemory memory = makeMemory(kMemory);
    QVERIFY(loadKernel(image.bytes.file(), memory));
}

void TestBzImage::load_unusableImage_isRefused_data()
{
    QTest::addColumn<Break>("breakIt");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, Break breakIt, const char *reason) {
        QTest::newRow(name) << breakIt << QByteArray(reason);
    };
    constexpr const char *kNoFormat = "the file is neither an ELF file nor a bzImage";
    constexpr const char *kNo64 = "bzImage does not provide a 64-bit entry point";
    row("no magic", [](BzImage &i) { i.bytes.put(0x202, QByteArray("HdrX")); }, kNoFormat);
    row("shorter than its magic", [](BzImage &i) { i.bytes.truncate(0x205); }, kNoFormat);
    row(
        "header cut", [](BzImage &i) { i.bytes.truncate(0x240); },
        "123 bytes at byte 497 are not in the file of 576 bytes");
    row("protocol 2.11", [](BzImage &i) { i.bytes.put<std::uint16_t>(0x206, 0x020b); }, kNo64);
    row("no 64-bit flag", [](BzImage &i) { i.bytes.put<std::uint16_t>(0x236, 0x7e); }, kNo64);
    row("header too short", [](BzImage &i) { i.bytes.put<std::uint8_t>(0x201, 0x61); }, kNo64);
    row("header length 0", [](BzImage &i) { i.bytes.put<std::uint8_t>(0x201, 0); }, kNo64);
    row(
        "cut in the kernel", [](BzImage &i) { i.bytes.truncate(i.bytes.size() - 16); },
        "the bzImage of 5616 bytes is cut short");
    row("no kernel", [](BzImage &i) { i.bytes.truncate(kKernelAt); }, "the bzImage of 1536 bytes is cut short");
    row(
        "setup sectors behind the file", [](BzImage &i) { i.bytes.put<std::uint8_t>(0x1f1, 255); },
        "the bzImage of 5632 bytes is cut short");
    row(
        "kernel without its entry", [](BzImage &i) { i.bytes.put<std::uint32_t>(0x1f4, 0x200 / 16); },
        "the bzImage of 5632 bytes is cut short");
    row(
        "init size beyond memory", [](BzImage &i) { i.bytes.put<std::uint32_t>(0x260, kMemory - 0x1fffff); },
        "the kernel needs 6291457 bytes at 0x200000, which do not fit into guest memory");
    row(
        "preferred address wraps", [](BzImage &i) { i.bytes.put<std::uint64_t>(0x258, ~std::uint64_t{0}); },
        "the kernel needs 1048576 bytes at 0xffffffffffffffff, which do not fit into guest memory");
    row(
        "fixed and below the floor",
        [](BzImage &i) {
            i.bytes.put<std::uint64_t>(0x258, 0x1'0000);
            i.bytes.put<std::uint8_t>(0x234, 0);
        },
        "the bzImage must be loaded at 0x10000, below 0x100000");
    row(
        "alignment no power of two",
        [](BzImage &i) {
            i.bytes.put<std::uint64_t>(0x258, 0);
            i.bytes.put<std::uint32_t>(0x230, 3);
        },
        "the bzImage asks for an alignment of 3");
}

void TestBzImage::load_unusableImage_isRefused()
{
    QFETCH(Break, breakIt);
    QFETCH(QByteArray, reason);
    BzImage image;
    breakIt(image);
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.bytes.file(), memory);
    QVERIFY(!kernel);
    QCOMPARE(QByteArray::fromStdString(kernel.error().text), kPrefix + reason);
}

QTEST_APPLESS_MAIN(TestBzImage)
#include "tst_bzimage.moc"
