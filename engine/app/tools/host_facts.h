#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace sparkler::tools {

/// What a host is made of besides its processor.
struct HostFacts {
    std::string kernelVersion;    ///< as uname tells it
    std::string microcodeVersion; ///< of the first processor
    std::string biosVersion;
    std::string biosRevision;
};

/// Where the kernel tells them.
struct HostFiles {
    std::string cpuInfo = "/proc/cpuinfo";
    std::string biosVersion = "/sys/devices/virtual/dmi/id/bios_version";
    std::string biosRevision = "/sys/devices/virtual/dmi/id/bios_release";
};

/// Errors: Host, with the texts of processes.md 5.4 ("Failed to read /proc/cpuinfo: …"); InvalidInput, "Failed to find
/// microcode version in /proc/cpuinfo". A host without firmware tables has no BIOS version, which is an error as well.
Result<HostFacts> readHostFacts(const HostFiles &files = {});

/// The value of the first `microcode` line of /proc/cpuinfo. Error: InvalidInput, as above.
Result<std::string> microcodeVersion(std::string_view cpuInfo);

} // namespace sparkler::tools
