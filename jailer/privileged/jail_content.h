#pragma once

#include "jailer/privileged/beneath.h"

#include <span>
#include <string_view>

namespace sparkler::jail {

/// A device node of the jail.
struct DeviceNode {
    std::string path; ///< in the jail, absolute
    unsigned major = 0;
    unsigned minor = 0;
    bool optional = false; ///< the machine works without it, in parts
};

/// The directories of every jail, in the order in which they are made.
std::span<const std::string_view> jailDirectories();

/// Makes the directory `path` (absolute, in the jail) if need be, and gives it mode 0700 and its owner. Error: the
/// whole sentence.
Result<> makeJailDirectory(const Fd &root, const std::string &path, const Owner &owner);

/// Makes a character device of mode 0600 (less the umask). One that is there already is an error. Error: the whole
/// sentence.
Result<> makeDevice(const Fd &root, const DeviceNode &device, const Owner &owner);

} // namespace sparkler::jail
