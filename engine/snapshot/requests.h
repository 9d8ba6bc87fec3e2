#pragma once

#include "config/types.h"
#include "snapshot/semver.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkler::snapshot {

enum class Kind { Full, Diff };

/// PUT /snapshot/create. Paths as the engine sees them.
struct CreateRequest {
    Kind kind = Kind::Full;
    std::string statePath;
    std::string memoryPath;
    std::optional<SemanticVersion> version; ///< absent: our own
    bool resume = false;                    ///< an addition of ours: the machine goes on as soon as it was saved
};

enum class MemoryBackend {
    File, ///< the memory file, mapped privately
    Uffd, ///< a Unix socket on which a handler of page faults listens
};

/// What a restored machine's memory is made of (`huge_pages`).
enum class RestoredPages { AsSaved, Normal, Transparent, TwoMiB };

struct NetworkOverride {
    std::string ifaceId;
    std::string hostDevName; ///< tap; empty with a socketPath
    std::optional<std::string> socketPath{};
};

struct DriveOverride {
    std::string driveId;
    std::string pathOnHost;
};

struct VsockOverride {
    std::string udsPath;
};

/// PUT /snapshot/load. `driveOverrides` and `recordWorkingSet` are additions of ours.
struct LoadRequest {
    std::string statePath;
    std::string memoryPath; ///< of the file or the socket
    MemoryBackend backend = MemoryBackend::File;
    bool trackDirtyPages = false;
    bool resume = false;
    std::vector<NetworkOverride> networkOverrides;
    std::vector<DriveOverride> driveOverrides;
    std::optional<VsockOverride> vsockOverride;
    bool clockRealtime = false;
    RestoredPages pages = RestoredPages::AsSaved;
    bool recordWorkingSet = false; ///< writes beside the memory file which pages are touched first
};

} // namespace sparkler::snapshot
