#pragma once

#include "base/result.h"
#include "jailer/privileged/cgroup_mounts.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkler::jail {

/// One --cgroup: what to write into which file of the machine's control group.
struct CgroupValue {
    std::string file;  ///< "cpuset.cpus"
    std::string value; ///< without a newline

    /// The text before the first '.'.
    std::string_view controller() const { return std::string_view(file).substr(0, file.find('.')); }

    /// Reads "file=value". Error: InvalidInput.
    static Result<CgroupValue> parse(const std::string &argument);
};

/// One directory of a hierarchy with the values that go into it.
struct CgroupGroup {
    std::string top;               ///< where the hierarchy is mounted
    std::vector<std::string> path; ///< names of the directories below it: the parent's, then the machine's id
    std::vector<CgroupValue> values;

    /// "/sys/fs/cgroup/cpu/firecracker/id".
    std::string directory() const { return directory(path.size()); }
    /// The same for the first `depth` names.
    std::string directory(std::size_t depth) const;
    /// The controllers of the values, each once.
    std::vector<std::string_view> controllers() const;
};

/// All that --cgroup, --cgroup-version and --parent-cgroup make of one host.
struct CgroupLayout {
    unsigned version = 1;
    std::vector<CgroupGroup> groups; ///< version 1: one for each controller that a value names; version 2: one
};

/// A relative path without "." and "..". Error: InvalidInput.
Result<> checkParentCgroup(std::string_view path);

/// Decides where the values go. `parent`: as checked. `available`: version 2's controllers, the root's
/// cgroup.controllers. Errors: NotFound for a hierarchy or controller that the host has not, InvalidInput for an
/// argument, the first of them in the arguments' order.
Result<CgroupLayout> layOutCgroups(unsigned version, const CgroupMounts &mounts, std::string_view available,
                                   const std::vector<std::string> &arguments, std::string_view parent,
                                   const std::string &id);

/// Where version 2 has the group `parent`. Error: NotFound when the host has no such hierarchy.
Result<CgroupGroup> parentGroup(const CgroupMounts &mounts, std::string_view parent);

} // namespace sparkler::jail
