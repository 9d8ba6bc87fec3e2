#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sparkler::virtio {

/// The configuration space of a vsock device, which holds the guest's CID alone (virtio 1.2, 5.10.4): read as a whole
/// or by halves; anything else reads as 0, is counted and logged.
void readVsockConfig(std::uint64_t guestCid, std::uint64_t offset, std::span<std::byte> out);
/// There is nothing to write: counted and logged.
void refuseVsockConfigWrite(std::uint64_t offset, std::span<const std::byte> in);

} // namespace sparkler::virtio
