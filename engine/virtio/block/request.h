#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"
#include "virtio/descriptor_chain.h"

#include <cstdint>
#include <variant>

namespace sparkler::virtio {

/// Request types of virtio 1.2, 5.2.6.
enum class BlockRequestType : std::uint32_t { In = 0, Out = 1, Flush = 4, GetId = 8 };
/// The last byte of every request.
enum class BlockStatus : std::uint8_t { Ok = 0, IoError = 1, Unsupported = 2 };

struct BlockRead {
    std::uint64_t offset = 0; ///< bytes into the disk
    std::uint32_t bytes = 0;  ///< a multiple of 512; the first writable bytes of the chain
};
struct BlockWrite {
    std::uint64_t offset = 0;
    std::uint32_t bytes = 0; ///< the readable bytes after the header
};
struct BlockFlush {};
struct BlockGetId {}; ///< the first 20 writable bytes of the chain
struct BlockUnsupported {
    std::uint32_t type = 0;
};
using BlockOperation = std::variant<BlockRead, BlockWrite, BlockFlush, BlockGetId, BlockUnsupported>;

constexpr std::uint64_t kBlockHeaderBytes = 16;

struct BlockRequest {
    BlockOperation operation;
    GuestAddress statusAt; ///< the last writable byte of the chain
};

/// Reads and checks a request; no I/O. Descriptor borders may lie anywhere (virtio 1.2, 2.7.4.1), so header, data and
/// status may be split or share a descriptor. Error: GuestFault when there is no header or status byte, data goes the
/// wrong way, is no multiple of 512 bytes or lies outside `capacitySectors`, or an id does not fit: no status can be
/// given then.
Result<BlockRequest> parseBlockRequest(const GuestMemory &memory, const DescriptorChain &chain,
                                       std::uint64_t capacitySectors);

} // namespace sparkler::virtio
