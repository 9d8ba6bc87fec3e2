#pragma once

#include "config/parse.h"
#include "config/types.h"
#include "virtio/balloon/device.h"

#include <memory>

namespace sparkler {

/// Errors carry PUT /balloon's fault text, category included.
Result<std::shared_ptr<virtio::BalloonDevice>> createBalloon(const BalloonConfig &config, Origin origin = Origin::Api);

/// What the device says of itself, as the API shows it.
BalloonConfig balloonConfig(const virtio::BalloonDevice &device);

// Operations on a running machine's balloon (null: there is none). The caller holds the device's lock. Errors carry the
// fault text, category included.

/// PATCH /balloon. `memoryMib`: the guest's memory.
Result<> setBalloonAmount(virtio::BalloonDevice *balloon, std::uint32_t amountMib, std::uint64_t memoryMib);
/// PATCH /balloon/statistics.
Result<> setBalloonPollingInterval(virtio::BalloonDevice *balloon, std::uint16_t seconds);
/// GET /balloon/statistics.
Result<virtio::BalloonStatistics> balloonStatistics(const virtio::BalloonDevice *balloon);
/// PATCH /balloon/hinting/start and /stop, GET /balloon/hinting/status.
Result<> startBalloonHinting(virtio::BalloonDevice *balloon, bool acknowledgeOnStop);
Result<> stopBalloonHinting(virtio::BalloonDevice *balloon);
Result<virtio::BalloonHinting> balloonHinting(const virtio::BalloonDevice *balloon);

} // namespace sparkler
