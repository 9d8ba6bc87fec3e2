#pragma once

#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include <sys/uio.h>

namespace sparkler::virtio {

using VsockTimePoint = std::chrono::steady_clock::time_point;

/// Names a stream in readiness reports. Chosen by who owns the stream.
using StreamToken = std::uint64_t;

/// What changed at a stream since the last report. Reports are edges: who does not use a readiness up must remember it.
struct StreamEvents {
    bool readable = false; ///< also: its end, or an error to be read
    bool writable = false;
    bool hungUp = false; ///< the other side has closed it altogether
};

/// The host's end of one connection: a byte stream that never blocks. Destroying it closes it.
class HostStream {
public:
    virtual ~HostStream() = default;

    /// From now on readability and hang-up are reported under `token`, those that exist already included. Once. Error:
    /// Host.
    virtual Result<> watch(StreamToken token) = 0;
    /// Whether writability is reported, too; an existing one at once. Only after watch(). Error: Host.
    virtual Result<> watchWritable(bool on) = 0;

    /// Bytes read into `room` (which holds at least one), 0 at the end of the stream, or -errno; -EAGAIN: nothing
    /// there.
    virtual std::ptrdiff_t read(std::span<const iovec> room) = 0;
    /// As read(), but leaves the bytes in the stream.
    virtual std::ptrdiff_t peek(std::span<std::byte> out) = 0;
    /// Bytes taken, or -errno; -EAGAIN: no room.
    virtual std::ptrdiff_t write(std::span<const iovec> bytes) = 0;

    /// No more will be read / written; the other side notices.
    virtual void shutdownRead() = 0;
    virtual void shutdownWrite() = 0;
};

/// Who hears of the host side's doings.
class HostStreamSink {
public:
    virtual ~HostStreamSink() = default;
    /// A program of the host connected.
    virtual void onAccepted(std::unique_ptr<HostStream> stream, VsockTimePoint now) = 0;
    /// `token` may belong to a stream that is gone.
    virtual void onReady(StreamToken token, StreamEvents events, VsockTimePoint now) = 0;
};

/// The host side of a socket device. Owned by one thread at a time.
class HostStreams {
public:
    virtual ~HostStreams() = default;
    /// Connects to whoever serves `port` on the host. Error: Host (NotFound: nobody does).
    virtual Result<std::unique_ptr<HostStream>> connect(std::uint32_t port) = 0;
    /// Whether programs of the host that connect are accepted; if not, they wait. Off at first. Error: Host.
    virtual Result<> setAccepting(bool on) = 0;
    /// Becomes readable when dispatch() has something to report. Borrowed; lives as long as this object.
    virtual int readinessFd() const = 0;
    /// Reports what happened, a bounded amount; the rest the next time.
    virtual void dispatch(HostStreamSink &sink, VsockTimePoint now) = 0;
};

} // namespace sparkler::virtio
