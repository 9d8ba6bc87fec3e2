// What a machine is made of, into and out of a snapshot.

#include "machine/resources.h"

#include "machine/balloon.h"

namespace sparkler {
namespace {

/// Gives out the states of a machine's devices in their order.
class DeviceStates {
public:
    explicit DeviceStates(std::vector<MachineRuntime::Device> states) : m_states(std::move(states)) {}

    template <typename Config, typename Own>
    SavedDevice<Config, Own> next(const Config &config)
    {
        MachineRuntime::Device &state = m_states.at(m_at++);
        return {config, std::move(state.transport), std::get<Own>(std::move(state.own))};
    }

private:
    std::vector<MachineRuntime::Device> m_states;
    std::size_t m_at = 0;
};

} // namespace

MachineState Resources::describe(MachineRuntime runtime) const
{
    MachineState state;
    state.config = m_machine;
    state.bootSource = m_bootSource;
    state.memory = std::move(runtime.memory);
    state.vm = std::move(runtime.vm);
    state.vcpus = std::move(runtime.vcpus);
    state.serial = std::move(runtime.serial);
    state.keyboard = std::move(runtime.keyboard);
    state.identity = runtime.identity;
    DeviceStates states(std::move(runtime.devices));
    if (m_balloon)
        state.balloon = states.next<BalloonConfig, virtio::BalloonState>(balloonConfig(*m_balloon));
    for (const Drive &drive : m_drives)
        state.drives.push_back(states.next<DriveConfig, virtio::BlockState>(drive.config));
    for (const NetInterface &interface : m_interfaces)
        state.interfaces.push_back(states.next<NetworkConfig, virtio::NetState>(interface.config));
    if (m_vsock)
        state.vsock = states.next<VsockConfig, virtio::VsockState>(m_vsock->config);
    if (m_entropy)
        state.entropy = states.next<EntropyConfig, virtio::EntropyState>(m_entropy->config);
    if (hasMmdsInterface())
        state.mmds = mmdsConfig();
    return state;
}

Result<> Resources::restore(const MachineState &state)
{
    Resources fresh(m_metadata);
    fresh.m_serial = m_serial;
    fresh.m_machine = state.config;
    fresh.m_bootSource = state.bootSource; // its files are in memory already and may be gone
    if (state.balloon)
        TRY(fresh.putBalloon(state.balloon->config));
    for (const SavedDrive &drive : state.drives)
        TRY(fresh.putDrive(drive.config));
    for (const SavedInterface &interface : state.interfaces)
        TRY(fresh.putNetwork(interface.config));
    if (state.vsock)
        TRY(fresh.putVsock(state.vsock->config));
    if (state.entropy)
        TRY(fresh.putEntropy(state.entropy->config));
    if (state.mmds)
        TRY(fresh.putMmdsConfig(*state.mmds));
    *this = std::move(fresh);
    return {};
}

} // namespace sparkler
