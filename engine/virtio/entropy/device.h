#pragma once

#include "base/clock.h"
#include "ratelimit/rate_limiter.h"
#include "virtio/device.h"
#include "virtio/entropy/random_source.h"

#include <cstdint>
#include <memory>

namespace sparkler::virtio {

/// Random bytes that one request gets at most, whatever the length of its buffers.
constexpr std::uint32_t kMaxEntropyRequestBytes = 64 * 1024;

/// What an entropy device uses of its host; tests put something else there. Both outlive the device.
struct EntropyHost {
    RandomSource *source = &hostRandomSource();
    const Clock *clock = &hostClock();
};

/// A virtio entropy device (virtio 1.2, 5.4) fed by the host's random number generator.
class EntropyDevice : public VirtioDevice {
public:
    /// Error: Host.
    static Result<std::unique_ptr<EntropyDevice>> create(const LimiterSettings &limiter, const EntropyHost &host = {});
};

} // namespace sparkler::virtio
