#include <QTest>

#include "engine/snapshot/in_child.h"
#include "engine/snapshot/memory_model.h"
#include "snapshot/file_io.h"
#include "snapshot/residency.h"

#include <array>
#include <csignal>
#include <filesystem>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;
/// 64 and 64 pages side by side, 64 behind a hole.
const std::array kRanges{MemoryRange{GuestAddress(0), 64 * kPage}, MemoryRange{GuestAddress(64 * kPage), 64 * kPage},
                         MemoryRange{GuestAddress(kHoleEnd), 64 * kPage}};
constexpr std::uint64_t kPages = 192;

using Pages = std::set<std::uint64_t>;

/// The pages of a file that are no holes.
Pages dataPages(const std::string &path)
{
    const Fd file = std::move(Fd::open(path, O_RDONLY).value());
    const std::uint64_t size = fileSizeBytes(file).value();
    Pages pages;
    std::uint64_t at = 0;
    while (const auto extent = nextData(file, at, size).value()) {
        for (std::uint64_t page = extent->begin / kPage; page * kPage < extent->end; ++page)
            pages.insert(page);
        at = extent->end;
    }
    return pages;
}

void writePage(const GuestMemory &memory, std::uint64_t guestPage, char letter)
{
    const std::vector<std::byte> bytes(kPage, static_cast<std::byte>(letter));
    if (!memory.writeBytes(GuestAddress(guestPage * kPage), bytes))
        qFatal("cannot write");
}

} // namespace

class TestMemoryFile : public QObject {
    Q_OBJECT
private slots:
    void full_untouchedAndZeroPages_areHoles()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        writePage(memory, 3, 'a');
        writePage(memory, 63, 'b');
        writePage(memory, 64, 'c');
        writePage(memory, 100, '\0');
        writePage(memory, kHoleEnd / kPage + 5, 'd');
        const TempDir dir;
        QVERIFY(saveFull(memory, dir.file("mem")));
        const auto content = readFile(dir.file("mem"));
        QCOMPARE(content.size(), std::size_t{kPages * kPage});
        QCOMPARE(content[3 * kPage], std::byte{'a'});
        QCOMPARE(content[64 * kPage - 1], std::byte{'b'});
        QCOMPARE(content[64 * kPage], std::byte{'c'});
        QCOMPARE(content[(128 + 5) * kPage], std::byte{'d'});
        const Pages written{3, 63, 64, 128 + 5};
        QVERIFY(dataPages(dir.file("mem")) == written);
    }

    void full_shortGapsOfZeroes_areWrittenAlong()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        QVERIFY(memory.zero(GuestAddress(0), 64 * kPage)); // all resident
        writePage(memory, 1, 'a');
        writePage(memory, 5, 'b');
        writePage(memory, 40, 'c');
        const TempDir dir;
        QVERIFY(saveFull(memory, dir.file("mem")));
        const Pages written{1, 2, 3, 4, 5, 40};
        QVERIFY(dataPages(dir.file("mem")) == written);
    }

    void full_ofFreshMemory_isOneHole()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const TempDir dir;
        QVERIFY(saveFull(memory, dir.file("mem")));
        QVERIFY(dataPages(dir.file("mem")).empty());
        QVERIFY(readFile(dir.file("mem")) == std::vector<std::byte>(kPages * kPage));
    }

    /// Writing a snapshot must not make a restored machine read its whole memory in.
    void full_ofFileBackedMemory_touchesNothing()
    {
        const TempDir dir;
        {
            const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
            writePage(memory, 3, 'a');
            writePage(memory, 90, 'b');
            writePage(memory, kHoleEnd / kPage, 'c');
            QVERIFY(saveFull(memory, dir.file("origin")));
        }
        const ModelledMemory restored = ModelledMemory::fromFile(kRanges, dir.file("origin"));
        writePage(restored.memory, 4, 'n');
        QVERIFY(restored.memory.discard(GuestAddress(90 * kPage), kPage));
        QVERIFY(saveFull(restored.memory, dir.file("mem")));
        const Pages written{3, 4, 128};
        QVERIFY(dataPages(dir.file("mem")) == written);
        QCOMPARE(readFile(dir.file("mem"))[3 * kPage], std::byte{'a'});
        const Result<Pagemap> pagemap = Pagemap::open();
        std::uint64_t entry = 1;
        QVERIFY(pagemap && pagemap->read(restored.memory.regions()[0].host + 3 * kPage, std::span(&entry, 1)));
        QVERIFY(!Pagemap::isPopulated(entry));
    }

    void diff_holdsDirtyPagesOnly_zeroesToo()
    {
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        writePage(memory, 1, 'x');
        memory.trackDirtyPages();
        writePage(memory, 62, 'a');
        writePage(memory, 63, '\0');
        writePage(memory, 64, 'b');
        QVERIFY(memory.discard(GuestAddress(kHoleEnd + 7 * kPage), 2 * kPage));
        const TempDir dir;
        QVERIFY(saveDiff(memory, *memory.dirtyPages(), dir.file("diff")));
        const Pages written{62, 63, 64, 128 + 7, 128 + 8};
        QVERIFY(dataPages(dir.file("diff")) == written);
        QCOMPARE(readFile(dir.file("diff")).size(), std::size_t{kPages * kPage});
    }

    void diff_ontoAFileOfAnotherLength_replacesIt()
    {
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        memory.trackDirtyPages();
        writePage(memory, 5, 'a');
        const TempDir dir;
        writeFile(dir.file("diff"), std::vector<std::byte>((kPages + 1) * kPage, std::byte{'o'}));
        QVERIFY(saveDiff(memory, *memory.dirtyPages(), dir.file("diff")));
        const Pages written{5};
        QVERIFY(dataPages(dir.file("diff")) == written);
        QCOMPARE(readFile(dir.file("diff")).size(), std::size_t{kPages * kPage});
    }

    void diff_dirtyPagesOfAnotherMemory_areRefused()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const TempDir dir;
        const auto done = saveDiff(memory, DirtyBitmap(kPages - 1), dir.file("diff"));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
        QVERIFY(std::filesystem::is_empty(dir.path()));
    }

    void residency_fresh_isWhatWasTouched()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        writePage(memory, 2, 'a');
        writePage(memory, 3, 'a');
        writePage(memory, kHoleEnd / kPage + 63, 'a');
        QVERIFY(memory.discard(GuestAddress(3 * kPage), kPage)); // untouched to look at, but it changed
        const DirtyBitmap touched = touchedPages(memory);
        QCOMPARE(touched.marked(), 3u);
        QVERIFY(touched.isMarked(2) && touched.isMarked(3) && touched.isMarked(191));
    }

    void residency_ofAFile_isWhatWasWritten()
    {
        const TempFile file(std::vector<std::byte>(kPages * kPage, std::byte{'f'}));
        const ModelledMemory restored = ModelledMemory::fromFile(kRanges, file.path());
        std::vector<std::byte> all(64 * kPage);
        QVERIFY(restored.memory.readBytes(GuestAddress(0), all)); // resident now, but the file's
        QCOMPARE(touchedPages(restored.memory).marked(), 0u);
        QVERIFY(restored.memory.write(GuestAddress(7 * kPage), 1u));
        QVERIFY(restored.memory.write(GuestAddress(70 * kPage), 1u));
        const DirtyBitmap touched = touchedPages(restored.memory);
        QVERIFY(touched.marked() == 2 && touched.isMarked(7) && touched.isMarked(70));
    }

    void fullDisk_leavesTheOldFile_data()
    {
        QTest::addColumn<bool>("diff");
        QTest::newRow("full") << false;
        QTest::newRow("diff") << true;
    }

    void fullDisk_leavesTheOldFile()
    {
        QFETCH(bool, diff);
        const TempDir dir;
        const int status = inChild([&dir, diff] {
            if (!mountSmallDisk(dir.path(), "256k"))
                return 77;
            writeFile(dir.file("mem"), "old");
            GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
            memory.trackDirtyPages();
            for (std::uint64_t page = 0; page < 128; ++page)
                writePage(memory, page, 'a');
            const auto done =
                diff ? saveDiff(memory, *memory.dirtyPages(), dir.file("mem")) : saveFull(memory, dir.file("mem"));
            if (done || done.error().text != "Cannot write memory file: No space left on device (os error 28)")
                return 1;
            if (std::distance(std::filesystem::directory_iterator(dir.path()), {}) != 1)
                return 2;
            return readFile(dir.file("mem")).size() == 3 ? 0 : 3;
        });
        if (status == 77)
            QSKIP("no mount of our own is allowed here");
        QCOMPARE(status, 0);
    }

    void fileSizeLimit_isAnErrorNotTheEnd()
    {
        const TempDir dir;
        QCOMPARE(inChild([&dir] {
                     const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
                     const rlimit limit{100 * kPage, 100 * kPage};
                     if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
                         return 1;
                     const auto done = saveFull(memory, dir.file("mem"));
                     return !done && done.error().text == "Cannot perform set_length on the memory backing file: "
                                                          "File too large (os error 27)"
                                ? 0
                                : 2;
                 }),
                 0);
        QVERIFY(std::filesystem::is_empty(dir.path()));
    }

    /// Killed at many moments: under the final name there is the old file or the new one, whole.
    void killed_leavesOldOrNew()
    {
        const TempDir dir;
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        for (std::uint64_t page = 0; page < 128; ++page)
            writePage(memory, page, 'n');
        const std::vector<std::byte> old(kPages * kPage, std::byte{'o'});
        int killed = 0;
        for (int round = 0; round < 30; ++round) {
            writeFile(dir.file("mem"), old);
            const pid_t child = ::fork();
            if (child == 0) {
                for (;;) {
                    if (!saveFull(memory, dir.file("mem")))
                        ::_exit(1);
                }
            }
            ::usleep(static_cast<useconds_t>(500 + round * 377));
            QCOMPARE(::kill(child, SIGKILL), 0);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            killed += WIFSIGNALED(status) ? 1 : 0;
            const auto content = readFile(dir.file("mem"));
            QCOMPARE(content.size(), old.size());
            const bool isOld = content == old;
            const bool isNew = content[0] == std::byte{'n'} && content[128 * kPage - 1] == std::byte{'n'} &&
                               content[128 * kPage] == std::byte{0};
            QVERIFY(isOld || isNew);
        }
        QCOMPARE(killed, 30);
    }
};

QTEST_APPLESS_MAIN(TestMemoryFile)
#include "tst_memory_file.moc"
