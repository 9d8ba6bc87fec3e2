// The whole device with real Unix sockets and an event loop, as a machine wires it.
#include "events/event_loop.h"
#include "support/eventually.h"
#include "support/temp_files.h"
#include "support/vsock_guest.h"
#include "telemetry/metrics.h"
#include "virtio/vsock/device.h"
#include "virtio/vsock/unix_backend.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint32_t kGuestPort = 40000, kFirstPort = 1u << 30;

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

/// A program's non-blocking socket.
Fd programSocket()
{
    return Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

Fd dial(const std::string &path)
{
    Fd socket = programSocket();
    const sockaddr_un address = addressOf(path);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Fd();
    return socket;
}

Fd serve(const std::string &path, int backlog = 64)
{
    Fd socket = programSocket();
    const sockaddr_un address = addressOf(path);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(socket.get(), backlog) != 0)
        qFatal("cannot serve %s", path.c_str());
    return socket;
}

bool say(const Fd &socket, std::string_view text)
{
    return ::send(socket.get(), text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

/// What has come, up to 64 KiB; nothing at the end of the stream or an error, "" when nothing has come yet.
std::optional<std::string> hear(const Fd &socket)
{
    std::string text(65536, '\0');
    const ssize_t got = ::recv(socket.get(), text.data(), text.size(), 0);
    if (got < 0 && errno == EAGAIN)
        return "";
    if (got <= 0)
        return std::nullopt;
    text.resize(static_cast<std::size_t>(got));
    return text;
}

Result<std::unique_ptr<VsockDevice>> openAt(const std::string &path)
{
    return VsockDevice::open({.guestCid = 3, .udsPath = path, .brokenPipe = BrokenPipe::Quiet});
}

struct Bench {
    TempDir dir;
    std::string path = dir.file("v.sock");
    VsockGuest guest;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    std::unique_ptr<VsockDevice> device;
    std::vector<EventLoop::Registration> registrations;
    int wakeUps = 0;

    explicit Bench(bool active = true, BrokenPipe brokenPipe = BrokenPipe::Quiet)
    {
        auto opened = VsockDevice::open({.guestCid = 3, .udsPath = path, .brokenPipe = brokenPipe});
        if (!opened)
            qFatal("%s", opened.error().text.c_str());
        device = std::move(*opened);
        for (HostEvent &event : device->hostEvents()) {
            auto watch = loop->watch(event.fd, EPOLLIN, [this, ready = event.onReady](std::uint32_t) {
                ++wakeUps;
                ready();
            });
            registrations.push_back(std::move(watch.value()));
        }
        if (active && !device->activate(guest.activation()))
            qFatal("activation failed");
    }
    ~Bench() { registrations.clear(); }

    void supply(unsigned count, std::uint32_t bytes = 4096)
    {
        guest.supply(count, bytes);
        device->queueNotified(VsockDevice::kRxQueue);
    }
    void send(VsockOp op, std::uint32_t hostPort, std::span<const std::byte> payload = {}, std::uint32_t flags = 0)
    {
        auto header = VsockGuest::header(op, hostPort, kGuestPort);
        header.flags = flags;
        header.forwardCount = taken;
        guest.send(header, payload);
        device->queueNotified(VsockDevice::kTxQueue);
    }
    /// The next packet, waited for.
    std::optional<VsockPacket> receive()
    {
        std::optional<VsockPacket> packet;
        (void)eventually(*loop, [&] { return (packet = guest.receive()).has_value(); });
        if (packet)
            taken += packet->header.length;
        return packet;
    }
    int receiveOp()
    {
        const auto packet = receive();
        return packet ? static_cast<int>(packet->header.op) : 0;
    }
    std::uint32_t taken = 0; ///< bytes of data the guest consumed

    bool closed(const Fd &socket)
    {
        return eventually(*loop, [&] { return !hear(socket).has_value(); });
    }
    /// A program connected to the guest's port.
    Fd connectProgram()
    {
        Fd program = dial(path);
        if (!program || !say(program, "CONNECT 40000\n"))
            qFatal("cannot dial");
        supply(1);
        if (receiveOp() != static_cast<int>(VsockOp::Request))
            qFatal("no request");
        send(VsockOp::Response, kFirstPort);
        // A program that leaves without having read everything resets the connection.
        if (hear(program) != "OK 1073741824\n")
            qFatal("no answer");
        return program;
    }
    /// Rounds of the loop that do something; a device at rest makes none.
    int restlessRounds()
    {
        const int before = wakeUps;
        for (int i = 0; i < 50; ++i)
            (void)loop->runOnce(0);
        return wakeUps - before;
    }
};

int code(VsockOp op)
{
    return static_cast<int>(op);
}

constinit std::atomic<int> brokenPipes{0};
void onBrokenPipe(int)
{
    brokenPipes.fetch_add(1);
}

/// The limit of open descriptors is one above what is open now, until this goes.
class DescriptorLimit {
public:
    DescriptorLimit()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const Fd next(::dup(0));
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(next.get());
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~DescriptorLimit() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestVsockUnix : public QObject {
    Q_OBJECT
private slots:
    // --- the listening socket ---

    void open_pathInUse()
    {
        const TempDir dir;
        const auto path = dir.file("v.sock");
        const auto first = openAt(path);
        QVERIFY(first);
        const auto second = openAt(path);
        QVERIFY(!second);
        QCOMPARE(QString::fromStdString(second.error().text),
                 QString("Error binding to the host-side Unix socket: Address in use (os error 98)"));
        QCOMPARE(second.error().kind, ErrorKind::Host);
    }
    void open_noDirectory()
    {
        const auto opened = openAt("/nonexistent/directory/v.sock");
        QCOMPARE(QString::fromStdString(opened.error().text),
                 QString("Error binding to the host-side Unix socket: No such file or directory (os error 2)"));
    }
    void open_pathTooLong()
    {
        const auto opened = openAt("/tmp/" + std::string(200, 'x'));
        QCOMPARE(QString::fromStdString(opened.error().text),
                 QString("Error binding to the host-side Unix socket: path must be shorter than SUN_LEN"));
    }
    void open_pathWithNul()
    {
        const TempDir dir;
        const auto opened = openAt(dir.file(std::string_view("v\0.sock", 7)));
        QCOMPARE(QString::fromStdString(opened.error().text),
                 QString("Error binding to the host-side Unix socket: paths must not contain interior null bytes"));
    }
    void open_emptyPath() { QVERIFY(!openAt("")); }
    void socketFile_staysBehind()
    {
        const TempDir dir;
        const auto path = dir.file("v.sock");
        {
            const auto device = openAt(path);
        }
        struct stat info {};
        QCOMPARE(::stat(path.c_str(), &info), 0);
        QVERIFY(S_ISSOCK(info.st_mode));
        QVERIFY(!dial(path)); // nobody there
    }
    void inactive_programsWaitInTheBacklog()
    {
        Bench bench(false);
        Fd program = dial(bench.path);
        QVERIFY(program);
        QVERIFY(say(program, "CONNECT 40000\n"));
        QCOMPARE(bench.restlessRounds(), 0);
        QVERIFY(bench.device->activate(bench.guest.activation()));
        bench.supply(1);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Request));
    }

    // --- traffic ---

    void hostInitiated_bothWays()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        std::string heard;
        QVERIFY(say(program, "hello guest"));
        bench.supply(1);
        const auto packet = bench.receive();
        QCOMPARE(packet->payload.size(), std::size_t{11});
        bench.send(VsockOp::ReadWrite, kFirstPort, std::as_bytes(std::span("hello host", 10)));
        QVERIFY(eventually(*bench.loop, [&] {
            heard += hear(program).value_or("gone");
            return heard == "hello host";
        }));
        QCOMPARE(bench.restlessRounds(), 0);
    }

    void guestInitiated_bothWays()
    {
        Bench bench;
        const Fd listener = serve(bench.path + "_52");
        bench.supply(2);
        bench.send(VsockOp::Request, 52);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Response));
        const Fd program(::accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        QVERIFY(program);
        bench.send(VsockOp::ReadWrite, 52, std::as_bytes(std::span("question", 8)));
        std::string heard;
        QVERIFY(eventually(*bench.loop, [&] { return (heard += hear(program).value_or("")) == "question"; }));
        QVERIFY(say(program, "answer"));
        QCOMPARE(bench.receive()->payload.size(), std::size_t{6});
    }
    void guestInitiated_nobodyServes()
    {
        Bench bench;
        bench.supply(1);
        bench.send(VsockOp::Request, 53);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Reset));
    }
    void guestInitiated_fullBacklog_isRefusedNotWaitedFor()
    {
        Bench bench;
        const Fd listener = serve(bench.path + "_54", 0);
        std::vector<Fd> crowd;
        for (Fd one = dial(bench.path + "_54"); one; one = dial(bench.path + "_54"))
            crowd.push_back(std::move(one));
        bench.supply(1);
        bench.send(VsockOp::Request, 54);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Reset));
    }
    void guestInitiated_pathTooLong_isRefused()
    {
        const TempDir dir;
        std::string path = dir.file("");
        path += std::string(107 - path.size(), 'v'); // fits, but not with a port behind it
        auto streams = UnixHostStreams::listen(path, BrokenPipe::Quiet);
        QVERIFY2(streams, streams ? "" : streams.error().text.c_str());
        QVERIFY(!(*streams)->connect(1));
    }

    void bulk_bothWays()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        const auto toGuest = pattern(3'000'000, 1), toHost = pattern(3'000'000, 2);
        std::size_t written = 0, sent = 0;
        std::uint32_t forwarded = 0;
        std::vector<std::byte> atGuest, atHost;
        bench.supply(16, 44 + 4096);
        const bool done = eventually(*bench.loop, [&] {
            // The program.
            const ssize_t wrote = ::send(program.get(), toGuest.data() + written,
                                         std::min(toGuest.size() - written, std::size_t{50'000}), MSG_NOSIGNAL);
            written += static_cast<std::size_t>(std::max<ssize_t>(wrote, 0));
            if (const auto heard = hear(program))
                atHost.insert(atHost.end(), reinterpret_cast<const std::byte *>(heard->data()),
                              reinterpret_cast<const std::byte *>(heard->data()) + heard->size());
            // The guest.
            unsigned packets = 0;
            while (auto packet = bench.guest.receive()) {
                ++packets;
                forwarded = packet->header.forwardCount;
                bench.taken += packet->header.length;
                atGuest.insert(atGuest.end(), packet->payload.begin(), packet->payload.end());
            }
            if (packets > 0)
                bench.supply(packets, 44 + 4096);
            const std::size_t credit = 65536 - (static_cast<std::uint32_t>(sent) - forwarded);
            const std::size_t step = std::min({credit, toHost.size() - sent, std::size_t{30'000}});
            if (step > 0) {
                bench.send(VsockOp::ReadWrite, kFirstPort, std::span(toHost).subspan(sent, step));
                sent += step;
            }
            if (packets > 0)
                bench.send(VsockOp::CreditUpdate, kFirstPort);
            return atGuest.size() >= toGuest.size() && atHost.size() >= toHost.size();
        });
        QVERIFY(done);
        QVERIFY(atGuest == toGuest);
        QVERIFY(atHost == toHost);
    }

    // --- rest ---

    void noCreditNoBuffers_noSpin()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        (void)bench.restlessRounds();
        QVERIFY(say(program, std::string(100'000, 'x')));
        (void)bench.restlessRounds(); // takes note
        QCOMPARE(bench.restlessRounds(), 0);
        Fd gone = dial(bench.path); // another one, that leaves at once
        say(gone, "CONNECT 5\nabc");
        (void)bench.restlessRounds();
        gone.reset();
        (void)bench.restlessRounds();
        QCOMPARE(bench.restlessRounds(), 0);
    }
    void hungUpWithoutCredit_noSpin()
    {
        Bench bench;
        Fd program = bench.connectProgram();
        bench.send(VsockOp::CreditUpdate, kFirstPort);
        auto header = VsockGuest::header(VsockOp::CreditUpdate, kFirstPort, kGuestPort);
        header.bufferAllocated = 0;
        bench.guest.send(header);
        bench.device->queueNotified(VsockDevice::kTxQueue);
        bench.supply(1);
        QVERIFY(say(program, "last words"));
        program.reset();
        QCOMPARE(bench.receiveOp(), code(VsockOp::CreditRequest));
        (void)bench.restlessRounds();
        QCOMPARE(bench.restlessRounds(), 0);
        bench.supply(2);
        bench.send(VsockOp::CreditUpdate, kFirstPort);
        QCOMPARE(bench.receive()->payload.size(), std::size_t{10});
        QCOMPARE(bench.receiveOp(), code(VsockOp::Shutdown));
    }
    void stalledHost_noSpin()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        std::size_t sent = 0;
        const auto chunk = pattern(32768);
        // Fill the socket and the buffer behind it, as far as credit reaches.
        std::uint32_t forwarded = 0;
        for (;;) {
            bench.supply(1);
            bench.send(VsockOp::CreditRequest, kFirstPort);
            forwarded = bench.receive()->header.forwardCount;
            if (65536 - (sent - forwarded) < chunk.size())
                break;
            bench.send(VsockOp::ReadWrite, kFirstPort, chunk);
            sent += chunk.size();
        }
        QVERIFY(sent > forwarded);
        (void)bench.restlessRounds();
        QCOMPARE(bench.restlessRounds(), 0);
        std::size_t heard = 0;
        QVERIFY(eventually(*bench.loop, [&] {
            heard += hear(program).value_or("").size();
            return heard == sent;
        }));
        QCOMPARE(bench.restlessRounds(), 0);
    }

    // --- the end ---

    void programCloses_guestIsTold()
    {
        Bench bench;
        Fd program = bench.connectProgram();
        program.reset();
        bench.supply(2);
        const auto packet = bench.receive();
        QCOMPARE(code(packet->header.op), code(VsockOp::Shutdown));
        QCOMPARE(packet->header.flags, 3u);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Reset)); // after two seconds, by the device's timer
        QCOMPARE(bench.device->connectionCount(), std::size_t{0});
        QCOMPARE(bench.restlessRounds(), 0);
    }
    void programLeavesUnread_guestGetsReset()
    {
        Bench bench;
        Fd program = bench.connectProgram();
        const auto failures = metrics().vsock.rxReadFails.total();
        bench.send(VsockOp::ReadWrite, kFirstPort, pattern(10));
        program.reset();
        bench.supply(1);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Reset));
        QCOMPARE(metrics().vsock.rxReadFails.total() - failures, std::uint64_t{1});
    }
    void guestHalfCloses_programSeesTheEnd()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        bench.send(VsockOp::ReadWrite, kFirstPort, std::as_bytes(std::span("bye", 3)));
        bench.send(VsockOp::Shutdown, kFirstPort, {}, kVsockNoMoreSends);
        std::string heard;
        QVERIFY(eventually(*bench.loop, [&] {
            const auto more = hear(program);
            heard += more.value_or("");
            return !more;
        }));
        QCOMPARE(QString::fromStdString(heard), QString("bye"));
        QVERIFY(say(program, "still here"));
        bench.supply(1);
        QCOMPARE(bench.receive()->payload.size(), std::size_t{10});
        QCOMPARE(bench.restlessRounds(), 0);
    }
    void guestWillNotReceive_programCannotSend()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        bench.send(VsockOp::Shutdown, kFirstPort, {}, kVsockNoMoreReceives);
        QVERIFY(eventually(*bench.loop, [&] { return !say(program, "x") && errno == EPIPE; }));
        (void)bench.restlessRounds();
        QCOMPARE(bench.restlessRounds(), 0);
        bench.send(VsockOp::ReadWrite, kFirstPort, std::as_bytes(std::span("bye", 3)));
        std::string heard;
        QVERIFY(eventually(*bench.loop, [&] { return (heard += hear(program).value_or("")).ends_with("bye"); }));
    }
    void guestResets_programSeesTheEnd()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        bench.send(VsockOp::Reset, kFirstPort);
        QVERIFY(bench.closed(program));
    }
    void deviceReset_programSeesTheEnd_listenerStays()
    {
        Bench bench;
        const Fd program = bench.connectProgram();
        QVERIFY(bench.device->reset());
        QVERIFY(bench.closed(program));
        const Fd next = dial(bench.path);
        QVERIFY(next);
        QVERIFY(say(next, "CONNECT 40000\n"));
        QCOMPARE(bench.restlessRounds(), 0);
        bench.guest.connectQueues();
        QVERIFY(bench.device->activate(bench.guest.activation()));
        bench.supply(1);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Request));
    }
    void badGreeting_isClosed()
    {
        Bench bench;
        const Fd program = dial(bench.path);
        QVERIFY(say(program, "GET / HTTP/1.1\r\n\r\n"));
        QVERIFY(bench.closed(program));
    }
    void silentProgram_isClosedInTime()
    {
        Bench bench;
        const Fd program = dial(bench.path);
        QVERIFY(program);
        QVERIFY(bench.closed(program));
        QCOMPARE(bench.restlessRounds(), 0);
    }

    // --- broken pipes ---

    void programGone_data()
    {
        QTest::addColumn<bool>("signal");
        QTest::newRow("quiet") << false;
        QTest::newRow("counted by a handler") << true;
    }
    void programGone()
    {
        QFETCH(bool, signal);
        struct sigaction action {
        }, before{};
        action.sa_handler = onBrokenPipe;
        brokenPipes = 0;
        QCOMPARE(::sigaction(SIGPIPE, &action, &before), 0);
        {
            Bench bench(true, signal ? BrokenPipe::Signal : BrokenPipe::Quiet);
            Fd program = bench.connectProgram();
            program.reset();
            bench.send(VsockOp::ReadWrite, kFirstPort, pattern(100));
            bench.supply(1);
            QCOMPARE(bench.receiveOp(), code(VsockOp::Reset));
        }
        QCOMPARE(::sigaction(SIGPIPE, &before, nullptr), 0);
        QCOMPARE(brokenPipes.load(), signal ? 1 : 0);
    }

    // --- scarcity ---

    void outOfDescriptors_acceptsLater()
    {
        Bench bench;
        const Fd program = dial(bench.path);
        QVERIFY(say(program, "CONNECT 40000\n"));
        bench.supply(1);
        const auto failures = metrics().vsock.muxerEventFails.total();
        {
            const DescriptorLimit limit;
            QVERIFY(eventually(*bench.loop, [&] { return metrics().vsock.muxerEventFails.total() > failures; }));
            const auto seen = metrics().vsock.muxerEventFails.total();
            const int wakes = bench.restlessRounds();
            QVERIFY2(wakes <= static_cast<int>(metrics().vsock.muxerEventFails.total() - seen),
                     "only the retry timer wakes it");
            bench.send(VsockOp::Request, 55); // needs a descriptor, too
        }
        QCOMPARE(bench.receiveOp(), code(VsockOp::Reset));
        bench.supply(1);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Request));
        QCOMPARE(bench.restlessRounds(), 0);
    }
    void descriptorsOverSockets_doNotStallTheStream()
    {
        // A stream socket ends a read early where descriptors were attached.
        Bench bench;
        const Fd program = bench.connectProgram();
        (void)bench.restlessRounds();
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
        char text[] = "with a descriptor";
        iovec piece{text, 17};
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *attached = CMSG_FIRSTHDR(&message);
        attached->cmsg_level = SOL_SOCKET;
        attached->cmsg_type = SCM_RIGHTS;
        attached->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(attached), &bench.device->hostEvents()[1].fd, sizeof(int));
        QCOMPARE(::sendmsg(program.get(), &message, MSG_NOSIGNAL), ssize_t{17});
        QVERIFY(say(program, " and then more"));
        bench.supply(8);
        std::size_t bytes = 0;
        QVERIFY(eventually(*bench.loop, [&] {
            while (const auto packet = bench.guest.receive())
                bytes += packet->payload.size();
            return bytes == 31;
        }));
    }
    void hundredsOfConnections()
    {
        Bench bench;
        constexpr std::uint32_t kCount = 300;
        std::vector<Fd> programs;
        for (std::uint32_t i = 0; i < kCount; ++i) {
            programs.push_back(dial(bench.path));
            QVERIFY(programs.back());
            QVERIFY(say(programs.back(), "CONNECT 40000\n"));
            bench.supply(1);
            QCOMPARE(bench.receiveOp(), code(VsockOp::Request));
            bench.send(VsockOp::Response, kFirstPort + i);
            QVERIFY(hear(programs.back())->starts_with("OK "));
        }
        QCOMPARE(bench.device->connectionCount(), std::size_t{kCount});
        for (const Fd &program : programs)
            QVERIFY(say(program, "ping"));
        std::size_t pings = 0;
        bench.supply(200);
        QVERIFY(eventually(*bench.loop, [&] {
            unsigned packets = 0;
            while (const auto packet = bench.guest.receive()) {
                ++packets;
                pings += std::size_t{packet->payload.size() == 4};
            }
            if (packets > 0)
                bench.supply(packets);
            return pings == kCount;
        }));
        programs.clear();
        std::size_t ends = 0;
        QVERIFY(eventually(*bench.loop, [&] {
            while (const auto packet = bench.guest.receive()) {
                if (packet->header.op == VsockOp::Shutdown) {
                    ++ends;
                    bench.send(VsockOp::Reset, packet->header.sourcePort);
                }
                bench.supply(1);
            }
            return ends == kCount;
        }));
        QCOMPARE(bench.device->connectionCount(), std::size_t{0});
        QCOMPARE(bench.restlessRounds(), 0);
    }
};

QTEST_GUILESS_MAIN(TestVsockUnix)
#include "tst_vsock_unix.moc"
