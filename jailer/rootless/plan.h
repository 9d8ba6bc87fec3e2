#pragma once

#include "base/fd.h"
#include "jailer/landlock.h"
#include "jailer/rootless/control_group.h"
#include "jailer/rootless/lent_privilege.h"
#include "jailer/rootless/options.h"
#include "jailer/rootless/passt.h"
#include "jailer/rootless/private_root.h"
#include "jailer/step.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace sparkler::jail {

/// What is found out about the host and the caller before anything is done.
struct RootlessHost {
    uid_t user = 0;
    gid_t group = 0;
    std::vector<std::string> devices;
    std::optional<std::string> controlGroup; ///< in which the session lets this user make groups
    int landlockAbi = 0;
    LentPrivilege lent = LentPrivilege::none();
    std::uint64_t startMicros = 0;    ///< CLOCK_MONOTONIC when the jailer started
    std::uint64_t startCpuMicros = 0; ///< CPU time of the lid then
};
RootlessHost surveyHost(const RootlessOptions &options);

/// What the steps make and hand on.
struct JailState {
    std::optional<ControlGroup> controlGroup;
    std::optional<Passt> passt;
    pid_t engine = 0;

    // In the first process alone.
    const Fd *lidPipe = nullptr;
    std::optional<PrivateRoot> root;
};

/// What Landlock leaves an engine: what the jail shows, each entry as it is shown.
std::vector<LandlockRule> landlockRules(const RootlessOptions &options, const RootlessHost &host);

/// Command line of the engine, its name first. Like the privileged mode's: id and start times come first, unless they
/// are among the engine's arguments.
std::vector<std::string> engineCommand(const RootlessOptions &options, const RootlessHost &host,
                                       std::uint64_t lidCpuMicros);

/// The steps of the first process; the last of them is the engine. All three have to outlive the plan.
Plan planInside(const RootlessOptions &options, const RootlessHost &host, JailState &state);

/// The steps of the lid; the last of them starts the first process, which performs the plan above.
Plan planOutside(const RootlessOptions &options, const RootlessHost &host, JailState &state);

/// Both plans as --dry-run prints them.
std::string describeRootless(const RootlessOptions &options, const RootlessHost &host);

} // namespace sparkler::jail
