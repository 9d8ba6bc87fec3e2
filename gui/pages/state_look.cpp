#include "pages/state_look.h"

namespace sparkler::gui {

StateLook stateLook(MachineState state)
{
    switch (state) {
    case MachineState::Stopped:
        return {Icon::StateStopped, ColourRole::MutedText};
    case MachineState::Starting:
        return {Icon::StateStarting, ColourRole::Info};
    case MachineState::Running:
        return {Icon::StateRunning, ColourRole::Success};
    case MachineState::Paused:
        return {Icon::StatePaused, ColourRole::Warning};
    case MachineState::Stopping:
        return {Icon::StateStopping, ColourRole::Info};
    case MachineState::Crashed:
        return {Icon::StateCrashed, ColourRole::Danger};
    case MachineState::Unresponsive:
        return {Icon::StateUnresponsive, ColourRole::Warning};
    }
    return {Icon::StateUnknown, ColourRole::MutedText};
}

} // namespace sparkler::gui
