#pragma once

#include "ratelimit/token_bucket.h"

#include <cstddef>
#include <optional>
#include <span>

namespace sparkler::virtio {

/// Somebody on the host who answers some of the guest's frames himself, in place of the tap (the metadata service).
/// Frames are Ethernet without virtio header. Called under the device's lock, on the VMM thread; the network device
/// takes no copy that it does not need and never calls back from within these calls.
class FrameDetour {
public:
    virtual ~FrameDetour() = default;

    /// Whether a frame that begins like this would be taken: at least the first 64 bytes of the frame, or all of a
    /// shorter one. No side effects but counting.
    virtual bool wants(std::span<const std::byte> frameStart) = 0;
    /// A whole frame that wants() agreed to.
    virtual void take(std::span<const std::byte> frame, TimePoint now) = 0;
    /// Whether a frame for the guest waits.
    virtual bool hasFrame(TimePoint now) = 0;
    /// Writes the next frame for the guest into `out` (at least 1514 bytes) and returns its length; 0: nothing waits.
    virtual std::size_t nextFrame(std::span<std::byte> out, TimePoint now) = 0;
    /// When hasFrame() may become true without another frame of the guest (retransmission); nothing: never.
    virtual std::optional<TimePoint> nextDeadline() const = 0;
};

} // namespace sparkler::virtio
