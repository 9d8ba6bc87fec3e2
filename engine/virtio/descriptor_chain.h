#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <sys/uio.h>

namespace sparkler::virtio {

/// One entry of a descriptor table as it lies in guest memory (little endian, as are all hosts we run on).
/// Virtio 1.2, 2.7.5.
struct Descriptor {
    std::uint64_t address;
    std::uint32_t length;
    std::uint16_t flags;
    std::uint16_t next;
};
static_assert(sizeof(Descriptor) == 16);

constexpr std::uint16_t kDescriptorNext = 1;
constexpr std::uint16_t kDescriptorWrite = 2;
constexpr std::uint16_t kDescriptorIndirect = 4;

/// Longest indirect table, in entries; as many as the largest queue has.
constexpr std::uint32_t kMaxIndirectEntries = 256;

/// Where the direct descriptors of a queue lie.
struct DescriptorTable {
    GuestAddress at;
    std::uint16_t size = 0;
    bool indirectAllowed = false; ///< VIRTIO_F_INDIRECT_DESC was negotiated
};

/// The buffers of one request, copied out of the descriptor tables once and checked; what the guest does to its tables
/// afterwards has no effect. Meant to be reused: collecting the next chain keeps the memory of the last one.
class DescriptorChain {
public:
    struct Buffer {
        GuestAddress at;
        std::uint32_t bytes = 0;
    };

    /// Reads the chain that starts at `head` (below table.size). False, with fault() telling why, on: an index outside
    /// the table, a loop, an indirect table that is not allowed, nested, followed by another descriptor, empty, too
    /// long or outside memory, a readable buffer after a writable one (2.7.4.2), a buffer outside guest memory, or more
    /// than 4 GiB - 1 in all.
    bool collect(const GuestMemory &memory, const DescriptorTable &table, std::uint16_t head);

    std::uint16_t head() const { return m_head; }
    /// Empty for a well-formed chain.
    std::string_view fault() const { return m_fault; }
    /// Buffers the device reads / writes, in order. None of a malformed chain.
    std::span<const Buffer> readable() const { return std::span(m_buffers).first(m_readableCount); }
    std::span<const Buffer> writable() const { return std::span(m_buffers).subspan(m_readableCount); }
    std::uint32_t readableBytes() const { return m_readableBytes; }
    std::uint32_t writableBytes() const { return m_writableBytes; }

private:
    bool refuse(std::string_view why);
    bool append(const GuestMemory &memory, const Descriptor &descriptor);
    bool collectIndirect(const GuestMemory &memory, const Descriptor &descriptor);

    std::vector<Buffer> m_buffers; ///< readable ones first
    std::size_t m_readableCount = 0;
    std::uint32_t m_readableBytes = 0;
    std::uint32_t m_writableBytes = 0;
    std::string_view m_fault; ///< static text
    std::uint16_t m_head = 0;
};

/// A position in the readable or the writable bytes of a chain; descriptor borders do not show. The chain and the
/// memory must outlive it. `access`: what the device does with the bytes.
class ChainCursor {
public:
    ChainCursor(const GuestMemory &memory, std::span<const DescriptorChain::Buffer> buffers, Access access);

    /// Bytes between here and the end.
    std::uint64_t remaining() const { return m_remaining; }
    /// Moves on by `bytes`. Error: GuestFault when there are fewer.
    Result<> skip(std::uint64_t bytes);
    /// Appends the host pieces of the next `bytes` bytes to `out` and moves on. Error: GuestFault, `out` then holds
    /// rubbish.
    Result<> takeSlices(std::uint64_t bytes, std::vector<iovec> &out);

protected:
    /// Calls step(guest address, bytes) for the pieces of the next `bytes` bytes.
    template <typename Step>
    Result<> advance(std::uint64_t bytes, Step step);

    const GuestMemory &m_memory;

private:
    std::span<const DescriptorChain::Buffer> m_buffers;
    Access m_access;
    std::uint32_t m_offset = 0; ///< into the first buffer
    std::uint64_t m_remaining = 0;
};

/// Reads what the driver wrote for the device. Every byte is copied out at most once.
class ChainReader : public ChainCursor {
public:
    ChainReader(const GuestMemory &memory, const DescriptorChain &chain)
        : ChainCursor(memory, chain.readable(), Access::Read)
    {
    }

    /// All of `out` or GuestFault.
    Result<> readBytes(std::span<std::byte> out);
    template <GuestPod T>
    Result<T> read()
    {
        T value{};
        const auto done = readBytes(std::as_writable_bytes(std::span(&value, 1)));
        if (!done)
            return std::unexpected(done.error());
        return value;
    }
};

/// Writes the device's answer.
class ChainWriter : public ChainCursor {
public:
    ChainWriter(const GuestMemory &memory, const DescriptorChain &chain)
        : ChainCursor(memory, chain.writable(), Access::Write)
    {
    }

    /// All of `in` or GuestFault.
    Result<> writeBytes(std::span<const std::byte> in);
    template <GuestPod T>
    Result<> write(const T &value)
    {
        return writeBytes(std::as_bytes(std::span(&value, 1)));
    }
};

} // namespace sparkler::virtio
