#pragma once

#include "config/parse.h"
#include "config/types.h"
#include "virtio/block/device.h"

#include <memory>

namespace sparkler {

/// A configured drive and the device that was opened for it. The device is shared with a machine while one exists.
struct Drive {
    DriveConfig config;
    std::shared_ptr<virtio::BlockDevice> device;
};

/// Opens what `config` names. Errors carry PUT /drives' fault text, category included.
Result<Drive> openDrive(const DriveConfig &config, Origin origin = Origin::Api);

/// Applies a PATCH to a drive of a running machine, path first; on an error of the path nothing has changed. The caller
/// holds the device's lock. Errors carry PATCH /drives' fault text, category included.
Result<> updateDrive(Drive &drive, const DriveUpdate &update);

} // namespace sparkler
