#include "snapshot/load.h"

#include "base/format.h"
#include "config/rules.h"
#include "snapshot/state_file.h"

#include <algorithm>

namespace sparkler::snapshot {
namespace {

/// The device of this id; null when there is none.
template <typename Devices, typename Id>
auto *findSaved(Devices &devices, Id id, const std::string &wanted)
{
    const auto found = std::ranges::find(devices, wanted, [id](const auto &device) { return device.config.*id; });
    return found == devices.end() ? nullptr : &found->config;
}

/// The features that the driver has agreed on are those of one kind of back end: a tap has offloads, a socket a link
/// state.
std::string backendConflict(const NetworkConfig &saved)
{
    return fmt::format("Network interface {} was saved with a {}, so it needs another `{}`.", saved.ifaceId,
                       saved.socketPath ? "socket" : "tap", saved.socketPath ? "socket_path" : "host_dev_name");
}

Result<> applyOverrides(const LoadRequest &request, MachineState &state)
{
    constexpr std::string_view kState = "Failed to get snapshot state from file: ";
    for (const NetworkOverride &change : request.networkOverrides) {
        NetworkConfig *interface = findSaved(state.interfaces, &NetworkConfig::ifaceId, change.ifaceId);
        if (!interface)
            return fail(ErrorKind::NotFound, std::string(kState) + "Unknown Network Device.");
        if (interface->socketPath.has_value() != change.socketPath.has_value())
            return fail(ErrorKind::InvalidInput, std::string(kState) + backendConflict(*interface));
        interface->hostDevName = change.hostDevName;
        interface->socketPath = change.socketPath;
    }
    for (const DriveOverride &change : request.driveOverrides) {
        DriveConfig *drive = findSaved(state.drives, &DriveConfig::driveId, change.driveId);
        if (!drive)
            return fail(ErrorKind::NotFound, std::string(kState) + "Unknown Block Device.");
        drive->pathOnHost = change.pathOnHost;
    }
    if (request.vsockOverride) {
        if (!state.vsock)
            return fail(ErrorKind::NotFound, std::string(kState) + "Unknown Vsock Device.");
        state.vsock->config.udsPath = request.vsockOverride->udsPath;
    }
    return {};
}

HugePages restoredPages(RestoredPages wanted, HugePages saved)
{
    switch (wanted) {
    case RestoredPages::Normal:
        return HugePages::None;
    case RestoredPages::Transparent:
        return HugePages::Transparent;
    case RestoredPages::TwoMiB:
        return HugePages::TwoMiB;
    case RestoredPages::AsSaved:
        break;
    }
    return saved;
}

} // namespace

Result<Loaded> load(const LoadRequest &request, Resources &resources, LoadContext context)
{
    MachineState state = TRY(loadState(request.statePath));
    TRY(applyOverrides(request, state));
    state.config.trackDirtyPages = request.trackDirtyPages;
    state.config.hugePages = restoredPages(request.pages, state.config.hugePages);
    // What no request could have configured could not be saved again either.
    if (const auto checked = checkMachineConfig(state.config); !checked)
        return prefixed("Failed to load guest memory: ", checked.error());

    RestoredMemory restored =
        TRY(openMemory(request, state.memory, pageBacking(state.config.hugePages), std::move(context.onMemoryLost)));
    if (request.trackDirtyPages)
        restored.memory->trackDirtyPages();

    if (const auto done = resources.restore(state); !done)
        return prefixed("Failed to build microVM from snapshot: Failed to restore devices: ", done.error());
    auto machine = Machine::restore({.config = state.config,
                                     .memory = restored.memory,
                                     .runtime = takeRuntime(state),
                                     .devices = resources.devices(),
                                     .serial = resources.serial(),
                                     .console = context.console,
                                     .clock = request.clockRealtime ? ClockRestore::Realtime : ClockRestore::Continue,
                                     .onVcpuStart = std::move(context.onVcpuStart)},
                                    context.loop, std::move(context.onEnded));
    if (!machine)
        return prefixed("Failed to build microVM from snapshot: ", machine.error());
    return Loaded{std::move(*machine), std::move(restored.paging)};
}

} // namespace sparkler::snapshot
