#include "virtio/net/frame_stream.h"

#include "virtio/net/features.h"
#include "virtio/net/pieces.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace sparkler::virtio {
namespace {

static_assert(kStreamMostFrame == kNetMaxFrameBytes - kNetHeaderBytes);

/// With less room than this a read is not worth its system call.
constexpr std::size_t kLeastRoom = std::size_t{32} << 10;
static_assert(FrameReader::kCapacity >= kStreamLengthBytes + kStreamMostFrame + kLeastRoom);

constexpr std::size_t kOutboxBytes = kStreamLengthBytes + kStreamMostFrame;
static_assert(kOutboxBytes >= FrameOutbox::kBatchBytes);

} // namespace

// --- from the peer ---

FrameReader::FrameReader() : m_buffer(std::make_unique_for_overwrite<std::byte[]>(kCapacity)) {}

std::span<std::byte> FrameReader::room()
{
    assert(!isBroken());
    const std::size_t held = m_end - m_begin;
    if (held == 0) {
        m_begin = m_end = 0; // always the same memory, as long as the guest keeps up
    } else if (kCapacity - m_end < kLeastRoom) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, held);
        m_begin = 0;
        m_end = held;
    }
    return {m_buffer.get() + m_end, kCapacity - m_end};
}

std::optional<std::span<const std::byte>> FrameReader::next()
{
    const std::size_t held = m_end - m_begin;
    if (held < kStreamLengthBytes || isBroken())
        return std::nullopt;
    const std::uint32_t length = lengthAtBegin();
    if (length < kStreamLeastFrame || length > kStreamMostFrame) {
        m_badLength = length;
        return std::nullopt;
    }
    if (held - kStreamLengthBytes < length)
        return std::nullopt;
    const std::span<const std::byte> frame(m_buffer.get() + m_begin + kStreamLengthBytes, length);
    m_begin += kStreamLengthBytes + length;
    return frame;
}

std::uint32_t FrameReader::lengthAtBegin() const
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < kStreamLengthBytes; ++i)
        length = length << 8 | std::to_integer<std::uint32_t>(m_buffer[m_begin + i]);
    return length;
}

// --- to the peer ---

FrameOutbox::FrameOutbox() : m_buffer(std::make_unique_for_overwrite<std::byte[]>(kOutboxBytes)) {}

bool FrameOutbox::fits(std::size_t bytes) const
{
    return m_end == 0 || m_end + kStreamLengthBytes + bytes <= kBatchBytes;
}

void FrameOutbox::add(std::span<const iovec> frame, std::size_t skip, std::uint32_t bytes)
{
    assert(fits(bytes) && bytes <= kStreamMostFrame);
    std::ranges::copy(streamLength(bytes), m_buffer.get() + m_end);
    m_end += kStreamLengthBytes;
    copyFromPieces(frame, skip, {m_buffer.get() + m_end, bytes});
    m_end += bytes;
}

void FrameOutbox::sent(std::size_t bytes)
{
    assert(bytes <= m_end - m_begin);
    m_begin += bytes;
    if (m_begin == m_end)
        m_begin = m_end = 0;
}

std::array<std::byte, kStreamLengthBytes> streamLength(std::uint32_t length)
{
    std::array<std::byte, kStreamLengthBytes> out;
    for (std::size_t i = 0; i < kStreamLengthBytes; ++i)
        out[i] = static_cast<std::byte>(length >> (8 * (kStreamLengthBytes - 1 - i)));
    return out;
}

} // namespace sparkler::virtio
