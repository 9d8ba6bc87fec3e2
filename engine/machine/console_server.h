#pragma once

#include "base/fd.h"
#include "events/event_loop.h"
#include "events/timer.h"
#include "machine/console_scrollback.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace sparkler {

/// The serial console as a Unix stream socket: bytes both ways, nothing else. Every viewer first gets the newest output
/// there was before it came (the scrollback), then what follows, without gap or duplicate. A viewer that reads too
/// slowly loses the oldest bytes; neither the guest nor other viewers wait for it. Input of all viewers is merged.
/// append(): any thread; all else: the thread of the loop.
class ConsoleServer {
public:
    struct Limits {
        std::size_t scrollbackBytes = 256 * 1024;
        std::size_t maxViewers = 16; ///< further ones are closed at once
    };
    /// Takes as much input as there is room for; the count of bytes taken.
    using InputSink = std::move_only_function<std::size_t(std::span<const std::byte>)>;

    /// Listens at `path` (see listenUnix()); viewers are served when `loop`, which must outlive the server, runs.
    /// Error: Host, the text to show.
    static Result<std::unique_ptr<ConsoleServer>> listen(const std::string &path, EventLoop &loop);
    static Result<std::unique_ptr<ConsoleServer>> listen(const std::string &path, EventLoop &loop, Limits limits);
    ~ConsoleServer();
    ConsoleServer(const ConsoleServer &) = delete;
    ConsoleServer &operator=(const ConsoleServer &) = delete;

    /// One byte of output. Never blocks on a viewer.
    void append(std::byte byte);

    /// From now on viewers are read. Without a sink, what they send waits in their sockets.
    void connectInput(InputSink sink);
    void disconnectInput();
    /// After the sink took less than it was offered: it has room again.
    void resumeInput();

    /// Before the process ends: sends what viewers have not got yet, waiting up to 100 ms in all.
    void finish();

private:
    struct Viewer;
    ConsoleServer(Fd listener, Fd wake, TimerFd acceptRetry, EventLoop &loop, Limits limits);
    Result<> watch();
    bool acceptViewer();
    void addViewer(Fd socket);
    bool makeRoom();
    void onViewerEvents(Viewer &viewer, std::uint32_t events);
    void onOutput();
    bool deliver(Viewer &viewer);
    bool isBehind(const Viewer &viewer);
    bool feed(Viewer &viewer);
    bool feedDeparted(Viewer &viewer);
    bool inputFlows() const { return m_sink && !m_sinkFull; }
    void updateInterest();
    bool updateInterest(Viewer &viewer);
    void drop(const Viewer &viewer);

    EventLoop &m_loop;
    const Limits m_limits;
    Fd m_listener;
    Fd m_wake; ///< eventfd: there is output for viewers that have seen all before it
    TimerFd m_acceptRetry;
    InputSink m_sink;
    bool m_sinkFull = false;

    std::mutex m_lock;
    ConsoleScrollback m_scrollback; ///< guarded by m_lock
    bool m_wakeOnOutput = false;    ///< guarded by m_lock; a viewer waits for the next byte

    // Last: they leave the loop before what their handlers use goes.
    EventLoop::Registration m_listening;
    EventLoop::Registration m_woken;
    EventLoop::Registration m_retrying;
    std::vector<std::unique_ptr<Viewer>> m_viewers;
};

} // namespace sparkler
