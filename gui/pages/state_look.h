#pragma once

#include "manager/machine.h"
#include "widgets/icons.h"

namespace sparkler::gui {

/// A state's own shape and colour; the shape alone tells it, too.
struct StateLook {
    Icon icon;
    ColourRole colour;
};
StateLook stateLook(MachineState state);

} // namespace sparkler::gui
