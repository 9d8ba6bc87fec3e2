// The protocol without queues and sockets: routing, states, credit, limits, time.
#include "support/fake_guest.h"
#include "support/memory_streams.h"
#include "support/vsock_guest.h"
#include "telemetry/metrics.h"
#include "virtio/vsock/muxer.h"

#include <QTest>

#include <cerrno>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kHostPort = 7000, kGuestPort = 40000;
constexpr std::uint32_t kFirstPort = 1u << 30;
constexpr std::uint32_t kBoth = kVsockNoMoreReceives | kVsockNoMoreSends;

/// A multiplexer between packets and streams in memory, and a clock.
struct Bench {
    MemoryStreams streams;
    VsockMuxer muxer{VsockGuest::kCid, streams};
    VsockTimePoint now{1h};
    std::uint32_t guestBuffer = 1u << 18;

    Bench()
    {
        streams.accepting = true;
        streams.listening = {kHostPort};
    }
    void run() { streams.dispatch(muxer, now); }
    void wait(std::chrono::milliseconds time)
    {
        now += time;
        muxer.expire(now);
    }

    VsockHeader header(VsockOp op, std::uint32_t hostPort = kHostPort, std::uint32_t guestPort = kGuestPort) const
    {
        VsockHeader made = VsockGuest::header(op, hostPort, guestPort);
        made.bufferAllocated = guestBuffer;
        return made;
    }
    void guest(VsockHeader header, std::vector<std::byte> payload = {})
    {
        header.length = static_cast<std::uint32_t>(payload.size());
        const iovec piece{payload.data(), payload.size()};
        muxer.fromGuest(header, std::span(&piece, payload.empty() ? 0 : 1), now);
    }
    void guest(VsockOp op, std::vector<std::byte> payload = {}) { guest(header(op), std::move(payload)); }
    void shutDown(std::uint32_t flags, std::uint32_t hostPort = kHostPort)
    {
        VsockHeader made = header(VsockOp::Shutdown, hostPort);
        made.flags = flags;
        guest(made);
    }

    std::optional<VsockPacket> next(std::size_t roomBytes = kVsockMaxPayload)
    {
        VsockPacket packet;
        packet.payload.resize(roomBytes);
        // Two pieces, so that limits fall into either.
        std::vector<iovec> room{{packet.payload.data(), roomBytes / 3},
                                {packet.payload.data() + roomBytes / 3, roomBytes - roomBytes / 3}};
        lastFill = muxer.toGuest(packet.header, room, now);
        if (room[0].iov_len != roomBytes / 3 || room[1].iov_len != roomBytes - roomBytes / 3)
            qFatal("the room was changed");
        if (lastFill != VsockFill::Packet)
            return std::nullopt;
        packet.payload.resize(packet.header.length);
        return packet;
    }
    /// The op of the next packet, 0 for none.
    int nextOp()
    {
        const auto packet = next();
        return packet ? static_cast<int>(packet->header.op) : 0;
    }
    VsockFill lastFill = VsockFill::Nothing;

    /// A connection that the guest opened and knows of.
    std::shared_ptr<MemoryPeer> fromGuest(std::uint32_t hostPort = kHostPort, std::uint32_t guestPort = kGuestPort)
    {
        streams.listening.insert(hostPort);
        guest(header(VsockOp::Request, hostPort, guestPort));
        if (nextOp() != static_cast<int>(VsockOp::Response))
            qFatal("no response");
        return streams.answered.back();
    }
    /// A program of the host that asks for a port of the guest, up to the REQUEST.
    std::shared_ptr<MemoryPeer> fromHost(std::uint32_t guestPort = kGuestPort)
    {
        auto peer = streams.dial("CONNECT " + std::to_string(guestPort) + "\n");
        run();
        run(); // the line is reported once the stream is watched
        return peer;
    }
};

int code(VsockOp op)
{
    return static_cast<int>(op);
}

/// Takes all and never ends.
class EndlessStream final : public HostStream {
public:
    Result<> watch(StreamToken) override { return {}; }
    Result<> watchWritable(bool) override { return {}; }
    std::ptrdiff_t read(std::span<const iovec> room) override { return total(room); }
    std::ptrdiff_t peek(std::span<std::byte>) override { return -EAGAIN; }
    std::ptrdiff_t write(std::span<const iovec> bytes) override { return total(bytes); }
    void shutdownRead() override {}
    void shutdownWrite() override {}

private:
    static std::ptrdiff_t total(std::span<const iovec> pieces)
    {
        std::size_t bytes = 0;
        for (const iovec &piece : pieces)
            bytes += piece.iov_len;
        return static_cast<std::ptrdiff_t>(bytes);
    }
};

std::vector<std::byte> sentBy(const MemoryPeer &peer)
{
    return peer.received;
}

} // namespace

class TestVsockMuxer : public QObject {
    Q_OBJECT
private slots:
    // --- routing ---

    void request_withListener_isAnswered()
    {
        Bench bench;
        bench.guest(VsockOp::Request);
        const auto packet = bench.next();
        QVERIFY(packet);
        QCOMPARE(code(packet->header.op), code(VsockOp::Response));
        QCOMPARE(packet->header.sourceCid, std::uint64_t{2});
        QCOMPARE(packet->header.destinationCid, std::uint64_t{3});
        QCOMPARE(packet->header.sourcePort, kHostPort);
        QCOMPARE(packet->header.destinationPort, kGuestPort);
        QCOMPARE(packet->header.type, std::uint16_t{1});
        QCOMPARE(packet->header.bufferAllocated, 65536u);
        QCOMPARE(packet->header.forwardCount, 0u);
        QCOMPARE(packet->header.length, 0u);
        QVERIFY(!bench.next());
        QCOMPARE(bench.streams.answered.size(), std::size_t{1});
    }

    void unroutable_data()
    {
        QTest::addColumn<int>("op");
        QTest::addColumn<int>("type");
        QTest::addColumn<quint64>("source");
        QTest::addColumn<quint64>("destination");
        QTest::addColumn<quint32>("port");
        QTest::addColumn<bool>("reset"); // else: dropped
        const auto row = [](const char *name, VsockOp op, int type, quint64 source, quint64 destination, quint32 port,
                            bool reset) {
            QTest::newRow(name) << code(op) << type << source << destination << port << reset;
        };
        row("nobody listens", VsockOp::Request, 1, 3, 2, kHostPort + 1, true);
        row("data for nobody", VsockOp::ReadWrite, 1, 3, 2, kHostPort, true);
        row("reset for nobody", VsockOp::Reset, 1, 3, 2, kHostPort, true);
        row("shutdown for nobody", VsockOp::Shutdown, 1, 3, 2, kHostPort, true);
        row("unknown op for nobody", static_cast<VsockOp>(99), 1, 3, 2, kHostPort, true);
        row("datagram", VsockOp::Request, 3, 3, 2, kHostPort, true);
        row("sequenced packets, wrong CID", VsockOp::Request, 2, 3, 9, kHostPort, true);
        row("another host", VsockOp::Request, 1, 3, 1, kHostPort, false);
        row("high CID", VsockOp::Request, 1, 3, 0x1'0000'0002, kHostPort, false);
        row("foreign source", VsockOp::Request, 1, 4, 2, kHostPort, false);
        row("foreign source, wrong type", VsockOp::Request, 3, 0x1'0000'0003, 2, kHostPort, false);
    }
    void unroutable()
    {
        QFETCH(int, op);
        QFETCH(int, type);
        QFETCH(quint64, source);
        QFETCH(quint64, destination);
        QFETCH(quint32, port);
        QFETCH(bool, reset);
        Bench bench;
        VsockHeader header = bench.header(static_cast<VsockOp>(op), port);
        header.type = static_cast<std::uint16_t>(type);
        header.sourceCid = source;
        header.destinationCid = destination;
        bench.guest(header);
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        const auto packet = bench.next();
        QCOMPARE(packet.has_value(), reset);
        if (!reset)
            return;
        QCOMPARE(code(packet->header.op), code(VsockOp::Reset));
        QCOMPARE(packet->header.sourcePort, port);
        QCOMPARE(packet->header.destinationPort, kGuestPort);
        QCOMPARE(packet->header.sourceCid, std::uint64_t{2});
        QCOMPARE(packet->header.destinationCid, std::uint64_t{3});
        QVERIFY(!bench.next());
    }

    void resets_areBounded()
    {
        Bench bench;
        for (int i = 0; i < 1000; ++i)
            bench.guest(bench.header(VsockOp::ReadWrite, kHostPort, static_cast<std::uint32_t>(i)));
        for (std::uint32_t i = 0; i < 256; ++i) {
            const auto packet = bench.next();
            QVERIFY(packet);
            QCOMPARE(packet->header.destinationPort, i);
        }
        QVERIFY(!bench.next());
    }

    void resets_doNotStarveConnections()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->send(std::vector<std::byte>(5));
        bench.run();
        for (std::uint32_t i = 0; i < 10; ++i)
            bench.guest(bench.header(VsockOp::ReadWrite, 1, i));
        const std::array first{bench.nextOp(), bench.nextOp()};
        QVERIFY(std::ranges::count(first, code(VsockOp::ReadWrite)) == 1);
        QVERIFY(std::ranges::count(first, code(VsockOp::Reset)) == 1);
    }

    void reset_ofTheGuest_closes()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto removed = metrics().vsock.connsRemoved.total();
        bench.guest(VsockOp::Reset);
        QVERIFY(peer->closed);
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        QVERIFY(!bench.next());
        QCOMPARE(metrics().vsock.connsRemoved.total() - removed, std::uint64_t{1});
    }

    void request_forAKnownPair_isDropped()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.guest(VsockOp::Request);
        QVERIFY(!bench.next());
        QVERIFY(!peer->closed);
        QCOMPARE(bench.streams.answered.size(), std::size_t{1});
    }

    void watchFailure_isCountedAndRefused()
    {
        Bench bench;
        const auto failures = metrics().vsock.connEventFails.total();
        bench.streams.watchError = ENOSPC;
        bench.guest(VsockOp::Request);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        const auto peer = bench.streams.dial("CONNECT 1\n");
        bench.run();
        QVERIFY(peer->closed);
        QCOMPARE(metrics().vsock.connEventFails.total() - failures, std::uint64_t{2});
        bench.streams.watchError = 0;
        bench.fromGuest(); // the places were not lost
    }

    // --- connections from the host ---

    void hostRequest_accepted()
    {
        Bench bench;
        const auto peer = bench.fromHost();
        const auto packet = bench.next();
        QVERIFY(packet);
        QCOMPARE(code(packet->header.op), code(VsockOp::Request));
        QCOMPARE(packet->header.sourcePort, kFirstPort);
        QCOMPARE(packet->header.destinationPort, kGuestPort);
        QVERIFY2(peer->text().empty(), "no answer before the guest's");
        bench.guest(bench.header(VsockOp::Response, kFirstPort));
        QCOMPARE(QString::fromStdString(std::string(peer->text())), QString("OK 1073741824\n"));
        bench.wait(10s);
        QVERIFY(!peer->closed);
    }
    void hostRequest_answerDoesNotCountAsForwarded()
    {
        Bench bench;
        bench.fromHost();
        bench.next();
        bench.guest(bench.header(VsockOp::Response, kFirstPort));
        bench.guest(bench.header(VsockOp::CreditRequest, kFirstPort));
        QCOMPARE(bench.next()->header.forwardCount, 0u);
    }
    void hostRequest_portsAscend()
    {
        Bench bench;
        for (std::uint32_t i = 0; i < 5; ++i) {
            bench.fromHost();
            QCOMPARE(bench.next()->header.sourcePort, kFirstPort + i);
        }
        // A connection of the guest has the next one.
        bench.fromGuest(kFirstPort + 5);
        bench.fromHost();
        QCOMPARE(bench.next()->header.sourcePort, kFirstPort + 6);
    }
    void hostRequest_refused()
    {
        Bench bench;
        const auto peer = bench.fromHost();
        bench.next();
        bench.guest(bench.header(VsockOp::Reset, kFirstPort));
        QVERIFY(peer->closed);
        QVERIFY(peer->received.empty());
        QVERIFY(!bench.next());
    }
    void hostRequest_unanswered()
    {
        Bench bench;
        const auto killed = metrics().vsock.connsKilled.total();
        const auto peer = bench.fromHost();
        bench.next();
        bench.wait(1999ms);
        QVERIFY(!peer->closed);
        bench.wait(1ms);
        QVERIFY(peer->closed);
        QVERIFY(peer->received.empty());
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        QCOMPARE(metrics().vsock.connsKilled.total() - killed, std::uint64_t{1});
    }
    void hostRequest_programGone_guestGetsReset()
    {
        Bench bench;
        const auto peer = bench.fromHost();
        bench.next();
        peer->hangUp();
        bench.run();
        bench.guest(bench.header(VsockOp::Response, kFirstPort));
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void response_beforeTheRequest_isDropped()
    {
        Bench bench;
        const auto peer = bench.fromHost();
        bench.guest(bench.header(VsockOp::Response, kFirstPort));
        QVERIFY(peer->received.empty());
        QCOMPARE(bench.nextOp(), code(VsockOp::Request));
    }
    void handshake_badLine_isClosedWithoutAWord()
    {
        Bench bench;
        const auto peer = bench.streams.dial("HELLO WORLD\n");
        bench.run();
        bench.run();
        QVERIFY(peer->closed);
        QVERIFY(peer->received.empty());
        QVERIFY(!bench.next());
    }
    void handshake_silent_isClosedInTime()
    {
        Bench bench;
        const auto silent = bench.streams.dial();
        const auto slow = bench.streams.dial("CONNECT 123");
        bench.run();
        bench.run();
        QVERIFY(!silent->closed && !slow->closed);
        bench.wait(1999ms);
        QVERIFY(!silent->closed && !slow->closed);
        bench.wait(1ms);
        QVERIFY(silent->closed && slow->closed);
        QVERIFY(!bench.next());
        QVERIFY(!bench.muxer.nextDeadline());
    }
    void earlyData_isDeliveredAfterTheResponse()
    {
        Bench bench;
        const auto peer = bench.streams.dial("CONNECT 40000\nearly bird");
        bench.run();
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Request));
        QVERIFY(!bench.next());
        bench.guest(bench.header(VsockOp::Response, kFirstPort));
        QCOMPARE(bench.next()->payload.size(), std::size_t{10});
        QVERIFY(!peer->closed);
    }

    // --- limits ---

    void limit_ofConnections_handshakesIncluded()
    {
        Bench bench;
        std::vector<std::shared_ptr<MemoryPeer>> silent;
        for (int i = 0; i < 23; ++i)
            silent.push_back(bench.streams.dial());
        bench.run();
        for (std::uint32_t i = 0; i < 1000; ++i)
            bench.fromGuest(kHostPort, i);
        bench.guest(bench.header(VsockOp::Request, kHostPort, 5000));
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        const auto refused = bench.streams.dial("CONNECT 1\n");
        bench.run();
        QVERIFY(refused->closed);
        QVERIFY(refused->received.empty());
        // Room again.
        bench.guest(bench.header(VsockOp::Reset, kHostPort, 500));
        bench.fromGuest(kHostPort, 5000);
        bench.wait(2s);
        QVERIFY(silent.front()->closed);
        QVERIFY(!bench.fromHost()->closed);
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{1001});
    }

    void manyTimeouts_allComeTrue()
    {
        Bench bench;
        const auto resyncs = metrics().vsock.killqResync.total();
        std::vector<std::shared_ptr<MemoryPeer>> peers;
        for (int i = 0; i < 300; ++i) {
            peers.push_back(bench.fromHost());
            QCOMPARE(bench.nextOp(), code(VsockOp::Request));
            bench.now += 1ms;
        }
        bench.now += 1s;
        while (const auto deadline = bench.muxer.nextDeadline()) {
            QVERIFY(*deadline > bench.now);
            bench.now = *deadline;
            bench.muxer.expire(bench.now);
        }
        QVERIFY(std::ranges::all_of(peers, [](const auto &peer) { return peer->closed; }));
        int resets = 0;
        while (bench.nextOp() == code(VsockOp::Reset))
            ++resets;
        QCOMPARE(resets, 300);
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        QVERIFY(metrics().vsock.killqResync.total() - resyncs >= 2);
    }

    void dropAll_forgetsEverything()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto waiting = bench.fromHost();
        const auto silent = bench.streams.dial();
        bench.run();
        bench.guest(bench.header(VsockOp::ReadWrite, 1, 2));
        bench.muxer.dropAll();
        QVERIFY(peer->closed && waiting->closed && silent->closed);
        QVERIFY(!bench.muxer.hasPacket());
        QVERIFY(!bench.next());
        QVERIFY(!bench.muxer.nextDeadline());
        bench.fromGuest();
    }

    // --- data from the guest ---

    void guestData_goesStraightThrough()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto data = pattern(1000);
        bench.guest(VsockOp::ReadWrite, data);
        QCOMPARE(sentBy(*peer), data);
        QVERIFY2(!peer->watchesWritable, "nothing waits");
    }
    void guestData_emptyPacket_isDropped()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.guest(VsockOp::ReadWrite);
        QVERIFY(!bench.next());
        QVERIFY(!peer->closed);
    }
    void guestData_slowHost_isBuffered()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 100;
        const auto data = pattern(60'000);
        bench.guest(VsockOp::ReadWrite, std::vector(data.begin(), data.begin() + 1000));
        QVERIFY(peer->watchesWritable);
        bench.guest(VsockOp::ReadWrite, std::vector(data.begin() + 1000, data.end()));
        QCOMPARE(peer->received.size(), std::size_t{100});
        for (int i = 0; i < 7; ++i) {
            peer->makeRoom(9000);
            bench.run();
        }
        QCOMPARE(sentBy(*peer), data);
        QVERIFY2(!peer->watchesWritable, "nothing waits any more");
    }
    void guestData_moreThanCredit_kills()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(65536));
        QVERIFY(!peer->closed);
        bench.guest(VsockOp::ReadWrite, pattern(1));
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
    }
    void guestData_writeError_kills()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto failures = metrics().vsock.txWriteFails.total();
        peer->writeError = EPIPE;
        bench.guest(VsockOp::ReadWrite, pattern(10));
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(metrics().vsock.txWriteFails.total() - failures, std::uint64_t{1});
    }
    void guestData_flushError_kills()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto failures = metrics().vsock.txFlushFails.total();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(10));
        peer->hangUp();
        bench.run();
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(metrics().vsock.txFlushFails.total() - failures, std::uint64_t{1});
    }
    void creditUpdate_onlyWhenTheGuestSeesLittleRoom()
    {
        Bench bench;
        bench.fromGuest();
        bench.guest(VsockOp::ReadWrite, pattern(61440));
        QVERIFY2(!bench.next(), "4096 bytes are left in the guest's eyes");
        bench.guest(VsockOp::ReadWrite, pattern(1));
        const auto packet = bench.next();
        QCOMPARE(code(packet->header.op), code(VsockOp::CreditUpdate));
        QCOMPARE(packet->header.forwardCount, 61441u);
        QVERIFY(!bench.next());
    }
    void creditUpdate_notBeforeTheHostTookIt()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(65536));
        QVERIFY(!bench.next());
        peer->makeRoom(65536);
        bench.run();
        QCOMPARE(bench.next()->header.forwardCount, 65536u);
    }
    void creditUpdate_isSavedByAnyOtherPacket()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.guest(VsockOp::ReadWrite, pattern(62000));
        peer->send(pattern(3));
        bench.run();
        const auto packet = bench.next();
        QCOMPARE(code(packet->header.op), code(VsockOp::ReadWrite));
        QCOMPARE(packet->header.forwardCount, 62000u);
        QVERIFY(!bench.next());
    }
    void creditRequest_isAnswered()
    {
        Bench bench;
        bench.fromGuest();
        bench.guest(VsockOp::ReadWrite, pattern(5));
        bench.guest(VsockOp::CreditRequest);
        const auto packet = bench.next();
        QCOMPARE(code(packet->header.op), code(VsockOp::CreditUpdate));
        QCOMPARE(packet->header.forwardCount, 5u);
        QVERIFY(!bench.next());
    }

    // --- data from the host ---

    void hostData_isReadStraight()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto data = pattern(100'000);
        peer->send(data);
        bench.run();
        std::vector<std::byte> got;
        while (const auto packet = bench.next(5000)) {
            QCOMPARE(code(packet->header.op), code(VsockOp::ReadWrite));
            QVERIFY(packet->payload.size() <= 5000);
            got.insert(got.end(), packet->payload.begin(), packet->payload.end());
        }
        QCOMPARE(got, data);
        QVERIFY(!bench.muxer.hasPacket());
    }
    void hostData_keepsToTheGuestsCredit()
    {
        Bench bench;
        bench.guestBuffer = 1000;
        const auto peer = bench.fromGuest();
        peer->send(pattern(2500));
        bench.run();
        QCOMPARE(bench.next()->payload.size(), std::size_t{1000});
        QCOMPARE(bench.nextOp(), code(VsockOp::CreditRequest));
        QVERIFY2(!bench.next(), "asked once");
        QVERIFY(!bench.muxer.hasPacket());
        VsockHeader update = bench.header(VsockOp::CreditUpdate);
        update.forwardCount = 0;
        bench.guest(update); // still nothing
        QVERIFY(!bench.next());
        update.forwardCount = 400;
        bench.guest(update);
        QCOMPARE(bench.next()->payload.size(), std::size_t{400});
        QCOMPARE(bench.nextOp(), code(VsockOp::CreditRequest));
        update.forwardCount = 1400;
        bench.guest(update);
        QCOMPARE(bench.next()->payload.size(), std::size_t{1000});
        update.forwardCount = 2400;
        bench.guest(update);
        QCOMPARE(bench.next()->payload.size(), std::size_t{100});
    }
    void hostData_impossibleCredit_isNone_data()
    {
        QTest::addColumn<quint32>("allocated");
        QTest::addColumn<quint32>("forwarded");
        QTest::newRow("shrunk below what is under way") << 50u << 0u;
        QTest::newRow("nothing") << 0u << 100u;
        QTest::newRow("took what was never sent") << 1000u << 5000u;
    }
    void hostData_impossibleCredit_isNone()
    {
        QFETCH(quint32, allocated);
        QFETCH(quint32, forwarded);
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->send(pattern(100));
        bench.run();
        QCOMPARE(bench.next()->payload.size(), std::size_t{100});
        VsockHeader update = bench.header(VsockOp::CreditUpdate);
        update.bufferAllocated = allocated;
        update.forwardCount = forwarded;
        bench.guest(update);
        peer->send(pattern(100));
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::CreditRequest));
        QVERIFY(!bench.next());
    }
    void counts_wrap()
    {
        const VsockTimePoint now{1h};
        VsockConnection connection(VsockConnection::Initiator::Guest, {1, 2}, std::make_unique<EndlessStream>(), now);
        std::vector<std::byte> buffer(kVsockMaxPayload);
        std::array room{iovec{buffer.data(), buffer.size()}};
        VsockHeader update{.op = VsockOp::CreditUpdate, .bufferAllocated = 3 * kVsockMaxPayload};
        connection.fromGuest(update, {}, now);
        VsockHeader response;
        QCOMPARE(connection.toGuest(response, room, now), VsockFill::Packet);
        connection.onReady({.readable = true});
        // 2^32 bytes are 65536 full packets.
        VsockHeader data = update;
        data.op = VsockOp::ReadWrite;
        data.length = kVsockMaxPayload;
        for (std::uint32_t round = 1; round < 65600; ++round) {
            connection.fromGuest(data, room, now);
            VsockHeader header;
            QCOMPARE(connection.toGuest(header, room, now), VsockFill::Packet);
            QCOMPARE(header.length, kVsockMaxPayload);
            QCOMPARE(header.forwardCount, round * kVsockMaxPayload);
            data.forwardCount += kVsockMaxPayload;
        }
        QVERIFY(!connection.isFinished());
    }
    void hostData_bareHeaderBuffer_hasNoRoom()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->send(pattern(10));
        bench.run();
        QVERIFY(!bench.next(0));
        QCOMPARE(bench.lastFill, VsockFill::NoRoom);
        QCOMPARE(bench.next()->payload.size(), std::size_t{10});
        bench.guest(VsockOp::CreditRequest);
        QVERIFY2(bench.next(0), "other packets fit");
    }
    void hostData_roundRobin()
    {
        Bench bench;
        std::vector<std::shared_ptr<MemoryPeer>> peers;
        for (std::uint32_t i = 0; i < 8; ++i)
            peers.push_back(bench.fromGuest(kHostPort, i));
        for (const auto &peer : peers)
            peer->send(pattern(40'000));
        bench.run();
        std::map<std::uint32_t, int> turns;
        for (int i = 0; i < 80; ++i)
            ++turns[bench.next(1000)->header.destinationPort];
        QCOMPARE(turns.size(), std::size_t{8});
        for (const auto &[port, count] : turns)
            QCOMPARE(count, 10);
    }
    void hostData_readError_kills()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        const auto failures = metrics().vsock.rxReadFails.total();
        peer->readError = ECONNRESET;
        peer->send(pattern(1));
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QVERIFY(peer->closed);
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        QCOMPARE(metrics().vsock.rxReadFails.total() - failures, std::uint64_t{1});
    }

    // --- the end ---

    void hostEnd_shutsDownAndResetsInTime()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->send(pattern(10));
        peer->end();
        bench.run();
        QCOMPARE(bench.next()->payload.size(), std::size_t{10});
        const auto packet = bench.next();
        QCOMPARE(code(packet->header.op), code(VsockOp::Shutdown));
        QCOMPARE(packet->header.flags, kBoth);
        bench.wait(1999ms);
        QVERIFY(!bench.next());
        bench.wait(1ms);
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
    }
    void hostEnd_confirmedByTheGuest()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->end();
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Shutdown));
        bench.guest(VsockOp::Reset);
        QVERIFY(peer->closed);
        QVERIFY(!bench.next());
    }
    void hostEnd_waitsForCredit()
    {
        Bench bench;
        bench.guestBuffer = 4;
        const auto peer = bench.fromGuest();
        peer->send(pattern(6));
        peer->hangUp();
        bench.run();
        QCOMPARE(bench.next()->payload.size(), std::size_t{4});
        QCOMPARE(bench.nextOp(), code(VsockOp::CreditRequest));
        QVERIFY(!bench.next());
        VsockHeader update = bench.header(VsockOp::CreditUpdate);
        update.forwardCount = 4;
        bench.guest(update);
        QCOMPARE(bench.next()->payload.size(), std::size_t{2});
        QCOMPARE(bench.nextOp(), code(VsockOp::Shutdown));
    }
    void guestShutdown_both_resetsAtOnce()
    {
        Bench bench;
        const auto killed = metrics().vsock.connsKilled.total();
        const auto peer = bench.fromGuest();
        bench.shutDown(kBoth);
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QCOMPARE(bench.muxer.connectionCount(), std::size_t{0});
        QCOMPARE(metrics().vsock.connsKilled.total(), killed);
    }
    void guestShutdown_oneByOne_resetsAtOnce()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.shutDown(kVsockNoMoreReceives);
        QVERIFY(peer->readShut && !peer->writeShut && !peer->closed);
        bench.shutDown(kVsockNoMoreSends);
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void guestShutdown_noMoreSends_endsTheHostsInput()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.guest(VsockOp::ReadWrite, pattern(10));
        bench.shutDown(kVsockNoMoreSends);
        QVERIFY(peer->writeShut && !peer->readShut);
        peer->send(pattern(20)); // the other direction lives
        bench.run();
        QCOMPARE(bench.next()->payload.size(), std::size_t{20});
        bench.guest(VsockOp::ReadWrite, pattern(10));
        QCOMPARE(peer->received.size(), std::size_t{10});
        bench.guest(VsockOp::CreditRequest);
        QVERIFY2(!bench.next(), "who does not send needs no credit");
        bench.wait(1h);
        QVERIFY(!peer->closed);
    }
    void guestShutdown_noMoreSends_afterWhatWaits()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(10));
        bench.shutDown(kVsockNoMoreSends);
        QVERIFY(!peer->writeShut);
        peer->makeRoom(10);
        bench.run();
        QCOMPARE(peer->received.size(), std::size_t{10});
        QVERIFY(peer->writeShut);
        bench.wait(1h);
        QVERIFY(!peer->closed);
    }
    void guestShutdown_noMoreReceives_stopsData()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        bench.shutDown(kVsockNoMoreReceives);
        peer->send(pattern(10));
        bench.run();
        QVERIFY(!bench.next());
        bench.guest(VsockOp::ReadWrite, pattern(10));
        QCOMPARE(peer->received.size(), std::size_t{10});
        peer->hangUp();
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void guestShutdown_noMoreReceives_hostGoneBefore()
    {
        Bench bench;
        bench.guestBuffer = 0;
        const auto peer = bench.fromGuest();
        peer->send(pattern(10));
        peer->hangUp();
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::CreditRequest));
        bench.shutDown(kVsockNoMoreReceives);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void guestShutdown_both_waitsForTheHost()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(10));
        bench.shutDown(kBoth);
        QVERIFY(!bench.next());
        bench.wait(1999ms);
        peer->makeRoom(10);
        bench.run();
        QCOMPARE(peer->received.size(), std::size_t{10});
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void guestShutdown_both_doesNotWaitLong()
    {
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->room = 0;
        bench.guest(VsockOp::ReadWrite, pattern(10));
        bench.shutDown(kBoth);
        bench.wait(1s);
        bench.shutDown(kBoth); // does not start the time anew
        bench.wait(1s);
        QVERIFY(peer->closed);
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
    }
    void packets_inOtherStates_areDropped()
    {
        Bench bench;
        bench.guest(VsockOp::Request);
        bench.guest(VsockOp::ReadWrite, pattern(10)); // RESPONSE is not out yet
        bench.shutDown(kBoth);
        const auto peer = bench.streams.answered.back();
        QVERIFY(peer->received.empty());
        QCOMPARE(bench.nextOp(), code(VsockOp::Response));
        bench.guest(VsockOp::Response);
        bench.guest(bench.header(static_cast<VsockOp>(0)));
        bench.guest(bench.header(static_cast<VsockOp>(0xffff)));
        QVERIFY(!bench.next());
        QVERIFY(!peer->closed);
        peer->end();
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Shutdown));
        bench.guest(VsockOp::ReadWrite, pattern(10)); // LocalClosed
        bench.shutDown(kBoth);
        QVERIFY(peer->received.empty());
        QVERIFY(!bench.next());
    }
    void staleReports_areIgnored()
    {
        Bench bench;
        const auto old = bench.fromGuest();
        const StreamToken token = old->token;
        bench.guest(VsockOp::Reset);
        const auto fresh = bench.fromGuest();
        QVERIFY(fresh->token != token);
        bench.muxer.onReady(token, {.readable = true, .writable = true, .hungUp = true}, bench.now);
        bench.muxer.onReady(~StreamToken{0}, {.readable = true}, bench.now);
        QVERIFY(!fresh->closed);
        QVERIFY(!bench.next());
    }
    void priority_perConnection()
    {
        // A killed connection says nothing but RST, whatever else was due.
        Bench bench;
        const auto peer = bench.fromGuest();
        peer->send(pattern(10));
        bench.run();
        bench.guest(VsockOp::CreditRequest);
        peer->writeError = EPIPE;
        bench.guest(VsockOp::ReadWrite, pattern(1));
        QCOMPARE(bench.nextOp(), code(VsockOp::Reset));
        QVERIFY(!bench.next());
        // RESPONSE comes before data.
        bench.guest(VsockOp::Request);
        bench.streams.answered.back()->send(pattern(10));
        bench.run();
        QCOMPARE(bench.nextOp(), code(VsockOp::Response));
        QCOMPARE(bench.nextOp(), code(VsockOp::ReadWrite));
    }
};

QTEST_GUILESS_MAIN(TestVsockMuxer)
#include "tst_vsock_muxer.moc"
