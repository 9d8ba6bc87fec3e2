#include "telemetry/metrics.h"

#include "base/clock.h"
#include "telemetry/metrics_json.h"
#include "telemetry/metrics_sink.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aggregate_keepsExtremesAndSum();
    void aggregate_manyThreads_losesNothing();
    void line_withoutDrives_hasTheKeysInOrder();
    void line_isOneCompactLineOfIntegers();
    void leaves_areNamedAndOrdered_data();
    void leaves_areNamedAndOrdered();
    void counter_printsTheIncrease();
    void gauge_printsTheValueAgain();
    void line_tooLong_isMarkedTruncated();
    void drives_areSortedAndSummed();
    void drive_sameId_isTheSameSet();
    void drive_strangeId_staysJson();
    void totals_neitherResetNorAreReset();
    void totals_differFromAFlushOnlyInNumbers();
    void sink_unconfigured_succeeds();
    void sink_badPath_canBeRetried();
    void sink_configuredTwice_isRefused();
    void sink_fifo_oneLinePerFlush();
    void sink_fullFifo_failsWithoutBlocking();
    void sink_fromSignal_writesTheLine();

private:
    QTemporaryDir m_directory;
    int m_reader = -1;
};

namespace {

std::string line(std::size_t capacity = detail::kMetricsLineBytes)
{
    std::string storage(capacity, '\0');
    detail::TextBuffer out(storage);
    detail::appendMetricsLine(out, 1234567890123, detail::MetricsValues::SinceFlush);
    return std::string(out.text());
}

QJsonObject tree(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// The number at a path such as {"block", "read_agg", "max_us"}; -1 when there is none.
double leaf(const QJsonObject &object, std::initializer_list<const char *> path)
{
    QJsonValue value = object;
    for (const char *key : path)
        value = value.toObject().value(QString::fromLatin1(key));
    return value.toDouble(-1);
}

/// The keys at depth `depth` (1: top level) in the order of the text.
QStringList keysAtDepth(const std::string &text, int wanted, const QString &group = {})
{
    QStringList keys;
    int depth = 0;
    QString current;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{')
            ++depth;
        else if (text[at] == '}')
            --depth;
        else if (text[at] == '"') {
            const std::size_t end = text.find('"', at + 1);
            const QString key = QString::fromStdString(text.substr(at + 1, end - at - 1));
            if (depth == 1)
                current = key;
            if (depth == wanted && (group.isEmpty() || current == group))
                keys << key;
            at = end;
        }
    }
    return keys;
}

std::string readAvailable(int fd)
{
    std::string buffer(1 << 18, '\0');
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    buffer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return buffer;
}

} // namespace

void TestMetrics::aggregate_keepsExtremesAndSum()
{
    LatencyAggregate aggregate;
    QCOMPARE(aggregate.minUs.value(), 0u);
    for (const std::uint64_t micros : {30u, 10u, 20u})
        aggregate.record(micros);
    QCOMPARE(aggregate.minUs.value(), 10u);
    QCOMPARE(aggregate.maxUs.value(), 30u);
    QCOMPARE(aggregate.sumUs.takeDelta(), 60u);
}

void TestMetrics::aggregate_manyThreads_losesNothing()
{
    LatencyAggregate aggregate;
    std::vector<std::thread> threads;
    for (std::uint64_t thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&aggregate, thread] {
            for (std::uint64_t i = 1; i <= 10'000; ++i)
                aggregate.record(i + thread);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(aggregate.minUs.value(), 1u);
    QCOMPARE(aggregate.maxUs.value(), 10'003u);
    QCOMPARE(aggregate.sumUs.total(), 4u * 50'005'000u + 6u * 10'000u);
}

void TestMetrics::line_withoutDrives_hasTheKeysInOrder()
{
    const QString expected =
        QStringLiteral("utc_timestamp_ms api_server balloon block deprecated_api get_api_requests i8042 uart "
                       "latencies_us logger mmds net "
                       "patch_api_requests put_api_requests seccomp vcpu vmm signals vsock entropy interrupts");
    QCOMPARE(keysAtDepth(line(), 1), expected.split(QLatin1Char(' ')));
}

void TestMetrics::line_isOneCompactLineOfIntegers()
{
    const std::string text = line();
    QVERIFY(text.ends_with("}\n"));
    QCOMPARE(std::ranges::count(text, '\n'), 1);
    QVERIFY(!text.contains(' '));
    QVERIFY(text.starts_with("{\"utc_timestamp_ms\":1234567890123,\"api_server\":{"));
    QJsonParseError error;
    QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QString rest = QString::fromStdString(text);
    rest.remove(QRegularExpression(QStringLiteral("\"[a-z0-9_]+\":([0-9]+|(?=\\{))")));
    rest.remove(QRegularExpression(QStringLiteral("[{},\\n]")));
    QCOMPARE(rest, QString());
}

void TestMetrics::leaves_areNamedAndOrdered_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *group, const char *leaves) {
        QTest::newRow(group) << QString::fromLatin1(group) << QString::fromLatin1(leaves);
    };
    row("api_server", "process_startup_time_us process_startup_time_cpu_us");
    row("balloon", "activate_fails inflate_count stats_updates_count stats_update_fails deflate_count event_fails "
                   "free_page_report_count free_page_report_freed free_page_report_fails free_page_hint_count "
                   "free_page_hint_freed free_page_hint_fails");
    row("mmds", "rx_accepted rx_accepted_err rx_accepted_unusual rx_bad_eth rx_invalid_token rx_no_token rx_count "
                "tx_bytes tx_count tx_errors tx_frames connections_created connections_destroyed");
    row("net", "activate_fails cfg_fails no_rx_avail_buffer no_tx_avail_buffer event_fails rx_queue_event_count "
               "rx_event_rate_limiter_count rx_rate_limiter_throttled rx_tap_event_count rx_bytes_count "
               "rx_packets_count rx_fails rx_count tap_read_fails tap_write_fails tap_write_agg tx_bytes_count "
               "tx_malformed_frames tx_fails tx_count tx_packets_count tx_queue_event_count "
               "tx_rate_limiter_event_count tx_rate_limiter_throttled tx_spoofed_mac_count tx_remaining_reqs_count");
    row("vsock", "activate_fails cfg_fails rx_queue_event_fails tx_queue_event_fails ev_queue_event_fails "
                 "muxer_event_fails conn_event_fails rx_queue_event_count tx_queue_event_count rx_bytes_count "
                 "tx_bytes_count rx_packets_count tx_packets_count conns_added conns_killed conns_removed "
                 "killq_resync tx_flush_fails tx_write_fails rx_read_fails");
    row("entropy", "activate_fails entropy_event_fails entropy_event_count entropy_bytes host_rng_fails "
                   "entropy_rate_limiter_throttled rate_limiter_event_count");
    row("block",
        "activate_fails cfg_fails no_avail_buffer event_fails execute_fails invalid_reqs_count flush_count "
        "queue_event_count rate_limiter_event_count update_count update_fails read_bytes write_bytes read_count "
        "write_count read_agg write_agg rate_limiter_throttled_events io_engine_throttled_events "
        "remaining_reqs_count");
    row("deprecated_api", "deprecated_http_api_calls");
    row("get_api_requests", "instance_info_count machine_cfg_count mmds_count vmm_version_count hotplug_memory_count");
    row("i8042", "error_count missed_read_count missed_write_count read_count reset_count write_count");
    row("uart", "error_count flush_count missed_read_count missed_write_count read_count write_count "
                "rate_limiter_dropped_bytes");
    row("latencies_us",
        "full_create_snapshot diff_create_snapshot load_snapshot pause_vm resume_vm "
        "vmm_full_create_snapshot vmm_diff_create_snapshot vmm_load_snapshot vmm_pause_vm vmm_resume_vm");
    row("logger", "missed_metrics_count metrics_fails missed_log_count rate_limited_log_count");
    row("patch_api_requests", "drive_count drive_fails network_count network_fails machine_cfg_count machine_cfg_fails "
                              "mmds_count mmds_fails hotplug_memory_count hotplug_memory_fails pmem_count pmem_fails");
    row("put_api_requests",
        "actions_count actions_fails boot_source_count boot_source_fails drive_count drive_fails logger_count "
        "logger_fails machine_cfg_count machine_cfg_fails cpu_cfg_count cpu_cfg_fails metrics_count metrics_fails "
        "network_count network_fails mmds_count mmds_fails vsock_count vsock_fails pmem_count pmem_fails serial_count "
        "serial_fails hotplug_memory_count hotplug_memory_fails");
    row("seccomp", "num_faults");
    row("vcpu", "exit_io_in exit_io_out exit_mmio_read exit_mmio_write failures kvmclock_ctrl_fails exit_io_in_agg "
                "exit_io_out_agg exit_mmio_read_agg exit_mmio_write_agg");
    row("vmm", "panic_count");
    row("signals", "sigbus sigsegv sigxfsz sigxcpu sigpipe sighup sigill");
    row("interrupts", "triggers config_updates");
}

void TestMetrics::leaves_areNamedAndOrdered()
{
    QFETCH(QString, group);
    QFETCH(QString, expected);
    QCOMPARE(keysAtDepth(line(), 2, group), expected.split(QLatin1Char(' ')));
}

void TestMetrics::counter_printsTheIncrease()
{
    line();
    metrics().uart.writeCount.add(5);
    QCOMPARE(leaf(tree(line()), {"uart", "write_count"}), 5.0);
    QCOMPARE(leaf(tree(line()), {"uart", "write_count"}), 0.0);
    metrics().uart.writeCount.add(2);
    QCOMPARE(leaf(tree(line()), {"uart", "write_count"}), 2.0);
}

void TestMetrics::gauge_printsTheValueAgain()
{
    metrics().latencies.pauseVm.set(77);
    QCOMPARE(leaf(tree(line()), {"latencies_us", "pause_vm"}), 77.0);
    QCOMPARE(leaf(tree(line()), {"latencies_us", "pause_vm"}), 77.0);
}

void TestMetrics::line_tooLong_isMarkedTruncated()
{
    std::string storage(100, '\0');
    detail::TextBuffer out(storage);
    detail::appendMetricsLine(out, 1, detail::MetricsValues::SinceFlush);
    QVERIFY(out.truncated());
    QCOMPARE(out.text().size(), std::size_t{100});
}

void TestMetrics::drives_areSortedAndSummed()
{
    blockMetrics("rootfs").readBytes.add(100);
    blockMetrics("b").readBytes.add(20);
    blockMetrics("Z").readBytes.add(3);
    blockMetrics("rootfs").readAgg.record(50);
    blockMetrics("b").readAgg.record(7);
    const std::string text = line();
    const QStringList blocks = keysAtDepth(text, 1).filter(QRegularExpression(QStringLiteral("^block")));
    QCOMPARE(blocks, (QStringList{QStringLiteral("block_Z"), QStringLiteral("block_b"), QStringLiteral("block_rootfs"),
                                  QStringLiteral("block")}));
    const QJsonObject all = tree(text);
    QCOMPARE(leaf(all, {"block", "read_bytes"}), 123.0);
    QCOMPARE(leaf(all, {"block_rootfs", "read_agg", "max_us"}), 50.0);
    QCOMPARE(
        all[QStringLiteral("block")].toObject()[QStringLiteral("read_agg")].toObject(),
        (QJsonObject{{QStringLiteral("min_us"), 0}, {QStringLiteral("max_us"), 0}, {QStringLiteral("sum_us"), 57}}));
    QCOMPARE(leaf(tree(line()), {"block", "read_bytes"}), 0.0);
}

void TestMetrics::drive_sameId_isTheSameSet()
{
    QCOMPARE(&blockMetrics("rootfs"), &blockMetrics("rootfs"));
    QVERIFY(&blockMetrics("rootfs") != &blockMetrics("b"));
    const char *longId = "MRZGS5TFNVXHI43UOVRDA"; // on the heap, where it must not get lost (with sanitizers)
    QCOMPARE(&blockMetrics(longId), &blockMetrics(longId));
}

void TestMetrics::drive_strangeId_staysJson()
{
    blockMetrics("q\"\\\n").flushCount.add();
    const QJsonObject all = tree(line());
    QCOMPARE(leaf(all, {"block_q\"\\\n", "flush_count"}), 1.0);
}

void TestMetrics::totals_neitherResetNorAreReset()
{
    const auto totals = [] { return tree(metricsSink().totals().value()); };
    line();
    const double bytes = leaf(totals(), {"uart", "write_count"});
    const double sums = leaf(totals(), {"vcpu", "exit_io_in_agg", "sum_us"});
    const double puts = leaf(totals(), {"put_api_requests", "drive_count"});
    const double disk = leaf(totals(), {"block", "read_bytes"});
    metrics().uart.writeCount.add(5);
    metrics().vcpu.exitIoInAgg.record(7);
    metrics().putRequests.drive.count.add();
    blockMetrics("totals").readBytes.add(11);
    metrics().latencies.pauseVm.set(42);
    for (int round = 0; round < 2; ++round) {
        const QJsonObject all = totals();
        QCOMPARE(leaf(all, {"uart", "write_count"}), bytes + 5);
        QCOMPARE(leaf(all, {"vcpu", "exit_io_in_agg", "sum_us"}), sums + 7);
        QCOMPARE(leaf(all, {"put_api_requests", "drive_count"}), puts + 1);
        QCOMPARE(leaf(all, {"block_totals", "read_bytes"}), 11.0);
        QCOMPARE(leaf(all, {"block", "read_bytes"}), disk + 11);
        QCOMPARE(leaf(all, {"latencies_us", "pause_vm"}), 42.0);
        // The first flush takes the increases, whatever was read before; the totals stay.
        const QJsonObject flushed = tree(line());
        QCOMPARE(leaf(flushed, {"uart", "write_count"}), round == 0 ? 5.0 : 0.0);
        QCOMPARE(leaf(flushed, {"vcpu", "exit_io_in_agg", "sum_us"}), round == 0 ? 7.0 : 0.0);
        QCOMPARE(leaf(flushed, {"block", "read_bytes"}), round == 0 ? 11.0 : 0.0);
    }
}

void TestMetrics::totals_differFromAFlushOnlyInNumbers()
{
    const auto shape = [](const std::string &text) {
        return QString::fromStdString(text).trimmed().replace(QRegularExpression(QStringLiteral(":[0-9]+")),
                                                              QStringLiteral(":0"));
    };
    const std::uint64_t before = wallClockMillis();
    const std::string totals = metricsSink().totals().value();
    QVERIFY(totals.ends_with("}}"));
    QCOMPARE(shape(totals), shape(line()));
    QVERIFY(leaf(tree(totals), {"utc_timestamp_ms"}) >= static_cast<double>(before));
}

void TestMetrics::sink_unconfigured_succeeds()
{
    QVERIFY(!metricsSink().configured());
    QVERIFY(metricsSink().flush().has_value());
    QCOMPARE(metricsSink().flushFromSignal(), 0);
}

void TestMetrics::sink_badPath_canBeRetried()
{
    const auto failed = metricsSink().configure({.path = m_directory.filePath(QStringLiteral("no/such")).toStdString()});
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, std::string("No such file or directory (os error 2)"));
    QVERIFY(!metricsSink().configured());
}

void TestMetrics::sink_configuredTwice_isRefused()
{
    const std::string fifo = m_directory.filePath(QStringLiteral("fifo")).toStdString();
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    QVERIFY(metricsSink().configure({.path = fifo}).has_value());
    const auto again = metricsSink().configure({.path = fifo});
    QVERIFY(!again);
    QCOMPARE(again.error().text, std::string("Reinitialization of metrics not allowed."));
    m_reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(m_reader >= 0);
}

void TestMetrics::sink_fifo_oneLinePerFlush()
{
    const auto before = wallClockMillis();
    QVERIFY(metricsSink().flush().has_value());
    const std::string text = readAvailable(m_reader);
    QCOMPARE(std::ranges::count(text, '\n'), 1);
    const auto stamp = static_cast<std::uint64_t>(leaf(tree(text), {"utc_timestamp_ms"}));
    QVERIFY(stamp >= before && stamp <= wallClockMillis());
}

void TestMetrics::sink_fullFifo_failsWithoutBlocking()
{
    // One page, less than a line: the pipe takes the beginning of it.
    const int capacity = ::fcntl(m_reader, F_GETPIPE_SZ);
    QVERIFY(::fcntl(m_reader, F_SETPIPE_SZ, 4096) == 4096 && line().size() > 4096);
    const auto flushed = metricsSink().flush();
    QVERIFY(!flushed);
    QCOMPARE(flushed.error().text, std::string("Resource temporarily unavailable (os error 11)"));
    const std::uint64_t missed = metrics().logger.missedMetricsCount.total();
    flushMetricsPeriodically();
    QCOMPARE(metrics().logger.missedMetricsCount.total(), missed + 1);

    while (!readAvailable(m_reader).empty()) {
    }
    QVERIFY(::fcntl(m_reader, F_SETPIPE_SZ, capacity) == capacity);
    QVERIFY(metricsSink().flush().has_value());
    const std::string text = readAvailable(m_reader);
    QVERIFY(text.starts_with("\n{")); // the line that the full pipe cut off is ended first
    QVERIFY(!tree(text).isEmpty());
}

void TestMetrics::sink_fromSignal_writesTheLine()
{
    metrics().signalCounts.sighup.set(1);
    QCOMPARE(metricsSink().flushFromSignal(), 0);
    QCOMPARE(leaf(tree(readAvailable(m_reader)), {"signals", "sighup"}), 1.0);
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
