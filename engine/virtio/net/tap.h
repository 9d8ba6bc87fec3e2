#pragma once

#include "base/result.h"

#include <memory>
#include <span>
#include <string>

#include <sys/types.h>
#include <sys/uio.h>

namespace sparkler::virtio {

/// The host's end of a network interface. A frame is one call; the 12-byte virtio header comes first. Nothing blocks.
class Tap {
public:
    virtual ~Tap() = default;
    /// Takes the next frame. Its bytes, or -errno; -EAGAIN: none waits. What the pieces cannot hold is lost.
    virtual ssize_t read(std::span<const iovec> pieces) = 0;
    /// Sends a frame. Its bytes, or -errno.
    virtual ssize_t write(std::span<const iovec> pieces) = 0;
    /// All offloads it accepts (kTap… bits).
    virtual unsigned offloads() const = 0;
    /// From now on: what received frames may come with. Error: Host.
    virtual Result<> setOffloads(unsigned flags) = 0;
    /// Becomes readable whenever a frame arrives. Borrowed.
    virtual int fd() const = 0;
    /// As the host calls it.
    virtual const std::string &name() const = 0;
};

/// Says in the log, in plain words, what to do about an errno of Tap::read() or write(), where that is known.
void adviseOnTap(const Tap &tap, int error);

/// Attaches to the host's tap `name`, or makes it where that is allowed. All offloads are off. Logs in plain words what
/// to do when it cannot be had. Errors: Host or InvalidInput, with the text that follows "Could not create the network
/// device: ".
Result<std::unique_ptr<Tap>> openTap(const std::string &name);

} // namespace sparkler::virtio
