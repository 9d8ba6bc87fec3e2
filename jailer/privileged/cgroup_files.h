#pragma once

#include "jailer/privileged/cgroup_layout.h"

#include <sys/types.h>

namespace sparkler::jail {

// What a layout does to the host. These write into the kernel's control group file systems, as root and before the jail
// is entered. Errors: Host or NotFound, the whole sentence.

/// Makes the group's directories and writes its values. Version 1: a new group's file is filled with what its parent
/// has first (a cpuset takes nothing before it has both processors and memory nodes). Version 2: each controller is
/// switched on from the top down.
Result<> writeCgroup(unsigned version, const CgroupGroup &group);

/// Puts a process into the group.
Result<> attachToCgroup(unsigned version, const CgroupGroup &group, pid_t process);

/// Puts a process into an existing group of version 2; nothing happens when there is no such group.
Result<> moveToCgroup(const CgroupGroup &group, pid_t process);

} // namespace sparkler::jail
