#pragma once

#include "emulator/bridge.h"
#include "emulator/child_process.h"
#include "emulator/host_log.h"
#include "emulator/options.h"
#include "events/timer.h"

#include <list>
#include <memory>

namespace sparkler::emulator {

/// How the emulator ends when the helper machine, not the engine, failed.
inline constexpr int kHelperFailed = 125;

/// The emulator's life on the host: sockets, QEMU, and the engine's fate as its own. Main thread; SIGTERM, SIGINT and
/// SIGHUP are blocked before.
class Host {
public:
    Host(const HostOptions &options, EventLoop &loop, HostLog &log);

    /// Until the engine or the helper machine has ended; the exit status.
    int run();

private:
    struct Listener {
        StreamKind kind;
        Fd socket;
        EventLoop::Registration watch;
    };
    Result<> start();
    Result<> listen(StreamKind kind, const std::string &path);
    Result<> startQemu();
    Result<> watchSignals();
    Result<> watchTimer();
    void accept(Listener &listener);
    void onControl(ControlKind kind, std::string_view payload);
    void onEngineExit(int status);
    void onSignal();
    void onTimer();
    void onWorked();
    void helperFailed(const std::string &reason);
    void end(int status);

    const HostOptions &m_options;
    EventLoop &m_loop;
    HostLog &m_log;
    int m_status = kHelperFailed;
    bool m_started = false;            ///< the engine
    bool m_ended = false;              ///< m_status stands
    std::optional<int> m_engineStatus; ///< it has ended; its last bytes may be on their way to our clients
    std::optional<int> m_signal;       ///< the last one that we got
    std::optional<TimerFd> m_timer;    ///< boot, then the grace after a signal or after the engine's end
    Fd m_signals;
    std::optional<ChildProcess> m_qemu;
    std::unique_ptr<Bridge> m_bridge;
    EventLoop::Registration m_timerWatch;
    EventLoop::Registration m_signalWatch;
    std::list<Listener> m_listeners;
};

} // namespace sparkler::emulator
