// Files made by root in directories that others may write to: links of every kind in the way, and directories that are
// renamed while the jailer works.
#include "jail_runner.h"

#include "jailer/privileged/beneath.h"
#include "jailer/privileged/executable_copy.h"
#include "jailer/privileged/jail_content.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

using namespace sparkler;
using namespace sparkler::jail;
using namespace sparkler::test;

namespace {

constexpr Owner kOwner{JailRunner::kUid, JailRunner::kGid};

Fd directoryAt(const std::string &path)
{
    return Fd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// Swaps two names of a directory again and again: whoever walks a path meets the one or the other. At the end they are
/// as they were.
class Swapper {
public:
    /// `rest`: how long both stay each time that they are where they were.
    Swapper(const std::string &one, const std::string &other, std::chrono::microseconds rest)
        : m_rest(rest), m_thread([this, one, other] { swap(one, other); })
    {
    }
    ~Swapper()
    {
        m_stop = true;
        m_thread.join();
    }
    Swapper(const Swapper &) = delete;
    Swapper &operator=(const Swapper &) = delete;
    long swaps() const { return m_swaps; }

private:
    void swap(const std::string &one, const std::string &other)
    {
        while (!m_stop || m_swaps % 2 != 0) {
            if (::syscall(SYS_renameat2, AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0)
                ++m_swaps;
            if (m_rest.count() > 0 && m_swaps % 2 == 0)
                std::this_thread::sleep_for(m_rest);
        }
    }

    const std::chrono::microseconds m_rest;
    std::atomic<bool> m_stop{false};
    std::atomic<long> m_swaps{0};
    std::thread m_thread;
};

/// A directory that nobody may touch, and how to see that nobody did.
class Victim {
public:
    explicit Victim(std::string path) : m_path(std::move(path))
    {
        std::filesystem::create_directories(m_path + "/net");
        for (const char *file : {"/firecracker", "/firecracker.pid", "/kvm", "/net/tun"})
            writeFile(m_path + file, "untouched");
        m_before = state();
    }
    const std::string &path() const { return m_path; }
    bool isUntouched() const { return state() == m_before; }

private:
    std::string state() const
    {
        std::string all = describeEntry(m_path);
        std::vector<std::string> lines;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(m_path)) {
            std::string line = entry.path().string() + ' ' + describeEntry(entry.path());
            if (entry.is_regular_file())
                line += contentOf(entry.path()).toStdString();
            lines.push_back(line);
        }
        std::ranges::sort(lines);
        for (const std::string &line : lines)
            all += '\n' + line;
        return all;
    }

    std::string m_path;
    std::string m_before;
};

} // namespace

class TestJailFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void beneath_leavesNowhere_data();
    void beneath_leavesNowhere();
    void directories_existingOnes_areKept();
    void copy_keepsPermissionsNotPrivileges_data();
    void copy_keepsPermissionsNotPrivileges();
    void copy_whoHasTheOldOneOpen_cannotChangeTheNewOne();
    void copy_ofWhatIsNoFile_isRefused();
    void device_optionalOrNot_isExact();
    void race_forTheJailsDirectory();
    void race_forTheIdsDirectory();
    void race_forDirectoriesInTheJail();
    void race_forTheExecutable();
};

void TestJailFiles::initTestCase()
{
    if (const QByteArray why = whyNoJails(); !why.isEmpty())
        QSKIP(why.constData());
    ::umask(022);
}

void TestJailFiles::beneath_leavesNowhere_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *path, const char *error) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(error);
    };
    row("inner/file", "");
    row("inner/../inner/file", ""); // goes up, but not out
    row("../outside", "Cross-device link (os error 18)");
    row("inner/../../outside", "Cross-device link (os error 18)");
    row("/etc/passwd", "Cross-device link (os error 18)");
    row("link", "Symbolic link loop (os error 40)");
    row("linked-inner/file", "Symbolic link loop (os error 40)"); // though it leads inside
    row("none", "No such file or directory (os error 2)");
}

void TestJailFiles::beneath_leavesNowhere()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, error);
    const TempDir directory;
    std::filesystem::create_directories(directory.file("top/inner"));
    writeFile(directory.file("outside"), "x");
    writeFile(directory.file("top/inner/file"), "x");
    std::filesystem::create_symlink("../outside", directory.file("top/link"));
    std::filesystem::create_symlink("inner", directory.file("top/linked-inner"));
    const auto opened = openBeneath(directoryAt(directory.file("top")), path.toStdString(), O_RDONLY);
    QCOMPARE(opened ? std::string() : opened.error().text, error.toStdString());
}

void TestJailFiles::directories_existingOnes_areKept()
{
    const TempDir directory;
    std::filesystem::create_directory(directory.file("a"));
    QCOMPARE(::chmod(directory.file("a").c_str(), 0711), 0);
    const std::vector<std::string> names{"a", "b", "c"};
    const auto made = makeDirectories(directoryAt(directory.path()), names);
    QVERIFY(made && made->size() == 3);
    QCOMPARE(describeEntry(directory.file("a")), "d0711 0:0");
    QCOMPARE(describeEntry(directory.file("a/b/c")), "d0755 0:0");
}

void TestJailFiles::copy_keepsPermissionsNotPrivileges_data()
{
    QTest::addColumn<unsigned>("mode");
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("usual") << 0755U << QByteArray("-0755");
    QTest::newRow("for few") << 0510U << QByteArray("-0510");
    QTest::newRow("set-user-id") << 06755U << QByteArray("-0755");
}

void TestJailFiles::copy_keepsPermissionsNotPrivileges()
{
    QFETCH(const unsigned, mode);
    QFETCH(const QByteArray, entry);
    const TempDir directory;
    const std::string source = directory.file("engine");
    writeFile(source, std::string(3 << 20, 'e'));
    QCOMPARE(::chmod(source.c_str(), mode), 0);
    std::filesystem::create_directory(directory.file("jail"));
    const std::string copy = directory.file("jail/engine");
    const auto copied = copyExecutable(source, directoryAt(directory.file("jail")), copy, kOwner);
    QVERIFY2(copied, copied ? "" : copied.error().text.c_str());
    QCOMPARE(describeEntry(copy), entry.toStdString() + " 12345:54321");
    QCOMPARE(contentOf(copy), contentOf(source));
}

void TestJailFiles::copy_whoHasTheOldOneOpen_cannotChangeTheNewOne()
{
    const TempDir directory;
    writeFile(directory.file("engine"), "new program");
    std::filesystem::create_directory(directory.file("jail"));
    const std::string copy = directory.file("jail/engine");
    writeFile(copy, "old");
    const Fd kept(::open(copy.c_str(), O_RDWR | O_CLOEXEC));
    QVERIFY(copyExecutable(directory.file("engine"), directoryAt(directory.file("jail")), copy, kOwner).has_value());
    QCOMPARE(::pwrite(kept.get(), "bad", 3, 0), 3);
    QCOMPARE(contentOf(copy), "new program");
}

void TestJailFiles::copy_ofWhatIsNoFile_isRefused()
{
    const TempDir directory;
    std::filesystem::create_directory(directory.file("jail"));
    const std::string source = directory.file("engine");
    const std::string copy = directory.file("jail/engine");
    // Between the check of the options and the copy it became something else.
    QCOMPARE(::mkfifo(source.c_str(), 0600), 0);
    const Fd jail = directoryAt(directory.file("jail"));
    QCOMPARE(copyExecutable(source, jail, copy, kOwner).error().text, source + " is not a file");
    std::filesystem::remove(source);
    std::filesystem::create_symlink("/bin/true", source);
    QCOMPARE(copyExecutable(source, jail, copy, kOwner).error().text,
             "Failed to copy " + source + " to " + copy + ": Symbolic link loop (os error 40)");
    std::filesystem::remove(source);
    writeFile(source, "x");
    QCOMPARE(::mkfifo(copy.c_str(), 0600), 0); // and this does not wait for a reader
    QCOMPARE(copyExecutable(source, jail, copy, kOwner).error().text, copy + " is not a file");
}

void TestJailFiles::device_optionalOrNot_isExact()
{
    const TempDir directory;
    const Fd root = directoryAt(directory.path());
    QVERIFY(makeDevice(root, {"/node", 10, 232}, kOwner).has_value());
    QCOMPARE(describeEntry(directory.file("node")), "c0600 12345:54321 10:232");
    QCOMPARE(makeDevice(root, {"/node", 10, 232}, kOwner).error().text,
             "Failed to create /node via mknod inside the jail: File exists (os error 17)");
    QCOMPARE(makeDevice(root, {"/none/node", 10, 232}, kOwner).error().text,
             "Failed to create /none/node via mknod inside the jail: No such file or directory (os error 2)");
}

/// Runs the jailer some dozens of times while `one` and `other` change places. Whatever it says, `victim` is untouched,
/// and some runs found the right directory, so that the race was there to be lost.
static void raceOf(JailRunner &runner, const std::string &one, const std::string &other, const Victim &victim)
{
    constexpr int kRounds = 60;
    int jails = 0;
    long swaps = 0;
    for (int round = 0; round < kRounds; ++round) {
        JailerEnd end;
        {
            // Most swaps there are without a rest, but then a jail that takes long is never built: so that some are, on
            // any machine, every fourth round leaves more time than the one before.
            const std::chrono::microseconds rest(round % 4 == 3 ? round * 1000 : round % 4 * 100);
            const Swapper swapper(one, other, rest);
            end = runner.run();
            swaps += swapper.swaps();
        }
        QVERIFY2(end.code == 42 || end.code == 1, end.errors.constData());
        jails += end.code == 42;
        QVERIFY2(victim.isUntouched(), end.errors.constData());
        for (const char *name : {"/dev/kvm", "/dev/urandom", "/dev/userfaultfd", "/dev/net/tun", "/firecracker.pid"})
            std::filesystem::remove(runner.jail(name)); // to be used again
    }
    QVERIFY(swaps > kRounds);
    QVERIFY(jails > 0);
    qInfo("%ld swaps, %d of %d jails were built", swaps, jails, kRounds);
}

void TestJailFiles::race_forTheJailsDirectory()
{
    JailRunner runner;
    const Victim victim(runner.path("victim"));
    std::filesystem::create_directories(runner.jail());
    std::filesystem::create_directory_symlink(victim.path(), runner.jail() + "-link");
    raceOf(runner, runner.jail(), runner.jail() + "-link", victim);
}

void TestJailFiles::race_forTheIdsDirectory()
{
    JailRunner runner;
    const Victim victim(runner.path("victim/root"));
    std::filesystem::create_directories(runner.jail());
    const std::string directory = runner.base() + "/firecracker/" + runner.id;
    std::filesystem::create_directory_symlink(runner.path("victim"), directory + "-link");
    raceOf(runner, directory, directory + "-link", victim);
}

void TestJailFiles::race_forDirectoriesInTheJail()
{
    JailRunner runner;
    const Victim victim(runner.path("victim"));
    std::filesystem::create_directories(runner.jail("/dev/net"));
    // A directory of the host, reachable in the jail: what is to be had there by a bind mount is the same.
    std::filesystem::create_directory(runner.jail("/kept"));
    const Victim kept(runner.jail("/kept"));
    std::filesystem::create_directory_symlink("/kept", runner.jail("/link"));
    raceOf(runner, runner.jail("/dev"), runner.jail("/link"), kept);
    QVERIFY(victim.isUntouched());
}

void TestJailFiles::race_forTheExecutable()
{
    JailRunner runner;
    const Victim victim(runner.path("victim"));
    std::filesystem::create_directories(runner.jail());
    writeFile(runner.jail("/firecracker"), "old");
    std::filesystem::create_symlink(victim.path() + "/firecracker", runner.jail("/link"));
    raceOf(runner, runner.jail("/firecracker"), runner.jail("/link"), victim);
}

QTEST_APPLESS_MAIN(TestJailFiles)
#include "tst_jail_files.moc"
