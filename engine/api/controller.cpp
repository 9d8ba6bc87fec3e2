#include "api/controller.h"

#include "api/controller_support.h"
#include "base/format.h"
#include "config/rules.h"
#include "machine/configure.h"
#include "telemetry/event_hub.h"
#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_prometheus.h"
#include "telemetry/metrics_sink.h"

namespace sparkler::api {
namespace {

constexpr std::string_view kDeviceNotFound = "Failed perform action on device: Device not found";

Result<> applyLogger(const LoggerConfig &config)
{
    const auto done = configureLogger(LoggerSettings{.path = config.logPath,
                                                     .level = config.level,
                                                     .showLevel = config.showLevel,
                                                     .showLogOrigin = config.showLogOrigin,
                                                     .module = config.module});
    if (!done)
        return prefixed("Logger error: ", done.error());
    return {};
}

Result<> applyMetrics(const MetricsConfig &config)
{
    const auto done =
        metricsSink().configure({.path = config.metricsPath, .emitId = config.emitId, .properties = config.properties});
    if (!done)
        return prefixed("Metrics error: Cannot initialize the metrics system due to bad user input: ", done.error());
    return {};
}

void publishPatch(const DriveUpdate &update)
{
    if (update.pathOnHost)
        publishEvent("drive_patched", {{"drive_id", update.driveId}, {"path_on_host", *update.pathOnHost}});
    if (update.rateLimiter)
        publishEvent("rate_limiter_patched", {{"drive_id", update.driveId}});
}

} // namespace

Controller::Controller(Settings settings, EventLoop &loop, Hooks hooks)
    : m_settings(std::move(settings)), m_loop(loop), m_hooks(std::move(hooks)),
      m_resources(mmds::MetadataService::create(m_settings.instanceId, m_settings.mmdsLimitBytes))
{
}

Controller::~Controller() = default;

void Controller::shutDown()
{
    m_paging.reset();
    m_machine.reset();
}

Result<Reply> Controller::handle(const Action &action)
{
    return std::visit([this](const auto &specific) { return on(specific); }, action);
}

Result<> Controller::requireBefore() const
{
    if (m_machine)
        return fail(ErrorKind::WrongPhase, "The requested operation is not supported after starting the microVM.");
    return {};
}

Result<> Controller::configureBoot()
{
    TRY(requireBefore());
    m_bootConfigured = true;
    return {};
}

Result<> Controller::requireAfter() const
{
    if (!m_machine)
        return fail(ErrorKind::WrongPhase, "The requested operation is not supported before starting the microVM.");
    return {};
}

InstanceState Controller::state() const
{
    if (!m_machine)
        return InstanceState::NotStarted;
    return m_machine->isPaused() ? InstanceState::Paused : InstanceState::Running;
}

Result<Reply> Controller::on(const GetInstanceInfo &)
{
    return InstanceInfo{m_settings.instanceId, state(), m_settings.apiLevel, "Firecracker"};
}

Result<Reply> Controller::on(const GetVersion &)
{
    return VersionInfo{m_settings.apiLevel, m_settings.productVersion};
}

Result<Reply> Controller::on(const GetVmConfig &)
{
    return m_resources.fullConfig();
}

Result<Reply> Controller::on(const GetMachineConfig &)
{
    return m_resources.machineConfig();
}

Result<Reply> Controller::on(const GetMetrics &action)
{
    if (action.format == MetricsFormat::Prometheus)
        return MetricsTotals{MetricsFormat::Prometheus, prometheusMetrics(m_settings.instanceId)};
    auto json = metricsSink().totals();
    if (!json)
        return prefixed("Internal VMM error: Metrics error: ", json.error());
    return MetricsTotals{MetricsFormat::Json, std::move(*json)};
}

Result<Reply> Controller::on(const GetEvents &)
{
    // On this thread no change of the state is missed or told twice.
    return EventStream{TRY(eventHub().subscribe("state", {{"state", stateName(state())}}))};
}

Result<Reply> Controller::on(const PutMachineConfig &action)
{
    TRY(configureBoot());
    m_client.note(action.config);
    TRY(m_resources.putMachineConfig(action.config));
    return Done{};
}

Result<Reply> Controller::on(const PatchMachineConfig &action)
{
    TRY(configureBoot());
    m_client.note(action.update);
    TRY(m_resources.patchMachineConfig(action.update));
    return Done{};
}

Result<Reply> Controller::on(const PutBootSource &action)
{
    TRY(configureBoot());
    TRY(m_resources.putBootSource(action.config));
    return Done{};
}

Result<Reply> Controller::on(const PutDrive &action)
{
    TRY(configureBoot());
    TRY(m_resources.putDrive(action.config));
    return Done{};
}

Result<Reply> Controller::on(const PatchDrive &action)
{
    TRY(requireAfter());
    Drive *drive = m_resources.findDrive(action.update.driveId);
    if (!drive)
        return fail(ErrorKind::NotFound,
                    fmt::format("Drive config error: Unable to patch the block device: {} Please verify the "
                                "request arguments.",
                                kDeviceNotFound));
    const auto lock = m_machine->lockDevice(*drive->device);
    TRY(updateDrive(*drive, action.update));
    publishPatch(action.update);
    return Done{};
}

Result<Reply> Controller::on(const RescanBlockDevice &action)
{
    TRY(requireAfter());
    const Drive *drive = m_resources.findDrive(action.driveId);
    if (!drive)
        return fail(ErrorKind::NotFound, "Invalid block device ID!");
    const auto lock = m_machine->lockDevice(*drive->device);
    const auto done = drive->device->rescan();
    if (!done)
        return fail(ErrorKind::Host, "The update operation failed!", done.error().hostErrno);
    return Done{};
}

Result<Reply> Controller::on(const PutLogger &action)
{
    TRY(requireBefore());
    TRY(applyLogger(action.config));
    return Done{};
}

Result<Reply> Controller::on(const PutMetrics &action)
{
    TRY(requireBefore());
    TRY(applyMetrics(action.config));
    return Done{};
}

Result<Reply> Controller::on(const PutCpuConfig &action)
{
    TRY(requireBefore());
    m_resources.putCpuTemplate(action.cpuTemplate);
    return Done{};
}

Result<Reply> Controller::on(const PutSerial &action)
{
    TRY(requireBefore());
    m_resources.putSerial(action.config);
    return Done{};
}

Result<> Controller::start()
{
    if (!m_resources.kernel())
        return fail(ErrorKind::InvalidInput, "Cannot start microvm without kernel configuration.");
    logDebug("event_start: build microvm for boot");
    MachinePlan plan = planOf(m_resources);
    plan.console = m_console;
    plan.bootTimer = m_settings.bootTimer;
    plan.vcpuNames = m_client.isBefore020() ? VcpuNames::WithoutBlank : VcpuNames::WithBlank;
    plan.onVcpuStart = m_hooks.vcpuStarts;
    auto machine = TRY(Machine::build(plan, m_loop, m_hooks.ended));
    logDebug("event_end: build microvm for boot");
    logDebug("event_start: boot microvm");
    m_machine = std::move(machine);
    publishEvent("started"); // the guest may end at once, and nothing is told after that
    m_machine->resume();
    logDebug("event_end: boot microvm");
    m_hooks.started();
    return {};
}

Result<Reply> Controller::on(const StartInstance &)
{
    TRY(requireBefore());
    const auto started = start();
    if (!started)
        return prefixed("Start microvm error: ", started.error());
    return Done{};
}

Result<Reply> Controller::on(const FlushMetrics &)
{
    TRY(requireAfter());
    const auto flushed = metricsSink().flush();
    if (!flushed)
        return prefixed("Internal VMM error: Metrics error: Failed to write metrics: ", flushed.error());
    return Done{};
}

Result<Reply> Controller::on(const SendCtrlAltDel &)
{
    TRY(requireAfter());
    const auto sent = m_machine->sendCtrlAltDel();
    if (!sent)
        return prefixed("Internal VMM error: I8042 error: ", sent.error());
    return Done{};
}

Result<Reply> Controller::on(const PauseVm &)
{
    TRY(requireAfter());
    const bool wasPaused = m_machine->isPaused();
    const auto paused = timed("pause vm", metrics().latencies.vmmPauseVm, [this] { return m_machine->pause(); });
    if (!paused)
        return prefixed("Internal VMM error: ", paused.error());
    if (!wasPaused)
        publishEvent("paused");
    return Done{};
}

Result<Reply> Controller::on(const ResumeVm &)
{
    TRY(requireAfter());
    TRY(timed("resume vm", metrics().latencies.vmmResumeVm, [this]() -> Result<> {
        resume();
        return {};
    }));
    return Done{};
}

void Controller::resume()
{
    if (m_machine->isPaused())
        publishEvent("resumed"); // before the guest can end, as for the start
    if (m_paging)
        m_paging->follow(m_machine->memory(), m_loop);
    m_machine->resume();
}

Result<> Controller::loadMetadata(JsonValue metadata)
{
    return sparkler::loadMetadata(m_resources, std::move(metadata));
}

Result<> Controller::configureFromFile(const VmConfigFile &file, std::optional<JsonValue> metadata)
{
    if (file.logger)
        TRY(applyLogger(*file.logger));
    if (file.metrics)
        TRY(applyMetrics(*file.metrics));
    return configure(m_resources, file, std::move(metadata));
}

Result<> Controller::startFromFile(const VmConfigFile &file, std::optional<JsonValue> metadata)
{
    const auto configured = configureFromFile(file, std::move(metadata));
    if (!configured)
        return prefixed("Configuration for VMM from one single json failed: ", configured.error());
    const auto started = start();
    if (!started)
        return prefixed("Could not Start MicroVM from one single json: ", started.error());
    logInfoAlways("Successfully started microvm that was configured from one single json");
    return {};
}

} // namespace sparkler::api
