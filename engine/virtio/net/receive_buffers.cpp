#include "virtio/net/receive_buffers.h"

#include <algorithm>
#include <cassert>
#include <climits>

namespace sparkler::virtio {
namespace {

/// More than any honest chain has: 256 buffers, each across a border between two regions of memory.
constexpr std::size_t kMostPiecesOfChain = std::size_t{2} * kMaxIndirectEntries;
/// With fewer there is room for any chain and a tail in one readv(2).
constexpr std::size_t kEnoughPieces = IOV_MAX - 1 - kMostPiecesOfChain;
/// Used entries at the front of the vectors are dropped when there are so many.
constexpr std::size_t kTidyAfter = 1024;

} // namespace

ReceiveBuffers::ReceiveBuffers(const GuestMemory &memory, std::uint16_t queueSize, std::uint32_t leastBytes)
    : m_memory(memory), m_queueSize(queueSize), m_leastBytes(leastBytes)
{
    m_chains.reserve(kTidyAfter + queueSize);
    m_pieces.reserve(kTidyAfter + IOV_MAX);
}

Result<ReceiveBuffers::Added> ReceiveBuffers::add(Queue &queue)
{
    if (chains() == m_queueSize || m_pieces.size() - m_firstPiece > kEnoughPieces)
        return Added::Full;
    const auto popped = TRY(queue.pop(m_chain));
    if (popped == Queue::Pop::Empty)
        return Added::Empty;
    const std::size_t before = m_pieces.size();
    const bool usable = popped == Queue::Pop::Chain && m_chain.readable().empty() &&
                        m_chain.writableBytes() >= m_leastBytes &&
                        ChainWriter(m_memory, m_chain).takeSlices(m_chain.writableBytes(), m_pieces).has_value() &&
                        m_pieces.size() - before <= kMostPiecesOfChain;
    if (!usable) {
        m_pieces.resize(before);
        m_refusal = popped == Queue::Pop::Malformed ? m_chain.fault() : "too short, not writable or in too many pieces";
        TRY(queue.complete(m_chain.head(), 0));
        m_sinceRefusal = 0;
        return Added::Refused;
    }
    m_chains.push_back({m_chain.head(), static_cast<std::uint16_t>(m_pieces.size() - before), m_chain.writableBytes()});
    m_bytes += m_chain.writableBytes();
    ++m_sinceRefusal;
    return Added::Chain;
}

ssize_t ReceiveBuffers::read(NetBackend &backend, std::span<std::byte> tail)
{
    if (tail.empty())
        return backend.read(pieces());
    m_pieces.push_back({tail.data(), tail.size()});
    const ssize_t got = backend.read(pieces());
    m_pieces.pop_back();
    return got;
}

std::uint16_t ReceiveBuffers::chainsFor(std::uint64_t bytes) const
{
    std::uint16_t count = 0;
    for (std::size_t i = m_firstChain; bytes > 0 && i < m_chains.size(); ++i, ++count)
        bytes -= std::min<std::uint64_t>(bytes, m_chains[i].bytes);
    return count;
}

Result<> ReceiveBuffers::complete(Queue &queue, std::uint64_t bytes)
{
    assert(bytes <= m_bytes);
    while (bytes > 0) {
        const Chain first = m_chains[m_firstChain];
        const auto written = static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes, first.bytes));
        dropFirst();
        TRY(queue.complete(first.head, written));
        bytes -= written;
    }
    return {};
}

Result<> ReceiveBuffers::refuseFirst(Queue &queue)
{
    assert(chains() > 0);
    const std::uint16_t head = m_chains[m_firstChain].head;
    dropFirst();
    return queue.complete(head, 0);
}

Result<> ReceiveBuffers::putBack(Queue &queue)
{
    const std::size_t undoable = std::min(m_sinceRefusal, chains());
    for (std::size_t i = 0; i < undoable; ++i)
        queue.undoPop(m_chains[m_chains.size() - 1 - i].head);
    m_chains.resize(m_chains.size() - undoable);
    while (chains() > 0)
        TRY(refuseFirst(queue));
    clear();
    return {};
}

void ReceiveBuffers::clear()
{
    m_chains.clear();
    m_pieces.clear();
    m_firstChain = m_firstPiece = 0;
    m_bytes = 0;
}

void ReceiveBuffers::dropFirst()
{
    m_bytes -= m_chains[m_firstChain].bytes;
    m_firstPiece += m_chains[m_firstChain].pieces;
    ++m_firstChain;
    if (m_firstChain == m_chains.size()) {
        clear();
    } else if (m_firstPiece >= kTidyAfter) {
        m_chains.erase(m_chains.begin(), m_chains.begin() + static_cast<std::ptrdiff_t>(m_firstChain));
        m_pieces.erase(m_pieces.begin(), m_pieces.begin() + static_cast<std::ptrdiff_t>(m_firstPiece));
        m_firstChain = m_firstPiece = 0;
    }
}

} // namespace sparkler::virtio
