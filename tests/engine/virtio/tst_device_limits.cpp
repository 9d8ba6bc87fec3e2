// Devices keep to their limits exactly, as far as time is a matter of the test: request by request as an independent
// model of the limiter says.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/limiter_model.h"
#include "support/manual_clock.h"
#include "support/temp_files.h"
#include "virtio/block/device.h"
#include "virtio/entropy/device.h"

#include <QTest>

#include <array>
#include <deque>
#include <functional>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect;
constexpr std::uint32_t kSector = 512;
constexpr std::uint32_t kDiskBytes = 1 << 20;
constexpr std::size_t kMostWaiting = 40;

/// A device under a limit, its driver and the clock it reads.
struct Limited {
    FakeGuest guest{8};
    FakeDriver driver{guest, 256};
    FakeDeviceInterrupt interrupt;
    ManualClock clock;
    std::unique_ptr<VirtioDevice> device;
    std::function<void(std::uint32_t bytes)> submit;
    std::function<void(const LimiterSettings &)> patch; ///< empty: cannot be changed

    void activate()
    {
        Activation activation{&guest.memory(), {}, &interrupt, kFeatures};
        activation.queues.push_back(driver.queue());
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }
    std::size_t takeAll()
    {
        std::size_t count = 0;
        while (driver.takeUsed())
            ++count;
        return count;
    }
};

std::array<std::byte, 16> header(std::uint32_t type)
{
    return std::bit_cast<std::array<std::byte, 16>>(std::array<std::uint32_t, 4>{type, 0, 0, 0});
}

/// `bytes` 0 flushes.
void makeDrive(Limited &limited, const LimiterSettings &limiter, const std::string &path)
{
    BlockSettings settings;
    settings.driveId = "limited";
    settings.path = path;
    settings.limiter = limiter;
    settings.clock = &limited.clock;
    auto drive = std::move(BlockDevice::open(settings).value());
    limited.patch = [drive = drive.get()](const LimiterSettings &changes) { drive->updateRateLimiter(changes); };
    limited.submit = [&driver = limited.driver](std::uint32_t bytes) {
        auto chain = driver.chain();
        chain.readable(header(bytes == 0 ? 4 : 0));
        if (bytes > 0)
            chain.writable(bytes);
        chain.writable(1).submit();
    };
    limited.device = std::move(drive);
    limited.activate();
}

void makeEntropy(Limited &limited, const LimiterSettings &limiter)
{
    limited.device = std::move(EntropyDevice::create(limiter, {.clock = &limited.clock}).value());
    limited.submit = [&driver = limited.driver](std::uint32_t bytes) { driver.chain().writable(bytes).submit(); };
    limited.activate();
}

LimiterSettings limitsOf(unsigned seed, bool ops, bool bandwidth)
{
    std::mt19937_64 random(seed);
    LimiterSettings settings;
    if (ops)
        settings.ops = BucketSettings{1 + random() % 20, random() % 5, 1 + random() % 1000};
    if (bandwidth)
        settings.bandwidth = BucketSettings{16 * kSector + random() % 100'000, random() % 10'000, 1 + random() % 1000};
    return settings;
}

/// What the device did, for what must hold from the first moment on.
struct Totals {
    std::uint64_t operations = 0;
    std::uint64_t bytes = 0;
};

Wide mostSoFar(const BucketSettings &settings, std::uint64_t passed)
{
    return Wide{settings.oneTimeBurst} + settings.size +
           Wide{passed} * settings.size / (settings.refillTimeMs * kNanosPerMilli);
}

} // namespace

class TestDeviceLimits : public QObject {
    Q_OBJECT
private slots:
    void drive_data() { addSchedules(); }
    void drive();
    void drive_patchedWhileRunning_data() { addSchedules(); }
    void drive_patchedWhileRunning();
    void entropy_data() { addSchedules(); }
    void entropy();

private:
    static void addSchedules();
    void keepsTo(Limited &limited, LimiterSettings limiter, bool patches);
};

void TestDeviceLimits::addSchedules()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("ops");
    QTest::addColumn<bool>("bandwidth");
    for (unsigned seed = 1; seed <= 8; ++seed) {
        QTest::addRow("ops, seed %u", seed) << seed << true << false;
        QTest::addRow("bandwidth, seed %u", seed) << seed << false << true;
        QTest::addRow("both, seed %u", seed) << seed << true << true;
    }
}

void TestDeviceLimits::keepsTo(Limited &limited, LimiterSettings limiter, bool patches)
{
    QFETCH(unsigned, seed);
    std::mt19937_64 random(seed);
    LimiterModel model(limiter, 0);
    std::uint64_t now = 0;
    std::deque<std::uint32_t> waiting;
    Totals totals;
    for (int step = 0; step < 600; ++step) {
        for (std::uint64_t more = random() % 4; more > 0 && waiting.size() < kMostWaiting; --more) {
            waiting.push_back(static_cast<std::uint32_t>(random() % 17) * kSector); // never more than the bucket holds
            limited.submit(waiting.back());
        }
        // Often exactly the moment at which the device wants to be woken, or just before.
        std::uint64_t pause = random() % (40 * kNanosPerMilli);
        if (model.armedUntil && *model.armedUntil > now && random() % 2 == 0)
            pause = *model.armedUntil - now - random() % 2;
        now += pause;
        limited.clock.advance(std::chrono::nanoseconds(pause));
        if (patches && random() % 50 == 0) {
            limiter = limitsOf(static_cast<unsigned>(random()), random() % 2 == 0, random() % 2 == 0);
            limited.patch(limiter);
            model.update(limiter, now);
        }
        limited.device->queueNotified(0);

        std::size_t expected = 0;
        while (!waiting.empty() && model.takeOperation(waiting.front(), now) != RateLimiter::Verdict::Blocked) {
            ++totals.operations;
            totals.bytes += waiting.front();
            waiting.pop_front();
            ++expected;
        }
        QCOMPARE(limited.takeAll(), expected);
        if (patches)
            continue;
        QVERIFY(!limiter.ops || totals.operations <= mostSoFar(*limiter.ops, now));
        QVERIFY(!limiter.bandwidth || totals.bytes <= mostSoFar(*limiter.bandwidth, now));
    }
    QVERIFY(totals.operations > 10);
}

void TestDeviceLimits::drive()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, ops);
    QFETCH(bool, bandwidth);
    const TempFile file = TempFile::ofSize(kDiskBytes);
    const LimiterSettings limiter = limitsOf(seed, ops, bandwidth);
    Limited limited;
    makeDrive(limited, limiter, file.path());
    keepsTo(limited, limiter, false);
}

void TestDeviceLimits::drive_patchedWhileRunning()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, ops);
    QFETCH(bool, bandwidth);
    const TempFile file = TempFile::ofSize(kDiskBytes);
    const LimiterSettings limiter = limitsOf(seed, ops, bandwidth);
    Limited limited;
    makeDrive(limited, limiter, file.path());
    keepsTo(limited, limiter, true);
}

void TestDeviceLimits::entropy()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, ops);
    QFETCH(bool, bandwidth);
    const LimiterSettings limiter = limitsOf(seed, ops, bandwidth);
    Limited limited;
    makeEntropy(limited, limiter);
    keepsTo(limited, limiter, false);
}

QTEST_APPLESS_MAIN(TestDeviceLimits)
#include "tst_device_limits.moc"
