// An entropy device saved and restored in the middle of traffic: it goes on as its twin that was never saved.

#include "support/device_snapshot.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/manual_clock.h"
#include "support/mmio_driver.h"
#include "virtio/entropy/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kGuestMib = 2;
constexpr std::uint64_t kPlain = kFeatureVersion1 | kFeatureIndirect;

/// Counts: what comes next can be copied.
class CountingSource final : public RandomSource {
public:
    Result<> fill(std::span<std::byte> out) override
    {
        for (std::byte &byte : out)
            byte = static_cast<std::byte>(next++ * 2654435761u >> 24);
        return {};
    }
    std::uint32_t next = 0;
};

struct Bench {
    FakeGuest guest;
    FakeDriver driver;
    FakeInterruptLine line;
    ManualClock clock;
    CountingSource source;
    LimiterSettings limiter;
    std::unique_ptr<EntropyDevice> device = std::move(EntropyDevice::create(limiter, {&source, &clock}).value());
    MmioTransport transport{*device, guest.memory(), line};

    explicit Bench(const LimiterSettings &wanted) : guest(kGuestMib), driver(guest, 128), limiter(wanted) {}
    explicit Bench(const Bench &saved)
        : guest(saved.guest.copy()), driver(guest, saved.driver), source(saved.source), limiter(saved.limiter)
    {
        clock.advance(77s);
    }
    void bringUp(std::uint64_t features)
    {
        QCOMPARE(MmioDriver(transport).bringUp(features, std::array{driver.config()}), 15u);
    }
    std::unique_ptr<Bench> restored()
    {
        const DeviceSnapshot saved = takeSnapshot(transport).value();
        auto other = std::make_unique<Bench>(*this);
        if (const auto done = restoreSnapshot(other->transport, saved); !done)
            qFatal("%s", done.error().text.c_str());
        if (takeSnapshot(other->transport).value() != saved)
            qFatal("save, restore, save differ");
        line.take();
        transport.kickAllQueues();
        other->transport.kickAllQueues();
        return other;
    }
    void step(std::mt19937 &random)
    {
        switch (random() % 6) {
        case 0:
        case 1:
            if (driver.outstanding() < 30) {
                auto chain = driver.chain();
                for (auto buffers = 1 + random() % 3; buffers > 0; --buffers)
                    chain.writable(static_cast<std::uint32_t>(random() % 3000));
                if (random() % 8 == 0)
                    chain.readable(pattern(4)); // malformed
                if (random() % 2)
                    chain.indirect();
                chain.submit();
            }
            break;
        case 2:
            transport.notifyQueue(0);
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

} // namespace

class TestEntropyState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<bool>("eventIndex");
        QTest::addColumn<bool>("limited");
        for (const bool eventIndex : {false, true}) {
            for (const bool limited : {false, true})
                QTest::addRow("%s, %s", eventIndex ? "event index" : "flags", limited ? "limited" : "unlimited")
                    << eventIndex << limited;
        }
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(bool, eventIndex);
        QFETCH(bool, limited);
        LimiterSettings limiter;
        if (limited)
            limiter = {BucketSettings{4000, 1000, 100}, BucketSettings{3, 2, 70}};
        Bench twin(limiter);
        twin.bringUp(kPlain | (eventIndex ? kFeatureEventIndex : 0));
        std::mt19937 random(11);
        int blocked = 0;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 30; ++i)
                twin.step(random);
            const auto restored = twin.restored();
            blocked += std::get<EntropyState>(restored->device->save()).limiter.blockedNanos > 0;
            for (int i = 0; i < 60; ++i) {
                std::mt19937 same = random;
                restored->step(same);
                twin.step(random);
                QCOMPARE(restored->line.count(), twin.line.count());
            }
            QVERIFY(restored->guest.bytes(GuestAddress(0), kGuestMib << 20) ==
                    twin.guest.bytes(GuestAddress(0), kGuestMib << 20));
            QCOMPARE(restored->driver.outstanding(), twin.driver.outstanding());
        }
        QCOMPARE(blocked > 0, limited);
    }
    void impossibleState_isRefused()
    {
        Bench bench{LimiterSettings{}};
        QCOMPARE(bench.device->restore(BalloonState{}).error().kind, ErrorKind::InvalidInput);
        EntropyState state;
        state.limiter.bandwidth = BucketState{1, 0, 1, 2, 0, 0};
        QCOMPARE(bench.device->restore(state).error().kind, ErrorKind::InvalidInput);
        QVERIFY(bench.device->save() == DeviceState(EntropyState{}));
        state.limiter.bandwidth->budget = 0;
        QVERIFY(bench.device->restore(state));
        bench.bringUp(kPlain);
        QCOMPARE(bench.device->restore(state).error().kind, ErrorKind::WrongPhase);
    }
};

QTEST_GUILESS_MAIN(TestEntropyState)
#include "tst_entropy_state.moc"
