// Queues restored where they stood: they go on as if nothing had happened, and take no position that cannot be.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "virtio/queue.h"

#include <QTest>

#include <array>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kFeatureIndirect | kFeatureEventIndex;

Result<Queue> restore(const FakeGuest &guest, const FakeDriver &driver, const QueuePosition &position,
                      const std::vector<std::uint16_t> &inFlight = {}, std::uint64_t features = kFeatures)
{
    return Queue::restore(driver.config(), guest.memory(), 16, features, position, inFlight);
}

/// Takes and gives back `count` chains.
void serve(Queue &queue, FakeDriver &driver, unsigned count)
{
    DescriptorChain chain;
    for (unsigned i = 0; i < count; ++i) {
        driver.chain().writable(8).submit();
        QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
        QVERIFY(queue.complete(chain.head(), 1));
        QVERIFY(queue.publish());
        QVERIFY(driver.takeUsed());
    }
}

} // namespace

class TestQueueState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Two queues over two copies of a guest, the one restored now and then from where the other stands.
    void restored_goesOnAsItsTwin_data()
    {
        QTest::addColumn<quint64>("features");
        QTest::newRow("flags") << quint64{kFeatureIndirect};
        QTest::newRow("event index") << quint64{kFeatures};
    }
    void restored_goesOnAsItsTwin()
    {
        QFETCH(quint64, features);
        std::mt19937 random(7);
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        Queue twin = driver.queue(features);
        for (int round = 0; round < 100; ++round) {
            const std::vector<std::uint16_t> none;
            const FakeGuest otherGuest = guest.copy();
            FakeDriver otherDriver(otherGuest, driver);
            auto restored = restore(otherGuest, otherDriver, twin.position(), none, features);
            QVERIFY2(restored, restored ? "" : restored.error().text.c_str());
            struct Side {
                FakeDriver &driver;
                Queue &queue;
            };
            const auto seed = static_cast<unsigned>(random());
            std::vector<std::string> seen;
            for (const Side side : {Side{driver, twin}, Side{otherDriver, *restored}}) {
                std::mt19937 same(seed);
                std::string log;
                DescriptorChain chain;
                for (int step = 0; step < 20; ++step) {
                    switch (same() % 4) {
                    case 0:
                        if (side.driver.outstanding() < 16) {
                            auto builder = side.driver.chain();
                            builder.writable(static_cast<std::uint32_t>(8 + same() % 8));
                            if (same() % 2)
                                builder.indirect();
                            builder.submit();
                        }
                        break;
                    case 1:
                        if (side.queue.pop(chain).value() == Queue::Pop::Chain) {
                            log += "c" + std::to_string(chain.head()) + "," + std::to_string(chain.writableBytes());
                            QVERIFY(side.queue.complete(chain.head(), static_cast<std::uint32_t>(same() % 8)));
                        } else {
                            log += side.queue.armNotification().value() ? "?" : "e";
                        }
                        break;
                    case 2:
                        side.driver.setUsedEvent(static_cast<std::uint16_t>(side.driver.usedIndex() + same() % 3));
                        side.driver.setNoInterrupt(same() % 2);
                        log += side.queue.publish().value() ? "I" : "i";
                        break;
                    default:
                        while (const auto used = side.driver.takeUsed())
                            log += "u" + std::to_string(used->head) + "," + std::to_string(used->written);
                        break;
                    }
                }
                log += side.queue.publish().value() ? "I" : "i";
                seen.push_back(log);
            }
            QCOMPARE(seen[1], seen[0]);
            QVERIFY(restored->position() == twin.position());
            QVERIFY(guest.bytes(GuestAddress(0), 2 << 20) == otherGuest.bytes(GuestAddress(0), 2 << 20));
        }
        QVERIFY2(twin.position().nextUsed > 16, "the rings were used more than once");
    }
    void fullQueue_isTakenUp()
    {
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        Queue queue = driver.queue(kFeatures);
        serve(queue, driver, 5);
        for (int i = 0; i < 16; ++i)
            driver.chain().writable(8).submit();
        Queue restored = restore(guest, driver, queue.position()).value();
        DescriptorChain chain;
        for (int i = 0; i < 16; ++i)
            QCOMPARE(restored.pop(chain).value(), Queue::Pop::Chain);
        QCOMPARE(restored.pop(chain).value(), Queue::Pop::Empty);
    }
    void chainsInFlight_areStillInFlight()
    {
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        Queue queue = driver.queue(kFeatures);
        serve(queue, driver, 3);
        const std::uint16_t head = driver.chain().writable(8).submit();
        DescriptorChain chain;
        QCOMPARE(queue.pop(chain).value(), Queue::Pop::Chain);
        Queue restored = restore(guest, driver, queue.position(), {head}).value();
        QCOMPARE(restored.inFlight(), std::uint16_t{1});
        driver.makeAvailable(head); // no driver may
        QVERIFY(!restored.pop(chain));
        QVERIFY(restored.complete(head, 8));
        QVERIFY(restored.publish());
        QCOMPARE(driver.takeUsed()->head, head);
    }

    void impossiblePosition_isRefused_data()
    {
        QTest::addColumn<int>("availableBy");
        QTest::addColumn<int>("usedBy");
        QTest::addColumn<int>("ringAvailableBy");
        QTest::addColumn<int>("ringUsedBy");
        QTest::addColumn<bool>("fine");
        QTest::newRow("as it was") << 0 << 0 << 0 << 0 << true;
        QTest::newRow("available ahead of the ring") << 1 << 0 << 0 << 0 << false;
        QTest::newRow("available far behind the ring") << -17 << 0 << 0 << 0 << false;
        QTest::newRow("one taken back to the ring") << -1 << 0 << 0 << 0 << false;
        QTest::newRow("used ahead") << 0 << 1 << 0 << 0 << false;
        QTest::newRow("used behind") << 0 << -1 << 0 << 0 << false;
        QTest::newRow("both ahead") << 1 << 1 << 0 << 0 << false;
        QTest::newRow("both behind") << -1 << -1 << 0 << 0 << false;
        QTest::newRow("a full ring") << 0 << 0 << 16 << 0 << true;
        QTest::newRow("an impossible ring") << 0 << 0 << 17 << 0 << false;
        QTest::newRow("a ring that went back") << 0 << 0 << -1 << 0 << false;
        QTest::newRow("another used index in the ring") << 0 << 0 << 0 << 1 << false;
    }
    void impossiblePosition_isRefused()
    {
        QFETCH(int, availableBy);
        QFETCH(int, usedBy);
        QFETCH(int, ringAvailableBy);
        QFETCH(int, ringUsedBy);
        QFETCH(bool, fine);
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        Queue queue = driver.queue(kFeatures);
        serve(queue, driver, 20);
        QueuePosition position = queue.position();
        position.nextAvailable = static_cast<std::uint16_t>(position.nextAvailable + availableBy);
        position.nextUsed = static_cast<std::uint16_t>(position.nextUsed + usedBy);
        driver.setAvailableIndex(static_cast<std::uint16_t>(driver.availableIndex() + ringAvailableBy));
        QVERIFY(guest.memory().storeRelease(GuestAddress(driver.config().used.value() + 2),
                                            static_cast<std::uint16_t>(driver.usedIndex() + ringUsedBy)));
        const auto restored = restore(guest, driver, position);
        QCOMPARE(restored.has_value(), fine);
        if (!fine)
            QCOMPARE(restored.error().kind, ErrorKind::GuestFault);
    }
    void impossibleChainsInFlight_areRefused_data()
    {
        using Heads = QList<int>;
        QTest::addColumn<Heads>("heads");
        QTest::addColumn<bool>("fine");
        QTest::newRow("two") << Heads{0, 15} << true;
        QTest::newRow("one missing") << Heads{0} << false;
        QTest::newRow("none") << Heads{} << false;
        QTest::newRow("one too many") << Heads{0, 1, 2} << false;
        QTest::newRow("the same twice") << Heads{3, 3} << false;
        QTest::newRow("outside the table") << Heads{0, 16} << false;
        QTest::newRow("far outside") << Heads{0xffff, 0} << false;
    }
    void impossibleChainsInFlight_areRefused()
    {
        QFETCH(QList<int>, heads);
        QFETCH(bool, fine);
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        driver.setAvailableIndex(2);
        std::vector<std::uint16_t> inFlight;
        for (const int head : heads)
            inFlight.push_back(static_cast<std::uint16_t>(head));
        const auto restored = restore(guest, driver, {2, 0}, inFlight);
        QCOMPARE(restored.has_value(), fine);
        if (!fine)
            QCOMPARE(restored.error().kind, ErrorKind::GuestFault);
    }
    void impossibleConfiguration_isRefused()
    {
        const FakeGuest guest(2);
        FakeDriver driver(guest, 16);
        QueueConfig config = driver.config();
        config.available = GuestAddress(std::uint64_t{1} << 40);
        QVERIFY(!Queue::restore(config, guest.memory(), 16, kFeatures, {}, {}));
        config = driver.config();
        QVERIFY(!Queue::restore(config, guest.memory(), 8, kFeatures, {}, {}));
        config.ready = false;
        QVERIFY(!Queue::restore(config, guest.memory(), 16, kFeatures, {}, {}));
    }
};

QTEST_GUILESS_MAIN(TestQueueState)
#include "tst_queue_state.moc"
