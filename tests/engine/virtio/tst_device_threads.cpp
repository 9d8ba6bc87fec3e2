// Devices between two threads, as in a machine: a vCPU works the registers, brings the device up and resets it again
// and again, while the VMM thread serves notifications and host events. For the thread sanitizer, and for what only an
// unlucky order shows.

#include "events/event_loop.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/fake_tap.h"
#include "support/mmio_driver.h"
#include "support/temp_files.h"
#include "virtio/balloon/device.h"
#include "virtio/entropy/device.h"
#include "virtio/mmio_transport.h"
#include "virtio/net/device.h"
#include "virtio/vsock/device.h"

#include <QTest>

#include <atomic>
#include <sys/epoll.h>
#include <thread>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr int kRounds = 300;
constexpr int kSlowRounds = 20; ///< each waits for a rate limiter

/// A device behind a transport whose notifications and host events a loop serves.
class Bench {
public:
    explicit Bench(VirtioDevice &device) : m_transport(device, m_guest.memory(), m_line)
    {
        const std::size_t queues = device.queueMaxSizes().size();
        for (std::uint16_t queue = 0; queue < queues; ++queue) {
            m_notifications.push_back(Fd::eventFd().value());
            const int fd = m_notifications.back().get();
            watch(fd, EPOLLIN, [this, fd, queue] {
                drainEventFd(fd);
                m_transport.notifyQueue(queue);
            });
        }
        m_transport.setActivationHook([this] { kick(); });
        for (HostEvent &event : device.hostEvents())
            watch(event.fd, EPOLLIN | (event.edgeTriggered ? std::uint32_t{EPOLLET} : 0),
                  [this, ready = std::move(event.onReady)] {
                      const auto lock = m_transport.lock();
                      ready();
                  });
    }

    /// Runs `rounds` on a thread of its own, and the loop on this one until that is done.
    bool drive(const std::function<void()> &rounds)
    {
        std::atomic<bool> done = false;
        std::thread vcpu([&] {
            rounds();
            done = true;
            m_loop->post([] {}); // the loop looks again
        });
        const bool ended = eventually(
            *m_loop, [&] { return done.load(); }, std::chrono::minutes(2));
        vcpu.join();
        return ended;
    }

    void kick()
    {
        for (const Fd &notification : m_notifications)
            signalEventFd(notification.get());
    }
    FakeGuest &guest() { return m_guest; }
    MmioTransport &transport() { return m_transport; }
    EventLoop &loop() { return *m_loop; }

private:
    void watch(int fd, std::uint32_t events, std::function<void()> handler)
    {
        auto watched = m_loop->watch(fd, events, [handler = std::move(handler)](std::uint32_t) { handler(); });
        m_registrations.push_back(std::move(watched.value()));
    }

    FakeGuest m_guest{16};
    FakeInterruptLine m_line;
    std::unique_ptr<EventLoop> m_loop = std::move(EventLoop::create().value());
    MmioTransport m_transport;
    std::vector<Fd> m_notifications;
    std::vector<EventLoop::Registration> m_registrations;
};

/// Brings the device up with fresh rings, has `work` submit to them, waits for an answer and resets. Whether each round
/// got one.
bool rounds(Bench &bench, int count, std::size_t queues, const std::function<bool(std::vector<FakeDriver> &)> &work)
{
    MmioDriver registers(bench.transport());
    for (int round = 0; round < count; ++round) {
        std::vector<FakeDriver> drivers;
        std::vector<QueueConfig> configs;
        for (std::size_t i = 0; i < queues; ++i) {
            drivers.emplace_back(bench.guest(), std::uint16_t{64}, 0x10000 + i * 0x10000, 0x200000 + i * 0x100000);
            configs.push_back(drivers.back().config());
        }
        if (registers.bringUp(~kFeatureInOrder, configs) != 15u || !work(drivers))
            return false;
        (void)registers.read(0x100);
        registers.write(0x70, 0);
        if (registers.read(0x70) != 0)
            return false;
    }
    return true;
}

} // namespace

class TestDeviceThreads : public QObject {
    Q_OBJECT
private slots:
    void entropy_everyDriverIsServed();
    void net_everyDriverIsServed();
    void balloon_everyDriverIsServed();
    void vsock_everyDriverIsServed();
};

void TestDeviceThreads::entropy_everyDriverIsServed()
{
    const auto device = std::move(EntropyDevice::create({std::nullopt, BucketSettings{1, 0, 1}}).value());
    Bench bench(*device);
    bool served = false;
    QVERIFY(bench.drive([&] {
        served = rounds(bench, kSlowRounds, 1, [&](std::vector<FakeDriver> &drivers) {
            for (int i = 0; i < 2; ++i) // the second one is over the limit
                drivers[0].chain().writable(64).submit();
            bench.kick();
            return eventually([&] { return drivers[0].takeUsed().has_value(); });
        });
    }));
    QVERIFY(served);
}

void TestDeviceThreads::net_everyDriverIsServed()
{
    FakeTap *tap = nullptr; // used under the device's lock
    const auto made =
        NetDevice::open({.ifaceId = "threads",
                         .hostDevName = "tap0",
                         .mac = {},
                         .mtu = {},
                         .rxLimiter = {},
                         .txLimiter = {},
                         .backendFactory = [&tap](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
                             auto fake = std::make_unique<FakeTap>();
                             tap = fake.get();
                             return fake;
                         }});
    QVERIFY(made);
    Bench bench(**made);
    const auto arrive = [&] {
        const auto lock = bench.transport().lock();
        tap->arrive(std::vector<std::byte>(100));
    };
    bool served = false;
    QVERIFY(bench.drive([&] {
        served = rounds(bench, kRounds, 2, [&](std::vector<FakeDriver> &drivers) {
            for (int i = 0; i < 8; ++i)
                drivers[0].chain().writable(1536).submit();
            drivers[1].chain().readable(std::vector<std::byte>(100)).submit();
            bench.kick();
            arrive();
            const bool both = eventually([&] { return drivers[0].takeUsed().has_value(); }) &&
                              eventually([&] { return drivers[1].takeUsed().has_value(); });
            arrive(); // on its way when the device is reset
            return both;
        });
    }));
    QVERIFY(served);
}

void TestDeviceThreads::balloon_everyDriverIsServed()
{
    const auto device = std::move(BalloonDevice::create({.amountMib = 1,
                                                         .deflateOnOom = true,
                                                         .statsPollingIntervalSeconds = 1,
                                                         .freePageHinting = true,
                                                         .freePageReporting = true})
                                      .value());
    Bench bench(*device);
    bool served = false;
    QVERIFY(bench.drive([&] {
        served = rounds(bench, kRounds, 5, [&](std::vector<FakeDriver> &drivers) {
            const std::vector<std::byte> page{std::byte{0}, std::byte{12}, std::byte{0}, std::byte{0}};
            for (int i = 0; i < 40; ++i) // more than one wake-up serves
                drivers[0].chain().readable(page).submit();
            drivers[2].chain().readable(std::vector<std::byte>(10)).submit();
            drivers[4].chain().raw(0xc00000, 0x1000, kDescriptorWrite).submit();
            bench.kick();
            bench.loop().post([&] {
                const auto lock = bench.transport().lock();
                (void)device->setAmount(2);
                (void)device->startHinting(true);
                (void)device->setStatsPollingInterval(device->settings().statsPollingIntervalSeconds % 2 + 1);
                (void)device->statistics();
            });
            return eventually([&] {
                while (drivers[0].takeUsed() || drivers[4].takeUsed()) {
                }
                return drivers[0].outstanding() + drivers[4].outstanding() == 0;
            });
        });
    }));
    QVERIFY(served);
}

void TestDeviceThreads::vsock_everyDriverIsServed()
{
    TempDir dir;
    const auto device = std::move(
        VsockDevice::open({.guestCid = 3, .udsPath = dir.file("v"), .brokenPipe = BrokenPipe::Quiet}).value());
    Bench bench(*device);
    bool served = false;
    QVERIFY(bench.drive([&] {
        served = rounds(bench, kRounds, 3, [&](std::vector<FakeDriver> &drivers) {
            for (int i = 0; i < 8; ++i)
                drivers[0].chain().writable(4096).submit();
            const VsockHeader request{.sourceCid = 3,
                                      .destinationCid = kVsockHostCid,
                                      .sourcePort = 1,
                                      .destinationPort = 2,
                                      .type = kVsockTypeStream,
                                      .op = VsockOp::Request};
            const auto bytes = std::as_bytes(std::span(&request, 1)).first(kVsockHeaderBytes);
            drivers[1].chain().readable(bytes).submit();
            bench.kick();
            return eventually([&] { return drivers[0].takeUsed().has_value(); }); // RST: nobody listens
        });
    }));
    QVERIFY(served);
}

QTEST_APPLESS_MAIN(TestDeviceThreads)
#include "tst_device_threads.moc"
