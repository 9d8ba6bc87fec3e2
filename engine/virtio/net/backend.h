#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>

#include <sys/types.h>
#include <sys/uio.h>

namespace sparkler::virtio {

/// The host's end of a network interface: a tap, or a stream to a process that plays the network. A frame is one call;
/// the 12-byte virtio header comes first, whether or not the other side gets it. Nothing blocks. Not thread-safe: the
/// device's lock covers every call.
class NetBackend {
public:
    enum class Direction { FromHost, ToHost };

    virtual ~NetBackend() = default;
    /// Takes the next frame. Its bytes, or -errno; -EAGAIN: none waits, fd() tells when one does. What the pieces
    /// cannot hold is lost.
    virtual ssize_t read(std::span<const iovec> pieces) = 0;
    /// Sends a frame. Its bytes, or -errno; -EAGAIN: not now, nothing of it was taken, roomFd() tells when to try
    /// again. What it took may be sent by flush() only.
    virtual ssize_t write(std::span<const iovec> pieces) = 0;
    /// After the last write() of a pass.
    virtual void flush() {}

    /// All offloads it accepts (kTap… bits).
    virtual unsigned offloads() const = 0;
    /// From now on: what received frames may come with. Error: Host.
    virtual Result<> setOffloads(unsigned flags) = 0;

    /// Becomes readable whenever a frame arrives; to be watched for edges. Borrowed, open for the backend's life.
    virtual int fd() const = 0;
    /// Becomes readable when write() may work again, after which room() is to be called. -1: write() always works.
    virtual int roomFd() const { return -1; }
    /// Whether write() may be tried again.
    virtual bool room() { return true; }

    /// Whether the driver can be told of a link that is down (VIRTIO_NET_F_STATUS).
    virtual bool hasLinkState() const { return false; }
    virtual bool linkUp() const { return true; }

    /// "tap" or "stream".
    virtual std::string_view kind() const = 0;
    /// As the host calls it.
    virtual const std::string &name() const = 0;
    /// Says in the log, in plain words, what an errno of read() or write() means and what to do about it. Whether it
    /// may pass, so that trying again is of use.
    virtual bool explain(Direction direction, int error) const = 0;
};

} // namespace sparkler::virtio
