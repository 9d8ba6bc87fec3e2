// A balloon saved and restored in the middle of its work: it goes on as its twin that was never saved.

#include "support/device_snapshot.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "virtio/balloon/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <cstring>
#include <deque>
#include <functional>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kGuestMib = 8;
constexpr std::uint64_t kPage = 4096;
/// What the driver gives to the balloon: behind the rings and buffers of all queues.
constexpr std::uint64_t kSpare = 6 * kMib;
constexpr std::uint32_t kSparePages = 512;

constexpr BalloonSettings kEverything{.amountMib = 2,
                                      .deflateOnOom = true,
                                      .statsPollingIntervalSeconds = 1,
                                      .freePageHinting = true,
                                      .freePageReporting = true};

// Queue indices with kEverything.
constexpr std::uint16_t kInflate = 0, kDeflate = 1, kStatistics = 2, kHinting = 3, kReporting = 4;

std::vector<std::byte> bytesOf(const std::vector<std::uint32_t> &numbers)
{
    const auto bytes = std::as_bytes(std::span(numbers));
    return {bytes.begin(), bytes.end()};
}

std::vector<std::byte> record(std::uint16_t tag, std::uint64_t value)
{
    std::vector<std::byte> out(10);
    std::memcpy(out.data(), &tag, sizeof tag);
    std::memcpy(out.data() + 2, &value, sizeof value);
    return out;
}

/// A balloon behind registers, and its driver.
struct Bench {
    FakeGuest guest;
    std::deque<FakeDriver> drivers;
    FakeInterruptLine line;
    BalloonSettings settings;
    std::unique_ptr<BalloonDevice> device;
    std::optional<MmioTransport> transport;
    std::optional<MmioDriver> registers;

    explicit Bench(const BalloonSettings &wanted = kEverything) : guest(kGuestMib), settings(wanted)
    {
        for (std::uint64_t i = 0; i < 5; ++i)
            drivers.emplace_back(guest, std::uint16_t{32}, 0x10000 + 0x4000 * i, kMib + kMib * i);
        open();
        for (std::uint64_t at = kSpare; at < kGuestMib * kMib; at += kMib)
            guest.put(GuestAddress(at), pattern(kMib));
    }
    explicit Bench(const Bench &saved) : guest(saved.guest.copy()), settings(saved.settings)
    {
        for (const FakeDriver &driver : saved.drivers)
            drivers.emplace_back(guest, driver);
        open();
    }
    void open()
    {
        device = std::move(BalloonDevice::create(settings).value());
        transport.emplace(*device, guest.memory(), line);
        registers.emplace(*transport);
    }
    void bringUp(std::uint64_t features)
    {
        std::vector<QueueConfig> configs;
        for (std::size_t i = 0; i < device->queuesInUse(features & device->features()); ++i)
            configs.push_back(drivers[i].config());
        QCOMPARE(registers->bringUp(features, configs), 15u);
    }
    std::unique_ptr<Bench> restored()
    {
        const DeviceSnapshot saved = takeSnapshot(*transport).value();
        auto other = std::make_unique<Bench>(*this);
        if (const auto done = restoreSnapshot(*other->transport, saved); !done)
            qFatal("%s", done.error().text.c_str());
        if (std::get<BalloonState>(saved.device).hintingHostCommand < 2 &&
            takeSnapshot(*other->transport).value() != saved)
            qFatal("save, restore, save differ");
        line.take();
        transport->kickAllQueues();
        other->transport->kickAllQueues();
        return other;
    }
    void put(std::uint16_t queue, std::span<const std::byte> bytes) { drivers[queue].chain().readable(bytes).submit(); }
    void kick(std::uint16_t queue) { transport->notifyQueue(queue); }
    void putAndKick(std::uint16_t queue, std::span<const std::byte> bytes)
    {
        put(queue, bytes);
        kick(queue);
    }
    std::uint32_t config(std::uint64_t offset) { return registers->read(0x100 + offset); }
    bool isZero(std::uint64_t page) const
    {
        return std::ranges::all_of(guest.bytes(GuestAddress(kSpare + page * kPage), kPage),
                                   [](std::byte byte) { return byte == std::byte{0}; });
    }
    void step(std::mt19937 &random)
    {
        const auto queue = static_cast<std::uint16_t>(random() % 5);
        FakeDriver &driver = drivers[queue];
        const auto page = static_cast<std::uint32_t>(kSpare / kPage + random() % kSparePages);
        const auto value = static_cast<std::uint32_t>(random());
        switch (random() % 5) {
        case 0:
        case 1:
            if (driver.outstanding() >= 20 || (queue == kStatistics && driver.outstanding() > 0))
                break;
            if (queue == kInflate || queue == kDeflate)
                driver.chain().readable(bytesOf({page, page + 1, value % 4 ? page + 9 : value})).submit();
            else if (queue == kStatistics)
                driver.chain().readable(record(static_cast<std::uint16_t>(value % 18), value)).submit();
            else if (queue == kHinting && value % 2)
                driver.chain().readable(bytesOf({value % 4})).submit();
            else
                driver.chain().raw(page * kPage, kPage, kDescriptorWrite).submit();
            break;
        case 2:
            kick(queue);
            break;
        case 3:
            driver.setUsedEvent(static_cast<std::uint16_t>(driver.usedIndex() + value % 3));
            driver.setNoInterrupt(value % 4 == 0);
            registers->write(0x104, value % 1000); // `actual`
            break;
        default:
            while (driver.takeUsed()) {
            }
            break;
        }
    }
};

using Change = std::function<void(BalloonState &)>;

} // namespace

class TestBalloonState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::newRow("everything") << quint64{~kFeatureEventIndex};
        QTest::newRow("everything, event index") << quint64{~std::uint64_t{0}};
        QTest::newRow("no statistics") << quint64{~kBalloonFeatureStatistics};
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(quint64, features);
        BalloonSettings settings = kEverything;
        settings.statsPollingIntervalSeconds = 3600; // asked for below
        Bench twin(settings);
        twin.bringUp(features);
        std::mt19937 random(3);
        int held = 0;
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 40; ++i)
                twin.step(random);
            const auto restored = twin.restored();
            held += std::get<BalloonState>(restored->device->save()).statisticsHead.has_value();
            for (Bench *each : {&twin, restored.get()}) {
                std::mt19937 same = random;
                for (int i = 0; i < 60; ++i) {
                    if (i % 20 == 10) // gives the held buffer back
                        QVERIFY(each->device->setStatsPollingInterval(static_cast<std::uint16_t>(3600 + i)));
                    each->step(same);
                }
            }
            random.discard(1000);
            QCOMPARE(restored->line.count(), twin.line.count());
            QVERIFY(restored->guest.bytes(GuestAddress(0), kGuestMib << 20) ==
                    twin.guest.bytes(GuestAddress(0), kGuestMib << 20));
            QVERIFY(restored->device->save() == twin.device->save());
        }
        QCOMPARE(held > 0, (features & kBalloonFeatureStatistics) != 0);
    }
    void targetAndActual_areKept()
    {
        Bench twin;
        twin.bringUp(~std::uint64_t{0});
        QVERIFY(twin.device->setAmount(5));
        twin.registers->write(0x104, 777);
        const auto restored = twin.restored();
        QCOMPARE(restored->config(0), 5u * 256);
        QCOMPARE(restored->config(4), 777u);
        QCOMPARE(restored->device->settings().amountMib, 5u);
        QCOMPARE(restored->device->statistics()->actualPages, 777u);
        QVERIFY(restored->device->setAmount(1));
    }
    void statistics_areKeptAndAskedForAgain()
    {
        Bench twin;
        twin.bringUp(~std::uint64_t{0});
        auto records = record(4, 123456);
        std::ranges::copy(record(0, 7), std::back_inserter(records));
        twin.putAndKick(kStatistics, records);
        const auto restored = twin.restored();
        QVERIFY(!restored->drivers[kStatistics].takeUsed());
        QCOMPARE(restored->device->statistics()->freeMemory, std::optional<std::uint64_t>(123456));
        QCOMPARE(restored->device->statistics()->swapIn, std::optional<std::uint64_t>(7));
        QVERIFY(!restored->device->statistics()->oomKill);
        // The timer runs again, and the held buffer goes back.
        const auto loop = std::move(EventLoop::create().value());
        std::vector<EventLoop::Registration> watched;
        for (HostEvent &event : restored->device->hostEvents())
            watched.push_back(loop->watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        QVERIFY(eventually(*loop, [&] { return restored->drivers[kStatistics].takeUsed().has_value(); }));
        restored->putAndKick(kStatistics, record(4, 99));
        QCOMPARE(restored->device->statistics()->freeMemory, std::optional<std::uint64_t>(99));
        QCOMPARE(restored->device->statistics()->swapIn, std::optional<std::uint64_t>(7));
    }
    void fullInflateQueue_isWorkedOff()
    {
        Bench twin;
        twin.bringUp(~std::uint64_t{0});
        for (std::uint32_t page = 0; page < 32; ++page)
            twin.put(kInflate, bytesOf({static_cast<std::uint32_t>(kSpare / kPage) + page}));
        QVERIFY(!twin.isZero(0));
        const auto restored = twin.restored();
        for (std::uint32_t page = 0; page < 32; ++page) {
            QVERIFY(restored->isZero(page));
            QVERIFY(restored->drivers[kInflate].takeUsed());
        }
        QVERIFY(!restored->isZero(32));
    }
    /// Who started the run is not there to end it.
    void hintingRun_isDoneForTheRestoredGuest()
    {
        Bench twin;
        twin.bringUp(~std::uint64_t{0});
        QVERIFY(twin.device->startHinting(true));
        const std::uint32_t run = twin.config(8);
        QCOMPARE(run, 2u);
        twin.putAndKick(kHinting, bytesOf({run}));
        const std::uint32_t generation = twin.registers->read(0xfc);
        twin.registers->write(0x64, 3);
        const auto restored = twin.restored();
        QCOMPARE(twin.config(8), run);
        QCOMPARE(restored->config(8), 1u);
        QVERIFY(restored->registers->read(0xfc) != generation);
        QCOMPARE(restored->registers->read(0x60) & 2, 2u);
        QVERIFY(restored->line.count() > 0);
        for (Bench *each : {&twin, restored.get()}) {
            each->drivers[kHinting].chain().raw(kSpare, kPage, kDescriptorWrite).submit();
            each->kick(kHinting);
        }
        QVERIFY2(twin.isZero(0), "the original's run goes on");
        QVERIFY2(!restored->isZero(0), "the restored guest has the page");
        QVERIFY(restored->device->startHinting(true));
        QVERIFY2(restored->config(8) != run, "ids are not used twice");
    }
    void inactive_isRestoredInactive()
    {
        Bench bench;
        const auto restored = bench.restored();
        QVERIFY(!restored->device->isActive());
        restored->bringUp(~std::uint64_t{0});
        restored->putAndKick(kInflate, bytesOf({static_cast<std::uint32_t>(kSpare / kPage)}));
        QVERIFY(restored->isZero(0));
    }
    /// A held buffer of a device that turns out not to run is forgotten.
    void heldBuffer_withoutQueue_isForgotten()
    {
        Bench bench;
        BalloonState state;
        state.statisticsHead = std::uint16_t{3};
        QVERIFY(bench.device->restore(state));
        bench.bringUp(~std::uint64_t{0});
        QVERIFY(bench.device->setStatsPollingInterval(5)); // would give it back
        QVERIFY(!bench.drivers[kStatistics].takeUsed());
    }
    void brokenBalloon_isSavedAsAfterItsReset()
    {
        Bench bench;
        bench.bringUp(~std::uint64_t{0});
        bench.putAndKick(kStatistics, record(4, 1));
        QVERIFY(bench.device->startHinting(false));
        bench.drivers[kInflate].setAvailableIndex(1000);
        bench.kick(kInflate);
        const DeviceSnapshot saved = takeSnapshot(*bench.transport).value();
        Bench restored(bench);
        const auto done = restoreSnapshot(*restored.transport, saved);
        QVERIFY2(done, done ? "" : done.error().text.c_str());
        QCOMPARE(restored.registers->read(0x70), 15u | kStatusNeedsReset);
        QVERIFY(!restored.device->statistics()->freeMemory);
        QVERIFY(takeSnapshot(*restored.transport).value() == saved);
    }

    void impossibleState_isRefused_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, std::uint64_t features, Change change) {
            QTest::newRow(name) << quint64{features} << change;
        };
        constexpr std::uint64_t kAll = ~std::uint64_t{0};
        row("target in half MiB", kAll, [](BalloonState &s) { s.targetPages += 128; });
        row("target beyond memory", kAll, [](BalloonState &s) { s.targetPages = 9 * 256; });
        row("target beyond everything", kAll, [](BalloonState &s) { s.targetPages = ~0u - 255; });
        row("no head held", kAll, [](BalloonState &s) { s.statisticsHead.reset(); });
        row("head outside the table", kAll, [](BalloonState &s) { s.statisticsHead = std::uint16_t{32}; });
        row("head far outside", kAll, [](BalloonState &s) { s.statisticsHead = std::uint16_t{0xffff}; });
        row("head of an unused queue", ~kBalloonFeatureStatistics,
            [](BalloonState &s) { s.statisticsHead = std::uint16_t{0}; });
        row("no last run", kAll, [](BalloonState &s) { s.lastHintingRun = 0; });
        row("a command never given", kAll, [](BalloonState &s) { s.hintingHostCommand = 3; });
        row("a run before the first", kAll, [](BalloonState &s) {
            s.lastHintingRun = 1;
            s.hintingHostCommand = 2;
        });
        row("host hints, driver cannot", ~kBalloonFeatureHinting, [](BalloonState &s) { s.hintingHostCommand = 1; });
        row("guest hints, driver cannot", ~kBalloonFeatureHinting, [](BalloonState &s) { s.hintingGuestCommand = 5; });
    }
    void impossibleState_isRefused()
    {
        QFETCH(quint64, features);
        QFETCH(Change, change);
        Bench bench;
        bench.bringUp(features);
        if (features & kBalloonFeatureStatistics)
            bench.putAndKick(kStatistics, record(4, 1));
        DeviceSnapshot saved = takeSnapshot(*bench.transport).value();
        Bench fine(bench);
        QVERIFY2(restoreSnapshot(*fine.transport, saved), "the one that it was made from is fine");
        change(std::get<BalloonState>(saved.device));
        Bench restored(bench);
        const auto done = restoreSnapshot(*restored.transport, saved);
        QVERIFY(!done);
        QVERIFY(done.error().kind == ErrorKind::InvalidInput || done.error().kind == ErrorKind::GuestFault);
        QVERIFY(!restored.device->isActive());
    }
    void whatIsOff_isRefused_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("held statistics", [](BalloonState &s) { s.statisticsHead = std::uint16_t{0}; });
        row("statistics", [](BalloonState &s) { s.statistics[15] = 1; });
        row("host command", [](BalloonState &s) { s.hintingHostCommand = 1; });
        row("guest command", [](BalloonState &s) { s.hintingGuestCommand = 0; });
        row("a run", [](BalloonState &s) { s.lastHintingRun = 2; });
        row("no acknowledgement", [](BalloonState &s) { s.hintingAcknowledgeOnStop = false; });
    }
    void whatIsOff_isRefused()
    {
        QFETCH(Change, change);
        Bench bench(BalloonSettings{});
        BalloonState state;
        QVERIFY(bench.device->restore(state));
        change(state);
        QCOMPARE(bench.device->restore(state).error().kind, ErrorKind::InvalidInput);
        QVERIFY(std::get<BalloonState>(bench.device->save()) == BalloonState{});
        QVERIFY(!bench.device->restore(VsockState{}));
    }
};

QTEST_GUILESS_MAIN(TestBalloonState)
#include "tst_balloon_state.moc"
