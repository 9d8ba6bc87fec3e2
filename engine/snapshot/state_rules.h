#pragma once

#include "machine/machine_state.h"

namespace sparkler::snapshot {

/// What must hold between the parts of a state: the rules that a configuration obeys (config/rules.h), memory as the
/// machine of that size has it, devices that fit the board. What a device's own registers must obey is checked by the
/// device that restores them. Error: InvalidInput "Invalid snapshot state: …".
Result<> checkState(const MachineState &state);

} // namespace sparkler::snapshot
