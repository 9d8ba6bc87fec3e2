#pragma once

#include "emulator/mux.h"
#include "events/event_loop.h"

#include <functional>

namespace sparkler::emulator {

/// Moves bytes between a channel and local descriptors: one Mux, and for each of its streams a socket, pipe or file of
/// this side. A descriptor that is closed on one side is closed on the other, a half-closed one half-closed, each
/// after everything that was sent before. One thread, the loop's.
class Bridge {
public:
    enum class Direction {
        Both,     ///< a socket
        Incoming, ///< bytes of the stream are only ever written to the descriptor
    };
    struct Handlers {
        /// The other side opened a stream; attach() follows, now or later.
        std::function<void(StreamId, StreamKind)> opened;
        std::function<void(ControlKind, std::string_view payload)> control;
        /// The channel ended or the other side violated the protocol. Called once; nothing is moved any more.
        std::function<void(const std::string &reason)> failed;
        /// After each round of work: streams may have ended, output may have been sent.
        std::function<void()> worked;
    };

    /// `channel` is made non-blocking. `loop` outlives the bridge.
    Bridge(EventLoop &loop, Side side, Fd channel, Handlers handlers);
    Bridge(const Bridge &) = delete;
    Bridge &operator=(const Bridge &) = delete;

    /// Error: Host.
    Result<> start();

    /// A new stream for `local`. False, with `local` closed: there are too many.
    bool open(StreamKind kind, Fd local);
    bool canOpen() const { return m_mux.canOpen(); }
    /// `local` is this side's end of a stream that the other side opened.
    void attach(StreamId id, Fd local, Direction direction = Direction::Both);
    /// Gives a stream up.
    void close(StreamId id);
    /// True when the other side has closed the stream and nothing of it is left to deliver.
    bool isOver(StreamId id) const { return m_mux.closeReceived(id) && m_mux.pending(id).empty(); }

    void sendControl(ControlKind kind, std::string_view payload = {});

    /// No local descriptor is left that bytes come from or go to.
    bool idle() const { return m_endpoints.empty(); }
    /// No bytes for a local descriptor are left.
    bool delivered() const;
    /// The channel has taken everything.
    bool sent() const { return m_mux.output().empty(); }

private:
    struct Endpoint {
        Fd local;
        EventLoop::Registration watch;
        std::uint32_t watched = 0; ///< events, while `watch` is set
        bool socket = false;
        bool alwaysReady = false; ///< a file, for which epoll has no use
        bool readEnded = false;
        bool writeEnded = false; ///< told the local peer that nothing more comes
        bool writeDead = false;  ///< the local peer takes nothing more
    };

    void onChannel(std::uint32_t events);
    void readChannel();
    void writeChannel();
    void dispatch(std::vector<MuxEvent> events);
    void onLocal(StreamId id, std::uint32_t events);
    void readLocal(StreamId id, Endpoint &endpoint, bool hungUp);
    void writeLocal(StreamId id, Endpoint &endpoint);
    /// Brings what is watched, half-closed and closed into line with the state of the streams.
    void settle();
    /// False: the endpoint is over and may go.
    bool settle(StreamId id, Endpoint &endpoint);
    void watch(StreamId id, Endpoint &endpoint, std::uint32_t events);
    void work();
    void failWith(const std::string &reason);

    EventLoop &m_loop;
    const Fd m_channel;
    Handlers m_handlers;
    Mux m_mux;
    std::map<StreamId, Endpoint> m_endpoints;
    EventLoop::Registration m_channelWatch;
    std::uint32_t m_channelWatched = 0; ///< events
    bool m_failed = false;
};

} // namespace sparkler::emulator
