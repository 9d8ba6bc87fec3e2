#pragma once

#include "mmds/metadata_service.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace sparkler::mmds {

/// The metadata service as one interface of the guest sees it: ARP, IPv4, TCP (passive side) and HTTP in one small
/// stack. Ethernet frames in and out; time comes in as an argument. Its calls are those of a frame detour (see
/// virtio/net/frame_detour.h), by the same names and rules. Not thread-safe.
class NetworkStack {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    static std::unique_ptr<NetworkStack> create(std::shared_ptr<MetadataService> service);
    virtual ~NetworkStack() = default;

    virtual bool wants(std::span<const std::byte> frameStart) = 0;
    virtual void take(std::span<const std::byte> frame, TimePoint now) = 0;
    virtual bool hasFrame(TimePoint now) = 0;
    virtual std::size_t nextFrame(std::span<std::byte> out, TimePoint now) = 0;
    virtual std::optional<TimePoint> nextDeadline() const = 0;
};

} // namespace sparkler::mmds
