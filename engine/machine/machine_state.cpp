#include "machine/machine_state.h"

#include "machine/machine_runtime.h"

namespace sparkler {

MachineRuntime takeRuntime(MachineState &state)
{
    MachineRuntime runtime{.memory = std::move(state.memory),
                           .vm = std::move(state.vm),
                           .vcpus = std::move(state.vcpus),
                           .serial = std::move(state.serial),
                           .keyboard = std::move(state.keyboard),
                           .devices = {},
                           .identity = state.identity};
    const auto take = [&runtime](auto &device) {
        runtime.devices.push_back({std::move(device.transport), std::move(device.own)});
    };
    // The order in which Resources has them.
    if (state.balloon)
        take(*state.balloon);
    for (SavedDrive &drive : state.drives)
        take(drive);
    for (SavedInterface &interface : state.interfaces)
        take(interface);
    if (state.vsock)
        take(*state.vsock);
    if (state.entropy)
        take(*state.entropy);
    return runtime;
}

} // namespace sparkler
