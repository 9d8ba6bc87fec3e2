#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

namespace sparkler {

/// An incremental leaf: each flush prints the increase since the flush before. Relaxed atomics; any thread.
class Counter {
public:
    void add(std::uint64_t amount = 1) noexcept { m_value.fetch_add(amount, std::memory_order_relaxed); }
    std::uint64_t total() const noexcept { return m_value.load(std::memory_order_relaxed); }
    /// The increase since the last call (flush only).
    std::uint64_t takeDelta() noexcept
    {
        const std::uint64_t now = total();
        return now - m_flushed.exchange(now, std::memory_order_relaxed);
    }

private:
    std::atomic<std::uint64_t> m_value{0};
    std::atomic<std::uint64_t> m_flushed{0};
};

/// A stored leaf: each flush prints the current value.
class Gauge {
public:
    void set(std::uint64_t value) noexcept { m_value.store(value, std::memory_order_relaxed); }
    std::uint64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    void raiseTo(std::uint64_t value) noexcept
    {
        std::uint64_t current = this->value();
        while (value > current && !m_value.compare_exchange_weak(current, value, std::memory_order_relaxed)) {
        }
    }
    /// 0 counts as "none yet" and is replaced by any value.
    void lowerTo(std::uint64_t value) noexcept
    {
        std::uint64_t current = this->value();
        while ((current == 0 || value < current) &&
               !m_value.compare_exchange_weak(current, value, std::memory_order_relaxed)) {
        }
    }

private:
    std::atomic<std::uint64_t> m_value{0};
};

/// An aggregate leaf {min_us, max_us, sum_us}: extremes since start (0: none yet), sum since the last flush.
class LatencyAggregate {
public:
    void record(std::uint64_t micros) noexcept;
    Gauge minUs, maxUs;
    Counter sumUs;
};

/// Leaves of `block` and of every `block_{id}`.
struct BlockMetrics {
    Counter activateFails, cfgFails, noAvailBuffer, eventFails, executeFails, invalidReqsCount, flushCount,
        queueEventCount, rateLimiterEventCount, updateCount, updateFails, readBytes, writeBytes, readCount, writeCount;
    LatencyAggregate readAgg, writeAgg;
    Counter rateLimiterThrottledEvents, ioEngineThrottledEvents, remainingReqsCount;
};
/// Leaves of `net` and of every `net_{id}`. Frames the metadata service answers count there, not here.
struct NetMetrics {
    Counter activateFails, cfgFails, noRxAvailBuffer, noTxAvailBuffer, eventFails, rxQueueEventCount,
        rxEventRateLimiterCount, rxRateLimiterThrottled, rxTapEventCount, rxBytesCount, rxPacketsCount, rxFails,
        rxCount, tapReadFails, tapWriteFails;
    LatencyAggregate tapWriteAgg;
    Counter txBytesCount, txMalformedFrames, txFails, txCount, txPacketsCount, txQueueEventCount,
        txRateLimiterEventCount, txRateLimiterThrottled, txSpoofedMacCount, txRemainingReqsCount;
};
struct BalloonMetrics {
    Counter activateFails, inflateCount, statsUpdatesCount, statsUpdateFails, deflateCount, eventFails,
        freePageReportCount, freePageReportFreed, freePageReportFails, freePageHintCount, freePageHintFreed,
        freePageHintFails;
};
struct MmdsMetrics {
    Counter rxAccepted, rxAcceptedErr, rxAcceptedUnusual, rxBadEth, rxInvalidToken, rxNoToken, rxCount, txBytes,
        txCount, txErrors, txFrames, connectionsCreated, connectionsDestroyed;
};
struct VsockMetrics {
    Counter activateFails, cfgFails, rxQueueEventFails, txQueueEventFails, evQueueEventFails, muxerEventFails,
        connEventFails, rxQueueEventCount, txQueueEventCount, rxBytesCount, txBytesCount, rxPacketsCount,
        txPacketsCount, connsAdded, connsKilled, connsRemoved, killqResync, txFlushFails, txWriteFails, rxReadFails;
};
struct EntropyMetrics {
    Counter activateFails, entropyEventFails, entropyEventCount, entropyBytes, hostRngFails,
        entropyRateLimiterThrottled, rateLimiterEventCount;
};
struct ApiServerMetrics {
    Gauge processStartupTimeUs, processStartupTimeCpuUs;
};
struct DeprecatedApiMetrics {
    Counter deprecatedHttpApiCalls;
};
struct GetRequestMetrics {
    Counter instanceInfoCount, machineCfgCount, mmdsCount, vmmVersionCount, hotplugMemoryCount;
};
struct RequestCount {
    Counter count, fails;
};
struct PatchRequestMetrics {
    RequestCount drive, network, machineCfg, mmds, hotplugMemory, pmem;
};
struct PutRequestMetrics {
    RequestCount actions, bootSource, drive, logger, machineCfg, cpuCfg, metrics, network, mmds, vsock, pmem, serial,
        hotplugMemory;
};
struct I8042Metrics {
    Counter errorCount, missedReadCount, missedWriteCount, readCount, resetCount, writeCount;
};
struct LatencyMetrics {
    Gauge fullCreateSnapshot, diffCreateSnapshot, loadSnapshot, pauseVm, resumeVm, vmmFullCreateSnapshot,
        vmmDiffCreateSnapshot, vmmLoadSnapshot, vmmPauseVm, vmmResumeVm;
};
struct LoggerMetrics {
    Counter missedMetricsCount, metricsFails, missedLogCount, rateLimitedLogCount;
};
struct SeccompMetrics {
    Gauge numFaults;
};
struct VcpuMetrics {
    Counter exitIoIn, exitIoOut, exitMmioRead, exitMmioWrite, failures, kvmclockCtrlFails;
    LatencyAggregate exitIoInAgg, exitIoOutAgg, exitMmioReadAgg, exitMmioWriteAgg;
};
struct VmmMetrics {
    Gauge panicCount;
};
struct UartMetrics {
    Counter errorCount, flushCount, missedReadCount, missedWriteCount, readCount, writeCount, rateLimiterDroppedBytes;
};
struct SignalMetrics {
    Gauge sigbus, sigsegv, sigxfsz, sigxcpu;
    Counter sigpipe;
    Gauge sighup, sigill;
};
struct InterruptMetrics {
    Counter triggers, configUpdates;
};

/// The process's metrics; with the logger and the events the only globals. Groups of devices that do not exist yet are
/// added with them.
struct Metrics {
    ApiServerMetrics apiServer;
    BalloonMetrics balloon;
    DeprecatedApiMetrics deprecatedApi;
    GetRequestMetrics getRequests;
    I8042Metrics i8042;
    UartMetrics uart;
    LatencyMetrics latencies;
    LoggerMetrics logger;
    MmdsMetrics mmds;
    PatchRequestMetrics patchRequests;
    PutRequestMetrics putRequests;
    SeccompMetrics seccomp;
    VcpuMetrics vcpu;
    VmmMetrics vmm;
    SignalMetrics signalCounts; ///< not "signals": that is a macro wherever Qt headers are included
    VsockMetrics vsock;
    EntropyMetrics entropy;
    InterruptMetrics interrupts;
};

Metrics &metrics();
/// The set of a drive or of an interface; made on first use, kept for the process's life, one per id. Any thread.
BlockMetrics &blockMetrics(std::string_view driveId);
NetMetrics &netMetrics(std::string_view ifaceId);

} // namespace sparkler
