// What each counter of GET /metrics means, for tool tips.
#include "models/counter_text.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kContext = "sparkler::gui::CounterText";

struct Meaning {
    const char *kind; ///< of the group; empty: of any group
    const char *leaf;
    const char *text;
};

constexpr Meaning kMeanings[] = {
    // Leaves that mean the same wherever they are.
    {"", "activate_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the device could not be activated by the guest's driver")},
    {"", "cfg_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Invalid accesses to the device's configuration space")},
    {"", "event_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while handling the device's events")},
    {"", "queue_event_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Notifications by the guest")},
    {"", "rate_limiter_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the rate limiter's timer has fired")},
    {"", "rate_limiter_throttled_events",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests delayed by the rate limiter")},
    // api_server
    {"api_server", "process_startup_time_us",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time from the start of the process until the API was ready")},
    {"api_server", "process_startup_time_cpu_us",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Processor time used until the API was ready")},
    // balloon
    {"balloon", "inflate_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the guest has handed memory to the balloon")},
    {"balloon", "deflate_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the guest has taken memory back from the balloon")},
    {"balloon", "stats_updates_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Statistics received from the guest's driver")},
    {"balloon", "stats_update_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Statistics of the guest's driver that could not be read")},
    {"balloon", "free_page_report_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Ranges of free memory reported by the guest")},
    {"balloon", "free_page_report_freed",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes given back to the host by free page reporting")},
    {"balloon", "free_page_report_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reported ranges that could not be given back")},
    {"balloon", "free_page_hint_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Ranges of free memory hinted by the guest")},
    {"balloon", "free_page_hint_freed",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes given back to the host by free page hinting")},
    {"balloon", "free_page_hint_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Hinted ranges that could not be given back")},
    // block
    {"block", "no_avail_buffer",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Runs over the queue that found no request")},
    {"block", "execute_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests that failed while being carried out")},
    {"block", "invalid_reqs_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests of unknown type, or that failed")},
    {"block", "flush_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Flushes carried out (none with the cache type Unsafe)")},
    {"block", "update_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Updates by PATCH /drives")},
    {"block", "update_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Updates by PATCH /drives that failed")},
    {"block", "read_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes read by the guest")},
    {"block", "write_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes written by the guest")},
    {"block", "read_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reads that succeeded")},
    {"block", "write_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes that succeeded")},
    {"block", "read_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of reads")},
    {"block", "write_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of writes")},
    {"block", "io_engine_throttled_events",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests delayed because the asynchronous I/O queue was full")},
    {"block", "remaining_reqs_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests left in the queue after each run over it, summed up")},
    // deprecated_api
    {"deprecated_api", "deprecated_http_api_calls",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests that used a deprecated field")},
    {"deprecated_api", "deprecated_cmd_line_api_calls",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Deprecated command line options used")},
    // get_api_requests
    {"get_api_requests", "instance_info_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET /")},
    {"get_api_requests", "machine_cfg_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET /machine-config")},
    {"get_api_requests", "mmds_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET /mmds")},
    {"get_api_requests", "vmm_version_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET /version")},
    {"get_api_requests", "hotplug_memory_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET /hotplug/memory")},
    // i8042
    {"i8042", "error_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Resets that could not be triggered, and the like")},
    {"i8042", "missed_read_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reads of unsupported size or register")},
    {"i8042", "missed_write_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes of unsupported size or register")},
    {"i8042", "read_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes read")},
    {"i8042", "reset_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Resets asked for by the guest")},
    {"i8042", "write_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes handled")},
    // interrupts
    {"interrupts", "triggers", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Interrupts raised by devices")},
    {"interrupts", "config_updates", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Changes of interrupt routing")},
    // logger
    {"logger", "missed_metrics_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Lines of the metrics file that were lost")},
    {"logger", "metrics_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Other errors of the metrics")},
    {"logger", "missed_log_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Log records that were lost")},
    {"logger", "log_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors of the logger")},
    {"logger", "rate_limited_log_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Log records left out because there were too many")},
    // memory_hotplug
    {"memory_hotplug", "queue_event_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while handling the device's queue")},
    {"memory_hotplug", "plug_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of plugging memory")},
    {"memory_hotplug", "plug_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to plug memory")},
    {"memory_hotplug", "plug_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes plugged")},
    {"memory_hotplug", "plug_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to plug memory that failed")},
    {"memory_hotplug", "unplug_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of unplugging memory")},
    {"memory_hotplug", "unplug_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to unplug memory")},
    {"memory_hotplug", "unplug_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes unplugged")},
    {"memory_hotplug", "unplug_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to unplug memory that failed")},
    {"memory_hotplug", "unplug_discard_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Unplugged memory that could not be given back to the host")},
    {"memory_hotplug", "unplug_all_agg",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of unplugging all memory")},
    {"memory_hotplug", "unplug_all_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to unplug all memory")},
    {"memory_hotplug", "unplug_all_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests to unplug all memory that failed")},
    {"memory_hotplug", "state_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of state queries")},
    {"memory_hotplug", "state_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "State queries")},
    {"memory_hotplug", "state_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "State queries that failed")},
    // mmds
    {"mmds", "rx_accepted",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames of the guest that were for the metadata service")},
    {"mmds", "rx_accepted_err",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Such frames that could not be handled")},
    {"mmds", "rx_accepted_unusual",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Unexpected but harmless frames or segments")},
    {"mmds", "rx_bad_eth", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames that are not valid Ethernet")},
    {"mmds", "rx_invalid_token", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET requests with a wrong token")},
    {"mmds", "rx_no_token", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "GET requests without a token")},
    {"mmds", "rx_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "TCP segments received")},
    {"mmds", "tx_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes sent to the guest")},
    {"mmds", "tx_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Packets produced")},
    {"mmds", "tx_errors", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Packets that could not be produced")},
    {"mmds", "tx_frames", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames sent to the guest")},
    {"mmds", "connections_created", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "TCP connections accepted")},
    {"mmds", "connections_destroyed",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "TCP connections that have ended")},
    // net
    {"net", "mac_address_updates",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the guest changed its MAC address")},
    {"net", "no_rx_avail_buffer",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the guest had no buffer for a frame")},
    {"net", "no_tx_avail_buffer",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Runs over the transmit queue that found no frame")},
    {"net", "rx_queue_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Notifications by the guest: buffers to receive into")},
    {"net", "rx_event_rate_limiter_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the receive limiter's timer has fired")},
    {"net", "rx_partial_writes",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames larger than the guest's buffers")},
    {"net", "rx_rate_limiter_throttled",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times receiving was delayed by the rate limiter")},
    {"net", "rx_tap_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the TAP interface had something to read")},
    {"net", "rx_bytes_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes delivered to the guest")},
    {"net", "rx_packets_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames delivered to the guest")},
    {"net", "rx_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames that could not be delivered")},
    {"net", "rx_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Receive operations that succeeded")},
    {"net", "tap_read_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors reading from the TAP interface")},
    {"net", "tap_write_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors writing to the TAP interface")},
    {"net", "tap_write_agg",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of writes to the TAP interface")},
    {"net", "tx_bytes_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes taken from the guest")},
    {"net", "tx_malformed_frames",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames of the guest with missing or short header or payload")},
    {"net", "tx_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames that could not be transmitted")},
    {"net", "tx_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes to the TAP interface that succeeded")},
    {"net", "tx_packets_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames transmitted")},
    {"net", "tx_partial_reads",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames of the guest that were read in part")},
    {"net", "tx_queue_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Notifications by the guest: frames to send")},
    {"net", "tx_rate_limiter_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the transmit limiter's timer has fired")},
    {"net", "tx_rate_limiter_throttled",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times transmitting was delayed by the rate limiter")},
    {"net", "tx_spoofed_mac_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames whose source address is not the interface's own")},
    {"net", "tx_remaining_reqs_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Frames left in the queue after each run over it, summed up")},
    // rtc
    {"rtc", "error_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Invalid accesses")},
    {"rtc", "missed_read_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Invalid reads")},
    {"rtc", "missed_write_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Invalid writes")},
    // seccomp, signals, vmm
    {"seccomp", "num_faults",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "1 after a system call that the filter does not allow")},
    {"signals", "sigpipe",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes to sockets whose other end was closed (harmless)")},
    {"vmm", "device_events", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Events of devices")},
    {"vmm", "panic_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "1 after an internal error that ended the engine")},
    // uart
    {"uart", "error_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors of output or interrupts, and lost bytes")},
    {"uart", "flush_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Flushes of the output")},
    {"uart", "missed_read_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reads of wrong size or offset")},
    {"uart", "missed_write_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes of wrong size or offset, and output that was dropped")},
    {"uart", "read_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes that the guest read")},
    {"uart", "write_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes that the guest wrote")},
    {"uart", "rate_limiter_dropped_bytes",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes of output dropped by the rate limiter")},
    // vcpu
    {"vcpu", "exit_io_in", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reads from I/O ports")},
    {"vcpu", "exit_io_out", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes to I/O ports")},
    {"vcpu", "exit_mmio_read", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Reads from device memory")},
    {"vcpu", "exit_mmio_write", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Writes to device memory")},
    {"vcpu", "failures", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Exits that are fatal or unknown")},
    {"vcpu", "kvmclock_ctrl_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the guest could not be told that it was paused")},
    {"vcpu", "exit_io_in_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time taken for reads from I/O ports")},
    {"vcpu", "exit_io_out_agg", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time taken for writes to I/O ports")},
    {"vcpu", "exit_mmio_read_agg",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time taken for reads from device memory")},
    {"vcpu", "exit_mmio_write_agg",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time taken for writes to device memory")},
    // vhost_user_block
    {"vhost_user_block", "init_time_us",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time for connecting and agreeing with the backend")},
    {"vhost_user_block", "activate_time_us",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time for activating the device")},
    {"vhost_user_block", "config_change_time_us",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Time of the last change of the configuration")},
    // vsock
    {"vsock", "rx_queue_event_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while handling the receive queue")},
    {"vsock", "tx_queue_event_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while handling the transmit queue")},
    {"vsock", "ev_queue_event_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while handling the event queue")},
    {"vsock", "muxer_event_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors while accepting connections on the host")},
    {"vsock", "conn_event_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors of connections")},
    {"vsock", "rx_queue_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Notifications by the guest: buffers to receive into")},
    {"vsock", "tx_queue_event_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Notifications by the guest: packets to send")},
    {"vsock", "rx_bytes_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes from the host to the guest")},
    {"vsock", "tx_bytes_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Bytes from the guest to the host")},
    {"vsock", "rx_packets_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Packets from the host to the guest")},
    {"vsock", "tx_packets_count",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Packets from the guest to the host")},
    {"vsock", "conns_added", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Connections that began")},
    {"vsock", "conns_killed", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Connections that were cut")},
    {"vsock", "conns_removed", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Connections that have ended")},
    {"vsock", "killq_resync",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Times the list of connections to be cut was built anew")},
    {"vsock", "tx_flush_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Data that could not be passed on to a socket of the host")},
    {"vsock", "tx_write_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors writing to sockets of the host")},
    {"vsock", "rx_read_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors reading from sockets of the host")},
    // entropy
    {"entropy", "entropy_event_fails", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests that failed")},
    {"entropy", "entropy_event_count", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests handled")},
    {"entropy", "entropy_bytes", QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Random bytes given to the guest")},
    {"entropy", "host_rng_fails",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Errors of the host's random number generator")},
    {"entropy", "entropy_rate_limiter_throttled",
     QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests delayed by the rate limiter")},
};

using Meanings = QHash<QString, const char *>;

const Meanings &meanings()
{
    static const Meanings kTable = [] {
        Meanings table;
        for (const Meaning &meaning : kMeanings)
            table.insert(QLatin1StringView(meaning.kind) + u'.' + QLatin1StringView(meaning.leaf), meaning.text);
        return table;
    }();
    return kTable;
}

QString meaningOf(const QString &kind, const QString &leaf)
{
    const char *text = meanings().value(kind + u'.' + leaf);
    if (!text)
        text = meanings().value(u'.' + leaf);
    return text ? QCoreApplication::translate(kContext, text) : QString();
}

QString translated(const char *text)
{
    return QCoreApplication::translate(kContext, text);
}

/// put_api_requests.drive_count and the like: told by their parts.
QString requestMeaning(const QString &kind, const QString &leaf)
{
    const QString method = kind == "put_api_requests"_L1     ? u"PUT"_s
                           : kind == "patch_api_requests"_L1 ? u"PATCH"_s
                                                             : QString();
    if (method.isEmpty())
        return {};
    static const QHash<QString, QString> kPaths{{u"actions"_s, u"/actions"_s},
                                                {u"boot_source"_s, u"/boot-source"_s},
                                                {u"drive"_s, u"/drives"_s},
                                                {u"logger"_s, u"/logger"_s},
                                                {u"machine_cfg"_s, u"/machine-config"_s},
                                                {u"cpu_cfg"_s, u"/cpu-config"_s},
                                                {u"metrics"_s, u"/metrics"_s},
                                                {u"network"_s, u"/network-interfaces"_s},
                                                {u"mmds"_s, u"/mmds"_s},
                                                {u"vsock"_s, u"/vsock"_s},
                                                {u"pmem"_s, u"/pmem"_s},
                                                {u"serial"_s, u"/serial"_s},
                                                {u"hotplug_memory"_s, u"/hotplug/memory"_s}};
    for (const auto &[suffix, text] :
         {std::pair{"_count"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests %1 %2")},
          std::pair{"_fails"_L1,
                    QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Requests %1 %2 refused because of their form")}}) {
        if (!leaf.endsWith(suffix))
            continue;
        const QString path = kPaths.value(leaf.chopped(suffix.size()));
        return path.isEmpty() ? QString() : translated(text).arg(method, path);
    }
    return {};
}

/// The parts of a duration: read_agg.max_us.
QString durationMeaning(const QString &kind, const QString &leaf)
{
    static constexpr std::array kParts{
        std::pair{".min_us"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "%1: the shortest since the start")},
        std::pair{".max_us"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "%1: the longest since the start")},
        std::pair{".sum_us"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "%1: all of them added up")},
        std::pair{".avg_us"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText",
                                                  "%1: the average since the sample before, as computed here")}};
    for (const auto &[suffix, text] : kParts) {
        if (!leaf.endsWith(suffix))
            continue;
        const QString what = meaningOf(kind, leaf.chopped(suffix.size()));
        return what.isEmpty() ? QString() : translated(text).arg(what);
    }
    return {};
}

} // namespace

QString describeCounter(const QString &name)
{
    const QString kind = kindOfGroup(groupOf(name));
    const QString leaf = leafOf(name);
    if (const QString duration = durationMeaning(kind, leaf); !duration.isEmpty())
        return duration;
    if (const QString request = requestMeaning(kind, leaf); !request.isEmpty())
        return request;
    if (kind == "latencies_us"_L1)
        return leaf.startsWith("vmm_"_L1)
                   ? translated(QT_TRANSLATE_NOOP("sparkler::gui::CounterText",
                                                  "Duration of the last such action inside the engine; 0: none yet"))
                   : translated(QT_TRANSLATE_NOOP("sparkler::gui::CounterText",
                                                  "Duration of the last such request; 0: none yet"));
    if (kind == "signals"_L1 && leaf != "sigpipe"_L1)
        return translated(
            QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "1 after the engine was ended by this signal"));
    return meaningOf(kind, leaf);
}

} // namespace sparkler::gui
