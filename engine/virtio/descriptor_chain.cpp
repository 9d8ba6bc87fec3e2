#include "virtio/descriptor_chain.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sparkler::virtio {

static_assert(GuestPod<Descriptor>);

bool DescriptorChain::refuse(std::string_view why)
{
    m_buffers.clear();
    m_readableCount = 0;
    m_readableBytes = m_writableBytes = 0;
    m_fault = why;
    return false;
}

bool DescriptorChain::append(const GuestMemory &memory, const Descriptor &descriptor)
{
    const bool writable = (descriptor.flags & kDescriptorWrite) != 0;
    if (!writable && m_readableCount < m_buffers.size())
        return refuse("readable descriptor after a writable one");
    const GuestAddress at(descriptor.address);
    // A buffer without bytes names no memory, so its address does not matter.
    if (descriptor.length > 0 && !memory.contains(at, descriptor.length))
        return refuse("descriptor outside guest memory");
    const std::uint64_t total = std::uint64_t{m_readableBytes} + m_writableBytes + descriptor.length;
    if (total > std::numeric_limits<std::uint32_t>::max())
        return refuse("descriptors hold more than 4 GiB - 1 bytes");
    m_buffers.push_back(Buffer{at, descriptor.length});
    if (writable) {
        m_writableBytes += descriptor.length;
    } else {
        m_readableBytes += descriptor.length;
        ++m_readableCount;
    }
    return true;
}

bool DescriptorChain::collectIndirect(const GuestMemory &memory, const Descriptor &descriptor)
{
    if (descriptor.flags & kDescriptorNext)
        return refuse("indirect descriptor with a next one");
    const std::uint32_t entries = descriptor.length / sizeof(Descriptor);
    if (entries == 0 || descriptor.length % sizeof(Descriptor) != 0 || entries > kMaxIndirectEntries)
        return refuse("indirect table of an impossible length");
    std::array<Descriptor, kMaxIndirectEntries> storage; // filled below as far as it is used
    const std::span table = std::span(storage).first(entries);
    if (!memory.readBytes(GuestAddress(descriptor.address), std::as_writable_bytes(table)))
        return refuse("indirect table outside guest memory");
    std::uint32_t index = 0;
    for (std::uint32_t hops = 0; hops < entries; ++hops) {
        const Descriptor &entry = table[index];
        if (entry.flags & kDescriptorIndirect)
            return refuse("indirect descriptor inside an indirect table");
        if (!append(memory, entry))
            return false;
        if (!(entry.flags & kDescriptorNext))
            return true;
        if (entry.next >= entries)
            return refuse("next index outside the indirect table");
        index = entry.next;
    }
    return refuse("loop of descriptors in an indirect table");
}

bool DescriptorChain::collect(const GuestMemory &memory, const DescriptorTable &table, std::uint16_t head)
{
    m_buffers.clear();
    m_readableCount = 0;
    m_readableBytes = m_writableBytes = 0;
    m_fault = {};
    m_head = head;
    std::uint16_t index = head;
    for (std::uint16_t hops = 0; hops < table.size; ++hops) {
        const auto at = table.at.checkedAdd(std::uint64_t{index} * sizeof(Descriptor));
        const auto descriptor = at ? memory.read<Descriptor>(*at) : Result<Descriptor>(fail(ErrorKind::GuestFault, {}));
        if (!descriptor)
            return refuse("descriptor table outside guest memory");
        if (descriptor->flags & kDescriptorIndirect) {
            if (!table.indirectAllowed)
                return refuse("indirect descriptor without the feature");
            return collectIndirect(memory, *descriptor);
        }
        if (!append(memory, *descriptor))
            return false;
        if (!(descriptor->flags & kDescriptorNext))
            return true;
        if (descriptor->next >= table.size)
            return refuse("next index outside the descriptor table");
        index = descriptor->next;
    }
    return refuse("loop of descriptors");
}

ChainCursor::ChainCursor(const GuestMemory &memory, std::span<const DescriptorChain::Buffer> buffers, Access access)
    : m_memory(memory), m_buffers(buffers), m_access(access)
{
    for (const DescriptorChain::Buffer &buffer : buffers)
        m_remaining += buffer.bytes;
}

template <typename Step>
Result<> ChainCursor::advance(std::uint64_t bytes, Step step)
{
    if (bytes > m_remaining)
        return fail(ErrorKind::GuestFault, "descriptor chain too short");
    m_remaining -= bytes;
    while (bytes > 0) {
        const DescriptorChain::Buffer &buffer = m_buffers.front();
        const std::uint64_t piece = std::min<std::uint64_t>(bytes, buffer.bytes - m_offset);
        if (piece > 0)
            TRY(step(GuestAddress(buffer.at.value() + m_offset),
                     piece)); // the whole buffer was checked: no wrap-around
        bytes -= piece;
        m_offset += static_cast<std::uint32_t>(piece);
        if (m_offset == buffer.bytes) {
            m_buffers = m_buffers.subspan(1);
            m_offset = 0;
        }
    }
    return {};
}

Result<> ChainCursor::skip(std::uint64_t bytes)
{
    return advance(bytes, [](GuestAddress, std::uint64_t) { return Result<>(); });
}

Result<> ChainCursor::takeSlices(std::uint64_t bytes, std::vector<iovec> &out)
{
    return advance(bytes, [this, &out](GuestAddress at, std::uint64_t piece) {
        return m_memory.appendSlices(at, piece, out, m_access);
    });
}

Result<> ChainReader::readBytes(std::span<std::byte> out)
{
    return advance(out.size(), [this, &out](GuestAddress at, std::uint64_t piece) {
        const auto done = m_memory.readBytes(at, out.first(piece));
        out = out.subspan(piece);
        return done;
    });
}

Result<> ChainWriter::writeBytes(std::span<const std::byte> in)
{
    return advance(in.size(), [this, &in](GuestAddress at, std::uint64_t piece) {
        const auto done = m_memory.writeBytes(at, in.first(piece));
        in = in.subspan(piece);
        return done;
    });
}

} // namespace sparkler::virtio
