#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace sparkler::jail {

/// What may be done with a file, or with all below a directory.
enum class LandlockAccess {
    List,      ///< look into directories
    Read,      ///< and read files
    Execute,   ///< read and execute
    ReadWrite, ///< read, write, make and remove files, directories, sockets and pipes; no links, no devices
    Device,    ///< read, write and command (ioctl)
};

struct LandlockRule {
    std::string path;
    LandlockAccess access = LandlockAccess::Read;

    bool operator==(const LandlockRule &) const = default;
};

/// The version of Landlock that the kernel has; 0: none, or it is switched off.
int landlockAbi();

/// What a version of Landlock can forbid (LANDLOCK_ACCESS_FS_, …_NET_ and …SCOPE_ bits).
struct LandlockFeatures {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};
LandlockFeatures landlockFeatures(int abi);

/// The bits of `files` that a rule allows, for a directory or for another file.
std::uint64_t landlockBits(LandlockAccess access, bool directory);

/// Allows this process, and whatever it executes or forks, no more of the file system than `rules` say, no TCP port,
/// and no abstract Unix socket or signal beyond itself: as far as version `abi` (above 0) can forbid that. For ever.
/// Needs no_new_privs. Paths are looked up now. Error: Host.
Result<> restrictByLandlock(std::span<const LandlockRule> rules, int abi);

} // namespace sparkler::jail
