#pragma once

#include "base/result.h"
#include "machine/machine_state.h"
#include "snapshot/semver.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sparkler::snapshot {

/// For which microVM version a state file was made, as its header tells it: 1 and up. Reference: snapshots.md, 2.1.
enum class DataVersion : std::uint16_t {};

struct VersionEntry {
    std::string_view microVm; ///< "1.4.0"
    DataVersion data{};
};

/// Every version that a snapshot can be made for or loaded from, oldest first. One to one.
std::span<const VersionEntry> supportedVersions();
/// What a snapshot is made for unless the client says otherwise.
DataVersion newestDataVersion();
bool isSupported(DataVersion version);

/// Only versions X.Y.0 translate. Error: InvalidInput "Cannot translate microVM version to snapshot data version".
Result<DataVersion> dataVersionOf(const SemanticVersion &microVm);
/// Error: InvalidInput "Cannot translate snapshot data version 9 to Firecracker microVM version".
Result<std::string_view> microVmVersionOf(DataVersion version);

/// What decides whether a machine fits into an older version's snapshots.
struct TargetFacts {
    std::uint32_t devices = 0;           ///< virtio devices: one interrupt line each
    bool eventIndexAcknowledged = false; ///< by the driver of some device (VIRTIO_F_EVENT_IDX)
    bool eventIndexOnInterface = false;  ///< by the driver of a network interface
    bool hasBalloon = false;
    bool hasEntropy = false;
};
TargetFacts targetFacts(const MachineState &state);

/// Whether a machine of these facts can be saved for `version`. Errors: InvalidInput, the first that applies in the
/// order of the reference (snapshots.md, 2.2, 3 to 6), as the client reads it.
Result<> checkTarget(DataVersion version, const TargetFacts &facts);

} // namespace sparkler::snapshot
