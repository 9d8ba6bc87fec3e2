// The vsock device that the host's kernel serves, with a stand-in for the kernel: what it is told, and when.
#include "support/fake_interrupt.h"
#include "support/mmio_driver.h"
#include "support/vsock_guest.h"
#include "telemetry/metrics.h"
#include "virtio/mmio_transport.h"
#include "virtio/vhost_vsock/device.h"

#include <QTest>

#define VIRTIO_RING_NO_LEGACY
#include <cerrno>
#include <linux/vhost.h>
#include <map>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kNotifyOnEmpty = std::uint64_t{1} << 24;
constexpr std::uint64_t kLogAll = std::uint64_t{1} << 26;
constexpr std::uint64_t kRingFeatures = kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect;

/// What the kernel knows of one queue.
struct KernelQueue {
    unsigned size = 0, base = 99;
    vhost_vring_addr areas{};
    int kick = -1, call = -1, fault = -1;
};

/// A kernel that keeps what it is told, and refuses one request when asked to.
struct Kernel {
    std::uint64_t offered = kRingFeatures | kNotifyOnEmpty | kLogAll;
    unsigned long refused = 0;
    int refusal = 0;
    std::vector<unsigned long> requests;
    std::uint64_t features = 0, cid = 0;
    std::vector<vhost_memory_region> memory;
    std::map<unsigned, KernelQueue> queues;
    bool running = false;

    int control(unsigned long request, void *argument)
    {
        requests.push_back(request);
        if (request == refused)
            return refusal;
        switch (request) {
        case VHOST_GET_FEATURES:
            *static_cast<std::uint64_t *>(argument) = offered;
            return 0;
        case VHOST_SET_FEATURES:
            features = *static_cast<std::uint64_t *>(argument);
            return features & ~offered ? EOPNOTSUPP : 0;
        case VHOST_SET_MEM_TABLE:
            return takeMemory(argument);
        case VHOST_VSOCK_SET_GUEST_CID:
            cid = *static_cast<std::uint64_t *>(argument);
            return 0;
        case VHOST_VSOCK_SET_RUNNING:
            running = *static_cast<int *>(argument) != 0;
            return 0;
        default:
            return takeQueue(request, argument);
        }
    }

private:
    int takeMemory(const void *argument)
    {
        std::array<std::uint32_t, 2> header{}; // vhost_memory: the number of regions, padding
        std::memcpy(header.data(), argument, sizeof header);
        if (header[1] != 0)
            return EOPNOTSUPP; // as the kernel does
        memory.resize(header[0]);
        std::memcpy(memory.data(), static_cast<const std::byte *>(argument) + sizeof header,
                    memory.size() * sizeof(vhost_memory_region));
        return 0;
    }
    int takeQueue(unsigned long request, void *argument)
    {
        // Each of these begins with the index.
        KernelQueue &queue = queues[*static_cast<unsigned *>(argument)];
        switch (request) {
        case VHOST_SET_VRING_NUM:
            queue.size = static_cast<vhost_vring_state *>(argument)->num;
            return 0;
        case VHOST_SET_VRING_BASE:
            queue.base = static_cast<vhost_vring_state *>(argument)->num;
            return 0;
        case VHOST_SET_VRING_ADDR:
            queue.areas = *static_cast<vhost_vring_addr *>(argument);
            return 0;
        case VHOST_SET_VRING_KICK:
            queue.kick = static_cast<vhost_vring_file *>(argument)->fd;
            return 0;
        case VHOST_SET_VRING_CALL:
            queue.call = static_cast<vhost_vring_file *>(argument)->fd;
            return 0;
        case VHOST_SET_VRING_ERR:
            queue.fault = static_cast<vhost_vring_file *>(argument)->fd;
            return 0;
        default:
            return ENOTTY;
        }
    }
};

class FakeVhostFile final : public VhostFile {
public:
    explicit FakeVhostFile(Kernel &kernel) : m_kernel(kernel) {}
    int control(unsigned long request, void *argument) override { return m_kernel.control(request, argument); }

private:
    Kernel &m_kernel;
};

constexpr std::array<MemoryRange, 2> kTwoRanges{
    {{GuestAddress(0), 16 << 20}, {GuestAddress(std::uint64_t{4} << 30), 4 << 20}}};

/// A device behind registers, in a guest whose RAM has a hole.
struct Bench {
    Kernel kernel;
    FakeGuest guest{kTwoRanges};
    std::array<FakeDriver, 3> queues{FakeDriver(guest, 256, 0x10000), FakeDriver(guest, 128, 0x14000),
                                     FakeDriver(guest, 64, 0x18000)};
    FakeInterruptLine line;
    std::unique_ptr<VhostVsockDevice> device;
    std::optional<MmioTransport> transport;

    Bench()
    {
        device = VhostVsockDevice::create({.id = "root", .guestCid = 42},
                                          VhostControl(std::make_unique<FakeVhostFile>(kernel)))
                     .value();
        transport.emplace(*device, guest.memory(), line);
    }
    MmioDriver registers() { return MmioDriver(*transport); }
    std::uint32_t bringUp()
    {
        return registers().bringUp(~0ull, std::array{queues[0].config(), queues[1].config(), queues[2].config()});
    }
    /// The event loop's part.
    void fire(int fd)
    {
        for (const HostEvent &event : device->hostEvents()) {
            if (event.fd == fd)
                event.onReady();
        }
    }
    std::uint64_t hostOf(GuestAddress at) const
    {
        return reinterpret_cast<std::uintptr_t>(guest.memory().regions().front().host) + at.value();
    }
};

} // namespace

class TestVhostVsock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missingDevice_isNamed();
    void features_areThoseOfRings();
    void oldKernel_isRefused();
    void activation_tellsTheKernelAll();
    void activation_refused_isNeedsReset_data();
    void activation_refused_isNeedsReset();
    void cid_isTakenWhenTheMachineIsBuilt();
    void cid_inUse_isSaid();
    void notifications_goToTheKernel();
    void call_isAnInterruptWithItsStatusBit();
    void fault_isNeedsReset();
    void reset_stopsTheKernel_andItCanStartAgain();
    void reset_kernelThatDoesNotStop_isFailed();
    void snapshot_isRefused();
    void config_isTheCid();
};

void TestVhostVsock::missingDevice_isNamed()
{
    const auto device = VhostVsockDevice::open({.id = "root", .guestCid = 3, .path = "/nowhere/vhost-vsock"});
    QVERIFY(!device);
    QVERIFY(device.error().text.find("/nowhere/vhost-vsock cannot be opened: No such file or directory (os error 2)") !=
            std::string::npos);
    QVERIFY(device.error().kind == ErrorKind::NotFound);
    const auto notVhost = VhostVsockDevice::open({.id = "root", .guestCid = 3, .path = "/dev/null"});
    QVERIFY(!notVhost);
    QVERIFY(notVhost.error().text.starts_with("The host's kernel refused VHOST_SET_OWNER: "));
}

void TestVhostVsock::features_areThoseOfRings()
{
    const Bench bench;
    QCOMPARE(bench.device->features(), kRingFeatures);
}

void TestVhostVsock::oldKernel_isRefused()
{
    Kernel kernel;
    kernel.offered = kNotifyOnEmpty;
    QVERIFY(!VhostVsockDevice::create({.id = "root", .guestCid = 3},
                                      VhostControl(std::make_unique<FakeVhostFile>(kernel))));
}

void TestVhostVsock::activation_tellsTheKernelAll()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    QVERIFY(bench.kernel.running);
    QCOMPARE(bench.kernel.requests.back(), VHOST_VSOCK_SET_RUNNING); // all else before
    QCOMPARE(bench.kernel.features, kRingFeatures);
    QCOMPARE(bench.kernel.memory.size(), kTwoRanges.size());
    for (std::size_t i = 0; i < kTwoRanges.size(); ++i) {
        const GuestMemory::Region &region = bench.guest.memory().regions()[i];
        QCOMPARE(bench.kernel.memory[i].guest_phys_addr, kTwoRanges[i].start.value());
        QCOMPARE(bench.kernel.memory[i].memory_size, kTwoRanges[i].bytes);
        QCOMPARE(bench.kernel.memory[i].userspace_addr, reinterpret_cast<std::uintptr_t>(region.host));
        QCOMPARE(bench.kernel.memory[i].flags_padding, std::uint64_t{0});
    }
    QCOMPARE(bench.kernel.queues.size(), std::size_t{2}); // the event queue is ours
    for (unsigned i = 0; i < 2; ++i) {
        const KernelQueue &queue = bench.kernel.queues.at(i);
        const QueueConfig config = bench.queues[i].config();
        QCOMPARE(queue.size, unsigned{config.size});
        QCOMPARE(queue.base, 0u);
        QCOMPARE(queue.areas.flags, 0u);
        QCOMPARE(queue.areas.desc_user_addr, bench.hostOf(config.descriptors));
        QCOMPARE(queue.areas.avail_user_addr, bench.hostOf(config.available));
        QCOMPARE(queue.areas.used_user_addr, bench.hostOf(config.used));
        QCOMPARE(queue.areas.log_guest_addr, std::uint64_t{0});
        QCOMPARE(queue.kick, bench.device->notificationFd(static_cast<std::uint16_t>(i)));
        QVERIFY(queue.call >= 0 && queue.call != queue.kick);
        QVERIFY(queue.fault >= 0);
    }
    QVERIFY(bench.kernel.queues.at(0).call != bench.kernel.queues.at(1).call);
}

void TestVhostVsock::activation_refused_isNeedsReset_data()
{
    QTest::addColumn<quint64>("request");
    QTest::newRow("features") << quint64{VHOST_SET_FEATURES};
    QTest::newRow("memory") << quint64{VHOST_SET_MEM_TABLE};
    QTest::newRow("areas") << quint64{VHOST_SET_VRING_ADDR};
    QTest::newRow("kick") << quint64{VHOST_SET_VRING_KICK};
    QTest::newRow("running") << quint64{VHOST_VSOCK_SET_RUNNING};
}

void TestVhostVsock::activation_refused_isNeedsReset()
{
    QFETCH(const quint64, request);
    Bench bench;
    bench.kernel.refused = request;
    bench.kernel.refusal = EFAULT;
    const std::uint64_t failures = metrics().vsock.activateFails.total();
    QCOMPARE(bench.bringUp(), 15u | kStatusNeedsReset);
    QCOMPARE(metrics().vsock.activateFails.total(), failures + 1);
    QVERIFY(!bench.device->isActive());
    QVERIFY(!bench.kernel.running);
}

void TestVhostVsock::cid_isTakenWhenTheMachineIsBuilt()
{
    Bench bench;
    QCOMPARE(bench.kernel.cid, std::uint64_t{0}); // its owner so far still holds it
    QVERIFY(bench.device->reserve());
    QCOMPARE(bench.kernel.cid, std::uint64_t{42});
    QVERIFY(bench.device->reserve());
}

void TestVhostVsock::cid_inUse_isSaid()
{
    Bench bench;
    bench.kernel.refused = VHOST_VSOCK_SET_GUEST_CID;
    bench.kernel.refusal = EADDRINUSE;
    const auto taken = bench.device->reserve();
    QVERIFY(!taken);
    QCOMPARE(taken.error().text, std::string("The guest CID 42 is already in use."));
    bench.kernel.refusal = ENOMEM;
    QVERIFY(bench.device->reserve().error().text.starts_with("The host's kernel refused VHOST_VSOCK_SET_GUEST_CID: "));
}

void TestVhostVsock::notifications_goToTheKernel()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    for (std::uint16_t queue = 0; queue < 2; ++queue) {
        const int kick = bench.kernel.queues.at(queue).kick;
        drainEventFd(kick);
        bench.registers().write(0x50, queue); // that no eventfd took
        QCOMPARE(drainEventFd(kick), std::uint64_t{1});
    }
    QCOMPARE(bench.device->notificationFd(2), -1);
    bench.registers().write(0x50, 2); // an event buffer: nobody waits for it
    QCOMPARE(drainEventFd(bench.kernel.queues.at(0).kick) + drainEventFd(bench.kernel.queues.at(1).kick), 0u);
}

void TestVhostVsock::call_isAnInterruptWithItsStatusBit()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    for (unsigned queue = 0; queue < 2; ++queue) {
        const int call = bench.kernel.queues.at(queue).call;
        signalEventFd(call);
        bench.fire(call);
        QCOMPARE(bench.line.take(), 1);
        QCOMPARE(bench.registers().read(0x60), 1u);
        bench.registers().write(0x64, 1);
        bench.fire(call); // nothing new
        QCOMPARE(bench.line.take(), 0);
    }
}

void TestVhostVsock::fault_isNeedsReset()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    const int fault = bench.kernel.queues.at(0).fault;
    signalEventFd(fault);
    bench.fire(fault);
    QCOMPARE(bench.registers().read(0x70), 15u | kStatusNeedsReset);
    bench.registers().write(0x70, 0);
    QCOMPARE(bench.bringUp(), 15u);
}

void TestVhostVsock::reset_stopsTheKernel_andItCanStartAgain()
{
    Bench bench;
    for (int life = 0; life < 2; ++life) {
        QCOMPARE(bench.bringUp(), 15u);
        QVERIFY(bench.kernel.running && bench.device->isActive());
        const int call = bench.kernel.queues.at(0).call;
        signalEventFd(call);
        bench.registers().write(0x70, 0);
        QVERIFY(!bench.kernel.running && !bench.device->isActive());
        QCOMPARE(drainEventFd(call), std::uint64_t{0});
    }
    QCOMPARE(bench.bringUp(), 15u);
    bench.transport.reset(); // the machine goes: the kernel must not touch its memory any more
    QVERIFY(!bench.kernel.running);
}

void TestVhostVsock::reset_kernelThatDoesNotStop_isFailed()
{
    Bench bench;
    QCOMPARE(bench.bringUp(), 15u);
    bench.kernel.refused = VHOST_VSOCK_SET_RUNNING;
    bench.kernel.refusal = EIO;
    bench.registers().write(0x70, 0);
    QCOMPARE(bench.registers().read(0x70), 15u | kStatusFailed);
    bench.kernel.refused = 0;
}

void TestVhostVsock::snapshot_isRefused()
{
    Bench bench;
    const auto quiet = bench.device->quiesce();
    QVERIFY(!quiet);
    QCOMPARE(quiet.error().text, std::string("Operation not allowed: Devices without snapshot support are present: "
                                             "vhost-vsock(id: root)"));
    QVERIFY(!bench.device->restore(VsockState{}));
}

void TestVhostVsock::config_isTheCid()
{
    Bench bench;
    std::array<std::byte, 8> bytes{};
    bench.device->readConfig(0, bytes);
    QVERIFY(bytes[0] == std::byte{42} && bytes[7] == std::byte{0});
    const std::uint64_t failures = metrics().vsock.cfgFails.total();
    bench.device->writeConfig(0, bytes);
    QCOMPARE(metrics().vsock.cfgFails.total(), failures + 1);
}

QTEST_APPLESS_MAIN(TestVhostVsock)
#include "tst_vhost_vsock.moc"
