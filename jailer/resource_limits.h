#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace sparkler::jail {

/// What --resource-limit says. Each is set as soft and hard limit and inherited by the engine.
struct ResourceLimits {
    std::optional<std::uint64_t> fileSizeBytes; ///< RLIMIT_FSIZE; nothing: left as it is
    std::uint64_t openFiles = 2048;             ///< RLIMIT_NOFILE
};

/// Reads "fsize=BYTES" and "no-file=COUNT"; of several for one resource the last one counts. Error: InvalidInput.
Result<ResourceLimits> parseResourceLimits(std::span<const std::string> arguments);

/// Sets them for this process. Error: Host.
Result<> setResourceLimits(const ResourceLimits &limits);

} // namespace sparkler::jail
