#pragma once

// Our enums and those of the file. A value's number in the file is its place in the array, whatever ours is.

#include "config/types.h"
#include "snapshot/place.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sparkler::snapshot {

inline constexpr std::array kCpuTemplates{CpuTemplate::None, CpuTemplate::C3,   CpuTemplate::T2,
                                          CpuTemplate::T2S,  CpuTemplate::T2CL, CpuTemplate::T2A};
inline constexpr std::array kHugePages{HugePages::None, HugePages::TwoMiB, HugePages::Transparent};
inline constexpr std::array kCacheTypes{CacheType::Unsafe, CacheType::Writeback};
inline constexpr std::array kIoEngines{IoEngine::Sync, IoEngine::Async};
inline constexpr std::array kMmdsVersions{MmdsVersion::V1, MmdsVersion::V2};

/// `value` is in `values`: these list all there are.
template <typename Wire, typename Ours, std::size_t N>
Wire toWire(Ours value, const std::array<Ours, N> &values)
{
    return static_cast<Wire>(std::ranges::find(values, value) - values.begin());
}

template <typename Wire, typename Ours, std::size_t N>
Result<Ours> fromWire(Wire value, const std::array<Ours, N> &values, const Place &place)
{
    const auto index = static_cast<std::size_t>(std::to_underlying(value));
    if (index >= N)
        return place.bad("the value is unknown to this engine");
    return values[index];
}

} // namespace sparkler::snapshot
