#pragma once

#include "machine/machine_state.h"

#include <variant>
#include <vector>

namespace sparkler {

/// The part of a MachineState that a running machine knows; the configurations are Resources' part.
struct MachineRuntime {
    struct Device {
        virtio::TransportState transport;
        virtio::DeviceState own;
    };
    std::vector<MemoryRange> memory;
    VmState vm;
    std::vector<VcpuState> vcpus;
    UartState serial;
    I8042State keyboard;
    std::vector<Device> devices; ///< in the order of attachment
    std::optional<SavedIdentity> identity;
};

/// The running part of a saved machine, moved out of it.
MachineRuntime takeRuntime(MachineState &state);

} // namespace sparkler
