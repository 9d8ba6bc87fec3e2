#pragma once

#include "emulator/options.h"

namespace sparkler::emulator {

/// The port's name in the helper machine.
inline constexpr const char *kPortName = "sparkler.channel";
/// The share's mount tag.
inline constexpr const char *kShareTag = "machine";

/// QEMU's command line, the program's name first. `channel`: descriptor of a connected socket; `console`: descriptor,
/// open for writing only, for what the helper machine's kernel says. Both are inherited.
std::vector<std::string> qemuCommand(const HostOptions &options, int channel, int console);

} // namespace sparkler::emulator
