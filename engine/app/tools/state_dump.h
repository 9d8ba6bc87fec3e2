#pragma once

#include "machine/machine_state.h"
#include "snapshot/state_file.h"

#include <string>

namespace sparkler::tools {

/// All that a state file holds, for people. Not a format: it may change.
std::string dumpState(const MachineState &state, const snapshot::Description &description);

} // namespace sparkler::tools
