// Where the guest's output goes, what its limit drops, and how that is counted.

#include "machine/console_server.h"
#include "machine/serial_console.h"
#include "support/counter_increase.h"
#include "support/eventually.h"
#include "support/fake_interrupt.h"
#include "support/limiter_model.h"
#include "support/manual_clock.h"
#include "support/temp_files.h"

#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace std::chrono_literals;

namespace {

struct Bench {
    TempDir directory;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    FakeInterruptLine line;
    ManualClock clock;
    std::unique_ptr<SerialConsole> console;
    UartMetrics &uart = metrics().uart;
    CounterIncrease written{uart.writeCount}, errors{uart.errorCount}, missed{uart.missedWriteCount},
        dropped{uart.rateLimiterDroppedBytes}, flushes{uart.flushCount};

    std::string path() const { return directory.file("output"); }
    /// Into the file at path().
    void make(std::optional<BucketSettings> limit = {}, ConsoleServer *server = nullptr)
    {
        auto made = SerialConsole::create(
            {.outputPath = path(), .outputLimit = limit, .server = server, .clock = &clock}, *loop, line);
        if (!made)
            qFatal("%s", made.error().text.c_str());
        console = std::move(*made);
    }
    void print(std::string_view text) const
    {
        for (const char character : text)
            console->device().write(0, std::array{static_cast<std::byte>(character)});
    }
    void enableTransmitInterrupt() const { console->device().write(1, std::array{std::byte{2}}); }
    std::string content() const
    {
        const auto bytes = readFile(path());
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
};

/// The reading end of a FIFO that is not waited for.
Fd reader(const std::string &path)
{
    return std::move(Fd::open(path, O_RDONLY | O_NONBLOCK).value());
}

std::string readAvailable(const Fd &fd)
{
    std::string all(1 << 20, '\0');
    const ssize_t got = ::read(fd.get(), all.data(), all.size());
    all.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return all;
}

Fd viewerOf(const std::string &socketPath)
{
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socketPath.copy(address.sun_path, sizeof(address.sun_path) - 1);
    // SAFETY: the socket API takes every address family through sockaddr.
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        qFatal("no console server");
    return socket;
}

} // namespace

class TestSerialConsole : public QObject {
    Q_OBJECT
private slots:
    void file_isAppendedTo();
    void file_missing_isAnError();
    void fifo_full_losesBytesAndCountsThem();
    void fifo_readerGone_losesBytesAndCountsThem();
    void limit_dropsWhatFindsNoToken();
    void limit_interruptsForDroppedBytesToo();
    void limit_burst_comesOnTop();
    void limit_zero_isNone_data();
    void limit_zero_isNone();
    void limit_matchesTheModel_data();
    void limit_matchesTheModel();
    void limit_holdsForTheConsoleServerToo();
};

void TestSerialConsole::file_isAppendedTo()
{
    Bench bench;
    writeFile(bench.path(), "before ");
    bench.make();
    bench.print("after");
    QCOMPARE(bench.content(), std::string("before after"));
    QCOMPARE(bench.written(), 5u);
    QCOMPARE(bench.errors() + bench.missed() + bench.dropped() + bench.flushes(), 0u);
}

void TestSerialConsole::file_missing_isAnError()
{
    Bench bench;
    const auto made = SerialConsole::create({.outputPath = bench.path()}, *bench.loop, bench.line);
    QVERIFY(!made);
    QCOMPARE(made.error().hostErrno, ENOENT); // not created
    QVERIFY(::access(bench.path().c_str(), F_OK) != 0);
}

void TestSerialConsole::fifo_full_losesBytesAndCountsThem()
{
    Bench bench;
    QCOMPARE(::mkfifo(bench.path().c_str(), 0600), 0);
    const Fd end = reader(bench.path());
    bench.make();
    QVERIFY(::fcntl(end.get(), F_SETPIPE_SZ, 4096) == 4096);
    bench.enableTransmitInterrupt();
    bench.line.take();
    bench.print(std::string(4096 + 100, 'x'));
    QCOMPARE(bench.written(), 4096u);
    QCOMPARE(bench.errors(), 100u);
    QCOMPARE(bench.missed(), 100u);
    QCOMPARE(bench.dropped(), 0u);
    QCOMPARE(bench.line.take(), 4096 + 100); // the guest never waits for the host's reader
    QCOMPARE(readAvailable(end).size(), std::size_t{4096});
    bench.print("y");
    QCOMPARE(readAvailable(end), std::string("y"));
}

void TestSerialConsole::fifo_readerGone_losesBytesAndCountsThem()
{
    const auto before = std::signal(SIGPIPE, SIG_IGN); // the engine counts it and goes on
    Bench bench;
    QCOMPARE(::mkfifo(bench.path().c_str(), 0600), 0);
    Fd end = reader(bench.path());
    bench.make();
    end.reset();
    bench.print("lost");
    QCOMPARE(bench.errors(), 4u);
    end = reader(bench.path());
    bench.print("back");
    QCOMPARE(readAvailable(end), std::string("back"));
    QCOMPARE(bench.written(), 4u);
    std::signal(SIGPIPE, before);
}

void TestSerialConsole::limit_dropsWhatFindsNoToken()
{
    Bench bench;
    writeFile(bench.path(), "");
    bench.make(BucketSettings{10, 0, 1000});
    bench.print("0123456789dropped");
    QCOMPARE(bench.content(), std::string("0123456789"));
    QCOMPARE(bench.written(), 10u);
    QCOMPARE(bench.dropped(), 7u);
    QCOMPARE(bench.errors() + bench.missed(), 0u); // dropped on purpose, so no error
    bench.clock.advance(99ms);
    bench.print("x");
    bench.clock.advance(1ms); // no timer: the byte that comes finds its token
    bench.print("yz");
    bench.clock.advance(1h);
    bench.print(std::string(11, '!'));
    QCOMPARE(bench.content(), std::string("0123456789y!!!!!!!!!!"));
    QCOMPARE(bench.dropped(), 7u + 1 + 1 + 1);
}

void TestSerialConsole::limit_interruptsForDroppedBytesToo()
{
    Bench bench;
    writeFile(bench.path(), "");
    bench.make(BucketSettings{1, 0, 1000});
    bench.enableTransmitInterrupt();
    bench.line.take();
    bench.print("abc");
    QCOMPARE(bench.line.take(), 3);
    std::array<std::byte, 1> status{};
    bench.console->device().read(5, status);
    QCOMPARE(status[0], std::byte{0x60}); // empty and idle
}

void TestSerialConsole::limit_burst_comesOnTop()
{
    Bench bench;
    writeFile(bench.path(), "");
    bench.make(BucketSettings{2, 3, 1000});
    bench.print("0123456");
    QCOMPARE(bench.content(), std::string("01234"));
    bench.clock.advance(1h);
    bench.print("abcd");
    QCOMPARE(bench.content(), std::string("01234ab")); // once only
}

void TestSerialConsole::limit_zero_isNone_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("refill");
    QTest::newRow("size") << quint64{0} << quint64{1000};
    QTest::newRow("refill time") << quint64{1} << quint64{0};
    QTest::newRow("refill time beyond counting") << quint64{1} << ~quint64{0};
}

void TestSerialConsole::limit_zero_isNone()
{
    QFETCH(quint64, size);
    QFETCH(quint64, refill);
    Bench bench;
    writeFile(bench.path(), "");
    bench.make(BucketSettings{size, 0, refill});
    bench.print(std::string(1000, 'x'));
    QCOMPARE(bench.written(), 1000u);
    QCOMPARE(bench.dropped(), 0u);
}

void TestSerialConsole::limit_matchesTheModel_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSerialConsole::limit_matchesTheModel()
{
    QFETCH(unsigned, seed);
    std::mt19937_64 random(seed);
    const BucketSettings settings{1 + random() % 100, random() % 20, 1 + random() % 500};
    Bench bench;
    writeFile(bench.path(), "");
    bench.make(settings);
    BucketModel model = BucketModel::make(settings, 0).value();
    std::uint64_t now = 0;
    std::string expected;
    std::uint64_t offered = 0;
    for (int step = 0; step < 2000; ++step, ++offered) {
        const std::uint64_t pause = random() % 4 == 0 ? random() % (20 * kNanosPerMilli) : 0;
        now += pause;
        bench.clock.advance(std::chrono::nanoseconds(pause));
        const char character = static_cast<char>('a' + step % 26);
        if (model.take(1, now).verdict != TokenBucket::Verdict::Refused)
            expected += character;
        bench.print({&character, 1});
    }
    QCOMPARE(bench.content(), expected);
    QCOMPARE(bench.written(), expected.size());
    QCOMPARE(bench.dropped(), offered - expected.size());
}

void TestSerialConsole::limit_holdsForTheConsoleServerToo()
{
    Bench bench;
    writeFile(bench.path(), "");
    const auto server = std::move(ConsoleServer::listen(bench.directory.file("socket"), *bench.loop).value());
    bench.make(BucketSettings{3, 0, 1000}, server.get());
    const Fd viewer = viewerOf(bench.directory.file("socket"));
    bench.print("abcdef");
    bench.clock.advance(1h);
    bench.print("g");
    QCOMPARE(bench.content(), std::string("abcg"));
    QCOMPARE(bench.dropped(), 3u);
    std::string seen;
    QVERIFY(eventually(*bench.loop, [&] {
        seen += readAvailable(viewer);
        return seen.size() >= 4;
    }));
    QCOMPARE(seen, std::string("abcg"));
    bench.console.reset(); // before its server
}

QTEST_APPLESS_MAIN(TestSerialConsole)
#include "tst_serial_console.moc"
