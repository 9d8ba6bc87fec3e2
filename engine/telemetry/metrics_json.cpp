#include "telemetry/metrics_json.h"

#include <array>

namespace sparkler::detail {
namespace {

/// Compact JSON of objects and unsigned integers.
class JsonLine {
public:
    JsonLine(TextBuffer &out, MetricsValues values) noexcept : m_out(out), m_values(values) {}

    std::uint64_t valueOf(Counter &leaf) const noexcept
    {
        return m_values == MetricsValues::SinceFlush ? leaf.takeDelta() : leaf.total();
    }

    void open() noexcept
    {
        m_out.append('{');
        m_first = true;
    }
    void open(std::string_view prefix, std::string_view name = {}) noexcept
    {
        key(prefix, name);
        open();
    }
    void close() noexcept
    {
        m_out.append('}');
        m_first = false;
    }
    void number(std::string_view name, std::uint64_t value) noexcept { number(name, {}, value); }
    void number(std::string_view name, std::string_view suffix, std::uint64_t value) noexcept
    {
        key(name, suffix);
        m_out.appendDecimal(value);
    }
    void aggregate(std::string_view name, std::uint64_t minUs, std::uint64_t maxUs, std::uint64_t sumUs) noexcept
    {
        open(name);
        number("min_us", minUs);
        number("max_us", maxUs);
        number("sum_us", sumUs);
        close();
    }

    void operator()(std::string_view name, Counter &leaf) noexcept { number(name, valueOf(leaf)); }
    void operator()(std::string_view name, Gauge &leaf) noexcept { number(name, leaf.value()); }
    void operator()(std::string_view name, LatencyAggregate &leaf) noexcept
    {
        aggregate(name, leaf.minUs.value(), leaf.maxUs.value(), valueOf(leaf.sumUs));
    }
    void operator()(std::string_view name, RequestCount &pair) noexcept
    {
        number(name, "_count", valueOf(pair.count));
        number(name, "_fails", valueOf(pair.fails));
    }

private:
    void key(std::string_view name, std::string_view suffix) noexcept
    {
        m_out.append(m_first ? "\"" : ",\"");
        m_first = false;
        m_out.append(name);
        appendEscaped(suffix);
        m_out.append("\":");
    }
    /// Ids are validated where they come in; this keeps the line JSON whatever they are.
    void appendEscaped(std::string_view text) noexcept
    {
        static constexpr std::string_view kHex = "0123456789abcdef";
        for (const char character : text) {
            const auto byte = static_cast<unsigned char>(character);
            if (byte < 0x20) {
                m_out.append("\\u00");
                m_out.append(kHex[byte >> 4]);
                m_out.append(kHex[byte & 0xf]);
                continue;
            }
            if (character == '"' || character == '\\')
                m_out.append('\\');
            m_out.append(character);
        }
    }

    TextBuffer &m_out;
    const MetricsValues m_values;
    bool m_first = true;
};

/// The leaves of a drive in the order of the reference.
template <typename Visitor>
void visitLeaves(BlockMetrics &block, Visitor &&leaf) noexcept
{
    leaf("activate_fails", block.activateFails);
    leaf("cfg_fails", block.cfgFails);
    leaf("no_avail_buffer", block.noAvailBuffer);
    leaf("event_fails", block.eventFails);
    leaf("execute_fails", block.executeFails);
    leaf("invalid_reqs_count", block.invalidReqsCount);
    leaf("flush_count", block.flushCount);
    leaf("queue_event_count", block.queueEventCount);
    leaf("rate_limiter_event_count", block.rateLimiterEventCount);
    leaf("update_count", block.updateCount);
    leaf("update_fails", block.updateFails);
    leaf("read_bytes", block.readBytes);
    leaf("write_bytes", block.writeBytes);
    leaf("read_count", block.readCount);
    leaf("write_count", block.writeCount);
    leaf("read_agg", block.readAgg);
    leaf("write_agg", block.writeAgg);
    leaf("rate_limiter_throttled_events", block.rateLimiterThrottledEvents);
    leaf("io_engine_throttled_events", block.ioEngineThrottledEvents);
    leaf("remaining_reqs_count", block.remainingReqsCount);
}

/// The leaves of an interface, likewise.
template <typename Visitor>
void visitLeaves(NetMetrics &net, Visitor &&leaf) noexcept
{
    leaf("activate_fails", net.activateFails);
    leaf("cfg_fails", net.cfgFails);
    leaf("no_rx_avail_buffer", net.noRxAvailBuffer);
    leaf("no_tx_avail_buffer", net.noTxAvailBuffer);
    leaf("event_fails", net.eventFails);
    leaf("rx_queue_event_count", net.rxQueueEventCount);
    leaf("rx_event_rate_limiter_count", net.rxEventRateLimiterCount);
    leaf("rx_rate_limiter_throttled", net.rxRateLimiterThrottled);
    leaf("rx_tap_event_count", net.rxTapEventCount);
    leaf("rx_bytes_count", net.rxBytesCount);
    leaf("rx_packets_count", net.rxPacketsCount);
    leaf("rx_fails", net.rxFails);
    leaf("rx_count", net.rxCount);
    leaf("tap_read_fails", net.tapReadFails);
    leaf("tap_write_fails", net.tapWriteFails);
    leaf("tap_write_agg", net.tapWriteAgg);
    leaf("tx_bytes_count", net.txBytesCount);
    leaf("tx_malformed_frames", net.txMalformedFrames);
    leaf("tx_fails", net.txFails);
    leaf("tx_count", net.txCount);
    leaf("tx_packets_count", net.txPacketsCount);
    leaf("tx_queue_event_count", net.txQueueEventCount);
    leaf("tx_rate_limiter_event_count", net.txRateLimiterEventCount);
    leaf("tx_rate_limiter_throttled", net.txRateLimiterThrottled);
    leaf("tx_spoofed_mac_count", net.txSpoofedMacCount);
    leaf("tx_remaining_reqs_count", net.txRemainingReqsCount);
}

/// More than any device has.
constexpr std::size_t kMostDeviceLeaves = 32;
using LeafSums = std::array<std::uint64_t, kMostDeviceLeaves>;

/// Prints a device's leaves and adds what it prints to the sums over all of its kind.
class DeviceLeafPrinter {
public:
    DeviceLeafPrinter(JsonLine &json, LeafSums &sums) noexcept : m_json(json), m_sums(sums) {}
    void operator()(std::string_view name, Counter &leaf) noexcept
    {
        const std::uint64_t value = m_json.valueOf(leaf);
        m_json.number(name, value);
        m_sums[m_index++] += value;
    }
    void operator()(std::string_view name, LatencyAggregate &leaf) noexcept
    {
        const std::uint64_t sum = m_json.valueOf(leaf.sumUs);
        m_json.aggregate(name, leaf.minUs.value(), leaf.maxUs.value(), sum);
        m_sums[m_index++] += sum;
    }

private:
    JsonLine &m_json;
    LeafSums &m_sums;
    std::size_t m_index = 0;
};

/// Prints the sums under the names of the leaves. Extremes are not summed: they print 0.
class DeviceSumPrinter {
public:
    DeviceSumPrinter(JsonLine &json, const LeafSums &sums) noexcept : m_json(json), m_sums(sums) {}
    void operator()(std::string_view name, Counter &) noexcept { m_json.number(name, m_sums[m_index++]); }
    void operator()(std::string_view name, LatencyAggregate &) noexcept
    {
        m_json.aggregate(name, 0, 0, m_sums[m_index++]);
    }

private:
    JsonLine &m_json;
    const LeafSums &m_sums;
    std::size_t m_index = 0;
};

/// All devices of one kind ("block_{id}", "net_{id}") and their sum.
template <typename Leaves>
void appendDevices(JsonLine &json, std::string_view prefix, std::string_view sumName) noexcept
{
    static constinit Leaves names; // only for its leaves' names
    LeafSums sums{};
    for (auto *node = firstDeviceMetrics<Leaves>(); node; node = node->next.load(std::memory_order_acquire)) {
        json.open(prefix, node->id);
        visitLeaves(node->leaves, DeviceLeafPrinter(json, sums));
        json.close();
    }
    json.open(sumName);
    visitLeaves(names, DeviceSumPrinter(json, sums));
    json.close();
}

void appendBalloon(JsonLine &json, BalloonMetrics &balloon) noexcept
{
    json.open("balloon");
    json("activate_fails", balloon.activateFails);
    json("inflate_count", balloon.inflateCount);
    json("stats_updates_count", balloon.statsUpdatesCount);
    json("stats_update_fails", balloon.statsUpdateFails);
    json("deflate_count", balloon.deflateCount);
    json("event_fails", balloon.eventFails);
    json("free_page_report_count", balloon.freePageReportCount);
    json("free_page_report_freed", balloon.freePageReportFreed);
    json("free_page_report_fails", balloon.freePageReportFails);
    json("free_page_hint_count", balloon.freePageHintCount);
    json("free_page_hint_freed", balloon.freePageHintFreed);
    json("free_page_hint_fails", balloon.freePageHintFails);
    json.close();
}

void appendMmds(JsonLine &json, MmdsMetrics &mmds) noexcept
{
    json.open("mmds");
    json("rx_accepted", mmds.rxAccepted);
    json("rx_accepted_err", mmds.rxAcceptedErr);
    json("rx_accepted_unusual", mmds.rxAcceptedUnusual);
    json("rx_bad_eth", mmds.rxBadEth);
    json("rx_invalid_token", mmds.rxInvalidToken);
    json("rx_no_token", mmds.rxNoToken);
    json("rx_count", mmds.rxCount);
    json("tx_bytes", mmds.txBytes);
    json("tx_count", mmds.txCount);
    json("tx_errors", mmds.txErrors);
    json("tx_frames", mmds.txFrames);
    json("connections_created", mmds.connectionsCreated);
    json("connections_destroyed", mmds.connectionsDestroyed);
    json.close();
}

void appendVsock(JsonLine &json, VsockMetrics &vsock) noexcept
{
    json.open("vsock");
    json("activate_fails", vsock.activateFails);
    json("cfg_fails", vsock.cfgFails);
    json("rx_queue_event_fails", vsock.rxQueueEventFails);
    json("tx_queue_event_fails", vsock.txQueueEventFails);
    json("ev_queue_event_fails", vsock.evQueueEventFails);
    json("muxer_event_fails", vsock.muxerEventFails);
    json("conn_event_fails", vsock.connEventFails);
    json("rx_queue_event_count", vsock.rxQueueEventCount);
    json("tx_queue_event_count", vsock.txQueueEventCount);
    json("rx_bytes_count", vsock.rxBytesCount);
    json("tx_bytes_count", vsock.txBytesCount);
    json("rx_packets_count", vsock.rxPacketsCount);
    json("tx_packets_count", vsock.txPacketsCount);
    json("conns_added", vsock.connsAdded);
    json("conns_killed", vsock.connsKilled);
    json("conns_removed", vsock.connsRemoved);
    json("killq_resync", vsock.killqResync);
    json("tx_flush_fails", vsock.txFlushFails);
    json("tx_write_fails", vsock.txWriteFails);
    json("rx_read_fails", vsock.rxReadFails);
    json.close();
}

void appendEntropy(JsonLine &json, EntropyMetrics &entropy) noexcept
{
    json.open("entropy");
    json("activate_fails", entropy.activateFails);
    json("entropy_event_fails", entropy.entropyEventFails);
    json("entropy_event_count", entropy.entropyEventCount);
    json("entropy_bytes", entropy.entropyBytes);
    json("host_rng_fails", entropy.hostRngFails);
    json("entropy_rate_limiter_throttled", entropy.entropyRateLimiterThrottled);
    json("rate_limiter_event_count", entropy.rateLimiterEventCount);
    json.close();
}

void appendLegacyDevices(JsonLine &json, Metrics &all) noexcept
{
    json.open("i8042");
    json("error_count", all.i8042.errorCount);
    json("missed_read_count", all.i8042.missedReadCount);
    json("missed_write_count", all.i8042.missedWriteCount);
    json("read_count", all.i8042.readCount);
    json("reset_count", all.i8042.resetCount);
    json("write_count", all.i8042.writeCount);
    json.close();

    json.open("uart");
    json("error_count", all.uart.errorCount);
    json("flush_count", all.uart.flushCount);
    json("missed_read_count", all.uart.missedReadCount);
    json("missed_write_count", all.uart.missedWriteCount);
    json("read_count", all.uart.readCount);
    json("write_count", all.uart.writeCount);
    json("rate_limiter_dropped_bytes", all.uart.rateLimiterDroppedBytes);
    json.close();
}

void appendLatencies(JsonLine &json, LatencyMetrics &latencies) noexcept
{
    json.open("latencies_us");
    json("full_create_snapshot", latencies.fullCreateSnapshot);
    json("diff_create_snapshot", latencies.diffCreateSnapshot);
    json("load_snapshot", latencies.loadSnapshot);
    json("pause_vm", latencies.pauseVm);
    json("resume_vm", latencies.resumeVm);
    json("vmm_full_create_snapshot", latencies.vmmFullCreateSnapshot);
    json("vmm_diff_create_snapshot", latencies.vmmDiffCreateSnapshot);
    json("vmm_load_snapshot", latencies.vmmLoadSnapshot);
    json("vmm_pause_vm", latencies.vmmPauseVm);
    json("vmm_resume_vm", latencies.vmmResumeVm);
    json.close();
}

void appendGetRequests(JsonLine &json, Metrics &all) noexcept
{
    json.open("deprecated_api");
    json("deprecated_http_api_calls", all.deprecatedApi.deprecatedHttpApiCalls);
    json.close();

    json.open("get_api_requests");
    json("instance_info_count", all.getRequests.instanceInfoCount);
    json("machine_cfg_count", all.getRequests.machineCfgCount);
    json("mmds_count", all.getRequests.mmdsCount);
    json("vmm_version_count", all.getRequests.vmmVersionCount);
    json("hotplug_memory_count", all.getRequests.hotplugMemoryCount);
    json.close();
}

void appendChangeRequests(JsonLine &json, PatchRequestMetrics &patch, PutRequestMetrics &put) noexcept
{
    json.open("patch_api_requests");
    json("drive", patch.drive);
    json("network", patch.network);
    json("machine_cfg", patch.machineCfg);
    json("mmds", patch.mmds);
    json("hotplug_memory", patch.hotplugMemory);
    json("pmem", patch.pmem);
    json.close();

    json.open("put_api_requests");
    json("actions", put.actions);
    json("boot_source", put.bootSource);
    json("drive", put.drive);
    json("logger", put.logger);
    json("machine_cfg", put.machineCfg);
    json("cpu_cfg", put.cpuCfg);
    json("metrics", put.metrics);
    json("network", put.network);
    json("mmds", put.mmds);
    json("vsock", put.vsock);
    json("pmem", put.pmem);
    json("serial", put.serial);
    json("hotplug_memory", put.hotplugMemory);
    json.close();
}

void appendVcpu(JsonLine &json, VcpuMetrics &vcpu) noexcept
{
    json.open("vcpu");
    json("exit_io_in", vcpu.exitIoIn);
    json("exit_io_out", vcpu.exitIoOut);
    json("exit_mmio_read", vcpu.exitMmioRead);
    json("exit_mmio_write", vcpu.exitMmioWrite);
    json("failures", vcpu.failures);
    json("kvmclock_ctrl_fails", vcpu.kvmclockCtrlFails);
    json("exit_io_in_agg", vcpu.exitIoInAgg);
    json("exit_io_out_agg", vcpu.exitIoOutAgg);
    json("exit_mmio_read_agg", vcpu.exitMmioReadAgg);
    json("exit_mmio_write_agg", vcpu.exitMmioWriteAgg);
    json.close();
}

void appendSignals(JsonLine &json, SignalMetrics &signals) noexcept
{
    json.open("signals");
    json("sigbus", signals.sigbus);
    json("sigsegv", signals.sigsegv);
    json("sigxfsz", signals.sigxfsz);
    json("sigxcpu", signals.sigxcpu);
    json("sigpipe", signals.sigpipe);
    json("sighup", signals.sighup);
    json("sigill", signals.sigill);
    json.close();
}

} // namespace

void appendMetricsLine(TextBuffer &out, std::uint64_t utcTimestampMs, MetricsValues values) noexcept
{
    Metrics &all = metrics();
    JsonLine json(out, values);
    json.open();
    json.number("utc_timestamp_ms", utcTimestampMs);

    json.open("api_server");
    json("process_startup_time_us", all.apiServer.processStartupTimeUs);
    json("process_startup_time_cpu_us", all.apiServer.processStartupTimeCpuUs);
    json.close();

    appendBalloon(json, all.balloon);
    appendDevices<BlockMetrics>(json, "block_", "block");
    appendGetRequests(json, all);
    appendLegacyDevices(json, all);
    appendLatencies(json, all.latencies);

    json.open("logger");
    json("missed_metrics_count", all.logger.missedMetricsCount);
    json("metrics_fails", all.logger.metricsFails);
    json("missed_log_count", all.logger.missedLogCount);
    json("rate_limited_log_count", all.logger.rateLimitedLogCount);
    json.close();

    appendMmds(json, all.mmds);
    appendDevices<NetMetrics>(json, "net_", "net");
    appendChangeRequests(json, all.patchRequests, all.putRequests);

    json.open("seccomp");
    json("num_faults", all.seccomp.numFaults);
    json.close();

    appendVcpu(json, all.vcpu);

    json.open("vmm");
    json("panic_count", all.vmm.panicCount);
    json.close();

    appendSignals(json, all.signalCounts);
    appendVsock(json, all.vsock);
    appendEntropy(json, all.entropy);

    json.open("interrupts");
    json("triggers", all.interrupts.triggers);
    json("config_updates", all.interrupts.configUpdates);
    json.close();

    json.close();
    out.append('\n');
}

} // namespace sparkler::detail
