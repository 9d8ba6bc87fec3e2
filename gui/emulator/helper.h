#pragma once

#include "emulator/bridge.h"
#include "emulator/child_process.h"
#include "emulator/start_order.h"
#include "events/timer.h"

#include <memory>
#include <vector>

namespace sparkler::emulator {

/// The emulator's end in the helper machine: runs the engine that the host asks for and connects the host's streams to
/// its sockets. Main thread.
class Helper {
public:
    struct Setup {
        std::string engine;        ///< program
        std::string runDirectory;  ///< where the engine makes its sockets
        std::string workDirectory; ///< where the engine runs; empty: here
        /// Everything the engine wrote is to be safe when this returns; the host may end the machine right after.
        std::function<void()> beforeExit;
    };
    Helper(EventLoop &loop, Fd channel, Setup setup);

    /// Until the host has taken the engine's exit status or is gone. Error: why there was no engine, where the host
    /// could not be told.
    Result<> run();

private:
    struct Waiting {
        StreamId id;
        StreamKind kind;
    };
    Result<> start();
    void onControl(ControlKind kind, std::string_view payload);
    Result<> startEngine(const StartOrder &order);
    Result<> startOutput(StreamKind kind, Fd &engineEnd);
    void connectWaiting();
    /// False: not yet.
    bool connect(const Waiting &waiting);
    void onEngineExit();
    void onTimer();
    void onWorked();
    void conclude(ControlKind kind, std::string_view payload);
    std::string socketPath(StreamKind kind) const;

    EventLoop &m_loop;
    const Setup m_setup;
    std::string m_failure;
    std::vector<Waiting> m_waiting; ///< for the engine to listen
    std::optional<int> m_engineStatus;
    bool m_concluded = false; ///< the last frame is on its way
    bool m_graceOver = false;
    Bridge m_bridge;
    std::optional<ChildProcess> m_engine;
    std::optional<TimerFd> m_retryTimer;
    std::optional<TimerFd> m_graceTimer;
    EventLoop::Registration m_engineWatch;
    EventLoop::Registration m_retryWatch;
    EventLoop::Registration m_graceWatch;
};

} // namespace sparkler::emulator
