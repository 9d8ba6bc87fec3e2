#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sparkler::snapshot {

/// A semantic version (semver.org, 2.0.0).
struct SemanticVersion {
    std::uint64_t major = 0;
    std::uint64_t minor = 0;
    std::uint64_t patch = 0;
    std::string preRelease; ///< "rc.1", without the "-"; empty: none
    std::string build;      ///< without the "+"; empty: none
    bool operator==(const SemanticVersion &) const = default;
};

/// Error: InvalidInput with the words that clients of the API know ("unexpected character 'i' while parsing major
/// version number"). Reference: snapshots.md, 2.3.
Result<SemanticVersion> parseSemver(std::string_view text);

} // namespace sparkler::snapshot
