#pragma once

#include "ctl/command.h"
#include "manager/machine_definition.h"

namespace sparkler::gui {

class Machine;

/// Saves the changed definition, carries it into the engine where it runs and that can be done, and tells what needs a
/// restart.
Exit applyChange(Session &session, Machine *machine, const MachineDefinition &changed);

} // namespace sparkler::gui
