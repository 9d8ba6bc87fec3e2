#include "telemetry/output_target.h"

#include "base/fd.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler;
using sparkler::detail::OutputTarget;

namespace {

std::string drain(int fd)
{
    std::string all(1 << 20, '\0');
    std::size_t size = 0;
    for (;;) {
        const ssize_t got = ::read(fd, all.data() + size, all.size() - size);
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    all.resize(size);
    return all;
}

struct Pipe {
    Pipe()
    {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC) == 0) {
            reader = Fd(ends[0]);
            writer = Fd(ends[1]);
        }
        ::fcntl(reader.get(), F_SETFL, O_NONBLOCK);
    }
    Fd reader;
    Fd writer;
};

} // namespace

class TestOutputTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_missingFile_isCreated();
    void open_existingFile_isOverwrittenFromItsBeginning();
    void open_failure_keepsTheOldTarget();
    void open_again_replacesTheTarget();
    void fifo_withoutReader_keepsTheLines();
    void fifo_full_losesTheLineAndRecovers();
    void fifo_lineCutOff_isEndedBeforeTheNextOne();
    void blockingPipe_full_doesNotBlock();
    void blockingPipe_longLine_arrivesWhole();
    void blockingPipe_withoutReader_raisesNoSignal();
    void nothingOpen_isAnError();

private:
    std::string path(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestOutputTarget::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestOutputTarget::open_missingFile_isCreated()
{
    OutputTarget target(-1);
    QVERIFY(target.open(path("new")).has_value());
    QCOMPARE(target.write("a line\n"), 0);
    QFile file(m_directory->filePath(QStringLiteral("new")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a line\n"));
}

void TestOutputTarget::open_existingFile_isOverwrittenFromItsBeginning()
{
    QFile file(m_directory->filePath(QStringLiteral("old")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("0123456789");
    file.flush();
    OutputTarget target(-1);
    QVERIFY(target.open(path("old")).has_value());
    QCOMPARE(target.write("new\n"), 0);
    file.seek(0);
    QCOMPARE(file.readAll(), QByteArray("new\n456789"));
}

void TestOutputTarget::open_failure_keepsTheOldTarget()
{
    OutputTarget target(-1);
    QVERIFY(target.open(path("kept")).has_value());
    const auto failed = target.open(path("no/such/directory"));
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, std::string("No such file or directory (os error 2)"));
    QCOMPARE(target.write("still here\n"), 0);
    QFile file(m_directory->filePath(QStringLiteral("kept")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("still here\n"));
}

void TestOutputTarget::open_again_replacesTheTarget()
{
    OutputTarget target(-1);
    QVERIFY(target.open(path("first")).has_value());
    QVERIFY(target.open(path("second")).has_value());
    QCOMPARE(target.write("x\n"), 0);
    QCOMPARE(QFileInfo(m_directory->filePath(QStringLiteral("first"))).size(), 0);
    QCOMPARE(QFileInfo(m_directory->filePath(QStringLiteral("second"))).size(), 2);
}

void TestOutputTarget::fifo_withoutReader_keepsTheLines()
{
    QCOMPARE(::mkfifo(path("fifo").c_str(), 0600), 0);
    OutputTarget target(-1);
    QVERIFY(target.open(path("fifo")).has_value());
    QCOMPARE(target.write("early\n"), 0);
    const auto reader = Fd::open(path("fifo"), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader.has_value());
    QCOMPARE(drain(reader->get()), std::string("early\n"));
}

void TestOutputTarget::fifo_full_losesTheLineAndRecovers()
{
    QCOMPARE(::mkfifo(path("fifo").c_str(), 0600), 0);
    OutputTarget target(-1);
    QVERIFY(target.open(path("fifo")).has_value());
    const std::string line = std::string(1023, 'x') + "\n";
    int written = 0;
    while (target.write(line) == 0 && written < 1000)
        ++written;
    QCOMPARE(written, 64); // a pipe holds 64 KiB
    QCOMPARE(target.write(line), EAGAIN);
    const auto reader = Fd::open(path("fifo"), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader.has_value());
    QCOMPARE(drain(reader->get()).size(), std::size_t{64 * 1024});
    QCOMPARE(target.write("after\n"), 0);
    QCOMPARE(drain(reader->get()), std::string("after\n"));
}

void TestOutputTarget::fifo_lineCutOff_isEndedBeforeTheNextOne()
{
    QCOMPARE(::mkfifo(path("fifo").c_str(), 0600), 0);
    OutputTarget target(-1);
    QVERIFY(target.open(path("fifo")).has_value());
    QCOMPARE(target.write(std::string(100'000, 'y') + "\n"), EAGAIN);
    const auto reader = Fd::open(path("fifo"), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader.has_value());
    QVERIFY(!drain(reader->get()).ends_with('\n'));
    QCOMPARE(target.write("next\n"), 0);
    QCOMPARE(target.write("last\n"), 0);
    QCOMPARE(drain(reader->get()), std::string("\nnext\nlast\n"));
}

void TestOutputTarget::blockingPipe_full_doesNotBlock()
{
    const Pipe pipe;
    OutputTarget target(pipe.writer.get());
    const std::string line = std::string(4095, 'x') + "\n";
    int written = 0;
    while (target.write(line) == 0 && written < 1000)
        ++written;
    QCOMPARE(written, 16);
    QCOMPARE(target.write("one more\n"), EAGAIN);
    QCOMPARE(::fcntl(pipe.writer.get(), F_GETFL) & O_NONBLOCK, 0);
}

void TestOutputTarget::blockingPipe_longLine_arrivesWhole()
{
    const Pipe pipe;
    OutputTarget target(pipe.writer.get());
    const std::string line = std::string(20'000, 'z') + "\n";
    QCOMPARE(target.write(line), 0);
    QCOMPARE(drain(pipe.reader.get()), line);
}

void TestOutputTarget::blockingPipe_withoutReader_raisesNoSignal()
{
    Pipe pipe;
    OutputTarget target(pipe.writer.get());
    pipe.reader.reset();
    QCOMPARE(target.write("nobody hears\n"), EPIPE); // SIGPIPE would have ended the test
}

void TestOutputTarget::nothingOpen_isAnError()
{
    OutputTarget target(-1);
    QVERIFY(!target.isOpen());
    QCOMPARE(target.write("x\n"), EBADF);
}

QTEST_APPLESS_MAIN(TestOutputTarget)
#include "tst_output_target.moc"
