#include "boot/kernel.h"
#include "image_bytes.h"

#include <QtTest>

#include <functional>

#include <elf.h>
#include <fcntl.h>

using namespace sparkler;

namespace {

constexpr std::uint64_t kMemory = 8u << 20;
constexpr std::uint64_t kHeaders = sizeof(Elf64_Ehdr);
constexpr std::uint64_t kText = 0x1000; // file offset and size of the code segment
constexpr std::uint64_t kNotes = 0x2000;
const QByteArray kPrefix = "Cannot load kernel due to invalid memory configuration or invalid kernel image: ";

/// A kernel of two loadable segments, [0x100000, +0x1000) and [0x300000, +0x20 in the file, +0x4000), and a note
/// segment.
struct ElfImage {
    Elf64_Ehdr header{};
    std::array<Elf64_Phdr, 3> segments{};
    ImageBytes bytes{0x3000};

    ElfImage()
    {
        std::memcpy(header.e_ident, ELFMAG, SELFMAG);
        header.e_ident[EI_CLASS] = ELFCLASS64;
        header.e_ident[EI_DATA] = ELFDATA2LSB;
        header.e_type = ET_EXEC;
        header.e_machine = EM_X86_64;
        header.e_phentsize = sizeof(Elf64_Phdr);
        header.e_phnum = 3;
        header.e_phoff = kHeaders;
        header.e_entry = 0x10'0040;
        segments[0].p_type = PT_LOAD;
        segments[0].p_offset = kText;
        segments[0].p_paddr = 0x10'0000;
        segments[0].p_vaddr = 0xffffffff80100000;
        segments[0].p_filesz = segments[0].p_memsz = 0x1000;
        segments[1].p_type = PT_LOAD;
        segments[1].p_offset = kNotes + 0x800;
        segments[1].p_paddr = 0x30'0000;
        segments[1].p_filesz = 0x20;
        segments[1].p_memsz = 0x4000;
        segments[2].p_type = PT_NOTE;
        segments[2].p_offset = kNotes;
        segments[2].p_align = 4;
        bytes.fill(kText, 0x1000, 'T');
        bytes.fill(kNotes + 0x800, 0x20, 'D');
        bytes.fill(kNotes + 0x820, 0x20, 'X'); // not to be loaded
    }

    /// Appends a note to the note segment.
    void addNote(const QByteArray &name, std::uint32_t type, const QByteArray &descriptor)
    {
        const auto padded = [](qsizetype size) { return static_cast<std::uint64_t>((size + 3) & ~qsizetype{3}); };
        Elf64_Nhdr note{};
        note.n_namesz = static_cast<std::uint32_t>(name.size());
        note.n_descsz = static_cast<std::uint32_t>(descriptor.size());
        note.n_type = type;
        std::uint64_t at = kNotes + segments[2].p_filesz;
        bytes.put(at, note);
        at += sizeof note;
        bytes.put(at, name);
        at += padded(name.size());
        bytes.put(at, descriptor);
        at += padded(descriptor.size());
        segments[2].p_filesz = at - kNotes;
    }

    Fd file()
    {
        bytes.put(0, header);
        if (kHeaders + sizeof segments <= static_cast<std::uint64_t>(bytes.size()))
            bytes.put(kHeaders, segments);
        return bytes.file();
    }
};

const QByteArray kXen("Xen\0", 4);

QByteArray pvhDescriptor(std::uint32_t entry)
{
    return QByteArray(reinterpret_cast<const char *>(&entry), sizeof entry);
}

using Break = std::function<void(ElfImage &)>;

} // namespace
Q_DECLARE_METATYPE(Break)

class TestElf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void load_plainElf_bootsByLinux64();
    void load_segmentTail_isZero();
    void load_pvhNote_bootsByPvh();
    void load_pvhNoteOf8Bytes_bootsByPvh();
    void load_pvhNoteBehindOthers_isFound();
    void load_otherNotes_areIgnored();
    void load_noteAlignment8_isHonoured();
    void load_emptySegment_isIgnored();
    void load_descriptorOffset_isNotUsed();
    void load_segmentUpToMemoryEnd_fits();
    void load_hostileFile_isRefused_data();
    void load_hostileFile_isRefused();
    void load_directory_saysWhy();
};

void TestElf::load_plainElf_bootsByLinux64()
{
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(ElfImage().file(), memory);
    QVERIFY2(kernel, kernel ? "" : kernel.error().text.c_str());
    QCOMPARE(kernel->entry, GuestAddress(0x10'0040));
    QVERIFY(kernel->protocol == BootProtocol::Linux64);
    QVERIFY(!kernel->setupHeader);
    QCOMPARE(kernel->end, GuestAddress(0x30'4000));
    QCOMPARE(readGuest(memory, 0x10'0000, 0x1000), QByteArray(0x1000, 'T'));
    QCOMPARE(readGuest(memory, 0x10'1000, 4), QByteArray(4, '\0'));
}

void TestElf::load_segmentTail_isZero()
{
    const GuestMemory memory = makeMemory(kMemory);
    QVERIFY(loadKernel(ElfImage().file(), memory));
    QCOMPARE(readGuest(memory, 0x30'0000, 0x40), QByteArray(0x20, 'D') + QByteArray(0x20, '\0'));
}

void TestElf::load_pvhNote_bootsByPvh()
{
    ElfImage image;
    image.addNote(kXen, 18, pvhDescriptor(0x10'0080));
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QVERIFY(kernel->protocol == BootProtocol::Pvh);
    QCOMPARE(kernel->entry, GuestAddress(0x10'0080));
}

void TestElf::load_pvhNoteOf8Bytes_bootsByPvh()
{
    ElfImage image;
    image.addNote(kXen, 18, pvhDescriptor(0x10'0080) + QByteArray(4, '\0'));
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QVERIFY(kernel->protocol == BootProtocol::Pvh);
}

void TestElf::load_pvhNoteBehindOthers_isFound()
{
    ElfImage image;
    image.addNote(QByteArray("GNU\0", 4), 3, QByteArray(19, 'b')); // padded
    image.addNote(QByteArray("Linux\0", 6), 18, QByteArray(4, 'c'));
    image.addNote(kXen, 5, QByteArray(8, 'd'));
    image.addNote(kXen, 18, pvhDescriptor(0x10'0080));
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QCOMPARE(kernel->entry, GuestAddress(0x10'0080));
}

void TestElf::load_otherNotes_areIgnored()
{
    ElfImage image;
    image.addNote(QByteArray("Xen", 3), 18, pvhDescriptor(0x10'0080)); // without its NUL another name
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QVERIFY(kernel->protocol == BootProtocol::Linux64);
}

void TestElf::load_noteAlignment8_isHonoured()
{
    ElfImage image;
    image.addNote(kXen, 5, QByteArray(4, 'd')); // 12 + 4 + 4 bytes; with alignment 8 the next note starts at 24
    image.segments[2].p_filesz = 24;
    image.addNote(kXen, 18, pvhDescriptor(0x10'0080));
    image.segments[2].p_align = 8;
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QVERIFY(kernel->protocol == BootProtocol::Pvh);
}

void TestElf::load_emptySegment_isIgnored()
{
    ElfImage image;
    image.segments[1].p_filesz = image.segments[1].p_memsz = 0;
    image.segments[1].p_paddr = 0; // below the floor, but there is nothing to load
    const GuestMemory memory = makeMemory(kMemory);
    QVERIFY(loadKernel(image.file(), memory));
}

void TestElf::load_descriptorOffset_isNotUsed()
{
    const Fd file = ElfImage().file();
    QCOMPARE(::lseek(file.get(), 77, SEEK_SET), off_t(77));
    const GuestMemory first = makeMemory(kMemory);
    QVERIFY(loadKernel(file, first));
    const GuestMemory second = makeMemory(kMemory);
    QVERIFY(loadKernel(file, second)); // a repeated start loads again
}

void TestElf::load_segmentUpToMemoryEnd_fits()
{
    ElfImage image;
    image.segments[1].p_memsz = kMemory - image.segments[1].p_paddr;
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel = loadKernel(image.file(), memory);
    QVERIFY(kernel);
    QCOMPARE(kernel->end, GuestAddress(kMemory));
}

void TestElf::load_hostileFile_isRefused_data()
{
    QTest::addColumn<Break>("breakIt");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, Break breakIt, const char *reason) {
        QTest::newRow(name) << breakIt << QByteArray(reason);
    };
    constexpr std::uint64_t kAllOnes = ~std::uint64_t{0};
    row(
        "empty file",
        [](ElfImage &i) {
            i.bytes.truncate(0);
            i.bytes = ImageBytes(0);
            i.header = {};
        },
        "4 bytes at byte 0 are not in the file of 0 bytes");
    row(
        "32-bit", [](ElfImage &i) { i.header.e_ident[EI_CLASS] = ELFCLASS32; },
        "the ELF file is not a little-endian 64-bit one");
    row(
        "big-endian", [](ElfImage &i) { i.header.e_ident[EI_DATA] = ELFDATA2MSB; },
        "the ELF file is not a little-endian 64-bit one");
    row(
        "other machine", [](ElfImage &i) { i.header.e_machine = EM_AARCH64; },
        "the ELF file is for machine 183, not for x86-64");
    row("object file", [](ElfImage &i) { i.header.e_type = ET_REL; }, "the ELF file is not an executable");
    row("header size", [](ElfImage &i) { i.header.e_phentsize = 32; }, "the ELF file has program headers of 32 bytes");
    row("no headers", [](ElfImage &i) { i.header.e_phnum = 0; }, "the ELF file has 0 program headers");
    row("too many headers", [](ElfImage &i) { i.header.e_phnum = 0xffff; }, "the ELF file has 65535 program headers");
    row(
        "headers behind the file", [](ElfImage &i) { i.header.e_phoff = 0x2fff; },
        "168 bytes at byte 12287 are not in the file of 12288 bytes");
    row(
        "header offset wraps", [](ElfImage &i) { i.header.e_phoff = kAllOnes; },
        "168 bytes at byte 18446744073709551615 are not in the file of 12288 bytes");
    row(
        "segment behind the file", [](ElfImage &i) { i.segments[0].p_offset = 0x2001; },
        "4096 bytes at byte 8193 are not in the file of 12288 bytes");
    row(
        "segment offset wraps", [](ElfImage &i) { i.segments[0].p_offset = kAllOnes - 1; },
        "4096 bytes at byte 18446744073709551614 are not in the file of 12288 bytes");
    row(
        "file larger than memory", [](ElfImage &i) { i.segments[0].p_memsz = 0xfff; },
        "an ELF segment is larger in the file than in memory");
    row(
        "below the floor", [](ElfImage &i) { i.segments[0].p_paddr = 0xfffff; },
        "an ELF segment lies at 0xfffff, below 0x100000");
    row(
        "behind memory", [](ElfImage &i) { i.segments[1].p_paddr = kMemory - 0x3fff; },
        "an ELF segment of 16384 bytes at 0x7fc001 does not fit into guest memory");
    row(
        "memory size wraps", [](ElfImage &i) { i.segments[1].p_memsz = kAllOnes; },
        "an ELF segment of 18446744073709551615 bytes at 0x300000 does not fit into guest memory");
    row(
        "file size absurd", [](ElfImage &i) { i.segments[1].p_filesz = i.segments[1].p_memsz = kMemory - 0x30'0000; },
        "the ELF segments are larger than the file");
    row(
        "segment twice",
        [](ElfImage &i) {
            i.segments[0].p_offset = 0;
            i.segments[0].p_filesz = i.segments[0].p_memsz = 0x3000;
        },
        "the ELF segments are larger than the file");
    row(
        "nothing to load", [](ElfImage &i) { i.segments[0].p_type = i.segments[1].p_type = PT_NULL; },
        "the ELF file has nothing to load");
    row(
        "entry behind memory", [](ElfImage &i) { i.header.e_entry = kMemory; },
        "the entry point 0x800000 is not in guest memory");
    row(
        "entry below the kernel", [](ElfImage &i) { i.header.e_entry = 0x7000; },
        "the entry point 0x7000 is not in guest memory");
    row(
        "notes too large", [](ElfImage &i) { i.segments[2].p_filesz = 64 * 1024 + 1; },
        "the ELF file has 65537 bytes of notes");
    row(
        "notes behind the file", [](ElfImage &i) { i.segments[2].p_filesz = 0x1001; },
        "4097 bytes at byte 8192 are not in the file of 12288 bytes");
    row(
        "note name beyond its segment",
        [](ElfImage &i) {
            i.addNote(kXen, 18, pvhDescriptor(0x10'0080));
            i.bytes.put(kNotes, 0xffffffffu);
        },
        "an ELF note reaches beyond its segment");
    row(
        "note descriptor beyond its segment",
        [](ElfImage &i) {
            i.addNote(kXen, 18, pvhDescriptor(0x10'0080));
            i.bytes.put(kNotes + 4, 0xffffffffu);
        },
        "an ELF note reaches beyond its segment");
    row("PVH entry of 2 bytes", [](ElfImage &i) { i.addNote(kXen, 18, "ab"); }, "the PVH entry note holds 2 bytes");
    row(
        "PVH entry behind memory", [](ElfImage &i) { i.addNote(kXen, 18, pvhDescriptor(0xfffffff0)); },
        "the entry point 0xfffffff0 is not in guest memory");
}

void TestElf::load_hostileFile_isRefused()
{
    QFETCH(Break, breakIt);
    QFETCH(QByteArray, reason);
    ElfImage image;
    breakIt(image);
    const GuestMemory memory = makeMemory(kMemory);
    const auto kernel =
        image.bytes.size() == 0 ? loadKernel(image.bytes.file(), memory) : loadKernel(image.file(), memory);
    QVERIFY(!kernel);
    QCOMPARE(QByteArray::fromStdString(kernel.error().text), kPrefix + reason);
    QVERIFY(!kernel.error().text.contains('"')); // the wire form has none in these texts
}

void TestElf::load_directory_saysWhy()
{
    const auto directory = Fd::open("/", O_RDONLY | O_DIRECTORY);
    QVERIFY(directory);
    const GuestMemory memory = makeMemory(kMemory);
    QVERIFY(!loadKernel(*directory, memory));
}

QTEST_APPLESS_MAIN(TestElf)
#include "tst_elf.moc"
