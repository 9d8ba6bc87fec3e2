#include "base/fd.h"
#include "support/temp_files.h"

#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {
bool isOpen(int fd)
{
    return ::fcntl(fd, F_GETFD) >= 0;
}
} // namespace

class TestFd : public QObject {
    Q_OBJECT
private slots:
    void open_missing_isNotFound();
    void open_denied_isHost();
    void open_pathWithZeroByte_isRefused();
    void open_isCloseOnExec();
    void open_create_usesMode();
    void destructor_closes();
    void move_transfersOwnership();
    void moveAssign_closesTheOldOne();
    void moveAssign_self_keepsIt();
    void release_givesUpOwnership();
    void negative_ownsNothing();
    void eventFd_countsAndClears();
    void eventFd_fullCounter_doesNotBlock();
    void fileSize_data();
    void fileSize();
    void fileSize_pipe_isError();
    void readWholeFile_withinLimit();
    void readWholeFile_beyondLimit_isTooLarge();
    void readWholeFile_directory_isHost();
};

void TestFd::open_missing_isNotFound()
{
    const auto fd = Fd::open("/nonexistent/file", O_RDONLY);
    QVERIFY(!fd);
    QCOMPARE(fd.error().kind, ErrorKind::NotFound);
    QCOMPARE(fd.error().hostErrno, ENOENT);
    QCOMPARE(QString::fromStdString(fd.error().text), QStringLiteral("No such file or directory (os error 2)"));
}

void TestFd::open_denied_isHost()
{
    const auto fd = Fd::open("/proc/self", O_WRONLY);
    QVERIFY(!fd);
    QCOMPARE(fd.error().kind, ErrorKind::Host);
    QCOMPARE(fd.error().hostErrno, EISDIR);
}

void TestFd::open_pathWithZeroByte_isRefused()
{
    // The kernel would open what stands before the zero byte: not the file that was asked for.
    const TempFile file = TempFile::ofSize(1);
    const auto fd = Fd::open(file.path() + std::string("\0.img", 5), O_RDONLY);
    QVERIFY(!fd);
    QCOMPARE(fd.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(fd.error().hostErrno, EINVAL);
    QCOMPARE(QString::fromStdString(fd.error().text), QStringLiteral("file name contained an unexpected NUL byte"));
}

void TestFd::open_isCloseOnExec()
{
    const auto fd = Fd::open("/dev/null", O_RDONLY);
    QVERIFY(fd);
    QVERIFY(::fcntl(fd->get(), F_GETFD) & FD_CLOEXEC);
    const auto event = Fd::eventFd();
    QVERIFY(::fcntl(event->get(), F_GETFD) & FD_CLOEXEC);
}

void TestFd::open_create_usesMode()
{
    const TempDir dir;
    QVERIFY(Fd::open(dir.file("new"), O_CREAT | O_WRONLY, 0600));
    struct stat status {};
    QCOMPARE(::stat(dir.file("new").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0600u);
}

void TestFd::destructor_closes()
{
    int number = -1;
    {
        const Fd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        number = fd.get();
        QVERIFY(isOpen(number));
    }
    QVERIFY(!isOpen(number));
}

void TestFd::move_transfersOwnership()
{
    Fd first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const int number = first.get();
    const Fd second(std::move(first));
    QVERIFY(!first);
    QCOMPARE(second.get(), number);
    QVERIFY(isOpen(number));
}

void TestFd::moveAssign_closesTheOldOne()
{
    Fd first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    Fd second(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const int old = first.get(), kept = second.get();
    first = std::move(second);
    QVERIFY(!isOpen(old));
    QCOMPARE(first.get(), kept);
    QVERIFY(isOpen(kept));
}

void TestFd::moveAssign_self_keepsIt()
{
    Fd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    Fd &same = fd;
    fd = std::move(same);
    QVERIFY(isOpen(fd.get()));
}

void TestFd::release_givesUpOwnership()
{
    int number = -1;
    {
        Fd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        number = fd.release();
    }
    QVERIFY(isOpen(number));
    ::close(number);
}

void TestFd::negative_ownsNothing()
{
    const Fd fd(-1);
    QVERIFY(!fd);
    QVERIFY(!Fd());
}

void TestFd::eventFd_countsAndClears()
{
    const Fd event = std::move(Fd::eventFd(2).value());
    signalEventFd(event.get());
    QCOMPARE(drainEventFd(event.get()), 3u);
    QCOMPARE(drainEventFd(event.get()), 0u);
}

void TestFd::eventFd_fullCounter_doesNotBlock()
{
    const Fd event = std::move(Fd::eventFd().value());
    const std::uint64_t full = ~0ull - 1;
    QCOMPARE(::write(event.get(), &full, sizeof full), static_cast<ssize_t>(sizeof full));
    signalEventFd(event.get());
    QCOMPARE(drainEventFd(event.get()), full);
}

void TestFd::fileSize_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("empty") << quint64{0};
    QTest::newRow("some") << quint64{12345};
    QTest::newRow("sparse beyond 4 GiB") << (quint64{5} << 30);
}

void TestFd::fileSize()
{
    QFETCH(quint64, bytes);
    const TempFile file = TempFile::ofSize(bytes);
    const auto fd = Fd::open(file.path(), O_RDONLY);
    QCOMPARE(fileSizeBytes(*fd).value(), bytes);
}

void TestFd::fileSize_pipe_isError()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const Fd in(ends[0]), out(ends[1]);
    QCOMPARE(fileSizeBytes(in).error().hostErrno, ESPIPE);
}

void TestFd::readWholeFile_withinLimit()
{
    const std::string text(50'000, 'x');
    const TempFile file(std::as_bytes(std::span(text)));
    QCOMPARE(readWholeFile(file.path(), 50'000).value(), text);
    QCOMPARE(readWholeFile("/proc/self/comm", 100).value().back(), '\n'); // a file whose size is told as 0
}

void TestFd::readWholeFile_beyondLimit_isTooLarge()
{
    const std::string text(50'001, 'x');
    const TempFile file(std::as_bytes(std::span(text)));
    QCOMPARE(readWholeFile(file.path(), 50'000).error().kind, ErrorKind::TooLarge);
}

void TestFd::readWholeFile_directory_isHost()
{
    QCOMPARE(readWholeFile("/proc/self", 100).error().hostErrno, EISDIR);
}

QTEST_APPLESS_MAIN(TestFd)
#include "tst_fd.moc"
