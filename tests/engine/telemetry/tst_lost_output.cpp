// Log and metrics lines that nobody takes: lost, counted, and never waited for.

#include "base/fd.h"
#include "support/counter_increase.h"
#include "telemetry/call_site_limiter.h"
#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_sink.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace sparkler;
using sparkler::test::CounterIncrease;

namespace {

/// The reader's end of a FIFO that is made for it; it holds one page.
class Fifo {
public:
    explicit Fifo(std::string path) : m_path(std::move(path))
    {
        if (::mkfifo(m_path.c_str(), 0600) != 0)
            qFatal("mkfifo");
        m_reader = std::move(Fd::open(m_path, O_RDONLY | O_NONBLOCK).value());
        resize(4096);
    }
    const std::string &path() const { return m_path; }
    void resize(int bytes) const
    {
        if (::fcntl(m_reader.get(), F_SETPIPE_SZ, bytes) != bytes)
            qFatal("F_SETPIPE_SZ");
    }
    std::string read() const
    {
        std::string all;
        std::array<char, 65536> buffer;
        for (ssize_t got = 0; (got = ::read(m_reader.get(), buffer.data(), buffer.size())) > 0;)
            all.append(buffer.data(), static_cast<std::size_t>(got));
        return all;
    }
    /// Not one byte fits any more.
    void fill() const
    {
        const Fd writer = std::move(Fd::open(m_path, O_WRONLY | O_NONBLOCK).value());
        const std::string block(4096, '#');
        for (std::size_t bytes = block.size(); bytes > 0;) {
            if (::write(writer.get(), block.data(), bytes) < 0)
                bytes /= 2;
        }
    }

private:
    std::string m_path;
    Fd m_reader;
};

QJsonObject treeOf(const std::string &line)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
}

double leaf(const QJsonObject &tree, const char *group, const char *name)
{
    return tree[QLatin1String(group)][QLatin1String(name)].toDouble(-1);
}

} // namespace

class TestLostOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void log_fullFifo_everyRecordIsCountedOrRead();
    void log_otherWriteErrors_areCountedToo();
    void log_manyThreadsAndASlowReader_everyRecordIsCountedOrRead();
    void log_lostRecords_areNotSuppressedOnes();
    void log_suppressedCount_saturates();
    void metrics_lostLine_losesItsIncrease();
    void metrics_periodic_isCountedAndLogged();
    void metrics_explicitFlush_isNotCounted();
    void metrics_fromSignal_doesNotWait();
    void bothFull_areCountedEach();

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Fifo> m_log;
    std::unique_ptr<Fifo> m_metrics; ///< one for all tests: the sink takes a path only once
};

void TestLostOutput::initTestCase()
{
    QVERIFY(m_directory.isValid());
    m_metrics = std::make_unique<Fifo>(m_directory.filePath(QStringLiteral("metrics")).toStdString());
    QVERIFY(metricsSink().configure({.path = m_metrics->path()}));
}

void TestLostOutput::init()
{
    static int count = 0;
    m_log = std::make_unique<Fifo>(m_directory.filePath(QStringLiteral("log%1").arg(count++)).toStdString());
    QVERIFY(configureLogger({.path = m_log->path()}));
    m_metrics->resize(65536);
    m_metrics->read();
    QVERIFY(metricsSink().flush()); // also ends a line that was cut off
    m_metrics->read();
}

void TestLostOutput::log_fullFifo_everyRecordIsCountedOrRead()
{
    const CounterIncrease missed(metrics().logger.missedLogCount);
    for (int i = 0; i < 500; ++i)
        logInfoAlways("record {}", i);
    const std::string text = m_log->read();
    QVERIFY(missed() > 0);
    QCOMPARE(static_cast<std::uint64_t>(std::ranges::count(text, '\n')) + missed(), std::uint64_t{500});
    logInfoAlways("the reader is back");
    QVERIFY(m_log->read().ends_with("the reader is back\n"));
}

void TestLostOutput::log_otherWriteErrors_areCountedToo()
{
    QVERIFY(configureLogger({.path = "/dev/full"})); // ENOSPC
    const CounterIncrease missed(metrics().logger.missedLogCount);
    logInfoAlways("one");
    logFromSignal("two");
    QCOMPARE(missed(), 2u);
}

void TestLostOutput::log_manyThreadsAndASlowReader_everyRecordIsCountedOrRead()
{
    static constexpr std::uint64_t kThreads = 4, kRecords = 2000;
    const CounterIncrease missed(metrics().logger.missedLogCount);
    std::atomic<int> writing{kThreads};
    std::vector<std::thread> writers;
    for (std::uint64_t i = 0; i < kThreads; ++i) {
        writers.emplace_back([&writing] {
            for (std::uint64_t record = 0; record < kRecords; ++record)
                logInfoAlways("{}", std::string(200, 'x'));
            --writing;
        });
    }
    std::string text;
    while (writing > 0)
        text += m_log->read();
    for (std::thread &writer : writers)
        writer.join();
    text += m_log->read();
    QCOMPARE(static_cast<std::uint64_t>(std::ranges::count(text, '\n')) + missed(), kThreads * kRecords);
    QVERIFY(text.ends_with("x\n"));
}

void TestLostOutput::log_lostRecords_areNotSuppressedOnes()
{
    m_log->fill();
    const CounterIncrease missed(metrics().logger.missedLogCount);
    const CounterIncrease suppressed(metrics().logger.rateLimitedLogCount);
    for (int i = 0; i < 1000; ++i)
        logWarn("limited"); // one call site
    // Each record is one or the other; a token may have come back meanwhile, with a line about the suppressed ones.
    QVERIFY(missed() >= 10);
    QVERIFY(suppressed() > 0);
    QVERIFY(missed() + suppressed() >= 1000);
}

void TestLostOutput::log_suppressedCount_saturates()
{
    using sparkler::detail::CallSiteLimiter;
    const auto limiter = std::make_unique<CallSiteLimiter>();
    for (std::uint32_t i = 0; i < CallSiteLimiter::kMaxSuppressed + 20; ++i)
        limiter->take(std::uint64_t{1}, 1);
    const auto verdict = limiter->take(std::uint64_t{1}, 1 + CallSiteLimiter::kRefillMicros);
    QVERIFY(verdict.admitted);
    QCOMPARE(verdict.suppressed, CallSiteLimiter::kMaxSuppressed);
}

void TestLostOutput::metrics_lostLine_losesItsIncrease()
{
    m_metrics->fill();
    metrics().uart.readCount.add(5);
    metrics().latencies.pauseVm.set(7);
    const auto flushed = metricsSink().flush();
    QVERIFY(!flushed);
    QCOMPARE(flushed.error().hostErrno, EAGAIN);
    metrics().uart.readCount.add(2);
    m_metrics->read();
    QVERIFY(metricsSink().flush());
    const QJsonObject tree = treeOf(m_metrics->read());
    QCOMPARE(leaf(tree, "uart", "read_count"), 2.0);
    QCOMPARE(leaf(tree, "latencies_us", "pause_vm"), 7.0); // stored leaves lose nothing
}

void TestLostOutput::metrics_periodic_isCountedAndLogged()
{
    m_metrics->fill();
    const CounterIncrease missed(metrics().logger.missedMetricsCount);
    flushMetricsPeriodically();
    flushMetricsPeriodically();
    QCOMPARE(missed(), 2u);
    const std::string text = m_log->read();
    QVERIFY2(text.ends_with("] Failed to write metrics: Resource temporarily unavailable (os error 11)\n"),
             text.c_str());
    QCOMPARE(std::ranges::count(text, '\n'), std::ptrdiff_t{2});
    m_metrics->read();
    flushMetricsPeriodically();
    const QJsonObject tree = treeOf(m_metrics->read());
    // The first failure was counted before the second line was made, and went with it.
    QCOMPARE(leaf(tree, "logger", "missed_metrics_count"), 1.0);
    QCOMPARE(leaf(tree, "logger", "metrics_fails"), 0.0);
}

void TestLostOutput::metrics_explicitFlush_isNotCounted()
{
    m_metrics->fill();
    const CounterIncrease missed(metrics().logger.missedMetricsCount);
    QVERIFY(!metricsSink().flush()); // whoever asked for it is told
    QCOMPARE(missed(), 0u);
}

void TestLostOutput::metrics_fromSignal_doesNotWait()
{
    m_metrics->fill();
    QCOMPARE(metricsSink().flushFromSignal(), EAGAIN);
    m_metrics->read();
    QCOMPARE(metricsSink().flushFromSignal(), 0);
    QVERIFY(!treeOf(m_metrics->read()).isEmpty());
}

void TestLostOutput::bothFull_areCountedEach()
{
    m_metrics->fill();
    m_log->fill();
    const CounterIncrease missedMetrics(metrics().logger.missedMetricsCount);
    const CounterIncrease missedLog(metrics().logger.missedLogCount);
    flushMetricsPeriodically();
    QCOMPARE(missedMetrics(), 1u);
    QCOMPARE(missedLog(), 1u); // what it had to say about it
    m_metrics->read();
    m_log->read();
    flushMetricsPeriodically();
    const QJsonObject tree = treeOf(m_metrics->read());
    QCOMPARE(leaf(tree, "logger", "missed_metrics_count"), 1.0);
    QCOMPARE(leaf(tree, "logger", "missed_log_count"), 1.0);
    QVERIFY(m_log->read().empty());
}

QTEST_APPLESS_MAIN(TestLostOutput)
#include "tst_lost_output.moc"
