#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include <sys/uio.h>

namespace sparkler::virtio {

// Frames in a stream of bytes, as passt and QEMU's stream netdev carry them: before each frame its length, 32 bits in
// network byte order. Bytes in, frames out, and the other way; no descriptors.

constexpr std::size_t kStreamLengthBytes = 4;
/// What nothing on Ethernet is shorter than: its header.
constexpr std::uint32_t kStreamLeastFrame = 14;
/// The largest frame a driver can have (kNetMaxFrameBytes) without the virtio header.
constexpr std::uint32_t kStreamMostFrame = 65550;

/// Takes the stream apart. What it holds is limited whatever the peer sends.
class FrameReader {
public:
    FrameReader();

    /// Where the next bytes of the stream go, never empty. After next() had nothing more, and not when isBroken().
    std::span<std::byte> room();
    /// So many bytes were put there.
    void add(std::size_t bytes) { m_end += bytes; }
    /// The next whole frame, borrowed until room() is called; nothing: not all of it is there, or isBroken().
    std::optional<std::span<const std::byte>> next();
    /// The peer announced a frame of an impossible length: nothing behind that can be understood any more.
    bool isBroken() const { return m_badLength.has_value(); }
    /// That length.
    std::uint32_t badLength() const { return m_badLength.value_or(0); }
    /// The peer has begun a frame, which is not there as a whole.
    bool isMidFrame() const { return m_begin != m_end; }

    /// Of its buffer: a largest frame and a batch of small ones.
    static constexpr std::size_t kCapacity = std::size_t{128} << 10;

private:
    std::uint32_t lengthAtBegin() const;

    std::unique_ptr<std::byte[]> m_buffer; ///< kCapacity
    std::size_t m_begin = 0;               ///< of what is not taken yet
    std::size_t m_end = 0;
    std::optional<std::uint32_t> m_badLength;
};

/// Frames that were accepted and whose bytes the socket has not taken yet.
class FrameOutbox {
public:
    FrameOutbox();

    /// Whether a frame of `bytes` bytes can be added: when nothing waits any can, and small ones until a batch is full.
    bool fits(std::size_t bytes) const;
    /// Adds the `bytes` bytes (at most kStreamMostFrame) that `frame` holds from `skip` on. Only when it fits().
    void add(std::span<const iovec> frame, std::size_t skip, std::uint32_t bytes);
    /// What waits, in the form of the stream.
    std::span<const std::byte> pending() const { return {m_buffer.get() + m_begin, m_end - m_begin}; }
    /// The first `bytes` bytes of it are gone.
    void sent(std::size_t bytes);

    /// Linux takes so much at once whole or not at all (unix(7) sockets, one buffer of theirs).
    static constexpr std::size_t kBatchBytes = std::size_t{32} << 10;

private:
    std::unique_ptr<std::byte[]> m_buffer; ///< one largest frame with its length
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

/// `length` as it stands before a frame.
std::array<std::byte, kStreamLengthBytes> streamLength(std::uint32_t length);

} // namespace sparkler::virtio
