// The protocol without queues and sockets: how connections end, and what does not belong to their state.
#include "muxer_bench.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <cerrno>

using namespace sparkler;
using namespace sparkler::test;
using Bench = MuxerBench;

class TestVsockEndings : public QObject {
    Q_OBJECT
private slots:
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

QTEST_GUILESS_MAIN(TestVsockEndings)
#include "tst_vsock_endings.moc"
