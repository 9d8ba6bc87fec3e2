// The device between a fake driver and streams in memory: queues, configuration space, life cycle.
#include "support/memory_streams.h"
#include "support/mmio_driver.h"
#include "support/vsock_guest.h"
#include "telemetry/metrics.h"
#include "virtio/mmio_transport.h"
#include "virtio/vsock/device.h"

#include <QTest>

#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint32_t kHostPort = 7000, kGuestPort = 40000;
constexpr std::uint16_t kRx = VsockDevice::kRxQueue, kTx = VsockDevice::kTxQueue, kEvents = VsockDevice::kEventQueue;

/// An active device, its driver and its host side.
struct Bench {
    VsockGuest guest;
    MemoryStreams *streams = nullptr; ///< owned by the device
    std::unique_ptr<VsockDevice> device;
    std::vector<HostEvent> events;

    explicit Bench(std::uint64_t features = VsockGuest::kFeatures, std::uint32_t cid = VsockGuest::kCid)
    {
        auto owned = std::make_unique<MemoryStreams>();
        streams = owned.get();
        streams->listening = {kHostPort};
        device = std::move(VsockDevice::create(cid, std::move(owned)).value());
        events = device->hostEvents();
        if (!device->activate(guest.activation(features)))
            qFatal("activation failed");
    }
    /// The device restored: its driver has rings of its own, and is to be told that it has no connections.
    void startRestored()
    {
        device->reset();
        guest.connectQueues();
        auto activation = guest.activation();
        activation.restored = true;
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }
    void host() { events[0].onReady(); }
    /// Serves "more work" until there is none; how often that was.
    int again()
    {
        int rounds = 0;
        std::uint64_t count = 0;
        while (::read(events[1].fd, &count, sizeof count) == sizeof count) {
            signalEventFd(events[1].fd); // for the device to clear
            events[1].onReady();
            ++rounds;
        }
        return rounds;
    }
    void kick(std::uint16_t queue) { device->queueNotified(queue); }

    void send(VsockOp op, std::span<const std::byte> payload = {}, std::uint32_t guestPort = kGuestPort)
    {
        guest.send(VsockGuest::header(op, kHostPort, guestPort), payload);
        kick(kTx);
    }
    void supply(unsigned count, std::uint32_t bytes = 4096, std::uint32_t pieces = 1)
    {
        guest.supply(count, bytes, pieces);
        kick(kRx);
    }
    int receiveOp()
    {
        const auto packet = guest.receive();
        return packet ? static_cast<int>(packet->header.op) : 0;
    }
    std::shared_ptr<MemoryPeer> open(std::uint32_t guestPort = kGuestPort)
    {
        supply(1);
        send(VsockOp::Request, {}, guestPort);
        if (receiveOp() != static_cast<int>(VsockOp::Response))
            qFatal("no response");
        return streams->answered.back();
    }
};

int code(VsockOp op)
{
    return static_cast<int>(op);
}

} // namespace

class TestVsockDevice : public QObject {
    Q_OBJECT
private slots:
    // --- configuration space ---

    void features_offered()
    {
        Bench bench;
        QCOMPARE(bench.device->features(), (std::uint64_t{1} << 32) | (std::uint64_t{1} << 28) |
                                               (std::uint64_t{1} << 29) | (std::uint64_t{1} << 35));
        QCOMPARE(bench.device->queueMaxSizes().size(), std::size_t{3});
        QVERIFY(std::ranges::all_of(bench.device->queueMaxSizes(), [](auto size) { return size == 256; }));
        QCOMPARE(bench.device->type(), DeviceType::Vsock);
    }

    void config_read_data()
    {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("fails");
        QTest::newRow("all") << quint64{0} << 8 << QByteArray::fromHex("7856341200000000") << false;
        QTest::newRow("low half") << quint64{0} << 4 << QByteArray::fromHex("78563412") << false;
        QTest::newRow("high half") << quint64{4} << 4 << QByteArray::fromHex("00000000") << false;
        QTest::newRow("one byte") << quint64{0} << 1 << QByteArray::fromHex("00") << true;
        QTest::newRow("two bytes") << quint64{2} << 2 << QByteArray::fromHex("0000") << true;
        QTest::newRow("eight at four") << quint64{4} << 8 << QByteArray::fromHex("0000000000000000") << true;
        QTest::newRow("past the end") << quint64{8} << 4 << QByteArray::fromHex("00000000") << true;
        QTest::newRow("far away") << quint64{0xffffffffffffffff} << 8 << QByteArray::fromHex("0000000000000000")
                                  << true;
    }
    void config_read()
    {
        QFETCH(quint64, offset);
        QFETCH(int, bytes);
        QFETCH(QByteArray, expected);
        QFETCH(bool, fails);
        Bench bench(VsockGuest::kFeatures, 0x12345678);
        const auto before = metrics().vsock.cfgFails.total();
        std::vector<std::byte> out(static_cast<std::size_t>(bytes), std::byte{0xaa});
        bench.device->readConfig(offset, out);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(out.data()), bytes), expected);
        QCOMPARE(metrics().vsock.cfgFails.total() - before, std::uint64_t{fails ? 1u : 0u});
    }
    void config_write_isRefused()
    {
        Bench bench;
        const auto before = metrics().vsock.cfgFails.total();
        bench.device->writeConfig(0, pattern(8));
        QCOMPARE(metrics().vsock.cfgFails.total() - before, std::uint64_t{1});
        std::array<std::byte, 8> out{};
        bench.device->readConfig(0, out);
        QCOMPARE(out[0], std::byte{3});
    }

    // --- transmit queue ---

    void tx_scatterOfAnyKind()
    {
        Bench bench;
        const auto peer = bench.open();
        const auto payload = pattern(5000);
        VsockHeader header = VsockGuest::header(VsockOp::ReadWrite, kHostPort, kGuestPort);
        header.length = 5000;
        auto wire = wireForm(header);
        wire.insert(wire.end(), payload.begin(), payload.end());
        const std::span all(wire);
        bench.guest.tx->chain()
            .readable(all.first(10))
            .readable(all.subspan(10, 3000))
            .readable(all.subspan(3010))
            .submit();
        bench.guest.tx->chain().readable(all.first(44)).readable(all.subspan(44)).indirect().submit();
        bench.kick(kTx);
        QCOMPARE(peer->received.size(), std::size_t{10'000});
        QVERIFY(std::ranges::equal(std::span(peer->received).first(5000), payload));
        QVERIFY(std::ranges::equal(std::span(peer->received).last(5000), payload));
    }

    void tx_badChain_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<quint32>("length");
        QTest::newRow("short header") << 43 << 0u;
        QTest::newRow("payload missing") << 44 << 1u;
        QTest::newRow("payload too long") << 44 + 65537 << 65537u;
    }
    void tx_badChain()
    {
        QFETCH(int, bytes);
        QFETCH(quint32, length);
        Bench bench;
        const auto peer = bench.open();
        const auto before = metrics().vsock.txQueueEventFails.total();
        bench.guest.reclaim();
        VsockHeader header = VsockGuest::header(VsockOp::ReadWrite, kHostPort, kGuestPort);
        header.length = length;
        auto wire = wireForm(header);
        wire.resize(static_cast<std::size_t>(bytes));
        bench.guest.tx->chain().readable(wire).submit();
        bench.kick(kTx);
        const auto used = bench.guest.tx->takeUsed();
        QVERIFY(used);
        QCOMPARE(used->written, 0u);
        QVERIFY(peer->received.empty());
        QCOMPARE(metrics().vsock.txQueueEventFails.total() - before, std::uint64_t{1});
        bench.send(VsockOp::ReadWrite, pattern(3));
        QCOMPARE(peer->received.size(), std::size_t{3});
    }
    void tx_malformedChain_isGivenBack()
    {
        Bench bench;
        const auto peer = bench.open();
        bench.guest.reclaim();
        bench.guest.tx->chain().raw(0xffff'ffff'0000, 44, 0).submit();
        bench.send(VsockOp::ReadWrite, pattern(3));
        QCOMPARE(bench.guest.tx->takeUsed()->written, 0u);
        QVERIFY(bench.guest.tx->takeUsed());
        QCOMPARE(peer->received.size(), std::size_t{3});
        QCOMPARE(bench.guest.interrupt.needsReset.load(), 0);
    }
    void tx_manyPackets_takeTurnsWithOthers()
    {
        Bench bench;
        const auto peer = bench.open();
        bench.guest.reclaim();
        const auto payload = pattern(65536);
        VsockHeader header = VsockGuest::header(VsockOp::ReadWrite, kHostPort, kGuestPort);
        header.length = 65536;
        peer->room = 100u << 20;
        const auto wire = wireForm(header);
        const GuestAddress headerAt = bench.guest.tx->allocate(44), payloadAt = bench.guest.tx->allocate(65536);
        bench.guest.guest.put(headerAt, wire);
        bench.guest.guest.put(payloadAt, payload);
        for (int i = 0; i < 120; ++i)
            bench.guest.tx->chain().raw(headerAt.value(), 44, 0).raw(payloadAt.value(), 65536, 0).submit();
        bench.kick(kTx);
        QCOMPARE(peer->received.size(), std::size_t{4u << 20});
        QCOMPARE(bench.again(), 1);
        QCOMPARE(peer->received.size(), std::size_t{120} * 65536);
        bench.guest.reclaim();
        QCOMPARE(bench.guest.tx->outstanding(), std::size_t{0});
    }
    void tx_usedInOrder()
    {
        Bench bench;
        bench.open();
        bench.guest.reclaim();
        std::vector<std::uint16_t> heads;
        for (int i = 0; i < 20; ++i) {
            auto chain = bench.guest.tx->chain();
            chain.readable(wireForm(VsockGuest::header(VsockOp::CreditRequest, kHostPort, kGuestPort)));
            if (i % 3 == 0)
                chain.readable(pattern(static_cast<std::size_t>(i)));
            heads.push_back(chain.submit());
        }
        bench.kick(kTx);
        for (const std::uint16_t head : heads)
            QCOMPARE(bench.guest.tx->takeUsed()->head, head);
    }

    // --- receive queue ---

    void rx_nothingToSay_takesNoBuffer()
    {
        Bench bench;
        bench.supply(4);
        bench.host();
        QVERIFY(!bench.guest.receiveAny());
        QCOMPARE(bench.guest.interrupt.used.load(), 0);
    }
    void rx_dataWaitsForBuffers()
    {
        Bench bench;
        const auto peer = bench.open();
        const auto data = pattern(10'000);
        peer->send(data);
        bench.host();
        QVERIFY(!bench.guest.receive());
        std::vector<std::byte> got;
        for (int i = 0; i < 10 && got.size() < data.size(); ++i) {
            bench.supply(1, 1500 + 44);
            const auto packet = bench.guest.receive();
            QVERIFY(packet);
            got.insert(got.end(), packet->payload.begin(), packet->payload.end());
        }
        QCOMPARE(got, data);
    }
    void rx_eventIndex_asksForBuffers()
    {
        Bench bench;
        const auto peer = bench.open();
        peer->send(pattern(10));
        bench.host();
        QCOMPARE(bench.guest.rx->availableEvent(), bench.guest.rx->availableIndex());
    }
    void rx_scatterOfAnyKind()
    {
        Bench bench;
        const auto peer = bench.open();
        const auto data = pattern(300);
        peer->send(data);
        bench.supply(1, 44 + 300, 40);
        bench.host();
        auto received = bench.guest.receiveAny();
        QVERIFY(received);
        QCOMPARE(received->written, 344u);
        QCOMPARE(received->packet.payload, data);
        // The largest packet.
        peer->send(pattern(80'000));
        bench.supply(2, 70'000, 3);
        bench.host();
        QCOMPARE(bench.guest.receive()->payload.size(), std::size_t{65536});
        QCOMPARE(bench.guest.receive()->payload.size(), std::size_t{80'000 - 65536});
    }
    void rx_bufferWithoutRoom_isGivenBack()
    {
        Bench bench;
        const auto peer = bench.open();
        const auto before = metrics().vsock.rxQueueEventFails.total();
        peer->send(pattern(10));
        bench.host();
        bench.guest.supply(1, 43);
        bench.guest.supply(1, 44); // a header would fit, data does not
        bench.supply(1, 45);
        QCOMPARE(bench.guest.receiveAny()->written, 0u);
        QCOMPARE(bench.guest.receiveAny()->written, 0u);
        QCOMPARE(bench.guest.receiveAny()->written, 45u);
        QCOMPARE(metrics().vsock.rxQueueEventFails.total() - before, std::uint64_t{2});
    }
    void rx_readableBuffer_isNotWritten()
    {
        Bench bench;
        const auto peer = bench.open();
        peer->send(pattern(10));
        bench.host();
        bench.guest.rx->chain().readable(pattern(100)).submit();
        bench.supply(1);
        QCOMPARE(bench.guest.rx->takeUsed()->written, 0u);
        QCOMPARE(bench.guest.receive()->payload.size(), std::size_t{10});
    }
    void rx_manyConnections_shareTheBuffers()
    {
        Bench bench;
        std::vector<std::shared_ptr<MemoryPeer>> peers;
        for (std::uint32_t i = 0; i < 10; ++i)
            peers.push_back(bench.open(i));
        for (const auto &peer : peers)
            peer->send(pattern(20'000));
        bench.host();
        bench.supply(20, 1044);
        std::map<std::uint32_t, int> packets;
        while (const auto packet = bench.guest.receive())
            ++packets[packet->header.destinationPort];
        QCOMPARE(packets.size(), std::size_t{10});
        QVERIFY(std::ranges::all_of(packets, [](const auto &entry) { return entry.second == 2; }));
    }
    void rx_workPerWakeUp_isBounded()
    {
        Bench bench;
        VsockGuest &guest = bench.guest;
        const auto peer = bench.open();
        guest.send([] {
            VsockHeader update = VsockGuest::header(VsockOp::CreditUpdate, kHostPort, kGuestPort);
            update.bufferAllocated = 1u << 30;
            return update;
        }());
        bench.kick(kTx);
        peer->send(std::vector<std::byte>(12u << 20));
        guest.supply(200, 44 + 65536);
        bench.host();
        int packets = 0;
        while (guest.receive())
            ++packets;
        QCOMPARE(packets, 64); // 4 MiB
        QVERIFY(bench.again() > 0);
        while (guest.receive())
            ++packets;
        QCOMPARE(packets, 192);
    }
    void metrics_countPacketsAndBytes()
    {
        Bench bench;
        const auto peer = bench.open();
        VsockMetrics &vsock = metrics().vsock;
        const std::array before{vsock.rxBytesCount.total(),      vsock.txBytesCount.total(),
                                vsock.rxPacketsCount.total(),    vsock.txPacketsCount.total(),
                                vsock.rxQueueEventCount.total(), vsock.txQueueEventCount.total()};
        bench.send(VsockOp::ReadWrite, pattern(123));
        peer->send(pattern(77));
        bench.host();
        bench.supply(1);
        const std::array after{vsock.rxBytesCount.total(),      vsock.txBytesCount.total(),
                               vsock.rxPacketsCount.total(),    vsock.txPacketsCount.total(),
                               vsock.rxQueueEventCount.total(), vsock.txQueueEventCount.total()};
        const std::array<std::uint64_t, 6> expected{77, 123, 1, 1, 1, 1};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(after[i] - before[i], expected[i]);
    }
    void interrupt_once_perWakeUp()
    {
        Bench bench(VsockGuest::kFeatures & ~kFeatureEventIndex);
        bench.supply(8);
        bench.guest.interrupt.used = 0;
        bench.send(VsockOp::Request);
        QCOMPARE(bench.guest.interrupt.used.load(), 1); // for both queues
    }

    // --- broken rings ---

    void brokenRing_needsReset_data()
    {
        QTest::addColumn<int>("queue");
        QTest::newRow("receive") << int{kRx};
        QTest::newRow("transmit") << int{kTx};
        QTest::newRow("events") << int{kEvents};
    }
    void brokenRing_needsReset()
    {
        QFETCH(int, queue);
        Bench bench;
        auto peer = bench.open();
        if (queue == kEvents) { // looked at after a restore only
            bench.startRestored();
            peer = bench.streams->dial("CONNECT 1\n");
        }
        FakeDriver &driver = queue == kRx ? *bench.guest.rx : queue == kTx ? *bench.guest.tx : *bench.guest.events;
        driver.setAvailableIndex(static_cast<std::uint16_t>(driver.availableIndex() + 1000));
        peer->send(pattern(1));
        bench.host();
        bench.kick(static_cast<std::uint16_t>(queue));
        QCOMPARE(bench.guest.interrupt.needsReset.load(), 1);
        QVERIFY2(peer->closed, "the host is not left waiting");
        QVERIFY(!bench.streams->accepting);
        QCOMPARE(bench.device->connectionCount(), std::size_t{0});
        for (std::uint16_t index = 0; index < 4; ++index)
            bench.kick(index);
        bench.host();
        QCOMPARE(bench.guest.interrupt.needsReset.load(), 1);
        // And it works again after a reset.
        QVERIFY(bench.device->reset());
        bench.guest.connectQueues();
        QVERIFY(bench.device->activate(bench.guest.activation()));
        bench.open();
    }

    // --- life cycle ---

    void activate_wrongQueues_isCounted()
    {
        Bench bench;
        bench.device->reset();
        const auto before = metrics().vsock.activateFails.total();
        auto activation = bench.guest.activation();
        activation.queues.pop_back();
        QVERIFY(!bench.device->activate(std::move(activation)));
        QVERIFY(!bench.device->isActive());
        QCOMPARE(metrics().vsock.activateFails.total() - before, std::uint64_t{1});
    }
    void inactive_acceptsNobody()
    {
        Bench bench;
        bench.device->reset();
        QVERIFY(!bench.streams->accepting);
        bench.kick(kTx);
        for (const HostEvent &event : bench.events)
            event.onReady();
        QVERIFY(!bench.device->isActive());
    }
    void reset_closesConnections_listenerStays()
    {
        Bench bench;
        const auto peer = bench.open();
        const auto waiting = bench.streams->dial("CONNECT 1\n");
        bench.host();
        bench.host();
        QVERIFY(bench.device->reset());
        QVERIFY(peer->closed && waiting->closed);
        bench.guest.connectQueues();
        QVERIFY(bench.device->activate(bench.guest.activation()));
        QVERIFY(bench.streams->accepting);
        bench.open();
        const auto again = bench.streams->dial("CONNECT 1\n");
        bench.host();
        bench.host();
        bench.supply(1);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Request));
        QVERIFY(!again->closed);
    }
    void throughTheTransport()
    {
        Bench bench;
        bench.device->reset();
        FakeInterruptLine line;
        MmioTransport transport(*bench.device, bench.guest.guest.memory(), line);
        MmioDriver driver(transport);
        QCOMPARE(driver.read(0x008), 19u);
        const std::array queues{bench.guest.rx->config(), bench.guest.tx->config(), bench.guest.events->config()};
        QCOMPARE(driver.bringUp(VsockGuest::kFeatures, queues), 15u);
        bench.guest.supply(1);
        bench.guest.send(VsockGuest::header(VsockOp::Request, kHostPort, kGuestPort));
        transport.kickAllQueues();
        QCOMPARE(bench.receiveOp(), code(VsockOp::Response));
        QVERIFY(line.count() > 0);
        driver.write(0x070, 0);
        QVERIFY(!bench.device->isActive());
    }

    // --- transport reset ---

    void transportReset_tellsAndHoldsPackets()
    {
        Bench bench;
        bench.startRestored();
        for (int i = 0; i < 8; ++i)
            bench.guest.events->chain().writable(8).submit();
        bench.kick(kEvents);
        const auto event = bench.guest.events->takeUsed();
        QVERIFY(event);
        QCOMPARE(event->written, 4u);
        QVERIFY(std::ranges::all_of(std::span(event->content).first(4), [](std::byte b) { return b == std::byte{0}; }));
        QVERIFY(!bench.guest.events->takeUsed());
        // New connections wait until the driver has dealt with it.
        bench.supply(4);
        bench.send(VsockOp::Request);
        bench.kick(kEvents);
        QVERIFY(!bench.guest.receive());
        QCOMPARE(bench.guest.events->availableEvent(), bench.guest.events->availableIndex());
        bench.guest.events->chain().writable(8).submit();
        bench.kick(kEvents);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Response));
    }
    void transportReset_waitsForABuffer()
    {
        Bench bench;
        bench.startRestored();
        bench.supply(1);
        bench.send(VsockOp::Request);
        QVERIFY(!bench.guest.receive());
        bench.guest.events->chain().writable(3).submit(); // too small
        bench.guest.events->chain().writable(4).submit();
        bench.kick(kEvents);
        QCOMPARE(bench.guest.events->takeUsed()->written, 0u);
        QCOMPARE(bench.guest.events->takeUsed()->written, 4u);
        QVERIFY(!bench.guest.events->takeUsed());
        QVERIFY(!bench.guest.receive());
        bench.guest.events->chain().writable(4).submit();
        bench.kick(kEvents);
        QCOMPARE(bench.receiveOp(), code(VsockOp::Response));
    }
    void transportReset_deviceReset_endsTheWait()
    {
        Bench bench;
        bench.startRestored();
        bench.device->reset();
        bench.guest.connectQueues();
        QVERIFY(bench.device->activate(bench.guest.activation()));
        bench.open();
    }
};

QTEST_GUILESS_MAIN(TestVsockDevice)
#include "tst_vsock_device.moc"
