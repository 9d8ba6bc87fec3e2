#include "virtio/vsock/config_space.h"

#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <algorithm>

namespace sparkler::virtio {

void readVsockConfig(std::uint64_t guestCid, std::uint64_t offset, std::span<std::byte> out)
{
    const auto cid = std::as_bytes(std::span(&guestCid, 1));
    std::ranges::fill(out, std::byte{0});
    const bool whole = out.size() == 8 && offset == 0;
    const bool half = out.size() == 4 && (offset == 0 || offset == 4);
    if (!whole && !half) {
        metrics().vsock.cfgFails.add();
        logWarn("vsock: guest driver attempted to read {} bytes at {} of the configuration space", out.size(), offset);
        return;
    }
    std::ranges::copy(cid.subspan(offset, out.size()), out.begin());
}

void refuseVsockConfigWrite(std::uint64_t offset, std::span<const std::byte> in)
{
    metrics().vsock.cfgFails.add();
    logWarn("vsock: guest driver attempted to write {} bytes at {} of the configuration space", in.size(), offset);
}

} // namespace sparkler::virtio
