#pragma once

#include "client/api_connection.h"
#include "client/types.h"

#include <deque>

namespace sparkler::gui {

/// What makes a fresh engine run `config`, in an order that the API takes: interfaces before the metadata service that
/// answers on them, the memory before the balloon that is measured by it, InstanceStart last. Paths are sent as they
/// are. `limit`: for each answer.
std::deque<HttpRequest> startRequests(const VmConfig &config, std::chrono::milliseconds limit);

/// Where a start from a snapshot finds it, on this host, inside the machine's directory.
struct SnapshotStart {
    QString snapshotId{}; ///< of this machine; empty: it is another's, and no diff can be made of it
    QString stateFile{};
    QString memoryFile{}; ///< whole
    bool resume = true;   ///< else the guest is paused afterwards
    bool clockRealtime = false;
    bool recordWorkingSet = false;
    QString consoleText{}; ///< what the console showed then; the new engine knows nothing of it
};

/// What makes a fresh engine continue from a snapshot as `config` with its own drives, TAP devices and vsock socket.
/// The metadata, which snapshots do not hold, is there before the guest runs. Paths are the engine's.
std::deque<HttpRequest> resumeRequests(const VmConfig &config, const SnapshotStart &snapshot,
                                       std::chrono::milliseconds limit);

} // namespace sparkler::gui
