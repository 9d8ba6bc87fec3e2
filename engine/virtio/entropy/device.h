#pragma once

#include "ratelimit/rate_limiter.h"
#include "virtio/device.h"

#include <memory>

namespace sparkler::virtio {

/// A virtio entropy device (virtio 1.2, 5.4) fed by the host's random number generator.
class EntropyDevice : public VirtioDevice {
public:
    /// Error: Host.
    static Result<std::unique_ptr<EntropyDevice>> create(const LimiterSettings &limiter);
};

} // namespace sparkler::virtio
