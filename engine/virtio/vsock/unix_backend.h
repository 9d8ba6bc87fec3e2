#pragma once

#include "base/fd.h"
#include "events/timer.h"
#include "virtio/vsock/host_streams.h"

#include <memory>
#include <string>

namespace sparkler::virtio {

/// What happens in this process when it writes to a program that is gone, besides the error.
enum class BrokenPipe {
    Quiet,
    Signal, ///< SIGPIPE; only where a handler is installed, for without one it ends the process
};

/// The host side as Unix stream sockets: programs of the host connect to `{path}`, the guest reaches those that listen
/// at `{path}_{port}`. Watches its sockets with an epoll descriptor of its own, edge-triggered, so that a socket whose
/// bytes nobody can take costs nothing.
class UnixHostStreams final : public HostStreams {
public:
    /// Binds and listens at `path`, which must not exist; the file is left behind. Error: Host, "Error binding to the
    /// host-side Unix socket: {reason}".
    static Result<std::unique_ptr<UnixHostStreams>> listen(const std::string &path, BrokenPipe brokenPipe);

    Result<std::unique_ptr<HostStream>> connect(std::uint32_t port) override;
    Result<> setAccepting(bool on) override;
    int readinessFd() const override { return m_epoll.get(); }
    void dispatch(HostStreamSink &sink, VsockTimePoint now) override;

private:
    UnixHostStreams(std::string path, BrokenPipe brokenPipe, Fd listener, Fd epoll, TimerFd acceptRetry);
    void acceptSome(HostStreamSink &sink, VsockTimePoint now);
    Result<> watchListener(bool on);

    std::string m_path;
    int m_sendFlags;
    Fd m_listener;
    Fd m_epoll;
    TimerFd m_acceptRetry; ///< the host was out of descriptors or memory
    bool m_accepting = false;
};

} // namespace sparkler::virtio
