#pragma once

#include "base/result.h"
#include "virtio/net/backend.h"

#include <memory>
#include <string>

namespace sparkler::virtio {

/// Attaches to the host's tap `name`, or makes it where that is allowed. All offloads are off. Logs in plain words what
/// to do when it cannot be had. Errors: Host or InvalidInput, with the text that follows "Could not create the network
/// device: ".
Result<std::unique_ptr<NetBackend>> openTap(const std::string &name);

} // namespace sparkler::virtio
