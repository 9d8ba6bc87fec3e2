// Saved devices with fields changed at random: each is refused, or is a device that works, can be saved and restored.

#include "support/device_snapshot.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/fake_tap.h"
#include "support/memory_streams.h"
#include "support/mmio_driver.h"
#include "support/temp_files.h"
#include "virtio/balloon/device.h"
#include "virtio/block/device.h"
#include "virtio/entropy/device.h"
#include "virtio/mmio_transport.h"
#include "virtio/net/device.h"
#include "virtio/vsock/device.h"

#include <QTest>

#include <deque>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr unsigned kRounds = 10'000; ///< of each device
constexpr std::uint64_t kGuestBytes = 2 << 20;
constexpr std::uint64_t kRingBytes = 0x20000; ///< all rings and small buffers lie below

/// Changes values the way damage and malice do.
class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    std::uint64_t roll(std::uint64_t n) { return m_random() % n; }

    template <std::integral T>
    void change(T &value)
    {
        switch (roll(6)) {
        case 0:
            value = static_cast<T>(value ^ (T{1} << roll(8 * sizeof(T))));
            break;
        case 1:
            value = static_cast<T>(value + 1);
            break;
        case 2:
            value = static_cast<T>(value - 1);
            break;
        case 3:
            value = 0;
            break;
        case 4:
            value = static_cast<T>(~T{0});
            break;
        default:
            value = static_cast<T>(m_random() >> roll(64));
            break;
        }
    }
    void change(bool &value) { value = !value; }
    void change(GuestAddress &value)
    {
        std::uint64_t number = value.value();
        change(number);
        value = GuestAddress(number);
    }
    template <typename T>
    void change(std::optional<T> &value)
    {
        if (!value)
            value.emplace();
        else if (roll(4) == 0)
            return value.reset();
        change(*value);
    }
    void change(BucketState &state)
    {
        std::uint64_t *fields[] = {&state.size,   &state.oneTimeBurst, &state.refillTimeMs,
                                   &state.budget, &state.burst,        &state.elapsedNanos};
        change(*fields[roll(std::size(fields))]);
    }
    void change(LimiterState &state)
    {
        if (roll(5) == 0)
            change(state.blockedNanos);
        else
            change(roll(2) ? state.bandwidth : state.ops);
    }
    void change(PendingFrame &frame)
    {
        switch (roll(4)) {
        case 0:
            frame.bytes.resize(roll(2) ? roll(40) : kNetMaxFrameBytes - 20 + roll(40));
            break;
        case 1:
            if (!frame.bytes.empty())
                frame.bytes[roll(std::min<std::size_t>(frame.bytes.size(), 12))] = static_cast<std::byte>(roll(256));
            break;
        case 2:
            change(frame.paid);
            break;
        default:
            change(frame.buffersTried);
            break;
        }
    }
    void change(QueueState &queue)
    {
        switch (roll(7)) {
        case 0:
            return change(queue.config.size);
        case 1:
            return change(queue.config.ready);
        case 2:
            return change(queue.config.descriptors);
        case 3:
            return change(queue.config.available);
        case 4:
            return change(queue.config.used);
        case 5:
            return change(queue.position.nextAvailable);
        default:
            return change(queue.position.nextUsed);
        }
    }
    void change(TransportState &state)
    {
        switch (roll(12)) {
        case 0:
            return change(state.status);
        case 1:
            return change(state.interruptStatus);
        case 2:
            return change(state.configGeneration);
        case 3:
            return change(roll(2) ? state.deviceFeaturesPage : state.driverFeaturesPage);
        case 4:
            return change(state.queueSelect);
        case 5:
            return change(state.driverFeatures);
        case 6:
            return change(state.active);
        case 7:
            return state.queues.resize(roll(8));
        default:
            if (!state.queues.empty())
                change(state.queues[roll(state.queues.size())]);
        }
    }
    void change(BlockState &state) { change(state.limiter); }
    void change(EntropyState &state) { change(state.limiter); }
    void change(NetState &state)
    {
        if (roll(2))
            change(state.pendingFrame);
        else
            change(roll(2) ? state.rxLimiter : state.txLimiter);
    }
    void change(VsockState &state)
    {
        if (roll(2))
            change(state.lastLocalPort);
        else
            change(state.eventsAnsweredAt);
    }
    void change(BalloonState &state)
    {
        switch (roll(8)) {
        case 0:
            return change(state.targetPages);
        case 1:
            return change(state.actualPages);
        case 2:
            return change(state.lastHintingRun);
        case 3:
            return change(state.hintingHostCommand);
        case 4:
            return change(state.hintingGuestCommand);
        case 5:
            return change(state.hintingAcknowledgeOnStop);
        case 6:
            return change(state.statistics[roll(state.statistics.size())]);
        default:
            return change(state.statisticsHead);
        }
    }
    void change(DeviceSnapshot &snapshot)
    {
        if (roll(200) == 0)
            snapshot.device = roll(2) ? DeviceState(BalloonState{}) : DeviceState(NetState{});
        else if (roll(2))
            std::visit([this](auto &state) { change(state); }, snapshot.device);
        else
            change(snapshot.transport);
    }

private:
    std::mt19937_64 m_random;
};

/// Makes devices of one type, for guests of their own.
struct Type {
    const char *name;
    std::size_t queues;
    std::function<std::unique_ptr<VirtioDevice>()> make;
};

std::vector<Type> allTypes(const TempFile &disk)
{
    static const LimiterSettings limiter{BucketSettings{10'000, 100, 50}, BucketSettings{5, 1, 50}};
    const auto block = [&disk] {
        BlockSettings settings;
        settings.driveId = "mutated";
        settings.path = disk.path();
        settings.limiter = limiter;
        settings.readOnly = true; // spares a sync for each
        return std::unique_ptr<VirtioDevice>(std::move(BlockDevice::open(settings).value()));
    };
    const auto net = [] {
        NetSettings settings;
        settings.ifaceId = "mutated";
        settings.rxLimiter = settings.txLimiter = limiter;
        settings.backendFactory = [](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
            auto tap = std::make_unique<FakeTap>();
            for (const std::size_t bytes : {60u, 9000u, 9000u})
                tap->arrive(std::vector<std::byte>(bytes));
            return tap;
        };
        return std::unique_ptr<VirtioDevice>(std::move(NetDevice::open(settings).value()));
    };
    const auto vsock = [] {
        return std::unique_ptr<VirtioDevice>(
            std::move(VsockDevice::create(3, std::make_unique<MemoryStreams>()).value()));
    };
    const auto balloon = [] {
        return std::unique_ptr<VirtioDevice>(std::move(BalloonDevice::create({.amountMib = 1,
                                                                              .deflateOnOom = true,
                                                                              .statsPollingIntervalSeconds = 1,
                                                                              .freePageHinting = true,
                                                                              .freePageReporting = true})
                                                           .value()));
    };
    const auto entropy = [] {
        return std::unique_ptr<VirtioDevice>(std::move(EntropyDevice::create(limiter).value()));
    };
    return {
        {"block", 1, block}, {"net", 2, net}, {"vsock", 3, vsock}, {"balloon", 5, balloon}, {"entropy", 1, entropy}};
}

/// A device behind registers in a guest that others may share.
struct Machine {
    FakeInterruptLine line;
    std::unique_ptr<VirtioDevice> device;
    MmioTransport transport;

    Machine(const Type &type, const FakeGuest &guest) : device(type.make()), transport(*device, guest.memory(), line) {}

    /// Everything that can wake it does.
    void wake()
    {
        transport.kickAllQueues();
        for (const HostEvent &event : device->hostEvents()) {
            const auto guard = transport.lock();
            event.onReady();
        }
        transport.kickAllQueues();
    }
};

/// A guest with chains in all queues of a running device, some of them served.
void bringUp(Machine &machine, const FakeGuest &guest, std::size_t queues, std::deque<FakeDriver> &drivers)
{
    std::vector<QueueConfig> configs;
    for (std::uint64_t i = 0; i < queues; ++i) {
        drivers.emplace_back(guest, std::uint16_t{32}, 0x1000 + 0x2000 * i, kRingBytes / 2 + 0x2000 * i);
        configs.push_back(drivers.back().config());
    }
    MmioDriver registers(machine.transport);
    QCOMPARE(registers.bringUp(~kFeatureInOrder, configs), 15u);
    for (int round = 0; round < 2; ++round) {
        for (FakeDriver &driver : drivers) {
            driver.chain().writable(600).submit();
            driver.chain().readable(pattern(20)).writable(30).submit();
            driver.chain().readable(pattern(64)).indirect().submit();
            driver.chain().readable(pattern(30)).submit();
        }
        if (round == 0)
            machine.wake();
    }
}

} // namespace

class TestStateMutations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mutatedState_isRefusedOrWorks_data()
    {
        QTest::addColumn<int>("type");
        int index = 0;
        for (const Type &type : allTypes(m_disk))
            QTest::newRow(type.name) << index++;
    }
    void mutatedState_isRefusedOrWorks()
    {
        QFETCH(int, type);
        const Type kind = allTypes(m_disk)[static_cast<std::size_t>(type)];
        const FakeGuest guest(kGuestBytes >> 20);
        Machine original(kind, guest);
        std::deque<FakeDriver> drivers;
        bringUp(original, guest, kind.queues, drivers);
        const DeviceSnapshot saved = takeSnapshot(original.transport).value();
        QVERIFY(saved.transport.active);
        const auto rings = guest.bytes(GuestAddress(0), kRingBytes);

        Mutator mutator(static_cast<unsigned>(type) + 1);
        unsigned accepted = 0;
        unsigned refused = 0;
        for (unsigned round = 0; round < kRounds; ++round) {
            DeviceSnapshot mutated = saved;
            for (auto changes = 1 + mutator.roll(3); changes > 0; --changes)
                mutator.change(mutated);
            guest.put(GuestAddress(0), rings);
            if (mutator.roll(4) == 0) // the memory file may be as wrong
                guest.put(GuestAddress(mutator.roll(kRingBytes)), pattern(1, round));
            Machine restored(kind, guest);
            const auto done = restoreSnapshot(restored.transport, mutated);
            if (!done) {
                ++refused;
                QVERIFY(!done.error().text.empty());
                QVERIFY(!restored.device->isActive());
                continue;
            }
            ++accepted;
            restored.wake();
            const auto again = takeSnapshot(restored.transport);
            QVERIFY(again);
            Machine second(kind, guest);
            const auto twice = restoreSnapshot(second.transport, *again);
            QVERIFY2(twice, twice ? "" : twice.error().text.c_str());
            second.wake();
        }
        QVERIFY(accepted > kRounds / 20);
        QVERIFY(refused > kRounds / 20);
    }

private:
    TempFile m_disk = TempFile::ofSize(1 << 20);
};

QTEST_GUILESS_MAIN(TestStateMutations)
#include "tst_state_mutations.moc"
