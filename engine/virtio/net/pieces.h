#pragma once

#include <cstddef>
#include <span>

#include <sys/uio.h>

namespace sparkler::virtio {

// Small copies in and out of host pieces of guest memory (GuestMemory::appendSlices()), across their borders. Both
// return how many bytes there were to copy, at most the span's size.

/// Copies from `offset` bytes into `pieces`.
std::size_t copyFromPieces(std::span<const iovec> pieces, std::size_t offset, std::span<std::byte> out);
/// Copies to `offset` bytes into `pieces`.
std::size_t copyToPieces(std::span<const iovec> pieces, std::size_t offset, std::span<const std::byte> in);

} // namespace sparkler::virtio
