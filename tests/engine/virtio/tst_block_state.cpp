// Drives saved and restored in the middle of traffic: a restored drive goes on as its twin that was never saved.

#include "support/device_snapshot.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/manual_clock.h"
#include "support/mmio_driver.h"
#include "support/temp_files.h"
#include "virtio/block/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <cstring>
#include <map>
#include <random>
#include <set>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kSector = 512;
constexpr std::uint32_t kSectors = 512;
constexpr std::uint64_t kGuestMib = 4;
constexpr std::uint64_t kPlain = kFeatureVersion1 | kFeatureIndirect;

std::array<std::byte, 16> header(std::uint32_t type, std::uint64_t sector)
{
    return std::bit_cast<std::array<std::byte, 16>>(std::array<std::uint64_t, 2>{type, sector});
}

/// A drive behind registers, its file, its driver and its clock.
struct Bench {
    TempFile file;
    FakeGuest guest;
    FakeDriver driver;
    FakeInterruptLine line;
    ManualClock clock;
    BlockSettings settings;
    std::unique_ptr<BlockDevice> device;
    std::optional<MmioTransport> transport;

    explicit Bench(BlockSettings wanted)
        : file(pattern(kSectors * kSector)), guest(kGuestMib), driver(guest, 128), settings(std::move(wanted))
    {
        open();
    }
    /// The saved machine's guest and a copy of its file, on another host.
    explicit Bench(const Bench &saved)
        : file(saved.file.content()), guest(saved.guest.copy()), driver(guest, saved.driver), settings(saved.settings)
    {
        clock.advance(77s);
        open();
    }
    void open()
    {
        settings.driveId = "state";
        settings.path = file.path();
        settings.clock = &clock;
        device = std::move(BlockDevice::open(settings).value());
        transport.emplace(*device, guest.memory(), line);
    }
    void bringUp(std::uint64_t features)
    {
        QCOMPARE(MmioDriver(*transport).bringUp(features, std::array{driver.config()}), 15u);
    }
    /// Another machine that goes on from here.
    std::unique_ptr<Bench> restored()
    {
        const auto saved = takeSnapshot(*transport);
        if (!saved)
            qFatal("%s", saved.error().text.c_str());
        auto other = std::make_unique<Bench>(*this);
        if (const auto done = restoreSnapshot(*other->transport, *saved); !done)
            qFatal("%s", done.error().text.c_str());
        // The clocks differ, what is saved of them does not.
        const auto again = takeSnapshot(*other->transport);
        if (!again || *again != *saved)
            qFatal("save, restore, save differ");
        line.take();
        transport->kickAllQueues();
        other->transport->kickAllQueues();
        return other;
    }

    void submitRandom(std::mt19937 &random)
    {
        auto chain = driver.chain();
        const std::uint32_t sectors = 1 + random() % 8;
        const std::uint64_t sector = random() % (kSectors + 8); // some are beyond the end
        switch (random() % 7) {                                 // no GET_ID: it differs from file to file
        case 0:
            chain.readable(header(4, 0)).writable(1); // FLUSH
            break;
        case 1:
            chain.readable(header(99, 0)).writable(1);
            break;
        case 2:
            chain.readable(pattern(3)); // malformed
            break;
        case 3:
        case 4:
            chain.readable(header(1, sector))
                .readable(pattern(sectors * kSector, static_cast<unsigned>(random())))
                .writable(1);
            break;
        default:
            chain.readable(header(0, sector)).writable(sectors * kSector).writable(1);
            break;
        }
        if (random() % 2)
            chain.indirect();
        chain.submit();
    }
    void step(std::mt19937 &random)
    {
        switch (random() % 6) {
        case 0:
        case 1:
            if (driver.outstanding() < 30)
                submitRandom(random);
            break;
        case 2:
            transport->notifyQueue(0);
            break;
        case 3:
            clock.advance(std::chrono::microseconds(random() % 40'000));
            break;
        case 4:
            driver.setUsedEvent(static_cast<std::uint16_t>(driver.usedIndex() + random() % 3));
            driver.setNoInterrupt(random() % 4 == 0);
            break;
        default:
            while (driver.takeUsed()) {
            }
            break;
        }
    }
};

/// Two requests at a time, which end only when somebody waits for them.
class LazyBackend final : public BlockBackend {
public:
    explicit LazyBackend(unsigned &requests) : m_requests(requests) {}
    std::uint16_t depth() const override { return 2; }
    void queue(const IoRequest &request) override
    {
        ++m_requests;
        m_running.push_back({request.slot, 0});
    }
    Result<> submit() override { return {}; }
    std::span<const IoCompletion> takeCompletions() override
    {
        m_taken = std::exchange(m_finished, {});
        return m_taken;
    }
    Result<> wait() override
    {
        m_finished = std::exchange(m_running, {});
        return {};
    }
    void useMemory(const GuestMemory &) override {}

private:
    unsigned &m_requests; ///< counted
    std::vector<IoCompletion> m_running, m_finished, m_taken;
};

LimiterSettings tight()
{
    return {BucketSettings{8 * kSector, 2 * kSector, 100}, BucketSettings{3, 2, 70}};
}

} // namespace

class TestBlockState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<bool>("eventIndex");
        QTest::addColumn<bool>("limited");
        QTest::addColumn<unsigned>("seed");
        for (const bool eventIndex : {false, true}) {
            for (const bool limited : {false, true}) {
                for (unsigned seed = 1; seed <= 3; ++seed)
                    QTest::addRow("%s, %s, seed %u", eventIndex ? "event index" : "flags",
                                  limited ? "limited" : "unlimited", seed)
                        << eventIndex << limited << seed;
            }
        }
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(bool, eventIndex);
        QFETCH(bool, limited);
        QFETCH(unsigned, seed);
        BlockSettings settings;
        settings.cache = BlockCache::Writeback;
        if (limited)
            settings.limiter = tight();
        Bench twin(settings);
        twin.bringUp(kPlain | kBlockFeatureFlush | (eventIndex ? kFeatureEventIndex : 0));
        std::mt19937 random(seed);
        int blocked = 0;
        for (int round = 0; round < 8; ++round) {
            for (int i = 0; i < 30; ++i)
                twin.step(random);
            const auto restored = twin.restored();
            blocked += std::get<BlockState>(restored->device->save()).limiter.blockedNanos > 0;
            for (int i = 0; i < 60; ++i) {
                std::mt19937 same = random;
                restored->step(same);
                twin.step(random);
                QCOMPARE(restored->line.count(), twin.line.count());
            }
            QVERIFY(restored->guest.bytes(GuestAddress(0), kGuestMib << 20) ==
                    twin.guest.bytes(GuestAddress(0), kGuestMib << 20));
            QVERIFY(restored->file.content() == twin.file.content());
            QCOMPARE(restored->driver.outstanding(), twin.driver.outstanding());
        }
        QCOMPARE(blocked > 0, limited);
    }

    /// Requests on their way through the kernel end before the snapshot; each is answered once, here or there.
    void asyncInFlight_endsBeforeTheSnapshot()
    {
        BlockSettings settings;
        settings.engine = BlockEngine::Async;
        Bench twin(settings);
        twin.bringUp(kPlain);
        for (int round = 0; round < 20; ++round) {
            std::map<std::uint16_t, std::uint64_t> sectorOf;
            for (unsigned i = 0; i < 40; ++i) {
                const std::uint64_t sector = (unsigned(round) * 40 + i) * 7 % (kSectors - 2);
                auto chain = twin.driver.chain();
                if (i % 2)
                    chain.readable(header(1, sector)).readable(pattern(kSector, i)).writable(1).indirect().submit();
                else
                    sectorOf[chain.readable(header(0, sector)).writable(kSector).writable(1).indirect().submit()] =
                        sector;
            }
            twin.transport->notifyQueue(0);
            const auto saved = takeSnapshot(*twin.transport).value();
            const QueuePosition position = saved.transport.queues[0].position;
            QCOMPARE(position.nextAvailable, position.nextUsed);
            QCOMPARE(twin.driver.usedIndex(), position.nextUsed);
            Bench restored(twin);
            QVERIFY(restoreSnapshot(*restored.transport, saved));
            restored.transport->kickAllQueues();
            int answers = 0;
            while (const auto used = restored.driver.takeUsed()) {
                ++answers;
                QCOMPARE(used->lastByte(), std::byte{0});
            }
            QCOMPARE(answers, 40);
            QCOMPARE(restored.driver.outstanding(), std::size_t{0});
            QVERIFY(restored.file.content() == twin.file.content());
            while (twin.driver.takeUsed()) {
            }
        }
    }
    void fullQueue_limiterBlocked_nothingIsLostOrRepeated()
    {
        BlockSettings settings;
        settings.limiter.ops = BucketSettings{2, 0, 1000};
        Bench twin(settings);
        twin.bringUp(kPlain | kFeatureEventIndex);
        for (unsigned i = 0; i < 128; ++i) // the whole queue
            twin.driver.chain().readable(header(1, i)).readable(pattern(kSector, i)).writable(1).indirect().submit();
        twin.transport->notifyQueue(0);
        QCOMPARE(twin.driver.usedIndex(), std::uint16_t{2});
        const auto restored = twin.restored();
        QCOMPARE(restored->driver.usedIndex(), std::uint16_t{2});
        std::vector<std::uint16_t> answered;
        for (int i = 0; i < 200 && restored->driver.outstanding() > 0; ++i) {
            restored->clock.advance(500ms);
            restored->transport->notifyQueue(0);
            while (const auto used = restored->driver.takeUsed())
                answered.push_back(used->head);
        }
        QCOMPARE(answered.size(), std::size_t{128});
        QCOMPARE(std::set(answered.begin(), answered.end()).size(), std::size_t{128});
        for (unsigned i = 0; i < 128; ++i) {
            const auto content = restored->file.content();
            QVERIFY(std::ranges::equal(std::span(content).subspan(i * kSector, kSector), pattern(kSector, i)));
        }
    }
    /// A drive whose wait for the limiter is restored wakes by itself: no notification comes.
    void limiterBlocked_timerIsArmed()
    {
        BlockSettings settings;
        settings.limiter.ops = BucketSettings{1, 0, 150};
        Bench twin(settings);
        twin.bringUp(kPlain);
        for (unsigned i = 0; i < 2; ++i)
            twin.driver.chain().readable(header(4, 0)).writable(1).submit();
        twin.transport->notifyQueue(0);
        const auto restored = twin.restored();
        const auto loop = std::move(EventLoop::create().value());
        std::vector<EventLoop::Registration> watched;
        for (HostEvent &event : restored->device->hostEvents())
            watched.push_back(loop->watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        restored->clock.advance(1s); // what the timer will find
        QVERIFY(eventually(*loop, [&] { return restored->driver.usedIndex() == 2; }));
    }
    /// Chains that wait for a place in the engine are not forgotten when the snapshot empties it.
    void engineFull_goesOnAfterTheSnapshot()
    {
        unsigned requests = 0;
        BlockSettings settings;
        settings.backendFactory = [&requests](int, int) -> Result<std::unique_ptr<BlockBackend>> {
            return std::make_unique<LazyBackend>(requests);
        };
        Bench bench(settings);
        bench.bringUp(kPlain);
        for (int i = 0; i < 5; ++i)
            bench.driver.chain().readable(header(4, 0)).writable(1).submit();
        bench.transport->notifyQueue(0);
        QCOMPARE(requests, 2u);
        const DeviceSnapshot saved = takeSnapshot(*bench.transport).value();
        QCOMPARE(saved.transport.queues[0].position.nextAvailable, std::uint16_t{2});
        QCOMPARE(bench.driver.usedIndex(), std::uint16_t{2});
        const auto loop = std::move(EventLoop::create().value());
        std::vector<EventLoop::Registration> watched;
        for (HostEvent &event : bench.device->hostEvents())
            watched.push_back(loop->watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        QVERIFY2(eventually(*loop, [&] { return requests == 4; }), "without a notification");
    }
    void readOnlyFile_needsNoSync()
    {
        BlockSettings settings;
        settings.readOnly = true;
        Bench bench(settings);
        bench.bringUp(kPlain);
        QVERIFY(bench.device->quiesce());
    }
    void inactive_isRestoredInactive()
    {
        BlockSettings settings;
        settings.limiter = tight();
        Bench bench(settings);
        const auto restored = bench.restored();
        QVERIFY(!restored->device->isActive());
        restored->bringUp(kPlain);
        restored->driver.chain().readable(header(4, 0)).writable(1).submit();
        restored->transport->notifyQueue(0);
        QCOMPARE(restored->driver.takeUsed()->lastByte(), std::byte{0});
    }

    void impossibleState_isRefused()
    {
        Bench bench{BlockSettings{}};
        QVERIFY(!bench.device->restore(EntropyState{}));
        QVERIFY(!bench.device->restore(NetState{}));
        BlockState state;
        state.limiter.ops = BucketState{1, 0, 1, 2, 0, 0};
        QCOMPARE(bench.device->restore(state).error().kind, ErrorKind::InvalidInput);
        QVERIFY2(std::get<BlockState>(bench.device->save()) == BlockState{}, "nothing has changed");
        state.limiter.ops->budget = 1;
        QVERIFY(bench.device->restore(state));
    }
};

QTEST_GUILESS_MAIN(TestBlockState)
#include "tst_block_state.moc"
