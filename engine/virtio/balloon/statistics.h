#pragma once

#include "virtio/balloon/device.h"
#include "virtio/descriptor_chain.h"

#include <cstddef>

namespace sparkler::virtio {

/// Records that one update may hold; what is beyond is ignored.
constexpr std::size_t kMaxStatisticsRecords = 256;

/// Takes over the records (u16 tag, u64 value, packed; virtio 1.2, 5.5.6.3) that the driver wrote. Values that it
/// leaves out stay, tags that are unknown are ignored. Error: GuestFault when the buffer is no whole number of records;
/// nothing has changed then.
Result<> readStatistics(const GuestMemory &memory, const DescriptorChain &chain, BalloonStatistics &statistics);

} // namespace sparkler::virtio
