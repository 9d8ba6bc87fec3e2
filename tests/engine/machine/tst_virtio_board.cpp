#include "machine/virtio_board.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "support/mmio_driver.h"
#include "support/temp_files.h"
#include "telemetry/metrics.h"
#include "virtio/block/device.h"
#include "virtio/net/device.h"

#include <QTest>

#include <array>
#include <cstring>
#include <map>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

/// Keeps the descriptors it is given; fails from the n-th one on.
class FakeVm final : public Vm {
public:
    int failAfter = 1'000'000;
    std::vector<int> ioEventFds;
    std::vector<std::uint32_t> lines;

    Result<> setMemory(const GuestMemory &, bool) override { return {}; }
    Result<> createInterruptControllers() override { return {}; }
    Result<std::unique_ptr<Vcpu>> createVcpu(std::uint32_t) override { return fail(ErrorKind::Host, "none"); }
    Result<> registerIrqFd(int, std::uint32_t gsi) override
    {
        lines.push_back(gsi);
        return step();
    }
    Result<> registerIoEventFd(int eventFd, GuestAddress, std::uint32_t) override
    {
        ioEventFds.push_back(eventFd);
        return step();
    }
    Result<std::vector<CpuidEntry>> supportedCpuid() const override { return std::vector<CpuidEntry>{}; }
    Result<std::vector<std::uint32_t>> savedMsrs() const override { return std::vector<std::uint32_t>{}; }
    Result<VmState> saveState() const override { return VmState{}; }
    Result<> restoreState(const VmState &, ClockRestore) override { return {}; }
    Result<> takeDirtyLog(const GuestMemory &, DirtyBitmap &) override { return {}; }

private:
    Result<> step()
    {
        if (failAfter-- <= 0)
            return fail(ErrorKind::Host, "no more");
        return {};
    }
};

/// What a machine consists of for a board; torn down and built again around the same drive.
struct Machine {
    FakeGuest guest{16};
    FakeVm vm;
    Bus mmio;
    FakeDriver driver{guest, 128};
    VirtioBoard board;

    explicit Machine(EventLoop &loop) : board(vm, loop, mmio, guest.memory()) {}

    MmioDriver registers() { return MmioDriver(board.transportOf(*board_device)); }
    const VirtioDevice *board_device = nullptr;
    Result<> attach(std::shared_ptr<VirtioDevice> device)
    {
        board_device = device.get();
        return board.attach(std::move(device));
    }
    std::uint32_t bringUp() { return registers().bringUp(~0ull, std::array{driver.config()}); }
};

std::vector<std::byte> readHeader(std::uint64_t sector)
{
    std::vector<std::byte> out(16);
    std::memcpy(out.data() + 8, &sector, sizeof sector);
    return out;
}

void engines()
{
    QTest::addColumn<bool>("async");
    QTest::newRow("Sync") << false;
    QTest::newRow("Async") << true;
}

std::shared_ptr<BlockDevice> openDisk(const TempFile &file, bool async)
{
    BlockSettings settings;
    settings.driveId = "board";
    settings.path = file.path();
    settings.engine = async ? BlockEngine::Async : BlockEngine::Sync;
    return std::move(BlockDevice::open(settings).value());
}

} // namespace

class TestVirtioBoard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestBeforeActivation_isServed_data() { engines(); }
    void requestBeforeActivation_isServed();
    void notification_reachesTheDevice_data() { engines(); }
    void notification_reachesTheDevice();
    void attach_linesUsedUp_isRefused();
    void attach_failed_leavesTheDriveUsable_data();
    void attach_failed_leavesTheDriveUsable();
    void machineGone_driveLetsGo_andServesTheNext_data() { engines(); }
    void machineGone_driveLetsGo_andServesTheNext();
    void activationUnderWay_machineGone_isHarmless();
    void edgeTriggeredEvent_isReportedOnce();
    void notificationsOfTheDevicesOwn_passTheLoopBy();
    void reservation_refused_failsTheAttachment();
};

void TestVirtioBoard::requestBeforeActivation_isServed()
{
    QFETCH(const bool, async);
    const TempFile file(pattern(4096));
    const auto loop = std::move(EventLoop::create().value());
    Machine machine(*loop);
    QVERIFY(machine.attach(openDisk(file, async)).has_value());
    machine.driver.chain().readable(readHeader(0)).writable(512).writable(1).submit();
    QCOMPARE(machine.bringUp(), 15u);
    QCOMPARE(machine.driver.usedIndex(), 0); // nothing on the thread that activated it
    QVERIFY(eventually(*loop, [&] { return machine.driver.usedIndex() == 1; }));
}

void TestVirtioBoard::notification_reachesTheDevice()
{
    QFETCH(const bool, async);
    const TempFile file(pattern(4096));
    const auto loop = std::move(EventLoop::create().value());
    Machine machine(*loop);
    QVERIFY(machine.attach(openDisk(file, async)).has_value());
    QCOMPARE(machine.bringUp(), 15u);
    QVERIFY(loop->runOnce(0).has_value());
    QCOMPARE(machine.vm.ioEventFds.size(), std::size_t{1});
    for (std::uint16_t round = 1; round <= 50; ++round) {
        machine.driver.chain().readable(readHeader(0)).writable(512).writable(1).submit();
        signalEventFd(machine.vm.ioEventFds.front());
        QVERIFY(eventually(*loop, [&] { return machine.driver.usedIndex() == round; }));
        QVERIFY(machine.driver.takeUsed().has_value());
    }
}

void TestVirtioBoard::attach_linesUsedUp_isRefused()
{
    const TempFile file(pattern(4096));
    const auto loop = std::move(EventLoop::create().value());
    Machine machine(*loop);
    std::size_t attached = 0;
    Result<> outcome;
    while (attached < 100 && (outcome = machine.board.attach(openDisk(file, false))))
        ++attached;
    QVERIFY(attached < 100);
    QCOMPARE(outcome.error().text, std::string("Could not attach device: there is no interrupt line left."));
    QCOMPARE(machine.board.placements().size(), attached);
    std::ranges::sort(machine.vm.lines);
    QVERIFY(std::ranges::adjacent_find(machine.vm.lines) == machine.vm.lines.end());
}

void TestVirtioBoard::attach_failed_leavesTheDriveUsable_data()
{
    QTest::addColumn<int>("failAfter");
    QTest::newRow("interrupt") << 0;
    QTest::newRow("notification") << 1;
}

void TestVirtioBoard::attach_failed_leavesTheDriveUsable()
{
    QFETCH(const int, failAfter);
    const TempFile file(pattern(4096));
    const auto loop = std::move(EventLoop::create().value());
    const auto disk = openDisk(file, true);
    {
        Machine machine(*loop);
        machine.vm.failAfter = failAfter;
        QVERIFY(!machine.attach(disk).has_value());
    }
    {
        Machine unused(*loop); // built, and given up before a guest ran
        QVERIFY(unused.attach(disk).has_value());
    }
    Machine machine(*loop);
    QVERIFY(machine.attach(disk).has_value());
    machine.driver.chain().readable(readHeader(0)).writable(512).writable(1).submit();
    QCOMPARE(machine.bringUp(), 15u);
    QVERIFY(eventually(*loop, [&] { return machine.driver.usedIndex() == 1; }));
}

void TestVirtioBoard::machineGone_driveLetsGo_andServesTheNext()
{
    QFETCH(const bool, async);
    const TempFile file(pattern(1 << 20));
    const auto loop = std::move(EventLoop::create().value());
    const auto disk = openDisk(file, async);
    for (int life = 0; life < 2; ++life) {
        Machine machine(*loop);
        QVERIFY(machine.attach(disk).has_value());
        QCOMPARE(machine.bringUp(), 15u);
        for (std::uint64_t i = 0; i < 30; ++i)
            machine.driver.chain().readable(readHeader(i)).writable(4096).writable(1).submit();
        QVERIFY(loop->runOnce(1000).has_value()); // started; with Async not all of it is finished
        QVERIFY(disk->isActive());
    }
    QVERIFY2(!disk->isActive(), "it still points into a guest that is gone");
}

void TestVirtioBoard::activationUnderWay_machineGone_isHarmless()
{
    const TempFile file(pattern(4096));
    const auto loop = std::move(EventLoop::create().value());
    const auto disk = openDisk(file, false);
    {
        Machine machine(*loop);
        QVERIFY(machine.attach(disk).has_value());
        QCOMPARE(machine.bringUp(), 15u);
    }
    QVERIFY(loop->runOnce(0).has_value()); // what the activation left behind
    QVERIFY(!disk->isActive());
}

void TestVirtioBoard::edgeTriggeredEvent_isReportedOnce()
{
    const auto loop = std::move(EventLoop::create().value());
    Machine machine(*loop);
    FakeTap *tap = nullptr;
    NetSettings settings;
    settings.ifaceId = "board";
    settings.backendFactory = [&tap](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
        auto made = std::make_unique<FakeTap>();
        tap = made.get();
        return made;
    };
    QVERIFY(machine.attach(NetDevice::open(settings).value()).has_value());
    const FakeDriver transmit(machine.guest, 128, 0x40000);
    QCOMPARE(machine.registers().bringUp(~0ull, std::array{machine.driver.config(), transmit.config()}), 15u);
    // A frame that has to stay where it is, for want of a buffer.
    const Counter &events = netMetrics(settings.ifaceId).rxTapEventCount;
    for (std::uint64_t frame = 1; frame <= 3; ++frame) {
        tap->arrive(pattern(100));
        QVERIFY(eventually(*loop, [&] { return events.total() == frame; }));
        for (int round = 0; round < 10; ++round)
            QVERIFY(loop->runOnce(0).has_value());
        QCOMPARE(events.total(), frame);
    }
}

namespace {

/// A device with two queues that is told of the second one past the event loop.
class OwnNotification final : public VirtioDevice {
public:
    Fd own = std::move(Fd::eventFd().value());
    Result<> reservation;
    std::vector<std::uint16_t> notified;

    DeviceType type() const override { return DeviceType::Vsock; }
    std::uint64_t features() const override { return kFeatureVersion1; }
    std::span<const std::uint16_t> queueMaxSizes() const override { return m_sizes; }
    Result<> reserve() override { return reservation; }
    int notificationFd(std::uint16_t index) const override { return index == 1 ? own.get() : -1; }
    void readConfig(std::uint64_t, std::span<std::byte>) const override {}
    void writeConfig(std::uint64_t, std::span<const std::byte>) override {}
    Result<> activate(Activation) override
    {
        m_active = true;
        return {};
    }
    bool isActive() const override { return m_active; }
    bool reset() override
    {
        m_active = false;
        return true;
    }
    void queueNotified(std::uint16_t index) override { notified.push_back(index); }
    std::vector<HostEvent> hostEvents() override { return {}; }
    Result<> quiesce() override { return {}; }
    std::vector<QueuePosition> queuePositions() const override { return {}; }
    DeviceState save() const override { return VsockState{}; }
    Result<> restore(const DeviceState &) override { return {}; }

private:
    std::array<std::uint16_t, 2> m_sizes{128, 128};
    bool m_active = false;
};

} // namespace

void TestVirtioBoard::notificationsOfTheDevicesOwn_passTheLoopBy()
{
    const auto loop = std::move(EventLoop::create().value());
    const auto device = std::make_shared<OwnNotification>();
    Machine machine(*loop);
    QVERIFY(machine.attach(device).has_value());
    QCOMPARE(machine.vm.ioEventFds.size(), std::size_t{2});
    QCOMPARE(machine.vm.ioEventFds[1], device->own.get());
    const FakeDriver second(machine.guest, 128, 0x40000);
    QCOMPARE(machine.registers().bringUp(~0ull, std::array{machine.driver.config(), second.config()}), 15u);
    QCOMPARE(drainEventFd(device->own.get()), std::uint64_t{1}); // the activation: what waits is looked at
    signalEventFd(device->own.get());
    signalEventFd(machine.vm.ioEventFds[0]);
    QVERIFY(eventually(*loop, [&] { return !device->notified.empty(); }));
    for (int round = 0; round < 10; ++round)
        QVERIFY(loop->runOnce(0).has_value());
    QVERIFY(device->notified == std::vector<std::uint16_t>{0});
    QCOMPARE(drainEventFd(device->own.get()), std::uint64_t{1}); // nobody else took it
}

void TestVirtioBoard::reservation_refused_failsTheAttachment()
{
    const auto loop = std::move(EventLoop::create().value());
    const auto device = std::make_shared<OwnNotification>();
    device->reservation = fail(ErrorKind::Host, "taken");
    Machine machine(*loop);
    const auto attached = machine.attach(device);
    QVERIFY(!attached);
    QCOMPARE(attached.error().text, std::string("taken"));
    QVERIFY(machine.board.placements().empty());
    QVERIFY(machine.vm.lines.empty());
}

QTEST_APPLESS_MAIN(TestVirtioBoard)
#include "tst_virtio_board.moc"
