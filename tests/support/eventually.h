#pragma once

#include "events/event_loop.h"

#include <chrono>
#include <functional>
#include <span>

namespace sparkler::test {

constexpr std::chrono::milliseconds kPatience{10'000};

/// Drives `loop` until `condition` holds; false when it does not within `limit`.
bool eventually(EventLoop &loop, const std::function<bool()> &condition, std::chrono::milliseconds limit = kPatience);

/// Waits until `condition` (changed by another thread) holds; false when it does not within `limit`. The condition is
/// looked at every millisecond at first, then ever more rarely, so no test waits for a fixed time.
bool eventually(const std::function<bool()> &condition, std::chrono::milliseconds limit = kPatience);

/// Handlers for descriptors without an EventLoop: waits up to `limit` for any of `fds` to become readable; its index or
/// -1.
int waitReadable(std::span<const int> fds, std::chrono::milliseconds limit = kPatience);

} // namespace sparkler::test
