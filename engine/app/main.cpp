// sparkler-engine: one microVM, one process, one API socket.

#include "api/controller.h"
#include "api/server.h"
#include "app/options.h"
#include "app/periodic_metrics.h"
#include "app/signals.h"
#include "app/snapshot_query.h"
#include "app/thread_filters.h"
#include "app/version.h"
#include "base/clock.h"
#include "base/format.h"
#include "base/json_value.h"
#include "config/parse.h"
#include "events/event_loop.h"
#include "machine/console_server.h"
#include "machine/terminal.h"
#include "seccomp/install.h"
#include "telemetry/event_hub.h"
#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_sink.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <malloc.h>
#include <memory>
#include <variant>

namespace sparkler {
namespace {

constexpr std::uint64_t kInputFileLimit = 16u << 20; ///< bytes; far above any real configuration or metadata

/// The last words of every way out that is not a signal.
int leave(ExitCode code)
{
    const int status = static_cast<int>(code);
    if (status == 0)
        logInfoAlways("Firecracker exiting successfully. exit_code=0");
    else
        logErrorAlways("Firecracker exiting with error. exit_code={}", status);
    return status;
}

int leave(const StartFailure &failure)
{
    if (failure.code == ExitCode::Abort)
        abortProcess(failure.text);
    logErrorAlways("{}", failure.text);
    if (!failure.debugText.empty())
        std::fprintf(stderr, "Error: %s\n", failure.debugText.c_str());
    return leave(failure.code);
}

int leave(const Information &information)
{
    std::fputs(information.text.c_str(), stdout);
    std::fflush(stdout);
    return leave(ExitCode::Ok);
}

StartFailure genericFailure(std::string text)
{
    return StartFailure{ExitCode::GenericError, std::move(text), {}};
}

void recordStartupTimes(const NumericOptions &options)
{
    const std::uint64_t now = monotonicMicros();
    if (options.startTimeUs && now >= *options.startTimeUs)
        metrics().apiServer.processStartupTimeUs.set(now - *options.startTimeUs);
    const std::uint64_t cpu = processCpuMicros() + options.parentCpuTimeUs.value_or(0);
    if (options.startTimeCpuUs && cpu >= *options.startTimeCpuUs)
        metrics().apiServer.processStartupTimeCpuUs.set(cpu - *options.startTimeCpuUs);
}

/// The process from its options on: event loop, controller, and the API where it is wanted. Main thread.
class Engine {
public:
    Engine(EngineOptions options, std::unique_ptr<EventLoop> loop);

    /// Runs until the microVM ends.
    std::expected<ExitCode, StartFailure> run();

private:
    std::expected<std::optional<std::string>, StartFailure> readInput(const std::optional<std::string> &path,
                                                                      std::string_view what) const;
    std::expected<void, StartFailure> configureMetrics() const;
    std::expected<void, StartFailure> filterThisThread() const;
    void makeController(const NumericOptions &numbers);
    std::expected<void, StartFailure> loadMetadata(JsonValue metadata);
    std::expected<void, StartFailure> serveConsole();
    std::expected<void, StartFailure> serveApi(const NumericOptions &numbers);
    std::expected<void, StartFailure> startFromFile(const std::string &json, std::optional<JsonValue> metadata);
    std::string_view runMode() const
    {
        return m_options.noApi ? "RunWithoutApiError error: " : "RunWithApiError error: ";
    }

    const EngineOptions m_options;
    const std::unique_ptr<EventLoop> m_loop;
    ExitCode m_exitCode = ExitCode::Ok;
    seccomp::FilterSet m_filters; ///< as loaded by run(); read by other threads from then on
    PeriodicMetrics m_metrics;
    std::unique_ptr<ConsoleServer> m_console;    ///< null: none
    std::optional<api::Controller> m_controller; ///< made by run(), when its settings are known
    std::unique_ptr<api::ApiServer> m_server;    ///< last: its thread ends before what it talks to
};

Engine::Engine(EngineOptions options, std::unique_ptr<EventLoop> loop)
    : m_options(std::move(options)), m_loop(std::move(loop))
{
}

void Engine::makeController(const NumericOptions &numbers)
{
    m_controller.emplace(api::Controller::Settings{.instanceId = m_options.id,
                                                   .apiLevel = std::string(apiLevel()),
                                                   .productVersion = std::string(sparklerVersion()),
                                                   .bootTimer = m_options.bootTimer,
                                                   .mmdsLimitBytes = numbers.mmdsSizeLimit},
                         *m_loop,
                         api::Controller::Hooks{
                             .started = [this] { m_metrics.start(*m_loop); },
                             .ended =
                                 [this](int exitCode) {
                                     m_exitCode = static_cast<ExitCode>(exitCode);
                                     m_loop->stop();
                                 },
                             .vcpuStarts = [filter = m_filters[seccomp::ThreadKind::Vcpu]](
                                               std::uint32_t index) { filterVcpuThread(filter, index); },
                             .memoryLost =
                                 [] {
                                     endStuckProcess("The handler that brings the guest's memory has "
                                                     "ended: the microVM cannot go on.",
                                                     "memory handler ended", static_cast<int>(ExitCode::GenericError));
                                 }});
}

std::expected<void, StartFailure> Engine::serveConsole()
{
    auto console = ConsoleServer::listen(*m_options.consoleSocket, *m_loop);
    if (!console)
        return std::unexpected(genericFailure(std::string(runMode()) + console.error().text));
    m_console = std::move(*console);
    m_controller->useConsole(*m_console);
    return {};
}

std::expected<void, StartFailure> Engine::serveApi(const NumericOptions &numbers)
{
    const auto maxPayload =
        std::min<std::uint64_t>(numbers.httpApiMaxPayloadSize, std::numeric_limits<std::uint32_t>::max());
    auto server =
        api::ApiServer::bind(m_options.apiSocket, {.maxPayloadBytes = static_cast<std::uint32_t>(maxPayload)});
    if (!server)
        return std::unexpected(genericFailure(std::string(runMode()) + server.error().text));
    m_server = std::move(*server);
    const auto started =
        m_server->start(*m_loop, *m_controller,
                        {.beforeServing = [filter = m_filters[seccomp::ThreadKind::Api]] { filterApiThread(filter); },
                         .started = [numbers] { recordStartupTimes(numbers); }});
    if (!started)
        return std::unexpected(genericFailure(std::string(runMode()) + started.error().text));
    return {};
}

std::expected<void, StartFailure> Engine::startFromFile(const std::string &json, std::optional<JsonValue> metadata)
{
    const auto failure = [this](const std::string &text) {
        return std::unexpected(genericFailure(fmt::format("{}Failed to build MicroVM from Json: {}", runMode(), text)));
    };
    const auto file = parseConfigFile(json);
    if (!file)
        return failure("Configuration for VMM from one single json failed: " + file.error().text);
    const auto started = m_controller->startFromFile(*file, std::move(metadata));
    if (!started)
        return failure(started.error().text);
    return {};
}

std::expected<void, StartFailure> Engine::configureMetrics() const
{
    if (!m_options.metricsPath)
        return {};
    const auto configured = metricsSink().configure({.path = *m_options.metricsPath});
    if (!configured)
        return std::unexpected(genericFailure("Could not initialize metrics: Cannot initialize the metrics system due "
                                              "to bad user input: " +
                                              configured.error().text));
    return {};
}

std::expected<void, StartFailure> Engine::filterThisThread() const
{
    if (const auto installed = seccomp::install(m_filters[seccomp::ThreadKind::Vmm]); !installed)
        return std::unexpected(genericFailure(
            fmt::format("{}Failed to install vmm seccomp filter: {}", runMode(), installed.error().text)));
    return {};
}

/// A file named on the command line, if one is; `what` it is, for the failure.
std::expected<std::optional<std::string>, StartFailure> Engine::readInput(const std::optional<std::string> &path,
                                                                          std::string_view what) const
{
    if (!path)
        return std::nullopt;
    auto content = readWholeFile(*path, kInputFileLimit);
    if (!content)
        return std::unexpected(
            StartFailure{ExitCode::Abort,
                         fmt::format("Unable to open or read from the {} file: {}", what, content.error().text),
                         {}});
    return std::move(*content);
}

std::expected<std::optional<JsonValue>, StartFailure> parseMetadata(const std::optional<std::string> &json)
{
    if (!json)
        return std::nullopt;
    auto metadata = JsonValue::parse(*json);
    if (!metadata)
        return std::unexpected(StartFailure{
            ExitCode::Abort, "MMDS error: metadata provided not valid json: " + metadata.error().text, {}});
    return std::move(*metadata);
}

std::expected<void, StartFailure> Engine::loadMetadata(JsonValue metadata)
{
    if (const auto loaded = m_controller->loadMetadata(std::move(metadata)); !loaded)
        return std::unexpected(
            genericFailure(fmt::format("{}Populating MMDS from file failed: {}", runMode(), loaded.error().text)));
    return {};
}

std::expected<ExitCode, StartFailure> Engine::run()
{
    if (const auto configured = configureMetrics(); !configured)
        return std::unexpected(configured.error());
    auto filters = filtersFor(m_options);
    if (!filters)
        return std::unexpected(std::move(filters).error());
    m_filters = std::move(*filters);
    const auto configJson = readInput(m_options.configFile, "configuration");
    if (!configJson)
        return std::unexpected(configJson.error());
    const auto metadataJson = readInput(m_options.metadataFile, "mmds content");
    if (!metadataJson)
        return std::unexpected(metadataJson.error());
    const auto numbers = parseNumericOptions(m_options);
    if (!numbers)
        return std::unexpected(numbers.error());
    auto metadata = parseMetadata(*metadataJson);
    if (!metadata)
        return std::unexpected(metadata.error());
    makeController(*numbers);

    // Before the API: a client that sees the API finds the console.
    if (m_options.consoleSocket) {
        if (const auto serving = serveConsole(); !serving)
            return std::unexpected(serving.error());
    }
    if (!m_options.noApi) {
        if (const auto serving = serveApi(*numbers); !serving)
            return std::unexpected(serving.error());
    }
    // From here on come the bytes of others: the configuration's kernel and disks, requests, guests. The API thread,
    // which exists by now, has a filter of its own; all later threads inherit this one.
    if (const auto filtered = filterThisThread(); !filtered)
        return std::unexpected(filtered.error());
    // Requests wait until the loop runs, so these come first.
    if (*configJson) {
        if (const auto started = startFromFile(**configJson, std::move(*metadata)); !started)
            return std::unexpected(started.error());
    } else if (*metadata) {
        if (const auto loaded = loadMetadata(std::move(**metadata)); !loaded)
            return std::unexpected(loaded.error());
    }
    const auto looped = m_loop->run();
    logInfoAlways("Vmm is stopping.");
    m_controller->shutDown();
    if (m_console)
        m_console->finish();
    if (const auto flushed = metricsSink().flush(); !flushed)
        logErrorAlways("Failed to write metrics while stopping: {}", flushed.error().text);
    if (!looped)
        return std::unexpected(genericFailure("The event loop failed: " + looped.error().text));
    return m_exitCode;
}

/// For the end that the machine did not tell already: the event loop's own failure. Before the loop runs nobody
/// listens.
void publishEnd(const std::expected<ExitCode, StartFailure> &ended)
{
    const ExitCode code = ended ? *ended : ended.error().code;
    eventHub().publishLast("stopping", {{"reason", "internal error"}, {"exit_code", static_cast<std::uint64_t>(code)}});
}

int engineMain(std::span<const char *const> arguments)
{
    fillStandardDescriptors();
    // One heap for all threads: a thread of its own arena costs memory, and none of ours allocates in a hot path.
    ::mallopt(M_ARENA_MAX, 1);

    auto parsed = parseCommandLine(arguments);
    if (!parsed)
        return leave(parsed.error());
    if (const auto *information = std::get_if<Information>(&*parsed))
        return leave(*information);
    if (const auto *query = std::get_if<SnapshotQuery>(&*parsed)) {
        const auto described = describeSnapshot(*query);
        return described ? leave(*described) : leave(described.error());
    }
    auto &options = std::get<EngineOptions>(*parsed);
    setLogInstanceId(options.id);
    prepareLogFromSignal();
    if (const auto configured = configureLogger(options.logger); !configured)
        return leave(genericFailure("Could not initialize logger: " + configured.error().text));
    logInfoAlways("Running Firecracker v{}", apiLevel());
    setTerminalRestoreHook(restoreTerminal);
    if (const auto installed = installSignalHandlers(); !installed)
        return leave(genericFailure("Failed to register signal handlers: " + installed.error().text));

    auto loop = EventLoop::create();
    if (!loop)
        return leave(genericFailure("Could not create the event loop: " + loop.error().text));
    auto engine = std::make_unique<Engine>(std::move(options), std::move(*loop));
    const auto ended = engine->run();
    publishEnd(ended);
    engine.reset();
    return ended ? leave(*ended) : leave(ended.error());
}

} // namespace
} // namespace sparkler

int main(int argc, char **argv)
{
    return sparkler::engineMain(
        std::span<const char *const>(argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0));
}
