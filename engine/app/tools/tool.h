#pragma once

#include "app/tools/outcome.h"

#include <span>
#include <string_view>

namespace sparkler::tools {

/// Runs the tool that the program is called as: `program` is argv[0], `arguments` what follows. "snapshot-editor",
/// "rebase-snap", "seccompiler-bin" and "cpu-template-helper" behave as Firecracker's tools of those names (reference:
/// snapshots.md 7, processes.md 5.1 to 5.4); any other name has the commands of all of them, and ours.
Outcome runTool(std::string_view program, std::span<const char *const> arguments);

/// "rebase-snap --base-file F --diff-file D".
Outcome runRebaseSnap(std::span<const char *const> arguments);

} // namespace sparkler::tools
