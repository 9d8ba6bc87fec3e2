#pragma once

#include "machine/machine.h"
#include "machine/resources.h"
#include "snapshot/paging.h"
#include "snapshot/requests.h"

#include <functional>
#include <memory>

namespace sparkler::snapshot {

/// A restored machine, paused, and what brings its memory in. Destroyed in that order, last first.
struct Loaded {
    std::unique_ptr<Machine> machine;
    std::unique_ptr<Paging> paging;
};

/// What a restored machine lives in.
struct LoadContext {
    EventLoop &loop;
    ConsoleServer *console = nullptr; ///< as in MachinePlan
    Machine::Ended onEnded;
    std::function<void()> onMemoryLost; ///< see openMemory()
    VcpuStarts onVcpuStart = {};
};

/// PUT /snapshot/load. On success `resources` are those of the snapshot. On an error the process is of no use any more.
/// Errors: with the text that follows "Failed to restore from snapshot: ". VMM thread.
Result<Loaded> load(const LoadRequest &request, Resources &resources, LoadContext context);

} // namespace sparkler::snapshot
