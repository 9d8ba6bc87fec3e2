// The protocol without queues and sockets: bytes both ways and their credit.
#include "muxer_bench.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <cerrno>
#include <map>

using namespace sparkler;
using namespace sparkler::test;
using Bench = MuxerBench;

namespace {

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

class TestVsockData : public QObject {
    Q_OBJECT
private slots:
    // --- from the guest ---

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

    // --- from the host ---

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
};

QTEST_GUILESS_MAIN(TestVsockData)
#include "tst_vsock_data.moc"
