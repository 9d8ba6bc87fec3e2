#pragma once

#include "base/fd.h"
#include "jailer/engine_start.h"
#include "jailer/privileged/jail_content.h"
#include "jailer/privileged/settings.h"
#include "jailer/step.h"

#include <vector>

namespace sparkler::jail {

/// Whether the jailer is process 1 of its PID namespace, as under a launcher that made one. Then nobody is left to
/// become the engine after a fork, and the jailer's PID as it sees it means nothing outside.
enum class ProcessRole { Ordinary, First };

/// A jail in the making: what its steps hand to each other.
class PrivilegedJail {
public:
    /// `started`: when the jailer started, and the CPU time it had used by then.
    PrivilegedJail(Settings settings, ProcessRole role, StartTimes started);

    /// All steps, in order. They refer to this object. Performing them replaces the process, unless one fails.
    Plan plan();

private:
    void addHostSteps(Plan &plan);
    void addCgroupSteps(Plan &plan);
    void addContentSteps(Plan &plan);
    void addProcessSteps(Plan &plan);
    void addDaemonSteps(Plan &plan);

    Result<> makeDirectory();
    Result<> joinNetworkNamespace() const;
    Result<> enter();
    Result<> makeNode(const DeviceNode &device);
    Result<> startEngine();
    std::vector<DeviceNode> devices() const;
    /// Adds this process's CPU time since it was counted last to what the engine is told of.
    void countCpuTime();
    /// Goes on in a child, whose CPU time begins at 0.
    Result<> forkOn();

    Settings m_settings;
    ProcessRole m_role;
    StartTimes m_times; ///< cpuUs: up to where CPU time is counted
    Fd m_jail;          ///< the jail's directory on the host, until it is the root
    Fd m_root;          ///< the root, from then on
    Fd m_nullDevice;    ///< the host's, when daemonizing
};

} // namespace sparkler::jail
