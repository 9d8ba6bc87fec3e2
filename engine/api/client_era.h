#pragma once

#include "config/types.h"

namespace sparkler::api {

/// How old a client is, as far as its requests give it away. It matters where the conventions of two eras collide:
/// since Firecracker 0.20 the threads of the vCPUs have a blank in their names, and drivers from before read them
/// without.
class ClientEra {
public:
    /// The name `ht_enabled` alone tells little, for it lived until 0.25; its body without `track_dirty_pages` and what
    /// came later is that of the early drivers.
    void note(const MachineConfigUpdate &update)
    {
        m_before020 = m_before020 || (update.htEnabled && !update.trackDirtyPages && !update.hugePages);
    }
    /// PUT /vsocks/{id} without a path ended with 0.17.
    void noteVhostVsock() { m_before020 = true; }

    bool isBefore020() const { return m_before020; }

private:
    bool m_before020 = false;
};

} // namespace sparkler::api
