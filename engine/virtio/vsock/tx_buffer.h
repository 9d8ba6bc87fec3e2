#pragma once

#include "virtio/vsock/packet.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include <sys/uio.h>

namespace sparkler::virtio {

/// Bytes on their way to a host stream that did not take them yet: a ring of kVsockTxBufferBytes, allocated when the
/// first byte has to wait.
class VsockTxBuffer {
public:
    std::uint32_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::uint32_t free() const { return kVsockTxBufferBytes - m_size; }

    /// Copies `pieces` without their first `skip` bytes; the caller saw that they fit.
    void append(std::span<const iovec> pieces, std::size_t skip);
    /// What is in it, oldest first, in one or two pieces. Valid until the next change.
    std::span<const iovec> content();
    /// Forgets the oldest `bytes`.
    void drop(std::uint32_t bytes);

private:
    std::unique_ptr<std::byte[]> m_bytes;
    std::uint32_t m_first = 0;
    std::uint32_t m_size = 0;
    std::array<iovec, 2> m_content{};
};

} // namespace sparkler::virtio
