#pragma once

#include "base/arguments.h"
#include "base/result.h"
#include "jailer/privileged/beneath.h"
#include "jailer/privileged/cgroup_layout.h"
#include "jailer/resource_limits.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkler::jail {

/// What the options of the privileged mode mean on this host: checked, paths resolved. Plain values; a plan is made of
/// them alone.
struct Settings {
    std::string id;
    std::string execFile;   ///< resolved: no links in it
    std::string execName;   ///< its last component; names pid file, jail directory and process
    std::string chrootBase; ///< resolved, a directory
    Owner owner;
    std::string parentCgroup;
    std::optional<CgroupLayout> cgroups; ///< when --cgroup is there
    std::optional<CgroupGroup> moveInto; ///< version 2 without --cgroup: the jailer moves there if it exists
    ResourceLimits limits;
    std::optional<std::string> networkNamespace;
    std::optional<unsigned> userfaultfdMinor; ///< the host's /dev/userfaultfd; nothing: it has none
    bool daemonize = false;
    bool newPidNamespace = false;
    std::vector<std::string> engineArguments; ///< what follows "--"

    /// The jail's directory on the host, below chrootBase: its names and its path.
    std::vector<std::string> jailNames() const { return {execName, id, "root"}; }
    std::string jailDirectory() const;
    /// Paths inside the jail.
    std::string program() const { return "/" + execName; }
    std::string pidFile() const { return "/" + execName + ".pid"; }
};

/// The files that tell what the host has. Tests put their own there.
struct HostFiles {
    std::string mounts = "/proc/mounts";
    std::string misc = "/proc/misc";
};

/// Checks the options in the order in which Firecracker's jailer does, and looks up what they name. Changes nothing.
/// Errors: InvalidInput, NotFound or Host; the first that is wrong, as the whole sentence.
Result<Settings> makeSettings(const ParsedArguments &arguments, const HostFiles &host = {});

} // namespace sparkler::jail
