#pragma once

#include "virtio/balloon/device.h"
#include "virtio/descriptor_chain.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sparkler::virtio {

constexpr std::size_t kStatisticsTags = 16;
/// Records that one update may hold; what is beyond is ignored.
constexpr std::size_t kMaxStatisticsRecords = 256;

/// The guest's values by tag, and back: how a snapshot keeps them.
std::array<std::optional<std::uint64_t>, kStatisticsTags> valuesByTag(const BalloonStatistics &statistics);
void setValuesByTag(BalloonStatistics &statistics,
                    std::span<const std::optional<std::uint64_t>, kStatisticsTags> values);

/// Takes over the records (u16 tag, u64 value, packed; virtio 1.2, 5.5.6.3) that the driver wrote. Values that it
/// leaves out stay, tags that are unknown are ignored. Error: GuestFault when the buffer is no whole number of records;
/// nothing has changed then.
Result<> readStatistics(const GuestMemory &memory, const DescriptorChain &chain, BalloonStatistics &statistics);

} // namespace sparkler::virtio
