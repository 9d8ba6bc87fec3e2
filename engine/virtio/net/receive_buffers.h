#pragma once

#include "virtio/net/backend.h"
#include "virtio/queue.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <sys/uio.h>

namespace sparkler::virtio {

/// The chains of a receive queue that wait for frames: popped, checked and taken apart once, used in order. Allocates
/// nothing once it runs.
class ReceiveBuffers {
public:
    enum class Added {
        Chain,
        Refused, ///< one of no use, given back with length 0
        Empty,   ///< the driver has none
        Full,    ///< as many as the queue has, or as one readv(2) takes
    };

    /// `memory` must outlive the buffers. `leastBytes`: shorter chains are refused.
    ReceiveBuffers(const GuestMemory &memory, std::uint16_t queueSize, std::uint32_t leastBytes);

    /// Pops one more chain. Error: GuestFault.
    Result<Added> add(Queue &queue);
    /// What was wrong with the chain that was refused last.
    std::string_view refusal() const { return m_refusal; }
    /// Gives the first chain back with length 0. Error: GuestFault.
    Result<> refuseFirst(Queue &queue);

    /// Puts all chains back to the front of the queue they were popped from, as if they had not been. That cannot be
    /// done with those that a refused chain came after: they are given back with length 0, as that one was. Error:
    /// GuestFault.
    Result<> putBack(Queue &queue);

    std::size_t chains() const { return m_chains.size() - m_firstChain; }
    /// What all of them hold.
    std::uint64_t bytes() const { return m_bytes; }
    /// All of them, in order.
    std::span<const iovec> pieces() const { return std::span(m_pieces).subspan(m_firstPiece); }
    /// Reads a frame into all of them and, beyond their end, into `tail`. As NetBackend::read().
    ssize_t read(NetBackend &backend, std::span<std::byte> tail);

    /// How many chains the next `bytes` bytes (at most bytes()) take.
    std::uint16_t chainsFor(std::uint64_t bytes) const;
    /// Completes the chains that hold the next `bytes` bytes. Error: GuestFault.
    Result<> complete(Queue &queue, std::uint64_t bytes);

private:
    struct Chain {
        std::uint16_t head;
        std::uint16_t pieces;
        std::uint32_t bytes;
    };
    void dropFirst();
    void clear();

    const GuestMemory &m_memory;
    std::uint16_t m_queueSize;
    std::uint32_t m_leastBytes;
    DescriptorChain m_chain;     ///< the one being looked at
    std::vector<Chain> m_chains; ///< in use from m_firstChain on
    std::vector<iovec> m_pieces; ///< in use from m_firstPiece on
    std::string_view m_refusal;
    std::size_t m_firstChain = 0;
    std::size_t m_firstPiece = 0;
    std::size_t m_sinceRefusal = 0; ///< chains popped after the last one that was refused, perhaps completed since
    std::uint64_t m_bytes = 0;
};

} // namespace sparkler::virtio
