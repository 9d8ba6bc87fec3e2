#include "machine/vcpu_thread.h"
#include "support/eventually.h"
#include "support/scripted_vcpu.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <csignal>
#include <pthread.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

/// One thread around a script; the script outlives nothing: it belongs to the thread.
struct Bench {
    ScriptedVcpu *vcpu = new ScriptedVcpu;
    std::atomic<int> stops{0};
    std::atomic<int> exitCode{-1};
    std::atomic<std::uint32_t> startedIndex{0};
    std::atomic<std::thread::id> startedOn{};
    std::atomic<std::thread::id> stoppedOn{};
    Bus ports;
    Bus mmio;
    std::unique_ptr<VcpuThread> thread;

    Result<> start()
    {
        auto made = VcpuThread::create(7, "fc_vcpu 7", std::unique_ptr<Vcpu>(vcpu), GuestBuses{&ports, &mmio},
                                       {.starts =
                                            [this](std::uint32_t index) {
                                                startedIndex = index;
                                                startedOn = std::this_thread::get_id();
                                            },
                                        .stopped =
                                            [this](VcpuStop stop) {
                                                exitCode = stop.exitCode;
                                                stoppedOn = std::this_thread::get_id();
                                                ++stops;
                                            }});
        if (!made)
            return propagate(std::move(made));
        thread = std::move(*made);
        return {};
    }
    bool pausesInTime() const { return thread->waitPaused(std::chrono::steady_clock::now() + kPatience); }
};

} // namespace

class TestVcpuThread : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { VcpuThread::installKickHandler(); }
    void start_isPaused();
    void start_hasItsName();
    void start_isToldOnItsThreadFirst();
    void pauseAndResume_manyTimes_loseNoKick();
    void stop_whileRunning_endsWithoutReport();
    void stop_neverResumed_ends();
    void exit_endsTheThread_andIsReportedOnce_data();
    void exit_endsTheThread_andIsReportedOnce();
    void exit_finishedThread_canBePausedAndStopped();
    void kickSignal_blockedByTheParent_stillArrives();
    void create_noThread_isAnError();
};

void TestVcpuThread::start_isPaused()
{
    Bench bench;
    QVERIFY(bench.start().has_value());
    QVERIFY(bench.pausesInTime());
    QVERIFY(bench.vcpu->calls().empty());
}

void TestVcpuThread::start_hasItsName()
{
    for (int round = 0; round < 50; ++round) {
        Bench bench;
        QVERIFY(bench.start().has_value());
        QStringList names;
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile comm(tasks.filePath(task) + QStringLiteral("/comm"));
            if (comm.open(QIODevice::ReadOnly))
                names << QString::fromUtf8(comm.readAll().trimmed());
        }
        QVERIFY2(names.contains(QStringLiteral("fc_vcpu 7")), qPrintable(names.join(QLatin1Char(','))));
    }
}

/// That is where a thread takes its filter: before it waits, and long before the guest runs.
void TestVcpuThread::start_isToldOnItsThreadFirst()
{
    Bench bench;
    QVERIFY(bench.start());
    QVERIFY(eventually([&] { return bench.startedIndex.load() == 7; }));
    QVERIFY(bench.startedOn.load() != std::this_thread::get_id());
    bench.vcpu->thenExit(ExitShutdown{});
    bench.thread->resume();
    QVERIFY(eventually([&] { return bench.stops.load() == 1; }));
    QVERIFY(bench.stoppedOn.load() == bench.startedOn.load());
}

void TestVcpuThread::pauseAndResume_manyTimes_loseNoKick()
{
    Bench bench;
    QVERIFY(bench.start().has_value());
    for (int round = 0; round < 2000; ++round) {
        bench.thread->resume();
        if (round % 3 == 0)
            bench.thread->resume();
        bench.thread->requestPause();
        QVERIFY2(bench.pausesInTime(), qPrintable(QString::number(round)));
    }
    bench.thread->resume();
    QVERIFY(eventually([&] { return bench.vcpu->idle(); }));
    QCOMPARE(bench.stops.load(), 0);
}

void TestVcpuThread::stop_whileRunning_endsWithoutReport()
{
    Bench bench;
    QVERIFY(bench.start().has_value());
    bench.thread->resume();
    QVERIFY(eventually([&] { return bench.vcpu->idle(); }));
    bench.thread->stop();
    bench.thread->stop();
    QCOMPARE(bench.stops.load(), 0);
}

void TestVcpuThread::stop_neverResumed_ends()
{
    Bench bench;
    QVERIFY(bench.start().has_value());
    bench.thread->stop();
    QVERIFY(bench.vcpu->calls().empty());
}

void TestVcpuThread::exit_endsTheThread_andIsReportedOnce_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("halt") << 0;
    QTest::newRow("triple fault") << 1;
    QTest::newRow("system event") << 2;
    QTest::newRow("failed entry") << 3;
    QTest::newRow("unknown") << 4;
    QTest::newRow("ioctl failed") << 5;
    QTest::newRow("not emulated") << 6;
}

void TestVcpuThread::exit_endsTheThread_andIsReportedOnce()
{
    QFETCH(const int, which);
    Bench bench;
    bench.vcpu->thenExit(ExitAgain{}); // goes on
    switch (which) {
    case 0:
        bench.vcpu->thenExit(ExitHalt{});
        break;
    case 1:
        bench.vcpu->thenExit(ExitShutdown{});
        break;
    case 2:
        bench.vcpu->thenExit(ExitSystemEvent{});
        break;
    case 3:
        bench.vcpu->thenExit(ExitFailEntry{});
        break;
    case 4:
        bench.vcpu->thenExit(ExitUnknown{});
        break;
    case 5:
        bench.vcpu->thenFail(EFAULT);
        break;
    default:
        bench.vcpu->thenFail(ENOSYS);
        break;
    }
    bench.vcpu->thenExit(ExitHalt{}); // never reached
    QVERIFY(bench.start().has_value());
    bench.thread->resume();
    QVERIFY(eventually([&] { return bench.stops.load() == 1; }));
    QCOMPARE(bench.exitCode.load(), 1);
    bench.thread->stop();
    QCOMPARE(bench.stops.load(), 1);
    QCOMPARE(bench.vcpu->played(), std::size_t{2});
}

void TestVcpuThread::exit_finishedThread_canBePausedAndStopped()
{
    Bench bench;
    bench.vcpu->thenExit(ExitShutdown{});
    QVERIFY(bench.start().has_value());
    bench.thread->resume();
    QVERIFY(eventually([&] { return bench.stops.load() == 1; }));
    bench.thread->requestPause();
    QVERIFY(bench.pausesInTime());
    bench.thread->resume();
    bench.thread->stop();
    QCOMPARE(bench.stops.load(), 1);
}

void TestVcpuThread::kickSignal_blockedByTheParent_stillArrives()
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    QCOMPARE(::pthread_sigmask(SIG_SETMASK, &all, &before), 0);
    Bench bench;
    std::atomic<int> blocked{-1};
    bench.vcpu->thenDo([&blocked](ScriptedVcpu &) -> Result<VcpuExit> {
        sigset_t mine;
        ::pthread_sigmask(SIG_SETMASK, nullptr, &mine);
        blocked = sigismember(&mine, SIGRTMIN);
        return ExitAgain{};
    });
    const auto started = bench.start();
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    QVERIFY(started.has_value());
    bench.thread->resume();
    QVERIFY(eventually([&] { return blocked.load() >= 0; }));
    QCOMPARE(blocked.load(), 0);
}

void TestVcpuThread::create_noThread_isAnError()
{
    // A stack that no host has room for is how a thread cannot be made, whatever the limits of the user are.
    pthread_attr_t before;
    pthread_attr_t huge;
    QCOMPARE(::pthread_getattr_default_np(&before), 0);
    ::pthread_attr_init(&huge);
    QCOMPARE(::pthread_attr_setstacksize(&huge, std::size_t{1} << 47), 0);
    QCOMPARE(::pthread_setattr_default_np(&huge), 0);
    Bench bench;
    const auto started = bench.start();
    QCOMPARE(::pthread_setattr_default_np(&before), 0);
    ::pthread_attr_destroy(&huge);
    ::pthread_attr_destroy(&before);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().kind, ErrorKind::Host);
    QCOMPARE(started.error().hostErrno, EAGAIN);
}

QTEST_APPLESS_MAIN(TestVcpuThread)
#include "tst_vcpu_thread.moc"
