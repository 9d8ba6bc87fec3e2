#include "virtio/vsock/tx_buffer.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace sparkler::virtio {

void VsockTxBuffer::append(std::span<const iovec> pieces, std::size_t skip)
{
    if (!m_bytes)
        m_bytes = std::make_unique_for_overwrite<std::byte[]>(kVsockTxBufferBytes);
    for (const iovec &piece : pieces) {
        const std::size_t skipped = std::min(skip, piece.iov_len);
        skip -= skipped;
        const auto *from = static_cast<const std::byte *>(piece.iov_base) + skipped;
        for (std::size_t left = piece.iov_len - skipped; left > 0;) {
            assert(left <= free());
            const std::uint32_t end = (m_first + m_size) % kVsockTxBufferBytes;
            const auto step = static_cast<std::uint32_t>(std::min<std::size_t>(left, kVsockTxBufferBytes - end));
            std::memcpy(m_bytes.get() + end, from, step);
            m_size += step;
            from += step;
            left -= step;
        }
    }
}

std::span<const iovec> VsockTxBuffer::content()
{
    if (empty())
        return {};
    const std::uint32_t first = std::min(m_size, kVsockTxBufferBytes - m_first);
    m_content[0] = {m_bytes.get() + m_first, first};
    m_content[1] = {m_bytes.get(), m_size - first};
    return std::span(m_content).first(first < m_size ? 2 : 1);
}

void VsockTxBuffer::drop(std::uint32_t bytes)
{
    assert(bytes <= m_size);
    m_first = (m_first + bytes) % kVsockTxBufferBytes;
    m_size -= bytes;
}

} // namespace sparkler::virtio
