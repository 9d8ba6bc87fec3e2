#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "virtio/queue.h"

#include <QTest>

#include <deque>
#include <functional>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {
constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kAllFeatures = kFeatureIndirect | kFeatureEventIndex;
using Change = std::function<void(QueueConfig &)>;
} // namespace
Q_DECLARE_METATYPE(Change)

class TestQueue : public QObject {
    Q_OBJECT
private slots:
    void validate_data();
    void validate();
    void pop_emptyRing_isEmpty();
    void pop_chains_inOrder();
    void pop_malformedChain_canBeGivenBack();
    void pop_indexJump_data();
    void pop_indexJump();
    void pop_headOutsideTable_isGuestFault();
    void pop_headInFlight_isGuestFault();
    void pop_headAfterCompletion_isFine();
    void undoPop_putsChainBack();
    void complete_isInvisibleBeforePublish();
    void indices_wrapAround();
    void publish_nothingNew_wantsNoInterrupt();
    void publish_noInterruptFlag_isHonoured();
    void publish_eventIndex_ignoresFlag();
    void armNotification_withoutEventIndex_writesNothing();
    void armNotification_publishesWish();
    void armNextArrival_leavesWhatWaits();
    void eventIndex_randomTraffic_missesNoWakeUp_data();
    void eventIndex_randomTraffic_missesNoWakeUp();
    void rings_hostileNoise_neverCrash_data();
    void rings_hostileNoise_neverCrash();
};

void TestQueue::validate_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, bool valid, Change change) { QTest::newRow(name) << change << valid; };
    row("as a driver sets it up", true, [](QueueConfig &) {});
    row("not ready", false, [](QueueConfig &q) { q.ready = false; });
    row("size 0", false, [](QueueConfig &q) { q.size = 0; });
    row("size 1", true, [](QueueConfig &q) { q.size = 1; });
    row("size 3", false, [](QueueConfig &q) { q.size = 3; });
    row("size above maximum", false, [](QueueConfig &q) { q.size = 512; });
    row("size 32768", false, [](QueueConfig &q) { q.size = 32768; });
    row("table unaligned", false, [](QueueConfig &q) { q.descriptors = GuestAddress(q.descriptors.value() + 8); });
    row("available unaligned", false, [](QueueConfig &q) { q.available = GuestAddress(q.available.value() + 1); });
    row("used unaligned", false, [](QueueConfig &q) { q.used = GuestAddress(q.used.value() + 2); });
    row("table at the end", true, [](QueueConfig &q) { q.descriptors = GuestAddress(16 * kMib - 16 * 256); });
    row("table past the end", false, [](QueueConfig &q) { q.descriptors = GuestAddress(16 * kMib - 16 * 255); });
    row("available at the end", true, [](QueueConfig &q) { q.available = GuestAddress(16 * kMib - 6 - 2 * 256); });
    row("available past the end", false, [](QueueConfig &q) { q.available = GuestAddress(16 * kMib - 4 - 2 * 256); });
    row("used at the end", true, [](QueueConfig &q) { q.used = GuestAddress(16 * kMib - 8 - 8 * 256); });
    row("used past the end", false, [](QueueConfig &q) { q.used = GuestAddress(16 * kMib - 4 - 8 * 256); });
    row("table wraps around", false, [](QueueConfig &q) { q.descriptors = GuestAddress(~0xfull); });
    row("available wraps around", false, [](QueueConfig &q) { q.available = GuestAddress(~1ull); });
    row("used wraps around", false, [](QueueConfig &q) { q.used = GuestAddress(~3ull); });
}

void TestQueue::validate()
{
    QFETCH(Change, change);
    QFETCH(bool, valid);
    const FakeGuest guest(16);
    QueueConfig config = FakeDriver(guest, 256).config();
    change(config);
    const auto outcome = virtio::validate(config, guest.memory(), 256);
    QCOMPARE(outcome.has_value(), valid);
    QCOMPARE(Queue::create(config, guest.memory(), 256, 0).has_value(), valid);
    if (!valid)
        QCOMPARE(outcome.error().kind, ErrorKind::GuestFault);
}

void TestQueue::pop_emptyRing_isEmpty()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    DescriptorChain chain;
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Empty);
    QCOMPARE(queue.available().value(), 0);
}

void TestQueue::pop_chains_inOrder()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t first = driver.chain().readable(pattern(3)).submit();
    const std::uint16_t second = driver.chain().writable(4).indirect().submit();
    DescriptorChain chain;
    QCOMPARE(queue.available().value(), 2);
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
    QCOMPARE(chain.head(), first);
    QCOMPARE(chain.readableBytes(), 3u);
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
    QCOMPARE(chain.head(), second);
    QCOMPARE(chain.writableBytes(), 4u);
    QCOMPARE(queue.inFlight(), 2);
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Empty);
}

void TestQueue::pop_malformedChain_canBeGivenBack()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t head = driver.chain().writable(1).raw(kMib, 1, 0).submit();
    DescriptorChain chain;
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Malformed);
    QCOMPARE(chain.head(), head);
    QVERIFY(queue.complete(head, 0));
    QVERIFY(queue.publish().value());
    const auto used = driver.takeUsed();
    QVERIFY(used && used->head == head && used->written == 0);
}

void TestQueue::pop_indexJump_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<bool>("possible");
    QTest::newRow("full ring") << 16 << true;
    QTest::newRow("one too many") << 17 << false;
    QTest::newRow("half the index space") << 32768 << false;
    QTest::newRow("backwards") << 65535 << false;
}

void TestQueue::pop_indexJump()
{
    QFETCH(int, ahead);
    QFETCH(bool, possible);
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    driver.setAvailableIndex(static_cast<std::uint16_t>(ahead));
    DescriptorChain chain;
    const auto popped = queue.pop(chain);
    QCOMPARE(popped.has_value(), possible);
    if (!possible) {
        QCOMPARE(popped.error().kind, ErrorKind::GuestFault);
        QCOMPARE(
            QString::fromStdString(popped.error().text),
            QStringLiteral("The number of available virtio descriptors %1 is greater than queue size: 16!").arg(ahead));
    }
}

void TestQueue::pop_headOutsideTable_isGuestFault()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    driver.makeAvailable(16);
    DescriptorChain chain;
    QCOMPARE(queue.pop(chain).error().kind, ErrorKind::GuestFault);
    QCOMPARE(queue.inFlight(), 0);
}

void TestQueue::pop_headInFlight_isGuestFault()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t head = driver.chain().writable(1).submit();
    driver.makeAvailable(head);
    DescriptorChain chain;
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
    QCOMPARE(queue.pop(chain).error().kind, ErrorKind::GuestFault);
    QCOMPARE(queue.inFlight(), 1);
}

void TestQueue::pop_headAfterCompletion_isFine()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t head = driver.chain().writable(1).submit();
    DescriptorChain chain;
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
    QVERIFY(queue.complete(head, 1));
    driver.makeAvailable(head);
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
}

void TestQueue::undoPop_putsChainBack()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t first = driver.chain().writable(1).submit();
    driver.chain().writable(2).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    queue.undoPop(chain);
    QCOMPARE(queue.inFlight(), 0);
    QCOMPARE(queue.available().value(), 2);
    QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
    QCOMPARE(chain.head(), first);
}

void TestQueue::complete_isInvisibleBeforePublish()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue();
    const std::uint16_t head = driver.chain().writable(8).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    QVERIFY(queue.complete(head, 5));
    QCOMPARE(driver.usedIndex(), 0);
    QVERIFY(queue.publish().value());
    QCOMPARE(driver.usedIndex(), 1);
    const auto used = driver.takeUsed();
    QVERIFY(used);
    QCOMPARE(used->head, head);
    QCOMPARE(used->written, 5u);
}

void TestQueue::indices_wrapAround()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 4);
    Queue queue = driver.queue(kAllFeatures);
    DescriptorChain chain;
    for (int i = 0; i < 70'000; ++i) {
        const std::uint16_t head = driver.chain().writable(1).submit();
        QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
        QCOMPARE(chain.head(), head);
        QVERIFY(queue.complete(head, static_cast<std::uint32_t>(i)));
        QVERIFY(queue.publish());
        const auto used = driver.takeUsed();
        QVERIFY(used && used->written == static_cast<std::uint32_t>(i));
    }
    QCOMPARE(driver.usedIndex(), static_cast<std::uint16_t>(70'000));
    QCOMPARE(queue.position().nextAvailable, static_cast<std::uint16_t>(70'000));
}

void TestQueue::publish_nothingNew_wantsNoInterrupt()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(0);
    QVERIFY(!queue.publish().value());
}

void TestQueue::publish_noInterruptFlag_isHonoured()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(0);
    driver.setNoInterrupt(true);
    DescriptorChain chain;
    QVERIFY(queue.complete((driver.chain().writable(1).submit(), queue.pop(chain), chain.head()), 1));
    QVERIFY(!queue.publish().value());
    driver.setNoInterrupt(false);
    QVERIFY(queue.complete((driver.chain().writable(1).submit(), queue.pop(chain), chain.head()), 1));
    QVERIFY(queue.publish().value());
}

void TestQueue::publish_eventIndex_ignoresFlag()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(kAllFeatures);
    driver.setNoInterrupt(true);
    driver.setUsedEvent(0);
    driver.chain().writable(1).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    QVERIFY(queue.complete(chain.head(), 1));
    QVERIFY(queue.publish().value());
    // The driver did not move its wish: no second interrupt.
    driver.chain().writable(1).submit();
    QVERIFY(queue.pop(chain));
    QVERIFY(queue.complete(chain.head(), 1));
    QVERIFY(!queue.publish().value());
}

void TestQueue::armNotification_withoutEventIndex_writesNothing()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(0);
    driver.chain().writable(1).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    QVERIFY(!queue.armNotification().value());
    QCOMPARE(driver.availableEvent(), 0);
}

void TestQueue::armNotification_publishesWish()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(kAllFeatures);
    driver.chain().writable(1).submit();
    driver.chain().writable(1).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    QVERIFY2(queue.armNotification().value(), "a chain is left");
    QVERIFY(queue.pop(chain));
    QVERIFY(!queue.armNotification().value());
    QCOMPARE(driver.availableEvent(), 2);
}

void TestQueue::armNextArrival_leavesWhatWaits()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(kAllFeatures);
    for (int i = 0; i < 3; ++i)
        driver.chain().writable(1).submit();
    DescriptorChain chain;
    QVERIFY(queue.pop(chain));
    QCOMPARE(queue.armNextArrival().value(), std::uint16_t{2});
    QCOMPARE(driver.availableEvent(), std::uint16_t{3}); // kick when the index passes 3
    QCOMPARE(queue.available().value(), std::uint16_t{2});
    driver.setAvailableIndex(1000);
    QCOMPARE(queue.armNextArrival().error().kind, ErrorKind::GuestFault);
}

void TestQueue::eventIndex_randomTraffic_missesNoWakeUp_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Both sides sleep and are woken only by what the event index rule gives them. Model: the driver wants an interrupt
// exactly when the entry after the last one it saw is published; the device wants a kick exactly when the entry it
// sleeps on arrives.
void TestQueue::eventIndex_randomTraffic_missesNoWakeUp()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    Queue queue = driver.queue(kAllFeatures);
    DescriptorChain chain;
    std::deque<std::uint16_t> inDevice;
    bool deviceAsleep = !queue.armNotification().value();
    QVERIFY(deviceAsleep);
    std::uint16_t sleptOn = 0;  // available index the device waits to be passed
    std::uint16_t seenUsed = 0; // the driver saw that many
    std::uint16_t wish = 0;     // used_event
    std::uint16_t publishedBefore = 0;
    int interrupts = 0;
    for (int step = 0; step < 20'000; ++step) {
        switch (random() % 4) {
        case 0: // the driver submits a batch and kicks when the device asked for it
            for (unsigned i = random() % 4; i > 0 && driver.outstanding() < 16; --i) {
                const std::uint16_t before = driver.availableIndex();
                driver.chain().writable(1).submit();
                const bool kick = static_cast<std::uint16_t>(driver.availableIndex() - driver.availableEvent() - 1) <
                                  static_cast<std::uint16_t>(driver.availableIndex() - before);
                QCOMPARE(kick, deviceAsleep && before == sleptOn);
                if (kick)
                    deviceAsleep = false;
            }
            break;
        case 1: // the device drains and goes to sleep
            if (deviceAsleep)
                break;
            do {
                while (queue.pop(chain).value() == Queue::Pop::Chain)
                    inDevice.push_back(chain.head());
            } while (queue.armNotification().value());
            deviceAsleep = true;
            sleptOn = queue.position().nextAvailable;
            QCOMPARE(sleptOn, driver.availableIndex());
            break;
        case 2: { // the device completes some
            for (unsigned i = random() % 4; i > 0 && !inDevice.empty(); --i) {
                QVERIFY(queue.complete(inDevice.front(), 1));
                inDevice.pop_front();
            }
            const bool interrupt = queue.publish().value();
            const bool passed = static_cast<std::uint16_t>(wish - publishedBefore) <
                                static_cast<std::uint16_t>(driver.usedIndex() - publishedBefore);
            QCOMPARE(interrupt, passed);
            interrupts += interrupt;
            publishedBefore = driver.usedIndex();
            break;
        }
        case 3: // the driver takes what there is and asks for an interrupt some entries ahead
            while (driver.takeUsed())
                ++seenUsed;
            QCOMPARE(seenUsed, driver.usedIndex());
            wish = static_cast<std::uint16_t>(seenUsed + random() % 3);
            driver.setUsedEvent(wish);
            break;
        }
    }
    QVERIFY(interrupts > 100);
}

void TestQueue::rings_hostileNoise_neverCrash_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 50; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Random bytes all over the rings and tables: every outcome must be a value, and what is handed out must lie in memory.
void TestQueue::rings_hostileNoise_neverCrash()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const FakeGuest guest(2);
    FakeDriver driver(guest, 32);
    guest.put(driver.config().descriptors, pattern(0x1000, seed));
    for (std::uint16_t i = 0; i < 32; ++i) {
        const auto flags = static_cast<std::uint16_t>(random() % 8);
        driver.writeDescriptor(i, {random() % (2 * kMib),
                                   static_cast<std::uint32_t>(random() % 5000 & ~(flags & 4 ? 15u : 0u)), flags,
                                   static_cast<std::uint16_t>(random() % 33)});
    }
    Queue queue = driver.queue(kAllFeatures);
    DescriptorChain chain;
    for (int step = 0; step < 200; ++step) {
        driver.makeAvailable(static_cast<std::uint16_t>(random() % 33));
        const auto popped = queue.pop(chain);
        if (!popped) {
            QCOMPARE(popped.error().kind, ErrorKind::GuestFault);
            return;
        }
        for (const auto &buffer : chain.writable())
            QVERIFY(buffer.bytes == 0 || guest.memory().contains(buffer.at, buffer.bytes));
        if (*popped != Queue::Pop::Empty)
            QVERIFY(queue.complete(chain.head(), chain.writableBytes()));
        QVERIFY(queue.publish());
    }
}

QTEST_APPLESS_MAIN(TestQueue)
#include "tst_queue.moc"
