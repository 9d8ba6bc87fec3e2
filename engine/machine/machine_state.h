#pragma once

#include "config/types.h"
#include "hypervisor/state.h"
#include "legacy/i8042.h"
#include "legacy/uart16550.h"
#include "memory/guest_memory.h"
#include "virtio/state.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkler {

/// One virtio device: what it was configured with, its registers, what else it knows.
template <typename Config, typename Own>
struct SavedDevice {
    Config config;
    virtio::TransportState transport;
    Own own;
    bool operator==(const SavedDevice &) const = default;
};

using SavedDrive = SavedDevice<DriveConfig, virtio::BlockState>;
using SavedInterface = SavedDevice<NetworkConfig, virtio::NetState>;
using SavedVsock = SavedDevice<VsockConfig, virtio::VsockState>;
using SavedBalloon = SavedDevice<BalloonConfig, virtio::BalloonState>;
using SavedEntropy = SavedDevice<EntropyConfig, virtio::EntropyState>;

/// The two devices by which a guest learns that it is a copy. Where their pages lie in guest memory, page aligned.
struct SavedIdentity {
    GuestAddress vmGenIdAt; ///< 16 bytes (a GUID)
    GuestAddress vmClockAt; ///< a page (struct vmclock_abi)
    bool operator==(const SavedIdentity &) const = default;
};

/// A whole paused machine but for the contents of its memory: what a state file holds. Devices have the windows and
/// interrupt lines that follow from their order: balloon, drives, interfaces, vsock, entropy.
struct MachineState {
    MachineConfig config;
    BootSourceConfig bootSource;
    std::vector<MemoryRange> memory; ///< ascending; the memory file holds them one after the other
    VmState vm;
    std::vector<VcpuState> vcpus;
    UartState serial;
    I8042State keyboard;
    std::optional<SavedBalloon> balloon;
    std::vector<SavedDrive> drives; ///< the root drive first
    std::vector<SavedInterface> interfaces;
    std::optional<SavedVsock> vsock;
    std::optional<SavedEntropy> entropy;
    std::optional<MmdsConfig> mmds;        ///< only while an interface is associated
    std::optional<SavedIdentity> identity; ///< none: made by an engine, or for a version, without
    bool operator==(const MachineState &) const = default;
};

} // namespace sparkler
