#include "sparkler/engine.h"

#include "api/controller.h"
#include "app/periodic_metrics.h"
#include "app/version.h"
#include "base/instance_id.h"
#include "config/parse.h"
#include "events/event_loop.h"
#include "machine/console_server.h"
#include "telemetry/logger.h"
#include "telemetry/metrics_sink.h"

#include <atomic>
#include <optional>
#include <unistd.h>

namespace sparkler {
namespace {

std::atomic<bool> g_exists{false}; ///< one MicroVm at a time: log, metrics and terminal are the process's

std::unexpected<std::string> failure(std::string_view words, const std::string &text)
{
    return std::unexpected(std::string(words) + text);
}

} // namespace

const char *engineVersion() noexcept
{
    return sparklerVersion().data(); // a literal, so it ends with a null character
}

struct MicroVm::State {
    explicit State(std::unique_ptr<EventLoop> eventLoop) : loop(std::move(eventLoop)) {}
    ~State() { end(); }

    std::expected<void, std::string> start(const Settings &settings);
    void end();

    const std::unique_ptr<EventLoop> loop;
    int exitCode = 0;
    PeriodicMetrics metrics;
    std::string consoleSocket;                 ///< while there is a console server
    std::unique_ptr<ConsoleServer> console;    ///< null: standard input and output
    std::optional<api::Controller> controller; ///< last: its machine's threads end before what they use
};

std::expected<void, std::string> MicroVm::State::start(const Settings &settings)
{
    const auto file = parseConfigFile(settings.configuration);
    if (!file)
        return failure("Configuration for VMM from one single json failed: ", file.error().text);
    controller.emplace(
        api::Controller::Settings{.instanceId = settings.instanceId,
                                  .apiLevel = std::string(apiLevel()),
                                  .productVersion = std::string(sparklerVersion())},
        *loop,
        api::Controller::Hooks{.started = [this] { metrics.start(*loop); },
                               .ended =
                                   [this](int code) {
                                       exitCode = code;
                                       loop->stop();
                                   },
                               .memoryLost = [] {}}); // no machine is restored here, so no handler brings memory
    if (!settings.consoleSocket.empty()) {
        auto listening = ConsoleServer::listen(settings.consoleSocket, *loop);
        if (!listening)
            return failure("", listening.error().text);
        console = std::move(*listening);
        consoleSocket = settings.consoleSocket;
        controller->useConsole(*console);
    }
    if (const auto started = controller->startFromFile(*file, std::nullopt); !started)
        return failure("", started.error().text);
    return {};
}

/// Idempotent.
void MicroVm::State::end()
{
    controller.reset();
    if (console) {
        console->finish();
        console.reset();
        ::unlink(consoleSocket.c_str()); // a process may have many machines, one after another, at the same place
    }
}

std::expected<MicroVm, std::string> MicroVm::start(const Settings &settings)
{
    if (const auto wrong = checkInstanceId(settings.instanceId))
        return std::unexpected("Invalid instance ID: " + wrong->text());
    auto loop = EventLoop::create();
    if (!loop)
        return failure("Could not create the event loop: ", loop.error().text);
    if (g_exists.exchange(true))
        return std::unexpected(std::string("There is a microVM in this process already."));
    MicroVm machine(std::make_unique<State>(std::move(*loop))); // from here on its destructor takes g_exists back
    setLogInstanceId(settings.instanceId);
    if (const auto started = machine.m_state->start(settings); !started)
        return std::unexpected(started.error());
    return machine;
}

MicroVm::MicroVm(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MicroVm::MicroVm(MicroVm &&) noexcept = default;

MicroVm &MicroVm::operator=(MicroVm &&other) noexcept
{
    std::unique_ptr<State> taken = std::move(other.m_state);
    {
        const MicroVm replaced(std::move(*this)); // ends here, if there is one
    }
    m_state = std::move(taken);
    return *this;
}

MicroVm::~MicroVm()
{
    if (!m_state)
        return;
    m_state.reset();
    g_exists.store(false);
}

std::expected<int, std::string> MicroVm::run()
{
    const auto looped = m_state->loop->run();
    m_state->end();
    const auto flushed = metricsSink().flush();
    if (!looped)
        return failure("The event loop failed: ", looped.error().text);
    if (!flushed)
        return failure("Failed to write metrics while stopping: ", flushed.error().text);
    return m_state->exitCode;
}

void MicroVm::stop()
{
    m_state->loop->stop();
}

} // namespace sparkler
