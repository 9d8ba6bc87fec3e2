#include "snapshot/versions.h"

#include "base/format.h"
#include "virtio/queue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sparkler::snapshot {
namespace {

constexpr std::array kVersions{
    VersionEntry{"0.23.0", DataVersion{1}}, VersionEntry{"0.24.0", DataVersion{2}},
    VersionEntry{"0.25.0", DataVersion{3}}, VersionEntry{"1.0.0", DataVersion{4}},
    VersionEntry{"1.1.0", DataVersion{5}},  VersionEntry{"1.2.0", DataVersion{6}},
    VersionEntry{"1.3.0", DataVersion{7}},  VersionEntry{"1.4.0", DataVersion{8}},
};

// What the versions brought.
constexpr DataVersion kBalloon{2};    ///< and more than 11 devices
constexpr DataVersion kEventIndex{4}; ///< for all but network interfaces
constexpr DataVersion kInterfaceEventIndex{5};
constexpr DataVersion kEntropy{8};

constexpr std::uint32_t kFewDevices = 11;

bool acknowledgesEventIndex(const virtio::TransportState &transport)
{
    return (transport.driverFeatures & virtio::kFeatureEventIndex) != 0;
}

} // namespace

std::span<const VersionEntry> supportedVersions()
{
    return kVersions;
}

DataVersion newestDataVersion()
{
    return kVersions.back().data;
}

bool isSupported(DataVersion version)
{
    return version >= kVersions.front().data && version <= kVersions.back().data;
}

Result<DataVersion> dataVersionOf(const SemanticVersion &microVm)
{
    const std::string wanted = fmt::format("{}.{}.{}", microVm.major, microVm.minor, microVm.patch);
    const auto found = std::ranges::find(kVersions, wanted, &VersionEntry::microVm);
    if (found == kVersions.end() || !microVm.preRelease.empty() || !microVm.build.empty())
        return fail(ErrorKind::InvalidInput, "Cannot translate microVM version to snapshot data version");
    return found->data;
}

Result<std::string_view> microVmVersionOf(DataVersion version)
{
    const auto found = std::ranges::find(kVersions, version, &VersionEntry::data);
    if (found == kVersions.end())
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Cannot translate snapshot data version {} to Firecracker microVM version",
                                std::to_underlying(version)));
    return found->microVm;
}

TargetFacts targetFacts(const MachineState &state)
{
    TargetFacts facts;
    const auto count = [&](const auto &device) {
        ++facts.devices;
        facts.eventIndexAcknowledged |= acknowledgesEventIndex(device.transport);
    };
    for (const SavedDrive &drive : state.drives)
        count(drive);
    for (const SavedInterface &interface : state.interfaces) {
        count(interface);
        facts.eventIndexOnInterface |= acknowledgesEventIndex(interface.transport);
    }
    if (state.balloon)
        count(*state.balloon);
    if (state.vsock)
        count(*state.vsock);
    if (state.entropy)
        count(*state.entropy);
    facts.hasBalloon = state.balloon.has_value();
    facts.hasEntropy = state.entropy.has_value();
    return facts;
}

Result<> checkTarget(DataVersion version, const TargetFacts &facts)
{
    if (version < kBalloon && facts.devices > kFewDevices)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Too many devices attached: {}. The maximum number allowed for the snapshot data "
                                "version requested is {}.",
                                facts.devices, kFewDevices));
    if ((version < kEventIndex && facts.eventIndexAcknowledged) ||
        (version < kInterfaceEventIndex && facts.eventIndexOnInterface))
        return fail(ErrorKind::InvalidInput,
                    "The virtio devices use a features that is incompatible with older versions of Firecracker: "
                    "notification suppression"); // "a features": the words on the wire
    if (version < kBalloon && facts.hasBalloon)
        return fail(ErrorKind::InvalidInput, "Cannot serialize the microVM state: Target version does not implement "
                                             "the virtio-balloon device.");
    if (version < kEntropy && facts.hasEntropy)
        return fail(ErrorKind::InvalidInput, "Cannot serialize the microVM state: Target version does not support "
                                             "persisting the virtio-rng device.");
    return {};
}

} // namespace sparkler::snapshot
