#pragma once

#include "virtio/balloon/device.h"

#include <string>

namespace sparkler::api {

/// GET /balloon/statistics: what the guest has not told is left out.
std::string toJson(const virtio::BalloonStatistics &statistics);
/// GET /balloon/hinting/status.
std::string toJson(const virtio::BalloonHinting &hinting);

} // namespace sparkler::api
