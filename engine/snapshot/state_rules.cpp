#include "snapshot/state_rules.h"

#include "arch/x86_64/layout.h"
#include "base/checked.h"
#include "base/format.h"
#include "config/rules.h"
#include "snapshot/place.h"
#include "snapshot/versions.h"
#include "virtio/balloon/page_list.h"

#include <algorithm>

namespace sparkler::snapshot {
namespace {

/// A fault of config/rules.h, which tells of a request, as one of the state.
Result<> asInvalidState(const Result<> &checked)
{
    if (!checked)
        return invalidState(checked.error().text);
    return {};
}

Result<> checkMemory(const MachineState &state)
{
    if (state.memory.empty())
        return invalidState("No memory region defined.");
    const auto bytes = checkedMultiply<std::uint64_t>(state.config.memSizeMib, 1u << 20);
    // The file's offsets are signed.
    if (!bytes || *bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) ||
        state.memory != x86_64::memoryRanges(*bytes))
        return invalidState("The memory regions are not those of a machine with this memory size.");
    return {};
}

Result<> checkDrives(const MachineState &state)
{
    std::vector<DriveConfig> before;
    for (std::size_t index = 0; index < state.drives.size(); ++index) {
        const DriveConfig &drive = state.drives[index].config;
        const Place root;
        if (std::ranges::find(before, drive.driveId, &DriveConfig::driveId) != before.end())
            return root.item("drives", index).bad("another drive has the same id");
        TRY(asInvalidState(checkDrive(before, drive)));
        if (drive.isRootDevice && index != 0)
            return root.item("drives", index).bad("the root drive is not the first");
        before.push_back(drive);
    }
    return {};
}

Result<> checkInterfaces(const MachineState &state)
{
    std::vector<NetworkConfig> before;
    for (std::size_t index = 0; index < state.interfaces.size(); ++index) {
        const NetworkConfig &interface = state.interfaces[index].config;
        const Place root;
        if (std::ranges::find(before, interface.ifaceId, &NetworkConfig::ifaceId) != before.end())
            return root.item("interfaces", index).bad("another interface has the same id");
        TRY(asInvalidState(checkNetwork(before, interface)));
        before.push_back(interface);
    }
    if (state.mmds)
        TRY(asInvalidState(checkMmdsConfig(before, *state.mmds)));
    return {};
}

Result<> checkSavedBalloon(const MachineState &state)
{
    const SavedBalloon &balloon = *state.balloon;
    TRY(asInvalidState(checkBalloon(balloon.config, state.config)));
    if (balloon.own.targetPages != std::uint64_t{balloon.config.amountMib} * virtio::kBalloonPagesPerMib)
        return Place().field("balloon").bad("its target is not the configured one");
    return {};
}

/// Whether the page at `at` is aligned and RAM.
bool isPageOfRam(const MachineState &state, GuestAddress at)
{
    constexpr std::uint64_t kPage = 4096;
    return at.value() % kPage == 0 && std::ranges::any_of(state.memory, [at](const MemoryRange &range) {
               return at >= range.start && at.value() - range.start.value() < range.bytes;
           });
}

Result<> checkIdentity(const MachineState &state)
{
    if (state.identity &&
        (!isPageOfRam(state, state.identity->vmGenIdAt) || !isPageOfRam(state, state.identity->vmClockAt) ||
         state.identity->vmGenIdAt == state.identity->vmClockAt))
        return invalidState("The pages of the identity devices are not in memory.");
    return {};
}

} // namespace

Result<> checkState(const MachineState &state)
{
    if (state.vcpus.size() != state.config.vcpuCount)
        return invalidState("Invalid vCPU count.");
    TRY(asInvalidState(checkMachineConfig(state.config)));
    TRY(checkMemory(state));
    if (state.bootSource.bootArgs)
        TRY(asInvalidState(checkBootArgs(*state.bootSource.bootArgs)));
    if (const std::uint32_t devices = targetFacts(state).devices; devices > x86_64::kMaxVirtioMmioDevices)
        return invalidState(
            fmt::format("{} devices, of which the board holds {}.", devices, x86_64::kMaxVirtioMmioDevices));
    TRY(checkDrives(state));
    TRY(checkInterfaces(state));
    if (state.balloon)
        TRY(checkSavedBalloon(state));
    return checkIdentity(state);
}

} // namespace sparkler::snapshot
