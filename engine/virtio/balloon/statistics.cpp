#include "virtio/balloon/statistics.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sparkler::virtio {
namespace {

constexpr std::size_t kRecordBytes = 10;

using Value = std::optional<std::uint64_t> BalloonStatistics::*;

/// By tag.
constexpr std::array<Value, kStatisticsTags> kValues{
    &BalloonStatistics::swapIn,          &BalloonStatistics::swapOut,    &BalloonStatistics::majorFaults,
    &BalloonStatistics::minorFaults,     &BalloonStatistics::freeMemory, &BalloonStatistics::totalMemory,
    &BalloonStatistics::availableMemory, &BalloonStatistics::diskCaches, &BalloonStatistics::hugetlbAllocations,
    &BalloonStatistics::hugetlbFailures, &BalloonStatistics::oomKill,    &BalloonStatistics::allocStall,
    &BalloonStatistics::asyncScan,       &BalloonStatistics::directScan, &BalloonStatistics::asyncReclaim,
    &BalloonStatistics::directReclaim,
};

} // namespace

std::array<std::optional<std::uint64_t>, kStatisticsTags> valuesByTag(const BalloonStatistics &statistics)
{
    std::array<std::optional<std::uint64_t>, kStatisticsTags> values;
    std::ranges::transform(kValues, values.begin(), [&](Value value) { return statistics.*value; });
    return values;
}

void setValuesByTag(BalloonStatistics &statistics,
                    std::span<const std::optional<std::uint64_t>, kStatisticsTags> values)
{
    for (std::size_t tag = 0; tag < kStatisticsTags; ++tag)
        statistics.*kValues[tag] = values[tag];
}

Result<> readStatistics(const GuestMemory &memory, const DescriptorChain &chain, BalloonStatistics &statistics)
{
    if (chain.readableBytes() % kRecordBytes != 0 || !chain.writable().empty())
        return fail(ErrorKind::GuestFault, "balloon statistics are no whole number of records");
    std::array<std::byte, kMaxStatisticsRecords * kRecordBytes> storage; // filled below as far as it is used
    const auto records = std::span(storage).first(std::min<std::size_t>(chain.readableBytes(), storage.size()));
    TRY(ChainReader(memory, chain).readBytes(records));
    for (std::size_t at = 0; at < records.size(); at += kRecordBytes) {
        std::uint16_t tag = 0;
        std::uint64_t value = 0;
        std::memcpy(&tag, &records[at], sizeof tag);
        std::memcpy(&value, &records[at + sizeof tag], sizeof value);
        if (tag < kValues.size())
            statistics.*kValues[tag] = value;
    }
    return {};
}

} // namespace sparkler::virtio
