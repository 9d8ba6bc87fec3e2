#pragma once

#include "manager/machine.h"

namespace sparkler::gui {

/// "Running", "Stopped unexpectedly" …
QString stateText(MachineState state);
/// "2 vCPUs · 512 MiB"
QString sizeText(const MachineConfig &config);
/// The label of an action: "Start", "Force stop" …
QString actionText(MachineAction action);

} // namespace sparkler::gui
