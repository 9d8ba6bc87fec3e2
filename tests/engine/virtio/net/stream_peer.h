#pragma once

// The process that plays the network: the other end of a stream back end's socket.

#include "base/fd.h"
#include "net_rig.h"
#include "virtio/net/frame_stream.h"

#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include <sys/socket.h>

namespace sparkler::test {

inline void append(Bytes &bytes, std::span<const std::byte> more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// `frame`, without virtio header, as it crosses the stream.
inline Bytes onWire(const Bytes &frame)
{
    Bytes wire;
    append(wire, virtio::streamLength(static_cast<std::uint32_t>(frame.size())));
    append(wire, frame);
    return wire;
}

inline Bytes onWire(const std::vector<Bytes> &frames)
{
    Bytes wire;
    for (const Bytes &frame : frames)
        append(wire, onWire(frame));
    return wire;
}

class StreamPeer {
public:
    /// `bufferBytes`: what the sockets hold each way, roughly; 0: as the system has it.
    explicit StreamPeer(int bufferBytes = 0)
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
            qFatal("socketpair: %s", std::strerror(errno));
        m_socket = Fd(ends[0]);
        m_other = Fd(ends[1]);
        for (const int end : ends) {
            if (bufferBytes > 0)
                ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &bufferBytes, sizeof bufferBytes);
        }
    }
    /// The back end's socket; once.
    Fd takeOther() { return std::move(m_other); }

    /// What the socket takes of `bytes`.
    std::size_t write(std::span<const std::byte> bytes)
    {
        const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return sent < 0 ? 0 : static_cast<std::size_t>(sent);
    }
    /// Reads what is there, at most `most` bytes; its length.
    std::size_t read(std::size_t most = SIZE_MAX)
    {
        std::size_t total = 0;
        Bytes piece(std::min<std::size_t>(most, 65536));
        while (total < most) {
            const ssize_t got = ::recv(m_socket.get(), piece.data(), std::min(piece.size(), most - total), 0);
            if (got <= 0) {
                atEnd = atEnd || got == 0;
                break;
            }
            append(m_held, std::span(piece).first(static_cast<std::size_t>(got)));
            total += static_cast<std::size_t>(got);
        }
        return total;
    }
    /// Takes the whole frames that were read.
    std::vector<Bytes> takeFrames()
    {
        std::vector<Bytes> frames;
        std::size_t at = 0;
        for (; m_held.size() - at >= virtio::kStreamLengthBytes;) {
            std::uint32_t length = 0;
            for (std::size_t i = 0; i < virtio::kStreamLengthBytes; ++i)
                length = length << 8 | std::to_integer<std::uint32_t>(m_held[at + i]);
            if (m_held.size() - at - virtio::kStreamLengthBytes < length)
                break;
            const auto begin = m_held.begin() + static_cast<std::ptrdiff_t>(at + virtio::kStreamLengthBytes);
            frames.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(length));
            at += virtio::kStreamLengthBytes + length;
        }
        m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(at));
        return frames;
    }
    std::size_t heldBytes() const { return m_held.size(); }
    void close() { m_socket.reset(); }

    bool atEnd = false; ///< the other side has closed

private:
    Fd m_socket, m_other;
    Bytes m_held;
};

} // namespace sparkler::test
