#include "app/tools/state_dump.h"

#include "base/format.h"
#include "base/json_text.h"
#include "config/serialize.h"
#include "hypervisor/state_text.h"

#include <ctime>
#include <iterator>

namespace sparkler::tools {
namespace {

template <typename... Args>
void add(std::string &text, fmt::format_string<Args...> format, Args &&...args)
{
    fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    text += '\n';
}

std::string utcTime(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm parts{};
    char text[64];
    if (!::gmtime_r(&time, &parts) || std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S UTC", &parts) == 0)
        return fmt::format("{} s", seconds);
    return text;
}

/// A text from the file in quotation marks; what a terminal would obey is escaped.
std::string quoted(std::string_view text)
{
    std::string out;
    appendJsonString(out, text);
    return out;
}

void addOrigin(std::string &text, const snapshot::Description &description)
{
    const snapshot::SnapshotOrigin &origin = description.origin;
    const auto microVm = snapshot::microVmVersionOf(description.dataVersion);
    add(text, "version: v{} (data version {}, format version {})", microVm ? *microVm : "?",
        std::to_underlying(description.dataVersion), description.formatVersion);
    add(text, "made: {} by Sparkler {} (API level {})", utcTime(origin.createdAt), quoted(origin.productVersion),
        quoted(origin.apiLevel));
    add(text, "host CPU: {} family {} model {} stepping {} {}", quoted(origin.cpuVendor), origin.cpuFamily,
        origin.cpuModel, origin.cpuStepping, quoted(origin.cpuBrand));
}

/// The configurations as GET /vm/config shows them.
void addConfig(std::string &text, const MachineState &state)
{
    FullVmConfig config;
    config.machine = state.config;
    config.bootSource = state.bootSource;
    for (const SavedDrive &drive : state.drives)
        config.drives.push_back(drive.config);
    for (const SavedInterface &interface : state.interfaces)
        config.networkInterfaces.push_back(interface.config);
    if (state.balloon)
        config.balloon = state.balloon->config;
    if (state.vsock)
        config.vsock = state.vsock->config;
    if (state.entropy)
        config.entropy = state.entropy->config;
    config.mmds = state.mmds;
    add(text, "config: {}", toJson(config));
}

void addTransport(std::string &text, std::string_view device, const virtio::TransportState &transport)
{
    add(text, "{}:", device);
    add(text, "  status {:#x}  active {}  driver_features {:#x}  interrupt_status {:#x}  config_generation {}",
        transport.status, transport.active, transport.driverFeatures, transport.interruptStatus,
        transport.configGeneration);
    for (std::size_t index = 0; index < transport.queues.size(); ++index) {
        const virtio::QueueConfig &config = transport.queues[index].config;
        const virtio::QueuePosition &position = transport.queues[index].position;
        add(text,
            "  queue {}: size {}  ready {}  descriptors {:#x}  available {:#x}  used {:#x}  next_available {}  "
            "next_used {}",
            index, config.size, config.ready, config.descriptors.value(), config.available.value(), config.used.value(),
            position.nextAvailable, position.nextUsed);
    }
}

void addBucket(std::string &text, std::string_view name, const std::optional<BucketState> &bucket)
{
    if (bucket)
        add(text, "  {}: size {}  budget {}  one_time_burst {}  burst {}  refill_time_ms {}  elapsed_ns {}", name,
            bucket->size, bucket->budget, bucket->oneTimeBurst, bucket->burst, bucket->refillTimeMs,
            bucket->elapsedNanos);
}

void addLimiter(std::string &text, std::string_view name, const LimiterState &limiter)
{
    addBucket(text, fmt::format("{}bandwidth", name), limiter.bandwidth);
    addBucket(text, fmt::format("{}ops", name), limiter.ops);
    if (limiter.blockedNanos != 0)
        add(text, "  {}blocked_ns {}", name, limiter.blockedNanos);
}

std::string optionalText(const auto &value)
{
    return value ? fmt::format("{}", *value) : std::string("none");
}

void addBalloon(std::string &text, const SavedBalloon &balloon)
{
    addTransport(text, "balloon", balloon.transport);
    const virtio::BalloonState &own = balloon.own;
    add(text, "  target_pages {}  actual_pages {}  statistics_head {}", own.targetPages, own.actualPages,
        optionalText(own.statisticsHead));
    add(text, "  hinting: last_run {}  host_command {}  guest_command {}  acknowledge_on_stop {}", own.lastHintingRun,
        own.hintingHostCommand, optionalText(own.hintingGuestCommand), own.hintingAcknowledgeOnStop);
    for (std::size_t tag = 0; tag < own.statistics.size(); ++tag) {
        if (own.statistics[tag])
            add(text, "  statistic {}: {}", tag, *own.statistics[tag]);
    }
}

void addDevices(std::string &text, const MachineState &state)
{
    if (state.balloon)
        addBalloon(text, *state.balloon);
    for (const SavedDrive &drive : state.drives) {
        addTransport(text, "drive " + quoted(drive.config.driveId), drive.transport);
        addLimiter(text, "", drive.own.limiter);
    }
    for (const SavedInterface &interface : state.interfaces) {
        addTransport(text, "interface " + quoted(interface.config.ifaceId), interface.transport);
        addLimiter(text, "rx_", interface.own.rxLimiter);
        addLimiter(text, "tx_", interface.own.txLimiter);
        if (interface.own.pendingFrame)
            add(text, "  pending frame: {} bytes", interface.own.pendingFrame->bytes.size());
    }
    if (state.vsock) {
        addTransport(text, "vsock", state.vsock->transport);
        add(text, "  last_local_port {}  events_answered_at {}", state.vsock->own.lastLocalPort,
            optionalText(state.vsock->own.eventsAnsweredAt));
    }
    if (state.entropy) {
        addTransport(text, "entropy", state.entropy->transport);
        addLimiter(text, "", state.entropy->own.limiter);
    }
}

void addLegacy(std::string &text, const MachineState &state)
{
    const UartState &serial = state.serial;
    add(text,
        "serial: divisor {:#x}  ier {:#x}  iir {:#x}  lcr {:#x}  mcr {:#x}  msr {:#x}  scratch {:#x}  input {} bytes",
        serial.divisorHigh << 8 | serial.divisorLow, serial.interruptEnable, serial.interruptIdentification,
        serial.lineControl, serial.modemControl, serial.modemStatus, serial.scratch, serial.input.size());
    const I8042State &keyboard = state.keyboard;
    add(text, "keyboard: status {:#x}  control {:#x}  output_port {:#x}  command {:#x}  output {} bytes",
        keyboard.status, keyboard.control, keyboard.outputPort, keyboard.command, keyboard.output.size());
    if (state.identity)
        add(text, "identity: vmgenid {:#x}  vmclock {:#x}", state.identity->vmGenIdAt.value(),
            state.identity->vmClockAt.value());
}

} // namespace

std::string dumpState(const MachineState &state, const snapshot::Description &description)
{
    std::string text;
    addOrigin(text, description);
    addConfig(text, state);
    for (const MemoryRange &range : state.memory)
        add(text, "memory: {:#x}, {} bytes", range.start.value(), range.bytes);
    addDevices(text, state);
    addLegacy(text, state);
    text += describeVm(state.vm);
    for (std::size_t index = 0; index < state.vcpus.size(); ++index)
        text += fmt::format("vcpu {}:\n{}", index, describeVcpu(state.vcpus[index]));
    return text;
}

} // namespace sparkler::tools
