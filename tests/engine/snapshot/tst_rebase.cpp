#include "engine/snapshot/in_child.h"
#include "snapshot/memory_file.h"
#include "support/temp_files.h"

#include <QTest>

#include <filesystem>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kPage = 4096;

/// A sparse file of `pages` pages: those for which pick() gives a letter hold it.
template <typename Pick>
void writeSparse(const std::string &path, std::uint64_t pages, Pick pick)
{
    writeFile(path, std::span<const std::byte>());
    const Fd file = std::move(Fd::open(path, O_RDWR).value());
    if (::ftruncate(file.get(), static_cast<off_t>(pages * kPage)) != 0)
        qFatal("cannot size");
    for (std::uint64_t page = 0; page < pages; ++page) {
        if (const int letter = pick(page); letter >= 0) {
            const std::vector<std::byte> bytes(kPage, static_cast<std::byte>(letter));
            if (::pwrite(file.get(), bytes.data(), kPage, static_cast<off_t>(page * kPage)) != ssize_t{kPage})
                qFatal("cannot write");
        }
    }
}

} // namespace

class TestRebase : public QObject {
    Q_OBJECT
private slots:
    void dataReplaces_holesDoNot()
    {
        const TempDir dir;
        std::mt19937 random(11);
        for (int round = 0; round < 5; ++round) {
            constexpr std::uint64_t kPages = 300;
            std::vector<int> base(kPages);
            std::vector<int> diff(kPages);
            for (std::uint64_t page = 0; page < kPages; ++page) {
                base[page] = random() % 3 == 0 ? -1 : 'a' + static_cast<int>(random() % 20);
                diff[page] = random() % 3 == 0 ? static_cast<int>(random() % 2 * 'X') : -1; // zeroes are data as well
            }
            writeSparse(dir.file("base"), kPages, [&](std::uint64_t page) { return base[page]; });
            writeSparse(dir.file("diff"), kPages, [&](std::uint64_t page) { return diff[page]; });
            QVERIFY(rebase(dir.file("base"), dir.file("diff")));
            const auto content = readFile(dir.file("base"));
            QCOMPARE(content.size(), std::size_t{kPages * kPage});
            for (std::uint64_t page = 0; page < kPages; ++page) {
                const auto expected = static_cast<std::byte>(std::max(0, diff[page] >= 0 ? diff[page] : base[page]));
                QCOMPARE(content[page * kPage], expected);
                QCOMPARE(content[page * kPage + kPage - 1], expected);
            }
        }
    }

    void shortDiff_keepsTheBasesLength()
    {
        const TempDir dir;
        writeSparse(dir.file("base"), 8, [](std::uint64_t) { return 'b'; });
        writeSparse(dir.file("diff"), 2, [](std::uint64_t page) { return page == 1 ? 'd' : -1; });
        QVERIFY(rebase(dir.file("base"), dir.file("diff")));
        const auto content = readFile(dir.file("base"));
        QCOMPARE(content.size(), std::size_t{8 * kPage});
        QCOMPARE(content[0], std::byte{'b'});
        QCOMPARE(content[kPage], std::byte{'d'});
        QCOMPARE(content[2 * kPage], std::byte{'b'});
    }

    void emptyDiff_changesNothing()
    {
        const TempDir dir;
        writeSparse(dir.file("base"), 4, [](std::uint64_t) { return 'b'; });
        writeSparse(dir.file("diff"), 4, [](std::uint64_t) { return -1; });
        QVERIFY(rebase(dir.file("base"), dir.file("diff")));
        QVERIFY(readFile(dir.file("base")) == std::vector<std::byte>(4 * kPage, std::byte{'b'}));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("diff");
        QTest::addColumn<QString>("text");
        QTest::newRow("no base") << "none"
                                 << "diff"
                                 << "Could not open memory file: No such file or directory (os error 2)";
        QTest::newRow("no diff") << "base"
                                 << "none"
                                 << "Could not open diff file: No such file or directory (os error 2)";
        QTest::newRow("longer diff") << "base"
                                     << "long"
                                     << "The diff file has 36864 bytes, more than the 32768 of the memory file";
        QTest::newRow("same file") << "base"
                                   << "link"
                                   << "The diff file and the memory file are the same file";
        QTest::newRow("fifo as diff") << "base"
                                      << "fifo"
                                      << "Could not open diff file: it is not a regular file";
        QTest::newRow("directory as base") << "."
                                           << "diff"
                                           << "Could not open memory file: Is a directory (os error 21)";
    }

    void refused()
    {
        QFETCH(QString, base);
        QFETCH(QString, diff);
        QFETCH(QString, text);
        const TempDir dir;
        writeSparse(dir.file("base"), 8, [](std::uint64_t) { return 'b'; });
        writeSparse(dir.file("diff"), 8, [](std::uint64_t) { return 'd'; });
        writeSparse(dir.file("long"), 9, [](std::uint64_t) { return 'l'; });
        std::filesystem::create_hard_link(dir.file("base"), dir.file("link"));
        QCOMPARE(::mkfifo(dir.file("fifo").c_str(), 0600), 0);
        const auto done = rebase(dir.file(base.toStdString()), dir.file(diff.toStdString()));
        QVERIFY(!done);
        QCOMPARE(done.error().text, text.toStdString());
        QVERIFY(readFile(dir.file("base")) == std::vector<std::byte>(8 * kPage, std::byte{'b'}));
    }

    void otherFileSystem_andFullDisk()
    {
        const TempDir dir;
        const TempDir small;
        writeSparse(dir.file("diff"), 64, [](std::uint64_t page) { return page % 2 == 0 ? 'd' : -1; });
        const int status = inChild([&] {
            if (!mountSmallDisk(small.path(), "256k"))
                return 77;
            writeSparse(small.file("base"), 64, [](std::uint64_t page) { return page < 8 ? 'b' : -1; });
            if (!rebase(small.file("base"), dir.file("diff")))
                return 1;
            const auto content = readFile(small.file("base"));
            if (content[2 * kPage] != std::byte{'d'} || content[kPage] != std::byte{'b'} ||
                content[9 * kPage] != std::byte{0} || content[62 * kPage] != std::byte{'d'})
                return 2;
            writeSparse(dir.file("large"), 64, [](std::uint64_t) { return 'l'; });
            writeSparse(small.file("other"), 64, [](std::uint64_t) { return -1; });
            const auto done = rebase(small.file("other"), dir.file("large"));
            return !done && done.error().text == "Failed to send the file: No space left on device (os error 28)" ? 0
                                                                                                                  : 3;
        });
        if (status == 77)
            QSKIP("no mount of our own is allowed here");
        QCOMPARE(status, 0);
    }
};

QTEST_APPLESS_MAIN(TestRebase)
#include "tst_rebase.moc"
