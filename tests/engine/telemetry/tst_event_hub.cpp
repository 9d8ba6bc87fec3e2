#include "telemetry/event_hub.h"

#include "base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace sparkler;

namespace {

using Subscription = std::shared_ptr<EventSubscription>;

Subscription subscribed(EventHub &hub)
{
    Subscription made = hub.subscribe("state", {{"state", "Running"}}).value();
    made->take();
    return made;
}

/// The events of take(), which must be whole lines of JSON objects.
QList<QJsonObject> taken(EventSubscription &subscription)
{
    const std::string text = subscription.take();
    QList<QJsonObject> events;
    if (text.empty())
        return events;
    [&] { QVERIFY(text.ends_with('\n')); }();
    for (const QByteArray &line : QByteArray::fromStdString(text).chopped(1).split('\n'))
        events.append(QJsonDocument::fromJson(line).object());
    return events;
}

QStringList names(const QList<QJsonObject> &events)
{
    QStringList all;
    for (const QJsonObject &event : events)
        all << event[QStringLiteral("event")].toString();
    return all;
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

} // namespace

class TestEventHub : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstEvent_isThereAtOnce();
    void event_isOneObjectWithItsFields();
    void badText_staysJson();
    void event_reachesEachSubscriptionOnce();
    void nobodyListening_nothingIsKept();
    void fifthSubscription_isRefusedUntilOneEnds();
    void wake_comesOncePerTake();
    void slowListener_isToldHowManyItMissed();
    void hugeEvent_isReportedLost();
    void lastEvent_comesEvenWhenTheBufferIsFull();
    void lastEvent_countsOnceAndEndsTheStream();
    void lateSubscription_getsTheLastEvent();
    void deviceErrors_areLimitedPerDevice();
    void manyThreads_loseNothingUncounted();
    void signal_writesToLentSocketsOnly();
    void signal_takesTheSocketFromItsOwner();
};

void TestEventHub::firstEvent_isThereAtOnce()
{
    EventHub hub;
    const Subscription subscription = hub.subscribe("state", {{"state", "Not started"}}).value();
    const auto events = taken(*subscription);
    QCOMPARE(names(events), list("state"));
    QCOMPARE(events[0][QStringLiteral("state")].toString(), QStringLiteral("Not started"));
    QVERIFY(!subscription->isOver());
    QVERIFY(subscription->take().empty());
}

void TestEventHub::event_isOneObjectWithItsFields()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    const std::uint64_t before = wallClockMillis();
    hub.publish("balloon_target_changed", {{"amount_mib", std::uint64_t{512}}, {"text", "a\"\n"}});
    const std::string line = subscription->take();
    QVERIFY(line.starts_with("{\"event\":\"balloon_target_changed\",\"utc_timestamp_ms\":"));
    QVERIFY(line.ends_with(",\"amount_mib\":512,\"text\":\"a\\\"\\n\"}\n"));
    const double stamp = QJsonDocument::fromJson(QByteArray::fromStdString(line))
                             .object()[QStringLiteral("utc_timestamp_ms")]
                             .toDouble();
    QVERIFY(stamp >= static_cast<double>(before) && stamp <= static_cast<double>(wallClockMillis()));
}

void TestEventHub::badText_staysJson()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    hub.publish("x", {{"text", "a\xff\x01"}});
    QCOMPARE(taken(*subscription)[0][QStringLiteral("text")].toString(), QStringLiteral("a\ufffd\u0001"));
}

void TestEventHub::event_reachesEachSubscriptionOnce()
{
    EventHub hub;
    const Subscription first = subscribed(hub);
    hub.publish("paused");
    const Subscription second = subscribed(hub);
    hub.publish("resumed");
    QCOMPARE(names(taken(*first)), list("paused resumed"));
    QCOMPARE(names(taken(*second)), list("resumed"));
}

void TestEventHub::nobodyListening_nothingIsKept()
{
    EventHub hub;
    hub.publish("paused");
    subscribed(hub).reset();
    hub.publish("resumed");
    const Subscription subscription = subscribed(hub);
    QVERIFY(subscription->take().empty());
}

void TestEventHub::fifthSubscription_isRefusedUntilOneEnds()
{
    EventHub hub;
    std::vector<Subscription> all;
    for (std::size_t i = 0; i < EventHub::kMostSubscriptions; ++i)
        all.push_back(subscribed(hub));
    const auto refused = hub.subscribe("state", {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(refused.error().text, std::string("Too many event streams: 4 are open already."));
    all.erase(all.begin() + 1);
    all.push_back(subscribed(hub));
    hub.publish("paused");
    for (const Subscription &subscription : all)
        QCOMPARE(names(taken(*subscription)), list("paused"));
}

void TestEventHub::wake_comesOncePerTake()
{
    EventHub hub;
    const Subscription subscription = hub.subscribe("state", {}).value();
    int wakes = 0;
    subscription->setWake([&wakes] { ++wakes; });
    QCOMPARE(wakes, 1); // the first event is there
    hub.publish("paused");
    QCOMPARE(wakes, 1);
    subscription->take();
    hub.publish("resumed");
    hub.publish("paused");
    QCOMPARE(wakes, 2);
    subscription->setWake({});
    subscription->take();
    hub.publish("resumed");
    QCOMPARE(wakes, 2);
}

void TestEventHub::slowListener_isToldHowManyItMissed()
{
    EventHub hub;
    const Subscription slow = subscribed(hub);
    const Subscription quick = subscribed(hub);
    const std::string text(1000, 'x');
    constexpr std::uint64_t kPublished = 200;
    for (std::uint64_t i = 0; i < kPublished; ++i) {
        hub.publish("x", {{"number", i}, {"text", text}});
        QCOMPARE(taken(*quick).size(), 1);
    }
    const std::string kept = slow->take();
    QVERIFY(kept.size() <= EventHub::kBufferBytes + 100);
    const QByteArrayList lines = QByteArray::fromStdString(kept).chopped(1).split('\n');
    const QJsonObject lost = QJsonDocument::fromJson(lines.last()).object();
    QCOMPARE(lost[QStringLiteral("event")].toString(), QStringLiteral("lost"));
    const auto received = static_cast<std::uint64_t>(lines.size()) - 1;
    QVERIFY(received > 50);
    QCOMPARE(static_cast<std::uint64_t>(lost[QStringLiteral("lost")].toInteger()), kPublished - received);
    // It goes on, and what was told is not told again.
    hub.publish("paused");
    QCOMPARE(names(taken(*slow)), list("paused"));
}

void TestEventHub::hugeEvent_isReportedLost()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    int wakes = 0;
    subscription->setWake([&wakes] { ++wakes; });
    hub.publish("x", {{"text", std::string(EventHub::kBufferBytes, 'x')}});
    QCOMPARE(wakes, 1);
    hub.publish("paused");
    QCOMPARE(names(taken(*subscription)), list("lost paused"));
}

void TestEventHub::lastEvent_comesEvenWhenTheBufferIsFull()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    const std::string text(1000, 'x');
    for (int i = 0; i < 100; ++i)
        hub.publish("x", {{"text", text}});
    hub.publishLast("stopping", {{"exit_code", std::uint64_t{0}}});
    const QStringList all = names(taken(*subscription));
    QCOMPARE(all.last(), QStringLiteral("stopping"));
    QCOMPARE(all[all.size() - 2], QStringLiteral("lost"));
    QVERIFY(subscription->isOver());
}

void TestEventHub::lastEvent_countsOnceAndEndsTheStream()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    hub.publishLast("stopping", {{"reason", "guest reset"}});
    hub.publishLast("stopping", {{"reason", "stopped"}});
    hub.publish("paused");
    hub.publishDeviceError("block", "rootfs", "x");
    QVERIFY(!subscription->isOver());
    const auto events = taken(*subscription);
    QCOMPARE(names(events), list("stopping"));
    QCOMPARE(events[0][QStringLiteral("reason")].toString(), QStringLiteral("guest reset"));
    QVERIFY(subscription->isOver());
    QVERIFY(subscription->take().empty());
    QVERIFY(subscription->isOver());
}

void TestEventHub::lateSubscription_getsTheLastEvent()
{
    EventHub hub;
    hub.publishLast("stopping", {});
    const Subscription subscription = hub.subscribe("state", {}).value();
    QCOMPARE(names(taken(*subscription)), list("state stopping"));
    QVERIFY(subscription->isOver());
}

void TestEventHub::deviceErrors_areLimitedPerDevice()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    const auto count = [&](const char *device) {
        int found = 0;
        for (const QJsonObject &event : taken(*subscription)) {
            const bool isError = event[QStringLiteral("event")].toString() == QStringLiteral("device_error");
            found += isError && event[QStringLiteral("device")].toString() == QLatin1String(device) ? 1 : 0;
        }
        return found;
    };
    const std::uint64_t begin = monotonicMicros();
    for (int i = 0; i < 1000; ++i)
        hub.publishDeviceError("block", "rootfs", "a read failed");
    const std::uint64_t refilled = (monotonicMicros() - begin) / detail::CallSiteLimiter::kRefillMicros;
    const int admitted = count("rootfs");
    QVERIFY(admitted >= 10 && static_cast<std::uint64_t>(admitted) <= 11 + refilled);
    // Another device is heard all the same.
    hub.publishDeviceError("block", "data", "a write failed");
    const auto events = taken(*subscription);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][QStringLiteral("type")].toString(), QStringLiteral("block"));
    QCOMPARE(events[0][QStringLiteral("device")].toString(), QStringLiteral("data"));
    QCOMPARE(events[0][QStringLiteral("what")].toString(), QStringLiteral("a write failed"));
    QCOMPARE(events[0][QStringLiteral("suppressed")].toInteger(), 0);
}

void TestEventHub::manyThreads_loseNothingUncounted()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    constexpr int kThreads = 4;
    constexpr int kEach = 2000;
    std::atomic<int> running = kThreads;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < kEach; ++i)
                hub.publish("x");
            --running;
        });
    }
    qint64 seen = 0;
    for (bool last = false; !last;) {
        last = running == 0;
        for (const QJsonObject &event : taken(*subscription))
            seen += event[QStringLiteral("event")].toString() == QStringLiteral("lost")
                        ? event[QStringLiteral("lost")].toInteger()
                        : 1;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(seen, qint64{kThreads} * kEach);
}

void TestEventHub::signal_writesToLentSocketsOnly()
{
    EventHub hub;
    const Subscription lent = subscribed(hub);
    const Subscription busy = subscribed(hub);
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
    lent->lendSocket(ends[0], [](int socket, std::string_view line) noexcept {
        (void)::send(socket, line.data(), line.size(), MSG_NOSIGNAL);
    });
    hub.publishLastFromSignal("signal", 1, 156);
    std::array<char, 1000> buffer{};
    const ssize_t count = ::recv(ends[1], buffer.data(), buffer.size(), 0);
    QVERIFY(count > 0);
    const QByteArray line(buffer.data(), count);
    QVERIFY(line.endsWith('\n'));
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    QCOMPARE(event[QStringLiteral("event")].toString(), QStringLiteral("stopping"));
    QCOMPARE(event[QStringLiteral("reason")].toString(), QStringLiteral("signal"));
    QCOMPARE(event[QStringLiteral("signal")].toInteger(), 1);
    QCOMPARE(event[QStringLiteral("exit_code")].toInteger(), 156);
    QVERIFY(event[QStringLiteral("utc_timestamp_ms")].toDouble() > 0);
    hub.publishLastFromSignal("signal", 1, 156); // once per loan
    QCOMPARE(::recv(ends[1], buffer.data(), buffer.size(), 0), ssize_t{-1});
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestEventHub::signal_takesTheSocketFromItsOwner()
{
    EventHub hub;
    const Subscription subscription = subscribed(hub);
    QVERIFY(subscription->takeBackSocket()); // never lent
    const auto ignore = [](int, std::string_view) noexcept {};
    subscription->lendSocket(99, ignore);
    QVERIFY(subscription->takeBackSocket());
    subscription->lendSocket(99, ignore);
    hub.publishLastFromSignal("signal", 0, 1);
    QVERIFY(!subscription->takeBackSocket());
    QVERIFY(!subscription->takeBackSocket()); // for good
}

QTEST_APPLESS_MAIN(TestEventHub)
#include "tst_event_hub.moc"
