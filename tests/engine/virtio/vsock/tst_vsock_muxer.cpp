// The protocol without queues and sockets: routing, how connections begin, limits, time.
#include "muxer_bench.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <cerrno>

using namespace sparkler;
using namespace sparkler::test;
using Bench = MuxerBench;

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
};

QTEST_GUILESS_MAIN(TestVsockMuxer)
#include "tst_vsock_muxer.moc"
