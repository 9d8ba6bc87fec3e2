#include "memory/guest_memory.h"
#include "support/resident_pages.h"
#include "support/temp_files.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <vector>

using namespace sparkler;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;
const std::array kRanges{MemoryRange{GuestAddress(0), kMib}, MemoryRange{GuestAddress(kMib), kMib},
                         MemoryRange{GuestAddress(kHoleEnd), kMib}};

std::vector<std::byte> pattern(std::uint64_t bytes)
{
    std::vector<std::byte> out(bytes);
    for (std::uint64_t i = 0; i < bytes; ++i)
        out[i] = static_cast<std::byte>(i / kPage * 31 + i % 251 + 1);
    return out;
}

Result<GuestMemory> mapFileAt(const std::string &path, PageBacking backing = PageBacking::Normal)
{
    const Fd file = TRY(Fd::open(path, O_RDONLY));
    return GuestMemory::mapFile(kRanges, file, backing);
}

std::vector<std::byte> bytesOf(const GuestMemory &memory, std::uint64_t at, std::uint64_t bytes)
{
    std::vector<std::byte> out(bytes);
    if (!memory.readBytes(GuestAddress(at), out))
        out.clear();
    return out;
}

/// The VmFlags of the mapping that `host` lies in.
QByteArray mappingFlags(const void *host)
{
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(host);
    bool inside = false;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype dash = line.indexOf('-');
        bool hex = false;
        const quintptr from = line.left(dash).toULongLong(&hex, 16);
        if (hex && dash > 0)
            inside =
                from <= wanted && wanted < line.mid(dash + 1, line.indexOf(' ') - dash - 1).toULongLong(nullptr, 16);
        else if (inside && line.startsWith("VmFlags:"))
            return line + ' ';
    }
    return {};
}

} // namespace

class TestMappedFile : public QObject {
    Q_OBJECT
private slots:
    void contents_areTheFiles()
    {
        const auto content = pattern(3 * kMib);
        const TempFile file(content);
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory);
        QCOMPARE(memory->pageSource(), PageSource::File);
        QVERIFY(memory->memoryFile());
        QVERIFY(std::ranges::equal(bytesOf(*memory, 0, 2 * kMib), std::span(content).first(2 * kMib)));
        QVERIFY(std::ranges::equal(bytesOf(*memory, kHoleEnd, kMib), std::span(content).subspan(2 * kMib)));
    }

    void writes_neverReachTheFile()
    {
        const auto content = pattern(3 * kMib);
        const TempFile file(content);
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory && memory->zero(GuestAddress(0), 2 * kMib) && memory->discard(GuestAddress(kHoleEnd), kMib));
        QVERIFY(file.content() == content);
    }

    void pages_areReadWhenTouched()
    {
        const TempFile file(pattern(3 * kMib));
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory);
        QCOMPARE(residentPages(*memory, GuestAddress(0), 2 * kMib), std::size_t{0});
        QVERIFY(memory->write(GuestAddress(5), 1u));
        QCOMPARE(residentPages(*memory, GuestAddress(0), 2 * kMib), std::size_t{1});
    }

    void replacedFile_leavesTheMappedOneAlone()
    {
        const auto content = pattern(3 * kMib);
        const TempFile file(content);
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory);
        const std::string other = file.path() + ".new";
        writeFile(other, "another snapshot");
        QCOMPARE(::rename(other.c_str(), file.path().c_str()), 0);
        QVERIFY(std::ranges::equal(bytesOf(*memory, kMib, kMib), std::span(content).subspan(kMib, kMib)));
    }

    void shortFile_isRefused_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::newRow("empty") << quint64{0};
        QTest::newRow("a byte too few") << quint64{3 * kMib - 1};
    }

    void shortFile_isRefused()
    {
        QFETCH(quint64, bytes);
        const TempFile file = TempFile::ofSize(bytes);
        const auto memory = mapFileAt(file.path());
        QVERIFY(!memory);
        QCOMPARE(memory.error().kind, ErrorKind::Host);
        QCOMPARE(memory.error().text, "the memory file is too short: it has " + std::to_string(bytes) +
                                          " bytes, the machine's memory 3145728");
    }

    void hugePages_areRefused()
    {
        const TempFile file = TempFile::ofSize(3 * kMib);
        const auto memory = mapFileAt(file.path(), PageBacking::Huge2M);
        QVERIFY(!memory);
        QCOMPARE(memory.error().text,
                 std::string("Cannot restore hugetlbfs backed snapshot by mapping the memory file. Please use uffd."));
    }

    void notAFile_isRefused()
    {
        QVERIFY(!mapFileAt("/dev/zero"));
        QVERIFY(!mapFileAt("/proc/self"));
        const Fd event = std::move(Fd::eventFd().value());
        QVERIFY(!GuestMemory::mapFile(kRanges, event));
    }

    void discard_readsZeroesNotTheFile()
    {
        const auto content = pattern(3 * kMib);
        const TempFile file(content);
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory);
        const std::byte *host = memory->regions()[0].host;
        QVERIFY(memory->write(GuestAddress(9 * kPage), 1u)); // one page is a copy already
        // From the middle of one region into the next, pages never touched among them.
        QVERIFY(memory->discard(GuestAddress(8 * kPage), kMib));
        QCOMPARE(memory->regions()[0].host, host);
        QVERIFY(bytesOf(*memory, 8 * kPage, kMib) == std::vector<std::byte>(kMib));
        QVERIFY(std::ranges::equal(bytesOf(*memory, 0, 8 * kPage), std::span(content).first(8 * kPage)));
        QVERIFY(std::ranges::equal(bytesOf(*memory, kMib + 8 * kPage, kMib - 8 * kPage),
                                   std::span(content).subspan(kMib + 8 * kPage, kMib - 8 * kPage)));
        QCOMPARE(memory->discardedPages().marked(), kMib / kPage);
        QVERIFY(memory->discardedPages().isMarked(8) && !memory->discardedPages().isMarked(7));
    }

    void discard_againAndUsedAgain()
    {
        const TempFile file(pattern(3 * kMib));
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory && memory->discard(GuestAddress(0), 4 * kPage));
        QVERIFY(memory->write(GuestAddress(kPage), 7u));
        QCOMPARE(memory->read<std::uint32_t>(GuestAddress(kPage)).value(), 7u);
        QCOMPARE(residentPages(*memory, GuestAddress(0), 2 * kPage), std::size_t{1});
        QVERIFY(memory->discard(GuestAddress(0), 2 * kPage));
        QCOMPARE(residentPages(*memory, GuestAddress(0), 2 * kPage), std::size_t{0});
        QCOMPARE(memory->read<std::uint32_t>(GuestAddress(kPage)).value(), 0u);
        QVERIFY(memory->discard(GuestAddress(0), 8 * kPage)); // partly replaced before
        QVERIFY(bytesOf(*memory, 0, 8 * kPage) == std::vector<std::byte>(8 * kPage));
    }

    void mappings_stayOutOfCoreFiles()
    {
        const TempFile file(pattern(3 * kMib));
        const auto memory = mapFileAt(file.path());
        QVERIFY(memory && memory->discard(GuestAddress(0), kPage));
        for (const std::uint64_t at : {std::uint64_t{0}, kPage})
            QVERIFY(mappingFlags(memory->regions()[0].host + at).contains(" dd "));
    }

    /// A guest that discards every other page would use up the process's mappings, and with them all that needs one.
    void discard_inSmallPieces_isBounded()
    {
        constexpr std::uint64_t kPages = 3 * GuestMemory::kMostReplacements;
        const TempFile file = TempFile::ofSize(kPages * kPage);
        const Fd descriptor = std::move(Fd::open(file.path(), O_RDWR).value());
        for (std::uint64_t page = 0; page < kPages; ++page)
            QCOMPARE(::pwrite(descriptor.get(), "file", 4, static_cast<off_t>(page * kPage)), ssize_t{4});
        const auto memory = GuestMemory::mapFile(std::array{MemoryRange{GuestAddress(0), kPages * kPage}}, descriptor);
        QVERIFY(memory);
        for (std::uint64_t page = 0; page < kPages; page += 2)
            QVERIFY(memory->discard(GuestAddress(page * kPage), kPage));
        for (std::uint64_t page = 0; page < kPages; page += 2) {
            QCOMPARE(memory->read<std::uint32_t>(GuestAddress(page * kPage)).value(), 0u);
            QVERIFY(memory->read<std::uint32_t>(GuestAddress((page + 1) * kPage)).value() != 0u);
        }
        QFile maps(QStringLiteral("/proc/self/maps"));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        QVERIFY(maps.readAll().count('\n') < static_cast<qsizetype>(2 * GuestMemory::kMostReplacements + 1000));
        QCOMPARE(memory->discardedPages().marked(), kPages / 2);
    }
};

QTEST_APPLESS_MAIN(TestMappedFile)
#include "tst_mapped_file.moc"
