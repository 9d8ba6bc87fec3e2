#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sparkler::jail {

/// What the engine is told about the time before it, for its start-up metrics. Microseconds.
struct StartTimes {
    std::uint64_t startUs = 0;     ///< CLOCK_MONOTONIC when the jailer started
    std::uint64_t cpuUs = 0;       ///< CPU time of the process that becomes the engine, just before it does
    std::uint64_t parentCpuUs = 0; ///< CPU time spent on building the jail
};

/// The engine's argv: `program` is its path inside the jail, `extra` follows "--" on the jailer's command line.
std::vector<std::string> engineCommandLine(const std::string &program, const std::string &id, const StartTimes &times,
                                           const std::vector<std::string> &extra);

/// Becomes the program `commandLine[0]`: empty environment, SIGPIPE as usual, no signal blocked. Returns only when
/// that fails. Error: Host, "Failed to exec into Firecracker: …".
Error execEngine(const std::vector<std::string> &commandLine);

} // namespace sparkler::jail
