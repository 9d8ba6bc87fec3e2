#pragma once

#include "base/arguments.h"

namespace sparkler::jail {

/// The options of the privileged mode: those of Firecracker's jailer, and --dry-run (an addition).
std::span<const ArgumentSpec> privilegedOptions();

} // namespace sparkler::jail
