#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "telemetry/event_hub.h"
#include "telemetry/metrics.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <thread>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kOffered = (std::uint64_t{1} << 5) | kFeatureEventIndex; // VERSION_1 is added by the transport

/// Two queues, eight bytes of configuration, and a record of what it was told.
class FakeDevice final : public VirtioDevice {
public:
    DeviceType type() const override { return DeviceType::Block; }
    std::uint64_t features() const override { return kOffered; }
    std::span<const std::uint16_t> queueMaxSizes() const override { return m_sizes; }
    void readConfig(std::uint64_t offset, std::span<std::byte> out) const override
    {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = offset + i < config.size() ? config[offset + i] : std::byte{0};
    }
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override
    {
        configWrites.emplace_back(offset, in.size());
    }
    Result<> activate(Activation activation) override
    {
        if (refuseActivation)
            return fail(ErrorKind::Host, "not today");
        active = std::move(activation);
        return {};
    }
    bool isActive() const override { return active.has_value(); }
    bool reset() override
    {
        ++resets;
        if (canReset)
            active.reset();
        return canReset;
    }
    void queueNotified(std::uint16_t index) override { notified.push_back(index); }
    std::vector<HostEvent> hostEvents() override { return {}; }
    Result<> quiesce() override { return {}; }
    std::vector<QueuePosition> queuePositions() const override
    {
        return active ? positionsOf(active->queues) : std::vector<QueuePosition>();
    }
    DeviceState save() const override { return BlockState{}; }
    Result<> restore(const DeviceState &) override { return {}; }

    std::array<std::byte, 8> config{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4},
                                    std::byte{5}, std::byte{6}, std::byte{7}, std::byte{8}};
    std::optional<Activation> active;
    bool refuseActivation = false;
    bool canReset = true;
    int resets = 0;
    std::vector<std::uint16_t> notified;
    std::vector<std::pair<std::uint64_t, std::size_t>> configWrites;

private:
    std::array<std::uint16_t, 2> m_sizes{256, 64};
};

struct Bench {
    FakeGuest guest{16};
    FakeDriver first{guest, 16, 0x10000, 0x100000};
    FakeDriver second{guest, 64, 0x20000, 0x200000};
    FakeDevice device;
    FakeInterruptLine line;
    MmioTransport transport{device, guest.memory(), line};
    MmioDriver registers{transport};

    std::uint32_t bringUp() { return registers.bringUp(~0ull, std::array{first.config(), second.config()}); }
    /// Walks up to `status`, one of 0, 1, 3, 11, 15.
    void walkTo(std::uint32_t status)
    {
        if (status == 15) {
            bringUp();
            return;
        }
        for (const std::uint32_t step : {1u, 3u, 11u}) {
            if (step <= status)
                registers.write(0x70, step);
        }
    }
};

} // namespace

class TestMmioTransport : public QObject {
    Q_OBJECT
private slots:
    void registers_initialValues_data();
    void registers_initialValues();
    void registers_wrongWidth_isIgnored_data();
    void registers_wrongWidth_isIgnored();
    void features_pages_data();
    void features_pages();
    void features_notOffered_areDropped();
    void features_outsideNegotiation_areIgnored_data();
    void features_outsideNegotiation_areIgnored();
    void status_transitions_data();
    void status_transitions();
    void queueNumMax_unknownQueue_isZero();
    void queueRegisters_frozenByStatus_data();
    void queueRegisters_frozenByStatus();
    void queueRegisters_afterActivation_doNotReachTheDevice();
    void activation_handsOverQueuesAndFeatures();
    void activation_runsHookOnceWithoutLock();
    void notification_hook_worksInPlaceOfTheDevice();
    void activation_badQueue_needsReset_data();
    void activation_badQueue_needsReset();
    void activation_deviceRefuses_needsReset();
    void activation_lateKick_reachesEveryQueue();
    void reset_whileActive_startsAnew();
    void reset_notPossible_setsFailed();
    void destruction_takesTheQueuesBack();
    void interrupt_used_setsBitAndTriggers();
    void interrupt_config_bumpsGeneration();
    void interrupt_ackBeforeDriverOk_isIgnored();
    void interrupt_registers_needNoLock();
    void needsReset_stopsNotifications();
    void needsReset_isPublished();
    void failedActivation_isPublished();
    void config_anyWidth_data();
    void config_anyWidth();
    void config_writes_needDriver_data();
    void config_writes_needDriver();
    void notify_registerWrite_reachesDevice();
    void notify_unknownQueueOrInactive_isIgnored();
    void noise_neverCrashes();
};

void TestMmioTransport::registers_initialValues_data()
{
    QTest::addColumn<unsigned>("offset");
    QTest::addColumn<unsigned>("value");
    QTest::newRow("magic") << 0x000u << 0x74726976u;
    QTest::newRow("version") << 0x004u << 2u;
    QTest::newRow("device") << 0x008u << 2u;
    QTest::newRow("vendor") << 0x00cu << 0u;
    QTest::newRow("features, page 0") << 0x010u << static_cast<unsigned>(kOffered);
    QTest::newRow("queue size") << 0x034u << 256u;
    QTest::newRow("queue ready") << 0x044u << 0u;
    QTest::newRow("interrupt status") << 0x060u << 0u;
    QTest::newRow("status") << 0x070u << 0u;
    QTest::newRow("generation") << 0x0fcu << 0u;
    QTest::newRow("write-only register") << 0x014u << 0u;
    QTest::newRow("unknown register") << 0x0c0u << 0u;
    QTest::newRow("odd offset") << 0x001u << 0u;
}

void TestMmioTransport::registers_initialValues()
{
    QFETCH(unsigned, offset);
    Bench bench;
    QTEST(bench.registers.read(offset), "value");
}

void TestMmioTransport::registers_wrongWidth_isIgnored_data()
{
    QTest::addColumn<unsigned>("width");
    for (const unsigned width : {1u, 2u, 3u, 5u, 8u, 16u})
        QTest::addRow("%u bytes", width) << width;
}

void TestMmioTransport::registers_wrongWidth_isIgnored()
{
    QFETCH(unsigned, width);
    Bench bench;
    std::vector<std::byte> data(width, std::byte{1});
    bench.transport.write(0x70, data);
    QCOMPARE(bench.registers.read(0x70), 0u);
    std::vector<std::byte> out(width, std::byte{0});
    bench.transport.read(0x0, out);
    QVERIFY(std::ranges::all_of(out, [](std::byte byte) { return byte == std::byte{0}; }));
    bench.transport.read(kMmioWindowBytes, out);
    bench.transport.write(kMmioWindowBytes, data);
}

void TestMmioTransport::features_pages_data()
{
    QTest::addColumn<unsigned>("page");
    QTest::addColumn<unsigned>("value");
    QTest::newRow("0") << 0u << static_cast<unsigned>(kOffered);
    QTest::newRow("1 always has VERSION_1") << 1u << 1u;
    QTest::newRow("2") << 2u << 0u;
    QTest::newRow("highest") << 0xffff'ffffu << 0u;
}

void TestMmioTransport::features_pages()
{
    QFETCH(unsigned, page);
    Bench bench;
    bench.registers.write(0x14, page);
    QTEST(bench.registers.read(0x10), "value");
}

void TestMmioTransport::features_notOffered_areDropped()
{
    Bench bench;
    bench.registers.write(0x70, 1);
    bench.registers.write(0x70, 3);
    for (const std::uint32_t page : {0u, 1u, 2u}) {
        bench.registers.write(0x24, page);
        bench.registers.write(0x20, 0xffff'ffff);
    }
    bench.registers.write(0x70, 11);
    bench.registers.setUpQueue(0, bench.first.config());
    bench.registers.setUpQueue(1, bench.second.config());
    bench.registers.write(0x70, 15);
    QCOMPARE(bench.device.active->features, kOffered | kFeatureVersion1);
}

void TestMmioTransport::features_outsideNegotiation_areIgnored_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::newRow("before ACKNOWLEDGE") << 0u;
    QTest::newRow("before DRIVER") << 1u;
    QTest::newRow("after FEATURES_OK") << 11u;
}

void TestMmioTransport::features_outsideNegotiation_areIgnored()
{
    QFETCH(unsigned, status);
    Bench bench;
    bench.walkTo(status);
    bench.registers.write(0x20, static_cast<std::uint32_t>(kOffered));
    for (const std::uint32_t step : {1u, 3u, 11u}) {
        if (step > status)
            bench.registers.write(0x70, step);
    }
    bench.registers.setUpQueue(0, bench.first.config());
    bench.registers.setUpQueue(1, bench.second.config());
    bench.registers.write(0x70, 15);
    QCOMPARE(bench.device.active->features, 0u);
}

void TestMmioTransport::status_transitions_data()
{
    QTest::addColumn<unsigned>("from");
    QTest::addColumn<unsigned>("written");
    QTest::addColumn<unsigned>("becomes");
    for (const unsigned from : {0u, 1u, 3u, 11u, 15u}) {
        for (const unsigned to : {0u, 1u, 2u, 3u, 4u, 5u, 7u, 8u, 11u, 15u, 64u, 79u, 128u, 143u, 256u, 0xffff'ff7fu}) {
            unsigned becomes = from;
            if (to == 0)
                becomes = 0;
            else if (to & 128)
                becomes = from | 128;
            else if ((from == 0 && to == 1) || (from == 1 && to == 3) || (from == 3 && to == 11))
                becomes = to;
            else if (from == 11 && to == 15)
                becomes = 15 | 64; // no queue is set up
            QTest::addRow("%u, write %u", from, to) << from << to << becomes;
        }
    }
}

void TestMmioTransport::status_transitions()
{
    QFETCH(unsigned, from);
    QFETCH(unsigned, written);
    Bench bench;
    bench.walkTo(from);
    QCOMPARE(bench.registers.read(0x70), from);
    bench.registers.write(0x70, written);
    QTEST(bench.registers.read(0x70), "becomes");
}

void TestMmioTransport::queueNumMax_unknownQueue_isZero()
{
    Bench bench;
    bench.registers.write(0x30, 1);
    QCOMPARE(bench.registers.read(0x34), 64u);
    for (const std::uint32_t index : {2u, 0x10000u, 0xffff'ffffu}) {
        bench.registers.write(0x30, index);
        QCOMPARE(bench.registers.read(0x34), 0u);
        QCOMPARE(bench.registers.read(0x44), 0u);
        bench.registers.write(0x44, 1);
        QCOMPARE(bench.registers.read(0x44), 0u);
    }
}

void TestMmioTransport::queueRegisters_frozenByStatus_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<bool>("writable");
    QTest::newRow("0") << 0u << false;
    QTest::newRow("1") << 1u << false;
    QTest::newRow("3") << 3u << false;
    QTest::newRow("11") << 11u << true;
    QTest::newRow("15") << 15u << false;
    QTest::newRow("11 with FAILED") << (11u | 128u) << false;
}

void TestMmioTransport::queueRegisters_frozenByStatus()
{
    QFETCH(unsigned, status);
    QFETCH(bool, writable);
    Bench bench;
    bench.walkTo(status & 15);
    if (status & 128)
        bench.registers.write(0x70, 128);
    const std::uint32_t before = bench.registers.read(0x44);
    bench.registers.write(0x44, before ? 0 : 1);
    QCOMPARE(bench.registers.read(0x44) != before, writable);
}

void TestMmioTransport::queueRegisters_afterActivation_doNotReachTheDevice()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    bench.registers.write(0x30, 0);
    bench.registers.write(0x38, 256);
    QCOMPARE(bench.device.active->queues[0].size(), 16);
}

void TestMmioTransport::activation_handsOverQueuesAndFeatures()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    QVERIFY(bench.device.active);
    QCOMPARE(bench.device.active->queues.size(), std::size_t{2});
    QCOMPARE(bench.device.active->queues[1].size(), 64);
    QCOMPARE(bench.device.active->features, kOffered | kFeatureVersion1);
    QCOMPARE(bench.device.active->memory, &bench.guest.memory());
    // High halves of the addresses count, too.
    bench.registers.write(0x70, 0);
    QueueConfig config = bench.first.config();
    config.used = GuestAddress(config.used.value() | std::uint64_t{1} << 40);
    QCOMPARE(bench.registers.bringUp(0, std::array{config, bench.second.config()}), 15u | 64u);
}

void TestMmioTransport::activation_runsHookOnceWithoutLock()
{
    Bench bench;
    int calls = 0;
    bench.transport.setActivationHook([&] {
        ++calls;
        const auto guard = bench.transport.lock(); // would deadlock
    });
    bench.bringUp();
    QCOMPARE(calls, 1);
    QVERIFY2(bench.device.notified.empty(), "no I/O on the thread that activates");
    bench.registers.write(0x70, 15);
    QCOMPARE(calls, 1);
}

void TestMmioTransport::notification_hook_worksInPlaceOfTheDevice()
{
    Bench bench;
    std::vector<int> told;
    bench.transport.setNotificationHook([&told](std::uint16_t queue) { told.push_back(queue); });
    bench.bringUp();
    bench.registers.write(0x50, 1);
    bench.registers.write(0x50, 0);
    bench.registers.write(0x50, 2); // there is no such queue
    bench.registers.write(0x50, 0xffff'ffff);
    QCOMPARE(told, std::vector<int>({1, 0}));
    QVERIFY2(bench.device.notified.empty(), "no I/O on the thread that notifies");
    bench.transport.notifyQueue(1);
    QCOMPARE(bench.device.notified.size(), 1u);
}

void TestMmioTransport::activation_badQueue_needsReset_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("ready");
    QTest::addColumn<quint64>("used");
    QTest::newRow("not ready") << 64 << false << quint64{0x30000};
    QTest::newRow("too large") << 128 << true << quint64{0x30000};
    QTest::newRow("no power of two") << 63 << true << quint64{0x30000};
    QTest::newRow("outside memory") << 64 << true << quint64{0x4000'0000};
}

void TestMmioTransport::activation_badQueue_needsReset()
{
    QFETCH(int, size);
    QFETCH(bool, ready);
    QFETCH(quint64, used);
    Bench bench;
    bool hook = false;
    bench.transport.setActivationHook([&hook] { hook = true; });
    QueueConfig bad = bench.second.config();
    bad.size = static_cast<std::uint16_t>(size);
    bad.ready = ready;
    bad.used = GuestAddress(used);
    QCOMPARE(bench.registers.bringUp(~0ull, std::array{bench.first.config(), bad}), 15u | 64u);
    QVERIFY(!bench.device.active);
    QVERIFY(!hook);
    QCOMPARE(bench.registers.read(0x60), 2u);
    QCOMPARE(bench.line.count(), 1);
    // The way out is a reset.
    bench.registers.write(0x70, 0);
    QCOMPARE(bench.bringUp(), 15u);
}

void TestMmioTransport::activation_deviceRefuses_needsReset()
{
    Bench bench;
    bench.device.refuseActivation = true;
    QCOMPARE(bench.bringUp(), 15u | 64u);
    QCOMPARE(bench.line.count(), 1);
}

void TestMmioTransport::activation_lateKick_reachesEveryQueue()
{
    Bench bench;
    bench.transport.kickAllQueues();
    bench.transport.notifyQueue(0);
    QVERIFY(bench.device.notified.empty());
    bench.bringUp();
    bench.transport.kickAllQueues();
    QCOMPARE(bench.device.notified, (std::vector<std::uint16_t>{0, 1}));
}

void TestMmioTransport::reset_whileActive_startsAnew()
{
    Bench bench;
    bench.bringUp();
    bench.device.active->interrupt->signalUsedQueue();
    bench.registers.write(0x70, 0);
    QCOMPARE(bench.device.resets, 1);
    QCOMPARE(bench.registers.read(0x70), 0u);
    QCOMPARE(bench.registers.read(0x60), 0u);
    QCOMPARE(bench.registers.read(0x44), 0u);
    bench.registers.write(0x30, 1);
    QCOMPARE(bench.registers.read(0x44), 0u);
    QCOMPARE(bench.bringUp(), 15u);
    QVERIFY(bench.device.active);
}

void TestMmioTransport::reset_notPossible_setsFailed()
{
    Bench bench;
    bench.bringUp();
    bench.device.canReset = false;
    bench.registers.write(0x70, 0);
    QCOMPARE(bench.registers.read(0x70), 15u | 128u);
    bench.transport.notifyQueue(0);
    QVERIFY(bench.device.notified.empty());
}

void TestMmioTransport::destruction_takesTheQueuesBack()
{
    // A drive outlives its machine: it must not keep pointers to the guest's memory and to the transport.
    const FakeGuest guest{16};
    const FakeDriver first{guest, 16, 0x10000, 0x100000};
    const FakeDriver second{guest, 64, 0x20000, 0x200000};
    FakeDevice device;
    FakeInterruptLine line;
    {
        MmioTransport transport{device, guest.memory(), line};
        QCOMPARE(MmioDriver(transport).bringUp(~0ull, std::array{first.config(), second.config()}), 15u);
        QVERIFY(device.isActive());
    }
    QVERIFY(!device.isActive());
    {
        const MmioTransport neverActivated{device, guest.memory(), line};
    }
    QCOMPARE(device.resets, 1);
}

void TestMmioTransport::interrupt_used_setsBitAndTriggers()
{
    Bench bench;
    bench.bringUp();
    const auto before = metrics().interrupts.triggers.total();
    bench.device.active->interrupt->signalUsedQueue();
    QCOMPARE(bench.registers.read(0x60), 1u);
    QCOMPARE(bench.line.count(), 1);
    QCOMPARE(metrics().interrupts.triggers.total(), before + 1);
    bench.device.active->interrupt->signalConfigChange();
    QCOMPARE(bench.registers.read(0x60), 3u);
    bench.registers.write(0x64, 1);
    QCOMPARE(bench.registers.read(0x60), 2u);
    bench.registers.write(0x64, 0xffff'ffff);
    QCOMPARE(bench.registers.read(0x60), 0u);
}

void TestMmioTransport::interrupt_config_bumpsGeneration()
{
    Bench bench;
    bench.bringUp();
    bench.device.active->interrupt->signalConfigChange();
    QCOMPARE(bench.registers.read(0xfc), 1u);
    bench.device.active->interrupt->signalUsedQueue();
    QCOMPARE(bench.registers.read(0xfc), 1u);
}

void TestMmioTransport::interrupt_ackBeforeDriverOk_isIgnored()
{
    Bench bench;
    bench.bringUp();
    DeviceInterrupt *const interrupt = bench.device.active->interrupt;
    bench.registers.write(0x70, 0);
    interrupt->signalUsedQueue(); // a device that is late
    bench.registers.write(0x64, 0xffff'ffff);
    QCOMPARE(bench.registers.read(0x60), 1u);
    QCOMPARE(bench.bringUp(), 15u);
    bench.registers.write(0x64, 0xffff'ffff);
    QCOMPARE(bench.registers.read(0x60), 0u);
}

void TestMmioTransport::interrupt_registers_needNoLock()
{
    Bench bench;
    bench.bringUp();
    bench.device.active->interrupt->signalUsedQueue();
    std::atomic<bool> done{false};
    const auto held = bench.transport.lock(); // a device that is busy
    std::thread guest([&] {
        bench.registers.read(0x60);
        bench.registers.write(0x64, 1);
        bench.registers.read(0x70);
        done = true;
    });
    const bool finished = eventually([&done] { return done.load(); });
    QVERIFY(finished);
    guest.join();
    QCOMPARE(bench.registers.read(0x60), 0u);
}

void TestMmioTransport::needsReset_isPublished()
{
    Bench bench;
    bench.transport.setDeviceId("published");
    bench.bringUp();
    const auto events = eventHub().subscribe("state", {}).value();
    events->take();
    bench.device.active->interrupt->signalNeedsReset();
    const std::string line = events->take();
    QVERIFY(line.starts_with("{\"event\":\"device_error\","));
    QVERIFY(line.contains("\"type\":\"block\",\"device\":\"published\",\"what\":\"the queues are broken"));
}

void TestMmioTransport::failedActivation_isPublished()
{
    Bench bench;
    bench.device.refuseActivation = true;
    const auto events = eventHub().subscribe("state", {}).value();
    events->take();
    bench.bringUp();
    QVERIFY(events->take().contains("\"type\":\"block\",\"device\":\"\",\"what\":\"activation failed: not today\""));
}

void TestMmioTransport::needsReset_stopsNotifications()
{
    Bench bench;
    bench.bringUp();
    bench.device.active->interrupt->signalNeedsReset();
    QCOMPARE(bench.registers.read(0x70), 15u | 64u);
    QCOMPARE(bench.registers.read(0x60), 2u);
    bench.transport.notifyQueue(0);
    QVERIFY(bench.device.notified.empty());
    bench.registers.write(0x70, 0);
    QCOMPARE(bench.registers.read(0x70), 0u);
}

void TestMmioTransport::config_anyWidth_data()
{
    QTest::addColumn<unsigned>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one") << 0x100u << QByteArray("\x01", 1);
    QTest::newRow("two") << 0x101u << QByteArray("\x02\x03", 2);
    QTest::newRow("three") << 0x102u << QByteArray("\x03\x04\x05", 3);
    QTest::newRow("eight") << 0x100u << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08", 8);
    QTest::newRow("over the end") << 0x106u << QByteArray("\x07\x08\x00\x00", 4);
    QTest::newRow("far behind") << 0xff8u << QByteArray(8, '\0');
}

void TestMmioTransport::config_anyWidth()
{
    QFETCH(unsigned, offset);
    QFETCH(QByteArray, bytes);
    Bench bench;
    QByteArray out(bytes.size(), '\0');
    bench.transport.read(offset, std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(out.size()))));
    QCOMPARE(out, bytes);
}

void TestMmioTransport::config_writes_needDriver_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<bool>("passed");
    QTest::newRow("0") << 0u << false;
    QTest::newRow("1") << 1u << false;
    QTest::newRow("3") << 3u << true;
    QTest::newRow("11") << 11u << true;
    QTest::newRow("15") << 15u << true;
    QTest::newRow("FAILED") << (3u | 128u) << false;
    QTest::newRow("NEEDS_RESET") << (15u | 64u) << false;
}

void TestMmioTransport::config_writes_needDriver()
{
    QFETCH(unsigned, status);
    Bench bench;
    bench.walkTo(status & 15);
    if (status & 128)
        bench.registers.write(0x70, 128);
    if (status & 64)
        bench.device.active->interrupt->signalNeedsReset();
    bench.transport.write(0x102, std::array{std::byte{1}, std::byte{2}});
    QTEST(!bench.device.configWrites.empty(), "passed");
    QVERIFY(bench.device.configWrites.empty() ||
            bench.device.configWrites.front() == std::pair(std::uint64_t{2}, std::size_t{2}));
}

void TestMmioTransport::notify_registerWrite_reachesDevice()
{
    Bench bench;
    bench.bringUp();
    bench.registers.write(0x50, 1);
    bench.transport.notifyQueue(0);
    QCOMPARE(bench.device.notified, (std::vector<std::uint16_t>{1, 0}));
}

void TestMmioTransport::notify_unknownQueueOrInactive_isIgnored()
{
    Bench bench;
    bench.registers.write(0x50, 0);
    bench.bringUp();
    for (const std::uint32_t index : {2u, 0x10000u, 0xffff'ffffu})
        bench.registers.write(0x50, index);
    bench.transport.notifyQueue(2);
    QVERIFY(bench.device.notified.empty());
}

void TestMmioTransport::noise_neverCrashes()
{
    Bench bench;
    const auto noise = pattern(200'000, 99);
    for (std::size_t i = 0; i + 16 < noise.size(); i += 16) {
        const auto offset =
            (std::to_integer<std::uint64_t>(noise[i]) | std::to_integer<std::uint64_t>(noise[i + 1]) << 8) & 0xfff;
        const std::size_t width = 1 + std::to_integer<std::size_t>(noise[i + 2]) % 8;
        const auto data = std::span(noise).subspan(i + 3, width);
        bench.transport.write(i % 3 ? offset & 0xfc : offset,
                              i % 3 ? data.first(std::min<std::size_t>(width, 4)) : data);
        std::array<std::byte, 8> out{};
        bench.transport.read(offset, std::span(out).first(width));
    }
    bench.registers.write(0x70, 0);
    QCOMPARE(bench.bringUp(), 15u);
}

QTEST_APPLESS_MAIN(TestMmioTransport)
#include "tst_mmio_transport.moc"
