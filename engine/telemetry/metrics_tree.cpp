#include "telemetry/metrics_tree.h"

#include <array>

namespace sparkler::detail {
namespace {

template <typename Value>
constexpr LeafKind kKindOf = LeafKind::Counter;
template <>
constexpr LeafKind kKindOf<Gauge> = LeafKind::Gauge;
template <>
constexpr LeafKind kKindOf<LatencyAggregate> = LeafKind::Aggregate;

template <typename Set, typename Value>
struct MemberOf {
    constexpr MemberOf(Value Set::*) {}
    using SetType = Set;
    static constexpr LeafKind kKind = kKindOf<Value>;
};

template <auto Member>
constexpr MetricsLeaf leaf(const char *name, const char *help)
{
    using Traits = decltype(MemberOf(Member));
    return {name, help, Traits::kKind,
            [](void *set) noexcept -> void * { return &(static_cast<typename Traits::SetType *>(set)->*Member); }};
}

template <auto Pair>
constexpr MetricsLeaf countLeaf(const char *name, const char *help)
{
    using Set = typename decltype(MemberOf(Pair))::SetType;
    return {name, help, LeafKind::Counter,
            [](void *set) noexcept -> void * { return &(static_cast<Set *>(set)->*Pair).count; }};
}

template <auto Pair>
constexpr MetricsLeaf failsLeaf(const char *name, const char *help)
{
    using Set = typename decltype(MemberOf(Pair))::SetType;
    return {name, help, LeafKind::Counter,
            [](void *set) noexcept -> void * { return &(static_cast<Set *>(set)->*Pair).fails; }};
}

using Api = ApiServerMetrics;
constexpr std::array kApiServer{
    leaf<&Api::processStartupTimeUs>("process_startup_time_us", "Time from the start to a serving API, microseconds"),
    leaf<&Api::processStartupTimeCpuUs>("process_startup_time_cpu_us",
                                        "CPU time from the start to a serving API, microseconds"),
};

using Balloon = BalloonMetrics;
constexpr std::array kBalloon{
    leaf<&Balloon::activateFails>("activate_fails", "Failed activations"),
    leaf<&Balloon::inflateCount>("inflate_count", "Runs of the inflate queue"),
    leaf<&Balloon::statsUpdatesCount>("stats_updates_count", "Statistics received from the driver"),
    leaf<&Balloon::statsUpdateFails>("stats_update_fails", "Statistics that could not be parsed"),
    leaf<&Balloon::deflateCount>("deflate_count", "Runs of the deflate queue"),
    leaf<&Balloon::eventFails>("event_fails", "Errors handling events"),
    leaf<&Balloon::freePageReportCount>("free_page_report_count", "Ranges reported free by the guest"),
    leaf<&Balloon::freePageReportFreed>("free_page_report_freed", "Bytes released by reporting"),
    leaf<&Balloon::freePageReportFails>("free_page_report_fails", "Reported ranges that could not be released"),
    leaf<&Balloon::freePageHintCount>("free_page_hint_count", "Ranges hinted free by the guest"),
    leaf<&Balloon::freePageHintFreed>("free_page_hint_freed", "Bytes released by hinting"),
    leaf<&Balloon::freePageHintFails>("free_page_hint_fails", "Hinted ranges that could not be released"),
};

using Block = BlockMetrics;
constexpr std::array kBlock{
    leaf<&Block::activateFails>("activate_fails", "Failed activations"),
    leaf<&Block::cfgFails>("cfg_fails", "Bad accesses to the configuration space"),
    leaf<&Block::noAvailBuffer>("no_avail_buffer", "Runs of the queue that found nothing"),
    leaf<&Block::eventFails>("event_fails", "Errors handling notifications and completions"),
    leaf<&Block::executeFails>("execute_fails", "Requests that failed in execution"),
    leaf<&Block::invalidReqsCount>("invalid_reqs_count", "Requests of a rejected type, or whose operation failed"),
    leaf<&Block::flushCount>("flush_count", "Completed flushes"),
    leaf<&Block::queueEventCount>("queue_event_count", "Notifications by the guest"),
    leaf<&Block::rateLimiterEventCount>("rate_limiter_event_count", "Timer events of the rate limiter"),
    leaf<&Block::updateCount>("update_count", "Changes applied while running"),
    leaf<&Block::updateFails>("update_fails", "Changes while running that failed"),
    leaf<&Block::readBytes>("read_bytes", "Bytes read"),
    leaf<&Block::writeBytes>("write_bytes", "Bytes written"),
    leaf<&Block::readCount>("read_count", "Successful reads"),
    leaf<&Block::writeCount>("write_count", "Successful writes"),
    leaf<&Block::readAgg>("read_agg", "Duration of reads"),
    leaf<&Block::writeAgg>("write_agg", "Duration of writes"),
    leaf<&Block::rateLimiterThrottledEvents>("rate_limiter_throttled_events", "Requests delayed by the rate limiter"),
    leaf<&Block::ioEngineThrottledEvents>("io_engine_throttled_events", "Requests delayed by a full I/O engine"),
    leaf<&Block::remainingReqsCount>("remaining_reqs_count", "Length of the queue after each run, added up"),
};

constexpr std::array kDeprecatedApi{
    leaf<&DeprecatedApiMetrics::deprecatedHttpApiCalls>("deprecated_http_api_calls",
                                                        "Requests that used a deprecated field"),
};

using Get = GetRequestMetrics;
constexpr std::array kGetRequests{
    leaf<&Get::instanceInfoCount>("instance_info_count", "GET requests on /"),
    leaf<&Get::machineCfgCount>("machine_cfg_count", "GET requests on /machine-config"),
    leaf<&Get::mmdsCount>("mmds_count", "GET requests on /mmds"),
    leaf<&Get::vmmVersionCount>("vmm_version_count", "GET requests on /version"),
    leaf<&Get::hotplugMemoryCount>("hotplug_memory_count", "GET requests on /hotplug/memory"),
};

constexpr std::array kI8042{
    leaf<&I8042Metrics::errorCount>("error_count", "Errors, such as a reset that could not be triggered"),
    leaf<&I8042Metrics::missedReadCount>("missed_read_count", "Reads of an unsupported size or register"),
    leaf<&I8042Metrics::missedWriteCount>("missed_write_count", "Writes of an unsupported size or register"),
    leaf<&I8042Metrics::readCount>("read_count", "Bytes read"),
    leaf<&I8042Metrics::resetCount>("reset_count", "CPU reset commands"),
    leaf<&I8042Metrics::writeCount>("write_count", "Writes handled"),
};

constexpr std::array kUart{
    leaf<&UartMetrics::errorCount>("error_count", "Errors of output and interrupts, lost bytes"),
    leaf<&UartMetrics::flushCount>("flush_count", "Flushes of the output"),
    leaf<&UartMetrics::missedReadCount>("missed_read_count", "Reads of a bad size or offset"),
    leaf<&UartMetrics::missedWriteCount>("missed_write_count", "Writes of a bad size or offset, dropped output bytes"),
    leaf<&UartMetrics::readCount>("read_count", "Bytes the guest read"),
    leaf<&UartMetrics::writeCount>("write_count", "Bytes the guest wrote"),
    leaf<&UartMetrics::rateLimiterDroppedBytes>("rate_limiter_dropped_bytes",
                                                "Output bytes dropped by the rate limiter"),
};

using Latency = LatencyMetrics;
constexpr std::array kLatencies{
    leaf<&Latency::fullCreateSnapshot>("full_create_snapshot", "The last full snapshot as the API saw it"),
    leaf<&Latency::diffCreateSnapshot>("diff_create_snapshot", "The last differential snapshot as the API saw it"),
    leaf<&Latency::loadSnapshot>("load_snapshot", "The last load of a snapshot as the API saw it"),
    leaf<&Latency::pauseVm>("pause_vm", "The last pause as the API saw it"),
    leaf<&Latency::resumeVm>("resume_vm", "The last resume as the API saw it"),
    leaf<&Latency::vmmFullCreateSnapshot>("vmm_full_create_snapshot", "The last full snapshot itself"),
    leaf<&Latency::vmmDiffCreateSnapshot>("vmm_diff_create_snapshot", "The last differential snapshot itself"),
    leaf<&Latency::vmmLoadSnapshot>("vmm_load_snapshot", "The last load of a snapshot itself"),
    leaf<&Latency::vmmPauseVm>("vmm_pause_vm", "The last pause itself"),
    leaf<&Latency::vmmResumeVm>("vmm_resume_vm", "The last resume itself"),
};

constexpr std::array kLogger{
    leaf<&LoggerMetrics::missedMetricsCount>("missed_metrics_count", "Periodic lines of metrics that were lost"),
    leaf<&LoggerMetrics::metricsFails>("metrics_fails", "Other errors of the metrics"),
    leaf<&LoggerMetrics::missedLogCount>("missed_log_count", "Log records that were lost"),
    leaf<&LoggerMetrics::rateLimitedLogCount>("rate_limited_log_count", "Log records suppressed by the limit"),
};

using Mmds = MmdsMetrics;
constexpr std::array kMmds{
    leaf<&Mmds::rxAccepted>("rx_accepted", "Frames of guests diverted to the service"),
    leaf<&Mmds::rxAcceptedErr>("rx_accepted_err", "Diverted frames that could not be handled"),
    leaf<&Mmds::rxAcceptedUnusual>("rx_accepted_unusual", "Unexpected but harmless frames and segments"),
    leaf<&Mmds::rxBadEth>("rx_bad_eth", "Frames that are not valid Ethernet"),
    leaf<&Mmds::rxInvalidToken>("rx_invalid_token", "GET requests of guests with a wrong token"),
    leaf<&Mmds::rxNoToken>("rx_no_token", "GET requests of guests without a token"),
    leaf<&Mmds::rxCount>("rx_count", "Segments received by the TCP handler"),
    leaf<&Mmds::txBytes>("tx_bytes", "Bytes sent to guests"),
    leaf<&Mmds::txCount>("tx_count", "Packets produced"),
    leaf<&Mmds::txErrors>("tx_errors", "Failures producing packets"),
    leaf<&Mmds::txFrames>("tx_frames", "Frames sent to guests"),
    leaf<&Mmds::connectionsCreated>("connections_created", "TCP connections accepted"),
    leaf<&Mmds::connectionsDestroyed>("connections_destroyed", "TCP connections ended or evicted"),
};

using Net = NetMetrics;
constexpr std::array kNet{
    leaf<&Net::activateFails>("activate_fails", "Failed activations"),
    leaf<&Net::cfgFails>("cfg_fails", "Bad accesses to the configuration space"),
    leaf<&Net::noRxAvailBuffer>("no_rx_avail_buffer", "Receptions that found no buffer of the guest"),
    leaf<&Net::noTxAvailBuffer>("no_tx_avail_buffer", "Runs of the transmit queue that found nothing"),
    leaf<&Net::eventFails>("event_fails", "Errors handling events"),
    leaf<&Net::rxQueueEventCount>("rx_queue_event_count", "Notifications of the receive queue"),
    leaf<&Net::rxEventRateLimiterCount>("rx_event_rate_limiter_count", "Timer events of the receive limiter"),
    leaf<&Net::rxRateLimiterThrottled>("rx_rate_limiter_throttled", "Receptions delayed by the rate limiter"),
    leaf<&Net::rxTapEventCount>("rx_tap_event_count", "Times that the TAP became readable"),
    leaf<&Net::rxBytesCount>("rx_bytes_count", "Bytes delivered to the guest"),
    leaf<&Net::rxPacketsCount>("rx_packets_count", "Frames delivered to the guest"),
    leaf<&Net::rxFails>("rx_fails", "Failed deliveries"),
    leaf<&Net::rxCount>("rx_count", "Successful receptions"),
    leaf<&Net::tapReadFails>("tap_read_fails", "Errors reading the TAP"),
    leaf<&Net::tapWriteFails>("tap_write_fails", "Errors writing the TAP"),
    leaf<&Net::tapWriteAgg>("tap_write_agg", "Duration of writes to the TAP"),
    leaf<&Net::txBytesCount>("tx_bytes_count", "Bytes taken from the guest"),
    leaf<&Net::txMalformedFrames>("tx_malformed_frames", "Frames of the guest with a missing or short header"),
    leaf<&Net::txFails>("tx_fails", "Failed transmissions"),
    leaf<&Net::txCount>("tx_count", "Successful writes to the TAP"),
    leaf<&Net::txPacketsCount>("tx_packets_count", "Frames transmitted"),
    leaf<&Net::txQueueEventCount>("tx_queue_event_count", "Notifications of the transmit queue"),
    leaf<&Net::txRateLimiterEventCount>("tx_rate_limiter_event_count", "Timer events of the transmit limiter"),
    leaf<&Net::txRateLimiterThrottled>("tx_rate_limiter_throttled", "Transmissions delayed by the rate limiter"),
    leaf<&Net::txSpoofedMacCount>("tx_spoofed_mac_count", "Frames whose source address is not the configured one"),
    leaf<&Net::txRemainingReqsCount>("tx_remaining_reqs_count",
                                     "Length of the transmit queue after each run, added up"),
};
static_assert(kBlock.size() <= kMostDeviceLeaves && kNet.size() <= kMostDeviceLeaves);

using Patch = PatchRequestMetrics;
constexpr std::array kPatchRequests{
    countLeaf<&Patch::drive>("drive_count", "PATCH requests on /drives"),
    failsLeaf<&Patch::drive>("drive_fails", "Refused PATCH requests on /drives"),
    countLeaf<&Patch::network>("network_count", "PATCH requests on /network-interfaces"),
    failsLeaf<&Patch::network>("network_fails", "Refused PATCH requests on /network-interfaces"),
    countLeaf<&Patch::machineCfg>("machine_cfg_count", "PATCH requests on /machine-config"),
    failsLeaf<&Patch::machineCfg>("machine_cfg_fails", "Refused PATCH requests on /machine-config"),
    countLeaf<&Patch::mmds>("mmds_count", "PATCH requests on /mmds"),
    failsLeaf<&Patch::mmds>("mmds_fails", "Refused PATCH requests on /mmds"),
    countLeaf<&Patch::hotplugMemory>("hotplug_memory_count", "PATCH requests on /hotplug/memory"),
    failsLeaf<&Patch::hotplugMemory>("hotplug_memory_fails", "Refused PATCH requests on /hotplug/memory"),
    countLeaf<&Patch::pmem>("pmem_count", "PATCH requests on /pmem"),
    failsLeaf<&Patch::pmem>("pmem_fails", "Refused PATCH requests on /pmem"),
};

using Put = PutRequestMetrics;
constexpr std::array kPutRequests{
    countLeaf<&Put::actions>("actions_count", "PUT requests on /actions"),
    failsLeaf<&Put::actions>("actions_fails", "Refused PUT requests on /actions"),
    countLeaf<&Put::bootSource>("boot_source_count", "PUT requests on /boot-source"),
    failsLeaf<&Put::bootSource>("boot_source_fails", "Refused PUT requests on /boot-source"),
    countLeaf<&Put::drive>("drive_count", "PUT requests on /drives"),
    failsLeaf<&Put::drive>("drive_fails", "Refused PUT requests on /drives"),
    countLeaf<&Put::logger>("logger_count", "PUT requests on /logger"),
    failsLeaf<&Put::logger>("logger_fails", "Refused PUT requests on /logger"),
    countLeaf<&Put::machineCfg>("machine_cfg_count", "PUT requests on /machine-config"),
    failsLeaf<&Put::machineCfg>("machine_cfg_fails", "Refused PUT requests on /machine-config"),
    countLeaf<&Put::cpuCfg>("cpu_cfg_count", "PUT requests on /cpu-config"),
    failsLeaf<&Put::cpuCfg>("cpu_cfg_fails", "Refused PUT requests on /cpu-config"),
    countLeaf<&Put::metrics>("metrics_count", "PUT requests on /metrics"),
    failsLeaf<&Put::metrics>("metrics_fails", "Refused PUT requests on /metrics"),
    countLeaf<&Put::network>("network_count", "PUT requests on /network-interfaces"),
    failsLeaf<&Put::network>("network_fails", "Refused PUT requests on /network-interfaces"),
    countLeaf<&Put::mmds>("mmds_count", "PUT requests on /mmds and /mmds/config"),
    failsLeaf<&Put::mmds>("mmds_fails", "Refused PUT requests on /mmds and /mmds/config"),
    countLeaf<&Put::vsock>("vsock_count", "PUT requests on /vsock"),
    failsLeaf<&Put::vsock>("vsock_fails", "Refused PUT requests on /vsock"),
    countLeaf<&Put::pmem>("pmem_count", "PUT requests on /pmem"),
    failsLeaf<&Put::pmem>("pmem_fails", "Refused PUT requests on /pmem"),
    countLeaf<&Put::serial>("serial_count", "PUT requests on /serial"),
    failsLeaf<&Put::serial>("serial_fails", "Refused PUT requests on /serial"),
    countLeaf<&Put::hotplugMemory>("hotplug_memory_count", "PUT requests on /hotplug/memory"),
    failsLeaf<&Put::hotplugMemory>("hotplug_memory_fails", "Refused PUT requests on /hotplug/memory"),
};

constexpr std::array kSeccomp{
    leaf<&SeccompMetrics::numFaults>("num_faults", "1 once a forbidden system call was made"),
};

using Vcpu = VcpuMetrics;
constexpr std::array kVcpu{
    leaf<&Vcpu::exitIoIn>("exit_io_in", "Port reads"),
    leaf<&Vcpu::exitIoOut>("exit_io_out", "Port writes"),
    leaf<&Vcpu::exitMmioRead>("exit_mmio_read", "Memory-mapped reads"),
    leaf<&Vcpu::exitMmioWrite>("exit_mmio_write", "Memory-mapped writes"),
    leaf<&Vcpu::failures>("failures", "Fatal or unknown exits"),
    leaf<&Vcpu::kvmclockCtrlFails>("kvmclock_ctrl_fails", "Pauses that the guest's clock could not be told"),
    leaf<&Vcpu::exitIoInAgg>("exit_io_in_agg", "Handling time of port reads"),
    leaf<&Vcpu::exitIoOutAgg>("exit_io_out_agg", "Handling time of port writes"),
    leaf<&Vcpu::exitMmioReadAgg>("exit_mmio_read_agg", "Handling time of memory-mapped reads"),
    leaf<&Vcpu::exitMmioWriteAgg>("exit_mmio_write_agg", "Handling time of memory-mapped writes"),
};

constexpr std::array kVmm{
    leaf<&VmmMetrics::panicCount>("panic_count", "1 after an internal panic"),
};

constexpr std::array kSignals{
    leaf<&SignalMetrics::sigbus>("sigbus", "1 once SIGBUS was handled"),
    leaf<&SignalMetrics::sigsegv>("sigsegv", "1 once SIGSEGV was handled"),
    leaf<&SignalMetrics::sigxfsz>("sigxfsz", "1 once SIGXFSZ was handled"),
    leaf<&SignalMetrics::sigxcpu>("sigxcpu", "1 once SIGXCPU was handled"),
    leaf<&SignalMetrics::sigpipe>("sigpipe", "SIGPIPEs received"),
    leaf<&SignalMetrics::sighup>("sighup", "1 once SIGHUP was handled"),
    leaf<&SignalMetrics::sigill>("sigill", "1 once SIGILL was handled"),
};

using Vsock = VsockMetrics;
constexpr std::array kVsock{
    leaf<&Vsock::activateFails>("activate_fails", "Failed activations"),
    leaf<&Vsock::cfgFails>("cfg_fails", "Bad accesses to the configuration space"),
    leaf<&Vsock::rxQueueEventFails>("rx_queue_event_fails", "Errors handling notifications of the receive queue"),
    leaf<&Vsock::txQueueEventFails>("tx_queue_event_fails", "Errors handling notifications of the transmit queue"),
    leaf<&Vsock::evQueueEventFails>("ev_queue_event_fails", "Errors handling notifications of the event queue"),
    leaf<&Vsock::muxerEventFails>("muxer_event_fails", "Errors of the multiplexer, such as in accepting"),
    leaf<&Vsock::connEventFails>("conn_event_fails", "Errors of connections' events"),
    leaf<&Vsock::rxQueueEventCount>("rx_queue_event_count", "Notifications of the receive queue"),
    leaf<&Vsock::txQueueEventCount>("tx_queue_event_count", "Notifications of the transmit queue"),
    leaf<&Vsock::rxBytesCount>("rx_bytes_count", "Bytes from the host to the guest"),
    leaf<&Vsock::txBytesCount>("tx_bytes_count", "Bytes from the guest to the host"),
    leaf<&Vsock::rxPacketsCount>("rx_packets_count", "Packets from the host to the guest"),
    leaf<&Vsock::txPacketsCount>("tx_packets_count", "Packets from the guest to the host"),
    leaf<&Vsock::connsAdded>("conns_added", "Connections made"),
    leaf<&Vsock::connsKilled>("conns_killed", "Connections killed"),
    leaf<&Vsock::connsRemoved>("conns_removed", "Connections removed"),
    leaf<&Vsock::killqResync>("killq_resync", "Rebuilds of the queue of connections to kill"),
    leaf<&Vsock::txFlushFails>("tx_flush_fails", "Failed flushes of kept data to host sockets"),
    leaf<&Vsock::txWriteFails>("tx_write_fails", "Failed writes to host sockets"),
    leaf<&Vsock::rxReadFails>("rx_read_fails", "Failed reads from host sockets"),
};

using Entropy = EntropyMetrics;
constexpr std::array kEntropy{
    leaf<&Entropy::activateFails>("activate_fails", "Failed activations"),
    leaf<&Entropy::entropyEventFails>("entropy_event_fails", "Requests that failed"),
    leaf<&Entropy::entropyEventCount>("entropy_event_count", "Requests handled"),
    leaf<&Entropy::entropyBytes>("entropy_bytes", "Bytes given to the guest"),
    leaf<&Entropy::hostRngFails>("host_rng_fails", "Errors of the host's generator"),
    leaf<&Entropy::entropyRateLimiterThrottled>("entropy_rate_limiter_throttled",
                                                "Requests delayed by the rate limiter"),
    leaf<&Entropy::rateLimiterEventCount>("rate_limiter_event_count", "Timer events of the rate limiter"),
};

constexpr std::array kInterrupts{
    leaf<&InterruptMetrics::triggers>("triggers", "Interrupts raised by devices"),
    leaf<&InterruptMetrics::configUpdates>("config_updates", "Changes of the interrupt routing"),
};

template <auto Member>
constexpr MetricsGroup group(const char *name, std::span<const MetricsLeaf> leaves)
{
    return {name, leaves, []() noexcept -> void * { return &(metrics().*Member); }};
}

template <typename Leaves>
constexpr MetricsGroup devices(const char *name, std::span<const MetricsLeaf> leaves, const char *label)
{
    return {name, leaves, nullptr, firstDeviceMetrics<Leaves>, label};
}

constexpr std::array kTree{
    group<&Metrics::apiServer>("api_server", kApiServer),
    group<&Metrics::balloon>("balloon", kBalloon),
    devices<BlockMetrics>("block", kBlock, "drive"),
    group<&Metrics::deprecatedApi>("deprecated_api", kDeprecatedApi),
    group<&Metrics::getRequests>("get_api_requests", kGetRequests),
    group<&Metrics::i8042>("i8042", kI8042),
    group<&Metrics::uart>("uart", kUart),
    group<&Metrics::latencies>("latencies_us", kLatencies),
    group<&Metrics::logger>("logger", kLogger),
    group<&Metrics::mmds>("mmds", kMmds),
    devices<NetMetrics>("net", kNet, "iface"),
    group<&Metrics::patchRequests>("patch_api_requests", kPatchRequests),
    group<&Metrics::putRequests>("put_api_requests", kPutRequests),
    group<&Metrics::seccomp>("seccomp", kSeccomp),
    group<&Metrics::vcpu>("vcpu", kVcpu),
    group<&Metrics::vmm>("vmm", kVmm),
    group<&Metrics::signalCounts>("signals", kSignals),
    group<&Metrics::vsock>("vsock", kVsock),
    group<&Metrics::entropy>("entropy", kEntropy),
    group<&Metrics::interrupts>("interrupts", kInterrupts),
};

} // namespace

std::span<const MetricsGroup> metricsTree() noexcept
{
    return kTree;
}

} // namespace sparkler::detail
