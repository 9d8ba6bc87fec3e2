#include "events/event_loop.h"
#include "support/eventually.h"

#include <QTest>

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/epoll.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

std::unique_ptr<EventLoop> newLoop()
{
    return std::move(EventLoop::create().value());
}

Fd newEvent(unsigned initial = 0)
{
    return std::move(Fd::eventFd(initial).value());
}

} // namespace

class TestEventLoop : public QObject {
    Q_OBJECT
private slots:
    void watch_readyDescriptor_runsHandler();
    void watch_unwatchableDescriptor_isHostError();
    void watch_twoDescriptors_bothRun();
    void runOnce_nothingReady_returnsAfterTimeout();
    void registration_dropped_handlerStaysSilent();
    void registration_droppedByOwnHandler_isSafe();
    void registration_droppedByOtherHandlerOfTheRound_staysSilent();
    void registration_droppedAndNumberReused_getsNoStaleEvent();
    void registration_moved_keepsWatching();
    void registration_moveAssigned_dropsTheOldOne();
    void registration_addedByHandler_works();
    void setEvents_none_pausesUntilSetAgain();
    void post_runsInOrderOnTheLoopsThread();
    void post_fromManyThreads_losesNothing();
    void post_fromPostedWork_runsLater();
    void post_beforeRun_runs();
    void stop_fromAnotherThread_endsRun();
    void stop_fromHandler_endsRun();
    void stop_beforeRun_returnsAtOnce();
};

void TestEventLoop::watch_readyDescriptor_runsHandler()
{
    const auto loop = newLoop();
    const Fd event = newEvent();
    std::uint32_t seen = 0;
    const auto registration = loop->watch(event.get(), EPOLLIN, [&](std::uint32_t ready) {
        seen = ready;
        drainEventFd(event.get());
    });
    QVERIFY(registration);
    QVERIFY(loop->runOnce(0));
    QCOMPARE(seen, 0u);
    signalEventFd(event.get());
    QVERIFY(loop->runOnce(0));
    QCOMPARE(seen, static_cast<std::uint32_t>(EPOLLIN));
}

void TestEventLoop::watch_unwatchableDescriptor_isHostError()
{
    const auto loop = newLoop();
    const Fd file = std::move(Fd::open("/proc/self/exe", O_RDONLY).value());
    const auto registration = loop->watch(file.get(), EPOLLIN, [](std::uint32_t) {});
    QVERIFY(!registration);
    QCOMPARE(registration.error().hostErrno, EPERM);
    QCOMPARE(loop->watch(-1, EPOLLIN, [](std::uint32_t) {}).error().hostErrno, EBADF);
}

void TestEventLoop::watch_twoDescriptors_bothRun()
{
    const auto loop = newLoop();
    const Fd first = newEvent(1), second = newEvent(1);
    int runs = 0;
    const auto one = loop->watch(first.get(), EPOLLIN, [&](std::uint32_t) { ++runs; });
    const auto two = loop->watch(second.get(), EPOLLIN, [&](std::uint32_t) { runs += 10; });
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 11);
}

void TestEventLoop::runOnce_nothingReady_returnsAfterTimeout()
{
    const auto loop = newLoop();
    const auto start = std::chrono::steady_clock::now();
    QVERIFY(loop->runOnce(20));
    QVERIFY(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(19));
}

void TestEventLoop::registration_dropped_handlerStaysSilent()
{
    const auto loop = newLoop();
    const Fd event = newEvent(1);
    int runs = 0;
    {
        const auto registration = loop->watch(event.get(), EPOLLIN, [&](std::uint32_t) { ++runs; });
        QVERIFY(registration->operator bool());
    }
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 0);
}

void TestEventLoop::registration_droppedByOwnHandler_isSafe()
{
    const auto loop = newLoop();
    const Fd event = newEvent(1);
    std::optional<EventLoop::Registration> registration;
    // The capture must outlive the drop: the handler goes on using it.
    const auto value = std::make_shared<int>(7);
    int seen = 0;
    registration = std::move(loop->watch(event.get(), EPOLLIN,
                                         [&registration, &seen, value](std::uint32_t) {
                                             registration.reset();
                                             seen = *value;
                                         })
                                 .value());
    QVERIFY(loop->runOnce(0));
    QVERIFY(loop->runOnce(0));
    QCOMPARE(seen, 7);
    QCOMPARE(value.use_count(), 1L);
}

void TestEventLoop::registration_droppedByOtherHandlerOfTheRound_staysSilent()
{
    const auto loop = newLoop();
    const Fd first = newEvent(1), second = newEvent(1);
    std::array<std::optional<EventLoop::Registration>, 2> registrations;
    int runs = 0;
    // Whichever comes first silences the other.
    registrations[0] = std::move(loop->watch(first.get(), EPOLLIN,
                                             [&](std::uint32_t) {
                                                 ++runs;
                                                 registrations[1].reset();
                                             })
                                     .value());
    registrations[1] = std::move(loop->watch(second.get(), EPOLLIN,
                                             [&](std::uint32_t) {
                                                 ++runs;
                                                 registrations[0].reset();
                                             })
                                     .value());
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 1);
}

void TestEventLoop::registration_droppedAndNumberReused_getsNoStaleEvent()
{
    const auto loop = newLoop();
    Fd first = newEvent(1);
    Fd second = newEvent(1);
    std::optional<EventLoop::Registration> doomed, reborn;
    int stale = 0;
    bool swapped = false;
    const auto swap = [&](Fd &mine, Fd &others) {
        if (std::exchange(swapped, true))
            return;
        // Closes the other descriptor and opens one that gets its number; its fetched event must not reach the new
        // watch.
        drainEventFd(mine.get());
        doomed.reset();
        const int number = others.get();
        others.reset();
        others = newEvent();
        QCOMPARE(others.get(), number);
        reborn = std::move(loop->watch(others.get(), EPOLLIN, [&](std::uint32_t) { ++stale; }).value());
    };
    const auto keeper = loop->watch(first.get(), EPOLLIN, [&](std::uint32_t) { swap(first, second); });
    QVERIFY(keeper);
    doomed = std::move(loop->watch(second.get(), EPOLLIN, [&](std::uint32_t) { drainEventFd(second.get()); }).value());
    QVERIFY(loop->runOnce(0));
    QVERIFY(loop->runOnce(0));
    QVERIFY(swapped);
    QCOMPARE(stale, 0);
}

void TestEventLoop::registration_moved_keepsWatching()
{
    const auto loop = newLoop();
    const Fd event = newEvent(1);
    int runs = 0;
    auto first = std::move(loop->watch(event.get(), EPOLLIN, [&](std::uint32_t) { ++runs; }).value());
    const EventLoop::Registration second = std::move(first);
    QVERIFY(!first);
    QVERIFY(static_cast<bool>(second));
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 1);
}

void TestEventLoop::registration_moveAssigned_dropsTheOldOne()
{
    const auto loop = newLoop();
    const Fd first = newEvent(1), second = newEvent(1);
    int firstRuns = 0, secondRuns = 0;
    auto registration = std::move(loop->watch(first.get(), EPOLLIN, [&](std::uint32_t) { ++firstRuns; }).value());
    registration = std::move(loop->watch(second.get(), EPOLLIN, [&](std::uint32_t) { ++secondRuns; }).value());
    QVERIFY(loop->runOnce(0));
    QCOMPARE(firstRuns, 0);
    QCOMPARE(secondRuns, 1);
}

void TestEventLoop::registration_addedByHandler_works()
{
    const auto loop = newLoop();
    const Fd first = newEvent(1);
    std::vector<Fd> events;
    std::vector<EventLoop::Registration> added;
    int runs = 0;
    const auto registration = loop->watch(first.get(), EPOLLIN, [&](std::uint32_t) {
        drainEventFd(first.get());
        for (int i = 0; i < 100; ++i) { // enough to make the table grow under the running handler
            events.push_back(newEvent(1));
            added.push_back(
                std::move(loop->watch(events.back().get(), EPOLLIN, [&](std::uint32_t) { ++runs; }).value()));
        }
    });
    QVERIFY(loop->runOnce(0));
    QVERIFY(eventually(*loop, [&] { return runs >= 100; }));
}

void TestEventLoop::setEvents_none_pausesUntilSetAgain()
{
    const auto loop = newLoop();
    const Fd event = newEvent(1);
    int runs = 0;
    auto registration = std::move(loop->watch(event.get(), EPOLLIN, [&](std::uint32_t) { ++runs; }).value());
    QVERIFY(registration.setEvents(0));
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 0);
    QVERIFY(registration.setEvents(EPOLLIN));
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 1);
}

void TestEventLoop::post_runsInOrderOnTheLoopsThread()
{
    const auto loop = newLoop();
    std::vector<int> order;
    const auto self = std::this_thread::get_id();
    bool rightThread = true;
    for (int i = 0; i < 10; ++i) {
        loop->post([&, i] {
            order.push_back(i);
            rightThread = rightThread && std::this_thread::get_id() == self;
        });
    }
    QVERIFY(order.empty());
    QVERIFY(loop->runOnce(0));
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QVERIFY(rightThread);
}

void TestEventLoop::post_fromManyThreads_losesNothing()
{
    const auto loop = newLoop();
    constexpr int kThreads = 4, kEach = 2000;
    std::array<int, kThreads> next{};
    bool inOrder = true;
    int total = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < kEach; ++i) {
                    loop->post([&, t, i] {
                        inOrder = inOrder && next[static_cast<std::size_t>(t)]++ == i;
                        ++total;
                    });
                }
            });
        }
        QVERIFY(eventually(*loop, [&] { return total == kThreads * kEach; }));
    }
    QVERIFY(inOrder);
}

void TestEventLoop::post_fromPostedWork_runsLater()
{
    const auto loop = newLoop();
    int runs = 0;
    loop->post([&] {
        ++runs;
        loop->post([&] { runs += 10; });
    });
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 1);
    QVERIFY(loop->runOnce(0));
    QCOMPARE(runs, 11);
}

void TestEventLoop::post_beforeRun_runs()
{
    const auto loop = newLoop();
    bool ran = false;
    loop->post([&] {
        ran = true;
        loop->stop();
    });
    QVERIFY(loop->run());
    QVERIFY(ran);
}

void TestEventLoop::stop_fromAnotherThread_endsRun()
{
    const auto loop = newLoop();
    std::atomic<bool> running{false};
    loop->post([&] { running = true; });
    std::jthread stopper([&] {
        eventually([&] { return running.load(); });
        loop->stop();
    });
    QVERIFY(loop->run());
}

void TestEventLoop::stop_fromHandler_endsRun()
{
    const auto loop = newLoop();
    const Fd event = newEvent(1);
    int runs = 0;
    const auto registration = loop->watch(event.get(), EPOLLIN, [&](std::uint32_t) {
        ++runs;
        loop->stop();
    });
    QVERIFY(loop->run());
    QCOMPARE(runs, 1);
}

void TestEventLoop::stop_beforeRun_returnsAtOnce()
{
    const auto loop = newLoop();
    loop->stop();
    QVERIFY(loop->run());
}

QTEST_APPLESS_MAIN(TestEventLoop)
#include "tst_event_loop.moc"
