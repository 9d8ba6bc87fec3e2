#pragma once

#include "base/result.h"

#include <cstddef>
#include <span>

namespace sparkler::virtio {

/// Where random bytes come from.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    /// Fills all of `out`. Must not block. Error: Host, `out` then holds anything.
    virtual Result<> fill(std::span<std::byte> out) = 0;
};

/// The host's generator, getrandom(2). Stateless, any thread.
RandomSource &hostRandomSource();

} // namespace sparkler::virtio
