// The peer of a stream back end is the fuzzer: any bytes in any pieces, reads as it likes, goes when it likes. What
// comes out is held against a model that sees the whole stream, both ways.
#include "base/fd.h"
#include "fuzz_input.h"
#include "virtio/net/features.h"
#include "virtio/net/frame_stream.h"
#include "virtio/net/stream.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <sys/socket.h>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::virtio;

using Bytes = std::vector<std::byte>;

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// One direction: the bytes that went in, and how far the frames in them were checked.
struct Stream {
    Bytes bytes;
    std::size_t at = 0;

    void append(std::span<const std::byte> more) { bytes.insert(bytes.end(), more.begin(), more.end()); }
    /// The next length, if it is there.
    bool hasLength() const { return bytes.size() - at >= kStreamLengthBytes; }
    std::uint32_t length() const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < kStreamLengthBytes; ++i)
            value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
        return value;
    }
    bool isBad() const { return hasLength() && (length() < kStreamLeastFrame || length() > kStreamMostFrame); }
    /// The next frame is that one.
    void expect(std::span<const std::byte> frame)
    {
        check(hasLength() && !isBad() && length() == frame.size());
        check(bytes.size() - at - kStreamLengthBytes >= frame.size());
        const auto found = std::span(bytes).subspan(at + kStreamLengthBytes, frame.size());
        check(std::ranges::equal(found, frame));
        at += kStreamLengthBytes + frame.size();
    }
};

class World {
public:
    World()
    {
        std::array<int, 2> ends{};
        check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0);
        const int small = 4096;
        for (const int end : ends)
            ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
        m_peer = Fd(ends[0]);
        m_backend = std::move(streamOver(Fd(ends[1]), "fuzz").value());
    }

    void step(FuzzInput &input)
    {
        switch (input.take<std::uint8_t>() % 8) {
        case 0:
            write(input.takeBytes(input.take<std::uint8_t>()));
            break;
        case 1: { // a good frame, perhaps not all of it
            const std::uint32_t length = kStreamLeastFrame + input.take<std::uint16_t>() % 2000u;
            const auto announced = streamLength(length);
            Bytes frame(announced.begin(), announced.end());
            frame.resize(kStreamLengthBytes + length, std::byte{input.take<std::uint8_t>()});
            write(std::span(frame).first(frame.size() - input.take<std::uint8_t>() % 4u));
            break;
        }
        case 2:
        case 3:
            receive();
            break;
        case 4:
            send(1 + input.take<std::uint16_t>() % kStreamMostFrame, input.take<std::uint8_t>());
            break;
        case 5:
            m_backend->flush();
            break;
        case 6:
            readPeer(input.take<std::uint16_t>());
            (void)m_backend->room();
            break;
        default:
            if (input.take<std::uint8_t>() == 0)
                m_peer.reset();
            break;
        }
    }
    /// All that is left comes through, unless the link is down.
    void finish()
    {
        do {
            (void)m_backend->room();
            m_backend->flush();
        } while (readPeer(kNetMaxFrameBytes));
        receive();
        if (m_peer && m_backend->linkUp()) {
            for (const Bytes &frame : m_sent)
                m_toPeer.expect(frame);
            check(m_toPeer.at == m_toPeer.bytes.size());
            check(!m_fromPeer.isBad());
        }
    }

private:
    void write(std::span<const std::byte> bytes)
    {
        if (!m_peer || bytes.empty())
            return;
        const ssize_t sent = ::send(m_peer.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0)
            m_fromPeer.append(bytes.first(static_cast<std::size_t>(sent)));
    }
    void receive()
    {
        const std::span<std::byte> buffer = scratch();
        const std::array<iovec, 2> pieces{iovec{buffer.data(), 7}, iovec{buffer.data() + 7, buffer.size() - 7}};
        for (;;) {
            const ssize_t got = m_backend->read(pieces);
            if (got < 0) {
                check(got == -EAGAIN || !m_backend->linkUp());
                return;
            }
            m_fromPeer.expect(buffer.subspan(kNetHeaderBytes, static_cast<std::size_t>(got) - kNetHeaderBytes));
        }
    }
    void send(std::uint32_t bytes, std::uint8_t fill)
    {
        Bytes frame(kNetHeaderBytes + bytes, std::byte{fill});
        const std::array<iovec, 2> pieces{iovec{frame.data(), 9}, iovec{frame.data() + 9, frame.size() - 9}};
        const ssize_t sent = m_backend->write(pieces);
        if (sent > 0) {
            check(static_cast<std::size_t>(sent) == frame.size());
            m_sent.emplace_back(frame.begin() + kNetHeaderBytes, frame.end());
        } else {
            check(sent == -EAGAIN || (sent == -EINVAL && bytes < kStreamLeastFrame) || !m_backend->linkUp());
        }
    }
    /// At most `most` bytes; whether there were any.
    bool readPeer(std::size_t most)
    {
        const ssize_t got = m_peer ? ::recv(m_peer.get(), scratch().data(), most, 0) : 0;
        if (got > 0)
            m_toPeer.append(scratch().first(static_cast<std::size_t>(got)));
        return got > 0;
    }
    /// One for all runs: it is large.
    static std::span<std::byte> scratch()
    {
        static std::array<std::byte, kNetMaxFrameBytes> bytes;
        return bytes;
    }

    Fd m_peer;
    std::unique_ptr<NetBackend> m_backend;
    Stream m_fromPeer, m_toPeer;
    std::vector<Bytes> m_sent;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    World world;
    for (int step = 0; step < 200 && !input.empty(); ++step)
        world.step(input);
    world.finish();
    return 0;
}
