// What a version of Landlock can forbid, and what is left when it does.
#include "jailer/landlock.h"

#include "base/fd.h"
#include "support/temp_files.h"

#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::jail;
using sparkler::test::TempDir;

namespace {

/// errno of opening `path`, or 0.
int openError(const std::string &path, int flags)
{
    const auto file = Fd::open(path, flags, 0600);
    return file ? 0 : file.error().hostErrno;
}

/// Runs `checks` in a child under `rules`; the number it returns, -1 when it could not be restricted.
int underRules(const std::vector<LandlockRule> &rules, const std::function<int()> &checks)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        ::_exit(restrictByLandlock(rules, landlockAbi()) ? checks() : 255);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) != 255 ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestLandlock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void features_growWithTheVersion();
    void bits_filesHaveNoneOfDirectories();
    void readWrite_noLinksNoDevicesNoPrograms();
    void read_isNotWrite();
    void nothing_isNotEvenRead();
    void tcp_isForbidden();
    void missingPath_isAnError();

private:
    TempDir m_dir;
};

void TestLandlock::features_growWithTheVersion()
{
    QCOMPARE(landlockFeatures(0).files, 0U);
    QCOMPARE(landlockFeatures(1).files, 0x1fffU);
    QCOMPARE(landlockFeatures(2).files, 0x3fffU);
    QCOMPARE(landlockFeatures(3).files, 0x7fffU);
    QCOMPARE(landlockFeatures(4).files, 0x7fffU);
    QCOMPARE(landlockFeatures(5).files, 0xffffU);
    QCOMPARE(landlockFeatures(3).network, 0U);
    QCOMPARE(landlockFeatures(4).network, 3U);
    QCOMPARE(landlockFeatures(5).scopes, 0U);
    QCOMPARE(landlockFeatures(6).scopes, 3U);
    QCOMPARE(landlockFeatures(99).files, landlockFeatures(6).files);
}

void TestLandlock::bits_filesHaveNoneOfDirectories()
{
    QCOMPARE(landlockBits(LandlockAccess::List, false), 0U);
    QCOMPARE(landlockBits(LandlockAccess::List, true), std::uint64_t{LANDLOCK_ACCESS_FS_READ_DIR});
    QCOMPARE(landlockBits(LandlockAccess::Read, false), std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE});
    const std::uint64_t never = LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_EXECUTE;
    QCOMPARE(landlockBits(LandlockAccess::ReadWrite, true) & never, 0U);
    QVERIFY((landlockBits(LandlockAccess::ReadWrite, true) & LANDLOCK_ACCESS_FS_MAKE_SOCK) != 0);
    QVERIFY((landlockBits(LandlockAccess::Device, false) & (1U << 15)) != 0);
    QCOMPARE(landlockBits(LandlockAccess::ReadWrite, false) & (1U << 15), 0U);
}

#define NEEDS_LANDLOCK()                                                                                               \
    if (landlockAbi() == 0)                                                                                            \
    QSKIP("this kernel has no Landlock")

void TestLandlock::readWrite_noLinksNoDevicesNoPrograms()
{
    NEEDS_LANDLOCK();
    const std::string base = m_dir.path();
    const auto checks = [&] {
        if (openError(base + "/new", O_CREAT | O_WRONLY) != 0 || ::mkdir((base + "/d").c_str(), 0700) != 0)
            return 1;
        if (::symlink("x", (base + "/s").c_str()) == 0 || errno != EACCES)
            return 2;
        if (::mknod((base + "/c").c_str(), S_IFCHR | 0600, 0x103) == 0)
            return 3;
        if (::rename((base + "/new").c_str(), (base + "/d/new").c_str()) != 0 && landlockAbi() >= 2)
            return 4;
        return 0;
    };
    QCOMPARE(underRules({{base, LandlockAccess::ReadWrite}}, checks), 0);
}

void TestLandlock::read_isNotWrite()
{
    NEEDS_LANDLOCK();
    const std::string file = m_dir.file("read");
    test::writeFile(file, "x");
    const auto checks = [&] {
        if (openError(file, O_RDONLY) != 0)
            return 1;
        if (openError(file, O_WRONLY) != EACCES)
            return 2;
        if (landlockAbi() >= 3 && (::truncate(file.c_str(), 0) == 0 || errno != EACCES))
            return 3;
        return openError(m_dir.file("made"), O_CREAT | O_WRONLY) == EACCES ? 0 : 4;
    };
    QCOMPARE(underRules({{m_dir.path(), LandlockAccess::Read}}, checks), 0);
}

void TestLandlock::nothing_isNotEvenRead()
{
    NEEDS_LANDLOCK();
    QCOMPARE(openError("/etc/passwd", O_RDONLY), 0);
    const auto checks = [] { return openError("/etc/passwd", O_RDONLY); };
    QCOMPARE(underRules({{m_dir.path(), LandlockAccess::Read}}, checks), EACCES);
}

void TestLandlock::tcp_isForbidden()
{
    if (landlockAbi() < 4)
        QSKIP("this kernel's Landlock knows no TCP");
    const auto checks = [] {
        const Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in any{};
        any.sin_family = AF_INET;
        any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // SAFETY: bind() takes every address family through sockaddr.
        return ::bind(socket.get(), reinterpret_cast<sockaddr *>(&any), sizeof any) == 0 ? 0 : errno;
    };
    QCOMPARE(checks(), 0);
    QCOMPARE(underRules({}, checks), EACCES);
}

void TestLandlock::missingPath_isAnError()
{
    NEEDS_LANDLOCK();
    QCOMPARE(underRules({{m_dir.file("nowhere"), LandlockAccess::Read}}, [] { return 0; }), -1);
}

QTEST_APPLESS_MAIN(TestLandlock)
#include "tst_landlock.moc"
