#include "virtio/vsock/packet.h"

#include "base/format.h"

#include <algorithm>

namespace sparkler::virtio {

Result<> readVsockPacket(const GuestMemory &memory, const DescriptorChain &chain, VsockHeader &header,
                         std::vector<iovec> &payload)
{
    payload.clear();
    ChainReader input(memory, chain);
    if (input.remaining() < kVsockHeaderBytes)
        return fail(ErrorKind::GuestFault, fmt::format("{} bytes are too few for a header", input.remaining()));
    TRY(input.readBytes(std::as_writable_bytes(std::span(&header, 1)).first(kVsockHeaderBytes)));
    if (header.length > kVsockMaxPayload)
        return fail(ErrorKind::GuestFault, fmt::format("payload of {} bytes is over the limit", header.length));
    if (input.remaining() < header.length)
        return fail(ErrorKind::GuestFault,
                    fmt::format("payload of {} bytes in {} bytes of buffers", header.length, input.remaining()));
    if (header.op != VsockOp::ReadWrite)
        return {};
    return input.takeSlices(header.length, payload);
}

Result<> vsockPayloadRoom(const GuestMemory &memory, const DescriptorChain &chain, std::vector<iovec> &room)
{
    room.clear();
    ChainWriter output(memory, chain);
    if (output.remaining() < kVsockHeaderBytes)
        return fail(ErrorKind::GuestFault, fmt::format("{} bytes are too few for a header", output.remaining()));
    TRY(output.skip(kVsockHeaderBytes));
    return output.takeSlices(std::min<std::uint64_t>(output.remaining(), kVsockMaxPayload), room);
}

Result<> writeVsockHeader(const GuestMemory &memory, const DescriptorChain &chain, const VsockHeader &header)
{
    return ChainWriter(memory, chain).writeBytes(std::as_bytes(std::span(&header, 1)).first(kVsockHeaderBytes));
}

} // namespace sparkler::virtio
