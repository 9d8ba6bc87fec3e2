#pragma once

#include "virtio/mmio_transport.h"
#include "virtio/state.h"

namespace sparkler::test {

/// A device and its transport, as a snapshot keeps them.
struct DeviceSnapshot {
    virtio::TransportState transport;
    virtio::DeviceState device;
    bool operator==(const DeviceSnapshot &) const = default;
};

/// As the machine saves a device while the guest does not run.
inline Result<DeviceSnapshot> takeSnapshot(virtio::MmioTransport &transport)
{
    {
        const auto guard = transport.lock();
        TRY(transport.device().quiesce());
    }
    const virtio::DeviceState device = transport.device().save();
    return DeviceSnapshot{transport.save(), device};
}

/// As the machine restores a device, before the guest runs; what is left is MmioTransport::kickAllQueues().
inline Result<> restoreSnapshot(virtio::MmioTransport &transport, const DeviceSnapshot &snapshot)
{
    TRY(transport.device().restore(snapshot.device));
    return transport.restore(snapshot.transport);
}

} // namespace sparkler::test
