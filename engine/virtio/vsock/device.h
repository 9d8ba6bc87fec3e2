#pragma once

#include "virtio/device.h"

#include <cstdint>
#include <memory>
#include <string>

namespace sparkler::virtio {

/// What the vsock device is made from.
struct VsockSettings {
    std::uint32_t guestCid = 3;
    std::string udsPath; ///< bound at once; guest-initiated streams go to "{udsPath}_{port}"
};

/// A virtio socket device (virtio 1.2, 5.10) whose host side are Unix sockets. Only streams.
class VsockDevice : public VirtioDevice {
public:
    /// Binds and listens at `udsPath`, which must not exist. Error: Host with the text that follows "Cannot create
    /// backend for vsock device: ".
    static Result<std::unique_ptr<VsockDevice>> open(const VsockSettings &settings);
    // The socket file is left behind when the device goes; whoever replaces a device unlinks it.
};

} // namespace sparkler::virtio
