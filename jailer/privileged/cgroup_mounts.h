#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::jail {

/// Where the host has its control groups, as /proc/mounts tells. Nothing here looks at the host itself.
struct CgroupMounts {
    /// A hierarchy of version 1: its mount options name the controllers in it.
    struct Hierarchy {
        std::string directory;
        std::vector<std::string> options;
    };
    std::vector<Hierarchy> v1;
    std::optional<std::string> unified; ///< of version 2: the first that is mounted

    static CgroupMounts parse(std::string_view procMounts);

    /// The directory of a version 1 hierarchy with that controller; null: there is none.
    const std::string *directoryOf(std::string_view controller) const;
    /// The version to use when none was asked for: 2 on a host that has no other, 1 (Firecracker's default) elsewhere.
    unsigned defaultVersion() const { return v1.empty() && unified ? 2 : 1; }
};

} // namespace sparkler::jail
