// The controller's actions on snapshots.

#include "api/controller.h"
#include "api/controller_support.h"
#include "snapshot/create.h"
#include "snapshot/load.h"
#include "telemetry/event_hub.h"

namespace sparkler::api {
namespace {

/// What the process ends with when a snapshot cannot be loaded: it is half a machine then.
constexpr int kLoadFailedExit = 1;

constexpr std::string_view kCreateCategory = "Create snapshot error: ";

} // namespace

Result<Reply> Controller::on(const CreateSnapshot &action)
{
    TRY(requireAfter());
    const snapshot::CreateRequest &request = action.request;
    const bool full = request.kind == snapshot::Kind::Full;
    LatencyMetrics &latencies = metrics().latencies;
    std::optional<snapshot::Taken> taken;
    const auto done = timed(
        full ? "create full snapshot" : "create diff snapshot",
        full ? latencies.vmmFullCreateSnapshot : latencies.vmmDiffCreateSnapshot, [&]() -> Result<> {
            taken =
                TRY(snapshot::take(request, *m_machine, m_resources, {m_settings.productVersion, m_settings.apiLevel}));
            return {};
        });
    if (!done)
        return prefixed(kCreateCategory, done.error());
    if (request.resume)
        resume();
    // The disk may take its time: meanwhile the machine's devices work.
    return Unfinished{[this, full, request, taken = std::move(*taken)]() -> Result<> {
        if (const auto committed = taken.commit(); !committed) {
            m_loop.post([this, undo = taken.undo] {
                if (m_machine)
                    undo(*m_machine);
            });
            return prefixed(kCreateCategory, committed.error());
        }
        m_loop.post([full, request] {
            publishEvent("snapshot_created", {{"snapshot_type", full ? "Full" : "Diff"},
                                              {"snapshot_path", request.statePath},
                                              {"mem_file_path", request.memoryPath}});
        });
        return {};
    }};
}

Result<> Controller::load(const snapshot::LoadRequest &request)
{
    auto loaded = snapshot::load(request, m_resources,
                                 {.loop = m_loop,
                                  .console = m_console,
                                  .onEnded = m_hooks.ended,
                                  .onMemoryLost = m_hooks.memoryLost,
                                  .onVcpuStart = m_hooks.vcpuStarts});
    if (!loaded)
        return prefixed("Failed to restore from snapshot: ", loaded.error());
    m_machine = std::move(loaded->machine);
    m_paging = std::move(loaded->paging);
    publishEvent("restored", {{"snapshot_path", request.statePath}});
    if (request.resume)
        resume();
    m_hooks.started();
    return {};
}

Result<Reply> Controller::on(const LoadSnapshot &action)
{
    TRY(requireBefore());
    if (m_bootConfigured)
        return fail(ErrorKind::WrongPhase, "Load snapshot error: Loading a microVM snapshot not allowed after "
                                           "configuring boot-specific resources.");
    const auto loaded =
        timed("load snapshot", metrics().latencies.vmmLoadSnapshot, [&] { return load(action.request); });
    if (!loaded) {
        eventHub().publishLast("stopping",
                               {{"reason", "snapshot load failed"}, {"exit_code", std::uint64_t{kLoadFailedExit}}});
        m_hooks.ended(kLoadFailedExit);
        return prefixed("Load snapshot error: ", loaded.error());
    }
    return Done{};
}

} // namespace sparkler::api
