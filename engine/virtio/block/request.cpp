#include "virtio/block/request.h"

#include "base/checked.h"
#include "base/format.h"
#include "virtio/block/disk_file.h"

#include <ranges>

namespace sparkler::virtio {
namespace {

struct Header {
    std::uint32_t type;
    std::uint32_t reserved;
    std::uint64_t sector;
};
static_assert(sizeof(Header) == kBlockHeaderBytes && GuestPod<Header>);

Result<GuestAddress> statusAddress(const DescriptorChain &chain)
{
    for (const DescriptorChain::Buffer &buffer : chain.writable() | std::views::reverse) {
        if (buffer.bytes > 0)
            return GuestAddress(buffer.at.value() + buffer.bytes - 1);
    }
    return fail(ErrorKind::GuestFault, "no byte for the status");
}

/// The byte offset of `sector`, when all of [sector, sector + bytes) is on the disk.
Result<std::uint64_t> diskOffset(std::uint64_t sector, std::uint32_t bytes, std::uint64_t capacitySectors)
{
    if (bytes % kSectorBytes != 0)
        return fail(ErrorKind::GuestFault, fmt::format("data length {} is not a multiple of the sector size", bytes));
    const auto end = checkedAdd<std::uint64_t>(sector, bytes / kSectorBytes);
    if (!end || *end > capacitySectors)
        return fail(ErrorKind::GuestFault, fmt::format("{} bytes at sector {} are outside the disk", bytes, sector));
    return sector * kSectorBytes; // below capacity * 512, which is a file size
}

} // namespace

Result<BlockRequest> parseBlockRequest(const GuestMemory &memory, const DescriptorChain &chain,
                                       std::uint64_t capacitySectors)
{
    ChainReader input(memory, chain);
    if (input.remaining() < sizeof(Header))
        return fail(ErrorKind::GuestFault, "request header too short");
    const GuestAddress statusAt = TRY(statusAddress(chain));
    const auto header = TRY(input.read<Header>());
    const auto toDevice = static_cast<std::uint32_t>(input.remaining());
    const std::uint32_t toDriver = chain.writableBytes() - 1;
    const bool noData = toDevice == 0 && toDriver == 0 && chain.readable().size() + chain.writable().size() < 3;

    switch (static_cast<BlockRequestType>(header.type)) {
    case BlockRequestType::In: {
        if (toDevice > 0 || noData)
            return fail(ErrorKind::GuestFault, "read request without a writable data descriptor");
        const std::uint64_t offset = TRY(diskOffset(header.sector, toDriver, capacitySectors));
        return BlockRequest{BlockRead{offset, toDriver}, statusAt};
    }
    case BlockRequestType::Out: {
        // More than one writable buffer: what should be data is writable.
        if (chain.writable().size() > 1 || noData)
            return fail(ErrorKind::GuestFault, "write request without a readable data descriptor");
        const std::uint64_t offset = TRY(diskOffset(header.sector, toDevice, capacitySectors));
        return BlockRequest{BlockWrite{offset, toDevice}, statusAt};
    }
    case BlockRequestType::Flush:
        return BlockRequest{BlockFlush{}, statusAt};
    case BlockRequestType::GetId:
        if (toDriver < kSerialBytes)
            return fail(ErrorKind::GuestFault, fmt::format("{} bytes are too few for a device id", toDriver));
        return BlockRequest{BlockGetId{}, statusAt};
    }
    return BlockRequest{BlockUnsupported{header.type}, statusAt};
}

} // namespace sparkler::virtio
