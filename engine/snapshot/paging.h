#pragma once

#include "events/event_loop.h"
#include "memory/guest_memory.h"
#include "snapshot/requests.h"

#include <functional>
#include <memory>
#include <vector>

namespace sparkler::snapshot {

/// What goes on bringing a restored machine's memory in, or watches it being brought in, while the machine runs. It
/// goes before the machine does. VMM thread.
class Paging {
public:
    virtual ~Paging() = default;
    /// The machine, which has `memory`, is about to run; only the first time counts. Nothing of it is so necessary that
    /// the machine could not do without: problems are logged.
    virtual void follow(const GuestMemory &memory, EventLoop &loop) = 0;
};

/// A restored machine's memory. Destroyed last first: a machine that could not be made must not take the memory from
/// threads that still read it.
struct RestoredMemory {
    std::shared_ptr<GuestMemory> memory;
    std::unique_ptr<Paging> paging;
};

/// Memory with the contents that `request` names, in these ranges; nobody has touched it. `backing`: of its pages.
/// `onLost`: who else fills the memory is gone; called on a thread of its own, it has to end the process, as whoever
/// touches a missing page waits for ever. Errors: with the text that follows "Failed to restore from snapshot: ".
Result<RestoredMemory> openMemory(const LoadRequest &request, const std::vector<MemoryRange> &ranges,
                                  PageBacking backing, std::function<void()> onLost);

} // namespace sparkler::snapshot
