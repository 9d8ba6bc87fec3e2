#pragma once

#include "config/parse.h"
#include "config/types.h"
#include "virtio/net/device.h"

#include <memory>

namespace sparkler {

/// A configured network interface and the device whose tap or socket is open. The device is shared with a machine while
/// one exists.
struct NetInterface {
    NetworkConfig config;
    std::shared_ptr<virtio::NetDevice> device;
    bool reachesMmds = false;
};

/// Opens the tap or the socket that `config` names. Errors carry PUT /network-interfaces' fault text, category
/// included.
Result<NetInterface> openInterface(const NetworkConfig &config, Origin origin = Origin::Api);

/// Applies a PATCH to an interface of a running machine. The caller holds the device's lock.
void updateInterface(NetInterface &interface, const NetworkUpdate &update);

} // namespace sparkler
