#include "engine/snapshot/in_child.h"
#include "snapshot/atomic_file.h"
#include "support/temp_files.h"

#include <QTest>

#include <csignal>
#include <filesystem>
#include <span>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

std::string textOf(const std::string &path)
{
    const auto bytes = readFile(path);
    return std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

Result<> put(AtomicFile &file, std::string_view text)
{
    return file.append(std::as_bytes(std::span(text)));
}

/// Names in a directory.
std::size_t entries(const std::string &path)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), {}));
}

/// A pair of files that are written but not committed.
struct Pair {
    AtomicFile memory;
    AtomicFile state;

    static Pair in(const TempDir &dir)
    {
        Pair pair{std::move(AtomicFile::create(dir.file("mem"), SnapshotFile::Memory).value()),
                  std::move(AtomicFile::create(dir.file("state"), SnapshotFile::State).value())};
        if (!put(pair.memory, "new memory") || !put(pair.state, "new state"))
            qFatal("cannot write");
        return pair;
    }
};

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT
private slots:
    void appearsWithCommitOnly()
    {
        const TempDir dir;
        {
            auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
            QVERIFY(file && put(*file, "first ") && put(*file, "second"));
            QVERIFY(!std::filesystem::exists(dir.file("state")));
            QVERIFY(file->commit());
        }
        QCOMPARE(textOf(dir.file("state")), std::string("first second"));
        QCOMPARE(entries(dir.path()), std::size_t{1});
        struct stat status {};
        QCOMPARE(::stat(dir.file("state").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777u, 0600u);
    }

    void withoutCommit_oldFileStays()
    {
        const TempDir dir;
        writeFile(dir.file("state"), "old");
        {
            auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
            QVERIFY(file && put(*file, "new"));
            const AtomicFile moved = std::move(*file);
            QCOMPARE(entries(dir.path()), std::size_t{2});
        }
        QCOMPARE(textOf(dir.file("state")), std::string("old"));
        QCOMPARE(entries(dir.path()), std::size_t{1});
    }

    void commit_replacesOldFile()
    {
        const TempDir dir;
        writeFile(dir.file("state"), "old");
        auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
        QVERIFY(file && put(*file, "new") && file->commit());
        QCOMPARE(textOf(dir.file("state")), std::string("new"));
        QCOMPARE(entries(dir.path()), std::size_t{1});
    }

    void relativePath_isInWorkingDirectory()
    {
        const TempDir dir;
        QCOMPARE(inChild([&dir] {
                     if (::chdir(dir.path().c_str()) != 0)
                         return 1;
                     auto file = AtomicFile::create("state", SnapshotFile::State);
                     return file && put(*file, "new") && file->commit() ? 0 : 2;
                 }),
                 0);
        QCOMPARE(textOf(dir.file("state")), std::string("new"));
    }

    void longestName_works()
    {
        const TempDir dir;
        const std::string path = dir.file(std::string(255, 'n'));
        auto file = AtomicFile::create(path, SnapshotFile::State);
        QVERIFY(file && put(*file, "new") && file->commit());
        QCOMPARE(textOf(path), std::string("new"));
    }

    void symbolicLink_targetIsReplaced()
    {
        const TempDir dir;
        writeFile(dir.file("real"), "old");
        std::filesystem::create_symlink("real", dir.file("link"));
        auto file = AtomicFile::create(dir.file("link"), SnapshotFile::Memory);
        QVERIFY(file && put(*file, "new") && file->commit());
        QCOMPARE(textOf(dir.file("real")), std::string("new"));
        QVERIFY(std::filesystem::is_symlink(dir.file("link")));
    }

    void impossibleTargets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << ""
                                 << "No such file or directory (os error 2)";
        QTest::newRow("directory") << "directory"
                                   << "Is a directory (os error 21)";
        QTest::newRow("directory with a slash") << "directory/"
                                                << "Is a directory (os error 21)";
        QTest::newRow("itself") << "directory/."
                                << "Is a directory (os error 21)";
        QTest::newRow("no directory") << "missing/state"
                                      << "No such file or directory (os error 2)";
        QTest::newRow("file as a directory") << "file/state"
                                             << "Not a directory (os error 20)";
        QTest::newRow("fifo") << "fifo"
                              << "it is not a regular file";
        QTest::newRow("device") << "/dev/null"
                                << "it is not a regular file";
        QTest::newRow("link to nowhere") << "dangling"
                                         << "No such file or directory (os error 2)";
        QTest::newRow("link to a fifo") << "fifolink"
                                        << "it is not a regular file";
        QTest::newRow("name too long") << QString(256, 'n') << "Filename too long (os error 36)";
    }

    void impossibleTargets()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const TempDir dir;
        std::filesystem::create_directory(dir.file("directory"));
        writeFile(dir.file("file"), "old");
        QCOMPARE(::mkfifo(dir.file("fifo").c_str(), 0600), 0);
        std::filesystem::create_symlink("missing", dir.file("dangling"));
        std::filesystem::create_symlink("fifo", dir.file("fifolink"));
        const std::size_t before = entries(dir.path());
        const std::string path =
            name.isEmpty() || name.startsWith('/') ? name.toStdString() : dir.file(name.toStdString());
        for (const SnapshotFile which : {SnapshotFile::State, SnapshotFile::Memory}) {
            const auto file = AtomicFile::create(path, which);
            QVERIFY(!file);
            const std::string title = which == SnapshotFile::State ? "snapshot" : "memory";
            QCOMPARE(file.error().text,
                     "Cannot perform open on the " + title + " backing file: " + reason.toStdString());
        }
        QCOMPARE(entries(dir.path()), before);
    }

    void nulByte_isRefused()
    {
        const TempDir dir;
        QVERIFY(!AtomicFile::create(dir.file(std::string("state\0x", 7)), SnapshotFile::State));
        QCOMPARE(entries(dir.path()), std::size_t{0});
    }

    void notOurs_isRefused()
    {
        const TempDir dir;
        writeFile(dir.file("state"), "old");
        const int status = inChild([&dir] {
            if (::chmod(dir.path().c_str(), 0755) != 0 || ::chmod(dir.file("state").c_str(), 0444) != 0)
                return 1;
            if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
                return 2;
            const auto other = AtomicFile::create(dir.file("other"), SnapshotFile::State);
            const auto state = AtomicFile::create(dir.file("state"), SnapshotFile::State);
            constexpr std::string_view kRefusal =
                "Cannot perform open on the snapshot backing file: Permission denied (os error 13)";
            if (state || state.error().text != kRefusal)
                return 3;
            return ::getuid() != 65534 || (!other && other.error().text == kRefusal) ? 0 : 4;
        });
        QCOMPARE(status, 0);
        QCOMPARE(textOf(dir.file("state")), std::string("old"));
    }

    void openPresent_findsWhatIsThere()
    {
        const TempDir dir;
        const auto file = AtomicFile::create(dir.file("mem"), SnapshotFile::Memory);
        QVERIFY(file);
        const auto none = file->openPresent();
        QVERIFY(none && !*none);
        writeFile(dir.file("mem"), "12345");
        const auto some = file->openPresent();
        QVERIFY(some && *some);
        QCOMPARE(fileSizeBytes(**some).value(), 5u);
    }

    void pair_bothArrive()
    {
        const TempDir dir;
        writeFile(dir.file("state"), "old state");
        {
            Pair pair = Pair::in(dir);
            QVERIFY(AtomicFile::commitTogether(pair.memory, pair.state));
        }
        QCOMPARE(textOf(dir.file("mem")), std::string("new memory"));
        QCOMPARE(textOf(dir.file("state")), std::string("new state"));
        QCOMPARE(entries(dir.path()), std::size_t{2});
    }

    void pair_stateCannotBePlaced_oldMemoryComesBack_data()
    {
        QTest::addColumn<bool>("hasOldMemory");
        QTest::newRow("there was a memory file") << true;
        QTest::newRow("there was none") << false;
    }

    void pair_stateCannotBePlaced_oldMemoryComesBack()
    {
        QFETCH(bool, hasOldMemory);
        const TempDir dir;
        if (hasOldMemory)
            writeFile(dir.file("mem"), "old memory");
        {
            Pair pair = Pair::in(dir);
            std::filesystem::create_directory(dir.file("state"));
            const auto done = AtomicFile::commitTogether(pair.memory, pair.state);
            QVERIFY(!done);
            QCOMPARE(done.error().text,
                     std::string("Cannot perform open on the snapshot backing file: Is a directory (os error 21)"));
        }
        QCOMPARE(std::filesystem::exists(dir.file("mem")), hasOldMemory);
        if (hasOldMemory)
            QCOMPARE(textOf(dir.file("mem")), std::string("old memory"));
        QCOMPARE(entries(dir.path()), hasOldMemory ? std::size_t{2} : std::size_t{1});
    }

    void pair_sameName_isRefused()
    {
        const TempDir dir;
        writeFile(dir.file("x"), "old");
        {
            auto memory = AtomicFile::create(dir.file("x"), SnapshotFile::Memory);
            auto state = AtomicFile::create(dir.path() + "/./x", SnapshotFile::State);
            QVERIFY(memory && state && !AtomicFile::commitTogether(*memory, *state));
        }
        QCOMPARE(textOf(dir.file("x")), std::string("old"));
        QCOMPARE(entries(dir.path()), std::size_t{1});
    }

    void killed_leavesNoHalfFile()
    {
        const TempDir dir;
        writeFile(dir.file("state"), "old");
        QCOMPARE(inChild([&dir] {
                     auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
                     if (!file || !put(*file, "half"))
                         return 1;
                     return ::raise(SIGKILL);
                 }),
                 128 + SIGKILL);
        QCOMPARE(textOf(dir.file("state")), std::string("old"));
        QCOMPARE(entries(dir.path()), std::size_t{2}); // the temporary file is what a kill leaves
    }

    void fullDisk_isAnError()
    {
        const TempDir dir;
        const int status = inChild([&dir] {
            if (!mountSmallDisk(dir.path(), "64k"))
                return 77;
            auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
            if (!file)
                return 1;
            const auto done = put(*file, std::string(100000, 'x'));
            if (done || done.error().text != "Cannot perform flush on the snapshot backing file: No space left on "
                                             "device (os error 28)")
                return 2;
            return std::filesystem::exists(dir.file("state")) ? 3 : 0;
        });
        if (status == 77)
            QSKIP("no mount of our own is allowed here");
        QCOMPARE(status, 0);
    }

    void fileSizeLimit_isAnErrorNotTheEnd()
    {
        const TempDir dir;
        const int status = inChild([&dir] {
            const rlimit limit{10, 10};
            auto file = AtomicFile::create(dir.file("state"), SnapshotFile::State);
            if (!file || ::setrlimit(RLIMIT_FSIZE, &limit) != 0)
                return 1;
            const auto done = put(*file, "more than ten bytes");
            return !done && done.error().text ==
                                "Cannot perform flush on the snapshot backing file: File too large (os error 27)"
                       ? 0
                       : 2;
        });
        QCOMPARE(status, 0);
    }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
