#include "machine/console_server.h"

#include "support/eventually.h"
#include "support/temp_files.h"
#include "telemetry/logger.h"

#include <QByteArray>
#include <QTest>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>

using namespace sparkler;
using sparkler::test::eventually;

namespace {

/// A client of the console socket; never blocks.
class Viewer {
public:
    explicit Viewer(const std::string &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof(address.sun_path) - 1);
        // SAFETY: the socket API takes every address family through sockaddr.
        m_connected = ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    }
    bool connected() const { return m_connected; }
    /// Reads what is there; everything received so far.
    const QByteArray &received()
    {
        std::array<char, 65536> buffer;
        for (;;) {
            const ssize_t got = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
            if (got > 0) {
                m_received.append(buffer.data(), got);
                continue;
            }
            m_closed = m_closed || got == 0 || errno == ECONNRESET;
            return m_received;
        }
    }
    bool isClosed()
    {
        received();
        return m_closed;
    }
    qsizetype type(const QByteArray &text)
    {
        return ::send(m_socket.get(), text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL);
    }
    void endInput() { ::shutdown(m_socket.get(), SHUT_WR); }
    void endOutput() { ::shutdown(m_socket.get(), SHUT_RD); }
    void close() { m_socket.reset(); }

private:
    Fd m_socket;
    bool m_connected = false;
    bool m_closed = false;
    QByteArray m_received;
};

/// The guest's side of the input: takes as much as it has room for.
struct Sink {
    QByteArray taken;
    qsizetype room = 1 << 30;

    ConsoleServer::InputSink take()
    {
        return [this](std::span<const std::byte> bytes) {
            const qsizetype size = std::min(room, static_cast<qsizetype>(bytes.size()));
            for (const std::byte byte : bytes.first(static_cast<std::size_t>(size)))
                taken.append(static_cast<char>(byte));
            room -= size;
            return static_cast<std::size_t>(size);
        };
    }
};

} // namespace

class TestConsoleServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void listen_pathInUse_tellsTheText();
    void listen_badPath_fails_data();
    void listen_badPath_fails();
    void output_reachesAllViewers();
    void lateViewer_getsTheScrollbackFirst();
    void scrollback_isBounded();
    void viewersDuringOutput_seeEveryByteOnce();
    void slowViewer_losesTheOldest_othersLoseNothing();
    void viewerLimit_furtherOnesAreClosed();
    void freedPlace_canBeUsedAgain();
    void viewerThatLeaves_harmsNobody();
    void input_ofAllViewers_reachesTheSink();
    void input_beforeThereIsASink_waits();
    void fullSink_losesNothing();
    void fullSink_viewersTakeTurns();
    void halfClosedViewer_stillGetsOutput();
    void viewerThatDoesNotRead_canStillType();
    void departedViewer_itsInputStillArrives();
    void departedViewer_givesWayToANewOne();
    void finish_sendsWhatIsLeft();
    void finish_servesWhoHasJustConnected();
    void finish_doesNotWaitForAStuckViewer();

private:
    void serve(ConsoleServer::Limits limits = {});
    void print(const QByteArray &text);
    std::string path() const { return m_directory->file("console.sock"); }
    bool soon(const std::function<bool()> &condition) { return eventually(*m_loop, condition); }

    std::unique_ptr<test::TempDir> m_directory;
    std::unique_ptr<EventLoop> m_loop;
    std::unique_ptr<ConsoleServer> m_server;
};

void TestConsoleServer::initTestCase()
{
    QVERIFY(configureLogger({.path = "/dev/null"}).has_value());
}

void TestConsoleServer::init()
{
    m_directory = std::make_unique<test::TempDir>();
    m_loop = EventLoop::create().value();
}

void TestConsoleServer::cleanup()
{
    m_server.reset();
    m_loop.reset();
    m_directory.reset();
}

void TestConsoleServer::serve(ConsoleServer::Limits limits)
{
    m_server = ConsoleServer::listen(path(), *m_loop, limits).value();
}

void TestConsoleServer::print(const QByteArray &text)
{
    for (const char letter : text)
        m_server->append(static_cast<std::byte>(letter));
}

void TestConsoleServer::listen_pathInUse_tellsTheText()
{
    test::writeFile(path(), "");
    const auto server = ConsoleServer::listen(path(), *m_loop);
    QVERIFY(!server);
    QCOMPARE(QByteArray::fromStdString(server.error().text),
             "Failed to open the console socket at: " + QByteArray::fromStdString(path()) +
                 ". Check that it is not already used.");
    QCOMPARE(server.error().hostErrno, EADDRINUSE);
}

void TestConsoleServer::listen_badPath_fails_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too long") << QByteArray("/tmp/" + QByteArray(104, 'x'));
    QTest::newRow("no directory") << QByteArray("/nonexistent/console.sock");
}

void TestConsoleServer::listen_badPath_fails()
{
    QFETCH(QByteArray, path);
    const auto server = ConsoleServer::listen(path.toStdString(), *m_loop);
    QVERIFY(!server);
    QVERIFY(server.error().kind == ErrorKind::Host);
}

void TestConsoleServer::output_reachesAllViewers()
{
    serve();
    struct stat status{};
    QCOMPARE(::stat(path().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0755u);
    Viewer first(path());
    Viewer second(path());
    QVERIFY(first.connected() && second.connected());
    print("one ");
    QVERIFY(soon([&] { return first.received() == "one " && second.received() == "one "; }));
    print("two");
    QVERIFY(soon([&] { return first.received() == "one two" && second.received() == "one two"; }));
}

void TestConsoleServer::lateViewer_getsTheScrollbackFirst()
{
    serve();
    print("early ");
    Viewer viewer(path());
    QVERIFY(soon([&] { return viewer.received() == "early "; }));
    print("live");
    QVERIFY(soon([&] { return viewer.received() == "early live"; }));
}

void TestConsoleServer::scrollback_isBounded()
{
    serve({.scrollbackBytes = 8, .maxViewers = 2});
    print("0123456789abcdef");
    Viewer viewer(path());
    QVERIFY(soon([&] { return viewer.received() == "89abcdef"; }));
}

void TestConsoleServer::viewersDuringOutput_seeEveryByteOnce()
{
    constexpr int kLines = 30'000;
    serve({.scrollbackBytes = 1 << 20, .maxViewers = 16});
    QByteArray expected;
    for (int line = 0; line < kLines; ++line)
        expected += QByteArray::number(line) + '\n';
    std::thread guest([&] { print(expected); });
    std::vector<std::unique_ptr<Viewer>> viewers;
    const bool complete = soon([&] {
        if (viewers.size() < 16)
            viewers.push_back(std::make_unique<Viewer>(path()));
        return viewers.size() == 16 &&
               std::ranges::all_of(viewers, [&](auto &viewer) { return viewer->received().size() >= expected.size(); });
    });
    guest.join();
    QVERIFY(complete);
    for (const auto &viewer : viewers)
        QVERIFY(viewer->received() == expected);
}

void TestConsoleServer::slowViewer_losesTheOldest_othersLoseNothing()
{
    constexpr qsizetype kRing = 4096;
    serve({.scrollbackBytes = kRing, .maxViewers = 2});
    Viewer slow(path());
    Viewer fast(path());
    QByteArray all;
    for (int line = 0; all.size() < (2 << 20); ++line) {
        const QByteArray block = QByteArray::number(line).rightJustified(16, '.').repeated(64);
        all += block;
        print(block);
        QVERIFY(soon([&] { return fast.received().size() == all.size(); }));
    }
    QVERIFY(fast.received() == all);
    QVERIFY(soon([&] { return slow.received().endsWith(all.right(kRing)); }));
    QVERIFY(slow.received().size() < all.size());
    print("and on");
    QVERIFY(soon([&] { return slow.received().endsWith(all.right(kRing) + "and on"); }));
}

void TestConsoleServer::viewerLimit_furtherOnesAreClosed()
{
    serve({.scrollbackBytes = 1024, .maxViewers = 2});
    print("hello");
    Viewer first(path());
    Viewer second(path());
    Viewer third(path());
    QVERIFY(soon([&] { return third.isClosed(); }));
    QCOMPARE(third.received(), QByteArray());
    QVERIFY(soon([&] { return first.received() == "hello" && second.received() == "hello"; }));
    QVERIFY(!first.isClosed() && !second.isClosed());
}

void TestConsoleServer::freedPlace_canBeUsedAgain()
{
    serve({.scrollbackBytes = 1024, .maxViewers = 1});
    print("hello");
    for (int round = 0; round < 3; ++round) {
        Viewer viewer(path());
        QVERIFY(soon([&] { return viewer.received() == "hello"; }));
    }
}

void TestConsoleServer::viewerThatLeaves_harmsNobody()
{
    serve();
    Viewer stays(path());
    Viewer leaves(path());
    print("a");
    QVERIFY(soon([&] { return leaves.received() == "a" && stays.received() == "a"; }));
    print("b"); // unread when it closes
    leaves.close();
    print("c");
    QVERIFY(soon([&] { return stays.received() == "abc"; }));
}

void TestConsoleServer::input_ofAllViewers_reachesTheSink()
{
    serve();
    Sink sink;
    m_server->connectInput(sink.take());
    Viewer first(path());
    Viewer second(path());
    QCOMPARE(first.type("one"), 3);
    QVERIFY(soon([&] { return sink.taken == "one"; }));
    QCOMPARE(second.type(QByteArray("\0\xff two", 6)), 6);
    QVERIFY(soon([&] { return sink.taken == QByteArray("one\0\xff two", 9); }));
}

void TestConsoleServer::input_beforeThereIsASink_waits()
{
    serve();
    Viewer viewer(path());
    QCOMPARE(viewer.type("typed early"), 11);
    print("x");
    QVERIFY(soon([&] { return viewer.received() == "x"; }));
    Sink sink;
    m_server->connectInput(sink.take());
    QVERIFY(soon([&] { return sink.taken == "typed early"; }));
    m_server->disconnectInput();
    QCOMPARE(viewer.type("later"), 5);
    print("y");
    QVERIFY(soon([&] { return viewer.received() == "xy"; }));
    QCOMPARE(sink.taken, QByteArray("typed early"));
}

void TestConsoleServer::fullSink_losesNothing()
{
    serve();
    Sink sink{.taken = {}, .room = 10};
    m_server->connectInput(sink.take());
    Viewer viewer(path());
    const QByteArray text = QByteArray("0123456789ABCDEF").repeated(40);
    QCOMPARE(viewer.type(text), text.size());
    QVERIFY(soon([&] { return sink.taken.size() == 10; }));
    while (sink.taken.size() < text.size()) {
        const qsizetype before = sink.taken.size();
        sink.room = 10;
        m_server->resumeInput();
        QVERIFY(soon([&] { return sink.taken.size() == std::min(before + 10, text.size()); }));
    }
    QCOMPARE(sink.taken, text);
}

void TestConsoleServer::fullSink_viewersTakeTurns()
{
    serve();
    Viewer flood(path());
    Viewer user(path());
    print("x");
    QVERIFY(soon([&] { return flood.received() == "x" && user.received() == "x"; }));
    QCOMPARE(flood.type(QByteArray(10'000, '.')), 10'000);
    Sink sink{.taken = {}, .room = 8};
    m_server->connectInput(sink.take());
    QVERIFY(soon([&] { return sink.room == 0; }));
    QCOMPARE(user.type("u"), 1);
    for (int round = 0; round < 2; ++round) {
        sink.room = 8;
        m_server->resumeInput();
        QVERIFY(soon([&] { return sink.room == 0; }));
    }
    QVERIFY(sink.taken.contains('u'));
}

void TestConsoleServer::halfClosedViewer_stillGetsOutput()
{
    serve();
    Sink sink;
    m_server->connectInput(sink.take());
    Viewer viewer(path());
    QCOMPARE(viewer.type("last words"), 10);
    viewer.endInput();
    QVERIFY(soon([&] { return sink.taken == "last words"; }));
    print("answer");
    QVERIFY(soon([&] { return viewer.received() == "answer"; }));
    QVERIFY(!viewer.isClosed());
}

void TestConsoleServer::viewerThatDoesNotRead_canStillType()
{
    serve();
    Sink sink;
    m_server->connectInput(sink.take());
    Viewer viewer(path());
    viewer.endOutput();
    print("unheard");
    QCOMPARE(viewer.type("one"), 3);
    QVERIFY(soon([&] { return sink.taken == "one"; }));
    QCOMPARE(viewer.type("two"), 3);
    QVERIFY(soon([&] { return sink.taken == "onetwo"; }));
}

void TestConsoleServer::departedViewer_itsInputStillArrives()
{
    serve();
    Sink sink{.taken = {}, .room = 5};
    m_server->connectInput(sink.take());
    Viewer viewer(path());
    const QByteArray text = QByteArray("reboot now\n").repeated(30);
    QCOMPARE(viewer.type(text), text.size());
    viewer.close();
    QVERIFY(soon([&] { return sink.taken.size() == 5; }));
    sink.room = 1 << 20;
    m_server->resumeInput();
    QVERIFY(soon([&] { return sink.taken == text; }));
}

void TestConsoleServer::departedViewer_givesWayToANewOne()
{
    serve({.scrollbackBytes = 1024, .maxViewers = 1});
    print("hello");
    for (int round = 0; round < 3; ++round) {
        Viewer gone(path());
        QVERIFY(soon([&] { return gone.received() == "hello"; }));
        QCOMPARE(gone.type("never taken"), 11);
    }
    Viewer viewer(path());
    QVERIFY(soon([&] { return viewer.received() == "hello"; }));
}

void TestConsoleServer::finish_sendsWhatIsLeft()
{
    serve();
    Viewer viewer(path());
    print("a");
    QVERIFY(soon([&] { return viewer.received() == "a"; }));
    const QByteArray farewell = QByteArray("Power down.\n").repeated(10'000);
    print(farewell);
    m_server->finish(); // one thread: more than the socket holds stays behind
    QVERIFY(viewer.received().size() > 20'000);
    QVERIFY(("a" + farewell).startsWith(viewer.received()));
}

void TestConsoleServer::finish_servesWhoHasJustConnected()
{
    serve();
    Viewer viewer(path());
    print("short life");
    m_server->finish();
    m_server.reset();
    QCOMPARE(viewer.received(), QByteArray("short life"));
    QVERIFY(viewer.isClosed());
}

void TestConsoleServer::finish_doesNotWaitForAStuckViewer()
{
    serve({.scrollbackBytes = 4 << 20, .maxViewers = 2});
    Viewer stuck(path());
    Viewer other(path());
    print(QByteArray(4 << 20, 'x'));
    m_server->finish(); // returns
    QVERIFY(stuck.received().size() > 0);
    QVERIFY(stuck.received().size() < (4 << 20));
}

QTEST_APPLESS_MAIN(TestConsoleServer)
#include "tst_console_server.moc"
