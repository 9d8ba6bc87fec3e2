// Streams between a Linux guest and its host through the vsock device's socket.
#include "lab_guest.h"

#include <QFile>

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace harness;

namespace {

/// A Unix stream socket of the test itself.
class LocalSocket {
public:
    explicit LocalSocket(int fd = -1) : m_fd(fd) {}
    ~LocalSocket() { close(); }
    LocalSocket(LocalSocket &&other) noexcept : m_fd(other.m_fd) { other.m_fd = -1; }
    LocalSocket &operator=(LocalSocket &&) = delete;

    static LocalSocket connectTo(const QString &path) { return LocalSocket(open(path, false)); }
    static LocalSocket listenAt(const QString &path) { return LocalSocket(open(path, true)); }
    LocalSocket accept(int timeoutMs = 10000)
    {
        return LocalSocket(ready(timeoutMs) ? ::accept(m_fd, nullptr, nullptr) : -1);
    }
    bool isOpen() const { return m_fd >= 0; }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

    bool send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const ssize_t done =
                ::send(m_fd, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (done <= 0)
                return false;
            sent += done;
        }
        return true;
    }
    /// Up to and with a new line, or what came before the end.
    QByteArray line(int timeoutMs = 10000)
    {
        QByteArray text;
        char byte = 0;
        while (!text.endsWith('\n') && ready(timeoutMs) && ::read(m_fd, &byte, 1) == 1)
            text += byte;
        return text;
    }
    /// Whether the other side closes without a further word.
    bool ends(int timeoutMs = 10000)
    {
        char byte = 0;
        return ready(timeoutMs) && ::read(m_fd, &byte, 1) <= 0;
    }

private:
    static int open(const QString &path, bool listening)
    {
        const QByteArray name = QFile::encodeName(path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
            return -1;
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // SAFETY: the socket API takes every address family through sockaddr.
        const auto *any = reinterpret_cast<const sockaddr *>(&address);
        const bool good = listening ? ::bind(fd, any, sizeof address) == 0 && ::listen(fd, 16) == 0
                                    : ::connect(fd, any, sizeof address) == 0;
        if (good)
            return fd;
        ::close(fd);
        return -1;
    }
    bool ready(int timeoutMs)
    {
        pollfd waiting{m_fd, POLLIN, 0};
        return m_fd >= 0 && ::poll(&waiting, 1, timeoutMs * slowFactor()) == 1;
    }

    int m_fd;
};

} // namespace

class TestLabVsock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void streams_bothWaysAndAllEnds();

private:
    void checkManyStreams(LabGuest &guest);
    void checkRefusals(LabGuest &guest);
    void checkHalfCloses(LabGuest &guest);
    void checkSuddenEnds(LabGuest &guest);

    QString m_socket;
};

void TestLabVsock::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
}

void TestLabVsock::checkManyStreams(LabGuest &guest)
{
    const QString tool = guestTool(QStringLiteral("guest_streams"));
    // Opened by the host.
    VERIFY_GUEST(guest.succeeds(inBackground("guest_streams listen vsock::6000 200", "host", "listening")),
                 guest.engine());
    const HostOutput host = runOnHost(tool,
                                      {QStringLiteral("connect"), QStringLiteral("muxer:%1:6000").arg(m_socket),
                                       QStringLiteral("200"), QStringLiteral("20000")},
                                      60000);
    VERIFY_GUEST(host.text.contains("STREAMS 200 verified, 4000000 bytes each way"), guest.engine());
    VERIFY_GUEST(guest.succeeds("wait; grep 'STREAMS 200 verified' /tmp/host"), guest.engine());

    // Opened by the guest; and few with much in them, which need credit again and again.
    for (const char *load : {"200 20000", "4 3000000"}) {
        const QByteArray count = QByteArray(load).split(' ').first();
        HostProgram listener(
            tool, {QStringLiteral("listen"), QStringLiteral("unix:%1_7000").arg(m_socket), QString::fromLatin1(count)});
        QVERIFY(listener.prints("STREAMS listening"));
        VERIFY_GUEST(guest.succeeds(QByteArray("guest_streams connect vsock:2:7000 ") + load, 60000), guest.engine());
        VERIFY_GUEST(listener.succeeds(), guest.engine());
        QVERIFY2(listener.output().contains("STREAMS " + count + " verified"), listener.output());
    }
}

void TestLabVsock::checkRefusals(LabGuest &guest)
{
    for (const char *request : {"CONNECT 9999\n", "CONNECT nonsense\n", "HELLO THERE 1\n"}) {
        LocalSocket socket = LocalSocket::connectTo(m_socket);
        QVERIFY(socket.send(request));
        VERIFY_GUEST(socket.ends(), guest.engine());
    }
    // Nobody listens there on the host; nor may a guest reach another one.
    VERIFY_GUEST(guest.run("guest_streams connect vsock:2:9999 1 1").text.contains("Connection reset"), guest.engine());
    VERIFY_GUEST(!guest.succeeds("guest_streams connect vsock:77:7000 1 1"), guest.engine());
    // The words may be spelled as one likes.
    VERIFY_GUEST(guest.succeeds(inBackground("socat -d -d VSOCK-LISTEN:6001 EXEC:cat", "cat", "listening on")),
                 guest.engine());
    LocalSocket socket = LocalSocket::connectTo(m_socket);
    QVERIFY(socket.send("connect 6001\n"));
    const QByteArray ok = socket.line();
    VERIFY_GUEST(ok.startsWith("OK "), guest.engine());
    QVERIFY2(ok.mid(3).trimmed().toLongLong() >= 1073741824, ok);
    QVERIFY(socket.send("there and back\n"));
    QCOMPARE(socket.line(), QByteArray("there and back\n"));
}

void TestLabVsock::checkHalfCloses(LabGuest &guest)
{
    // The guest says that it will send no more, and still is answered.
    LocalSocket listener = LocalSocket::listenAt(m_socket + QStringLiteral("_7001"));
    QVERIFY(listener.isOpen());
    VERIFY_GUEST(guest.succeeds("echo question | socat -t 60 - VSOCK-CONNECT:2:7001 >/tmp/answer & true"),
                 guest.engine());
    LocalSocket accepted = listener.accept();
    QCOMPARE(accepted.line(), QByteArray("question\n"));
    QVERIFY(accepted.send("answer\n"));
    accepted.close();
    VERIFY_GUEST(guest.succeeds("wait; cat /tmp/answer"), guest.engine());
    QCOMPARE(guest.run("cat /tmp/answer").text, QByteArray("answer"));

    // The host sends much and closes at once: all of it arrives.
    VERIFY_GUEST(
        guest.succeeds(inBackground("socat -d -d -u VSOCK-LISTEN:6002 CREATE:/tmp/got", "log", "listening on")),
        guest.engine());
    LocalSocket sender = LocalSocket::connectTo(m_socket);
    QVERIFY(sender.send("CONNECT 6002\n"));
    VERIFY_GUEST(sender.line().startsWith("OK "), guest.engine());
    const QByteArray much(1 << 20, 'm');
    QVERIFY(sender.send(much));
    sender.close();
    QCOMPARE(guest.run("wait; stat -c %s /tmp/got").text.split('\n').last(), QByteArray("1048576"));

    // Likewise the guest.
    LocalSocket sink = LocalSocket::listenAt(m_socket + QStringLiteral("_7002"));
    VERIFY_GUEST(guest.succeeds("echo last words | socat -u - VSOCK-CONNECT:2:7002"), guest.engine());
    LocalSocket last = sink.accept();
    QCOMPARE(last.line(), QByteArray("last words\n"));
    VERIFY_GUEST(last.ends(), guest.engine());
}

void TestLabVsock::checkSuddenEnds(LabGuest &guest)
{
    const QString tool = guestTool(QStringLiteral("guest_streams"));
    // The host's process is killed in the middle: the guest's streams end.
    VERIFY_GUEST(guest.succeeds(inBackground("guest_streams listen vsock::6003 50", "killed", "listening")),
                 guest.engine());
    const qint64 before = guest.metric("vsock", "rx_bytes_count");
    {
        HostProgram host(tool, {QStringLiteral("connect"), QStringLiteral("muxer:%1:6003").arg(m_socket),
                                QStringLiteral("50"), QStringLiteral("200000000")});
        QTRY_VERIFY_WITH_TIMEOUT(guest.metric("vsock", "rx_bytes_count") > before + 500000, 30000 * slowFactor());
        QVERIFY(host.isRunning());
    }
    VERIFY_GUEST(guest.succeeds("wait; grep 'STREAMS failed' /tmp/killed", 30000), guest.engine());

    // And the guest's: the host's streams end.
    HostProgram listener(
        tool, {QStringLiteral("listen"), QStringLiteral("unix:%1_7003").arg(m_socket), QStringLiteral("50")});
    QVERIFY(listener.prints("STREAMS listening"));
    const qint64 sent = guest.metric("vsock", "tx_bytes_count");
    VERIFY_GUEST(guest.succeeds("guest_streams connect vsock:2:7003 50 200000000 >/tmp/killed & true"), guest.engine());
    QTRY_VERIFY_WITH_TIMEOUT(guest.metric("vsock", "tx_bytes_count") > sent + 500000, 30000 * slowFactor());
    VERIFY_GUEST(guest.succeeds("kill -9 $!"), guest.engine());
    QVERIFY(!listener.succeeds());
    QVERIFY2(listener.output().contains("STREAMS failed"), listener.output());

    // Connections that are given up while they are being made.
    for (int i = 0; i < 50; ++i) {
        LocalSocket socket = LocalSocket::connectTo(m_socket);
        QVERIFY(socket.send("CONNECT 6004\n"));
    }
}

void TestLabVsock::streams_bothWaysAndAllEnds()
{
    LabGuest guest;
    m_socket = guest.path(QStringLiteral("v.sock"));
    guest.plan.vsock = {{QStringLiteral("guest_cid"), 5}, {QStringLiteral("uds_path"), m_socket}};
    VERIFY_GUEST(guest.boot(), guest.engine());
    STEP(checkManyStreams(guest));
    STEP(checkRefusals(guest));
    STEP(checkHalfCloses(guest));
    STEP(checkSuddenEnds(guest));

    // A pause in between does not break what is open.
    VERIFY_GUEST(guest.succeeds(inBackground("socat -d -d VSOCK-LISTEN:6005 EXEC:cat", "paused", "listening on")),
                 guest.engine());
    LocalSocket socket = LocalSocket::connectTo(m_socket);
    QVERIFY(socket.send("CONNECT 6005\n"));
    VERIFY_GUEST(socket.line().startsWith("OK "), guest.engine());
    QVERIFY(guest.pause());
    QVERIFY(socket.send("are you there?\n"));
    QVERIFY(guest.resume());
    QCOMPARE(socket.line(), QByteArray("are you there?\n"));
    socket.close();

    // After all that it still works, and nothing is left over.
    STEP(checkManyStreams(guest));
    QVERIFY(guest.metric("vsock", "conns_added") >= 2 * 404 + 100);
    QTRY_COMPARE_WITH_TIMEOUT(guest.metric("vsock", "conns_removed"), guest.metric("vsock", "conns_added"),
                              20000 * slowFactor());
    QVERIFY(guest.metric("vsock", "rx_bytes_count") > 2 * 20000000);
    QVERIFY(guest.metric("vsock", "tx_bytes_count") > 2 * 20000000);
    for (const char *leaf : {"activate_fails", "cfg_fails", "rx_queue_event_fails", "tx_queue_event_fails",
                             "ev_queue_event_fails", "muxer_event_fails", "conn_event_fails"})
        QVERIFY2(guest.metric("vsock", leaf) == 0, leaf);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabVsock)
#include "tst_lab_vsock.moc"
