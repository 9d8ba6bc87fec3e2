#pragma once

#include "support/fake_guest.h"
#include "support/memory_streams.h"
#include "support/vsock_guest.h"
#include "virtio/vsock/muxer.h"

#include <QtGlobal>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sparkler::test {

using namespace sparkler::virtio;
using namespace std::chrono_literals;

constexpr std::uint32_t kHostPort = 7000, kGuestPort = 40000;
constexpr std::uint32_t kFirstPort = 1u << 30;
constexpr std::uint32_t kBoth = kVsockNoMoreReceives | kVsockNoMoreSends;

/// A multiplexer between packets and streams in memory, and a clock.
struct MuxerBench {
    MemoryStreams streams;
    VsockMuxer muxer{VsockGuest::kCid, streams};
    VsockTimePoint now{1h};
    std::uint32_t guestBuffer = 1u << 18;

    MuxerBench()
    {
        streams.accepting = true;
        streams.listening = {kHostPort};
    }
    void run() { streams.dispatch(muxer, now); }
    void wait(std::chrono::milliseconds time)
    {
        now += time;
        muxer.expire(now);
    }

    VsockHeader header(VsockOp op, std::uint32_t hostPort = kHostPort, std::uint32_t guestPort = kGuestPort) const
    {
        VsockHeader made = VsockGuest::header(op, hostPort, guestPort);
        made.bufferAllocated = guestBuffer;
        return made;
    }
    void guest(VsockHeader header, std::vector<std::byte> payload = {})
    {
        header.length = static_cast<std::uint32_t>(payload.size());
        const iovec piece{payload.data(), payload.size()};
        muxer.fromGuest(header, std::span(&piece, payload.empty() ? 0 : 1), now);
    }
    void guest(VsockOp op, std::vector<std::byte> payload = {}) { guest(header(op), std::move(payload)); }
    void shutDown(std::uint32_t flags, std::uint32_t hostPort = kHostPort)
    {
        VsockHeader made = header(VsockOp::Shutdown, hostPort);
        made.flags = flags;
        guest(made);
    }

    std::optional<VsockPacket> next(std::size_t roomBytes = kVsockMaxPayload)
    {
        VsockPacket packet;
        packet.payload.resize(roomBytes);
        // Two pieces, so that limits fall into either.
        std::vector<iovec> room{{packet.payload.data(), roomBytes / 3},
                                {packet.payload.data() + roomBytes / 3, roomBytes - roomBytes / 3}};
        lastFill = muxer.toGuest(packet.header, room, now);
        if (room[0].iov_len != roomBytes / 3 || room[1].iov_len != roomBytes - roomBytes / 3)
            qFatal("the room was changed");
        if (lastFill != VsockFill::Packet)
            return std::nullopt;
        packet.payload.resize(packet.header.length);
        return packet;
    }
    /// The op of the next packet, 0 for none.
    int nextOp()
    {
        const auto packet = next();
        return packet ? static_cast<int>(packet->header.op) : 0;
    }
    VsockFill lastFill = VsockFill::Nothing;

    /// A connection that the guest opened and knows of.
    std::shared_ptr<MemoryPeer> fromGuest(std::uint32_t hostPort = kHostPort, std::uint32_t guestPort = kGuestPort)
    {
        streams.listening.insert(hostPort);
        guest(header(VsockOp::Request, hostPort, guestPort));
        if (nextOp() != static_cast<int>(VsockOp::Response))
            qFatal("no response");
        return streams.answered.back();
    }
    /// A program of the host that asks for a port of the guest, up to the REQUEST.
    std::shared_ptr<MemoryPeer> fromHost(std::uint32_t guestPort = kGuestPort)
    {
        auto peer = streams.dial("CONNECT " + std::to_string(guestPort) + "\n");
        run();
        run(); // the line is reported once the stream is watched
        return peer;
    }
};

inline int code(VsockOp op)
{
    return static_cast<int>(op);
}

} // namespace sparkler::test
