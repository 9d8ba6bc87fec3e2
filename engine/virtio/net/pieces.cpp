#include "virtio/net/pieces.h"

#include <algorithm>
#include <cstring>

namespace sparkler::virtio {
namespace {

/// Calls step(host pointer, bytes copied so far, bytes) for the parts of [offset, offset + bytes).
template <typename Step>
std::size_t walk(std::span<const iovec> pieces, std::size_t offset, std::size_t bytes, Step step)
{
    std::size_t done = 0;
    for (const iovec &piece : pieces) {
        if (done == bytes)
            break;
        if (offset >= piece.iov_len) {
            offset -= piece.iov_len;
            continue;
        }
        const std::size_t part = std::min(bytes - done, piece.iov_len - offset);
        step(static_cast<std::byte *>(piece.iov_base) + offset, done, part);
        done += part;
        offset = 0;
    }
    return done;
}

} // namespace

std::size_t copyFromPieces(std::span<const iovec> pieces, std::size_t offset, std::span<std::byte> out)
{
    return walk(pieces, offset, out.size(), [out](const std::byte *host, std::size_t at, std::size_t bytes) {
        std::memcpy(out.data() + at, host, bytes);
    });
}

std::size_t copyToPieces(std::span<const iovec> pieces, std::size_t offset, std::span<const std::byte> in)
{
    return walk(pieces, offset, in.size(),
                [in](std::byte *host, std::size_t at, std::size_t bytes) { std::memcpy(host, in.data() + at, bytes); });
}

} // namespace sparkler::virtio
