// A vsock device saved and restored: the original keeps its connections, the restored guest is told that it has none.

#include "support/device_snapshot.h"
#include "support/memory_streams.h"
#include "support/mmio_driver.h"
#include "support/vsock_guest.h"
#include "virtio/mmio_transport.h"
#include "virtio/vsock/device.h"

#include <QTest>

#include <array>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint32_t kHostPort = 7000, kGuestPort = 40000;
constexpr std::uint16_t kRx = VsockDevice::kRxQueue, kTx = VsockDevice::kTxQueue, kEvents = VsockDevice::kEventQueue;

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

/// A vsock device behind registers, its driver and its host side.
struct Bench {
    FakeGuest guest;
    FakeDriver rx, tx, events;
    FakeInterruptLine line;
    MemoryStreams *streams = nullptr; ///< owned by the device
    std::unique_ptr<VsockDevice> device;
    std::optional<MmioTransport> transport;

    Bench()
        : guest(4), rx(guest, 64, 0x10000, 0x100000), tx(guest, 64, 0x14000, 0x200000),
          events(guest, 8, 0x18000, 0x38000)
    {
        open();
    }
    /// The guest on another host, whose programs listen as well.
    explicit Bench(const Bench &saved)
        : guest(saved.guest.copy()), rx(guest, saved.rx), tx(guest, saved.tx), events(guest, saved.events)
    {
        open();
    }
    void open()
    {
        auto owned = std::make_unique<MemoryStreams>();
        streams = owned.get();
        streams->listening = {kHostPort};
        device = std::move(VsockDevice::create(VsockGuest::kCid, std::move(owned)).value());
        transport.emplace(*device, guest.memory(), line);
    }
    void bringUp(std::uint64_t features = VsockGuest::kFeatures)
    {
        for (int i = 0; i < 4; ++i)
            events.chain().writable(8).submit();
        QCOMPARE(MmioDriver(*transport).bringUp(features, std::array{rx.config(), tx.config(), events.config()}), 15u);
    }
    /// Another machine that goes on from here; both are kicked, as a machine does it.
    std::unique_ptr<Bench> restored()
    {
        const DeviceSnapshot saved = takeSnapshot(*transport).value();
        auto other = std::make_unique<Bench>(*this);
        if (const auto done = restoreSnapshot(*other->transport, saved); !done)
            qFatal("%s", done.error().text.c_str());
        if (takeSnapshot(*other->transport).value() != saved)
            qFatal("save, restore, save differ");
        transport->kickAllQueues();
        other->transport->kickAllQueues();
        return other;
    }
    void host()
    {
        const auto guard = transport->lock();
        device->hostEvents()[0].onReady();
    }
    void supply(unsigned count)
    {
        for (unsigned i = 0; i < count; ++i)
            rx.chain().writable(4096).submit();
        transport->notifyQueue(kRx);
    }
    void put(VsockOp op, std::span<const std::byte> payload = {}, std::uint32_t guestPort = kGuestPort)
    {
        VsockHeader header = VsockGuest::header(op, kHostPort, guestPort);
        header.length = static_cast<std::uint32_t>(payload.size());
        auto chain = tx.chain();
        chain.readable(wireForm(header));
        if (!payload.empty())
            chain.readable(payload);
        chain.submit();
    }
    void send(VsockOp op, std::span<const std::byte> payload = {}, std::uint32_t guestPort = kGuestPort)
    {
        put(op, payload, guestPort);
        transport->notifyQueue(kTx);
    }
    std::optional<VsockPacket> receive()
    {
        const auto used = rx.takeUsed();
        if (!used)
            return std::nullopt;
        VsockPacket packet;
        std::ranges::copy(std::span(used->content).first(kVsockHeaderBytes),
                          std::as_writable_bytes(std::span(&packet.header, 1)).begin());
        packet.payload.assign(used->content.begin() + kVsockHeaderBytes, used->content.begin() + used->written);
        return packet;
    }
    int receiveOp()
    {
        const auto packet = receive();
        return packet ? static_cast<int>(packet->header.op) : 0;
    }
    /// The guest opens a stream; the host's end.
    std::shared_ptr<MemoryPeer> connect(std::uint32_t guestPort = kGuestPort)
    {
        supply(1);
        send(VsockOp::Request, {}, guestPort);
        if (receiveOp() != static_cast<int>(VsockOp::Response))
            qFatal("no connection");
        return streams->answered.back();
    }
    /// A TRANSPORT_RESET event that the driver finds.
    bool takeEvent()
    {
        const auto used = events.takeUsed();
        return used && used->written == 4 &&
               std::ranges::all_of(std::span(used->content).first(4), [](std::byte b) { return b == std::byte{0}; });
    }
    void answerEvent()
    {
        events.chain().writable(8).submit();
        transport->notifyQueue(kEvents);
    }
};

} // namespace

class TestVsockState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void original_keepsItsConnections_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::newRow("event index") << quint64{VsockGuest::kFeatures};
        QTest::newRow("flags") << quint64{VsockGuest::kFeatures & ~kFeatureEventIndex};
    }
    void original_keepsItsConnections()
    {
        QFETCH(quint64, features);
        Bench bench;
        bench.bringUp(features);
        const auto peer = bench.connect();
        bench.supply(2);
        peer->send("before, not read yet");
        bench.put(VsockOp::ReadWrite, bytesOf("in the queue, "));
        const auto restored = bench.restored();
        QVERIFY(!bench.takeEvent());
        QCOMPARE(bench.device->connectionCount(), std::size_t{1});
        bench.send(VsockOp::ReadWrite, bytesOf("after"));
        QCOMPARE(peer->text(), std::string_view("in the queue, after"));
        bench.host();
        QCOMPARE(bench.receive()->payload, bytesOf("before, not read yet"));
        QVERIFY(!peer->closed);
    }
    void restoredGuest_isToldOnce()
    {
        Bench bench;
        bench.bringUp();
        bench.connect();
        const auto restored = bench.restored();
        QCOMPARE(restored->device->connectionCount(), std::size_t{0});
        QVERIFY(restored->line.count() > 0);
        QVERIFY(restored->takeEvent());
        QVERIFY(!restored->takeEvent());
        // Until it has dealt with that it gets nothing.
        restored->supply(4);
        restored->send(VsockOp::Request, {}, 41000);
        QVERIFY(!restored->receive());
        restored->answerEvent();
        QCOMPARE(restored->receiveOp(), static_cast<int>(VsockOp::Response));
        QVERIFY(!restored->takeEvent());
        // And then all is as ever.
        restored->send(VsockOp::ReadWrite, bytesOf("hello"), 41000);
        QCOMPARE(restored->streams->answered.back()->text(), std::string_view("hello"));
    }
    void packetsOfDeadConnections_areAnsweredWithReset()
    {
        Bench bench;
        bench.bringUp();
        bench.connect();
        bench.supply(2);
        bench.put(VsockOp::ReadWrite, bytesOf("in flight"));
        bench.put(VsockOp::CreditUpdate);
        const auto restored = bench.restored();
        QCOMPARE(restored->tx.takeUsed().has_value(), true);
        QVERIFY(restored->takeEvent());
        QVERIFY(!restored->receive());
        restored->answerEvent();
        QCOMPARE(restored->receiveOp(), static_cast<int>(VsockOp::Reset));
        QCOMPARE(restored->receiveOp(), static_cast<int>(VsockOp::Reset));
        QVERIFY(restored->streams->answered.empty());
    }
    /// A guest may hold a dead socket until its program closes it; a new connection with its ports would be refused.
    void portsOfDeadConnections_areNotGivenAgain()
    {
        Bench bench;
        bench.bringUp();
        const auto dial = [](Bench &on) {
            on.streams->dial("CONNECT 52\n");
            on.host();
            on.host();
            on.supply(1);
            const auto request = on.receive();
            return request ? request->header.sourcePort : 0u;
        };
        QCOMPARE(dial(bench), 1u << 30);
        QCOMPARE(dial(bench), (1u << 30) + 1);
        const auto restored = bench.restored();
        QVERIFY(restored->takeEvent());
        restored->answerEvent();
        QCOMPARE(dial(*restored), (1u << 30) + 2);
        QCOMPARE(dial(bench), (1u << 30) + 2);
    }
    void noEventBuffer_isToldLater()
    {
        Bench bench;
        bench.bringUp();
        for (int round = 0; round < 4; ++round) { // each takes a buffer, and no guest runs in between
            const auto next = bench.restored();
            QVERIFY(next->takeEvent());
        }
        FakeDriver &driver = bench.events;
        QCOMPARE(driver.outstanding(), std::size_t{4}); // the original was told nothing
        auto copy = bench.restored();
        for (int round = 1; round < 4; ++round)
            copy = copy->restored();
        auto last = copy->restored(); // no buffer is left
        for (int i = 0; i < 4; ++i)
            QVERIFY(last->takeEvent());
        QVERIFY(!last->takeEvent());
        last->supply(1);
        last->send(VsockOp::Request);
        QVERIFY(!last->receive());
        last->answerEvent();
        QVERIFY2(last->takeEvent(), "the fifth");
        for (int i = 0; i < 3; ++i) {
            last->answerEvent();
            QVERIFY2(!last->receive(), "there are events without an answer");
        }
        last->answerEvent();
        QCOMPARE(last->receiveOp(), static_cast<int>(VsockOp::Response));
    }
    /// Saved between event and answer: the answer to the first event does not count for the second.
    void savedBeforeTheAnswer_waitsForAllAnswers_data()
    {
        QTest::addColumn<bool>("answeredBefore");
        QTest::newRow("no answer") << false;
        QTest::newRow("an answer that the device has not seen") << true;
    }
    void savedBeforeTheAnswer_waitsForAllAnswers()
    {
        QFETCH(bool, answeredBefore);
        Bench bench;
        bench.bringUp();
        const auto first = bench.restored();
        if (answeredBefore)
            first->events.chain().writable(8).submit();
        const auto second = first->restored();
        QVERIFY(second->takeEvent());
        QVERIFY(second->takeEvent());
        second->supply(1);
        second->send(VsockOp::Request);
        QVERIFY(!second->receive());
        second->answerEvent();
        if (!answeredBefore) {
            QVERIFY(!second->receive());
            second->answerEvent();
        }
        QCOMPARE(second->receiveOp(), static_cast<int>(VsockOp::Response));
    }
    void inactive_isToldNothing()
    {
        Bench bench;
        const auto restored = bench.restored();
        QVERIFY(!restored->device->isActive());
        restored->bringUp();
        restored->transport->kickAllQueues();
        QVERIFY(!restored->takeEvent());
        restored->connect();
    }
    void fullReceiveQueue_isKept()
    {
        Bench bench;
        bench.bringUp();
        bench.connect();
        bench.supply(64);
        const auto restored = bench.restored();
        QCOMPARE(restored->rx.outstanding(), std::size_t{64});
        QVERIFY(restored->takeEvent());
        restored->answerEvent();
        restored->send(VsockOp::Request, {}, 41000);
        QCOMPARE(restored->receiveOp(), static_cast<int>(VsockOp::Response));
    }

    void impossibleState_isRefused_data()
    {
        QTest::addColumn<VsockState>("state");
        QTest::addColumn<bool>("fine");
        QTest::newRow("fresh") << VsockState{} << true;
        QTest::newRow("last port") << VsockState{(1u << 31) - 1, {}} << true;
        QTest::newRow("a port of guests") << VsockState{(1u << 30) - 2, {}} << false;
        QTest::newRow("port 0") << VsockState{0, {}} << false;
        QTest::newRow("beyond the ports") << VsockState{1u << 31, {}} << false;
        QTest::newRow("port -1") << VsockState{~0u, {}} << false;
        QTest::newRow("all buffers") << VsockState{1u << 30, std::uint16_t{256}} << true;
        QTest::newRow("no buffer answers") << VsockState{1u << 30, std::uint16_t{0}} << false;
        QTest::newRow("more buffers than the queue has") << VsockState{1u << 30, std::uint16_t{257}} << false;
    }
    void impossibleState_isRefused()
    {
        QFETCH(VsockState, state);
        QFETCH(bool, fine);
        Bench bench;
        const auto done = bench.device->restore(state);
        QCOMPARE(done.has_value(), fine);
        QVERIFY(std::get<VsockState>(bench.device->save()) == (fine ? state : VsockState{}));
        if (!fine)
            QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!bench.device->restore(NetState{}));
    }
};

QTEST_GUILESS_MAIN(TestVsockState)
#include "tst_vsock_state.moc"
