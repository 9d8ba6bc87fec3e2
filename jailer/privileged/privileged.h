#pragma once

#include <span>

namespace sparkler::jail {

/// The whole of the privileged mode: `arguments` are the command line without the program's name. Returns the exit
/// status, unless this process becomes the engine.
int privilegedMain(std::span<const char *const> arguments);

} // namespace sparkler::jail
