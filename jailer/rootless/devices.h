#pragma once

#include "base/result.h"
#include "jailer/rootless/options.h"

#include <string>
#include <vector>

namespace sparkler::jail {

/// The device nodes of a jail. One that not every host has is among them only when this user may use it.
std::vector<std::string> jailDevices(NetworkMode network);

/// Whether an engine can work here at all: /dev/kvm is there and this user may use it. Error: Host.
Result<> checkKvm();

/// Standard input, output and error stay open in the jail, and from an open directory every path leads out. Error:
/// InvalidInput.
Result<> checkStandardDescriptors();

} // namespace sparkler::jail
