#pragma once

#include "virtio/queue.h"

#include <concepts>

namespace sparkler::virtio {

/// What a handler of passOver() wants next.
enum class Next { Continue, Stop };

/// Why a pass over a queue ended.
enum class PassEnd {
    Drained,      ///< nothing waits; the driver notifies about the next chain
    Stopped,      ///< the handler said so; whoever stopped resumes
    LimitReached, ///< chains may wait that the driver does not notify about again: come back
};

/// Takes up to `limit` chains off `queue`, one after the other into `chain`, and has each handled by
/// `handle(Queue::Pop::Chain or Malformed) -> Result<Next>`, which gives it back, keeps it or undoes the pop. Does not
/// publish. Error: GuestFault of the ring; the queue is of no use after that.
template <std::invocable<Queue::Pop> Handle>
Result<PassEnd> passOver(Queue &queue, DescriptorChain &chain, unsigned limit, Handle handle)
{
    for (unsigned chains = 0; chains < limit;) {
        const Queue::Pop popped = TRY(queue.pop(chain));
        if (popped == Queue::Pop::Empty) {
            const bool more = TRY(queue.armNotification());
            if (!more)
                return PassEnd::Drained;
            continue; // the index was read just now, so the next pop gives a chain
        }
        ++chains;
        const Next next = TRY(handle(popped));
        if (next == Next::Stop)
            return PassEnd::Stopped;
    }
    return PassEnd::LimitReached;
}

} // namespace sparkler::virtio
