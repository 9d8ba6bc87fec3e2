#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkler::tools {

/// One file and what it holds.
struct Checksum {
    std::string sha256; ///< 64 lower-case hexadecimal digits
    std::string name;   ///< without directories
    bool operator==(const Checksum &) const = default;
};

/// The checksums of some files of one directory, in the form of sha256sum(1), which can check it too.
using Manifest = std::vector<Checksum>;

/// One line each. Names must be without control characters and backslashes, which need escapes there.
std::string toText(const Manifest &manifest);
/// Empty lines and those that start with '#' are skipped. Error: InvalidInput, naming the line.
Result<Manifest> parseManifest(std::string_view text);

/// The last part of a path, as a manifest may name it. Error: InvalidInput.
Result<std::string> manifestName(const std::string &path);

/// SHA-256 of the whole of a file, from its start. Error: Host.
Result<std::string> sha256Of(const Fd &file);

} // namespace sparkler::tools
