// What a request on a running machine's balloon answers when it cannot be done, category included.
#include "machine/balloon.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kMemoryMib = 64;

template <typename T>
QByteArray faultOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

} // namespace

class TestBalloonFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noDevice();
    void noDriver();
    void amount_beyondTheMemory_namesTheAmount();
};

void TestBalloonFaults::noDevice()
{
    const QByteArray update = "Balloon update error: Failed perform action on device: Device not found";
    QCOMPARE(faultOf(setBalloonAmount(nullptr, 1, kMemoryMib)), update);
    QCOMPARE(faultOf(setBalloonPollingInterval(nullptr, 1)), update);
    QCOMPARE(faultOf(startBalloonHinting(nullptr, true)), update);
    QCOMPARE(faultOf(stopBalloonHinting(nullptr)), update);
    QCOMPARE(faultOf(balloonHinting(nullptr)), update);
    QCOMPARE(faultOf(balloonStatistics(nullptr)),
             QByteArray("Internal VMM error: Failed perform action on device: Device not found"));
}

void TestBalloonFaults::noDriver()
{
    const auto device = createBalloon({.amountMib = 0, .deflateOnOom = true}).value();
    // Looked at before the amount.
    QCOMPARE(faultOf(setBalloonAmount(device.get(), kMemoryMib + 1, kMemoryMib)),
             QByteArray("Balloon update error: Balloon: Device not activated yet."));
}

void TestBalloonFaults::amount_beyondTheMemory_namesTheAmount()
{
    FakeGuest guest{kMemoryMib};
    FakeDeviceInterrupt interrupt;
    const auto device = createBalloon({.amountMib = 0, .deflateOnOom = true}).value();
    virtio::Activation activation{&guest.memory(), {}, &interrupt, device->features()};
    const std::vector<FakeDriver> drivers{{guest, 256, 1 * kMib, 8 * kMib}, {guest, 256, 2 * kMib, 9 * kMib}};
    for (const FakeDriver &driver : drivers)
        activation.queues.push_back(driver.queue(device->features()));
    QVERIFY(device->activate(std::move(activation)));
    QCOMPARE(faultOf(setBalloonAmount(device.get(), 300, kMemoryMib)),
             QByteArray("Balloon update error: Balloon: Requested memory should be less than 300MiB"));
    QCOMPARE(device->settings().amountMib, 0u);
    QCOMPARE(faultOf(setBalloonAmount(device.get(), kMemoryMib, kMemoryMib)), QByteArray());
    QCOMPARE(device->settings().amountMib, std::uint32_t{kMemoryMib});
}

QTEST_APPLESS_MAIN(TestBalloonFaults)
#include "tst_balloon_faults.moc"
