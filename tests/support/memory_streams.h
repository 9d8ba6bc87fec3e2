#pragma once

#include "base/fd.h"
#include "virtio/vsock/host_streams.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

namespace sparkler::test {

/// A host program's end of a stream without sockets, and what the device did to the other end.
struct MemoryPeer {
    // The program.
    std::deque<std::byte> sent;      ///< by the program, not read by the device yet
    std::vector<std::byte> received; ///< by the program
    std::size_t room = 1u << 20;     ///< bytes the device may still write
    bool ended = false;              ///< the program will send no more
    int readError = 0;               ///< errno of the device's next reads / writes
    int writeError = 0;

    // The device.
    bool closed = false;
    bool readShut = false;
    bool writeShut = false;

    void send(std::span<const std::byte> bytes)
    {
        sent.insert(sent.end(), bytes.begin(), bytes.end());
        events.readable = true;
    }
    void send(std::string_view text) { send(std::as_bytes(std::span(text.data(), text.size()))); }
    void end()
    {
        ended = true;
        events.readable = true;
    }
    /// Goes away altogether.
    void hangUp()
    {
        end();
        writeError = EPIPE;
        events.writable = events.hungUp = true;
    }
    void makeRoom(std::size_t bytes)
    {
        room += bytes;
        events.writable = true;
    }
    std::string_view text() const { return {reinterpret_cast<const char *>(received.data()), received.size()}; }

    // Readiness, as edges.
    virtio::StreamEvents events;
    virtio::StreamToken token = 0;
    bool watched = false;
    bool watchesWritable = false;
};

/// The host side of a vsock device in memory: deterministic, and it can fail as told.
class MemoryStreams final : public virtio::HostStreams {
public:
    /// A program connects as to the main socket.
    std::shared_ptr<MemoryPeer> dial(std::string_view firstWords = {})
    {
        auto peer = std::make_shared<MemoryPeer>();
        if (!firstWords.empty())
            peer->send(firstWords);
        m_backlog.push_back(peer);
        return peer;
    }
    std::set<std::uint32_t> listening;                 ///< ports served on the host
    std::vector<std::shared_ptr<MemoryPeer>> answered; ///< streams the guest opened
    std::size_t peerRoom = 1u << 20;                   ///< of those
    bool accepting = false;
    int watchError = 0;

    Result<std::unique_ptr<virtio::HostStream>> connect(std::uint32_t port) override
    {
        if (!listening.contains(port))
            return fail(ErrorKind::NotFound, "nobody", ENOENT);
        answered.push_back(std::make_shared<MemoryPeer>());
        answered.back()->room = peerRoom;
        return stream(answered.back());
    }
    Result<> setAccepting(bool on) override
    {
        accepting = on;
        return {};
    }
    int readinessFd() const override { return m_event.get(); }
    void dispatch(virtio::HostStreamSink &sink, virtio::VsockTimePoint now) override
    {
        while (accepting && !m_backlog.empty()) {
            auto peer = m_backlog.front();
            m_backlog.pop_front();
            sink.onAccepted(stream(peer), now);
        }
        for (std::size_t i = 0; i < m_streams.size();) {
            const auto peer = m_streams[i];
            if (peer->closed) {
                m_streams.erase(m_streams.begin() + static_cast<std::ptrdiff_t>(i));
                continue;
            }
            ++i;
            virtio::StreamEvents events = std::exchange(peer->events, {});
            if (!peer->watchesWritable && !events.hungUp)
                events.writable = false;
            if (peer->watched && (events.readable || events.writable || events.hungUp))
                sink.onReady(peer->token, events, now);
        }
    }

private:
    class Stream final : public virtio::HostStream {
    public:
        Stream(std::shared_ptr<MemoryPeer> peer, const MemoryStreams &owner) : m_peer(std::move(peer)), m_owner(owner)
        {
        }
        ~Stream() override { m_peer->closed = true; }
        Result<> watch(virtio::StreamToken token) override
        {
            if (m_owner.watchError != 0)
                return fail(ErrorKind::Host, "no watches left", m_owner.watchError);
            m_peer->token = token;
            m_peer->watched = true;
            m_peer->events.readable = !m_peer->sent.empty() || m_peer->ended;
            return {};
        }
        Result<> watchWritable(bool on) override
        {
            m_peer->watchesWritable = on;
            m_peer->events.writable = on && m_peer->room > 0;
            return {};
        }
        std::ptrdiff_t read(std::span<const iovec> room) override
        {
            std::size_t total = 0;
            for (const iovec &piece : room) {
                const std::ptrdiff_t got = take(piece, true);
                if (got < 0)
                    return total > 0 ? static_cast<std::ptrdiff_t>(total) : got;
                total += static_cast<std::size_t>(got);
                if (static_cast<std::size_t>(got) < piece.iov_len)
                    break;
            }
            return static_cast<std::ptrdiff_t>(total);
        }
        std::ptrdiff_t peek(std::span<std::byte> out) override { return take({out.data(), out.size()}, false); }
        std::ptrdiff_t write(std::span<const iovec> bytes) override
        {
            if (m_peer->writeError != 0)
                return -m_peer->writeError;
            std::size_t total = 0;
            for (const iovec &piece : bytes) {
                const std::size_t step = std::min(piece.iov_len, m_peer->room);
                const auto *from = static_cast<const std::byte *>(piece.iov_base);
                m_peer->received.insert(m_peer->received.end(), from, from + step);
                m_peer->room -= step;
                total += step;
            }
            return total == 0 ? -EAGAIN : static_cast<std::ptrdiff_t>(total);
        }
        void shutdownRead() override { m_peer->readShut = true; }
        void shutdownWrite() override { m_peer->writeShut = true; }

    private:
        std::ptrdiff_t take(const iovec &piece, bool consume)
        {
            if (m_peer->readError != 0)
                return -m_peer->readError;
            auto &sent = m_peer->sent;
            if (sent.empty())
                return m_peer->ended ? 0 : -EAGAIN;
            const std::size_t step = std::min(piece.iov_len, sent.size());
            std::copy_n(sent.begin(), step, static_cast<std::byte *>(piece.iov_base));
            if (consume)
                sent.erase(sent.begin(), sent.begin() + static_cast<std::ptrdiff_t>(step));
            return static_cast<std::ptrdiff_t>(step);
        }
        std::shared_ptr<MemoryPeer> m_peer;
        const MemoryStreams &m_owner;
    };
    std::unique_ptr<virtio::HostStream> stream(const std::shared_ptr<MemoryPeer> &peer)
    {
        m_streams.push_back(peer);
        return std::make_unique<Stream>(peer, *this);
    }

    Fd m_event = std::move(Fd::eventFd().value()); ///< never signalled: tests dispatch by hand
    std::deque<std::shared_ptr<MemoryPeer>> m_backlog;
    std::vector<std::shared_ptr<MemoryPeer>> m_streams;
};

} // namespace sparkler::test
