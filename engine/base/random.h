#pragma once

#include "base/result.h"

#include <cstddef>
#include <span>

namespace sparkler {

/// Fills all of `out` from the host's generator, getrandom(2), without ever waiting for it. Any thread. Error: Host,
/// `out` then holds anything; right after the host's boot its generator may not be seeded yet.
Result<> hostRandom(std::span<std::byte> out);

} // namespace sparkler
