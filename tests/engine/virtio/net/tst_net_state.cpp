// A network device saved and restored in the middle of traffic: no frame is lost or repeated.

#include "net_rig.h"
#include "support/device_snapshot.h"
#include "support/eventually.h"
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "virtio/mmio_transport.h"
#include "virtio/net/device.h"

#include <QTest>

#include <array>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kGuestMib = 8;
constexpr std::uint64_t kMerging = kNetBase | kNetGuestOffloads | kNetFeatureCsum;
/// Without offloads, so that a buffer need not hold 64 KiB.
constexpr std::uint64_t kPlainSingle = kFeatureVersion1 | kFeatureIndirect;

/// The same whatever a compiler evaluates first.
Bytes randomFrame(std::mt19937 &random, unsigned most)
{
    const std::size_t bytes = 13 + random() % most;
    return netFrame(bytes, static_cast<unsigned>(random()));
}

/// An interface behind registers, its tap and its drivers.
struct Bench {
    FakeGuest guest;
    FakeDriver rx, tx;
    FakeInterruptLine line;
    NetSettings settings;
    FakeTap *tap = nullptr; ///< owned by the device
    std::unique_ptr<NetDevice> device;
    std::optional<MmioTransport> transport;
    FrameAssembler assembler;
    std::uint32_t leastBuffer = kNetHeaderBytes;

    explicit Bench(NetSettings wanted = {})
        : guest(kGuestMib), rx(guest, 64, 0x10000, 0x100000), tx(guest, 64, 0x20000, 0x600000),
          settings(std::move(wanted))
    {
        open();
    }
    /// Another host: its tap holds what the other one holds.
    explicit Bench(const Bench &saved)
        : guest(saved.guest.copy()), rx(guest, saved.rx), tx(guest, saved.tx), settings(saved.settings),
          assembler(saved.assembler), leastBuffer(saved.leastBuffer)
    {
        open();
        tap->waiting = saved.tap->waiting;
        tap->sent = saved.tap->sent;
    }
    void open()
    {
        settings.ifaceId = "state";
        settings.hostDevName = "tap0";
        settings.backendFactory = [this](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
            auto made = std::make_unique<FakeTap>();
            tap = made.get();
            return made;
        };
        device = std::move(NetDevice::open(settings).value());
        transport.emplace(*device, guest.memory(), line);
    }
    void bringUp(std::uint64_t features)
    {
        QCOMPARE(MmioDriver(*transport).bringUp(features, std::array{rx.config(), tx.config()}), 15u);
        onTap();
    }
    void onTap()
    {
        const auto guard = transport->lock();
        device->hostEvents()[0].onReady();
    }
    std::unique_ptr<Bench> restored()
    {
        const auto saved = takeSnapshot(*transport);
        if (!saved)
            qFatal("%s", saved.error().text.c_str());
        for (const QueueState &queue : saved->transport.queues) {
            if (queue.position.nextAvailable != queue.position.nextUsed)
                qFatal("something is in flight");
        }
        auto other = std::make_unique<Bench>(*this);
        if (const auto done = restoreSnapshot(*other->transport, *saved); !done)
            qFatal("%s", done.error().text.c_str());
        const auto again = takeSnapshot(*other->transport);
        auto expected = std::get<NetState>(saved->device);
        auto found = std::get<NetState>(again->device);
        if (expected.rxLimiter == LimiterState{} && (*again != *saved))
            qFatal("save, restore, save differ");
        if (expected.pendingFrame != found.pendingFrame) // the limiters read a clock that goes on
            qFatal("save, restore, save differ in the frame");
        line.take();
        transport->kickAllQueues();
        other->transport->kickAllQueues();
        return other;
    }
    const std::optional<PendingFrame> pending()
    {
        return std::get<NetState>(takeSnapshot(*transport).value().device).pendingFrame;
    }
    void buffers(unsigned count, std::uint32_t bytes)
    {
        for (unsigned i = 0; i < count; ++i)
            rx.chain().writable(bytes).submit();
    }
    void takeReceived()
    {
        while (const auto used = rx.takeUsed()) {
            if (!assembler.add(*used))
                qFatal("the device broke the rules for receive buffers");
        }
    }

    void step(std::mt19937 &random)
    {
        switch (random() % 9) {
        case 0:
            for (int i = 0; i < 3 && rx.outstanding() < 20; ++i) {
                auto chain = rx.chain();
                chain.writable(static_cast<std::uint32_t>(leastBuffer + random() % 1600));
                if (random() % 3 == 0)
                    chain.writable(static_cast<std::uint32_t>(1 + random() % 1000));
                if (random() % 2)
                    chain.indirect();
                if (random() % 20 == 0)
                    chain.readable(pattern(4)); // of no use
                chain.submit();
            }
            break;
        case 1:
            if (tx.outstanding() < 20)
                tx.chain().readable(randomFrame(random, 4000)).submit();
            break;
        case 2:
            tap->arrive(randomFrame(random, random() % 4 ? 1500 : 9000));
            onTap();
            break;
        case 3:
            transport->notifyQueue(0);
            break;
        case 4:
            transport->notifyQueue(1);
            break;
        case 5:
            rx.setUsedEvent(static_cast<std::uint16_t>(rx.usedIndex() + random() % 3));
            rx.setNoInterrupt(random() % 4 == 0);
            break;
        case 6:
            tx.setUsedEvent(static_cast<std::uint16_t>(tx.usedIndex() + random() % 3));
            break;
        case 7:
            takeReceived();
            break;
        default:
            while (tx.takeUsed()) {
            }
            break;
        }
    }
};

NetSettings limited(std::uint64_t frames, std::uint64_t refillMs)
{
    NetSettings settings;
    settings.rxLimiter.ops = settings.txLimiter.ops = BucketSettings{frames, 0, refillMs};
    return settings;
}

/// What `bench` has received, without the headers, and that it is all there.
std::vector<Bytes> payloads(const Bench &bench)
{
    std::vector<Bytes> all;
    for (const ReceivedFrame &frame : bench.assembler.frames)
        all.push_back(payload(frame.bytes));
    return all;
}

} // namespace

class TestNetState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 3; ++seed) {
            QTest::addRow("merging, seed %u", seed) << quint64{kMerging} << seed;
            QTest::addRow("merging, event index, seed %u", seed) << quint64{kMerging | kFeatureEventIndex} << seed;
            QTest::addRow("single buffers, seed %u", seed) << quint64{kPlainSingle} << seed;
            QTest::addRow("single buffers, event index, seed %u", seed)
                << quint64{kPlainSingle | kFeatureEventIndex} << seed;
        }
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(quint64, features);
        QFETCH(unsigned, seed);
        Bench twin;
        twin.leastBuffer = leastReceiveBuffer(features);
        twin.bringUp(features);
        std::mt19937 random(seed);
        int withFrame = 0;
        for (int round = 0; round < 25; ++round) {
            for (int i = 0; i < 40; ++i)
                twin.step(random);
            withFrame += twin.pending().has_value();
            const auto restored = twin.restored();
            for (int i = 0; i < 60; ++i) {
                std::mt19937 same = random;
                restored->step(same);
                twin.step(random);
            }
            for (Bench *each : {&twin, restored.get()}) {
                each->onTap(); // the restored one has looked into it before, and given chains of no use back
                each->takeReceived();
            }
            QVERIFY(payloads(*restored) == payloads(twin));
            QVERIFY(restored->tap->sent == twin.tap->sent);
            QCOMPARE(restored->tap->waiting.size(), twin.tap->waiting.size());
            QCOMPARE(restored->rx.outstanding(), twin.rx.outstanding());
            QCOMPARE(restored->tx.outstanding(), twin.tx.outstanding());
        }
        QVERIFY2(withFrame > 0, "a frame waited in some of the snapshots");
        QVERIFY2(twin.assembler.frames.size() > 40, std::to_string(twin.assembler.frames.size()).c_str());
    }

    void bufferThatWaits_isGivenBack()
    {
        Bench twin;
        twin.bringUp(kMerging | kFeatureEventIndex);
        twin.buffers(4, 1600);
        twin.tap->arrive(netFrame(100, 1));
        twin.onTap();
        twin.takeReceived();
        QCOMPARE(twin.assembler.frames.size(), std::size_t{1});
        const auto restored = twin.restored();
        for (Bench *each : {&twin, restored.get()}) {
            for (unsigned i = 2; i < 5; ++i)
                each->tap->arrive(netFrame(100, i));
            each->onTap();
            each->takeReceived();
            QCOMPARE(each->assembler.frames.size(), std::size_t{4});
            for (unsigned i = 1; i < 5; ++i)
                QVERIFY(payload(each->assembler.frames[i - 1].bytes) == payload(netFrame(100, i)));
            QCOMPARE(each->rx.outstanding(), std::size_t{0});
        }
    }
    /// What was popped before a chain of no use cannot be put back into the queue behind it: it goes back empty.
    void bufferBeforeARefusedOne_isNotLost()
    {
        Bench twin;
        twin.bringUp(kMerging | kFeatureEventIndex);
        twin.buffers(2, 600);
        twin.rx.chain().writable(600).readable(pattern(4)).submit(); // of no use
        twin.buffers(2, 600);
        twin.tap->arrive(netFrame(100, 1));
        twin.onTap();
        twin.takeReceived();
        QCOMPARE(twin.assembler.frames.size(), std::size_t{1});
        QCOMPARE(twin.assembler.refused, 1);
        QCOMPARE(twin.rx.outstanding(), std::size_t{3});
        twin.line.take();
        QVERIFY(takeSnapshot(*twin.transport));
        QVERIFY(twin.line.take() <= 1);
        twin.takeReceived();
        QCOMPARE(twin.assembler.refused, 2);
        QCOMPARE(twin.rx.outstanding(), std::size_t{2});
        const auto restored = twin.restored();
        for (Bench *each : {&twin, restored.get()}) {
            each->tap->arrive(netFrame(900, 2));
            each->onTap();
            each->takeReceived();
            QCOMPARE(each->assembler.frames.size(), std::size_t{2});
            QVERIFY(payload(each->assembler.frames[1].bytes) == payload(netFrame(900, 2)));
            QCOMPARE(each->rx.outstanding(), std::size_t{0});
        }
    }
    /// Part of the frame lies in buffers of the guest, the rest with us.
    void frameWithoutEnoughBuffers_comesOnceAndWhole()
    {
        Bench twin;
        twin.bringUp(kMerging | kFeatureEventIndex);
        twin.buffers(2, 1000);
        twin.tap->arrive(netFrame(5000, 9));
        twin.onTap();
        twin.tap->arrive(netFrame(77, 10));
        const auto pending = twin.pending();
        QVERIFY(pending);
        QVERIFY(payload(pending->bytes) == payload(netFrame(5000, 9)));
        QVERIFY(pending->paid);
        const auto restored = twin.restored();
        for (Bench *each : {&twin, restored.get()}) {
            each->takeReceived();
            QVERIFY(each->assembler.frames.empty());
            each->buffers(4, 1000);
            each->transport->notifyQueue(0);
            each->takeReceived();
            QCOMPARE(each->assembler.frames.size(), std::size_t{2});
            QVERIFY(payload(each->assembler.frames[0].bytes) == payload(netFrame(5000, 9)));
            QVERIFY(payload(each->assembler.frames[1].bytes) == payload(netFrame(77, 10)));
            QCOMPARE(each->rx.outstanding(), std::size_t{0});
        }
    }
    void frameThatWaitsForTheLimiter_comesOnce()
    {
        Bench twin(limited(1, 300));
        twin.bringUp(kMerging);
        twin.buffers(8, 1600);
        for (unsigned i = 1; i < 4; ++i)
            twin.tap->arrive(netFrame(200, i));
        twin.onTap();
        for (unsigned i = 1; i < 4; ++i)
            twin.tx.chain().readable(netFrame(300, i)).submit();
        twin.transport->notifyQueue(1);
        const auto pending = twin.pending();
        QVERIFY(pending);
        QVERIFY(!pending->paid);
        const auto restored = twin.restored();
        for (Bench *each : {&twin, restored.get()}) {
            const auto loop = std::move(EventLoop::create().value());
            std::vector<EventLoop::Registration> watched;
            for (HostEvent &event : each->device->hostEvents())
                watched.push_back(loop->watch(event.fd, 1u | (event.edgeTriggered ? 1u << 31 : 0u),
                                              [ready = event.onReady](std::uint32_t) { ready(); })
                                      .value());
            // Without a notification: both directions wake by themselves.
            QVERIFY(eventually(*loop, [&] {
                each->takeReceived();
                return each->assembler.frames.size() == 3 && each->tap->sent.size() == 3;
            }));
            for (unsigned i = 1; i < 4; ++i) {
                QVERIFY(payload(each->assembler.frames[i - 1].bytes) == payload(netFrame(200, i)));
                QVERIFY(payload(each->tap->sent[i - 1]) == payload(netFrame(300, i)));
            }
        }
    }
    void frameFromTheDetour_comesOnce()
    {
        Bench twin;
        const auto detour = std::make_shared<FakeDetour>();
        twin.device->setDetour(detour);
        twin.bringUp(kMerging);
        twin.buffers(1, 600);
        detour->answers.push_back(payload(netFrame(1012, 3)));
        twin.transport->notifyQueue(0);
        QVERIFY(twin.pending());
        const auto restored = twin.restored();
        for (Bench *each : {&twin, restored.get()}) {
            each->buffers(1, 600);
            each->transport->notifyQueue(0);
            each->takeReceived();
            QCOMPARE(each->assembler.frames.size(), std::size_t{1});
            QVERIFY(payload(each->assembler.frames[0].bytes) == payload(netFrame(1012, 3)));
        }
    }
    /// Only the guest itself can do that to its frame, and it must not make its own snapshot unusable by it.
    void frameThatTheGuestWroteOver_isDropped()
    {
        Bench bench;
        bench.bringUp(kFeatureVersion1 | kNetFeatureMergeBuffers); // no offloads
        const std::uint16_t head = bench.rx.chain().writable(600).submit();
        bench.tap->arrive(netFrame(1000, 3));
        bench.onTap();
        const GuestAddress at(bench.rx.readDescriptor(head).address);
        QVERIFY(bench.guest.memory().write<std::uint8_t>(at, 1)); // asks for a checksum
        QVERIFY(!bench.pending());
        const auto restored = bench.restored();
        restored->buffers(2, 600);
        restored->tap->arrive(netFrame(50, 4));
        restored->onTap();
        restored->takeReceived();
        QCOMPARE(restored->assembler.frames.size(), std::size_t{1});
        QVERIFY(payload(restored->assembler.frames[0].bytes) == payload(netFrame(50, 4)));
    }
    void tapOffloads_followWhatWasNegotiated()
    {
        Bench twin;
        twin.bringUp(kMerging);
        QVERIFY(twin.tap->active != 0);
        const auto restored = twin.restored();
        QCOMPARE(restored->tap->active, twin.tap->active);
    }
    void inactive_dropsNothingAndKeepsNothing()
    {
        Bench bench;
        const auto restored = bench.restored();
        QVERIFY(!restored->device->isActive());
        restored->bringUp(kMerging);
        restored->buffers(1, 1600);
        restored->tap->arrive(netFrame(100, 1));
        restored->onTap();
        restored->takeReceived();
        QCOMPARE(restored->assembler.frames.size(), std::size_t{1});
    }

    void impossibleState_isRefused_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::addColumn<PendingFrame>("frame");
        QTest::addColumn<bool>("fine");
        const auto row = [](const char *name, std::uint64_t features, Bytes bytes, unsigned tried, bool fine) {
            QTest::newRow(name) << quint64{features}
                                << PendingFrame{std::move(bytes), false, static_cast<std::uint16_t>(tried)} << fine;
        };
        const auto flagged = [](unsigned flags, unsigned type) {
            Bytes frame = netFrame(100);
            frame[0] = static_cast<std::byte>(flags);
            frame[1] = static_cast<std::byte>(type);
            return frame;
        };
        row("an ordinary one", kMerging, netFrame(100), 0, true);
        row("the largest", kMerging, netFrame(kNetMaxFrameBytes), 63, true);
        row("empty", kMerging, {}, 0, false);
        row("a header", kMerging, netFrame(12), 0, false);
        row("too large", kMerging, netFrame(kNetMaxFrameBytes + 1), 0, false);
        row("much too large", kMerging, Bytes(1 << 20), 0, false);
        row("tried too often", kMerging, netFrame(100), 64, false);
        row("checksum agreed", kMerging, flagged(1, 0), 0, true);
        row("checksum not agreed", kPlainSingle, flagged(1, 0), 0, false);
        row("flags not agreed", kPlainSingle, flagged(2, 0), 0, false);
        row("segments agreed", kMerging, flagged(1, 1), 0, true);
        row("segments not agreed", kPlainSingle, flagged(0, 1), 0, false);
        row("unknown segments", kMerging, flagged(1, 77), 0, false);
    }
    void impossibleState_isRefused()
    {
        QFETCH(quint64, features);
        QFETCH(PendingFrame, frame);
        QFETCH(bool, fine);
        Bench bench;
        bench.bringUp(features);
        DeviceSnapshot saved = takeSnapshot(*bench.transport).value();
        std::get<NetState>(saved.device).pendingFrame = frame;
        Bench restored(bench);
        const auto done = restoreSnapshot(*restored.transport, saved);
        QCOMPARE(done.has_value(), fine);
        if (!fine) {
            QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
            QVERIFY(!restored.device->isActive());
        }
    }
    void impossibleLimiter_changesNothing()
    {
        Bench bench;
        NetState state;
        state.rxLimiter.ops = BucketState{5, 0, 1, 1, 0, 0};
        state.txLimiter.ops = BucketState{0, 0, 1, 0, 0, 0};
        QCOMPARE(bench.device->restore(state).error().kind, ErrorKind::InvalidInput);
        QVERIFY(bench.device->save() == DeviceState(NetState{}));
        QVERIFY(!bench.device->restore(BlockState{}));
    }
};

QTEST_GUILESS_MAIN(TestNetState)
#include "tst_net_state.moc"
