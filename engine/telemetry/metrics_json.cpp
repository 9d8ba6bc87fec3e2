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
constexpr std::size_t kBlockLeaves = 20;

/// Prints a drive's leaves and adds what it prints to the sums over all drives.
class BlockLeafPrinter {
public:
    BlockLeafPrinter(JsonLine &json, std::array<std::uint64_t, kBlockLeaves> &sums) noexcept
        : m_json(json), m_sums(sums)
    {
    }
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
    std::array<std::uint64_t, kBlockLeaves> &m_sums;
    std::size_t m_index = 0;
};

/// Prints the sums under the names of the leaves. Extremes are not summed: they print 0.
class BlockSumPrinter {
public:
    BlockSumPrinter(JsonLine &json, const std::array<std::uint64_t, kBlockLeaves> &sums) noexcept
        : m_json(json), m_sums(sums)
    {
    }
    void operator()(std::string_view name, Counter &) noexcept { m_json.number(name, m_sums[m_index++]); }
    void operator()(std::string_view name, LatencyAggregate &) noexcept
    {
        m_json.aggregate(name, 0, 0, m_sums[m_index++]);
    }

private:
    JsonLine &m_json;
    const std::array<std::uint64_t, kBlockLeaves> &m_sums;
    std::size_t m_index = 0;
};

void appendBlocks(JsonLine &json) noexcept
{
    static constinit BlockMetrics names; // only for its leaves' names
    std::array<std::uint64_t, kBlockLeaves> sums{};
    for (BlockMetricsNode *node = firstBlockMetrics(); node; node = node->next.load(std::memory_order_acquire)) {
        json.open("block_", node->id);
        visitLeaves(node->leaves, BlockLeafPrinter(json, sums));
        json.close();
    }
    json.open("block");
    visitLeaves(names, BlockSumPrinter(json, sums));
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

    appendBlocks(json);
    appendGetRequests(json, all);
    appendLegacyDevices(json, all);
    appendLatencies(json, all.latencies);

    json.open("logger");
    json("missed_metrics_count", all.logger.missedMetricsCount);
    json("metrics_fails", all.logger.metricsFails);
    json("missed_log_count", all.logger.missedLogCount);
    json("rate_limited_log_count", all.logger.rateLimitedLogCount);
    json.close();

    appendChangeRequests(json, all.patchRequests, all.putRequests);

    json.open("seccomp");
    json("num_faults", all.seccomp.numFaults);
    json.close();

    appendVcpu(json, all.vcpu);

    json.open("vmm");
    json("panic_count", all.vmm.panicCount);
    json.close();

    appendSignals(json, all.signalCounts);

    json.open("interrupts");
    json("triggers", all.interrupts.triggers);
    json("config_updates", all.interrupts.configUpdates);
    json.close();

    json.close();
    out.append('\n');
}

} // namespace sparkler::detail
