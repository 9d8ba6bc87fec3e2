// The registers of a transport saved and restored: as a driver left them, and never as no driver could.

#include "support/device_snapshot.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "virtio/entropy/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <functional>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect | kFeatureEventIndex;

/// An entropy device behind registers. A copy of the guest makes another host for it.
struct Bench {
    FakeGuest guest;
    FakeDriver driver;
    FakeInterruptLine line;
    std::unique_ptr<EntropyDevice> device = std::move(EntropyDevice::create({}).value());
    MmioTransport transport{*device, guest.memory(), line};
    MmioDriver registers{transport};

    Bench() : guest(4), driver(guest, 64) {}
    explicit Bench(const Bench &saved) : guest(saved.guest.copy()), driver(guest, saved.driver) {}

    void bringUp() { QCOMPARE(registers.bringUp(kFeatures, std::array{driver.config()}), 15u); }
    void ask()
    {
        driver.chain().writable(32).submit();
        registers.write(kMmioQueueNotify, 0);
    }
    /// All registers that a driver can read, and what they select.
    std::vector<std::uint32_t> visible()
    {
        std::vector<std::uint32_t> values;
        for (const std::uint64_t offset : {0x10u, 0x34u, 0x44u, 0x60u, 0x70u, 0xfcu})
            values.push_back(registers.read(offset));
        return values;
    }
};

using Change = std::function<void(TransportState &)>;

} // namespace

class TestTransportState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Wherever a driver stands, it finds the same registers and can go on.
    void everyStep_isRestored_data()
    {
        QTest::addColumn<unsigned>("status");
        for (const unsigned status : {0u, 1u, 3u, 11u, 15u}) {
            QTest::addRow("%u", status) << status;
            QTest::addRow("%u, failed", status) << (status | kStatusFailed);
        }
    }
    void everyStep_isRestored()
    {
        QFETCH(unsigned, status);
        Bench bench;
        bench.registers.write(0x14, 1);
        const unsigned step = status & ~unsigned{kStatusFailed};
        if (step == 15) {
            bench.bringUp();
        } else if (step == 11) {
            bench.registers.negotiate(kFeatures);
            bench.registers.write(0x30, 7);
        } else {
            for (const unsigned next : {1u, 3u}) {
                if (next <= step)
                    bench.registers.write(0x70, next);
            }
        }
        if (status & kStatusFailed)
            bench.registers.write(0x70, status);
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        QCOMPARE(saved.transport.status, status);

        Bench restored(bench);
        const auto done = restoreSnapshot(restored.transport, saved);
        QVERIFY2(done, done ? "" : done.error().text.c_str());
        QCOMPARE(restored.visible(), bench.visible());
        QCOMPARE(restored.device->isActive(), bench.device->isActive());
        QVERIFY(takeSnapshot(restored.transport).value() == saved);
        // And from there on, if only by a reset.
        for (Bench *each : {&bench, &restored}) {
            if (status & kStatusFailed)
                each->registers.write(0x70, 0);
            if (!each->device->isActive()) {
                each->registers.write(0x70, 0);
                each->bringUp();
            }
            each->ask();
            QCOMPARE(each->driver.takeUsed()->written, 32u);
        }
    }
    void interruptInForce_isSeen()
    {
        Bench bench;
        bench.bringUp();
        bench.ask();
        QCOMPARE(bench.registers.read(0x60), 1u);
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        Bench restored(bench);
        QVERIFY(restoreSnapshot(restored.transport, saved));
        QCOMPARE(restored.registers.read(0x60), 1u);
        restored.transport.kickAllQueues();
        QCOMPARE(restored.line.take(), 1);
        restored.registers.write(0x64, 1);
        QCOMPARE(restored.registers.read(0x60), 0u);
        restored.transport.kickAllQueues();
        QCOMPARE(restored.line.take(), 0);
    }
    void chainsThatWait_areServedAfterTheKick()
    {
        Bench bench;
        bench.bringUp();
        for (int i = 0; i < 64; ++i) // the whole queue
            bench.driver.chain().writable(16).submit();
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        Bench restored(bench);
        QVERIFY(restoreSnapshot(restored.transport, saved));
        QVERIFY(!restored.driver.takeUsed());
        restored.transport.kickAllQueues();
        for (int i = 0; i < 64; ++i)
            QCOMPARE(restored.driver.takeUsed()->written, 16u);
    }
    void activationHook_isNotRun()
    {
        Bench bench;
        bench.bringUp();
        Bench restored(bench);
        restored.transport.setActivationHook([] { QFAIL("the machine kicks, once all is restored"); });
        QVERIFY(restoreSnapshot(restored.transport, takeSnapshot(bench.transport).value()));
    }
    void transportInUse_isNotRestored()
    {
        Bench bench;
        bench.bringUp();
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        QCOMPARE(bench.transport.restore(saved.transport).error().kind, ErrorKind::WrongPhase);
        QCOMPARE(bench.device->restore(saved.device).error().kind, ErrorKind::WrongPhase);
        bench.ask();
        QCOMPARE(bench.driver.takeUsed()->written, 32u);
    }

    // --- rings that the guest has broken ---

    void brokenRing_isSavedAsNeedsReset_data()
    {
        QTest::addColumn<bool>("seenByDevice");
        QTest::newRow("the device has given up") << true;
        QTest::newRow("the device has not looked yet") << false;
    }
    void brokenRing_isSavedAsNeedsReset()
    {
        QFETCH(bool, seenByDevice);
        Bench bench;
        bench.bringUp();
        bench.driver.setAvailableIndex(1000);
        if (seenByDevice)
            bench.registers.write(kMmioQueueNotify, 0);
        const unsigned before = bench.registers.read(0x70);
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        QCOMPARE(bench.registers.read(0x70), before);
        QVERIFY(!saved.transport.active);

        Bench restored(bench);
        QVERIFY(restoreSnapshot(restored.transport, saved));
        QCOMPARE(restored.registers.read(0x70), 15u | kStatusNeedsReset);
        QCOMPARE(restored.registers.read(0x60), 2u);
        restored.transport.kickAllQueues();
        QCOMPARE(restored.line.take(), 1);
        QVERIFY(takeSnapshot(restored.transport).value() == saved);
        restored.registers.write(0x70, 0);
        FakeDriver anew(restored.guest, 64);
        QCOMPARE(restored.registers.bringUp(kFeatures, std::array{anew.config()}), 15u);
        anew.chain().writable(32).submit();
        restored.registers.write(kMmioQueueNotify, 0);
        QCOMPARE(anew.takeUsed()->written, 32u);
    }
    void usedIndexOverwritten_isSavedAsNeedsReset()
    {
        Bench bench;
        bench.bringUp();
        QVERIFY(bench.guest.memory().storeRelease(GuestAddress(bench.driver.config().used.value() + 2), 77));
        const DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        Bench restored(bench);
        QVERIFY(restoreSnapshot(restored.transport, saved));
        QCOMPARE(restored.registers.read(0x70), 15u | kStatusNeedsReset);
    }

    // --- impossible states ---

    void impossibleState_isRefused_data()
    {
        QTest::addColumn<unsigned>("from");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, unsigned from, Change change) { QTest::newRow(name) << from << change; };
        // In a running device.
        for (const unsigned status : {0u, 1u, 2u, 3u, 4u, 8u, 7u, 10u, 11u, 14u, 31u, 47u, 79u, 0x10fu, 0x8000'000fu})
            QTest::addRow("running with status %#x", status)
                << 15u << Change([status](TransportState &s) { s.status = status; });
        row("not active", 15, [](TransportState &s) { s.active = false; });
        row("unknown interrupt", 15, [](TransportState &s) { s.interruptStatus = 4; });
        row("feature not offered", 15, [](TransportState &s) { s.driverFeatures |= 1; });
        row("high feature not offered", 15, [](TransportState &s) { s.driverFeatures |= std::uint64_t{1} << 63; });
        row("no queue", 15, [](TransportState &s) { s.queues.clear(); });
        row("a queue too many", 15, [](TransportState &s) { s.queues.resize(2); });
        row("queue not ready", 15, [](TransportState &s) { s.queues[0].config.ready = false; });
        for (const unsigned size : {0u, 3u, 512u, 0xffffu})
            QTest::addRow("queue of size %u", size)
                << 15u
                << Change([size](TransportState &s) { s.queues[0].config.size = static_cast<std::uint16_t>(size); });
        row("table not aligned", 15, [](TransportState &s) { s.queues[0].config.descriptors = GuestAddress(0x10008); });
        row("available ring not aligned", 15,
            [](TransportState &s) { s.queues[0].config.available = GuestAddress(0x10401); });
        row("used ring not aligned", 15, [](TransportState &s) { s.queues[0].config.used = GuestAddress(0x10502); });
        row("table outside memory", 15,
            [](TransportState &s) { s.queues[0].config.descriptors = GuestAddress((4u << 20) - 16); });
        row("available ring outside memory", 15,
            [](TransportState &s) { s.queues[0].config.available = GuestAddress(~std::uint64_t{1}); });
        row("used ring outside memory", 15,
            [](TransportState &s) { s.queues[0].config.used = GuestAddress(4u << 20); });
        row("available elsewhere", 15, [](TransportState &s) { ++s.queues[0].position.nextAvailable; });
        row("used elsewhere", 15, [](TransportState &s) { ++s.queues[0].position.nextUsed; });
        row("both elsewhere", 15, [](TransportState &s) {
            ++s.queues[0].position.nextAvailable;
            ++s.queues[0].position.nextUsed;
        });
        // In one that does not run.
        row("active too early", 11, [](TransportState &s) { s.active = true; });
        row("needs a reset too early", 11, [](TransportState &s) { s.status |= kStatusNeedsReset; });
        row("interrupt too early", 11, [](TransportState &s) { s.interruptStatus = 1; });
        row("position too early", 11, [](TransportState &s) { s.queues[0].position.nextUsed = 1; });
        row("running and given up on nothing", 11, [](TransportState &s) { s.status = 15; });
        row("queue before the features", 3, [](TransportState &s) { s.queues[0].config.size = 8; });
        row("features without a driver", 1, [](TransportState &s) { s.driverFeatures = kFeatureVersion1; });
    }
    void impossibleState_isRefused()
    {
        QFETCH(unsigned, from);
        QFETCH(Change, change);
        Bench bench;
        if (from == 15) {
            bench.bringUp();
            bench.ask();
        } else if (from == 11) {
            bench.registers.negotiate(kFeatures);
        } else {
            for (unsigned next : {1u, 3u}) {
                if (next <= from)
                    bench.registers.write(0x70, next);
            }
        }
        DeviceSnapshot saved = takeSnapshot(bench.transport).value();
        Bench fine(bench);
        QVERIFY2(restoreSnapshot(fine.transport, saved), "the one that it was made from is fine");
        change(saved.transport);
        Bench restored(bench);
        const auto done = restoreSnapshot(restored.transport, saved);
        QVERIFY(!done);
        QVERIFY(done.error().kind == ErrorKind::InvalidInput || done.error().kind == ErrorKind::GuestFault);
        QVERIFY(!done.error().text.empty());
        QVERIFY(!restored.device->isActive());
    }
};

QTEST_GUILESS_MAIN(TestTransportState)
#include "tst_transport_state.moc"
